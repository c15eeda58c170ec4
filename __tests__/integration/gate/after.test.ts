import { beforeEach, expect, test } from '@jest/globals'
import { withClient } from '../../../script/postgres.mjs'
import { lockKey } from '../../../src/database/lock.ts'
import { useBench } from '../../support/gate.ts'
import { freshDatabase, query } from '../../support/postgres.ts'

const bench = useBench()

/** Idempotent, as such files are. */
const roles = `-- roles of the application
grant usage on schema public to public;
grant select on all tables in schema public to public;
`
const readable = async () => {
  const [row] = await bench.query<{ may: boolean }>(
    "select bool_and(has_table_privilege('pg_monitor', oid, 'select')) as may from pg_class where relname in ('orders', 'lines')",
  )
  return row?.may
}

beforeEach(() => {
  bench.write({ '0001_orders.sql': 'create table orders (id int);' })
  bench.project.write({ 'db/roles.sql': roles })
})

test('runs after the revisions, and by every upgrade', async () => {
  const first = await bench.run({ after: 'db/roles.sql' })
  expect(first.report).toMatchObject({ gate: 'open', status: 'upgraded' })
  expect(first.database.followUps).toEqual([
    {
      kind: 'after',
      name: 'db/roles.sql',
      result: 'done',
      durationMs: expect.any(Number),
      did: [
        'grant usage on schema public to public',
        'grant select on all tables in schema public to public',
      ],
    },
  ])
  expect(await readable()).toBe(true)
  await bench.query('revoke select on orders from public')

  const second = await bench.run({ after: 'db/roles.sql' })
  expect(second.report).toMatchObject({ gate: 'open', status: 'up-to-date' })
  expect(second.log).toContain('then db/roles.sql (`after`)')
  expect(second.log).toMatch(
    /✅ db\/roles\.sql \(`after`\) in \d+ ms: grant usage on schema public to public, /,
  )
  expect(await readable()).toBe(true)
})

test('is run under the gate lock, in a session of its own', async () => {
  bench.project.write({
    'db/roles.sql': `do $$ begin
      if not exists (select from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()
        and database = (select oid from pg_database where datname = current_database()))
      then raise exception 'no lock'; end if;
    end $$`,
  })
  expect((await bench.run({ after: 'db/roles.sql' })).report.gate).toBe('open')
  expect((await bench.run({ after: 'db/roles.sql' })).report.gate).toBe('open')
})

test('that fails is rolled back as a whole, closes the gate, and says that the revisions stay', async () => {
  bench.project.write({ 'db/roles.sql': `${roles}grant select on orders\n  to nobody_here;\n` })
  const { report, database, fault, log } = await bench.run({ after: 'db/roles.sql' })
  expect(report).toMatchObject({ gate: 'closed', status: 'failed' })
  expect(database).toMatchObject({ applied: ['0001'], to: ['0001'], failed: '' })
  expect(database.followUps).toMatchObject([{ result: 'failed', did: [] }])
  expect(fault).toMatchObject({
    id: 'after-failed',
    message: expect.stringContaining(
      'db/roles.sql (`after`) failed at statement 3 of 3: role "nobody_here" does not exist (42704)',
    ),
    place: { path: 'db/roles.sql', line: 4, column: 1 },
    state: expect.stringMatching(
      /^All of db\/roles\.sql was rolled back\. 0001 is applied and stays; \S+ is at 0001\.$/,
    ),
    next: [{ command: 'upgrade', when: 'the file is mended' }],
  })
  expect(log).toContain('▶ 4 │ grant select on orders')
  expect(await readable()).toBe(false)

  bench.project.write({ 'db/roles.sql': roles })
  expect((await bench.run({ after: 'db/roles.sql' })).report).toMatchObject({
    gate: 'open',
    status: 'up-to-date',
  })
  expect(await readable()).toBe(true)
})

test('a place in the line is shown where the server names one', async () => {
  bench.project.write({ 'db/roles.sql': 'select 1;\n\ngrant selct on orders to public;\n' })
  const { fault } = await bench.run({ after: 'db/roles.sql' })
  expect(fault?.place).toEqual({ path: 'db/roles.sql', line: 3, column: 1 })
  bench.project.write({ 'db/roles.sql': 'select 1;\n\nselect nothing from orders;\n' })
  const { fault: exact, log } = await bench.run({ after: 'db/roles.sql' })
  expect(exact?.place).toEqual({ path: 'db/roles.sql', line: 3, column: 8 })
  expect(log).toMatch(/│ select nothing from orders;\n.*│ {8}\^/)
})

test('several files run in their order, each in its own transaction; behind one that fails none runs', async () => {
  bench.project.write({
    'a.sql': 'create table one ();',
    'db/b.sql': 'create table two (); select 1 / 0;',
    'c.sql': 'create table three ();',
  })
  const { database, log } = await bench.run({ after: 'a.sql\ndb/b.sql, c.sql' })
  expect(database.followUps?.map(({ name, result }) => [name, result])).toEqual([
    ['a.sql', 'done'],
    ['db/b.sql', 'failed'],
    ['c.sql', 'skipped'],
  ])
  expect(await bench.tables()).toEqual(['one', 'orders'])
  expect(log).toContain('❌ db/b.sql (`after`) failed')
})

test('one that leaves a role, a setting and a temporary table leaves them to nobody', async () => {
  bench.project.write({
    'a.sql': "create temporary table mine (); set search_path = 'nowhere'; set role pg_monitor;",
    'b.sql':
      "do $$ begin assert current_setting('search_path') <> 'nowhere'; assert current_user = session_user; assert to_regclass('mine') is null; end $$",
  })
  await bench.superuser(`grant pg_monitor to "${new URL(bench.database.url).username}"`)
  const { report, fault } = await bench.run({ after: 'a.sql,b.sql' })
  expect(fault).toBeUndefined()
  expect(report.gate).toBe('open')
})

test.each([
  ['begin; grant usage on schema public to public; commit;', 'sql-transaction-control', 1],
  ['select 1;\n\\i other.sql\n', 'sql-meta-command', 2],
  ['copy orders from stdin;\n1\n\\.\n', 'sql-copy-stdin', 1],
  ['select 1;\ncreate index concurrently i on orders (id);', 'script-outside', 2],
  ['-- migrate:up\nselect 1;\n', 'script-sections', 1],
  [
    '-- a comment\n-- migrate:up transaction:false\nselect 1;\n-- migrate:down\ndrop table orders;',
    'script-sections',
    2,
  ],
  ["select 'open;", 'sql-unterminated', 1],
])('%j is refused before the first revision', async (text, id, line) => {
  bench.project.write({ 'db/roles.sql': text })
  const plan = await bench.run({ command: 'plan', after: 'db/roles.sql' })
  expect(plan.report).toMatchObject({ gate: 'open', upgrade: 'closed' })
  const { report, fault } = await bench.run({ after: 'db/roles.sql' })
  expect(report.gate).toBe('closed')
  expect(fault).toMatchObject({ id, place: { path: 'db/roles.sql', line } })
  expect(await bench.tables()).toEqual([])
})

test('a file that is not there is named with every place where it was looked for', async () => {
  bench.project.write({ 'backend/app.txt': '' })
  const { fault } = await bench.run({
    after: 'roles.sql',
    'working-directory': 'backend',
    directory: '../migrations',
  })
  expect(fault).toMatchObject({
    id: 'script-missing',
    exit: 2,
    message: '`after` names "roles.sql", which does not exist; looked for backend/roles.sql and roles.sql.',
  })
  bench.project.write({
    'backend/roles.sql': 'create table from_backend ();',
    'roles.sql': 'create table from_root ();',
  })
  await bench.run({ after: 'roles.sql', 'working-directory': 'backend', directory: '../migrations' })
  expect(await bench.tables()).toEqual(['from_backend', 'orders'])
})

test('lock and statement timeouts hold in it', async () => {
  bench.project.write({
    'db/roles.sql':
      "do $$ begin assert current_setting('lock_timeout') = '7s'; assert current_setting('statement_timeout') = '8s'; end $$",
  })
  const { fault } = await bench.run({
    after: 'db/roles.sql',
    'lock-timeout': '7s',
    'statement-timeout': '8s',
  })
  expect(fault).toBeUndefined()
})

test('a revision that fails leaves no turn to it', async () => {
  bench.write({ '0002_broken.sql': 'select 1 / 0;' })
  const { database } = await bench.run({ after: 'db/roles.sql' })
  expect(database.failed).toBe('0002')
  expect(database).not.toHaveProperty('followUps')
  expect(await readable()).toBe(false)
})

test('belongs to the newest revision: a target before it leaves it out, and says so', async () => {
  bench.write({ '0002_lines.sql': 'create table lines (id int);' })
  const { report, database, log } = await bench.run({ after: 'db/roles.sql', revision: '0001' })
  expect(report.gate).toBe('open')
  expect(database.followUps).toMatchObject([{ result: 'skipped' }])
  expect(log).toContain('not run: `after`, which belong to 0002; the database is at 0001')
  expect(await readable()).toBe(false)
  await bench.run({ after: 'db/roles.sql' })
  expect(await readable()).toBe(true)
})

test('an interruption rolls it back, and the report says where the run was', async () => {
  bench.project.write({ 'db/roles.sql': 'create table half (); select pg_sleep(60);' })
  const controller = new AbortController()
  const { report, fault } = await bench.run(
    { after: 'db/roles.sql' },
    {
      signal: controller.signal,
      on: event => {
        if (event.kind === 'follow-started') setTimeout(() => controller.abort(), 200)
      },
    },
  )
  expect(report.gate).toBe('closed')
  expect(fault).toMatchObject({
    id: 'follow-up-interrupted',
    exit: 130,
    state: expect.stringContaining('0001 is applied'),
  })
  expect(await bench.tables()).toEqual(['orders'])
})

test('a lost connection is told as that', async () => {
  bench.project.write({
    'db/roles.sql': 'create table half (); select pg_terminate_backend(pg_backend_pid());',
  })
  const { fault } = await bench.run({ after: 'db/roles.sql' })
  expect(fault).toMatchObject({ id: 'follow-up-lost', state: expect.stringContaining('is at 0001') })
  expect(await bench.tables()).toEqual(['orders'])
})

test('is not run when another session has the gate lock by then', async () => {
  bench.write({ '0002_gives_up.sql': 'select pg_sleep(0.5); select pg_advisory_unlock_all();' })
  await withClient(bench.database.url, async other => {
    let waiting: Promise<unknown> | undefined
    const { database, fault } = await bench.run(
      { after: 'db/roles.sql' },
      {
        on: event => {
          if (event.kind !== 'started') return
          const key = lockKey(bench.database.name, 'public.migration_history')
          waiting ??= other.query('select pg_advisory_lock($1::bigint)', [key])
        },
      },
    )
    await waiting
    expect(fault).toMatchObject({
      id: 'follow-up-unlocked',
      state: expect.stringContaining('is at 0002'),
      next: [{ command: 'upgrade' }],
    })
    expect(database.followUps).toMatchObject([{ result: 'failed' }])
  })
  expect(await readable()).toBe(false)
})

test.each([
  ['drop table migration_history;', 'no revision'],
  ["update migration_history set version = '0000';", '0000'],
  ["update migration_history set state = 'dirty';", '0001 (half applied)'],
])('one that changes the history closes the gate: %s', async (sql, now) => {
  bench.project.write({ 'db/roles.sql': sql })
  const { report, database, fault } = await bench.run({ after: 'db/roles.sql' })
  expect(report).toMatchObject({ gate: 'closed', status: 'failed' })
  expect(fault).toMatchObject({ id: 'after-history', message: expect.stringContaining(`says ${now}, where`) })
  expect(database).toMatchObject({ applied: ['0001'], followUps: [{ result: 'done' }] })
  expect(database.to).not.toEqual(['0001'])
})

test('a lock that goes while the last of them runs closes the gate', async () => {
  bench.project.write({
    'db/smoke.sql':
      'select pg_terminate_backend(pid) from pg_locks where locktype = $$advisory$$ and database = (select oid from pg_database where datname = current_database());',
  })
  const { report, fault } = await bench.run({ smoke: 'db/smoke.sql' })
  expect(report).toMatchObject({ gate: 'closed', status: 'failed' })
  expect(fault).toMatchObject({ id: 'follow-up-unlocked', message: expect.stringContaining('lost during') })
})

test('what it reads aloud is in the log', async () => {
  bench.project.write({ 'db/roles.sql': "do $$ begin raise notice 'roles are set'; end $$" })
  expect((await bench.run({ after: 'db/roles.sql' })).log).toContain('NOTICE: roles are set')
})

test('of several databases each has its own of the config file, else the step’s; where one fails the next is left alone', async () => {
  const second = await freshDatabase()
  try {
    const config = (smoke: string) => `databases:
  a: { url: A_URL, engine: sql, directory: a, after: [db/a.sql], smoke: [${smoke}] }
  b: { url: B_URL, engine: sql, directory: b }
`
    bench.project.write({
      '.github/migration-gate.yml': config('db/fails.sql'),
      'a/0001_a.sql': 'create table a ();',
      'b/0001_b.sql': 'create table b ();',
      'db/a.sql': 'create table if not exists after_a ();',
      'db/step.sql': 'create table if not exists after_step ();',
      'db/fails.sql': 'select 1 where false',
      'db/passes.sql': 'select 1',
    })
    const env = { A_URL: bench.database.url, B_URL: second.url }
    const tablesOfSecond = async () =>
      (
        await query<{ name: string }>(
          second.url,
          "select tablename as name from pg_tables where schemaname = 'public' order by 1",
        )
      ).map(({ name }) => name)
    const closed = await bench.run({ after: 'db/step.sql' }, { env })
    expect(closed.report.databases.map(({ status, fault }) => [status, fault?.id])).toEqual([
      ['failed', 'smoke-failed'],
      ['skipped', undefined],
    ])
    expect(closed.log).toContain('next: migration-gate downgrade base --database a')
    expect([await bench.tables(), await tablesOfSecond()]).toEqual([['a', 'after_a'], []])

    bench.project.write({ '.github/migration-gate.yml': config('db/passes.sql') })
    const open = await bench.run({ after: 'db/step.sql' }, { env })
    expect(
      open.report.databases.map(({ followUps }) => followUps?.map(({ name, result }) => [name, result])),
    ).toEqual([
      [
        ['db/a.sql', 'done'],
        ['db/passes.sql', 'done'],
      ],
      [['db/step.sql', 'done']],
    ])
    expect(open.log).toContain('✅ b: db/step.sql (`after`)')
    expect([await bench.tables(), await tablesOfSecond()]).toEqual([
      ['a', 'after_a'],
      ['after_step', 'b', 'migration_history'],
    ])
  } finally {
    await second.drop()
  }
})
