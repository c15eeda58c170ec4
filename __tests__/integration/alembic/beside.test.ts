/** Alembic beside others: a second one at the same time, a second database, the gate lock and those who wait for it. */
import { describe, expect, test } from '@jest/globals'
import { envOf } from '../../support/alembic-env.ts'
import { email, useAlembic, users } from '../../support/alembic-gate.ts'
import { eventually } from '../../support/gate.ts'
import { freshDatabase, ofThisDatabase, query } from '../../support/postgres.ts'

const bench = useAlembic()

/** Runs another Alembic, as somebody beside the gate would, before this one does anything. */
const somebodyElse = (target: string) => `
if "BESIDE" not in os.environ:
    import subprocess
    subprocess.run([sys.executable, "-m", "alembic", "upgrade", "${target}"], env={**os.environ, "BESIDE": "1"}, check=True)
`

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

describe('an env.py for two databases', () => {
  const envFor = (second: string) => `
import os, re
from alembic import context
from sqlalchemy import create_engine, pool
for url in (os.environ["DATABASE_URL"], ${JSON.stringify(second)}):
    url = re.sub(r"^postgres(ql)?://", "postgresql+psycopg://", url)
    with create_engine(url, poolclass=pool.NullPool).connect() as connection:
        context.configure(connection=connection)
        with context.begin_transaction():
            context.run_migrations()
`

  test('what is told is of one of them', async () => {
    const second = await freshDatabase()
    const project = bench.make({ revisions: [users, email] })
    project.write({ 'alembic/env.py': envFor(second.url) })
    const { database, log, report } = await bench.run(project)
    await second.drop()
    expect(report.gate).toBe('open')
    expect(database.outcomes.map(outcome => outcome.did)).toEqual([
      ['create table users'],
      ['alter table users'],
    ])
    expect(log).toContain('ran a1, b2 more than once')
  })

  test('the other one fails in what this one has', async () => {
    const second = await freshDatabase()
    await query(second.url, 'create table users (id int)')
    const project = bench.make({ revisions: [users, email] })
    project.write({ 'alembic/env.py': envFor(second.url) })
    const { database, fault, log } = await bench.run(project)
    await second.drop()
    expect(fault?.id).toBe('alembic-exists')
    expect(fault?.state).toBe('2 revisions of this run stay applied: the database is at b2.')
    expect(database.applied).toEqual(['a1', 'b2'])
    expect(log).not.toContain('somebody else')
  })
})

test('the lock is that of the version table which the run before has made', async () => {
  const slow = { ...users, upgrade: `${users.upgrade}\nop.execute("select pg_sleep(2)")` }
  const top = `
from sqlalchemy import text
SCHEMA = "au" + "dit"
made = create_engine(re.sub(r"^postgres(ql)?://", "postgresql+psycopg://", os.environ["DATABASE_URL"]))
with made.begin() as one: one.execute(text("create schema if not exists audit"))`
  const configure = 'version_table_schema=SCHEMA'
  const imports = 'import os, re\nfrom sqlalchemy import create_engine'
  const project = bench.make({ revisions: [slow], top: `${imports}${top}`, configure })
  const first = bench.run(project)
  await eventually(
    async () =>
      (await bench.query(`select 1 from pg_locks where locktype = 'advisory' and ${ofThisDatabase}`)).length >
      0,
  )
  const longer = bench.make({
    revisions: [slow, { id: 'b2', upgrade: 'op.execute("select pg_sleep(3)")' }],
    top: `${imports}${top}`,
    configure,
  })
  const waiting = bench.run(longer)
  await first
  await eventually(
    async () =>
      (
        await bench.query(
          "select 1 from pg_stat_activity where datname = current_database() and query like '%pg_sleep(3)%' and state = 'active' and pid <> pg_backend_pid()",
        )
      ).length > 0,
  )
  const late = await bench.run(longer, { wait: '1s' })
  const second = await waiting
  await bench.query('drop schema audit cascade')
  expect(late.fault?.id).toBe('lock-wait')
  expect(second.database).toMatchObject({ applied: ['b2'], to: ['b2'] })
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
    `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and ${ofThisDatabase}`,
  )
  const { fault, database } = await running
  expect(fault?.id).toBe('lock-lost-during')
  expect(fault?.state).toBe('a1 was rolled back: the database holds no revision, as before.')
  expect(database.applied).toEqual([])
})
