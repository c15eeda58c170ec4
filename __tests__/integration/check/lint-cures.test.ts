/** The statements of every cure, run on a server: whoever copies one must not be refused. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { withClient } from '../../../script/postgres.mjs'
import { splitStatements } from '../../../src/engines/sql/text/statements.ts'
import { lintTexts } from '../../support/lint.ts'
import { unsafe, earlier as usual } from '../../support/lint-unsafe.ts'
import { type Database, freshDatabase } from '../../support/postgres.ts'

/** What is there besides, made by hand: no revision names it. */
const byHand = `create schema app; create schema archive; create sequence app.numbers;
  create function app.next_slug() returns text volatile language sql as 'select null::text';
  create table made_by_hand (amount int); create unique index on totals (one);
  alter table orders add constraint earlier check (id > 0) not valid,
    add constraint note_filled check (note is not null);
  alter table events attach partition events_old for values from ('2000-01-01') to ('2001-01-01');`

/** Names and literals that stand only in quotes. */
const quoted = [
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

const inQuotes = [
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
const newer = [{ statement: /\bnot null note not valid$/, version: 180000, code: '42601' }]

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

/** Whole statements; `…` stands for what only the reader knows. */
function statementsOf(cure: string): string[] {
  const inTicks = [...cure.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text)
  const filled = inTicks.map(text => text.replaceAll('check (…)', 'check (true)'))
  return filled.filter(
    text => !text.includes('…') && /^(?:alter|create|drop|reindex|refresh|vacuum)\s/i.test(text),
  )
}

/** What has to run before: a cure for the same revision stands behind the statement, a moved one behind those before it. */
function contextOf(cure: string, text: string): string[] {
  const all = splitStatements(text, { path: 'x.sql' }).map(one => one.text)
  if (cure.includes('in the same revision')) return all
  return cure.startsWith('Move ') ? all.slice(0, -1) : []
}

/** What the server refuses of the cures for a text. */
async function refusedOf(text: string, earlier: string[], more: string): Promise<string[]> {
  const refused: string[] = []
  for (const { rule, fault } of await lintTexts(text, { earlier })) {
    const statements = statementsOf(fault.cure)
    if (statements.length === 0) continue
    await withClient(database.url, async client => {
      await client.query('drop schema if exists public, app, archive cascade; create schema public')
      for (const setup of [...earlier, more, ...contextOf(fault.cure, text)])
        if (setup !== '') await client.query(setup)
      const { rows } = await client.query<{ version: number }>(
        "select current_setting('server_version_num')::int as version",
      )
      for (const statement of statements) {
        const error = await client.query(statement).then(
          () => undefined,
          (caught: Error & { code?: string }) => caught,
        )
        const isNewer = newer.some(
          one =>
            one.statement.test(statement) &&
            one.code === error?.code &&
            (rows[0]?.version ?? 0) < one.version,
        )
        // Those behind it ask for what it would have made.
        if (isNewer) break
        if (error !== undefined) refused.push(`${rule}: ${statement}: ${error.code} ${error.message}`)
      }
    })
  }
  return refused
}

it.each(Object.entries(unsafe))('%s', async (rule, texts) => {
  const refused: string[] = []
  for (const text of texts) refused.push(...(await refusedOf(text, usual, byHand)))
  expect({ rule, refused }).toEqual({ rule, refused: [] })
})

it.each(inQuotes)('%s', async text => {
  const more = 'create schema archive'
  expect((await lintTexts(text, { earlier: quoted })).length).toBeGreaterThan(0)
  expect(await refusedOf(text, quoted, more)).toEqual([])
})
