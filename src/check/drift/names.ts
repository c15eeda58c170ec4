import type { ExpectedObject } from '../../engines/objects/objects.ts'
import type { Schema } from '../schema/shapes.ts'

/** Whether a schema has an object, by the names that a statement gives it. */
export type Has = (object: ExpectedObject) => boolean

/** They share their names: a table keeps an index from its name. */
const relations = ['table', 'foreign table', 'view', 'materialized view', 'sequence', 'index']

/** Looks objects up by name; a name without a schema is one of `public`. Pure. */
export function nameLookup({ objects }: Schema): Has {
  const names = new Set<string>()
  const add = (...parts: string[]) => names.add(JSON.stringify(parts))
  for (const { kind, schema = '', table = '', name, lines } of objects.values()) {
    if (relations.includes(kind)) add('relation', schema, name)
    else if (kind === 'column') add(kind, schema, table, name)
    else if (kind === 'constraint') {
      add(kind, schema, table, name)
      // It has an index of its name.
      if (/^(?:PRIMARY|UNIQUE|EXCLUDE)/.test(lines[0] ?? '')) add('relation', schema, name)
    } else if (kind === 'type' || kind === 'domain') add('type', schema, name)
    else if (kind === 'function' || kind === 'procedure' || kind === 'aggregate')
      add('function', schema, name.slice(0, name.indexOf('(')))
    else if (kind === 'schema' || kind === 'extension') add(kind, name)
  }
  const has = (...parts: string[]) => names.has(JSON.stringify(parts))
  return ({ kind, schema = 'public', table = '', name }) => {
    if (kind === 'column' || kind === 'constraint') return has(kind, schema, table, name)
    if (kind === 'schema' || kind === 'extension') return has(kind, name)
    if (kind === 'type' || kind === 'function') return has(kind, schema, name)
    return has('relation', schema, name)
  }
}
