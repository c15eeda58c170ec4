import { createHash } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { runIn, tap, useBench } from '../../support/gate.ts'

const bench = useBench()

test('brings an empty database to head and says what it did', async () => {
  bench.write({
    '0001_create_users.sql': 'create table users (id int);\ninsert into users values (1), (2);\n',
    '0002_add_name.sql': 'alter table users add name text;',
  })
  const { report, database, log } = await bench.run()
  expect(report).toMatchObject({ status: 'upgraded', gate: 'open', faults: [] })
  expect(database).toMatchObject({
    from: [],
    to: ['0002'],
    pending: ['0001', '0002'],
    applied: ['0001', '0002'],
    failed: '',
  })
  expect(database.outcomes.map(outcome => outcome.did)).toEqual([
    ['create table users', 'insert 2 rows'],
    ['alter table users'],
  ])
  expect(log).toMatch(/0001 create_users in .*: create table users, insert 2 rows/)
  expect(log).toMatch(/Gate open: gate_\w+ is at 0002\.$/)
  expect(await bench.tables()).toEqual(['users'])
})

test('asks exactly two queries after connecting when there is nothing to do', async () => {
  bench.write({ '0001_a.sql': 'create table a ();', '0002_b.sql': 'create table b ();' })
  await bench.run()
  const listening = await tap(bench.database.url)
  try {
    const { report } = await runIn(bench.project.path, listening.url)
    expect(report.status).toBe('up-to-date')
    expect(listening.queries).toEqual([
      expect.stringContaining('current_database'),
      expect.stringContaining('from "public"."migration_history"'),
    ])
  } finally {
    await listening.close()
  }
})

test.each(['plan', 'current'])('%s writes nothing, not even the history table', async command => {
  bench.write({ '0001_a.sql': 'create table a ();' })
  const listening = await tap(bench.database.url)
  try {
    const { report, database } = await runIn(bench.project.path, listening.url, { inputs: { command } })
    expect(report).toMatchObject({ status: 'pending', gate: 'open' })
    expect(database).toMatchObject({ from: [], to: [], pending: ['0001'], applied: [] })
    expect(listening.queries.every(text => /^\s*select/i.test(text))).toBe(true)
  } finally {
    await listening.close()
  }
  const [{ count } = { count: -1 }] = await bench.query<{ count: number }>(
    `select count(*)::int from pg_class c join pg_namespace n on n.oid = relnamespace where nspname = 'public'`,
  )
  expect(count).toBe(0)
})

test('keeps of each revision what the contract says', async () => {
  bench.write({
    '0001_a.sql': '-- migrate:up\ncreate table a ();\n\n-- migrate:down\ndrop table a;\n',
    '0002_b.sql': '-- migrate:up transaction:false\ncreate table b ();\ncreate table c ();\n',
  })
  const env = { GITHUB_REPOSITORY: 'o/r', GITHUB_RUN_ID: '7', GITHUB_SERVER_URL: 'https://github.example' }
  await bench.run({}, { env })
  const columns = await bench.query<{ name: string; type: string; key: boolean }>(
    `select attname::text as name, format_type(atttypid, atttypmod) as type,
       attnum = any(coalesce((select conkey from pg_constraint where conrelid = attrelid and contype = 'p'), '{}')) as key
     from pg_attribute where attrelid = 'migration_history'::regclass and attnum > 0 order by attnum`,
  )
  expect(columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
    'version text',
    'name text',
    'checksum text',
    'state text',
    'statements_done integer',
    'statement_hashes text[]',
    'applied_at timestamp with time zone',
    'duration_ms integer',
    'applied_by text',
    'run_url text',
    'commit_sha text',
  ])
  expect(columns.filter(column => column.key).map(column => column.name)).toEqual(['version'])

  const [first, second] = await bench.history()
  const by = {
    state: 'applied',
    applied_by: 'octocat',
    run_url: 'https://github.example/o/r/actions/runs/7',
    commit_sha: 'c'.repeat(40),
    duration_ms: expect.any(Number),
    applied_at: expect.any(Date),
  }
  const sha = (text: string) => createHash('sha256').update(text).digest('hex')
  expect(first).toEqual({
    ...by,
    version: '0001',
    name: 'a',
    checksum: sha('create table a ();'),
    statements_done: 0,
    statement_hashes: [],
  })
  expect(second).toEqual({
    ...by,
    version: '0002',
    name: 'b',
    checksum: sha('create table b ();\ncreate table c ();'),
    statements_done: 2,
    statement_hashes: [sha('create table b ()'), sha('create table c ()')],
  })
  expect(Date.now() - (first?.applied_at.getTime() ?? 0)).toBeLessThan(600_000)
})

test('a file with CRLF has the checksum of the one with LF', async () => {
  bench.write({ '0001_a.sql': 'create table a (\n  id int\n);\n' })
  await bench.run()
  bench.write({ '0001_a.sql': 'create table a (\r\n  id int\r\n);\r\n' })
  expect((await bench.run()).report.status).toBe('up-to-date')
})

test('runs each revision in a transaction of its own, with its history row in it', async () => {
  const seen = (id: string) =>
    `insert into seen select '${id}', pg_current_xact_id()::text, count(*) from migration_history;`
  bench.write({
    '0001_a.sql': `create table seen (id text, xid text, rows int); ${seen('0001')} ${seen('0001b')}`,
    '0002_b.sql': seen('0002'),
  })
  await bench.run()
  const rows = await bench.query<{ id: string; xid: string; rows: number }>('select * from seen order by id')
  expect(rows.map(row => row.rows)).toEqual([0, 0, 1])
  expect(rows[0]?.xid).toBe(rows[1]?.xid)
  expect(rows[2]?.xid).not.toBe(rows[0]?.xid)
  const written = await bench.query<{ xid: string }>(
    'select xmin::text as xid from migration_history order by version',
  )
  expect(written.map(row => row.xid)).toEqual([rows[0]?.xid, rows[2]?.xid])
})

test('a failing revision is rolled back whole, the later ones do not run, and the message says where it stands', async () => {
  bench.write({
    '0001_a.sql': 'create table a ();',
    '0002_b.sql': 'create table b ();\ncreate table a ();\ncreate table never ();',
    '0003_c.sql': 'create table c ();',
  })
  const { report, database, fault, log } = await bench.run()
  expect(report).toMatchObject({ status: 'failed', gate: 'closed' })
  expect(database).toMatchObject({
    from: [],
    to: ['0001'],
    applied: ['0001'],
    failed: '0002',
    pending: ['0001', '0002', '0003'],
  })
  expect(database.outcomes.map(outcome => outcome.result)).toEqual(['applied', 'failed', 'skipped'])
  expect(fault).toMatchObject({
    id: 'revision-failed',
    message: 'Revision 0002 b failed at statement 2 of 3: relation "a" already exists (42P07).',
    state:
      'All of 0002 was rolled back: the database is at 0001, as before. The table a is made by migrations/0001_a.sql.',
    place: { path: 'migrations/0002_b.sql', line: 2, column: 1 },
    exit: 1,
  })
  expect(await bench.tables()).toEqual(['a'])
  expect((await bench.history()).map(row => row.version)).toEqual(['0001'])
  expect(log).toContain('▶ 2 │ create table a ();')
  expect(log).toContain('next: migration-gate upgrade')
  expect(log).toMatch(/Gate closed: gate_\w+ is at 0001\.$/)

  bench.write({ '0002_b.sql': 'create table b ();' })
  expect((await bench.run()).database).toMatchObject({
    from: ['0001'],
    to: ['0003'],
    applied: ['0002', '0003'],
  })
})

test.each([
  ['after non-ASCII text', "select 'žluťoučký 🐘🐘';\nselect '🐘', nope;\n", 2, 13],
  ['with CRLF', 'create table a ();\r\n\r\nselect 1,\r\n  nope;\r\n', 4, 3],
  ['with a byte order mark', '\ufeffselect nope;', 1, 8],
  ['below a marker', '-- migrate:up\n\n  select\n\tnope;\n-- migrate:down\nselect 1;', 4, 2],
  ['with a lone CR in a comment', '-- one\rselect nope;', 2, 8],
])('names line and column %s', async (_, text, line, column) => {
  bench.write({ '0001_a.sql': text })
  const { fault } = await bench.run()
  expect(fault?.place).toEqual({ path: 'migrations/0001_a.sql', line, column })
  expect(fault?.excerpt).toMatchObject({ markedLine: line, caret: column })
})

test('names the statement where the server names no place in it, without a caret', async () => {
  bench.write({ '0001_a.sql': 'create table a ();\n /* é */ create table a ();' })
  const { fault } = await bench.run()
  expect(fault?.place).toEqual({ path: 'migrations/0001_a.sql', line: 2, column: 10 })
  expect(fault?.excerpt).toMatchObject({ markedLine: 2 })
  expect(fault?.excerpt).not.toHaveProperty('caret')
})

test('a deferred constraint that fails at the end rolls the revision back', async () => {
  bench.write({
    '0001_a.sql':
      'create table a (id int primary key);\ncreate table b (a int references a deferrable initially deferred);',
    '0002_b.sql': 'create table c ();\ninsert into b values (7);',
    '0003_c.sql': 'create table d ();',
  })
  const { fault, database } = await bench.run()
  expect(fault).toMatchObject({
    id: 'revision-commit',
    state: 'All of 0002 was rolled back: the database is at 0001, as before.',
    server: { code: '23503' },
  })
  expect(fault?.server?.detail).toBe('Key (a)=(…) is not present in table "a".')
  expect(database).toMatchObject({ to: ['0001'], failed: '0002' })
  expect(await bench.tables()).toEqual(['a', 'b'])
})

test('NOTICE and WARNING are shown, with the revision they came from', async () => {
  bench.write({
    '0001_a.sql': `do $$ begin raise notice 'hello %', 1; raise warning 'two\nlines'; end $$; drop table if exists nothing;`,
  })
  const { log } = await bench.run()
  expect(log).toMatch(
    /0001 a \(1 of 1\)\n {3}NOTICE: hello 1\n {3}WARNING: two\n {5}lines\n {3}NOTICE: table "nothing" does not exist, skipping\n {3}✅ 0001/,
  )
})

test('lock-timeout and statement-timeout are set for every revision, and end with it', async () => {
  const ask = `insert into seen select current_setting('lock_timeout'), current_setting('statement_timeout');`
  bench.write({
    '0001_a.sql': `create table seen (lock text, statement text); ${ask} set lock_timeout = '1h'; ${ask}`,
    '0002_b.sql': ask,
    '0003_c.sql': `-- migrate:up transaction:false\n${ask}\nset lock_timeout = '1h';\n${ask}`,
  })
  await bench.run({ 'lock-timeout': '1234ms', 'statement-timeout': '90s' })
  const rows = await bench.query<{ lock: string; statement: string }>('select * from seen')
  expect(rows.map(row => row.lock)).toEqual(['1234ms', '1h', '1234ms', '1234ms', '1234ms'])
  expect(new Set(rows.map(row => row.statement))).toEqual(new Set(['90s']))

  bench.write({ '0004_d.sql': 'select pg_sleep(20);' })
  expect((await bench.run({ 'statement-timeout': '50ms' })).fault).toMatchObject({
    server: { code: '57014' },
    message: expect.stringContaining('statement timeout'),
  })
})

test('1, 001 and 40 digits are versions, compared as integers', async () => {
  const long = `${'9'.repeat(39)}0`
  bench.write({
    [`${long}_last.sql`]: 'create table third ();',
    '10_second.sql': 'create table second ();',
    '009_first.sql': 'create table first ();',
  })
  expect((await bench.run()).database.applied).toEqual(['009', '10', long])
  bench.write({ '09_again.sql': 'select 1;' })
  const { fault, report } = await bench.run()
  expect(report.gate).toBe('closed')
  expect(fault?.message).toBe(
    'Version 09 has two files: migrations/009_first.sql and migrations/09_again.sql.',
  )
})

test('stops at the revision that was asked for', async () => {
  bench.write({ '0001_a.sql': 'select 1;', '0002_b.sql': 'select 1;', '0003_c.sql': 'select 1;' })
  expect((await bench.run({ revision: '+1' })).database.to).toEqual(['0001'])
  expect((await bench.run({ revision: '0002_b' })).database.to).toEqual(['0002'])
  expect((await bench.run({ revision: '+0' })).database).toMatchObject({ to: ['0002'], applied: [] })
  expect((await bench.run({ revision: '9' })).fault?.id).toBe('revision-unknown')
})
