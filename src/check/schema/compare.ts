import { createHash } from 'node:crypto'
import { keyOf } from './read.ts'
import { type Difference, kinds, type Schema, type SchemaObject } from './shapes.ts'

/**
 * What differs, in the order of `kinds` and of names. What comes or goes with something that holds it (the columns of a
 * table, all of a schema) is not told by itself. Of servers of two majors, what these write differently is no difference. Pure.
 */
export function compareSchemas(before: Schema, after: Schema): Difference[] {
  const linesOf = before.major === after.major ? (object: SchemaObject) => object.lines : looseLines
  const gone = lacking(before, after).map(object => ({ ...apart(object), before: object.lines, after: [] }))
  const come = lacking(after, before).map(object => ({ ...apart(object), before: [], after: object.lines }))
  const changed = [...before.objects].flatMap(([key, object]): Difference[] => {
    const now = after.objects.get(key)
    if (now === undefined) return []
    const [old, young] = [linesOf(object), linesOf(now)]
    const pick = (lines: readonly string[], read: string[], other: string[]) =>
      lines.filter((_, index) => !other.includes(read[index] ?? ''))
    const [lost, gained] = [pick(object.lines, old, young), pick(now.lines, young, old)]
    return lost.length + gained.length === 0
      ? []
      : [{ ...apart(object), change: 'changed', before: lost, after: gained }]
  })
  const all: Difference[] = [
    ...gone.map(one => ({ ...one, change: 'removed' as const })),
    ...come.map(one => ({ ...one, change: 'added' as const })),
    ...changed,
  ]
  return all.sort(
    (one, other) =>
      kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || compareText(sortKey(one), sortKey(other)),
  )
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

/** Objects of the one that the other has not, but for those inside of another such object. */
function lacking(one: Schema, other: Schema): SchemaObject[] {
  const only = [...one.objects].filter(([key]) => !other.objects.has(key))
  const keys = new Set(only.map(([key]) => key))
  return only.flatMap(([, object]) => (holders(object).some(key => keys.has(key)) ? [] : [object]))
}

const tableKinds = ['table', 'foreign table', 'view', 'materialized view', 'domain'] as const

/** Keys of whatever an object may be inside of. */
function holders({ schema, table, kind }: SchemaObject): string[] {
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
