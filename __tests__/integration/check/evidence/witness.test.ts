/** What the witness sees of statements, by real sessions on both servers. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { onEachServer } from '../../../support/servers.ts'
import { type Rehearsal, rehearse, sayTables } from '../../../support/witness.ts'

const tables = `
  create table customers (id int primary key, name text);
  create table orders (id int primary key, customer_id int references customers, total int, note text, code varchar(5),
    at timestamp);
  create index orders_code on orders (code);
  create domain email as text check (value like '%@%');
  create table events (id int, at date) partition by range (at);
  create table events_rest partition of events default;
  create materialized view totals as select count(*) as n from orders;
  create table "Odd name" (id int);
  create unique index odd_id on "Odd name" (id);
  create table mails (address email);
`
const rows = `
  insert into customers values (1, 'a'); insert into orders values (1, 1, 1, 'x', 'y'), (2, 1, 2, 'x', 'y');
  insert into events values (1, '2020-01-01');`

/** Statements of one transaction, and what is seen of each, in order. */
const cases: [string[], string[]][] = [
  [['alter table orders add a int'], ['ALTER TABLE orders AccessExclusive']],
  [['alter table orders add a timestamptz default now()'], ['ALTER TABLE orders AccessExclusive']],
  [
    ['alter table orders add a float default random()'],
    ['ALTER TABLE orders AccessExclusive rewritten scanned'],
  ],
  [['alter table orders add a email'], ['ALTER TABLE orders AccessExclusive rewritten scanned']],
  [['alter table orders add a int check (a > 0)'], ['ALTER TABLE orders AccessExclusive scanned']],
  [['alter table orders alter note set not null'], ['ALTER TABLE orders AccessExclusive scanned']],
  [['alter table orders alter code type text'], ['ALTER TABLE orders AccessExclusive']],
  [['alter table orders alter code type text collate "C"'], ['ALTER TABLE orders AccessExclusive scanned']],
  [
    ['alter table orders drop constraint orders_customer_id_fkey'],
    ['ALTER TABLE customers AccessExclusive', 'ALTER TABLE orders AccessExclusive'],
  ],
  [
    ['drop table orders cascade'],
    [
      'DROP TABLE customers AccessExclusive',
      'DROP TABLE orders AccessExclusive',
      'DROP TABLE totals AccessExclusive',
    ],
  ],
  [
    ['alter table "Odd name" add constraint p primary key using index odd_id'],
    ['ALTER TABLE "Odd name" AccessExclusive scanned'],
  ],
  [
    ["create table events_1 partition of events for values from ('2021-01-01') to ('2022-01-01')"],
    ['CREATE TABLE events AccessExclusive', 'CREATE TABLE events_rest AccessExclusive scanned'],
  ],
  [['create index on orders (note)'], ['CREATE INDEX orders Share scanned']],
  [['create index on events (id)'], ['CREATE INDEX events Share', 'CREATE INDEX events_rest Share scanned']],
  [['create table mine (id int references customers)'], ['CREATE TABLE customers ShareRowExclusive']],
  [['create table mine (id int)', 'alter table mine add a float default random()'], []],
  [
    ['refresh materialized view totals'],
    [
      'REFRESH MATERIALIZED VIEW orders AccessShare scanned',
      'REFRESH MATERIALIZED VIEW totals AccessExclusive rewritten 1 rows',
    ],
  ],
  [['alter domain email add check (value > $$a$$)'], ['ALTER DOMAIN mails Share scanned']],
  [
    ["do $$ begin execute format('alter table %I add a float default random()', 'orders'); end $$"],
    ['ALTER TABLE orders AccessExclusive rewritten scanned'],
  ],
  // What is no DDL: its work is seen when the transaction ends.
  [["update orders set note = 'z' where true"], ['- orders RowExclusive scanned ROWS']],
  [['truncate orders'], ['- orders AccessExclusive rewritten scanned']],
  [['lock table orders in share mode'], ['- orders Share']],
  [['cluster orders using orders_code'], ['- orders AccessExclusive rewritten scanned']],
  [
    ['alter table orders add a int', 'update orders set a = 1', 'alter table customers add a int'],
    [
      'ALTER TABLE orders AccessExclusive',
      '- orders AccessExclusive scanned ROWS',
      'ALTER TABLE customers AccessExclusive',
      'ALTER TABLE orders AccessExclusive',
    ],
  ],
]

onEachServer(server => {
  describe.each([
    ['with rows', rows],
    ['without rows', ''],
  ])('%s', (_, filled) => {
    let rehearsal: Rehearsal
    beforeAll(async () => {
      rehearsal = await rehearse(server.superuserUrl, tables + filled)
    })
    afterAll(() => rehearsal.end())
    afterEach(() => rehearsal.reset())

    it.each(cases)('%j', async (statements, seen) => {
      const found = sayTables(await rehearsal.run(statements))
      const counted = seen.map(line => line.replace(' ROWS', filled === '' ? '' : ' 2 rows'))
      expect(found.toSorted()).toEqual(counted.toSorted())
    })
  })
})
