import { describe, expect, test } from '@jest/globals'
import { expectationOf, type Operation, objectsOf } from '../../../../src/engines/objects/expect.ts'
import { explainObjects } from '../../../../src/engines/objects/explain.ts'
import type { ExpectedObject, FoundObject } from '../../../../src/engines/objects/objects.ts'

function operation(name: string, more: Partial<Operation> = {}): Operation {
  return { line: 14, name, table: null, schema: null, object: null, sql: null, ...more }
}

/** `makes column orders.status`, one a line. */
const short = (objects: ExpectedObject[]) =>
  objects.map(({ effect, kind, schema, table, name }) =>
    [effect, kind, [schema, table, name].filter(part => part !== undefined).join('.')].join(' '),
  )

describe('of SQL', () => {
  test.each([
    ['create table Orders (id int, constraint c check (id > 0))', ['makes table orders']],
    ['CREATE TABLE IF NOT EXISTS "Big"."Orders"()', ['makes table Big.Orders']],
    ['create temporary table t (i int)', []],
    [
      'create unique index concurrently if not exists i on only app.t (a)',
      ['makes index app.t.i', 'needs table app.t'],
    ],
    ['create materialized view v as select 1', ['makes view v']],
    ["create type status as enum ('a')", ['makes type status']],
    ['create domain d as int', ['makes type d']],
    ['create schema if not exists billing', ['makes schema billing']],
    ['create sequence s', ['makes sequence s']],
    ['create extension if not exists "uuid-ossp" with schema x', ['makes extension uuid-ossp']],
    ['create function f(a int) returns int language sql as $$ create table no() $$', ['makes function f']],
    [
      'alter table only t add column if not exists a numeric(3, 2), add b int default f(1, 2), drop column c, add primary key (a), add constraint k unique (a, b)',
      ['needs table t', 'makes column t.a', 'makes column t.b', 'removes column t.c', 'makes constraint t.k'],
    ],
    ['alter table s.t rename a to b', ['needs table s.t', 'removes column s.t.a', 'makes column s.t.b']],
    ['alter table t rename to u', ['removes table t', 'makes table u']],
    ['drop table if exists a, s.b cascade', ['removes table a', 'removes table s.b']],
    ['drop function f(int), g', ['removes function f', 'removes function g']],
    ["comment on table t is 'x'", []],
    ['create table a(); drop table a', []],
    ['create table a(); alter table a add b int', ['makes table a', 'makes column a.b']],
    [
      'alter table t drop constraint k; alter table t add constraint k check (true)',
      ['needs table t', 'needs constraint t.k'],
    ],
  ])('%s', (sql, objects) => {
    expect(short(objectsOf([], [sql]))).toEqual(objects)
  })

  test.each([
    'update t set a = 1',
    'do $$ begin end $$',
    'create or replace view v as select 1',
    'create index on t (a)',
    "select 'never ends",
  ])('nothing can be seen of: %s', sql => {
    expect(expectationOf([], [sql])).toEqual({ objects: [], unseen: ['a statement'] })
  })
})

test('of operations: names are taken as they are, data and computed names are not seen', () => {
  const operations = [
    operation('create_table', { table: 'Orders', schema: 'app' }),
    operation('add_column', { table: 'users', object: 'status' }),
    operation('create_index', { table: 'users', object: 'users_status' }),
    operation('create_foreign_key', { table: 'users' }),
    operation('alter_column', { table: 'users', object: 'name' }),
    operation('rename_table', { table: 'a', object: 'b' }),
    operation('drop_constraint', { table: 'users', object: 'k' }),
    operation('execute', { sql: 'create type mood as enum ()', line: 20 }),
    operation('execute', { sql: 'update users set status = 1', line: 21 }),
    operation('execute', { line: 22 }),
    operation('bulk_insert', { table: 'users', line: 23 }),
  ]
  const { objects, unseen } = expectationOf(operations, [])
  expect(short(objects)).toEqual([
    'makes table app.Orders',
    'needs table users',
    'makes column users.status',
    'makes index users.users_status',
    'removes table a',
    'makes table b',
    'removes constraint users.k',
    'makes type mood',
  ])
  expect(unseen).toEqual([
    'create_foreign_key at line 14',
    'execute at line 21',
    'execute at line 22',
    'bulk_insert at line 23',
  ])
})

describe('what they tell', () => {
  const table = (exists: boolean, more: Partial<FoundObject> = {}): FoundObject => ({
    kind: 'table',
    name: 'orders',
    effect: 'makes',
    exists,
    ...more,
  })
  const column: FoundObject = {
    kind: 'column',
    table: 'users',
    name: 'status',
    effect: 'makes',
    exists: false,
  }

  test('all: out of step, and what was rolled back with it runs first', () => {
    const told = explainObjects([table(true), { ...column, effect: 'removes' }], '0005', {
      before: ['0003', '0004'],
    })
    expect(told.stand).toBe('all')
    expect(told.text).toBe(
      'Out of step: as far as names tell, everything that 0005 does is already done (table orders, column users.status (removed)), and the version table does not know it.',
    )
    expect(told.next.map(one => [one.command, one.revision])).toEqual([
      ['upgrade', '0004'],
      ['stamp', '0005'],
    ])
  })

  test('some: what is there, what is not, and both ways', () => {
    const told = explainObjects([table(true), column], '0005', { unseen: ['execute at line 9'] })
    expect(told.stand).toBe('some')
    expect(told.text).toContain('There: table orders. Not there: column users.status. Whether')
    expect(told.text).toContain('(execute at line 9): look before you stamp.')
    expect(told.next.map(one => one.command)).toEqual(['upgrade', 'stamp'])
  })

  test('none: the name is used by something else, or what it needs is missing', () => {
    expect(explainObjects([table(false, { instead: 'a view' })], '0005')).toMatchObject({
      stand: 'none',
      text: 'A name that 0005 wants is used by something else: orders is a view.',
    })
    const needs = table(false, { effect: 'needs' })
    expect(explainObjects([needs, column], '0005').text).toContain(
      '0005 needs table orders, which the database',
    )
    expect(explainObjects([needs], '0005').stand).toBe('unknown')
    // Nothing is there, and no stamp is offered: what cannot be seen is nobody's question.
    expect(explainObjects([column], '0005', { unseen: ['execute at line 9'] })).toMatchObject({
      stand: 'none',
      text: '',
    })
    expect(explainObjects([], '0005', { unseen: ['execute at line 9'] }).text).toBe('')
  })
})

test.each([
  ['column', 'Full name', true],
  ['column', 'users_full', false],
  ['column', 'mail', false],
  ['constraint', 'ck_users_email_check', true],
  ['index', 'users_emial', false],
] as const)('the %s %s that the server misses may have been removed: %s', (kind, name, named) => {
  const texts = ['create table users (email text);', 'alter table users add "full name" text']
  const found: FoundObject[] = [{ kind, name, effect: 'removes', exists: false }]
  const { stand } = explainObjects(found, '0005', { missed: { said: `"${name}" does not exist`, texts } })
  expect(stand).toBe(named ? 'all' : 'none')
})
