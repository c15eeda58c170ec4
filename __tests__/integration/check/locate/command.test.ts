/** `locate`: which revision a database really is, by a replay of its history on a server of the machine’s own. */
import { expect, it } from '@jest/globals'
import { sqlRevision } from '../../../support/check.ts'
import { useBench } from '../../../support/gate.ts'

const bench = useBench()

const files = {
  '0001_customers.sql': sqlRevision('create table customers (id int primary key, name varchar(20))'),
  '0002_orders.sql': sqlRevision(
    'create table orders (id int primary key, note text); create index orders_note on orders (note)',
  ),
  '0003_rows.sql': sqlRevision(`insert into customers values (1, 'a')`),
  '0004_mood.sql': sqlRevision(
    `create type mood as enum ('sad', 'happy'); alter table customers add mood mood`,
  ),
}
const locate = (inputs = {}) => bench.run({ command: 'locate', ...inputs })

/** All four are applied, by the gate. */
async function upgraded(): Promise<void> {
  bench.write(files)
  await bench.run()
}

it('says that the history is right, and writes nothing', async () => {
  await upgraded()
  const before = await bench.history()
  const { report, database, log } = await locate()
  expect(database.located).toMatchObject({
    verdict: 'equal',
    says: ['0004'],
    revision: ['0004'],
    same: [],
    differences: [],
    rehearsed: 4,
  })
  expect(report.gate).toBe('open')
  expect(log).toContain('📍 the schema is exactly that of 0004, as the history says')
  expect(log).toMatch(/4 revisions replayed on Postgres \d+ in /)
  expect(await bench.history()).toEqual(before)
})

it('finds a history that was stamped wrongly, and its stamp puts that right', async () => {
  await upgraded()
  await bench.run({ command: 'stamp', revision: '0001' })
  const { report, fault, log } = await locate()
  expect(report.gate).toBe('closed')
  expect(fault).toMatchObject({ id: 'schema-elsewhere', next: [{ command: 'stamp', revision: '0004' }] })
  expect(log).toContain('says 0001, and its schema is exactly that of 0004.')
  expect(log).toContain('migration-gate stamp 0004')
  await bench.run({ command: 'stamp', revision: '0004' })
  expect((await locate()).database.located?.verdict).toBe('equal')
})

it('names every revision that leaves the schema as it is: which of them ran, it cannot know', async () => {
  bench.write(files)
  await bench.run({ command: 'upgrade', revision: '0002' })
  await bench.run({ command: 'stamp', revision: '0004' })
  const { database, fault } = await locate()
  expect(database.located).toMatchObject({ verdict: 'elsewhere', revision: ['0003'], same: ['0002'] })
  expect(fault?.next).toEqual([
    { command: 'stamp', revision: '0003', when: 'it ran, too' },
    {
      command: 'stamp',
      revision: '0002',
      when: 'what comes after it did not run: it leaves the schema as it is',
    },
  ])
  await bench.run({ command: 'stamp', revision: '0002' })
  expect((await locate()).database.located).toMatchObject({
    verdict: 'equal',
    revision: ['0002'],
    same: ['0003'],
  })
})

it('finds a revision that was run by hand', async () => {
  bench.write(files)
  await bench.run({ command: 'upgrade', revision: '0003' })
  await bench.query(`create type mood as enum ('sad', 'happy'); alter table customers add mood mood`)
  const { fault } = await locate()
  expect(fault).toMatchObject({ id: 'schema-elsewhere', next: [{ command: 'stamp', revision: '0004' }] })
})

it('says what was changed by hand, where the schema is that of no revision', async () => {
  await upgraded()
  await bench.query('create index by_hand_idx on orders (id); alter table orders alter note type varchar(9)')
  const { fault, database, log } = await locate()
  expect(fault?.id).toBe('schema-between')
  expect(database.located).toMatchObject({
    verdict: 'between',
    revision: ['0004'],
    differences: [
      'column orders.note: varchar(9) in the live database, text by the revisions',
      'index by_hand_idx on orders exists only in the live database',
    ],
  })
  expect(log).toContain('≠ index by_hand_idx on orders exists only in the live database')
})

it('says of which revision a part was run', async () => {
  bench.write(files)
  await bench.run({ command: 'upgrade', revision: '0003' })
  await bench.query(`create type mood as enum ('sad', 'happy')`)
  const { fault, database } = await locate()
  expect(database.located).toMatchObject({ verdict: 'between', revision: ['0003'], partOf: '0004' })
  expect(fault?.message).toContain(
    'It is between 0003 and 0004, with only a part of what 0004 changes: type mood exists only',
  )
})

it('says how what was made by hand differs from what the revision makes', async () => {
  bench.write({
    ...files,
    '0005_items.sql': sqlRevision('create table items (id int not null, price numeric, note text)'),
  })
  await bench.run({ command: 'upgrade', revision: '0004' })
  await bench.query('create table items (id int, price int)')
  const { fault, database, log } = await locate()
  expect(database.located).toMatchObject({ verdict: 'between', revision: ['0004'] })
  const differences = [
    'column items.id: not null by the revisions only',
    'column items.note is missing in the live database',
    'column items.price: integer in the live database, numeric by the revisions',
  ]
  expect(database.located?.unlike).toEqual([{ revision: '0005', differences }])
  expect(fault?.message).toContain(`As 0005 makes it: ${differences.join('; ')}.`)
  expect(log).toContain(`0005 ≠ ${differences[2]}`)
})

it('judges no difference where the history names what no file here has', async () => {
  await upgraded()
  bench.write({ '0005_color.sql': sqlRevision('alter table orders add color text') })
  await bench.run()
  bench.write({ '0005_color.sql': null })
  const ahead = await locate()
  expect(ahead.fault?.message).toContain(
    'is ahead of this commit: its history names 0005, which no file here',
  )
  expect(ahead.fault?.cure).toBe(
    'Check out a commit that has 0005, such as cccccccccccc, and run `locate` there.',
  )

  bench.write({
    '0002_orders.sql': null,
    '0005_color.sql': sqlRevision('alter table customers add color text'),
  })
  const missing = await locate()
  expect(missing.fault).toMatchObject({
    id: 'schema-ahead',
    message: expect.stringMatching(
      /^The history of \S+ names 0002, which no file here has, and which may have/,
    ),
  })
  // Squashed: what stands in the baseline is no longer in the files.
  bench.project.write({ 'db/squashed.sql': 'create table orders (id int primary key)' })
  expect((await locate({ baseline: 'db/squashed.sql' })).fault?.id).toBe('schema-between')
})

it('knows a database without a history', async () => {
  await upgraded()
  await bench.query('drop table migration_history')
  const { fault } = await locate()
  expect(fault).toMatchObject({ id: 'schema-elsewhere', next: [{ command: 'stamp', revision: '0004' }] })
  expect(fault?.message).toContain('says nothing')
})

it('an empty one is at base', async () => {
  bench.write(files)
  expect((await locate()).database.located).toMatchObject({ verdict: 'equal', says: [], revision: [] })
})

it('does not count what a platform brings, nor who may do what', async () => {
  await upgraded()
  await bench.superuser(
    'create schema auth; create table auth.users (id int); create extension if not exists pg_stat_statements',
  )
  await bench.query('grant select on orders to public')
  const { database } = await locate()
  expect(database.located).toMatchObject({
    verdict: 'equal',
    beside: ['schema auth', 'extension pg_stat_statements'],
  })
})

it('begins with the baseline', async () => {
  const old = 'create table customers (id int primary key)'
  bench.write({ '0001_name.sql': sqlRevision('alter table customers add name text') })
  await bench.query(old)
  await bench.run({ command: 'stamp', revision: 'base' })
  await bench.run()
  const without = await locate()
  expect(without.fault?.id).toBe('locate-stopped')
  expect(without.fault?.message).toContain('0001 does not run there')
  bench.project.write({ 'db/baseline.sql': old })
  const { database } = await locate({ baseline: 'db/baseline.sql' })
  expect(database.located).toMatchObject({ verdict: 'equal', revision: ['0001'] })
})

it('needs a server', async () => {
  await upgraded()
  const { fault } = await locate({ rehearse: 'off' })
  expect(fault?.id).toBe('rehearsal-none')
})

it.each(['pull_request_target', 'issue_comment'])(
  'runs nothing of what may be a stranger’s on %s',
  async name => {
    await upgraded()
    const { fault } = await bench.run({ command: 'locate' }, { env: { GITHUB_EVENT_NAME: name } })
    expect(fault?.id).toBe('rehearsal-none')
    expect(fault?.message).toContain(`on ${name} what is checked out may be a stranger’s`)
  },
)
