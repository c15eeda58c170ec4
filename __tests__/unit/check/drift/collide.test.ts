import { describe, expect, it, test } from '@jest/globals'
import { type Coming, findCollisions } from '../../../../src/check/drift/collide.ts'
import { readCode } from '../../../../src/check/read/python.ts'
import { keyOf } from '../../../../src/check/schema/read.ts'
import type { Schema, SchemaObject } from '../../../../src/check/schema/shapes.ts'
import { splitStatements } from '../../../../src/engines/sql/text/statements.ts'

function schemaOf(...objects: SchemaObject[]): Schema {
  return { major: 18, objects: new Map(objects.map(object => [keyOf(object), object])) }
}
const of = (
  kind: SchemaObject['kind'],
  name: string,
  table?: string,
  lines: string[] = [],
): SchemaObject => ({
  kind,
  schema: 'public',
  name,
  lines,
  ...(table === undefined ? {} : { table }),
})

const revisions = [
  of('table', 'orders'),
  of('column', 'id', 'orders'),
  of('column', 'note', 'orders'),
  of('table', 'customers'),
]
const both = schemaOf(...revisions)
const withIndex = schemaOf(...revisions, of('index', 'by_hand', 'orders'))
const withColumn = schemaOf(...revisions, of('column', 'code', 'orders'))
const withoutNote = schemaOf(...revisions.filter(one => one.name !== 'note'))
const withoutCustomers = schemaOf(...revisions.filter(one => one.name !== 'customers'))

function sql(text: string, id = '0002'): Coming {
  const up = splitStatements(text, { path: '' }).map(one => ({ code: '', text: one.text, line: one.line }))
  return { id, path: `migrations/${id}.sql`, up }
}
function python(...lines: string[]): Coming {
  const code = readCode(
    ['from alembic import op', 'def upgrade():', ...lines.map(line => `    ${line}`)].join('\n'),
  )
  return { id: 'ab12', path: 'versions/ab12.py', up: code?.up ?? [] }
}
const found = (coming: Coming[], live: Schema, engine = 'sql') =>
  findCollisions(coming, { rehearsed: both, live, engine }).map(
    ({ revision, piece, object, live: side }) =>
      `${revision.id}:${piece.line} ${object.kind} ${object.name} ${side}`,
  )

describe('a revision that makes what is there by hand', () => {
  test.each([
    ['an index', 'select 1;\ncreate index by_hand on orders (note)', withIndex, ['0002:2 index by_hand has']],
    [
      'concurrently',
      'create index concurrently by_hand on orders (note)',
      withIndex,
      ['0002:1 index by_hand has'],
    ],
    ['a table of that name', 'create table by_hand (id int)', withIndex, ['0002:1 table by_hand has']],
    ['a column', 'alter table orders add code text', withColumn, ['0002:1 column code has']],
    [
      'a type',
      'create type mood as enum ()',
      schemaOf(...revisions, of('type', 'mood')),
      ['0002:1 type mood has'],
    ],
    [
      'an extension',
      'create extension citext',
      schemaOf(...revisions, { kind: 'extension', name: 'citext', lines: [] }),
      ['0002:1 extension citext has'],
    ],
    ['if it is not there', 'create index if not exists by_hand on orders (note)', withIndex, []],
    [
      'once it was dropped',
      'drop index if exists by_hand; create index by_hand on orders (note)',
      withIndex,
      [],
    ],
    ['in another schema', 'create table billing.by_hand (id int)', withIndex, []],
    ['a temporary one', 'create temporary table by_hand (id int)', withIndex, []],
    ['nothing by hand', 'create index another on orders (note)', withIndex, []],
  ])('%s', (_, text, live, expected) => expect(found([sql(text)], live)).toEqual(expected))

  it('is told once, of the first that meets it', () => {
    const coming = [
      sql('create index by_hand on orders (note)', '0002'),
      sql('drop index by_hand; create index by_hand on orders (id)', '0003'),
    ]
    expect(found(coming, withIndex)).toEqual(['0002:1 index by_hand has'])
  })
})

describe('a revision that needs what was removed by hand', () => {
  test.each([
    ['drops a column', 'alter table orders drop note', withoutNote, ['0002:1 column note lacks']],
    ['drops it if it is there', 'alter table orders drop column if exists note', withoutNote, []],
    ['alters a table', 'alter table customers add x int', withoutCustomers, ['0002:1 table customers lacks']],
    [
      'makes it before',
      'create table customers (id int); alter table customers add x int',
      withoutCustomers,
      [],
    ],
    ['drops a table', 'drop table customers', withoutCustomers, ['0002:1 table customers lacks']],
    [
      'an index on it',
      'create index i on customers (id)',
      withoutCustomers,
      ['0002:1 table customers lacks'],
    ],
  ])('%s', (_, text, live, expected) => expect(found([sql(text)], live)).toEqual(expected))
})

describe('of Alembic', () => {
  test.each([
    [
      'create_index',
      'op.create_index("by_hand", "orders", ["note"])',
      withIndex,
      ['ab12:3 index by_hand has'],
    ],
    [
      'a name of a convention',
      'op.create_index(op.f("by_hand"), "orders", ["note"])',
      withIndex,
      ['ab12:3 index by_hand has'],
    ],
    [
      'keywords',
      'op.create_index(table_name="orders", index_name="by_hand", columns=["note"])',
      withIndex,
      ['ab12:3 index by_hand has'],
    ],
    ['if_not_exists', 'op.create_index("by_hand", "orders", ["note"], if_not_exists=True)', withIndex, []],
    ['another schema', 'op.create_table("by_hand", sa.Column("id"), schema="billing")', withIndex, []],
    [
      'add_column',
      'op.add_column("orders", sa.Column("code", sa.Text()))',
      withColumn,
      ['ab12:3 column code has'],
    ],
    ['drop_column', 'op.drop_column("orders", "note")', withoutNote, ['ab12:3 column note lacks']],
    [
      'execute',
      'op.execute("create index by_hand on orders (note)")',
      withIndex,
      ['ab12:3 index by_hand has'],
    ],
    [
      'a text over lines',
      'op.execute(sa.text("""\n-- why\ncreate index by_hand\non orders (note)\n"""))',
      withIndex,
      ['ab12:3 index by_hand has'],
    ],
    ['a computed name', 'op.create_index(f"by_{x}", "orders", ["note"])', withIndex, []],
    ['something else', 'print("by_hand"); other.create_index("by_hand", "orders")', withIndex, []],
  ])('%s', (_, line, live, expected) => expect(found([python(line)], live, 'alembic')).toEqual(expected))
})
