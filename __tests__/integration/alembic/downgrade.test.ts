import { describe, expect, it, test } from '@jest/globals'
import type { TestRevision } from '../../support/alembic.ts'
import { email, results, useAlembic, users } from '../../support/alembic-gate.ts'

const bench = useAlembic()

const first: TestRevision = { ...users, downgrade: 'op.drop_table("users")' }
const second: TestRevision = { ...email, downgrade: 'op.drop_column("users", "email")' }
const third: TestRevision = {
  id: 'c3',
  message: 'orders',
  upgrade: 'op.create_table("orders", sa.Column("id", sa.Integer))',
  downgrade: 'op.drop_table("orders")',
}
const tables = async () =>
  (
    await bench.query(`select tablename::text as name from pg_tables where schemaname = 'public' order by 1`)
  ).map(row => row.name)

describe('downgrade', () => {
  it('takes back all above the target, newest first, says before what goes with it, and after what is', async () => {
    const project = bench.make({ revisions: [first, second, third] })
    await bench.run(project)
    const { report, database, log, events } = await bench.run(project, {
      command: 'downgrade',
      revision: 'a1',
    })
    expect(report).toMatchObject({ gate: 'open', status: 'downgraded' })
    expect(database).toMatchObject({ from: ['c3'], to: ['a1'], applied: ['c3', 'b2'] })
    expect(results(database.outcomes)).toEqual(['c3 downgraded', 'b2 downgraded'])
    expect(database.outcomes.map(one => one.did)).toEqual([['drop table orders'], ['alter table users']])
    expect(database.descent?.leaves).toEqual(['a1'])
    expect(database.descent?.sql.revisions.map(one => [one.id, one.text, one.losses])).toEqual([
      ['c3', 'DROP TABLE orders;', ['drop table orders']],
      ['b2', 'ALTER TABLE users DROP COLUMN email;', ['drop column users.email']],
    ])
    expect(log).toContain('takes back 2 revisions, newest first, and leaves it at a1')
    const kinds = events.map(event => event.kind)
    expect(kinds.indexOf('descent')).toBeLessThan(kinds.indexOf('started'))
    expect(await bench.versions()).toEqual(['a1'])
    expect(await tables()).toEqual(['alembic_version', 'users'])
  })

  it.each([
    ['-1', ['b2'], ['c3']],
    ['base', [], ['c3', 'b2', 'a1']],
    ['c3-2', ['a1'], ['c3', 'b2']],
  ])('%s leads to %j', async (revision, left, applied) => {
    const project = bench.make({ revisions: [first, second, third] })
    await bench.run(project)
    const { database } = await bench.run(project, { command: 'downgrade', revision })
    expect(database).toMatchObject({ status: 'downgraded', to: left, applied })
    expect(await bench.versions()).toEqual(left)
  })

  it('asks with all that goes, and only what was agreed goes', async () => {
    const project = bench.make({ revisions: [first, second] })
    await bench.run(project)
    const asked: unknown[] = []
    const down = { command: 'downgrade', revision: '-1' }
    const nobody = await bench.run(project, down, {
      agree: async removal => {
        asked.push(removal)
        return 'nobody'
      },
    })
    expect(nobody.fault).toMatchObject({ id: 'downgrade-asks', exit: 2 })
    expect(asked).toEqual([expect.objectContaining({ ids: ['b2'], losses: ['drop column users.email'] })])
    expect(await bench.versions()).toEqual(['b2'])
    const other = await bench.run(project, { command: 'downgrade', revision: 'base' }, { dryRun: true })
    expect(other.report).toMatchObject({ dryRun: true, gate: 'open' })
    expect(other.log).toContain('would take back 2 revisions')
    expect(await bench.versions()).toEqual(['b2'])
  })
})

describe('a way down that fails', () => {
  const broken = { ...third, downgrade: 'op.drop_table("orders")\nop.execute("select 1 / 0")' }

  it('is rolled back with all of the run, and told with its place and the ways out', async () => {
    const project = bench.make({ revisions: [first, broken, { ...second, id: 'd4' }] })
    await bench.run(project)
    const { database, fault } = await bench.run(project, { command: 'downgrade', revision: 'base' })
    expect(results(database.outcomes)).toEqual(['d4 rolled-back', 'c3 failed', 'a1 skipped'])
    expect(database).toMatchObject({ status: 'failed', failed: 'c3', to: ['d4'], applied: [] })
    expect(fault?.message).toMatch(/^The way down of c3/)
    expect(fault?.state).toBe('All of it was rolled back: the database is at d4, as before.')
    expect(fault?.place?.path).toBe(project.script('c3'))
    expect(fault?.next).toContainEqual(expect.objectContaining({ command: 'downgrade', revision: 'base' }))
    expect(await bench.versions()).toEqual(['d4'])
  })

  it('stays as far as it was committed, one transaction each', async () => {
    const project = bench.make({
      revisions: [first, broken, { ...second, id: 'd4' }],
      configure: 'transaction_per_migration=True',
    })
    await bench.run(project)
    const { database, fault } = await bench.run(project, { command: 'downgrade', revision: 'base' })
    expect(results(database.outcomes)).toEqual(['d4 downgraded', 'c3 failed', 'a1 skipped'])
    expect(database).toMatchObject({ to: ['c3'], applied: ['d4'] })
    expect(fault?.state).toBe('1 revision of this run stays taken back: the database is at c3.')
    await bench.run(project)
    const counted = await bench.run(project, { command: 'downgrade', revision: '-2' })
    expect(counted.fault?.next?.[0]).toMatchObject({ command: 'downgrade', revision: 'a1' })
  })

  it('is not called taken back where Alembic ends well and commits nothing', async () => {
    const project = bench.make({
      revisions: [first, second],
      top: 'import atexit',
    })
    await bench.run(project)
    const env = `import os\nfrom alembic import context\nfrom sqlalchemy import create_engine, text\nurl = os.environ["DATABASE_URL"].replace("postgresql://", "postgresql+psycopg://")\nwith create_engine(url).connect() as connection:\n    connection.execute(text("select 1"))\n    context.configure(connection=connection)\n    context.run_migrations()\n`
    project.write({ 'alembic/env.py': env })
    const { database, fault } = await bench.run(project, { command: 'downgrade', revision: 'a1' })
    expect(fault).toMatchObject({ id: 'alembic-downgrade-left', exit: 1 })
    expect(results(database.outcomes)).toEqual(['b2 rolled-back'])
    expect(await bench.versions()).toEqual(['b2'])
  })
})

describe('what is refused before Python runs', () => {
  const noPython = { run: 'python-that-is-not-there -m alembic' }

  it('a script without downgrade(), with the ways out', async () => {
    const project = bench.make({ revisions: [first, second] })
    await bench.run(project)
    const path = project.script('b2')
    project.write({ [path]: 'revision = "b2"\ndown_revision = "a1"\ndef upgrade():\n    pass\n' })
    const { fault } = await bench.run(project, { ...noPython, command: 'downgrade', revision: 'a1' })
    expect(fault).toMatchObject({ id: 'way-down-missing', place: { path } })
    expect(fault?.message).toContain(`${path} has no downgrade()`)
    expect(fault?.next?.map(one => one.command)).toEqual(['downgrade', 'upgrade'])
  })

  it('a row without a script, several rows and -1, a target that is not below', async () => {
    const branch = { ...third, down: 'a1' }
    const project = bench.make({ revisions: [first, second, branch] })
    await bench.run(project, { revision: 'heads' })
    const refusal = async (revision: string) =>
      (await bench.run(project, { ...noPython, command: 'downgrade', revision })).fault
    expect(await refusal('-1')).toMatchObject({ id: 'alembic-relative' })
    expect(await refusal('zzz9')).toMatchObject({ id: 'revision-unknown' })
    await bench.run(project, { command: 'downgrade', revision: 'base' })
    expect(await refusal('b2')).toMatchObject({ id: 'alembic-not-below' })
    await bench.query(`insert into alembic_version values ('f00d')`)
    expect((await refusal('base'))?.message).toContain('f00d has no file in this commit')
  })
})

describe('the SQL of a plan', () => {
  const plan = { command: 'plan' }

  it('is Alembic’s own, without its bookkeeping, and the fingerprint is what it was', async () => {
    const project = bench.make({ revisions: [first, second] })
    const { database, log } = await bench.run(project, plan)
    expect(database.sql).toEqual({
      revisions: [
        { id: 'a1', text: 'CREATE TABLE users (\n    id INTEGER\n);', more: 0, losses: [] },
        { id: 'b2', text: 'ALTER TABLE users ADD COLUMN email TEXT;', more: 0, losses: [] },
      ],
    })
    expect(log).toContain('      ALTER TABLE users ADD COLUMN email TEXT;')
    const unseen = await bench.run(project, { ...plan, run: 'python-that-is-not-there' })
    expect(unseen.database.plan).toBe(database.plan)
    expect(unseen.database.sql).toEqual({ revisions: [], why: 'python-that-is-not-there was not found' })
    expect(unseen.report.gate).toBe('open')
  })

  it('begins where the database is, and nothing is started where nothing is pending', async () => {
    const project = bench.make({ revisions: [first, second] })
    await bench.run(project, { revision: 'a1' })
    expect((await bench.run(project, plan)).database.sql?.revisions.map(one => one.id)).toEqual(['b2'])
    await bench.run(project)
    const idle = await bench.run(project, { ...plan, run: 'python-that-is-not-there' })
    expect(idle.database).not.toHaveProperty('sql')
  })

  it('is told as far as it can be: a revision that reads data cannot be written', async () => {
    const reads = { ...third, upgrade: 'list(op.get_bind().execute(sa.text("select 1")).all())' }
    const project = bench.make({ revisions: [first, reads, { ...second, id: 'd4' }] })
    const { database, log } = await bench.run(project, plan)
    expect(database.sql?.revisions.map(one => one.id)).toEqual(['a1'])
    expect(database.sql?.why).toMatch(/^c3 cannot be written offline, as one that reads data cannot \(/)
    expect(log).toContain('❔ The SQL of the rest is not known beforehand: c3 cannot be written offline')
  })

  it('never reaches the database: a revision that connects by itself is refused, and writes nothing', async () => {
    const connects = {
      ...first,
      upgrade:
        'e = sa.create_engine(os.environ["DATABASE_URL"].replace("postgresql://", "postgresql+psycopg://"))\nwith e.begin() as c: c.execute(sa.text("create table written (id int)"))',
    }
    const project = bench.make({ revisions: [connects] })
    const { database } = await bench.run(project, plan)
    expect(database.sql?.why).toContain('127.0.0.1')
    expect(await tables()).toEqual([])
  })

  it('installs nothing: without a virtual environment uv is not started', async () => {
    const project = bench.make({ revisions: [first], files: { 'uv.lock': '' } })
    const env = { PATH: '/nonexistent' }
    const { database } = await bench.run(project, { ...plan, run: '' }, { env })
    expect(database.sql).toEqual({
      revisions: [],
      why: 'there is no .venv of uv here, and a plan installs nothing (`uv sync` makes it)',
    })
    // The first plan of alembic/setup: nobody expects it to know.
    const noSync = { ...env, UV_NO_SYNC: '1' }
    const inActions = { env: { ...noSync, GITHUB_ACTIONS: 'true' } }
    const early = await bench.run(project, { ...plan, run: '' }, inActions)
    expect(early.database.sql).toEqual({ revisions: [] })
    expect(early.log).not.toContain('SQL')
    const elsewhere = { ...noSync, UV_PROJECT_ENVIRONMENT: 'away' }
    const byHand = await bench.run(project, { ...plan, run: '' }, { env: elsewhere })
    expect(byHand.database.sql?.why).toContain('there is no away of uv here')
    project.write({ 'away/pyvenv.cfg': '' })
    const there = await bench.run(project, { ...plan, run: '' }, { env: elsewhere })
    expect(there.database.sql?.why).toBe('uv was not found')
  })

  it('is not asked of a stranger’s code', async () => {
    const project = bench.make({ revisions: [first] })
    const { database } = await bench.run(project, plan, { env: { GITHUB_EVENT_NAME: 'pull_request_target' } })
    expect(database.sql?.why).toContain('stranger')
  })

  it('hides passwords, and nothing in it is a command of the runner', async () => {
    const secret = `op.execute("create role r password 'hunter22'; comment on schema public is '\\\\n::error::x'")`
    const project = bench.make({ revisions: [{ ...first, upgrade: secret }] })
    const { log } = await bench.run(project, plan)
    expect(log).toContain('create role r password ***')
    expect(log).not.toContain('hunter22')
    expect(log).not.toMatch(/^\s*::error/m)
  })
})

test('history lists every revision with what Alembic knows of it, without Python', async () => {
  const project = bench.make({ revisions: [first, second, third] })
  await bench.run(project, { revision: 'b2' })
  const history = { command: 'history', run: 'python-that-is-not-there' }
  const { database, log, report } = await bench.run(project, history)
  expect(database.history?.map(one => [one.id, one.name, one.standing, one.current, one.head])).toEqual([
    ['c3', 'orders', 'pending', undefined, true],
    ['b2', 'email', 'applied', true, undefined],
    ['a1', 'users', 'applied', undefined, undefined],
  ])
  expect(report).toMatchObject({ gate: 'open', status: 'pending', upgrade: 'open' })
  expect(log).toContain('   ⏳ c3 orders (pending, head)\n   ✔️ b2 email (current)\n   ✔️ a1 users')
})

test('history does not say where a revision stands that may be below one which no file has', async () => {
  const project = bench.make({ revisions: [first, second] })
  await bench.run(project)
  await bench.query("update alembic_version set version_num = 'f6'")
  const history = { command: 'history', run: 'python-that-is-not-there' }
  const { database, log } = await bench.run(project, history)
  expect(database.history?.map(one => [one.id, one.standing])).toEqual([
    ['f6', 'ahead'],
    ['b2', 'unknown'],
    ['a1', 'unknown'],
  ])
  expect(log).toContain('is at f6; what is pending cannot be told')
  expect(log).toContain(
    '   ❔ b2 email (not known whether it ran, head)\n   ❔ a1 users (not known whether it ran)',
  )
})
