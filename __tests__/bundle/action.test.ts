/** dist/index.js as the runner runs it, on each Node that it has to run on. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { fixedOutputs } from '../../src/report/outputs.ts'
import { runAction, runCli } from '../support/bundle.ts'
import { useBench } from '../support/gate.ts'
import { hostilePassword, leakedWords } from '../support/leaks.ts'
import { makeRepo, type Repo } from '../support/repo.ts'
import { findCommands } from '../support/runner-commands.ts'

const bench = useBench()
const run = (inputs: Record<string, string> = {}, more: object = {}) =>
  runAction({ cwd: bench.project.path, inputs: { 'database-url': bench.database.url, ...inputs }, ...more })

test('a success: outputs, summary, report and state', async () => {
  bench.write({ '0001_a.sql': 'create table a ();', '0002_b.sql': 'create table b ();' })
  const action = await run()
  expect(action).toMatchObject({ code: 0, stderr: '', exported: {}, paths: [] })
  expect(Object.keys(action.outputs).sort()).toEqual(
    [...fixedOutputs, 'migrations', 'migrations_count'].sort(),
  )
  expect(action.outputs).toMatchObject({
    status: 'upgraded',
    changed: 'true',
    changes: '["migrations"]',
    from: '',
    to: '0002',
    pending: '["0001","0002"]',
    applied: '["0001","0002"]',
    failed: '',
    plan: expect.stringMatching(/^[0-9a-f]{64}$/),
    databases: '[{"name":"default","url":""}]',
  })
  expect(action.summary).toMatch(/^## 🟢 Gate open: gate/)
  expect(JSON.parse(readFileSync(action.outputs.report ?? '', 'utf8'))).toMatchObject({
    version: 1,
    status: 'upgraded',
    databases: [{ applied: ['0001', '0002'] }],
  })
  expect(action.state).toMatchObject({ phase: 'main', finished: 'true' })
  const names = findCommands(action.stdout).map(command => command.name)
  expect(new Set(names)).toEqual(new Set(['add-mask']))
  expect(await run({}, { phase: 'post', state: action.state })).toMatchObject({
    code: 0,
    stdout: '',
    stderr: '',
  })
})

test('a failure: exit 1, all outputs, and the first annotation on the failing line', async () => {
  bench.write({ '0001_a.sql': 'create table a ();', '0002_b.sql': '-- one\n\nselect\n  nope;\n' })
  const action = await run()
  expect(action).toMatchObject({ code: 1, stderr: '' })
  for (const name of fixedOutputs) expect(action.outputs).toHaveProperty(name)
  expect(action.outputs).toMatchObject({ status: 'failed', to: '0001', failed: '0002', applied: '["0001"]' })
  const annotations = findCommands(action.stdout).filter(command => command.name !== 'add-mask')
  expect(annotations).toHaveLength(1)
  expect(annotations[0]).toMatchObject({
    name: 'error',
    properties: 'title=Migration Gate%3A revision-failed,file=migrations/0002_b.sql,line=4,col=3',
  })
  expect(annotations[0]?.data).toMatch(
    /^Revision 0002 b failed at statement 1 of 1: .*%0A.*rolled back.*%0ANext: migration-gate upgrade$/,
  )
  expect(action.summary).toContain('▶ 4 │   nope;')
})

test('faults of the inputs: exit 2, outputs set, one annotation each', async () => {
  const action = await run({ command: 'frobnicate', wait: 'long' })
  expect(action).toMatchObject({ code: 2, outputs: { status: 'failed', applied: '[]' } })
  expect(findCommands(action.stdout).filter(command => command.name === 'error')).toHaveLength(2)
})

test('the event decides: refused on a pull request, skipped where a fork has no secret', async () => {
  bench.write({ '0001_a.sql': 'create table a ();' })
  const head = (name: string) => ({
    number: 1,
    pull_request: { number: 1, head: { repo: { full_name: name } }, base: { repo: { full_name: 'o/r' } } },
  })
  const refused = await run({}, { event: 'pull_request', payload: head('o/r') })
  expect(refused).toMatchObject({ code: 1, outputs: { status: 'failed' } })
  expect(refused.stdout).toContain('a pull request must not change a database')
  const skipped = await run({ 'database-url': '' }, { event: 'pull_request', payload: head('x/r') })
  expect(skipped).toMatchObject({ code: 0, outputs: { status: 'skipped' } })
  expect(findCommands(skipped.stdout).map(command => command.name)).toContain('notice')
  const empty = await run({ 'database-url': '' })
  expect(empty).toMatchObject({ code: 1, outputs: { status: 'failed' } })
  expect(await bench.tables()).toEqual([])
})

test('the CLI shows no password of another database, whatever the database says', async () => {
  bench.write({ '0001_a.sql': `do $$ begin raise notice 'it is Other-pw-456'; end $$;` })
  const env = {
    DATABASE_URL: bench.database.url,
    EVENTS_DATABASE_URL: 'postgres://events:Other-pw-456@db/events',
  }
  const cli = await runCli(['upgrade'], { cwd: bench.project.path, env })
  expect(cli).toMatchObject({ code: 0, stdout: expect.stringContaining('it is ***') })
  expect(cli.stdout + cli.stderr).not.toContain('Other-pw-456')
})

describe('masks', () => {
  const masks = async (url: string) => {
    const { stdout } = await run({ command: 'plan', 'database-url': url })
    const decode = (text: string) =>
      text.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%')
    return findCommands(stdout).flatMap(({ name, data }) => (name === 'add-mask' ? [decode(data)] : []))
  }
  const at = (userinfo: string) => `postgres://${userinfo}@127.0.0.1:1/app`

  test('the URL always, and a password of eight characters or more in all its forms, before anything else', async () => {
    const url = at(`relay:${encodeURIComponent(hostilePassword)}`)
    const given = await masks(url)
    expect(given).toEqual(expect.arrayContaining([url, hostilePassword, encodeURIComponent(hostilePassword)]))
    const { stdout } = await run({ command: 'plan', 'database-url': url })
    expect(leakedWords(stdout.replace(/^::add-mask::.*$/gm, ''))).toEqual([])
    expect(stdout).toMatch(/^(?:::add-mask::.*\n)+[^:]/)
  })

  test.each([
    ['a short one', 'relay:s3cr3t!'],
    ['the name of the user', 'postgres:postgres'],
    ['one that is not there', 'relay'],
  ])('never %s', async (_, userinfo) => {
    expect(await masks(at(userinfo))).toEqual([at(userinfo)])
  })

  test('of a URL are there although other inputs have faults', async () => {
    const url = at('app_owner:Sekret-pw-123')
    const action = await run({ 'database-url': url, 'lock-timeout': '5 apples' })
    expect(action.code).toBe(2)
    expect(action.masks).toEqual(expect.arrayContaining([url, 'Sekret-pw-123']))
    expect(action.everything).not.toContain('Sekret-pw-123')
  })
})

describe('detection', () => {
  let repo: Repo
  beforeAll(() => {
    repo = makeRepo()
    repo.commit({ 'README.md': 'x' })
    repo.commit({ 'migrations/0001_a.sql': 'select 1;', 'web/a b.ts': '', 'web/c.ts': '' })
  })
  afterAll(() => repo.remove())
  const filters = `web:\n  - 'web/**'\nstatus:\n  - '**'\nnone:\n  - 'nothing/**'\n`
  const detect = (inputs: Record<string, string>) =>
    runAction({ cwd: repo.path, inputs: { command: 'detect', base: 'HEAD~1', ...inputs } })

  test('needs no database URL, and lists files as it is told', async () => {
    const { outputs, code } = await detect({ filters, 'list-files': 'shell' })
    expect(code).toBe(0)
    expect(outputs).toMatchObject({
      status: 'detected',
      changed: 'true',
      changes: '["web","status"]',
      web: 'true',
      web_count: '2',
      web_files: `'web/a b.ts' web/c.ts`,
      none: 'false',
      none_count: '0',
      none_files: '',
    })
    expect((await detect({ filters, 'list-files': 'csv' })).outputs.web_files).toBe('"web/a b.ts",web/c.ts')
    expect(
      JSON.parse((await detect({ filters, 'list-files': 'json' })).outputs.web_files ?? ''),
    ).toHaveLength(2)
  })

  test('warns where a filter is called like an output of ours', async () => {
    const { outputs, stdout } = await detect({ filters })
    expect(outputs.status).toBe('detected')
    const warnings = findCommands(stdout).filter(command => command.name === 'warning')
    expect(warnings.map(command => command.data).join('\n')).toContain(
      'The filter "status" has the name of an output of ours',
    )
  })

  test('without filters it looks at the folder of the engine', async () => {
    expect((await detect({})).outputs).toMatchObject({ migrations: 'true', migrations_count: '1' })
    repo.commit({ 'README.md': 'y' })
    expect((await detect({})).outputs).toMatchObject({
      changed: 'false',
      migrations: 'false',
      databases: '[]',
    })
  })
})

describe('the CLI, one file alone in an empty folder', () => {
  beforeEach(() => bench.write({ '0001_a.sql': 'create table a ();' }))
  const cli = (...args: string[]) =>
    runCli(args, { cwd: bench.project.path, env: { DATABASE_URL: bench.database.url } })

  test('plans, upgrades, and says where it stands', async () => {
    expect(await cli('plan', '--exit-code')).toMatchObject({ code: 3, stderr: '' })
    const upgraded = await cli('upgrade')
    expect(upgraded).toMatchObject({ code: 0, stderr: '' })
    // Not on a terminal: no colours, and no line drawn again.
    expect(upgraded.stdout).not.toMatch(/\x1b|\r/)
    expect((await cli('current')).stdout).toMatch(/is at 0001/)
  })
})

test('the bundle has no file that is not named in its folder, and needs none beside it', () => {
  const files = readdirSync(new URL('../../dist', import.meta.url))
  expect(files).toEqual(expect.arrayContaining(['index.js', 'package.json', 'licenses.txt', 'cli']))
  for (const file of files)
    expect(basename(file)).toMatch(
      /^(?:\d+\.)?index\.js$|^package\.json$|^licenses\.txt$|^cli$|^alembic$|^lint$/,
    )
})
