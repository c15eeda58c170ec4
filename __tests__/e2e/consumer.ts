/** A repository that uses the action, the databases it migrates, and its workflows run under act. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll } from '@jest/globals'
import { root } from '../../script/tools.mjs'
import { type ActResult, type ActRun, runAct } from '../support/act.ts'
import { type Database, freshDatabase, query } from '../support/postgres.ts'
import { type Files, makeRepo, type Repo } from '../support/repo.ts'
import { type Flyctl, fakeFlyctl, histories } from './flyctl.ts'
import { fakeSetup, type Setup } from './python-setup.ts'
import { exportRelease, type Release } from './release.ts'
import { leaksIn, password } from './secret.ts'

/** The commits that our workflows and examples name. */
const pins = {
  flyctl: 'superfly/flyctl-actions@ed8efb33836e8b2096c7fd3ba1c8afe303ebbff1',
  setupPython: 'actions/setup-python@5fda3b95a4ea91299a34e894583c3862153e4b97',
  setupUv: 'astral-sh/setup-uv@20cfd1bf945f4377ade1205e4dbc17946fc9a30d',
  pathsFilter: 'dorny/paths-filter@7b450fff21473bca461d4b92ce414b9d0420d706',
}
const ours = 'migration-gate/migration-gate@v1'

export interface Seen {
  result: string
  outputs: Record<string, string>
}

export interface Run extends ActResult {
  /** What the workflow's last step wrote down: outcome and outputs of the gate. */
  seen: Seen | undefined
  /** The report that the gate left. */
  report: string | undefined
  /** Words of a password that log, outputs or report show. */
  leaks: string[]
}

export interface Consumer {
  repo: Repo
  database: Database
  databases: Database[]
  flyctl: Flyctl
  /** What brings Python and uv, for those that need it. */
  setup: Setup
  /** Runs `.github/workflows/<name>.yml` with the database's URL as DATABASE_URL, unless told otherwise. */
  run(
    workflow: string,
    event: string,
    options?: Partial<Pick<ActRun, 'payload' | 'secrets' | 'inputs' | 'env'>>,
  ): Promise<Run>
  /** A push of the last commit. */
  push(workflow: string, options?: { secrets?: Record<string, string> }): Promise<Run>
  remove(): Promise<void>
}

export interface ConsumerOptions {
  files?: Files
  /** How many databases; one unless told otherwise. */
  databases?: number
  /** The code with which flyctl ends. */
  deployExit?: number
  /** False: flyctl is not there until setup-flyctl brought it. */
  flyctlOnPath?: boolean
}

/** The text of a file in fixtures/e2e. */
export const fixture = (name: string) => readFileSync(join(root, '__tests__/fixtures/e2e', name), 'utf8')

/** An example of docs/examples, copied to where a repository has it. */
export const example = (name: string): Files => ({
  [`.github/workflows/${name}.yml`]: readFileSync(join(root, 'docs/examples', `${name}.yml`), 'utf8'),
})

/** Workflows of fixtures/e2e, each where a repository has them. */
export function workflows(...names: string[]): Files {
  return Object.fromEntries(names.map(name => [`.github/workflows/${name}.yml`, fixture(`${name}.yml`)]))
}

/** One release for a test file, and consumers of it that are removed after each test. */
export function useConsumers(): { make(options?: ConsumerOptions, from?: Release): Promise<Consumer> } {
  let release: Release
  const made: Consumer[] = []
  beforeAll(() => {
    release = exportRelease()
  })
  afterAll(() => release.remove())
  afterEach(async () => {
    for (const consumer of made.splice(0)) await consumer.remove()
  })
  return {
    async make(options = {}, from = release) {
      const consumer = await makeConsumer(from, options)
      made.push(consumer)
      return consumer
    },
  }
}

async function makeConsumer(release: Release, options: ConsumerOptions = {}): Promise<Consumer> {
  const databases: Database[] = []
  for (let count = 0; count < (options.databases ?? 1); count++)
    databases.push(await freshDatabase({ password }))
  const [database] = databases
  if (!database) throw new Error('A consumer needs a database.')
  const repo = makeRepo()
  const flyctl = fakeFlyctl(databases, { exit: options.deployExit ?? 0 })
  const setup = fakeSetup()
  const localRepositories = {
    [ours]: release.folder,
    [pins.flyctl]: flyctl.setup,
    [pins.setupPython]: setup.python,
    [pins.setupUv]: setup.uv,
    [pins.pathsFilter]: join(root, '__tests__/fixtures/e2e/paths-filter'),
  }
  const run: Consumer['run'] = async (workflow, event, given = {}) => {
    const keep = mkdtempSync(join(tmpdir(), 'gate-keep-'))
    try {
      const ended = await runAct({
        repo: repo.path,
        workflow: `.github/workflows/${workflow}.yml`,
        event,
        localRepositories,
        fakes: options.flyctlOnPath === false ? [] : [flyctl.folder],
        secrets: { DATABASE_URL: database.url, FLY_API_TOKEN: 'fly-token-of-the-test' },
        ...given,
        env: { KEEP: keep, ...given.env },
      })
      const kept = (name: string) =>
        existsSync(join(keep, name)) ? readFileSync(join(keep, name), 'utf8') : undefined
      const [seen, report] = [kept('seen.json'), kept('report.json')]
      return {
        ...ended,
        seen: seen === undefined ? undefined : (JSON.parse(seen) as Seen),
        report,
        leaks: leaksIn([ended.stdout, ended.stderr, seen ?? '', report ?? ''].join('\n')),
      }
    } finally {
      rmSync(keep, { recursive: true, force: true })
    }
  }
  if (options.files) repo.commit(options.files)
  return {
    repo,
    database,
    databases,
    flyctl,
    setup,
    run,
    push: (workflow, given = {}) => run(workflow, 'push', { payload: pushPayload(repo), ...given }),
    async remove() {
      repo.remove()
      flyctl.remove()
      setup.remove()
      for (const one of databases) await one.drop()
    },
  }
}

const repository = { full_name: 'o/r', default_branch: 'main' }
const zeros = '0'.repeat(40)

/** A push of one commit, or of the first. `deleted` is what makes act take `after` for the commit. */
export function pushPayload(repo: Repo, ref = 'refs/heads/main') {
  const after = repo.git('rev-parse', 'HEAD')
  const first = repo.git('rev-list', '--count', 'HEAD') === '1'
  const before = first || ref.startsWith('refs/tags/') ? zeros : repo.git('rev-parse', 'HEAD~1')
  return { ref, before, after, deleted: false, repository }
}

export function pullRequestPayload(repo: Repo, from: string) {
  const [base, head] = [repo.git('rev-parse', 'HEAD~1'), repo.git('rev-parse', 'HEAD')]
  return {
    action: 'opened',
    number: 7,
    pull_request: {
      number: 7,
      base: { ref: 'main', sha: base, repo: { full_name: 'o/r' } },
      head: { ref: 'feature', sha: head, repo: { full_name: from } },
    },
    repository,
  }
}

export function releasePayload(tag: string) {
  return { action: 'published', release: { tag_name: tag }, repository }
}

/** Applied revisions, as the history has them; of Alembic the newest. */
export async function revisionsOf(database: Database): Promise<string[]> {
  for (const [table, sql] of Object.entries(histories)) {
    const [found] = await query<{ there: boolean }>(
      database.superuserUrl,
      `select to_regclass('${table}') is not null as there`,
    )
    if (found?.there) return (await query<{ id: string }>(database.superuserUrl, sql)).map(row => row.id)
  }
  return []
}

/** Tables of the schema public, by name: what is there whatever the history says. */
export async function tablesOf(database: Database): Promise<string[]> {
  const rows = await query<{ name: string }>(
    database.superuserUrl,
    "select tablename as name from pg_tables where schemaname = 'public' order by 1",
  )
  return rows.map(row => row.name)
}
