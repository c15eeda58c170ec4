import { createHash } from 'node:crypto'
import { keyOf } from './read.ts'
import { type Difference, kinds, type Schema, type SchemaObject } from './shapes.ts'

/** A difference by the key of its object. */
type Keyed = readonly [key: string, difference: Difference]

/**
 * What differs, each object by itself, in no order that means anything. Of servers of two majors, what these write
 * differently is no difference. Pure.
 */
export function findDifferences(before: Schema, after: Schema): Keyed[] {
  const linesOf = before.major === after.major ? (object: SchemaObject) => object.lines : looseLines
  const gone = lacking(before, after).map(([key, object]): Keyed => {
    return [key, { ...apart(object), change: 'removed', before: object.lines, after: [] }]
  })
  const come = lacking(after, before).map(([key, object]): Keyed => {
    return [key, { ...apart(object), change: 'added', before: [], after: object.lines }]
  })
  const changed = [...before.objects].flatMap(([key, object]): Keyed[] => {
    const now = after.objects.get(key)
    if (now === undefined || now === object) return []
    const [old, young] = [linesOf(object), linesOf(now)]
    const pick = (lines: readonly string[], read: string[], other: string[]) =>
      lines.filter((_, index) => !other.includes(read[index] ?? ''))
    const [lost, gained] = [pick(object.lines, old, young), pick(now.lines, young, old)]
    if (lost.length + gained.length === 0) return []
    return [[key, { ...apart(object), change: 'changed', before: lost, after: gained }]]
  })
  return [...gone, ...come, ...changed]
}

/**
 * What differs as people are told it: in the order of `kinds` and of names, and what comes or goes with something that
 * holds it (the columns of a table, all of a schema) not by itself. Pure.
 */
export function tellDifferences(found: readonly Keyed[]): Difference[] {
  const changeOf = new Map(found.map(([key, { change }]) => [key, change]))
  return found
    .filter(
      ([, one]) => one.change === 'changed' || !holders(one).some(key => changeOf.get(key) === one.change),
    )
    .map(([, difference]) => difference)
    .sort(
      (one, other) =>
        kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || compareText(sortKey(one), sortKey(other)),
    )
}

/** The differences of two schemas as people are told them. Pure. */
export function compareSchemas(before: Schema, after: Schema): Difference[] {
  return tellDifferences(findDifferences(before, after))
}

/** One digest of a schema: the same for the same objects with the same lines. Pure. */
export function fingerprintSchema({ objects }: Schema): string {
  const told = [...objects].map(([key, { lines }]) => [key, lines])
  return createHash('sha256').update(JSON.stringify(told)).digest('hex')
}

function apart({ lines: _, ...names }: SchemaObject): Omit<SchemaObject, 'lines'> {
  return names
}

function sortKey({ schema = '', table = '', name, change }: Difference): string {
  return [schema, table, name, change].join('\0')
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** Objects of the one that the other has not. */
function lacking(one: Schema, other: Schema): [string, SchemaObject][] {
  return [...one.objects].filter(([key]) => !other.objects.has(key))
}

const tableKinds = ['table', 'foreign table', 'view', 'materialized view', 'domain'] as const

/** Keys of whatever an object may be inside of. Pure. */
export function holders({ schema, table, kind }: Omit<SchemaObject, 'lines'>): string[] {
  const inSchema = schema === undefined ? [] : [keyOf({ kind: 'schema', name: schema })]
  if (table === undefined || schema === undefined) return inSchema
  const own = tableKinds.filter(one => one !== kind)
  return [...inSchema, ...own.map(one => keyOf({ kind: one, schema, name: table }))]
}

const written = ['view', 'materialized view', 'rule', 'policy']

/** From version 16 on a column of the only table is written without the table; white space has changed, too. */
function looseLines({ kind, lines }: SchemaObject): string[] {
  if (!written.includes(kind)) return lines
  return lines.map(line => line.replace(/(?:"(?:[^"]|"")+"|\b[\w$]+)\.(?=["\w])/g, '').replace(/\s+/g, ' '))
}
