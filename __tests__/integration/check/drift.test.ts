/** `drift-url`: a live database, changed by hand, and what comes next. */
import { afterEach, beforeEach, expect, it, test } from '@jest/globals'
import { alembicProject, alembicRevision, sqlRevision, useChecker } from '../../support/check.ts'
import { runIn, tap } from '../../support/gate.ts'
import { type Database, freshDatabase, query } from '../../support/postgres.ts'
import { pythonOf } from '../../support/python.ts'

const check = useChecker()
let live: Database
beforeEach(async () => {
  live = await freshDatabase()
})
afterEach(() => live.drop())

const files = {
  'migrations/0001_customers.sql': sqlRevision(
    'create table customers (id int primary key, name varchar(20))',
  ),
  'migrations/0002_orders.sql': sqlRevision('create table orders (id int primary key, note text, code text)'),
}

/** What is merged is deployed; a branch adds a revision. */
async function deployed(next: string): Promise<void> {
  check.repo.commit(files)
  await runIn(check.repo.path, live.url)
  check.repo.git('checkout', '--quiet', '-b', 'change')
  check.repo.commit({ 'migrations/0003_next.sql': next })
}
const pulled = (inputs = {}) =>
  check.pulled('change', { inputs: { rehearse: 'auto', 'drift-url': live.url, ...inputs } })

const harmless = sqlRevision('create table notes (id int primary key)', 'drop table notes')

it('says nothing of a database that is what its revisions make', async () => {
  await deployed(harmless)
  const { said, database, log } = await pulled()
  expect(said).toEqual([])
  expect(database.drifted).toMatchObject({ at: ['0002'], differences: 0, collisions: 0 })
  expect(log).toContain('is at 0002, and its schema is what these revisions make')
})

it('names what was changed by hand, and the coming statements that meet it, with their places', async () => {
  await deployed(
    sqlRevision(
      'create table notes (id int primary key);\ncreate index by_hand_idx on orders (note);\nalter table orders drop column code',
      'drop table notes; drop index by_hand_idx; alter table orders add code text',
    ),
  )
  await query(
    live.url,
    'create index by_hand_idx on orders (id); alter table orders drop code; alter table customers alter name type text',
  )
  const { findings, database, log } = await pulled()
  const drift = findings.filter(({ rule }) => rule.startsWith('drift'))
  expect(drift.map(({ rule, level }) => `${rule} ${level}`)).toEqual([
    'drift-collides error',
    'drift-collides error',
    'drift warning',
    'drift warning',
    'drift warning',
  ])
  expect(drift[0]).toMatchObject({
    revision: '0003',
    fault: { place: { path: 'migrations/0003_next.sql', line: 3 } },
  })
  expect(drift[1]?.fault.place?.line).toBe(4)
  expect(log).toContain(
    'it makes index by_hand_idx on orders, which is there already, though no applied revision makes it',
  )
  expect(log).toContain(
    'it removes column orders.code, which is no longer there, though the applied revisions make it',
  )
  expect(log).toContain('column customers.name: text in the live database, varchar(20) by the revisions')
  expect(log).toContain('index by_hand_idx on orders exists only in the live database')
  expect(log).toContain('column orders.code is missing in the live database')
  expect(database.drifted).toMatchObject({ differences: 3, collisions: 2 })
  // It is as said: the deploy fails on the first of them.
  check.repo.git('checkout', '--quiet', 'change')
  const deploy = await runIn(check.repo.path, live.url)
  expect(deploy.fault?.message).toContain('by_hand_idx')
})

it('looks at pending revisions that are merged already, too', async () => {
  check.repo.commit({ 'migrations/0001_customers.sql': files['migrations/0001_customers.sql'] })
  await runIn(check.repo.path, live.url)
  check.repo.commit({ 'migrations/0002_orders.sql': files['migrations/0002_orders.sql'] })
  check.repo.git('checkout', '--quiet', '-b', 'change')
  check.repo.commit({ 'migrations/0003_next.sql': harmless })
  await query(live.url, 'create table orders (id int)')
  const { findings } = await pulled()
  expect(findings.map(({ rule, revision }) => [rule, revision])).toEqual([
    ['drift-collides', '0002'],
    ['drift', undefined],
  ])
})

it('is let through by a line of the revision', async () => {
  await deployed(
    `-- gate: allow drift-collides because it is dropped before the deploy\n${sqlRevision('create index by_hand_idx on orders (note)', 'drop index by_hand_idx')}`,
  )
  await query(live.url, 'create index by_hand_idx on orders (id)')
  const { said } = await pulled()
  expect(said.filter(one => one.startsWith('drift'))).toEqual(['drift-collides allowed', 'drift warning'])
})

it('writes nothing, and begins every look at the schema read-only', async () => {
  await deployed(harmless)
  const seen = await tap(live.url)
  await pulled({ 'drift-url': seen.url })
  await seen.close()
  expect(seen.queries.length).toBeGreaterThan(3)
  for (const text of seen.queries)
    expect(text).toMatch(/^\s*(?:select|with|begin transaction read only|rollback)\b/)
})

it('needs no more than to read the catalogs and the history', async () => {
  await deployed(harmless)
  const role = `${live.name}_reader`
  await query(
    live.superuserUrl,
    `create role ${role} login password 'r'; grant select on migration_history to ${role}`,
  )
  const url = new URL(live.superuserUrl)
  url.username = role
  url.password = 'r'
  const { said, database } = await pulled({ 'drift-url': url.href })
  await query(live.superuserUrl, `revoke all on migration_history from ${role}; drop role ${role}`)
  expect(said).toEqual([])
  expect(database.drifted?.differences).toBe(0)
})

test.each([
  ['of a stranger: a note', true, []],
  ['of our own: a warning', false, ['drift-not-compared warning']],
])('an empty secret on a pull request %s', async (_, fork, expected) => {
  await deployed(harmless)
  const { said, log } = await check.pulled('change', { fork, inputs: { rehearse: 'auto', 'drift-url': '' } })
  expect(said).toEqual(expected)
  expect(log).toContain('the input drift-url is empty')
})

it('says what is not there, and never the password', async () => {
  await deployed(harmless)
  const url = live.url.replace(/\/[^/]*$/, '/no_such_database')
  const { said, log, report } = await pulled({ 'drift-url': url })
  expect(said).toEqual(['drift-not-compared warning'])
  expect(log).toContain('no_such_database')
  const password = new URL(live.url).password
  for (const form of [password, decodeURIComponent(password)]) {
    expect(log).not.toContain(form)
    expect(JSON.stringify(report)).not.toContain(form)
  }
})

test.each([
  [
    'a revision without a file',
    `insert into migration_history (version, name, checksum, state) values ('0009', 'x', 'x', 'applied')`,
    '0009',
  ],
  [
    'a revision that was passed over',
    `delete from migration_history where version = '0001'`,
    'its history passed over 0001',
  ],
])('a history with %s is not compared', async (_, sql, told) => {
  await deployed(harmless)
  await query(live.url, sql)
  const { said, log } = await pulled()
  expect(said).toEqual(['drift-not-compared warning'])
  expect(log).toContain(told)
})

it('takes a rehearsal', async () => {
  await deployed(harmless)
  expect((await pulled({ rehearse: 'off' })).said).toEqual(['drift-not-compared warning'])
})

it('never rehearses in the live database', async () => {
  await deployed(harmless)
  const before = await query(live.url, 'select version from migration_history order by 1')
  const { fault, log } = await pulled({ rehearse: live.url })
  expect(fault?.id).toBe('rehearsal-refused')
  expect(log).toContain('is what the input drift-url leads to')
  expect(await query(live.url, 'select version from migration_history order by 1')).toEqual(before)
  expect(await query(live.url, `select from pg_tables where tablename = 'notes'`)).toEqual([])
})

it('of several databases takes one at a time', async () => {
  check.repo.commit({
    '.github/migration-gate.yml':
      'databases:\n  a: { directory: a, url: A_URL }\n  b: { directory: b, url: B_URL }\n',
    'a/0001_a.sql': 'create table a (id int primary key);',
    'b/0001_b.sql': 'create table b (id int primary key);',
  })
  const inputs = { rehearse: 'auto', 'drift-url': live.url }
  await expect(check.typed(inputs)).rejects.toThrow('drift-url')
  const { database } = await check.typed({ ...inputs, database: 'a' })
  expect(database.drifted).toMatchObject({ at: [], differences: 0, collisions: 0 })
})

it('of Alembic', async () => {
  const env = `import os\nfrom alembic import context\nfrom sqlalchemy import create_engine\nengine = create_engine(os.environ["DATABASE_URL"].replace("postgresql://", "postgresql+psycopg://", 1))\nwith engine.connect() as connection:\n    context.configure(connection=connection)\n    with context.begin_transaction():\n        context.run_migrations()\n`
  const run = `${pythonOf()} -m alembic`
  check.repo.commit({
    ...alembicProject,
    'alembic/env.py': env,
    ...alembicRevision('aaa1', null, {
      up: ['op.execute("create table orders (id int, note text)")'],
      back: ['op.execute("drop table orders")'],
    }),
  })
  await runIn(check.repo.path, live.url, { inputs: { run } })
  check.repo.git('checkout', '--quiet', '-b', 'change')
  check.repo.commit(
    alembicRevision('bbb2', 'aaa1', {
      up: ['op.create_index("by_hand_idx", "orders", ["note"])'],
      back: ['op.drop_index("by_hand_idx")'],
    }),
  )
  await query(live.url, 'create index by_hand_idx on orders (id)')
  const { findings, database } = await pulled({ run })
  const drift = findings.filter(({ rule }) => rule.startsWith('drift'))
  expect(drift.map(({ rule, revision }) => [rule, revision])).toEqual([
    ['drift-collides', 'bbb2'],
    ['drift', undefined],
  ])
  expect(drift[0]?.fault.place).toMatchObject({ path: 'alembic/versions/bbb2_.py', line: 12 })
  expect(database.drifted).toMatchObject({ at: ['aaa1'], differences: 1, collisions: 1 })
})

const noting = `create table noted (at text);
  create function note() returns boolean language plpgsql as $$
    begin perform set_config('transaction_read_only', 'off', false); insert into noted values ('x'); return true; end $$;`

test.each([
  [
    'a view over a function',
    'alter table migration_history rename to former; create view migration_history as select * from former where note()',
    'migration_history, is no table',
  ],
  [
    'a table with a policy',
    `create policy noting on migration_history using (note());
    alter table migration_history enable row level security, force row level security`,
    'The live database of `drift-url` was not compared',
  ],
])('a history that writes when it is read writes nothing: %s', async (_, made, why) => {
  await deployed(harmless)
  await query(live.url, `${noting} ${made}`)
  const { said, log } = await pulled()
  expect(said).toContain('drift-not-compared warning')
  expect(log).toContain(why)
  expect(await query(live.url, 'select * from noted')).toEqual([])
})
