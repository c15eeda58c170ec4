/** Databases and revisions that work against the gate: it may close, and may never say what is not so. */
import { expect, test } from '@jest/globals'
import { useBench } from '../../support/gate.ts'

const bench = useBench()

test('quotes are read as the standard has them, whatever the role is set to: what is recorded was done', async () => {
  const { name } = bench.database
  await bench.superuser(`alter role "${name}" set standard_conforming_strings = off`)
  bench.write({ '0001_a.sql': `create table orders (id int);\nselect '\\''; rollback; --';` })
  const { report, database } = await bench.run()
  await bench.superuser(`alter role "${name}" reset standard_conforming_strings`)
  expect(report.gate).toBe('open')
  expect(database).toMatchObject({ applied: ['0001'], to: ['0001'] })
  expect(await bench.tables()).toEqual(['orders'])
})

test.each([
  [
    'a revision turns them off by a function',
    `select set_config('standard_conforming_strings', 'off', true);`,
  ],
  [
    'a revision turns them off in a block',
    `do $$ begin perform set_config('standard_conforming_strings', 'off', true); end $$;`,
  ],
  ['a revision turns them off by a quoted name', `set "standard_conforming_strings" = off;`],
])('%s: the server takes no second command in a statement', async (_, off) => {
  bench.write({
    '0001_a.sql': `create table t (v text);\n${off}\ninsert into t values ('\\''); commit; --');\nselect 1/0;`,
  })
  const { report, database } = await bench.run()
  expect(report.gate).toBe('closed')
  expect(database).toMatchObject({ applied: [], to: [] })
  expect(await bench.tables()).toEqual([])
})

test('a trigger that swallows the history row closes the gate, and the revision is undone', async () => {
  bench.write({ '0001_a.sql': 'create table a ();' })
  await bench.run()
  await bench.query(`create function swallow() returns trigger language plpgsql as 'begin return null; end';
    create trigger swallow before insert on public.migration_history for each row execute function swallow()`)
  bench.write({ '0002_b.sql': 'create table b ();' })
  const { report, database } = await bench.run()
  expect(report.gate).toBe('closed')
  expect(database).toMatchObject({ applied: [], to: ['0001'] })
  expect(await bench.tables()).not.toContain('b')
})

test('a revision that empties the history is found out when it is read again', async () => {
  bench.write({ '0001_a.sql': 'create table a ();', '0002_b.sql': 'delete from migration_history;' })
  const { report, fault } = await bench.run()
  expect(report.gate).toBe('closed')
  expect(fault).toMatchObject({ id: 'history-lost', message: expect.stringContaining('does not hold 0001') })
})

test('a revision that takes the right to read the history: nobody knows where the database stands', async () => {
  bench.write({ '0001_a.sql': 'create table a ();' })
  await bench.run()
  bench.write({ '0002_b.sql': 'revoke select on migration_history from current_user;' })
  const { report, fault } = await bench.run()
  expect(report.gate).toBe('closed')
  expect(fault).toMatchObject({ id: 'stand-unread', next: [{ command: 'current' }] })
})

test('a block that commits in its midst is not run twice: the next run asks', async () => {
  bench.write({
    '0001_a.sql': `-- migrate:up transaction:false
create table t (n int);
do $$ begin insert into t values (1); commit; raise exception 'late'; end $$;`,
  })
  expect((await bench.run()).fault?.state).toContain(
    'What statement 2 of 0001 did before it failed is not known',
  )
  const { fault } = await bench.run()
  expect(fault?.id).toBe('dirty')
  expect(await bench.query('select n from t')).toEqual([{ n: 1 }])
})

test('an invalid index that a failure left is said', async () => {
  bench.write({
    '0001_a.sql': `-- migrate:up transaction:false
create table t (n int);
insert into t values (1), (1);
create unique index concurrently t_n on t (n);`,
  })
  expect((await bench.run()).fault?.state).toContain('It left the invalid index t_n')
})

test('DISCARD ALL is refused everywhere: it would give up the lock', async () => {
  bench.write({ '0001_a.sql': '-- migrate:up transaction:false\ndiscard all;' })
  const { fault } = await bench.run()
  expect(fault?.id).toBe('sql-discard-all')
})
