/** What the lint knows from before: of earlier revisions, of the same transaction, of the file. */
import { describe, expect, it } from '@jest/globals'
import { lintTexts, rulesOf } from '../../../support/lint.ts'

const orders = 'create table orders (id int, code text, total int)'

describe('steps of a safe way', () => {
  it('a check that is validated makes SET NOT NULL free, in the next revision or after merges', async () => {
    const steps = [
      'alter table orders add constraint c check (code is not null) not valid',
      'alter table orders validate constraint c',
      'alter table orders alter code set not null; alter table orders drop constraint c',
    ]
    expect(await rulesOf(steps, { earlier: [orders] })).toEqual([])
    expect(await rulesOf(steps.slice(2), { earlier: [orders, ...steps.slice(0, 2)] })).toEqual([])
    expect(await rulesOf(steps.slice(2), { earlier: [orders, ...steps.slice(0, 1)] })).toEqual([
      'set-not-null-scans error',
    ])
  })

  it('a check that the same statement drops does not: DROP goes first', async () => {
    const earlier = [orders, 'alter table orders add constraint c check (code is not null)']
    for (const text of [
      'alter table orders alter code set not null, drop constraint c',
      'alter table orders drop constraint c, alter code set not null',
    ])
      expect(await rulesOf(text, { earlier })).toEqual(['set-not-null-scans error'])
  })

  it('a check of another column, or of more than one, does not', async () => {
    for (const check of ['id is not null', 'code is not null and id > 0', "code <> ''", 'code is null']) {
      const earlier = [orders, `alter table orders add constraint c check (${check})`]
      expect(await rulesOf('alter table orders alter code set not null', { earlier })).toEqual([
        'set-not-null-scans error',
      ])
    }
  })

  it('NOT VALID is validated in a transaction of its own', async () => {
    const steps = [
      'alter table orders add check (id > 0) not valid',
      'alter table orders validate constraint orders_id_check',
    ]
    expect(await rulesOf(steps, { earlier: [orders] })).toEqual([])
    expect(await rulesOf(steps.join(';'), { earlier: [orders], transaction: false })).toEqual([])
  })

  it('a primary key takes over an index whose columns may not be null', async () => {
    const earlier = [
      orders,
      'alter table orders alter id set not null',
      'create unique index concurrently u on orders (id)',
    ]
    expect(await rulesOf('alter table orders add primary key using index u', { earlier })).toEqual([])
  })

  it('a partition with a validated check is attached', async () => {
    const earlier = [
      'create table events (at date) partition by range (at)',
      'create table old (at date, check (at < $$2026-01-01$$))',
    ]
    const attach = 'alter table events attach partition old for values from (minvalue) to ($$2026-01-01$$)'
    expect(await rulesOf(attach, { earlier })).toEqual([])
    expect(await rulesOf(attach, { earlier: [earlier[0] ?? '', 'create table old (at date)'] })).toEqual([
      'attach-scans error',
    ])
  })

  it('a default partition with a validated check is not read, and is followed by its name', async () => {
    const earlier = [
      'create table events (at date) partition by range (at)',
      'create table rest (at date); alter table events attach partition rest default',
      'alter table rest rename to others',
      'create table old (at date, check (at < $$2026-01-01$$))',
    ]
    const attach = 'alter table events attach partition old for values from (minvalue) to ($$2026-01-01$$)'
    const create = 'create table new partition of events for values from ($$2027-01-01$$) to (maxvalue)'
    const check = 'alter table others add constraint n check (at > $$2025-01-01$$) not valid'
    const validate = 'alter table others validate constraint n'
    const found = async (more: string[]) => rulesOf([attach, create], { earlier: [...earlier, ...more] })
    const both = ['attach-scans error', 'partition-locks-parent error']
    expect(await found([])).toEqual(both)
    expect(await found([check])).toEqual(both)
    expect(await found([check, validate])).toEqual(['partition-locks-parent warning'])
    expect(await found(['drop table others'])).toEqual(['partition-locks-parent warning'])
    expect(await found(['alter table events detach partition others'])).toEqual([
      'partition-locks-parent warning',
    ])
  })

  it('ONLY of a partitioned table gets a constraint', async () => {
    const earlier = ['create table events (id int not null, at date) partition by range (at)']
    const add = (only: string) => rulesOf(`alter table ${only}events add unique (id, at)`, { earlier })
    expect(await add('only ')).toEqual([])
    expect(await add('')).toEqual(['constraint-builds-index error'])
  })

  it('a new value of an enum that the change made is only refused by older servers', async () => {
    const text = "create type t as enum ('a'); alter type t add value 'b'; select 'b'::t"
    expect(await rulesOf(text)).toEqual(['enum-value-too-soon warning'])
  })

  it('a new value of an enum is used in the next revision', async () => {
    const add = "alter type mood add value 'sad'"
    const earlier = ["create type mood as enum ('ok'); create table moods (id int, mood mood, note text)"]
    const use = "update moods set mood = 'sad' where id = 1"
    expect(await rulesOf([add, use], { earlier })).toEqual([])
    expect(await rulesOf(`${add}; ${use}`, { earlier })).toEqual(['enum-value-too-soon error'])
  })

  it.each([
    ["insert into moods (note, mood) values ('x', 'sad')", 'error'],
    ["insert into moods values (1, 'ok'), (2, 'sad')", 'error'],
    ["delete from moods where mood = 'sad'", 'error'],
    ["delete from moods where mood in ('ok', 'sad')", 'error'],
    ["select 'sad'::mood", 'error'],
    ["alter table moods alter mood set default 'sad'", 'error'],
    ["create table more (mood mood default 'sad')", 'error'],
    ["insert into moods (mood, note) values ('ok', 'sad')", 'warning'],
    ["update moods set note = 'sad' where id = 1", 'warning'],
    ["update elsewhere set mood = 'sad' where id = 1", 'warning'],
    ["select 'sad'", 'warning'],
  ])('a new value of an enum, used at once: %s', async (use, level) => {
    const earlier = ["create type mood as enum ('ok'); create table moods (id int, mood mood, note text)"]
    const found = await rulesOf(`alter type mood add value 'sad'; ${use}`, { earlier })
    expect(found).toEqual([`enum-value-too-soon ${level}`])
  })
})

it('a table that was merged is not new, whatever IF NOT EXISTS says', async () => {
  const text = 'create table if not exists orders (id int); create index on orders (id)'
  expect(await rulesOf(text, { earlier: [orders] })).toEqual(['index-blocks-writes error'])
  expect(await rulesOf(text)).toEqual([])
})

it('a table of the same name in another schema is another one', async () => {
  const text = 'create table app.orders (id int); create index on orders (id)'
  expect(await rulesOf(text, { earlier: [orders] })).toEqual(['index-blocks-writes error'])
})

it('types are followed through merged revisions', async () => {
  const earlier = [
    orders,
    'alter table orders add sku varchar(5)',
    'alter table orders alter sku type varchar(9)',
    'alter table orders rename sku to name',
  ]
  expect(await rulesOf('alter table orders alter name type varchar(12)', { earlier })).toEqual([])
  expect(await rulesOf('alter table orders alter name type varchar(7)', { earlier })).toEqual([
    'type-change-rewrites error',
  ])
})

it('one revision, one table: each its own transaction', async () => {
  const [one, other] = ['alter table orders add a int', 'alter table customers add a int']
  expect(await rulesOf([one, other])).toEqual([])
  expect(await rulesOf(`${one}; ${other}`)).toEqual(['several-tables-locked warning'])
  expect(await rulesOf(`${one}; ${other}`, { transaction: false })).toEqual([])
})

describe('the contract step', () => {
  it('lets drops and renames through, with its place, and nothing else', async () => {
    const text =
      '-- gate: contract because nobody reads it since 2.4\nalter table orders drop column code; create index on orders (id)'
    const [drop, index] = await lintTexts(text, { earlier: [orders] })
    expect(drop).toMatchObject({
      rule: 'drop-in-use',
      allowed: { by: 'migrations/0002.sql:1', reason: 'nobody reads it since 2.4' },
    })
    expect(index).toMatchObject({ rule: 'index-blocks-writes' })
    expect(index?.allowed).toBeUndefined()
  })
  it('needs no reason, and is only for its own revision', async () => {
    const texts = [
      '-- gate: contract\nalter table orders drop column code',
      'alter table orders drop column total',
    ]
    expect(await rulesOf(texts, { earlier: [orders] })).toEqual(['drop-in-use allowed', 'drop-in-use error'])
  })
})

describe('a DO block', () => {
  const block = `do language plpgsql $body$
declare x int;
begin
  if exists (select 1) then
    alter table orders drop column code;
  else
    begin
      execute 'create index on orders (id)';
    exception when others then
      truncate orders;
    end;
  end if;
end
$body$`
  it('is read as far as its SQL is known, on its lines', async () => {
    const found = await lintTexts(`select 1;\n\n${block}`, { earlier: [orders] })
    expect(found.map(({ rule, fault }) => `${fault.place?.line} ${rule}`)).toEqual([
      '7 drop-in-use',
      '10 index-blocks-writes',
      '12 truncate-loses-rows',
    ])
  })
  it('is read within another', async () => {
    const text = "do $$ begin\n execute 'do $x$ begin drop table orders; end $x$'; end $$"
    const [found] = await lintTexts(text, { earlier: [orders] })
    expect(found).toMatchObject({ rule: 'drop-in-use', fault: { place: { line: 2 } } })
  })
  it('that Postgres would not compile is said to be unread', async () => {
    expect(await rulesOf('do $$ begin for r in select 1 loop null; end loop; end $$')).toEqual([
      'not-seen warning',
    ])
  })
  it('in another language is said to be unread', async () => {
    expect(await rulesOf('do language plpython3u $$ import os $$')).toEqual(['not-seen warning'])
  })
})

it('the place is that of the name, behind letters of several bytes', async () => {
  const [found] = await lintTexts('/* ü */ select 1;\n  create index "ä𝄞" on\n orders (id)', {
    earlier: [orders],
  })
  expect(found?.fault.place).toEqual({ path: 'migrations/0002.sql', line: 3, column: 2 })
})

it('what comes from the file is one harmless line', async () => {
  const [found] = await lintTexts('drop table "a\n::error::b`c"', { earlier: [orders] })
  expect(found?.fault.message).not.toContain('\n')
  expect(found?.fault.cure).not.toContain('\n')
})

it.each([
  ['parentheses', `select ${'('.repeat(20_000)}1${')'.repeat(20_000)}`],
  ['casts', `select 1${'::int'.repeat(20_000)}`],
  ['operators', `select ${"'a' || ".repeat(20_000)}'a'`],
])('what is nested too deeply is said, and the rest is read: %s', async (_, text) => {
  const found = await rulesOf(`${text}; create index on orders (id)`, { earlier: [orders] })
  expect(found).toEqual(['not-seen warning', 'index-blocks-writes error'])
})
