/** `describeSchema` is the judge of other tests: it has to see every kind of difference, and no other. */
import { expect, test } from '@jest/globals'
import { useBench } from '../../support/gate.ts'
import { freshDatabase, query } from '../../support/postgres.ts'
import { describeRows, describeSchema } from '../../support/schema.ts'

const bench = useBench()

const base = [
  'create table a (id serial primary key, name varchar(10), at timestamp)',
  "create type mood as enum ('good', 'bad')",
  'create view v as select id from a',
  'create function f() returns int language sql as $$ select 1 $$',
]

test.each([
  'create table b ()',
  'create schema s',
  'create extension citext',
  'alter table a add column extra text',
  'alter table a alter name set not null',
  "alter table a alter name set default 'x'",
  'alter table a alter name type text',
  'alter table a alter name type varchar(11)',
  'alter table a alter at type timestamptz',
  'alter table a drop column at',
  'alter table a add constraint c check (id > 0)',
  'alter table a add constraint c check (id > 0) not valid',
  'create index i on a (name)',
  'create unique index i on a (name)',
  "alter type mood add value 'worse'",
  'alter sequence a_id_seq increment 2',
  'create or replace function f() returns int language sql as $$ select 2 $$',
  'create or replace view v as select id from a where id > 1',
  'create domain d as int check (value > 0)',
  "comment on column a.name is 'x'",
  'alter table a enable row level security; create policy p on a using (id = 1)',
])('sees %s', async sql => {
  for (const statement of base) await query(bench.database.url, statement)
  const before = await describeSchema(bench.database.url)
  expect(await describeSchema(bench.database.url)).toBe(before)
  await query(bench.database.superuserUrl, sql)
  expect(await describeSchema(bench.database.url)).not.toBe(before)
})

test('tells an index that is not valid from one that is', async () => {
  await query(bench.database.url, 'create table a (id int)')
  await query(bench.database.url, 'create index i on a (id)')
  expect(await describeSchema(bench.database.url)).toContain('ON public.a USING btree (id) valid t ready t')
  await query(
    bench.database.superuserUrl,
    "update pg_index set indisvalid = false where indexrelid = 'i'::regclass",
  )
  expect(await describeSchema(bench.database.url)).toContain('valid f')
})

test('two databases made alike are alike, also where objects came in another order', async () => {
  const other = await freshDatabase()
  try {
    for (const statement of ['create table z ()', ...base]) await query(bench.database.url, statement)
    for (const statement of [...base, 'create table z ()']) await query(other.url, statement)
    expect(await describeSchema(bench.database.url)).toBe(await describeSchema(other.url))
    expect(await describeRows(bench.database.url)).toBe(await describeRows(other.url))
    await query(other.url, "insert into a (name) values ('x')")
    expect(await describeRows(bench.database.url)).not.toBe(await describeRows(other.url))
  } finally {
    await other.drop()
  }
})
