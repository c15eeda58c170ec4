import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { describeStatement, headline } from '../../../../../src/engines/sql/text/describe.ts'
import type { Statement } from '../../../../../src/engines/sql/text/statements.ts'

const statement = (text: string): Statement => ({ text, offset: 0, line: 1, endLine: 1, column: 1 })
const describeText = (text: string, command: string, count: number | null = null) =>
  describeStatement(statement(text), { command, count })

describe('describeStatement', () => {
  test.each<[string, string, number | null, string]>([
    ['update users set a = 1', 'UPDATE', 1204, 'update 1,204 rows'],
    ['insert into a values (1)', 'INSERT', 1, 'insert 1 row'],
    ['with d as (select 1) delete from a', 'DELETE', 0, 'delete 0 rows'],
    ["select set_config('a', 'b', false)", 'SELECT', 1, 'select 1 row'],
    ['create table a as select 1', 'SELECT', 5, 'create table a, 5 rows'],
    ['create materialized view a as select 1', 'SELECT', 1, 'create materialized view a, 1 row'],
  ])('%s', (text, command, count, expected) => expect(describeText(text, command, count)).toBe(expected))

  test.each([
    ['CREATE TABLE IF NOT EXISTS Public.Orders (id int)', 'create table public.orders'],
    ['create unlogged table "a b" ()', 'create table "a b"'],
    ['create unique index concurrently i on only s.orders (a)', 'create index i on s.orders'],
    ['create index on orders (a)', 'create index on orders'],
    ['create index temp on orders (a)', 'create index temp on orders'],
    ['create view only as select 1', 'create view only'],
    ['create table concurrently (a int)', 'create table concurrently'],
    ['alter table only users add a int', 'alter table users'],
    ["alter type mood add value 'x'", 'alter type mood'],
    ["alter role app password 'hunter2'", 'alter role app'],
    ['drop type mood', 'drop type mood'],
    ['drop table if exists a, s.b cascade', 'drop table a, s.b'],
    ['drop function f(int, text), g(int)', 'drop function f, g'],
    ['create or replace function f(a int) returns int return 1', 'create function f'],
    ['create constraint trigger t after insert on s.a execute function f()', 'create trigger t on s.a'],
    ['create or replace rule r as on insert to a do nothing', 'create rule r on a'],
    ['create policy p on a', 'create policy p on a'],
    ['create operator === (leftarg = int)', 'create operator ==='],
    ['create text search configuration c (copy = simple)', 'create text search configuration c'],
    ['create extension if not exists "uuid-ossp"', 'create extension "uuid-ossp"'],
    ['alter default privileges in schema s grant select on tables to a', 'alter default privileges'],
    ['create user mapping for a server b', 'create user mapping'],
    ['create cast (a as b) without function', 'create cast'],
    ["comment on column a.b is 'x'", 'comment on column a.b'],
    ['comment on constraint c on a is null', 'comment on constraint c on a'],
    ["comment on materialized view a is 'b'", 'comment on materialized view a'],
    ['do $$ begin end $$', 'do block'],
    ['refresh materialized view concurrently a', 'refresh materialized view a'],
    ['grant select on all tables in schema s to a, b', 'grant select on all tables in schema s to a, b'],
    ["set search_path = 'secret'", 'set search_path'],
    ['truncate a, s.b', 'truncate a, s.b'],
    ['vacuum (analyze) a', 'vacuum a'],
    ["call p('secret')", 'call p'],
  ])('%s', (text, expected) => expect(describeText(text, 'X')).toBe(expected))

  test('is one harmless line of at most 80 code points, whatever the statement', () => {
    const piece = fc.constantFrom(
      'create ',
      'comment on ',
      'drop table ',
      'index ',
      'on ',
      'a',
      '.',
      ',',
      '"\n::error::x"',
      '"\u001b[31m"',
      '(',
      ')',
      "'s3cret'",
      'ü'.repeat(50),
      ' ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 15 }), parts => {
        const text = parts.join('')
        for (const line of [describeText(text, 'X'), headline(statement(text))]) {
          expect([...line].length).toBeLessThanOrEqual(80)
          expect(line).not.toMatch(/[\n\r\u001b]|s3cret/)
        }
      }),
    )
  })
})

describe('headline', () => {
  test.each([
    ['select 1,\r\n\t 2 -- x\n+3', 'select 1, 2 +3'],
    ["alter role app password 's3cret'", "alter role app password '…'"],
    ['do $$ begin\nend $$ language plpgsql', "do '…' language plpgsql"],
    [`insert into a values ('${'😀'.repeat(600)}', 1)`, "insert into a values ('…'"],
    [`select ${'😀'.repeat(200)}`, `select ${'😀'.repeat(72)}…`],
    ['\\echo a', '\\echo a'],
  ])('%j', (text, expected) => expect(headline(statement(text))).toBe(expected))
})
