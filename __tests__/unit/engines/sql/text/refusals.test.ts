import { describe, expect, test } from '@jest/globals'
import { findRefusals } from '../../../../../src/engines/sql/text/refusals.ts'
import { type Statement, splitStatements } from '../../../../../src/engines/sql/text/statements.ts'
import {
  findTransactionControl,
  indexOfStatement,
  isConcurrently,
  runsOutsideTransaction,
} from '../../../../../src/engines/sql/text/transactions.ts'

const path = 'migrations/0001_a.sql'

function refusals(text: string, transaction = true) {
  return findRefusals(splitStatements(text, { path }), { path, direction: 'up', transaction })
}

function only(text: string): Statement {
  const [one, ...more] = splitStatements(text, { path })
  if (one === undefined || more.length > 0) throw new Error('not one statement')
  return one
}

describe('findRefusals', () => {
  test('all of them, each with its place', () => {
    const text =
      "begin;\n  \\restrict 'x\ncopy a from stdin;\nit's\n\\.\ncreate index concurrently i\n  on a (b);\nselect 1;\ncommit"
    expect(refusals(text).map(({ id, place }) => [id, place])).toEqual([
      ['sql-transaction-control', { path, line: 1, endLine: 1, column: 1 }],
      ['sql-meta-command', { path, line: 2, endLine: 2, column: 3 }],
      ['sql-copy-stdin', { path, line: 3, endLine: 3, column: 1 }],
      ['sql-outside-transaction', { path, line: 6, endLine: 7, column: 1 }],
      ['sql-transaction-control', { path, line: 9, endLine: 9, column: 1 }],
    ])
    expect(refusals(text, false).map(fault => fault.id)).not.toContain('sql-outside-transaction')
  })

  test('the cure of what cannot run in a transaction is a line to copy', () => {
    const [fault] = refusals('vacuum a')
    expect(fault?.message).toContain('`vacuum`')
    expect(fault?.cure).toContain('`-- migrate:up transaction:false`')
  })

  test.each(['off', "'OFF'", 'false', 'no', '0'])('strings that end elsewhere: %s', value => {
    for (const head of ['set', 'set local', 'SET SESSION'])
      expect(refusals(`${head} standard_conforming_strings = ${value}`)[0]?.id).toBe('sql-quoting')
    expect(refusals(`set standard_conforming_strings to ${value}`)[0]?.id).toBe('sql-quoting')
  })

  test.each([
    'set standard_conforming_strings = on',
    'set client_min_messages = off',
    'copy a from program $$x$$',
    'copy (select a from stdin) to stdout',
    'copy a to stdout',
    'insert into a values ($$commit;$$)',
  ])('%s may run', text => expect(refusals(text)).toEqual([]))
})

describe('findTransactionControl', () => {
  test.each([
    ['BEGIN', 'begin'],
    ['begin work', 'begin'],
    ['begin isolation level serializable', 'begin'],
    ['start transaction read only', 'start transaction'],
    ['commit and chain', 'commit'],
    ['END', 'end'],
    ['rollback', 'rollback'],
    ['abort', 'abort'],
    ['savepoint a', 'savepoint'],
    ['release a', 'release'],
    ['release savepoint a', 'release'],
    ['rollback to a', 'rollback to'],
    ['rollback work to savepoint a', 'rollback'],
    ["prepare transaction 'x'", 'prepare transaction'],
    ["commit prepared 'x'", 'commit prepared'],
    ["rollback/**/prepared 'x'", 'rollback prepared'],
    ['set transaction isolation level serializable', 'set transaction'],
    ['set local transaction read only', 'set local transaction'],
  ])('%s', (text, expected) => expect(findTransactionControl(only(text))).toBe(expected))

  test.each([
    'create function f() returns int begin atomic select 1; end',
    'do $$ begin commit; end $$',
    'prepare transaction as select 1',
    'prepare transaction (int) as select 1',
    'set transaction_timeout = 1',
    'set session characteristics as transaction read only',
    'select commit from "begin"',
    'call begin()',
  ])('%s is none', text => expect(findTransactionControl(only(text))).toBeUndefined())
})

describe('runsOutsideTransaction', () => {
  test.each([
    ['create index concurrently i on a (b)', 'create index concurrently'],
    ['create UNIQUE index /* x */ CONCURRENTLY on a (b)', 'create index concurrently'],
    ['drop index concurrently if exists i', 'drop index concurrently'],
    ['reindex index concurrently i', 'reindex concurrently'],
    ['reindex (verbose, concurrently) table a', 'reindex concurrently'],
    ['reindex (concurrently true) table a', 'reindex concurrently'],
    ['reindex (concurrently) database', 'reindex concurrently'],
    ['reindex schema s', 'reindex schema'],
    ['reindex (verbose) system', 'reindex system'],
    ['reindex database', 'reindex database'],
    ['vacuum', 'vacuum'],
    ['vacuum (analyze) a', 'vacuum'],
    ['create database a', 'create database'],
    ['drop database if exists a', 'drop database'],
    ["create tablespace a location '/x'", 'create tablespace'],
    ['drop tablespace a', 'drop tablespace'],
    ['alter database a set tablespace b', 'alter database set tablespace'],
    ['alter database "set" with tablespace b', 'alter database set tablespace'],
    ["alter system set work_mem = '1MB'", 'alter system'],
    ['alter table if exists only s.a detach partition s.b concurrently', 'detach partition concurrently'],
    ['alter table a * detach partition "b" concurrently', 'detach partition concurrently'],
    ['cluster', 'cluster without a table'],
    ['cluster verbose', 'cluster without a table'],
    ['cluster (verbose)', 'cluster without a table'],
    ['discard all', 'discard all'],
    ["create subscription s connection 'x' publication p", 'create subscription'],
    ["create subscription s connection 'x' publication p with (copy_data = false)", 'create subscription'],
    ['drop subscription s', 'drop subscription'],
    ['alter subscription s refresh publication', 'alter subscription with refresh'],
    ['alter subscription s add publication p', 'alter subscription with refresh'],
    ['alter subscription s set (failover = true)', 'alter subscription set (failover)'],
  ])('%s', (text, expected) => expect(runsOutsideTransaction(only(text))).toBe(expected))

  test.each([
    'create index i on a (b)',
    'create index "concurrently" on a (b)',
    'create table concurrently (a int)',
    'drop index i',
    'reindex index i',
    'reindex table "concurrently"',
    'reindex (concurrently false) table a',
    'reindex (concurrently off, verbose) index a',
    'refresh materialized view concurrently a',
    'alter database a rename to tablespace',
    "alter database a set work_mem = '1MB'",
    'alter table a detach partition b',
    'alter table a detach partition b finalize',
    'alter table a detach partition concurrently',
    "alter table a alter b set default 'detach partition c concurrently'",
    'cluster a',
    'cluster verbose a using i',
    'cluster (verbose) a',
    'discard temp',
    'analyze a',
    "alter type a add value 'b'",
    "create subscription s connection 'x' publication p with (create_slot = false)",
    "create subscription s connection 'x' publication p with (enabled = false, connect = 'false')",
    'alter subscription s set publication p with (refresh = false)',
    'alter subscription s set (slot_name = none)',
    'alter subscription s disable',
  ])('%s can run in one', text => expect(runsOutsideTransaction(only(text))).toBeUndefined())
})

test.each([
  ['create index concurrently i on a (b)', true],
  ['drop index concurrently i', true],
  ['reindex (concurrently) index i', true],
  ['alter table a detach partition b concurrently', true],
  ['refresh materialized view concurrently a', false],
  ['create index i on a (b)', false],
  ['vacuum', false],
])('isConcurrently: %s %j', (text, expected) => expect(isConcurrently(only(text))).toBe(expected))

describe('indexOfStatement', () => {
  test.each([
    [
      'create index concurrently Orders_Status on Public.Orders (a)',
      { name: 'orders_status', table: ['public', 'orders'] },
    ],
    [
      'create unique index concurrently if not exists "I""x" on only "A.b" using btree (a)',
      { name: 'I"x', table: ['A.b'] },
    ],
    ['create index concurrently if on a (b)', { name: 'if', table: ['a'] }],
    ['create index concurrently i on only (a) (b)', { name: 'i', table: ['a'] }],
    [`create index concurrently ${'x'.repeat(70)} on a (b)`, { name: 'x'.repeat(63), table: ['a'] }],
  ])('%s', (text, expected) =>
    expect(indexOfStatement(only(text))).toEqual({ kind: 'create-index', ...expected }),
  )

  test.each([
    ['drop index concurrently if exists s."I" cascade', [['s', 'I']]],
    ['drop index concurrently A, b.c', [['a'], ['b', 'c']]],
  ])('%s', (text, names) => expect(indexOfStatement(only(text))).toEqual({ kind: 'drop-index', names }))

  test.each([
    'create index concurrently on a (b)',
    'create index concurrently U&"x" on a (b)',
    'create index concurrently s.i on a (b)',
    'create index i on a (b)',
    'drop index i',
    'drop index concurrently U&"x"',
    'reindex index concurrently i',
    'select 1',
  ])('%s cannot be told', text => expect(indexOfStatement(only(text))).toBeUndefined())
})
