/** Findings of the text, held against a real run: confirmed, contradicted, added, or left alone with the reason. */
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals'
import { type Judged, judgeByEvidence } from '../../../../src/check/evidence/judge.ts'
import type { TableSizes } from '../../../../src/check/evidence/sizes.ts'
import { lintRevisions } from '../../../support/lint.ts'
import { onEachServer } from '../../../support/servers.ts'
import { type Rehearsal, rehearse } from '../../../support/witness.ts'

/** What revisions made, and what somebody made by hand: the text does not know that. */
const merged = `create table customers (id int primary key, name text);
  create table orders (id int primary key, customer_id int references customers, code varchar(5), total int,
    at timestamp, note text);
  create index orders_code on orders (code) where code <> 'x'`
const byHand = `create domain email as text check (value like '%@%');
  create table invoices (id int, customer_id int constraint of_customer references customers, sum varchar(5));
  create unique index invoices_id on invoices (id);
  create table events (at date) partition by range (at); create table events_rest partition of events default`

onEachServer(server => {
  let rehearsal: Rehearsal
  beforeAll(async () => {
    rehearsal = await rehearse(server.superuserUrl, `${merged}; ${byHand}`)
  })
  afterAll(() => rehearsal.end())
  afterEach(() => rehearsal.reset())

  async function judge(text: string, sizes?: TableSizes): Promise<Judged> {
    const { linted, added } = await lintRevisions(text, { earlier: [merged] })
    const [revision] = added
    const id = revision?.id ?? ''
    const statements = revision?.up.map(piece => piece.text) ?? []
    const evidence = await rehearsal.run(statements, id)
    const around = { server: 'Postgres', comment: '--', sizes }
    return judgeByEvidence({ linted, added, evidence, rehearsed: new Set([id]), ...around })
  }
  const said = ({ findings }: Judged) => findings.map(({ finding: { rule, level } }) => `${rule} ${level}`)
  const firstMessage = ({ findings }: Judged) => findings[0]?.finding.fault.message ?? ''

  it('confirms with the lock, its time and what was done', async () => {
    const judged = await judge('alter table orders alter code type varchar(3)')
    expect(said(judged)).toEqual(['type-change-rewrites error'])
    expect(firstMessage(judged)).toMatch(
      /Rehearsed on Postgres: it held ACCESS EXCLUSIVE on orders for \d+ ms and wrote it anew\.$/,
    )
    expect(firstMessage(judged)).not.toContain('From the text alone')
  })

  it('contradicts, with the reason', async () => {
    const judged = await judge('alter table invoices alter sum type text')
    expect(said(judged)).toEqual([])
    expect(judged.notes).toEqual([
      expect.stringMatching(
        /^migrations\/0002\.sql:1: type-change-unknown is no finding: rehearsed on Postgres, it held ACCESS EXCLUSIVE on invoices for \d+ ms, and neither wrote it anew nor read it\.$/,
      ),
    ])
  })

  /** On a server of a rehearsal alone, `sum` becomes another column. */
  const lie = `execute concat('alter table invoices ren', 'ame column sum to old');
    execute concat('alter table invoices a', 'dd sum text')`

  it.each([
    [
      'a function',
      `create function f() returns void language plpgsql as $$ begin ${lie}; end $$;\nselect f();\n`,
    ],
    [
      'a function that a command calls',
      `create function f(i int) returns int language plpgsql as $$ begin ${lie}; return i; end $$;
      create table mine as select f(1);\n`,
    ],
    [
      'a function that DDL on another table calls',
      `create function f(i int) returns int language plpgsql as $$ begin
        if not exists (select from pg_attribute where attname = 'old') then ${lie}; end if; return i; end $$;
      insert into customers values (1, 'a'); alter table customers add y int default f(1);\n`,
    ],
    ['a block', `do $$ begin ${lie}; end $$;\n`],
  ])('does not contradict after %s changed the table', async (_, before) => {
    const judged = await judge(`${before}alter table invoices alter sum type text`)
    expect(said(judged)).toContain('type-change-unknown warning')
    expect(judged.notes).toEqual([])
    const message = judged.findings
      .map(({ finding }) => finding.fault.message)
      .find(one => one.includes('does not contradict'))
    expect(message).toContain('a block or a function changed invoices in the rehearsal')
  })

  it('does not contradict what a block may have chosen to run', async () => {
    const judged = await judge(`do $$ begin
      if current_database() like 'postgres' then alter table invoices alter sum type text;
      else alter table invoices add other int; end if; end $$`)
    expect(judged.notes).toEqual([])
  })

  it('does not contradict of a table that only had its lock already', async () => {
    const judged = await judge(`create schema decoy; create table decoy.invoices (sum text);
      lock table invoices in access exclusive mode;
      select set_config('search_path', concat('decoy, ', 'public'), true);
      alter table invoices alter sum type text`)
    expect(judged.notes).toEqual([])
  })

  it('contradicts after a block changed another table', async () => {
    const judged = await judge(
      `do $$ begin execute 'alter table customers add x int'; end $$;\nalter table invoices alter sum type text`,
    )
    expect(judged.notes).toHaveLength(1)
  })

  it('leaves what the time zone of a session decides', async () => {
    const judged = await judge('alter table orders alter at type timestamptz')
    expect(said(judged)).toEqual(['type-change-unknown warning'])
    expect(firstMessage(judged)).toContain('with the time zone Etc/UTC it held')
  })

  it('makes an error of what the text could only suspect', async () => {
    const judged = await judge('alter table invoices alter sum type varchar(3)')
    expect(said(judged)).toEqual(['type-change-unknown error'])
    expect(firstMessage(judged)).toContain('wrote it anew')
  })

  it.each([
    ['alter table orders add mail email', 'rehearsed-rewrite error', 'nobody can read or write orders'],
    ['alter table invoices drop constraint of_customer', 'rehearsed-lock warning', 'on customers'],
    [
      "create table events_1 partition of events for values from ('2021-01-01') to ('2022-01-01')",
      'partition-locks-parent warning,rehearsed-scan error',
      'events',
    ],
    [
      "do $$ begin execute format('alter table %I add a float default random()', 'orders'); end $$",
      'not-seen warning,rehearsed-rewrite error',
      '',
    ],
    [
      'alter table invoices add constraint p primary key using index invoices_id',
      'primary-key-scans error',
      '',
    ],
  ])('finds what the text does not: %s', async (text, rules, words) => {
    const judged = await judge(text)
    expect(said(judged).join()).toBe(rules)
    expect(firstMessage(judged)).toContain(words)
  })

  it('finds work under a lock, behind the statement that took it', async () => {
    const judged = await judge(
      'alter table orders add a int;\nselect 1;\ndo $$ begin update orders set a = 1; end $$',
    )
    expect(said(judged)).toContain('work-under-lock error')
  })

  it('of a function that does it, too', async () => {
    await rehearsal.session.run(
      `create function public.fill() returns void language sql as 'update public.orders set total = 1'`,
    )
    const judged = await judge('alter table orders add a int;\nselect fill()')
    expect(judged.findings.map(({ finding }) => [finding.rule, finding.fault.place?.line])).toEqual([
      ['rehearsed-scan', 2],
    ])
    await rehearsal.session.run('drop function public.fill()')
  })

  it.each([
    'alter table orders add a int',
    'alter table orders add a timestamptz not null default now()',
    'alter table events add a int',
    'create table mine (id int references customers); alter table mine add a float default random()',
    'alter table orders add constraint c check (id > 0) not valid',
    'create view v as select * from orders',
    'comment on table orders is $$a$$',
    'create table copy as select * from orders',
    'grant select on orders to public',
  ])('leaves alone: %s', async text => {
    expect(await judge(text)).toEqual({ findings: [], notes: [] })
  })

  it('says how big the table is in production', async () => {
    const sizes = {
      from: 'stats of 2026-11-20',
      of: (table: string) => (table === 'orders' ? { rows: 41_234_567, bytes: 12.3 * 2 ** 30 } : undefined),
    }
    const judged = await judge('create index on orders (note)', sizes)
    expect(firstMessage(judged)).toMatch(
      /orders has 41 million rows, 12 GB in production \(stats of 2026-11-20\)\.$/,
    )
  })
})
