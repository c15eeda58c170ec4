/** What cures are tried on. */

/** What is there besides, made by hand: no revision names it. */
export const byHand = `create schema app; create schema archive; create sequence app.numbers;
  create function app.next_slug() returns text volatile language sql as 'select null::text';
  create table made_by_hand (amount int); create unique index on totals (one);
  alter table orders add constraint earlier check (id > 0) not valid,
    add constraint note_filled check (note is not null);
  alter table events attach partition events_old for values from ('2000-01-01') to ('2001-01-01');`

/** Names and literals that stand only in quotes. */
export const quoted = [
  `create table "user" (id int primary key);
   create table "order" (id int, "My Col" int, "user" int, "it's" text, note text, kind "char");
   create index "Idx 1" on "order" (id); create index "desc" on "order" (id);
   create type "Mood" as enum ('it''s', 'b\\s'); create domain "E mail" as text;
   create domain "Pos" as int check (value > 0);
   create table "Feels" ("Mood" "Mood", "Price" numeric(8,2)[], span interval(3));
   create table "Part" ("At" date, id int) partition by range ("At");
   create table "Part rest" partition of "Part" default;
   create table "Part old" ("At" date, id int);
   create table "Split" ("At" date not null, id int not null, "user" int) partition by range ("At");
   create table "Split 1" partition of "Split" for values from ('2020-01-01') to ('2021-01-01');
   create index "Split idx" on "Split" (id);
   create view "from" as select 1 as one`,
]

/** What the lint has a cure for, of them. */
export const inQuotes = [
  'create index on "order" ("My Col")',
  'create index "where on" on "Split" ("At")',
  'drop index "Idx 1", "desc" cascade',
  'drop index "Split idx"',
  'reindex table "order"',
  'reindex system',
  'alter table "order" alter "My Col" set not null',
  'alter table "order" alter "My Col" type bigint',
  'alter table "order" alter note type text collate "C" using \'using it\'',
  'alter table "order" add check ("My Col" > 0)',
  'alter table "order" add constraint "a ""b" check (note <> \'it\'\'s, \')',
  'alter table "order" add foreign key ("user") references "user" on delete cascade deferrable',
  'alter table "order" add constraint "Key" unique ("My Col") include (id, "user") deferrable initially deferred',
  'alter table "order" add unique nulls not distinct ("My Col")',
  'alter table "order" add primary key (id) include ("My Col")',
  'alter table "Split" add unique (id, "At")',
  'alter table "Split" add primary key (id, "At")',
  'alter table "Split" add foreign key ("user") references "user"',
  'alter table "Split" add column owner int default 1 references "user"',
  'alter table "order" add column "New" text default \'is not paid\' check ("New" <> \'default \')',
  'alter table "order" add column "New" text check ("New" <> \'x\') default \'not null unique\' collate "C" not null',
  'alter table "order" add column "New" text default clock_timestamp()::text || \' unique\' not null unique',
  'alter table "order" add column "New" "Mood" not null check ("New" <> \'it\'\'s\')',
  'alter table "order" add column "New" "Pos" not null',
  'alter table "order" add column "New" bigserial primary key',
  'alter table "order" add column "New" int primary key',
  'alter table "order" add column "New" int constraint "U 1" unique deferrable initially deferred not null default 3',
  'alter table "order" add column "New" int default 1 references "user" (id) on delete cascade deferrable',
  "alter domain \"E mail\" add check (value <> 'it''s')",
  'alter domain "E mail" set not null',
  "alter type \"Mood\" rename value 'it''s' to 'that''s'",
  "alter type \"Mood\" rename value 'b\\s' to 'c\\s'",
  'alter type "Mood" add value \'isn\'\'t\'; update "Feels" set "Mood" = \'isn\'\'t\' where "Mood" is null',
  'alter table "Feels" rename "Mood" to "desc"',
  'alter table "Feels" rename "Price" to "desc"',
  'alter table "Feels" rename span to "desc"',
  'alter table "order" rename "My Col" to "select"',
  'alter table "order" rename kind to "Kind"',
  'alter table "order" rename to "group"',
  'alter table "order" set schema archive',
  'alter view "from" set schema archive',
  'alter table "Part" attach partition "Part old" for values from (\'2025-01-01\') to (\'2026-01-01\')',
  'alter table "Part" detach partition "Part rest"',
  'alter table "Split" detach partition "Split 1"',
  'create table "Part 27" partition of "Part" for values from (\'2027-01-01\') to (\'2028-01-01\')',
  'create table "Split 27" partition of "Split" (check (id > 0)) for values from (\'2027-01-01\') to (\'2028-01-01\') partition by list (id)',
]

/** What a server before the version may refuse, for its syntax. */
export const newer = [{ statement: /\bnot null note not valid(?:"\))?$/, version: 180000, code: '42601' }]
