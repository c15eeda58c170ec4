/** Statements that the lint leaves alone, and a server agrees. */

/** Tables that were there before. */
export const schema = `create table customers (id int primary key, name text);
   create table orders (id int primary key, code varchar(10), total numeric(8,2), address cidr, at timestamp(3),
     note text, status text not null, number serial);
   create type mood as enum ('ok');
   create table events (id int, at date) partition by range (at);
   create materialized view totals as select 1;
   create index orders_code on orders (code)`

/** Each changes the catalog alone, or rows that it names. */
export const harmless = [
  'create index events_at on only events (at)',
  'alter table orders add column a text',
  'alter table orders add column a int default 7',
  "alter table orders add column a text not null default 'new'",
  'alter table orders add column a timestamptz not null default now()',
  'alter table orders add column a timestamptz default current_timestamp',
  "alter table orders add column a jsonb not null default '{}'::jsonb",
  "alter table orders add column a date default (now() + interval '1 day')::date",
  'alter table orders add column a int generated always as (id * 2) virtual',
  'alter table orders add column owner int references customers',
  'alter table orders alter number type integer',
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
