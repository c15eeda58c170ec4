import { expect, test } from '@jest/globals'
import { lossesOf } from '../../../../../src/engines/sql/run/losses.ts'

test.each([
  ['drop table orders', ['drop table orders']],
  ['DROP TABLE IF EXISTS a.orders, lines CASCADE', ['drop table a.orders, lines']],
  ['drop schema app cascade', ['drop schema app']],
  ['truncate only orders *, lines', ['truncate orders, lines']],
  ['truncate table orders', ['truncate orders']],
  ['delete from only app."Orders" where id = 1', ['delete from app.Orders']],
  ['with gone as (delete from orders returning *) select 1', ['delete in a with query']],
  ['alter table orders drop column status', ['drop column orders.status']],
  [
    'alter table if exists only app.orders add column n numeric(10, 2), drop a, drop column if exists b cascade',
    ['drop column app.orders.a', 'drop column app.orders.b'],
  ],
  ['alter table orders drop constraint orders_pkey', []],
  ['alter table orders alter column a drop not null, alter b drop default', []],
  ['alter table orders add check (a <> all (array[1, 2])), drop c', ['drop column orders.c']],
  ['drop index orders_status', []],
  ['drop view v', []],
  ['drop function f()', []],
  ["insert into log values ('drop table orders')", []],
  ['select 1', []],
  ['', []],
])('%s', (text, losses) => {
  expect(lossesOf({ text })).toEqual(losses)
})
