import { describe, expect, it } from '@jest/globals'
import { compareSchemas, fingerprintSchema } from '../../../../src/check/schema/compare.ts'
import { keyOf } from '../../../../src/check/schema/read.ts'
import { afterWayDown, sayDifference } from '../../../../src/check/schema/say.ts'
import type { Schema, SchemaObject } from '../../../../src/check/schema/shapes.ts'

function schemaOf(objects: SchemaObject[], major = 18): Schema {
  return { major, objects: new Map(objects.map(object => [keyOf(object), object])) }
}

const table = (name: string, schema = 'public'): SchemaObject => ({ kind: 'table', schema, name, lines: [] })
const column = (table: string, name: string, ...lines: string[]): SchemaObject => ({
  kind: 'column',
  schema: 'public',
  table,
  name,
  lines,
})
const view = (text: string): SchemaObject => ({ kind: 'view', schema: 'public', name: 'v', lines: [text] })
const told = (before: SchemaObject[], after: SchemaObject[]) =>
  compareSchemas(schemaOf(before), schemaOf(after)).map(one => sayDifference(one, afterWayDown))

describe('what differs', () => {
  it('is nothing between equal schemas, and both have one fingerprint', () => {
    const [one, other] = [
      schemaOf([table('t'), column('t', 'a', 'text')]),
      schemaOf([table('t'), column('t', 'a', 'text')]),
    ]
    expect(compareSchemas(one, other)).toEqual([])
    expect(fingerprintSchema(one)).toBe(fingerprintSchema(other))
    expect(fingerprintSchema(one)).not.toBe(fingerprintSchema(schemaOf([table('t')])))
  })

  it('comes in the order of kinds and names, whatever the order of reading', () => {
    const objects = [column('b', 'x', 'text'), table('c'), table('a')]
    expect(told([table('b')], [table('b'), ...objects])).toEqual([
      'table a is left behind',
      'table c is left behind',
      'column b.x is left behind',
    ])
    expect(told([table('b')], [...objects, table('b')].reverse())).toEqual(
      told([table('b')], [table('b'), ...objects]),
    )
  })

  it('is told once of a table and what is in it, and of a schema', () => {
    expect(told([table('t'), column('t', 'a', 'text')], [])).toEqual(['table t is gone'])
    const schema: SchemaObject = { kind: 'schema', name: 's', lines: [] }
    expect(told([], [schema, table('t', 's'), { ...column('t', 'a', 'text'), schema: 's' }])).toEqual([
      'schema s is left behind',
    ])
  })

  it('is told of a column alone where the table stays', () => {
    expect(told([table('t'), column('t', 'a', 'text')], [table('t')])).toEqual(['column t.a is gone'])
  })

  it('is no other spelling of a newer server', () => {
    const [old, young] = [
      ' SELECT orders.id,\n    orders."A b"\n   FROM public.orders;',
      ' SELECT id,\n    "A b"\n FROM public.orders;',
    ]
    expect(compareSchemas(schemaOf([view(old)], 15), schemaOf([view(young)], 18))).toEqual([])
    expect(compareSchemas(schemaOf([view(old)], 18), schemaOf([view(young)], 18))).toHaveLength(1)
    expect(
      compareSchemas(schemaOf([view(old)], 15), schemaOf([view(`${young} WHERE true`)], 18)),
    ).toHaveLength(1)
  })
})

describe('the words', () => {
  it('pair what was with what is', () => {
    expect(
      told(
        [column('t', 'a', 'character varying(20)', 'not null', `default ''::text`)],
        [column('t', 'a', 'timestamp(3) with time zone', `default now()`, `comment 'x'`)],
      ),
    ).toEqual([
      `column t.a: timestamptz(3), was varchar(20); default now(), was ''::text; now comment 'x'; no longer not null`,
    ])
  })

  it('never show a body or the options of a server, which may hold secrets', () => {
    const server = (hash: string): SchemaObject => ({
      kind: 'foreign server',
      name: 's',
      lines: [`options ${hash}`],
    })
    expect(told([server('a'.repeat(32))], [server('b'.repeat(32))])).toEqual([
      'foreign server s: its options differ',
    ])
    expect(told([view('as select 1')], [view('as select 2')])).toEqual(['view v: its definition differs'])
    const setting = (hash: string): SchemaObject => ({
      kind: 'database setting',
      name: 'app.key',
      lines: [hash],
    })
    expect(told([setting('a'.repeat(32))], [setting('b'.repeat(32))])).toEqual([
      'database setting app.key: its value differs',
    ])
  })

  it('are one harmless line, whatever a name holds', () => {
    const [said = ''] = told([], [table('a\n::error::b\u001b[31m')])
    expect(said).not.toMatch(/[\n\u001b]/)
    expect(said).not.toMatch(/^::/m)
  })
})
