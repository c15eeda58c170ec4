/**
 * What a revision makes and removes, and what a database has of it. Between the engines and not in one of them: the
 * question "is it there already?" is the same for a script of Alembic and a file of SQL, and neither engine may
 * know the other.
 */

export type ObjectKind =
  | 'table'
  | 'column'
  | 'index'
  | 'constraint'
  | 'type'
  | 'schema'
  | 'sequence'
  | 'view'
  | 'function'
  | 'extension'

/** An object that a revision names, as the server stores the names. */
export interface ExpectedObject {
  kind: ObjectKind
  /** As written; absent where the search_path decides. */
  schema?: string
  name: string
  /** Of a column, index or constraint. */
  table?: string
  effect: 'makes' | 'removes' | 'needs'
}

/** The same, and whether the database has it. */
export interface FoundObject extends ExpectedObject {
  exists: boolean
  /** What has the name instead: `a view`, `an index on other`. */
  instead?: string
}

/** What a revision says of itself: the objects, and the operations whose effect no catalog shows. */
export interface Expectation {
  objects: ExpectedObject[]
  /** Data, names that are computed, operations that are not known: `execute at line 14`. */
  unseen: string[]
}

/** Each object once: the last word on it counts, and what the revision makes itself it does not need. */
export function settle(objects: readonly ExpectedObject[]): ExpectedObject[] {
  const last = new Map<string, ExpectedObject>()
  for (const one of objects) {
    const key = keyOf(one)
    const before = last.get(key)
    if (one.effect === 'needs' && before !== undefined) continue
    // Removed and made anew: that it is there says nothing.
    if (before?.effect === 'removes' && one.effect === 'makes') {
      last.set(key, { ...one, effect: 'needs' })
      continue
    }
    // Made and removed again: it was never meant to stay.
    if (before?.effect === 'makes' && one.effect === 'removes') last.delete(key)
    else last.set(key, one)
  }
  return [...last.values()].filter(
    one => one.effect !== 'needs' || !last.has(keyOf({ ...one, kind: 'view' })),
  )
}

function keyOf({ kind, schema, table, name }: ExpectedObject): string {
  return JSON.stringify([kind, schema ?? null, kind === 'index' ? null : (table ?? null), name])
}
