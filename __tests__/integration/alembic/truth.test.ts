/** What a run of Alembic is said to have done equals what the database holds, whatever happens in between. */
import { describe, expect, test } from '@jest/globals'
import { useAlembic } from '../../support/alembic-gate.ts'
import { eventually } from '../../support/gate.ts'
import { serverUrl } from '../../support/postgres.ts'
import { pythonOf } from '../../support/python.ts'

const bench = useAlembic()

const users = { id: 'a1', message: 'users', upgrade: 'op.create_table("users", sa.Column("id", sa.Integer))' }
const email = {
  id: 'b2',
  message: 'email',
  upgrade: 'op.add_column("users", sa.Column("email", sa.Text))',
}
const failing = { id: 'c3', message: 'broken', upgrade: 'op.execute("select 1 / 0")' }
const results = (outcomes: { revision: { id: string }; result: string }[]) =>
  outcomes.map(({ revision, result }) => `${revision.id} ${result}`)

/** env.py as Alembic's template has it, with other lines around `run_migrations`. */
const envOf = (lines: { top?: string; before?: string; run?: string; arguments?: string; end?: string }) => `
import os, re, sys
import psycopg
from alembic import context
from sqlalchemy import create_engine, pool
url = re.sub(r"^postgres(ql)?://", "postgresql+psycopg://", os.environ["DATABASE_URL"])
${lines.top ?? ''}
engine = create_engine(url, poolclass=pool.NullPool${lines.arguments ?? ''})
with engine.connect() as connection:
    ${lines.before ?? 'pass'}
    context.configure(connection=connection)
    with context.begin_transaction():
        ${lines.run ?? 'context.run_migrations()'}
${lines.end ?? ''}
`

/** Runs another Alembic, as somebody beside the gate would, before this one does anything. */
const somebodyElse = (target: string) => `
if "BESIDE" not in os.environ:
    import subprocess
    subprocess.run([sys.executable, "-m", "alembic", "upgrade", "${target}"], env={**os.environ, "BESIDE": "1"}, check=True)
`

test('a database that is gone when Alembic has ended well: closed, for nobody knows', async () => {
  const project = bench.make({ revisions: [users] })
  const role = new URL(bench.url).username
  // Deaf to our SIGINT, which comes with the loss of the lock.
  const end = `
import signal
signal.signal(signal.SIGINT, signal.SIG_IGN)
with psycopg.connect(${JSON.stringify(serverUrl())}, autocommit=True) as admin:
    admin.execute("alter role ${role} nologin")
    admin.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = '${role}'")
os._exit(0)
`
  project.write({ 'alembic/env.py': envOf({ end }) })
  try {
    const { report, fault, database } = await bench.run(project)
    expect(report).toMatchObject({ status: 'failed', gate: 'closed' })
    expect(fault?.id).toBe('alembic-unread')
    expect(database.applied).toEqual([])
    expect(results(database.outcomes)).toEqual(['a1 failed'])
  } finally {
    await bench.admin(`alter role ${role} login`)
  }
})

describe('somebody else migrates at the same time', () => {
  test('all of it, before Alembic begins: none of it is ours', async () => {
    const project = bench.make({ revisions: [users, email] })
    project.write({ 'alembic/env.py': envOf({ top: somebodyElse('head') }) })
    const { report, database, log } = await bench.run(project)
    expect(report).toMatchObject({ status: 'up-to-date', gate: 'open' })
    expect(database).toMatchObject({ applied: [], to: ['b2'] })
    expect(log).toContain('a1, b2 were applied by somebody else')
  })

  test('a part of it', async () => {
    const project = bench.make({ revisions: [users, email] })
    project.write({ 'alembic/env.py': envOf({ top: somebodyElse('a1') }) })
    const { report, database } = await bench.run(project)
    expect(report).toMatchObject({ status: 'upgraded', gate: 'open' })
    expect(database).toMatchObject({ applied: ['b2'], to: ['b2'] })
  })

  test('the same revision, and first', async () => {
    const upgrade = `
if "BESIDE" not in os.environ:
    import subprocess
    subprocess.run([sys.executable, "-m", "alembic", "upgrade", "head"], env={**os.environ, "BESIDE": "1"}, check=True)
op.execute("select 1")`
    const project = bench.make({ revisions: [users, { id: 'b2', upgrade }] })
    await bench.run(project, { revision: 'a1' })
    const { database, fault } = await bench.run(project)
    expect(fault?.id).toBe('alembic-raced')
    expect(fault?.state).toBe('No revision of this run stays: the database is at b2.')
    expect(database).toMatchObject({ applied: [], to: ['b2'] })
  })
})

describe('exit 0 without a commit', () => {
  test('because env.py caught the failure: the failure is told', async () => {
    const project = bench.make({ revisions: [users, failing] })
    const caught = 'try: context.run_migrations()\n        except Exception: sys.exit(0)'
    project.write({ 'alembic/env.py': envOf({ run: caught }) })
    const { report, fault, database, log } = await bench.run(project)
    expect(report.gate).toBe('closed')
    expect(fault).toMatchObject({ id: 'alembic-failed', place: { path: project.script('c3') } })
    expect(results(database.outcomes)).toEqual(['a1 rolled-back', 'c3 failed'])
    expect(log).toContain('ended with exit code 0')
  })

  test('in the middle of a revision', async () => {
    const project = bench.make({ revisions: [users, { id: 'b2', upgrade: 'os._exit(0)' }] })
    const { fault, database } = await bench.run(project)
    expect(fault?.message).toMatch(/^Alembic ended with exit code 0 in the middle of revision b2/)
    expect(results(database.outcomes)).toEqual(['a1 rolled-back', 'b2 failed'])
  })

  test('because env.py runs nothing', async () => {
    const project = bench.make({ revisions: [users] })
    project.write({ 'alembic/env.py': 'pass\n' })
    const { fault } = await bench.run(project)
    expect(fault?.message).toMatch(/^Alembic ended with exit code 0 and ran no revision/)
  })

  test('a stamp that is not written is no stamp', async () => {
    const project = bench.make({ revisions: [users] })
    project.write({ 'alembic/env.py': envOf({ before: 'connection.exec_driver_sql("select 1")' }) })
    const { report, fault } = await bench.run(project, { command: 'stamp', revision: 'a1' })
    expect(report.gate).toBe('closed')
    expect(fault?.id).toBe('alembic-unstamped')
  })
})

test('a stamp that fails offers the stamp again, and says where the database stands', async () => {
  const project = bench.make({ revisions: [users], top: 'raise RuntimeError("no")' })
  const { fault } = await bench.run(project, { command: 'stamp', revision: 'a1' })
  expect(fault?.next).toEqual([{ command: 'stamp', revision: 'a1' }])
  expect(fault?.state).toBe('Nothing was recorded: the database holds no revision.')
})

test('a commit that is under way when Alembic is killed is waited for', async () => {
  const slow = `
op.execute("create function slow() returns trigger language plpgsql as 'begin perform pg_sleep(0.4); return null; end'")
op.execute("create constraint trigger slow after insert on users deferrable initially deferred for each row execute function slow()")
op.execute("insert into users values (1)")
op.execute("select 'the commit is next'")`
  const project = bench.make({ revisions: [users, { id: 'b2', upgrade: slow }] })
  const end = new AbortController()
  const running = bench.run(project, {}, { signal: end.signal })
  const child = await eventually(async () => {
    const [row] = await bench.query(
      "select pid from pg_stat_activity where datname = current_database() and query ilike 'commit%' and state = 'active'",
    )
    return row?.pid as number
  })
  expect(child).toBeGreaterThan(0)
  bench.killChild(project)
  const { database, fault } = await running
  expect(fault?.id).toBe('child-memory')
  expect(database.to).toEqual(await bench.versions().catch(() => []))
  await new Promise(resolve => setTimeout(resolve, 1000))
  expect(database.to).toEqual(await bench.versions().catch(() => []))
})

test('a version table that only a search_path of env.py finds', async () => {
  await bench.query('create schema tenant')
  const project = bench.make({ revisions: [users, email] })
  const path = ', connect_args={"options": "-csearch_path=tenant"}'
  project.write({ 'alembic/env.py': envOf({ arguments: path }) })
  const { report, database } = await bench.run(project)
  await bench.query('drop schema tenant cascade')
  expect(report).toMatchObject({ status: 'upgraded', gate: 'open' })
  expect(database).toMatchObject({ applied: ['a1', 'b2'], to: ['b2'] })
})

test('a version table that env.py names by itself: how the next plan finds it is said', async () => {
  const project = bench.make({ revisions: [users], configure: 'version_table="my" + "_versions"' })
  const { report, log } = await bench.run(project)
  expect(report).toMatchObject({ status: 'upgraded', gate: 'open' })
  expect(log).toContain('public.my_versions')
  expect(log).toContain('`history-table`')
  const again = await bench.run(project, { 'history-table': 'my_versions' })
  expect(again.report.status).toBe('up-to-date')
})

test('a revision that the plan does not have is told', async () => {
  const project = bench.make({ revisions: [users, email] })
  const program =
    'import sys; from alembic.config import main; main([w.replace("a1", "head") for w in sys.argv[1:]])'
  project.write({ 'more.py': program })
  const { database, log } = await bench.run(project, { revision: 'a1', run: `${pythonOf()} more.py` })
  expect(database).toMatchObject({ applied: ['a1', 'b2'], to: ['b2'] })
  expect(log).toContain('the plan did not have b2')
})

test('a lost lock stops Alembic at once', async () => {
  const slow = { ...users, upgrade: `${users.upgrade}\nop.execute("select pg_sleep(30)")` }
  const running = bench.run(bench.make({ revisions: [slow] }))
  await eventually(async () => {
    const rows = await bench.query(
      "select 1 from pg_stat_activity where datname = current_database() and query like '%pg_sleep(30)%' and state = 'active' and pid <> pg_backend_pid()",
    )
    return rows.length > 0
  })
  await bench.query(
    "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())",
  )
  const { fault, database } = await running
  expect(fault?.id).toBe('lock-lost-during')
  expect(fault?.state).toBe('a1 was rolled back: the database holds no revision, as before.')
  expect(database.applied).toEqual([])
})

test('a version table with a row of nothing is no unknown error', async () => {
  await bench.query('create table alembic_version (version_num varchar(32))')
  await bench.query('insert into alembic_version values (null)')
  const { fault } = await bench.run(bench.make({ revisions: [users] }))
  expect(fault?.id).toBe('ahead')
})
