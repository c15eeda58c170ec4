import { describe, expect, test } from '@jest/globals'
import { scriptFiles } from '../../support/alembic.ts'
import { email, failing, results, useAlembic, users } from '../../support/alembic-gate.ts'

const bench = useAlembic()

test.each(['sync', 'async'] as const)('from empty to head and then nothing to do, %s', async env => {
  const project = bench.make({ revisions: [users, email], env })
  const first = await bench.run(project)
  expect(first.fault).toBeUndefined()
  expect(first.report).toMatchObject({ status: 'upgraded', gate: 'open' })
  expect(first.database).toMatchObject({ engine: 'alembic', from: [], to: ['b2'], applied: ['a1', 'b2'] })
  expect(first.database.outcomes.map(outcome => outcome.did)).toEqual([
    expect.arrayContaining(['create table users']),
    ['alter table users'],
  ])
  expect(first.report.notes.filter(note => note.kind === 'warning')).toEqual([])
  // A Python that is not there: nothing pending needs none.
  const second = await bench.run(project, { run: 'no-such-program alembic' })
  expect(second.report).toMatchObject({ status: 'up-to-date', gate: 'open' })
})

test('a plan starts no Python and writes nothing', async () => {
  const project = bench.make({ revisions: [users, email] })
  const { report, database } = await bench.run(project, { command: 'plan', run: 'no-such-program' })
  expect(report.status).toBe('pending')
  expect(database.pending).toEqual(['a1', 'b2'])
  expect(await bench.query("select to_regclass('alembic_version') as t")).toEqual([{ t: null }])
})

describe('a failing revision', () => {
  test('rolls all of them back by Alembic’s default, and the report says so', async () => {
    const project = bench.make({ revisions: [users, email, failing] })
    await bench.run(project, { revision: 'a1' })
    const { report, database, fault, log } = await bench.run(project)
    expect(report.gate).toBe('closed')
    expect(results(database.outcomes)).toEqual(['b2 rolled-back', 'c3 failed'])
    expect(fault?.state).toBe(
      'All 2 revisions of this run were rolled back: the database is at a1, as before.',
    )
    expect(fault?.place?.path).toBe(project.script('c3'))
    expect(fault?.server?.code).toBe('22012')
    expect(database).toMatchObject({ from: ['a1'], to: ['a1'], failed: 'c3', applied: [] })
    expect(log).not.toMatch(/Traceback|site-packages/)
    expect(fault?.debug).toMatch(/Traceback/)
    expect(await bench.versions()).toEqual(['a1'])
  })

  test('keeps the earlier ones with transaction_per_migration', async () => {
    const revisions = [users, email, failing]
    const project = bench.make({ revisions, configure: 'transaction_per_migration=True' })
    const { database, fault } = await bench.run(project)
    expect(results(database.outcomes)).toEqual(['a1 applied', 'b2 applied', 'c3 failed'])
    expect(fault?.state).toBe('2 revisions of this run stay applied: the database is at b2.')
    // Mended, the run goes on.
    project.write(scriptFiles([users, email, { ...failing, upgrade: 'op.execute("select 1")' }]))
    expect((await bench.run(project)).database).toMatchObject({ status: 'upgraded', applied: ['c3'] })
  })

  test('half applied by an autocommit_block', async () => {
    const half = {
      id: 'b2',
      message: 'half',
      upgrade:
        'with op.get_context().autocommit_block():\n    op.execute("create index concurrently users_id on users (id)")\nop.execute("select 1 / 0")',
    }
    const { database, fault } = await bench.run(bench.make({ revisions: [users, half] }))
    expect(results(database.outcomes)).toEqual(['a1 applied', 'b2 failed'])
    expect(fault?.state).toMatch(/^b2 is half applied: .* the database is at a1\. Undo that by hand/)
    expect(await bench.query("select to_regclass('users_id')::text as i")).toEqual([{ i: 'users_id' }])
  })
})

test('exit 0 without a commit is not believed', async () => {
  const project = bench.make({ revisions: [users] })
  const env = `
import os, re
from alembic import context
from sqlalchemy import create_engine, text
url = re.sub(r"^postgres(ql)?://", "postgresql+psycopg://", os.environ["DATABASE_URL"])
with create_engine(url).connect() as connection:
    connection.execute(text("set lock_timeout = '5s'"))
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()
`
  project.write({ 'alembic/env.py': env })
  const { report, fault, database } = await bench.run(project)
  expect(report.gate).toBe('closed')
  expect(fault?.id).toBe('alembic-uncommitted')
  expect(results(database.outcomes)).toEqual(['a1 rolled-back'])
})

describe('before Python runs', () => {
  const run = 'no-such-program'

  test('two heads: closed with the merge line, unless heads is the target', async () => {
    const project = bench.make({ revisions: [users, { ...email, down: 'a1' }, { id: 'c3', down: 'a1' }] })
    const { report, fault } = await bench.run(project, { run })
    expect(report.gate).toBe('closed')
    const [next] = fault?.foreign ?? []
    expect(next?.line).toBe("no-such-program merge -m 'merge b2 and c3' b2 c3")
    expect((await bench.run(project, { command: 'plan', run })).report.gate).toBe('open')
    expect((await bench.run(project, { revision: 'heads' })).database.to).toEqual(['b2', 'c3'])
  })

  test('a database that is ahead of this commit', async () => {
    const project = bench.make({ revisions: [users, email] })
    await bench.run(project)
    project.write({ [project.script('b2')]: '' })
    const old = bench.make({ revisions: [users] })
    const { fault } = await bench.run(old, { run })
    expect(fault?.id).toBe('ahead')
    const allowed = await bench.run(old, { run, allow: 'ahead' })
    expect(allowed.report).toMatchObject({ gate: 'open', status: 'up-to-date' })
  })

  test('tables without a version table: where it stands has to be said', async () => {
    await bench.query('create table users (id int)')
    const project = bench.make({ revisions: [users, email] })
    const { fault } = await bench.run(project, { run })
    expect(fault?.id).toBe('first-contact')
    const stamped = await bench.run(project, { command: 'stamp', revision: 'a1' })
    expect(stamped.report).toMatchObject({ status: 'stamped', gate: 'open' })
    expect(stamped.database.stamped).toMatchObject({ recorded: ['a1'], removed: [] })
    expect((await bench.run(project)).database).toMatchObject({ applied: ['b2'], to: ['b2'] })
  })

  test('nothing in the versions folder is said', async () => {
    const project = bench.make({ revisions: [] })
    const { report, fault } = await bench.run(project, { run })
    expect(report.gate).toBe('closed')
    expect(fault?.id).toBe('alembic-no-scripts')
  })
})

test('an id that is computed: Alembic itself is asked, and the plan says so', async () => {
  const project = bench.make({ revisions: [users] })
  project.write({
    'alembic/versions/b2_.py': `"""computed"""\nrevision = "b" + str(2)\ndown_revision = "a1"\n\n\ndef upgrade():\n    pass\n`,
  })
  const { database, report } = await bench.run(project)
  expect(database).toMatchObject({ status: 'upgraded', to: ['b2'], applied: ['a1', 'b2'] })
  expect(report.notes.find(note => note.kind === 'warning')?.text).toContain('Alembic itself was asked')
})

test('a stamp takes away what no script knows', async () => {
  const project = bench.make({ revisions: [users, email] })
  await bench.run(project)
  await bench.query("update alembic_version set version_num = 'zz'")
  const refused = await bench.run(project, { command: 'stamp', revision: 'b2' }, { agree: async () => 'no' })
  expect(refused.fault).toMatchObject({ id: 'stamp-removes', exit: 2 })
  expect(refused.fault?.message).toContain('zz')
  expect(await bench.versions()).toEqual(['zz'])
  const { database } = await bench.run(
    project,
    { command: 'stamp', revision: 'b2' },
    { agree: async () => 'yes' },
  )
  expect(database.fault).toBeUndefined()
  expect(await bench.versions()).toEqual(['b2'])
})

test('a stamp is foreseen as Alembic does it, and --dry-run writes nothing', async () => {
  const project = bench.make({
    revisions: [users, { ...email, down: 'a1' }, { id: 'c3', down: 'a1' }, { id: 'd4', down: 'c3' }],
  })
  await bench.run(project, { revision: 'heads' })
  const stamp = { command: 'stamp', revision: 'c3' }
  const foreseen = await bench.run(project, stamp, { dryRun: true })
  expect(foreseen.database.wouldStamp).toEqual({ recorded: [], removed: ['d4'], refreshed: [] })
  expect(await bench.versions()).toEqual(['b2', 'd4'])
  const refused = await bench.run(project, stamp, { agree: async () => 'no' })
  expect(refused.fault?.id).toBe('stamp-removes')
  const done = await bench.run(project, stamp, { agree: async () => 'yes' })
  expect(done.database.stamped).toEqual({ recorded: [], removed: ['d4'], refreshed: [] })
  expect(await bench.versions()).toEqual(['b2', 'c3'])
  for (const revision of ['d4', 'base', 'heads', 'a1']) {
    const before = await bench.run(project, { command: 'stamp', revision }, { dryRun: true })
    const after = await bench.run(project, { command: 'stamp', revision })
    expect([revision, after.database.stamped]).toEqual([revision, before.database.wouldStamp])
  }
})

test('two at once: one migrates, the other waits and finds nothing to do', async () => {
  const slow = { ...users, upgrade: `${users.upgrade}\nop.execute("select pg_sleep(1.5)")` }
  const project = bench.make({ revisions: [slow, email] })
  const both = await Promise.all([bench.run(project), bench.run(project)])
  expect(both.map(one => one.report.gate)).toEqual(['open', 'open'])
  const applied = both.map(one => one.database.applied)
  expect(applied).toContainEqual(['a1', 'b2'])
  expect(applied).toContainEqual([])
})
