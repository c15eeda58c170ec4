/** A repository and the events by which its history is checked. */
import { afterEach, beforeEach } from '@jest/globals'
import type { Finding } from '../../src/domain.ts'
import type { RawInputs } from '../../src/settings/inputs.ts'
import { type GateOptions, type GateRun, runIn } from './gate.ts'
import { type Files, makeRepo, type Repo } from './repo.ts'

const none = '0'.repeat(40)

/** A run of `check`, with its findings at hand. */
export interface CheckRun extends GateRun {
  findings: Finding[]
  /** `edited error`, `moved warning`, `deleted allowed`: every finding in short. */
  said: string[]
}

export interface PullOptions {
  inputs?: RawInputs
  fork?: boolean
  /** More of the environment. */
  env?: Record<string, string>
  /** Another work tree than the repository’s own. */
  path?: string
}

export interface Checker {
  readonly repo: Repo
  /** On the terminal, about the files as they lie. */
  typed(inputs?: RawInputs): Promise<CheckRun>
  /** A push to main, from a commit or from nothing. */
  pushed(before?: string, inputs?: RawInputs): Promise<CheckRun>
  /** A pull request of a branch into main; `merged`: GitHub's trial merge is checked out. */
  pulled(branch: string, options?: PullOptions & { merged?: boolean }): Promise<CheckRun>
  /** A pull request with what is checked out. */
  pulledAt(commits: { base: string; head: string }, options?: PullOptions): Promise<CheckRun>
  /** An entry of the merge queue, built on a commit. */
  queued(base: string, inputs?: RawInputs): Promise<CheckRun>
  run(options: GateOptions): Promise<CheckRun>
}

/** Call it at the top of a test file: an empty repository for each test. */
export function useChecker(): Checker {
  let repo: Repo
  beforeEach(() => {
    repo = makeRepo()
  })
  afterEach(() => repo.remove())
  const run = async (options: GateOptions, path = repo.path) => {
    const inputs = { command: 'check', rehearse: 'off', ...options.inputs }
    const ran = await runIn(path, '', { ...options, inputs })
    const findings = ran.database?.findings ?? []
    return { ...ran, findings, said: findings.map(short) }
  }
  const repository = { full_name: 'octo/relay', default_branch: 'main' }
  const pulledAt: Checker['pulledAt'] = (
    { base, head },
    { inputs = {}, fork = false, env: more = {}, path } = {},
  ) => {
    const from = (sha: string, ref: string, name: string) => ({ sha, ref, repo: { full_name: name } })
    const pull_request = {
      number: 7,
      base: from(base, 'main', 'octo/relay'),
      head: from(head, 'change', fork ? 'stranger/relay' : 'octo/relay'),
    }
    const env = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/7/merge', ...more }
    return run({ inputs, env, payload: { number: 7, pull_request, repository } }, path)
  }
  return {
    get repo() {
      return repo
    },
    run,
    typed: (inputs = {}) => run({ inputs, env: { GITHUB_EVENT_NAME: '' } }),
    pushed: (before = none, inputs = {}) =>
      run({
        inputs,
        env: { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main' },
        payload: { before, repository },
      }),
    pulled(branch, { merged = true, ...options } = {}) {
      const [base = '', head = ''] = ['main', branch].map(name => repo.git('rev-parse', name))
      repo.git('checkout', '--quiet', '--detach', merged ? 'main' : branch)
      if (merged) repo.git('merge', '--quiet', '--no-ff', '-m', 'trial', branch)
      return pulledAt({ base, head }, options)
    },
    pulledAt,
    queued: (base, inputs = {}) =>
      run({
        inputs,
        env: {
          GITHUB_EVENT_NAME: 'merge_group',
          GITHUB_REF: `refs/heads/gh-readonly-queue/main/pr-7-${base}`,
        },
        payload: { merge_group: { base_sha: base, base_ref: 'refs/heads/main' }, repository },
      }),
  }
}

function short({ rule, level, allowed }: Finding): string {
  return `${rule} ${allowed === undefined ? level : 'allowed'}`
}

/** A revision with a way down. */
export function sqlRevision(up: string, down = 'drop table t'): string {
  return `-- migrate:up\n${up};\n-- migrate:down\n${down};\n`
}

/** An Alembic project whose environment is never run. */
export const alembicProject: Files = {
  'alembic.ini': '[alembic]\nscript_location = alembic\n',
  'alembic/env.py': '',
}

/** A revision of Alembic, by its path. */
export function alembicRevision(
  id: string,
  down: string | string[] | null,
  { up = [`op.execute("create table t${id} ()")`], back = [`op.execute("drop table t${id}")`] } = {},
): Files {
  const parent = Array.isArray(down)
    ? `(${down.map(one => `"${one}"`).join(', ')})`
    : down === null
      ? 'None'
      : `"${down}"`
  const body = (lines: string[]) => (lines.length === 0 ? ['pass'] : lines).map(line => `    ${line}`)
  const text = [
    `"""revision ${id}`,
    '',
    `Revises: ${down ?? ''}`,
    '"""',
    'from alembic import op',
    '',
    `revision = "${id}"`,
    `down_revision = ${parent}`,
    '',
    '',
    'def upgrade():',
    ...body(up),
    '',
    '',
    'def downgrade():',
    ...body(back),
    '',
  ]
  return { [`alembic/versions/${id}_.py`]: text.join('\n') }
}

/** Options of a pull request whose revisions are rehearsed on a server of the machine’s programs. */
export const rehearsed = { inputs: { rehearse: 'auto' } }

/** A repository whose main has a table, and a branch `change` with one more SQL revision. */
export function commitChange(repo: Repo, up: string, down?: string): void {
  const customers = 'create table customers (id int primary key)'
  repo.commit({ 'migrations/0001_customers.sql': sqlRevision(customers, 'drop table customers') })
  repo.git('checkout', '--quiet', '-b', 'change')
  repo.commit({ 'migrations/0002_change.sql': sqlRevision(up, down) })
}

/** What stands in the files of a diff on one of its sides; a file without a line there is not there. */
export function sideOf(lines: readonly string[], marks: string): Files {
  const files = new Map<string, string[]>()
  let path = ''
  for (const line of lines) {
    const named = /^\+\+\+ (\S+)$/.exec(line)?.[1]
    if (named !== undefined) path = named
    else if (marks.includes(line.charAt(0))) files.set(path, [...(files.get(path) ?? []), line.slice(1)])
  }
  return Object.fromEntries([...files].map(([name, text]) => [name, `${text.join('\n')}\n`]))
}
