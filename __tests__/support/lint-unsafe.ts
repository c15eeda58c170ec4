/** One unsafe statement, or more, for each rule of the lint, and the tables that they are unsafe on. */
import type { lintLevels } from '../../src/check/lint/levels.ts'

/** What was there before. */
export const earlier = [
  `create table customers (id int primary key, name text);
   create table orders (id int primary key, customer_id int references customers (id), code varchar(10),
     total numeric(8,2), at timestamp, status text not null, note text);
   create index orders_code on orders (code);
   create unique index orders_note on orders (note);
   create table parcels (id int, label varchar(9), kind varchar(9) check (kind <> ''));
   create index parcels_open on parcels (id) where label <> 'sent';`,
  `create domain email as text check (value like '%@%');
   create type mood as enum ('ok');
   create table events (id int, at date) partition by range (at);
   create table events_rest partition of events default;
   create table events_old (id int, at date);
   create view totals_now as select 1;
   create materialized view totals as select 1 as one;
   create table moods (id int, mood mood);
   create function f() returns int language sql as $$select 1$$;`,
]

/** By the rule that has to find each. */
export const unsafe: Record<keyof typeof lintLevels, string[]> = {
  'index-blocks-writes': [
    'create index on only orders (at)',
    'create index on orders (at)',
    'CREATE UNIQUE INDEX IF NOT EXISTS a\n  ON public.orders (at) -- when\n  WHERE at IS NOT NULL',
  ],
  'index-on-partitioned': ['create index events_at on events (at)'],
  'drop-index-waits': ['drop index if exists orders_code'],
  'reindex-blocks-writes': [
    'reindex table orders',
    'REINDEX (VERBOSE) INDEX orders_code',
    'reindex schema public',
  ],
  'add-column-rewrites': [
    'alter table orders add column token uuid not null default gen_random_uuid()',
    'alter table orders add column seen timestamp with time zone default clock_timestamp() check (seen is not null)',
    'alter table only public.orders add number bigserial',
    'alter table orders add number int generated always as identity',
    'alter table orders add double int generated always as (id * 2) stored',
    'alter table orders add mail email',
    'alter table orders add slug text default app.next_slug()',
  ],
  'add-column-required': ['alter table orders add column kind text not null'],
  'add-column-scans': [
    'alter table orders add column size int constraint positive check (size > 0)',
    'alter table orders add column number int unique',
    'alter table orders add column owner int default 1 references customers',
  ],
  'set-not-null-scans': [
    'alter table orders alter column note set not null',
    'alter table orders alter note set not null, drop constraint note_filled',
  ],
  'type-change-rewrites': [
    'alter table orders alter id type bigint',
    'alter table orders alter code type varchar(5)',
    'alter table orders alter note type varchar(200)',
    'alter table orders alter total type numeric(8,3)',
    'alter table orders alter code type text using upper(code)',
  ],
  'type-change-reads': [
    'alter table parcels alter label type text',
    'alter table parcels alter column kind type varchar(20)',
  ],
  'type-change-unknown': [
    'alter table made_by_hand alter amount type bigint using amount::bigint',
    'alter table orders alter at type timestamptz',
  ],
  'collation-rebuilds-indexes': ['alter table orders alter code type varchar(10) collate "C"'],
  'expression-rewrites': ['alter table orders alter double set expression as (id * 3)'],
  'constraint-scans': [
    'alter table orders add check (total > 0)',
    'alter table orders add column a int, add constraint "Pos" check (total > 0 and id > 1)',
    'alter table orders add constraint n not null note',
  ],
  'foreign-key-scans': [
    'alter table orders add foreign key (customer_id) references customers (id) on delete cascade',
  ],
  'constraint-builds-index': [
    'alter table orders add unique (code, at)',
    'alter table events_old add primary key (id)',
  ],
  'primary-key-scans': ['alter table orders add primary key using index orders_note'],
  'exclude-builds-index': ['alter table orders add exclude using gist (at with =)'],
  'validated-too-soon': [
    'alter table orders add constraint c check (id > 0) not valid;\nalter table orders validate constraint c',
    'alter table orders add foreign key (customer_id) references customers not valid; alter table orders validate constraint orders_customer_id_fkey',
  ],
  'drop-foreign-key-locks': ['alter table orders drop constraint orders_customer_id_fkey'],
  'drop-in-use': [
    'drop table if exists orders cascade',
    'alter table orders drop column code, drop note',
    'drop view totals_now',
    'drop function f()',
    'drop schema app cascade',
    'drop type mood',
  ],
  'rename-in-use': [
    'alter table orders rename column code to sku',
    'alter table orders rename to sales',
    "alter type mood rename value 'ok' to 'fine'",
    'alter table orders set schema archive',
    'alter type mood rename to feeling',
    'alter schema app rename to old_app',
    'alter view totals_now rename to totals_then',
    'alter sequence app.numbers rename to counted',
    'alter function f() rename to g',
  ],
  'drop-not-null': ['alter table orders alter status drop not null'],
  'table-rewritten': [
    'cluster orders using orders_code',
    'vacuum full orders',
    'alter table orders set unlogged',
    'alter table orders set tablespace fast',
  ],
  'refresh-blocks-reads': ['refresh materialized view totals'],
  'lock-held': ['lock table orders in share mode'],
  'truncate-loses-rows': ['truncate orders', 'truncate table orders, customers cascade'],
  'all-rows-changed': ["update orders set code = 'x'", 'delete from orders where true'],
  'work-under-lock': [
    'alter table orders add column a int; update orders set a = 1',
    'alter table orders add column a int; update customers set name = null',
    'alter table orders add column a int; update orders set a = 1 where a is null',
    'alter table orders add column a int; update orders set a = 1 where id < 9',
    'alter table orders add column a int; insert into orders (id) select id from customers',
    'alter table orders add column a int; alter table orders validate constraint earlier',
  ],
  'several-tables-locked': [
    'alter table orders add a int; alter table customers add a int; alter table events add a int',
  ],
  'enum-value-too-soon': ["alter type mood add value 'sad'; insert into moods values (1, 'sad')"],
  'domain-check-scans': [
    "alter domain email add constraint filled check (value <> '')",
    'alter domain email set not null',
  ],
  'trigger-on-live-table': [
    'create trigger audit before insert on orders for each row execute function f()',
    'create rule nothing as on insert to orders do nothing',
    'alter table orders disable trigger all',
  ],
  'row-security': ['alter table orders enable row level security', 'create policy mine on orders'],
  'attach-scans': [
    "alter table events attach partition events_old for values from ('2025-01-01') to ('2026-01-01')",
  ],
  'partition-locks-parent': [
    "create table events_2027 partition of events for values from ('2027-01-01') to ('2028-01-01')",
  ],
  'detach-locks-parent': ['alter table events detach partition events_old'],
  'timeout-off': ["set local lock_timeout = '0s'", 'set lock_timeout = 0'],
  'not-seen': ["do $$ begin execute format('drop table %I', 'x'); end $$"],
  'not-parsed': ['creat table x ()'],
}
