import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'

interface Step {
  name?: string
  uses?: string
  run?: string
  shell?: string
  with?: Record<string, unknown>
}
interface Job {
  permissions?: Record<string, string>
  'timeout-minutes'?: unknown
  needs?: string | string[]
  uses?: string
  if?: string
  steps?: Step[]
}
interface Input {
  default?: unknown
  description?: string
}
interface Workflow {
  on: { workflow_call?: { inputs: Record<string, Input> } }
  permissions?: unknown
  jobs: Record<string, Job>
}
interface Action {
  inputs: Record<string, Input>
  runs: { using: string; steps?: Step[] }
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const ours = 'migration-gate/migration-gate'
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const load = <T>(path: string) => parse(read(path)) as T
const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\0')
  .filter(path => !path.startsWith('__tests__/'))
const workflows = listed.filter(path => /^(\.github\/workflows|docs\/examples)\/[^/]+\.ya?ml$/.test(path))
const actions = listed.filter(path => /(^|\/)action\.ya?ml$/.test(path))
const composites = actions.filter(path => load<Action>(path).runs.using === 'composite')
const stepsOf = (path: string): Step[] =>
  workflows.includes(path)
    ? Object.values(load<Workflow>(path).jobs).flatMap(job => job.steps ?? [])
    : (load<Action>(path).runs.steps ?? [])

/** The table of docs/dependencies.md: action → tag and commit. */
const pins = new Map(
  [...read('docs/dependencies.md').matchAll(/^\| `([\w-]+\/[\w-]+)` +\| (\S+) +\| ([0-9a-f]{40}) +\|/gm)].map(
    ([, action, tag, commit]) => [action, { tag, commit }],
  ),
)
/** Every `uses:` as it is written, with the comment behind it. */
const uses = [...workflows, ...composites].flatMap(path =>
  [...read(path).matchAll(/^(?!\s*#)[\s-]*uses:[ \t]*(\S+)(?:[ \t]+#[ \t]*(.*))?$/gm)].map(
    ([, reference = '', comment = '']) => ({ path, reference, comment }),
  ),
)

it('sees the files that it speaks of', () => {
  expect(workflows).toEqual(expect.arrayContaining(['.github/workflows/ci.yml', 'docs/examples/deploy.yml']))
  expect(composites).toEqual(
    expect.arrayContaining(['alembic/action.yml', 'alembic/setup/action.yml', 'deploy/action.yml']),
  )
  expect(uses.length).toBeGreaterThan(20)
})

describe('references', () => {
  const foreign = uses.filter(
    use => !use.reference.startsWith(`${ours}@`) && !use.reference.startsWith(`${ours}/`),
  )

  it.each(foreign.filter(use => use.reference !== './'))(
    '$reference in $path is the commit of the table',
    use => {
      const [, action = '', commit] =
        use.reference.match(/^([\w-]+\/[\w-]+)(?:\/[\w-]+)*@([0-9a-f]{40})$/) ?? []
      expect({ tag: use.comment, commit }).toEqual(pins.get(action))
    },
  )

  it('the table names no action that is not used', () => {
    const used = foreign.map(use => use.reference.split('@')[0]?.split('/').slice(0, 2).join('/'))
    expect([...pins.keys()].filter(action => !used.includes(action))).toEqual([])
  })

  it('our own parts name each other by the moving tag, and exist', () => {
    const own = uses.filter(use => !foreign.includes(use))
    expect(own.length).toBeGreaterThan(5)
    for (const { reference } of own) {
      const [, path = ''] = reference.match(new RegExp(`^${ours}(?:/([\\w./-]+))?@v1$`)) ?? [
        reference,
        'no such form',
      ]
      expect(listed).toContain(
        path === '' ? 'action.yml' : path.endsWith('.yml') ? path : `${path}/action.yml`,
      )
    }
  })

  it('only CI runs the action of the work tree', () => {
    expect(new Set(uses.filter(use => use.reference === './').map(use => use.path))).toEqual(
      new Set(['.github/workflows/ci.yml']),
    )
  })
})

describe('scripts', () => {
  it.each([...workflows, ...composites])('no expression is spliced into a script of %s', path => {
    for (const step of stepsOf(path)) expect(step.run ?? '').not.toContain('${{')
  })

  it.each(composites)('every script of %s names its shell', path => {
    for (const step of stepsOf(path)) if (step.run !== undefined) expect(step.shell).toBe('bash')
  })

  it('checkout leaves no credentials behind, except where the release pushes', () => {
    for (const path of workflows)
      for (const [name, job] of Object.entries(load<Workflow>(path).jobs))
        for (const step of job.steps ?? [])
          if (step.uses?.startsWith('actions/checkout@'))
            expect([path, name, step.with?.['persist-credentials']]).toEqual([
              path,
              name,
              path.endsWith('/release.yml') && step.with?.['ssh-key'] !== undefined,
            ])
  })
})

describe('permissions', () => {
  it.each(workflows)('%s has none, its jobs have what they name, and a limit', path => {
    const workflow = load<Workflow>(path)
    // check.yml comments where its caller lets it: a called job that asks for more than it is given does not start.
    const called = path === '.github/workflows/check.yml'
    expect(workflow.permissions).toEqual(called ? undefined : {})
    for (const [name, job] of Object.entries(workflow.jobs)) {
      if (!called || name !== 'history') expect(job.permissions).toBeDefined()
      if (job.uses === undefined) expect(job['timeout-minutes']).toBeDefined()
    }
  })

  it('what users call may read the repository, and nothing else', () => {
    for (const path of ['.github/workflows/deploy.yml', '.github/workflows/operate.yml'])
      for (const job of Object.values(load<Workflow>(path).jobs))
        expect(job.permissions).toEqual({ contents: 'read' })
  })

  it('only the release may write, and what comments on a pull request', () => {
    const writers = workflows.filter(path =>
      Object.values(load<Workflow>(path).jobs).some(job =>
        Object.values(job.permissions ?? {}).includes('write'),
      ),
    )
    expect(writers.sort()).toEqual([
      '.github/workflows/codeql.yml',
      '.github/workflows/release.yml',
      'docs/examples/check.yml',
    ])
    const { jobs } = load<Workflow>('docs/examples/check.yml')
    expect(jobs.migrations?.permissions).toEqual({ contents: 'read', 'pull-requests': 'write' })
  })
})

describe('ci-ok', () => {
  const { jobs } = load<Workflow>('.github/workflows/ci.yml')
  const { 'ci-ok': gate, ...others } = jobs

  it('needs every other job, also the failed and the skipped ones', () => {
    expect([gate?.needs].flat().sort()).toEqual(Object.keys(others).sort())
    expect(gate?.if).toContain('always()')
  })

  it.each([
    ['success success', 0],
    ['success failure', 1],
    ['skipped success', 1],
    ['cancelled', 1],
  ])('with the results %s it exits %i', (results, code) => {
    const script = gate?.steps?.[0]?.run ?? ''
    const run = spawnSync('bash', ['-e', '-c', script], { env: { ...process.env, RESULTS: results } })
    expect(run.status).toBe(code)
  })
})

describe('the inputs that are handed on', () => {
  const doors = {
    '.github/workflows/check.yml':
      load<Workflow>('.github/workflows/check.yml').on.workflow_call?.inputs ?? {},
    '.github/workflows/deploy.yml':
      load<Workflow>('.github/workflows/deploy.yml').on.workflow_call?.inputs ?? {},
    '.github/workflows/operate.yml':
      load<Workflow>('.github/workflows/operate.yml').on.workflow_call?.inputs ?? {},
    'alembic/action.yml': load<Action>('alembic/action.yml').inputs,
    'alembic/setup/action.yml': load<Action>('alembic/setup/action.yml').inputs,
    'deploy/action.yml': load<Action>('deploy/action.yml').inputs,
  }
  /** What a door adds of its own, and what it makes the caller say. */
  const additions = [
    'environment',
    'deploy-command',
    'confirm',
    'concurrency-group',
    'runs-on',
    'timeout-minutes',
    'command',
    'setup',
    'env',
    'when',
    'python-version',
    'uv-version',
  ]

  it.each(Object.entries(doors))(
    '%s: known to the action, with the same defaults, all passed',
    (path, inputs) => {
      const gate = load<Action>('action.yml').inputs
      const step = stepsOf(path).find(found => [`${ours}@v1`, `${ours}/check@v1`].includes(found.uses ?? ''))
      for (const [name, input] of Object.entries(inputs)) {
        if (additions.includes(name)) continue
        expect(Object.keys(gate)).toContain(name)
        expect([name, String(input.default ?? '')]).toEqual([name, String(gate[name]?.default ?? '')])
        expect(step?.with?.[name]).toBe(`\${{ inputs.${name} }}`)
      }
      for (const name of Object.keys(step?.with ?? {})) expect(Object.keys(gate)).toContain(name)
    },
  )
})

describe('the message after a failed deploy', () => {
  const say = (env: Record<string, string>) => {
    const folder = mkdtempSync(join(tmpdir(), 'say-'))
    const summary = join(folder, 'summary.md')
    try {
      const run = spawnSync('bash', [join(root, 'deploy/failed/say.sh')], {
        env: { PATH: process.env.PATH ?? '', GITHUB_STEP_SUMMARY: summary, ...env },
        encoding: 'utf8',
      })
      return { code: run.status, log: run.stdout, errors: run.stderr, summary: readFileSync(summary, 'utf8') }
    } finally {
      rmSync(folder, { recursive: true })
    }
  }

  it('says where the database is, what that means and what to do', () => {
    const said = say({ FROM: '0005', TO: '0007', APPLIED: '["0006","0007"]' })
    expect(said).toMatchObject({ code: 0, errors: '' })
    for (const text of [said.log, said.summary]) {
      expect(text).toContain(
        'already at 0007, it was at 0005: this run applied 2 (0006,0007) before the deploy.',
      )
      expect(text).toContain('keeps running, now on the newer schema')
      expect(text).toContain('Run the failed job again')
    }
    expect(said.log).toMatch(/^::error title=Deploy failed after the database was migrated::/)
  })

  it('says that nothing was changed when nothing was', () => {
    expect(say({ TO: '0007', APPLIED: '[]' }).log).toContain(
      'changed nothing in the database, which is at 0007.',
    )
    expect(say({}).log).toContain('This run changed nothing in the database.')
  })

  it('shortens a long list', () => {
    const ids = Array.from({ length: 1000 }, (_, at) => String(at))
    const said = say({ TO: '999', APPLIED: JSON.stringify(ids) })
    expect(said.log).toContain('applied 1000 (0,1,2,3,4,5,6,7,8,9 and 990 more)')
  })

  it('lets no text of a database become a workflow command or markup', () => {
    const said = say({
      FROM: '$(touch pwned)\r\n::add-mask::a',
      TO: '1\n::set-output name=x::y\n<img src=x>\u001b[31m',
      APPLIED: '["2\\n::error::z","`3`%0A::warning::w"]',
    })
    expect(said).toMatchObject({ code: 0, errors: '' })
    expect(said.log.split('\n').filter(line => line.startsWith('::'))).toHaveLength(1)
    expect(said.log + said.summary).not.toMatch(/[<>`%$\u001b\r]/)
  })
})

it('the documents about the house name only files that exist', () => {
  const documents = [
    'CONTRIBUTING.md',
    'SECURITY.md',
    ...listed.filter(path => /^docs\/(decisions\/)?[\w-]+\.md$/.test(path)),
  ]
  const known = /`((?:src|script|docs|deploy|alembic|__tests__|\.github)\/[\w./-]*\w)`/g
  for (const document of documents)
    for (const [, path = ''] of read(document).matchAll(known))
      if (path !== '.github/migration-gate.yml')
        // of a user's repository
        expect([document, path, existsSync(join(root, path))]).toEqual([document, path, true])
})
