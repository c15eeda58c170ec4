/** New SQL revisions, tried out on a server of the machine’s own programs. */
import { expect, test } from '@jest/globals'
import { commitChange, rehearsed, sqlRevision, useChecker } from '../../../support/check.ts'

const check = useChecker()
const change = (up: string, down?: string) => commitChange(check.repo, up, down)

test('a revision goes up, down and up', async () => {
  change('create table t (id int)')
  const { said, log, database } = await check.pulled('change', rehearsed)
  expect(said).toEqual([])
  expect(database.rehearsal).toMatchObject({
    revisions: [{ id: '0002', up: 'applied', down: 'verified', again: 'applied' }],
  })
  expect(log).toMatch(/rehearsed on Postgres \d+\.\d+: 1 revision up, down, up in /)
})

test('one that fails says so, with its place', async () => {
  change(
    'insert into customers values (1);\nupdate orders set x = 1 where y = 2;\ncreate index on customers (id)',
  )
  const { said, log } = await check.pulled('change', rehearsed)
  expect(said).toEqual(['index-blocks-writes error', 'rehearsal-fails error'])
  expect(log).toContain('From the text alone: its rehearsal failed.')
  expect(log).toContain('at migrations/0002_change.sql:3:')
  expect(log).toContain('relation "orders" does not exist')
})

test('a way down that forgets a type is told with its name', async () => {
  change("create type mood as enum ('good');\ncreate table t (m mood)")
  const { said, log, database } = await check.pulled('change', rehearsed)
  expect(said).toEqual(['rehearsal-down-differs error'])
  expect(database.rehearsal?.revisions).toMatchObject([{ id: '0002', down: 'differs', again: 'failed' }])
  expect(log).toContain('the schema is not what it was before 0002: type mood is left behind.')
  expect(log).toContain('at migrations/0002_change.sql:5')
})

test('a way down that fails is told', async () => {
  change('create table t (id int)', 'drop table t;\ndrop table nobody')
  const { said, log } = await check.pulled('change', rehearsed)
  expect(said).toEqual(['rehearsal-down-fails error'])
  expect(log).toContain('at migrations/0002_change.sql:5:1')
  expect(log).toContain('table "nobody" does not exist')
})

test('what the text says is confirmed, and what it cannot know is told', async () => {
  change('create index on customers (id)', 'drop index customers_id_idx')
  const { said, log } = await check.pulled('change', rehearsed)
  expect(said).toEqual(['index-blocks-writes error'])
  expect(log).toMatch(/Rehearsed on Postgres .*: it held SHARE on customers/)
})

test('what was there before the first revision comes from `baseline`, and rows from `seed`', async () => {
  check.repo.commit({
    'migrations/0001_names.sql': sqlRevision(
      'alter table customers add column name text',
      'alter table customers drop column name',
    ),
    'db/baseline.sql': 'create table customers (id int primary key);\n',
    'db/seed.sql': "insert into customers values (1, 'Ada');\n",
  })
  check.repo.git('checkout', '--quiet', '-b', 'change')
  check.repo.commit({
    'migrations/0002_required.sql': sqlRevision(
      'alter table customers add column city text not null',
      'alter table customers drop column city',
    ),
  })
  const without = await check.pulled('change', rehearsed)
  expect(without.said).toContain('rehearsal-start warning')
  const inputs = { ...rehearsed.inputs, baseline: 'db/baseline.sql', seed: 'db/seed.sql' }
  const { findings } = await check.pulled('change', { inputs })
  const failed = findings.find(({ rule }) => rule === 'rehearsal-fails')
  expect(failed?.fault.server?.message).toContain('contains null values')
})

test('a baseline that makes what revisions make is told as that', async () => {
  change('create table t (id int)', 'drop table t')
  check.repo.write({ 'db/all.sql': 'create table customers (id int);\n' })
  const inputs = { ...rehearsed.inputs, baseline: 'db/all.sql' }
  const { findings } = await check.pulled('change', { inputs })
  const start = findings.find(({ rule }) => rule === 'rehearsal-start')
  expect(start?.fault.message).toContain('relation "customers" already exists')
  expect(start?.fault.cure).toMatch(/^Take out of `baseline` what revisions make/)
})

test('a file that does not run is told with its line', async () => {
  change('create table t (id int)')
  check.repo.write({ 'bad.sql': 'select 1;\nselect nothing from nowhere;\n' })
  const { findings } = await check.typed({ rehearse: 'auto', seed: 'bad.sql' })
  expect(findings.map(({ rule, fault }) => [rule, fault.id, fault.place])).toEqual([
    ['rehearsal-file', 'rehearsal-file', { path: 'bad.sql', line: 2 }],
  ])
})

test('roles that only production has are there for grants', async () => {
  change(
    'create table t (id int);\ngrant select on t to app_readonly, "Reports 2";\nalter default privileges grant select on tables to app_readonly',
    'drop table t;\nalter default privileges revoke select on tables from app_readonly',
  )
  check.repo.write({ 'seed.sql': 'grant select on customers to only_here;\n' })
  const { said, database } = await check.pulled('change', {
    inputs: { ...rehearsed.inputs, seed: 'seed.sql' },
  })
  expect(said).toEqual([])
  expect(database.rehearsal?.revisions).toMatchObject([{ up: 'applied', down: 'verified' }])
})

test('what a role may not be called stays missing', async () => {
  change(`do $$ begin execute format('grant select on customers to %I', repeat('x', 3) || chr(10)); end $$`)
  const { findings } = await check.pulled('change', rehearsed)
  expect(findings.find(({ rule }) => rule === 'rehearsal-fails')?.fault.server?.code).toBe('42704')
})

test('what takes long says that it goes on, and where it is', async () => {
  change('create table t (id int);\nselect pg_sleep(4)', 'drop table t')
  const { said, log } = await check.pulled('change', rehearsed)
  expect(said).toEqual([])
  expect(log).toMatch(/… \d+ s in: rehearsing the way up to 0002/)
})

test('ten revisions in which nothing is wrong have no finding', async () => {
  change('create table t (id int primary key)')
  const ten = Array.from({ length: 9 }, (_, index) => index + 3).map(number => {
    const id = String(number).padStart(4, '0')
    const table = `t${id}`
    return [
      `migrations/${id}_${table}.sql`,
      sqlRevision(`create table ${table} (id bigint primary key, name text)`, `drop table ${table}`),
    ] as const
  })
  check.repo.commit(Object.fromEntries(ten))
  const { said, log, report } = await check.pulled('change', rehearsed)
  expect(said).toEqual([])
  expect(report.notes.filter(({ kind }) => kind === 'warning')).toEqual([])
  expect(log).toContain('10 revisions up, down, up in')
})

test('with `rehearse: off` the text alone is looked at', async () => {
  change('create index on customers (id)', 'drop index customers_id_idx')
  const { said, log } = await check.pulled('change', { inputs: { ...rehearsed.inputs, rehearse: 'off' } })
  expect(said).toEqual(['index-blocks-writes error'])
  expect(log).not.toContain('rehearsed on')
  expect(log).toContain('⏭️ new revisions were not tried out: it is off by `rehearse`\n')
})

test.each([
  ['off', 'where nothing is new', 'main'],
  ['auto', 'where it was tried out', 'change'],
])('with `rehearse: %s` %s, nothing is said of that', async (rehearse, _, branch) => {
  change('create table t (id int)')
  const { log } = await check.pulled(branch, { inputs: { rehearse } })
  expect(log).not.toContain('tried out')
})
