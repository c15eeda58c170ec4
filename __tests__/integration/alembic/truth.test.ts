/** What a run of Alembic is said to have done equals what the database holds, whatever happens in between. */
import { describe, expect, test } from '@jest/globals'
import { envOf } from '../../support/alembic-env.ts'
import { email, failing, results, useAlembic, users } from '../../support/alembic-gate.ts'
import { eventually } from '../../support/gate.ts'
import { serverUrl } from '../../support/postgres.ts'
import { pythonOf } from '../../support/python.ts'

const bench = useAlembic()

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

describe('env.py that works in another database', () => {
  const goElsewhere = async () => {
    const { username } = new URL(bench.url)
    const name = `elsewhere_${username}`
    await bench.admin(`create database ${name} owner ${username}`)
    return { name, top: `url = url.rpartition("/")[0] + "/${name}"` }
  }

  test('is told as that, and nothing is called rolled back', async () => {
    const { name, top } = await goElsewhere()
    const project = bench.make({ revisions: [users] })
    project.write({ 'alembic/env.py': envOf({ top }) })
    try {
      const { fault, database, report } = await bench.run(project)
      expect(report.gate).toBe('closed')
      expect(fault).toMatchObject({ id: 'alembic-elsewhere' })
      expect(fault?.message).toContain(`Alembic worked in the database ${name}, and not in `)
      expect(fault?.state).toMatch(
        / was not read, and may stay there\. Here, in .*, the database holds no revision, as before\.$/,
      )
      expect(results(database.outcomes)).toEqual(['a1 failed'])
    } finally {
      await bench.admin(`drop database ${name}`)
    }
  })

  test('also on the way down', async () => {
    const { name, top } = await goElsewhere()
    const project = bench.make({ revisions: [{ id: 'a1' }] })
    try {
      await bench.run(project)
      project.write({
        'alembic/env.py': envOf({
          top,
          before: [
            'create table alembic_version (version_num varchar(32) primary key)',
            "insert into alembic_version values ('a1')",
          ]
            .map(sql => `connection.exec_driver_sql("${sql}"); connection.commit();`)
            .join(' '),
        }),
      })
      const { fault, database } = await bench.run(project, {
        command: 'downgrade',
        revision: 'base',
      })
      expect(fault).toMatchObject({ id: 'alembic-elsewhere' })
      expect(fault?.message).toMatch(/ there still has a1\.$/)
      expect(results(database.outcomes)).toEqual(['a1 failed'])
    } finally {
      await bench.admin(`drop database ${name}`)
    }
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

test('a version table of another schema, while env.py makes its own', async () => {
  await bench.query('create schema audit')
  await bench.query("create table audit.alembic_version as select 'a1'::varchar(32) as version_num")
  const { database, log } = await bench.run(bench.make({ revisions: [users, email] }))
  await bench.query('drop schema audit cascade')
  expect(database.applied).toEqual(['a1', 'b2'])
  expect(log).toContain('made from audit.alembic_version, and env.py uses public.alembic_version')
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

test('an exception after the commit is not told as one before', async () => {
  const project = bench.make({ revisions: [users] })
  project.write({ 'alembic/env.py': envOf({ end: 'raise RuntimeError("no metrics")' }) })
  const { database, fault } = await bench.run(project)
  expect(fault?.message).toMatch(/^The application raised RuntimeError when its revisions had run/)
  expect(fault?.state).toBe('1 revision of this run stays applied: the database is at a1.')
  expect(database.applied).toEqual(['a1'])
})

test('a version table with a row of nothing is no unknown error', async () => {
  await bench.query('create table alembic_version (version_num varchar(32))')
  await bench.query('insert into alembic_version values (null)')
  const { fault } = await bench.run(bench.make({ revisions: [users] }))
  expect(fault?.id).toBe('ahead')
})
