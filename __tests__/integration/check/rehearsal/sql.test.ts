/** New SQL revisions, tried out on a server of the machine’s own programs. */
import { expect, test } from '@jest/globals'
import { sqlRevision, useChecker } from '../../../support/check.ts'

const check = useChecker()
const auto = { inputs: { rehearse: 'auto' } }

/** A repository with a table, and a branch with one more revision. */
function change(up: string, down?: string): void {
  check.repo.commit({
    'migrations/0001_customers.sql': sqlRevision(
      'create table customers (id int primary key)',
      'drop table customers',
    ),
  })
  check.repo.git('checkout', '--quiet', '-b', 'change')
  check.repo.commit({ 'migrations/0002_change.sql': sqlRevision(up, down) })
}

test('a revision goes up, down and up', async () => {
  change('create table t (id int)')
  const { said, log, database } = await check.pulled('change', auto)
  expect(said).toEqual([])
  expect(database.rehearsal).toMatchObject({
    revisions: [{ id: '0002', up: 'applied', down: 'verified', again: 'applied' }],
  })
  expect(log).toMatch(/rehearsed on Postgres \d+\.\d+: 1 revision up, down, up in /)
})

test('one that fails says so, with its place', async () => {
  change('insert into customers values (1);\nupdate orders set x = 1 where y = 2')
  const { said, log } = await check.pulled('change', auto)
  expect(said).toEqual(['rehearsal-fails error'])
  expect(log).toContain('at migrations/0002_change.sql:3:')
  expect(log).toContain('relation "orders" does not exist')
})

test('a way down that forgets a type is told with its name', async () => {
  change("create type mood as enum ('good');\ncreate table t (m mood)")
  const { said, log, database } = await check.pulled('change', auto)
  expect(said).toEqual(['rehearsal-down-differs error'])
  expect(database.rehearsal?.revisions).toMatchObject([{ id: '0002', down: 'differs', again: 'failed' }])
  expect(log).toContain('the schema is not what it was before 0002: type mood is left behind.')
  expect(log).toContain('at migrations/0002_change.sql:5')
})

test('a way down that fails is told', async () => {
  change('create table t (id int)', 'drop table t;\ndrop table nobody')
  const { said, log } = await check.pulled('change', auto)
  expect(said).toEqual(['rehearsal-down-fails error'])
  expect(log).toContain('at migrations/0002_change.sql:5:1')
  expect(log).toContain('table "nobody" does not exist')
})

test('what the text says is confirmed, and what it cannot know is told', async () => {
  change('create index on customers (id)', 'drop index customers_id_idx')
  const { said, log } = await check.pulled('change', auto)
  expect(said).toEqual(['index-blocks-writes error'])
  expect(log).toMatch(/Rehearsed on Postgres .*: it held SHARE on customers/)
})
