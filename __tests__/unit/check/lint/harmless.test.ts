/** What the lint has to leave alone: nothing here is worth a finding. */
import { describe, expect, it } from '@jest/globals'
import { rulesOf } from '../../../support/lint.ts'
import { harmless as onTables, schema } from '../../../support/lint-statements.ts'

const earlier = [schema]

describe('on a table with rows', () => {
  it.each(onTables)('%s', async text => {
    expect(await rulesOf(text, { earlier })).toEqual([])
  })
  it.each([
    'create index concurrently on orders (at)',
    'create unique index concurrently if not exists u on orders (code)',
    'drop index concurrently orders_code',
    'reindex index concurrently orders_code',
    'refresh materialized view concurrently totals',
    'alter table events detach partition events_1 concurrently',
    'vacuum orders',
  ])('without a transaction: %s', async text => {
    expect(await rulesOf(text, { earlier, transaction: false })).toEqual([])
  })
})

const made = 'create table "New" (id int, code text, other text)'
const onNew = [
  'create index on "New" (code)',
  'alter table "New" add primary key (id)',
  'alter table "New" add column a uuid default gen_random_uuid()',
  'alter table "New" add column a int not null',
  'alter table "New" alter code set not null',
  'alter table "New" alter id type bigint',
  'alter table "New" add check (id > 0)',
  'alter table "New" add foreign key (id) references orders',
  'alter table "New" drop column code',
  'alter table "New" rename code to sku',
  'alter table "New" rename to newer; alter table newer drop column code',
  'update "New" set code = 1',
  'truncate "New"',
  'drop table "New"',
  'alter table "New" enable row level security; create policy p on "New"',
  'create trigger t before insert on "New" for each row execute function f()',
  'do $$ begin alter table "New" drop column code; end $$',
]

describe('on a table that the change makes', () => {
  it.each(onNew)('in the same revision: %s', async text => {
    expect(await rulesOf(`${made}; ${text}`, { earlier })).toEqual([])
  })
  it.each(onNew)('in an earlier one: %s', async text => {
    expect(await rulesOf([made.replace('table', 'table if not exists'), text], { earlier })).toEqual([])
  })
})

it.each([
  ['create table as', 'create table copy as select 1 as id; create index on copy (id)'],
  ['select into', 'select 1 as id into copy; create index on copy (id)'],
  ['temporary', 'create temp table t (id int); create index on t (id); truncate t'],
  ['another schema', 'create schema app; create table app.orders (id int); create index on app.orders (id)'],
  ['a view made again', 'drop view if exists v; create view v as select 2'],
  [
    'a function made again',
    'drop function f(int); create function f(bigint) returns int language sql as $$select 1$$',
  ],
  [
    'a renamed table with a view in its place',
    'alter table orders rename to sales; create view orders as select * from sales',
  ],
  [
    'a moved table with a view in its place',
    'alter table orders set schema archive; create view orders as select * from archive.orders',
  ],
  ['a view made by the change and renamed', 'create view v as select 1; alter view v rename to w'],
  ['a type made by the change', "create type t as enum ('a'); alter type t add value 'b'; drop type t"],
])('%s', async (_, text) => {
  expect(await rulesOf(text, { earlier })).toEqual([])
})
