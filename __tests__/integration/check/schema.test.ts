/** Every kind of thing that DDL makes: what a revision changes of it is seen, and told by its name. */
import { afterAll, beforeAll, expect, it, test } from '@jest/globals'
import { compareSchemas, fingerprintSchema } from '../../../src/check/schema/compare.ts'
import { readSchema } from '../../../src/check/schema/read.ts'
import { afterWayDown, sayDifference } from '../../../src/check/schema/say.ts'
import type { Schema } from '../../../src/check/schema/shapes.ts'
import { type Database, freshDatabase, query } from '../../support/postgres.ts'
import { onEachServer } from '../../support/servers.ts'
import { inTransaction, withSession } from '../../support/session.ts'

const ignore = { tables: ['migration_history', 'audit.alembic_version'], schemas: ['recorder'] }

/** What the changes below start from. */
const start = `
  create schema billing;
  create type mood as enum ('sad', 'happy');
  create type pair as (a int, b text);
  create domain email as text check (value like '%@%');
  create table customers (id int primary key, name varchar(20), at timestamptz default now());
  create table orders (id bigint generated always as identity primary key, note varchar(20) default 'x' not null,
    total numeric(8,2), customer int constraint orders_customer references customers);
  create table parts (id int, kind text) partition by list (kind);
  create table parts_a partition of parts for values in ('a');
  create index orders_total on orders (total);
  create sequence numbers;
  create table counted (id serial);
  create view names as select id, name from customers where name is not null;
  create materialized view totals as select sum(total) as total from orders;
  create function twice(n int) returns int language sql as 'select n * 2';
  create procedure nothing() language sql as '';
  create aggregate product(int) (sfunc = int4mul, stype = int, initcond = '1');
  create function touch() returns trigger language plpgsql as 'begin return new; end';
  create trigger touched before update on orders for each row execute function touch();
  create rule quiet as on delete to customers do instead nothing;
  create policy own on orders for select to public using (customer = 1);
  create statistics orders_both (ndistinct) on total, customer from orders;
  create publication outside for table customers;
  comment on table customers is 'who buys';
  create collation german (provider = icu, locale = 'de');
  create text search configuration plain (copy = simple);
  create table migration_history (version text primary key);
`

/** A change, and what it is told as. */
const changes: Record<string, [sql: string, told: string | string[]]> = {
  'a schema': ['create schema archive', 'schema archive is left behind'],
  'a schema with what is in it': [
    'create schema archive create table t (id int)',
    'schema archive is left behind',
  ],
  'a comment of a schema': [`comment on schema billing is 'money'`, `schema billing: now comment 'money'`],
  'a table': ['create table notes (id serial primary key, a int unique)', 'table notes is left behind'],
  'a table that is gone': ['drop table parts_a', 'table parts_a is gone'],
  'a table in another schema': ['create table billing.t ()', 'table billing.t is left behind'],
  'a name that needs quotes': ['create table "Order" (id int)', 'table "Order" is left behind'],
  'a partition': [
    `create table parts_b partition of parts for values in ('b')`,
    'table parts_b is left behind',
  ],
  'a partition that is a table': [
    'alter table parts detach partition parts_a',
    `table parts_a: no longer partition of parts FOR VALUES IN ('a')`,
  ],
  'a heir': ['create table heir () inherits (customers)', 'table heir is left behind'],
  'a table without a log': [
    'alter table customers set (fillfactor = 70)',
    'table customers: now options fillfactor=70',
  ],
  unlogged: ['alter table counted set unlogged', 'table counted: now unlogged'],
  'row security': ['alter table orders enable row level security', 'table orders: now row security'],
  'replica identity': ['alter table orders replica identity full', 'table orders: now replica identity full'],
  'a column': ['alter table orders add code text', 'column orders.code is left behind'],
  'a column that is gone': [
    'alter table orders drop total cascade',
    [
      'column orders.total is gone',
      'index orders_total on orders is gone',
      'statistics orders_both on orders is gone',
      'materialized view totals is gone',
    ],
  ],
  'a type': [
    'alter table customers drop at; alter table customers add at timestamp',
    ['column customers.at: timestamp, was timestamptz; no longer default now()'],
  ],
  'a wider column': ['alter table orders alter note type text', 'column orders.note: text, was varchar(20)'],
  'not null': ['alter table orders alter note drop not null', 'column orders.note: no longer not null'],
  'a default': [
    `alter table orders alter note set default 'y'`,
    `column orders.note: default 'y'::varchar, was 'x'::varchar`,
  ],
  'no default': [
    'alter table orders alter note drop default',
    `column orders.note: no longer default 'x'::varchar`,
  ],
  identity: [
    'alter table orders alter id set generated by default',
    'column orders.id: identity by default, was always',
  ],
  'steps of an identity': [
    'alter table orders alter id set increment 5',
    'column orders.id: identity always (start 1 increment 5 cache 1), was always',
  ],
  'a generated column': [
    'alter table orders add twice numeric generated always as (total * 2) stored',
    'column orders.twice is left behind',
  ],
  'a collation of a column': [
    'alter table orders alter note type varchar(20) collate "C"',
    'column orders.note: now collation C',
  ],
  'storage of a column': [
    'alter table orders alter note set storage external',
    'column orders.note: now storage external',
  ],
  'statistics of a column': [
    'alter table orders alter note set statistics 7',
    'column orders.note: now statistics 7',
  ],
  'a comment of a column': [
    `comment on column orders.note is 'why'`,
    `column orders.note: now comment 'why'`,
  ],
  'a constraint': [
    'alter table orders add constraint positive check (total > 0)',
    'constraint orders.positive is left behind',
  ],
  'one that is not validated': [
    'alter table orders drop constraint orders_customer; alter table orders add constraint orders_customer foreign key (customer) references customers not valid',
    'constraint orders.orders_customer: FOREIGN KEY (customer) REFERENCES customers(id) NOT VALID, was FOREIGN KEY (customer) REFERENCES customers(id)',
  ],
  'a primary key': [
    'alter table counted add primary key (id)',
    'constraint counted.counted_pkey is left behind',
  ],
  'a constraint of a domain': [
    'alter domain email add constraint short check (length(value) < 99)',
    'constraint email.short is left behind',
  ],
  'an index': ['create index by_note on orders (note)', 'index by_note on orders is left behind'],
  'another index of that name': [
    'drop index orders_total; create unique index orders_total on orders (total desc) where total > 0',
    'index orders_total on orders: unique btree (total DESC) WHERE (total > (0)::numeric), was btree (total)',
  ],
  'an index of a constraint': [
    'alter table orders add unique (note)',
    'constraint orders.orders_note_key is left behind',
  ],
  'a sequence': ['create sequence others', 'sequence others is left behind'],
  'steps of a sequence': [
    'alter sequence numbers increment 3',
    'sequence numbers: bigint start 1 increment 3 from 1 to 9223372036854775807 cache 1, was bigint start 1 increment 1 from 1 to 9223372036854775807 cache 1',
  ],
  'an owned sequence': [
    'alter sequence numbers owned by customers.id',
    'sequence numbers: now owned by customers.id',
  ],
  'a view': ['create view v as select 1', 'view v is left behind'],
  'the text of a view': [
    'create or replace view names as select id, name from customers',
    'view names: its definition differs',
  ],
  'options of a view': [
    'alter view names set (security_barrier)',
    'view names: now options security_barrier=true',
  ],
  'a comment of a column of a view': [`comment on column names.id is 'x'`, `view names: now comments id 'x'`],
  'a materialized view': ['drop materialized view totals', 'materialized view totals is gone'],
  'one without rows': [
    'refresh materialized view totals with no data',
    'materialized view totals: now not populated',
  ],
  'a function': [
    'create function billing.thrice(n int, t text) returns int language sql as $$ select 1 $$',
    'function billing.thrice(n integer, t text) is left behind',
  ],
  'the body of a function': [
    `create or replace function twice(n int) returns int language sql as 'select n + n'`,
    'function twice(n integer): its definition differs',
  ],
  'a function for others': [
    'alter function twice(int) stable',
    'function twice(n integer): its definition differs',
  ],
  'a procedure': ['drop procedure nothing', 'procedure nothing() is gone'],
  'an aggregate': [
    `drop aggregate product(int); create aggregate product(int) (sfunc = int4mul, stype = int, initcond = '2')`,
    'aggregate product(integer): its definition differs',
  ],
  'a trigger': ['drop trigger touched on orders', 'trigger touched on orders is gone'],
  'when a trigger runs': [
    'create or replace trigger touched before insert on orders for each row execute function touch()',
    'trigger touched on orders: BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION touch(), was BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch()',
  ],
  'a trigger that is off': [
    'alter table orders disable trigger touched',
    'trigger touched on orders: now disabled',
  ],
  'a rule': ['drop rule quiet on customers', 'rule quiet on customers is gone'],
  'a policy': ['create policy other on orders', 'policy other on orders is left behind'],
  'what a policy says': [
    'alter policy own on orders using (customer = 2)',
    'policy own on orders: using (customer = 2), was (customer = 1)',
  ],
  'a type of labels': [`create type color as enum ('red')`, 'type color is left behind'],
  'a label': [
    `alter type mood add value 'ok' before 'happy'`,
    `type mood: enum ('sad', 'ok', 'happy'), was ('sad', 'happy')`,
  ],
  'a renamed label': [
    `alter type mood rename value 'sad' to 'blue'`,
    `type mood: enum ('blue', 'happy'), was ('sad', 'happy')`,
  ],
  'a composite type': [
    'alter type pair add attribute c int',
    'type pair: of (a integer, b text, c integer), was (a integer, b text)',
  ],
  'a range': ['create type span as range (subtype = int)', 'type span is left behind'],
  'a domain': ['alter domain email set not null', 'domain email: now not null'],
  'the default of a domain': [
    `alter domain email set default 'a@b'`,
    `domain email: now default 'a@b'::text`,
  ],
  statistics: ['drop statistics orders_both', 'statistics orders_both on orders is gone'],
  'what statistics are of': [
    'drop statistics orders_both; create statistics orders_both (mcv) on note, customer from orders',
    'statistics orders_both on orders: (mcv) ON note, customer FROM orders, was (ndistinct) ON total, customer FROM orders',
  ],
  'a publication': ['drop publication outside', 'publication outside is gone'],
  'a published table': [
    'alter publication outside add table orders',
    'publication outside: now table orders',
  ],
  'what is published': [
    `alter publication outside set (publish = 'insert')`,
    'publication outside: publishes insert, was insert, update, delete, truncate',
  ],
  'a comment of a table': [
    'comment on table customers is null',
    `table customers: no longer comment 'who buys'`,
  ],
  'a grant': ['grant select, insert on orders to public', 'table orders: now grant insert, select to public'],
  'a grant of a column': [
    'grant select (note) on orders to public',
    'column orders.note: now grant select to public',
  ],
  'a function that nobody may call': [
    'revoke execute on function twice(int) from public',
    'function twice(n integer): no longer grant execute to public',
  ],
  'a grant of a schema': [
    'grant usage on schema billing to public',
    'schema billing: now grant usage to public',
  ],
  'a cast': [
    'create function to_pair(int) returns pair language sql as $$ select row($1, null)::pair $$; create cast (int as pair) with function to_pair(int)',
    ['function to_pair(integer) is left behind', 'cast integer as pair is left behind'],
  ],
  'an operator': [
    'create operator === (leftarg = int, rightarg = int, function = int4eq)',
    'operator === (integer, integer) is left behind',
  ],
  'an operator class': [
    'create operator class odd for type int using hash as operator 1 =, function 1 hashint4(int)',
    ['operator family odd using hash is left behind', 'operator class odd using hash is left behind'],
  ],
  'a collation': ['drop collation german', 'collation german is gone'],
  'a text search configuration': [
    'alter text search configuration plain drop mapping for word',
    'text search configuration plain: no longer 2 simple',
  ],
  'a dictionary': [
    'create text search dictionary d (template = simple)',
    'text search dictionary d is left behind',
  ],
}

/** Only a superuser may, and so no revision of an ordinary owner. */
const bySuperuser: Record<string, [sql: string, told: string | string[]]> = {
  'an event trigger': [
    'create function f() returns event_trigger language plpgsql as $$ begin end $$; create event trigger watch on ddl_command_end execute function f()',
    ['function f() is left behind', 'event trigger watch is left behind'],
  ],
  'a setting of the database': [
    `do $$ begin execute format('alter database %I set work_mem = 10240', current_database()); end $$`,
    'database setting work_mem is left behind',
  ],
  'default privileges': [
    'alter default privileges in schema billing grant select on tables to public',
    'default privileges billing.of postgres on tables is left behind',
  ],
  'a wrapper and a server': [
    `create foreign data wrapper far; create server away foreign data wrapper far; create foreign table seen (id int) server away`,
    [
      'foreign table seen is left behind',
      'foreign-data wrapper far is left behind',
      'foreign server away is left behind',
    ],
  ],
}

/** What is no difference. */
const unseen: Record<string, string> = {
  'nothing at all': 'select 1',
  'a value of a sequence': `select nextval('numbers'), setval('counted_id_seq', 99)`,
  rows: `insert into customers values (1, 'a')`,
  'the place of a column':
    'alter table orders add x int; alter table orders drop x; alter table parts drop id, add id int',
  'the history':
    'drop table migration_history; create schema audit create table alembic_version (version_num text primary key)',
  'what the recorder has': 'create schema recorder create table seen (id serial)',
  'a temporary table': 'create temporary table t (id int)',
  'an index built anew': 'reindex index orders_total',
  'another number of an object':
    "drop function twice(int); create function twice(n int) returns int language sql as 'select n * 2'",
}

/** By the major version of the server, of those that had their turn. */
const seen = new Map<number, Schema>()

onEachServer(server => {
  let database: Database
  let before: Schema

  beforeAll(async () => {
    database = await freshDatabase({ server: server.superuserUrl })
    await query(database.superuserUrl, start)
    before = await withSession(database.superuserUrl, session => readSchema(session, ignore))
  })
  afterAll(() => database.drop())

  /** The schema after a change, which is taken back. */
  const after = (sql: string): Promise<Schema> =>
    withSession(database.superuserUrl, async session => {
      await session.run('begin')
      await session.run(sql)
      return readSchema(inTransaction(session), ignore)
    })
  const told = (now: Schema) => compareSchemas(before, now).map(one => sayDifference(one, afterWayDown))

  it('the same schema on another major version is the same', async () => {
    seen.set(server.major, before)
    for (const other of seen.values()) {
      expect(compareSchemas(other, before)).toEqual([])
      expect(before.objects.size).toBeGreaterThan(40)
    }
  })

  test.each(Object.entries({ ...changes, ...bySuperuser }))('%s', async (_, [sql, expected]) => {
    const now = await after(sql)
    expect(told(now)).toEqual([expected].flat())
    expect(fingerprintSchema(now)).not.toBe(fingerprintSchema(before))
  })

  test.each(Object.entries(unseen))('not told: %s', async (_, sql) => {
    const now = await after(sql)
    expect(told(now)).toEqual([])
    expect(fingerprintSchema(now)).toBe(fingerprintSchema(before))
  })

  it('an index that a failed CREATE INDEX CONCURRENTLY left', async () => {
    const now = await after(
      `update pg_index set indisvalid = false where indexrelid = 'orders_total'::regclass`,
    )
    expect(told(now)).toEqual(['index orders_total on orders: now invalid'])
  })
})
