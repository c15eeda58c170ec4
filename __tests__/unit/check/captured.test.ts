import { expect, test } from '@jest/globals'
import type { Guarded } from '../../../src/check/guard/shapes.ts'
import { lintSent } from '../../../src/check/lint-added.ts'
import { collectSent, readSent } from '../../../src/check/read/captured.ts'
import type { ChildEvent } from '../../../src/engines/alembic/shapes.ts'

function revision(id: string): Guarded {
  const path = `versions/${id}.py`
  const bare = { version: undefined, checksum: undefined, merge: false, line: 1, up: [], down: [], rest: [] }
  return { id, key: id, path, text: '', ...bare }
}

const known = ['a1', 'b2'].map(revision)

const configured = (transactionPerMigration: boolean): ChildEvent => ({
  kind: 'configured',
  versionTable: 'versions',
  versionTableSchema: null,
  transactionPerMigration,
  transactionalDdl: true,
  driver: 'postgresql+psycopg',
  offline: false,
  autocommit: false,
})
const started = (id: string): ChildEvent => ({ kind: 'started', revision: id })
const sent = (
  id: string,
  sql: string,
  { line = 7, autocommit = false, style = 'pyformat' } = {},
): ChildEvent => ({
  kind: 'sent',
  revision: id,
  sql,
  line,
  style,
  autocommit,
})

/** `a1 7 create table t ()`; `+` where the transaction before goes on, `*` where there is none. */
function read(...events: ChildEvent[]): string[] {
  const { captured, take } = collectSent()
  for (const event of events) take(event)
  return readSent(known, captured).map(({ id, rest, continues, up }) => {
    const mark = rest.length > 0 ? '*' : continues ? '+' : ''
    return `${mark}${id} ${up.map(({ line, text }) => `${line} ${text}`).join('; ')}`
  })
}

test('statements have the line that sent them; Alembic’s and SQLAlchemy’s own are left out', () => {
  const said = read(
    configured(true),
    started('a1'),
    sent('a1', '\nCREATE TABLE t (\n\tid INTEGER\n)\n\n', { line: 9 }),
    sent('a1', 'select pg_catalog.pg_class.relname from pg_catalog.pg_class'),
    sent('a1', "create type x as enum ('a'); create index i on t (id);", { line: 12 }),
    sent('a1', "INSERT INTO versions (version_num) VALUES ('a1')"),
  )
  expect(said).toEqual([
    "a1 9 CREATE TABLE t (\n\tid INTEGER\n); 12 create type x as enum ('a'); 12 create index i on t (id)",
  ])
})

test('places of parameters are written as the server gets them', () => {
  const one = (sql: string, style: string) => read(started('a1'), sent('a1', sql, { style }))
  expect(one('insert into t values (%(a)s::VARCHAR, %(b)s)', 'pyformat')).toEqual([
    'a1 7 insert into t values ($1::VARCHAR, $2)',
  ])
  expect(one("update t set a = %s where b like 'x%%'", 'format')).toEqual([
    "a1 7 update t set a = $1 where b like 'x%'",
  ])
  expect(one("update t set a = $1 where b like 'x%%'", 'numeric_dollar')).toEqual([
    "a1 7 update t set a = $1 where b like 'x%%'",
  ])
})

test('a transaction ends with its revision, or goes on where all are one', () => {
  const events = [started('a1'), sent('a1', 'select 1'), started('b2'), sent('b2', 'select 2')]
  expect(read(configured(true), ...events)).toEqual(['a1 7 select 1', 'b2 7 select 2'])
  expect(read(configured(false), ...events)).toEqual(['a1 7 select 1', '+b2 7 select 2'])
})

test('an autocommit block is in no transaction, and what follows is in another', () => {
  const said = read(
    configured(false),
    started('a1'),
    sent('a1', 'select 1'),
    sent('a1', 'create index concurrently i on t (a)', { autocommit: true }),
    sent('a1', 'create index concurrently j on t (b)', { autocommit: true }),
    sent('a1', 'select 2'),
    started('b2'),
    sent('b2', 'select 3'),
  )
  expect(said).toEqual([
    'a1 7 select 1',
    '*a1 7 create index concurrently i on t (a); 7 create index concurrently j on t (b)',
    'a1 7 select 2',
    '+b2 7 select 3',
  ])
})

test('a commit by hand ends a transaction, the end of a savepoint does not', () => {
  const lines = ['select 1', 'savepoint a', 'rollback to savepoint a', 'select 2', 'COMMIT', 'select 3']
  expect(read(configured(false), started('a1'), ...lines.map(sql => sent('a1', sql)))).toEqual([
    'a1 7 select 1; 7 select 2',
    'a1 7 select 3',
  ])
})

test('of a revision that ran twice the second run counts, and of one that is not known nothing', () => {
  const said = read(
    started('a1'),
    sent('a1', 'select 1'),
    started('b2'),
    sent('b2', 'select 2'),
    started('a1'),
    sent('a1', 'select 1'),
    started('c3'),
    sent('c3', 'select 3'),
    sent('d4', 'select 4'),
  )
  expect(said.map(one => one.replace('+', ''))).toEqual(['b2 7 select 2', 'a1 7 select 1'])
})

test('what is no SQL that can be split stays whole', () => {
  expect(read(started('a1'), sent('a1', "select 'open; select 1"))).toEqual(["a1 7 select 'open; select 1"])
})

test('whether Alembic was watched at all is known', async () => {
  const { captured, take } = collectSent()
  take(started('a1'))
  expect(captured.watched).toBe(false)
  const added = known.slice(0, 1)
  const guarding = { findings: [], added, merged: known, allowances: [] }
  expect((await lintSent(guarding, captured)).notes).toEqual([
    expect.stringContaining('could not be watched'),
  ])
  take(configured(true))
  expect(captured.watched).toBe(true)
  expect((await lintSent(guarding, captured)).notes).toEqual([])
})
