/** Several databases by a config file, and what the diff has to do with what runs: nothing. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { runAction } from '../../support/bundle.ts'
import { runIn, useBench } from '../../support/gate.ts'
import { type Database, freshDatabase, query } from '../../support/postgres.ts'
import { makeRepo, type Repo } from '../../support/repo.ts'

const bench = useBench()

describe('several databases', () => {
  let second: Database
  beforeEach(async () => {
    second = await freshDatabase()
    bench.project.write({
      '.github/migration-gate.yml': `databases:
  orion: { directory: db/orion, url: ORION_URL }
  events: { directory: db/events, url: EVENTS_URL, history-table: ops.done }
`,
      'db/orion/0001_a.sql': 'create table a ();',
      'db/events/0001_b.sql': 'create table b ();',
      'db/events/0002_c.sql': 'create table c ();',
    })
  })
  afterEach(() => second.drop())
  const env = () => ({ ORION_URL: bench.database.url, EVENTS_URL: second.url })
  const run = (inputs: Record<string, string> = {}) =>
    runAction({ cwd: bench.project.path, inputs, env: env() })

  test('are planned first and then run in their order; outputs name them', async () => {
    const plan = await run({ command: 'plan' })
    expect(JSON.parse(plan.outputs.databases ?? '')).toEqual([
      { name: 'orion', url: 'ORION_URL' },
      { name: 'events', url: 'EVENTS_URL' },
    ])
    const { outputs, summary, code } = await run()
    expect(code).toBe(0)
    expect(outputs).toMatchObject({
      status: 'upgraded',
      from: '',
      to: '',
      plan: '',
      failed: '',
      pending: '["orion:0001","events:0001","events:0002"]',
      applied: '["orion:0001","events:0001","events:0002"]',
    })
    expect(JSON.parse(outputs.results ?? '')).toMatchObject({
      orion: { status: 'upgraded', from: '', to: '0001', pending: ['0001'], applied: ['0001'], failed: '' },
      events: { status: 'upgraded', to: '0002', applied: ['0001', '0002'] },
    })
    expect(summary).toContain('### orion')
    expect(await query(second.url, 'select version from ops.done order by 1')).toHaveLength(2)
    expect((await run({ database: 'events' })).outputs.results).not.toContain('orion')
  })

  test('none is changed when anything is in the way of one of them', async () => {
    await query(second.url, 'create table stranger ()')
    const { outputs, code } = await run()
    expect(code).toBe(1)
    expect(outputs).toMatchObject({ status: 'failed', applied: '[]' })
    expect(JSON.parse(outputs.results ?? '')).toMatchObject({
      orion: { to: '' },
      events: { status: 'failed' },
    })
    expect(await bench.tables()).toEqual([])
  })

  test('a failure in the second leaves the first as it is, and says so', async () => {
    bench.project.write({ 'db/events/0002_c.sql': 'select nope;' })
    const { outputs, stdout } = await run()
    expect(outputs).toMatchObject({ status: 'failed', applied: '["orion:0001","events:0001"]' })
    expect(JSON.parse(outputs.results ?? '')).toMatchObject({
      orion: { status: 'upgraded', to: '0001' },
      events: { status: 'failed', to: '0001', failed: '0002' },
    })
    expect(stdout).toContain('Gate closed: orion is at 0001; events is at 0001.')
    expect(stdout).toContain('⬆️  orion: 0001 a (1 of 1)')
    expect(stdout).toContain('❌ events: Revision 0002 c failed')
    expect(stdout).toMatch(/🗄️ {2}events: gate_\w+ on /)
  })

  test('what each of them holds is told below its name', async () => {
    await runIn(bench.project.path, '', { env: env() })
    const { log } = await runIn(bench.project.path, '', { inputs: { command: 'history' }, env: env() })
    expect(log).toMatch(/🗄️ {2}orion\n +✔️ 0001 a \(current, head\)/)
    expect(log).toMatch(/🗄️ {2}events\n +✔️ 0002 c \(current, head\)/)
  })

  test('every command that is offered names its database, in the log and in the report', async () => {
    await query(second.url, 'create table stranger ()')
    const { report, log } = await runIn(bench.project.path, '', { env: env() })
    expect(log).toContain('next: migration-gate stamp 0002 --database events   (if every revision is in it)')
    const { next } = report.databases[1]?.fault ?? {}
    expect(next?.map(({ database }) => database)).toEqual(['events', 'events', 'events'])
    expect(report.databases[1]?.problems[0]?.fault).toBe(report.databases[1]?.fault)
  })

  test('a stamp with a revision needs one of them by name', async () => {
    const stamp = (inputs: Record<string, string>) =>
      runIn(bench.project.path, '', { env: env(), inputs: { command: 'stamp', ...inputs } })
    await expect(stamp({ revision: '0001' })).rejects.toThrow(
      '`stamp 0001` is meant for one database, and orion, events are named.',
    )
    const one = await stamp({ revision: '0001', database: 'events' })
    expect(one.database).toMatchObject({ to: ['0001'] })
    expect(one.log).toContain('🖊️  events: history: recorded 0001')
    expect((await stamp({ revision: 'head' })).report.databases.map(one => one.to)).toEqual([
      ['0001'],
      ['0002'],
    ])
  })

  test('an empty secret of one of them closes the gate for all', async () => {
    const { report, log } = await runIn(bench.project.path, '', { env: { ORION_URL: bench.database.url } })
    expect(report.gate).toBe('closed')
    expect(log).toContain(
      'The database URL of events is empty: the environment variable EVENTS_URL holds nothing.',
    )
    expect(await bench.tables()).toEqual([])
  })
})

describe('the paths inform, the database decides', () => {
  let repo: Repo
  beforeEach(() => {
    repo = makeRepo()
  })
  afterEach(() => repo.remove())
  const run = (payload: unknown, sha: string) =>
    runIn(repo.path, bench.database.url, { env: { GITHUB_SHA: sha }, payload })

  test('a pending revision runs whether or not the diff shows it, and its note says which', async () => {
    const first = repo.commit({ 'migrations/0001_a.sql': 'create table a ();' })
    await run({ before: '0'.repeat(40), after: first }, first)
    const second = repo.commit({ 'migrations/0002_b.sql': 'create table b ();' })
    const third = repo.commit({ 'README.md': 'x' })
    // The run of the second commit was cancelled: the third one's diff does not show 0002.
    const { report, database, log } = await run({ before: second, after: third }, third)
    expect(report).toMatchObject({ status: 'upgraded', changed: false })
    expect(database.applied).toEqual(['0002'])
    expect(log).toContain('0002 b applies now: not in this change, and not applied yet')

    const fourth = repo.commit({
      'migrations/0003_c.sql': 'select 1;',
      'migrations/0001_a.sql': 'create table a (); -- c',
    })
    const edited = await run({ before: third, after: fourth }, fourth)
    expect(edited.log).toContain('0003 c applies now')
    expect(edited.log).toMatch(/✔️ .*0001/)
    expect(edited.fault?.id).toBe('modified')

    repo.git('rm', '-q', 'migrations/0002_b.sql')
    const fifth = repo.commit({ 'migrations/0001_a.sql': 'create table a ();' })
    const gone = await run({ before: fourth, after: fifth }, fifth)
    expect(gone.log).toContain('👻 0002 is in the database but not in this commit')
  })

  test('outside of a git repository one line says so, and all the rest works', async () => {
    bench.write({ '0001_a.sql': 'create table a ();' })
    const { report, log } = await bench.run()
    expect(report).toMatchObject({ status: 'upgraded', changed: true })
    expect(log.match(/no git repository/g)).toHaveLength(1)
  })
})
