/** What the lint has to leave alone: nothing here is worth a finding. */
import { describe, expect, it } from '@jest/globals'
import { rulesOf } from '../../../support/lint.ts'

const earlier = [
  `create table customers (id int primary key, name text);
   create table orders (id int primary key, code varchar(10), total numeric(8,2), address cidr, at timestamp(3),
     note text, status text not null);
   create type mood as enum ('ok');
   create table events (id int, at date) partition by range (at);
   create materialized view totals as select 1;
   create index orders_code on orders (code);`,
]

const onTables = [
  'alter table orders add column a text',
  'alter table orders add column a int default 7',
  "alter table orders add column a text not null default 'new'",
  'alter table orders add column a timestamptz not null default now()',
  'alter table orders add column a timestamptz default current_timestamp',
  "alter table orders add column a jsonb not null default '{}'::jsonb",
  "alter table orders add column a date default (now() + interval '1 day')::date",
  'alter table orders add column a int generated always as (id * 2) virtual',
  'alter table orders add column owner int references customers',
  'alter table orders alter code type varchar(20)',
  'alter table orders alter code type text',
  'alter table orders alter code type varchar',
  'alter table orders alter code type text using code::text',
  'alter table orders alter note type varchar',
  'alter table orders alter total type numeric(12,2)',
  'alter table orders alter total type numeric',
  'alter table orders alter address type inet',
  'alter table orders alter at type timestamp',
  'alter table orders add constraint c check (total > 0) not valid',
  'alter table orders add constraint f foreign key (id) references customers not valid',
  'alter table orders add constraint f foreign key (id) references customers not enforced',
  'alter table orders add constraint n not null note not valid',
  'alter table orders validate constraint c',
  'alter table orders add constraint u unique using index orders_code',
  'alter table orders drop constraint c',
  'alter table orders alter status set not null',
  'alter table orders alter note set default 1, alter note drop default',
  'alter table orders alter note set statistics 500',
  'alter table orders set (fillfactor = 80)',
  'alter table orders alter note set storage external',
  'alter index orders_code rename to orders_codes',
  'alter table orders rename constraint c to d',
  'comment on table orders is $$who bought$$',
  'create statistics s on code, total from orders',
  'grant select on orders to public',
  'create or replace view v as select 1',
  "alter type mood add value 'sad'",
  "update orders set code = 'x' where id = 3",
  'delete from orders where id = 3',
  'insert into orders (id) values (1)',
  'analyze orders',
  'lock table orders in row exclusive mode',
  "set local lock_timeout = '5s'",
  'create table items (id bigint generated always as identity primary key, "order" int references orders)',
  'select 1',
  'alter domain email add constraint c check (value is not null) not valid',
  'alter table orders owner to app',
]

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
    'a type made by the change',
    "create type t as enum ('a'); alter type t add value 'b'; select 'b'::t; drop type t",
  ],
])('%s', async (_, text) => {
  expect(await rulesOf(text, { earlier })).toEqual([])
})
