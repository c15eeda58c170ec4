/** What a revision makes, removes and needs, from its operations and its SQL. Pure. */

import { splitStatements } from '../sql/text/statements.ts'
import { type Expectation, type ExpectedObject, type ObjectKind, settle } from './objects.ts'
import { readStatement } from './read-statement.ts'

/** One operation of a revision's `upgrade()` (Alembic's `op`), as far as literals tell; names as the server gets them. */
export interface Operation {
  line: number
  /** `create_table`, `add_column`, `execute` …: the name after `op.`. */
  name: string
  table: string | null
  schema: string | null
  /** Column, index, constraint, or the new name of a table. */
  object: string | null
  /** Text of `op.execute`, where it is a literal. */
  sql: string | null
}

/** The objects of operations (Alembic) and of SQL texts, each once, in order. Never throws. */
export function objectsOf(operations: readonly Operation[], sqlTexts: readonly string[]): ExpectedObject[] {
  return expectationOf(operations, sqlTexts).objects
}

/** The same, with the operations of which a catalog shows nothing. */
export function expectationOf(
  operations: readonly Operation[],
  sqlTexts: readonly (string | { text: string; line: number })[],
): Expectation {
  const texts = sqlTexts.map(one =>
    typeof one === 'string' ? readText(one, 'a statement') : readText(one.text, `line ${one.line}`),
  )
  const found = [...operations.map(readOperation), ...texts]
  return { objects: settle(found.flatMap(one => one.objects)), unseen: found.flatMap(one => one.unseen) }
}

/** Kind of what an operation makes or removes beside its table. */
const parts: Record<string, [ObjectKind, ExpectedObject['effect']]> = {
  add_column: ['column', 'makes'],
  drop_column: ['column', 'removes'],
  create_index: ['index', 'makes'],
  drop_index: ['index', 'removes'],
  create_unique_constraint: ['constraint', 'makes'],
  create_check_constraint: ['constraint', 'makes'],
  create_exclude_constraint: ['constraint', 'makes'],
  create_primary_key: ['constraint', 'makes'],
  create_foreign_key: ['constraint', 'makes'],
  drop_constraint: ['constraint', 'removes'],
}

/** They change what is there; nothing comes or goes. */
const changes = ['alter_column', 'create_table_comment', 'drop_table_comment']

function readOperation(operation: Operation): Expectation {
  const { name, table, object, line } = operation
  const unseen = { objects: [], unseen: [`${name} at line ${line}`] }
  if (name === 'execute')
    return operation.sql === null ? unseen : readText(operation.sql, `execute at line ${line}`)
  const schema = operation.schema === null ? {} : { schema: operation.schema }
  const make = (kind: ObjectKind, given: string, effect: ExpectedObject['effect']): ExpectedObject => ({
    kind,
    name: given,
    effect,
    ...schema,
  })
  const seen = (...objects: ExpectedObject[]): Expectation => ({ objects, unseen: [] })
  const part = parts[name]
  if (part !== undefined) {
    if (object === null || (table === null && part[0] !== 'index')) return unseen
    const inTable = table === null ? {} : { table }
    const own = { ...make(part[0], object, part[1]), ...inTable }
    return table === null ? seen(own) : seen(make('table', table, 'needs'), own)
  }
  if (table === null) return unseen
  if (name === 'create_table') return seen(make('table', table, 'makes'))
  if (name === 'drop_table') return seen(make('table', table, 'removes'))
  if (name === 'rename_table' && object !== null)
    return seen(make('table', table, 'removes'), make('table', object, 'makes'))
  return changes.includes(name) ? seen(make('table', table, 'needs')) : unseen
}

function readText(text: string, where: string): Expectation {
  try {
    const read = splitStatements(text, { path: '' }).map(statement => readStatement(statement.text))
    return {
      objects: read.flatMap(objects => objects ?? []),
      unseen: read.some(objects => objects === undefined) ? [where] : [],
    }
  } catch {
    // A quote that never ends: the server has refused it as well.
    return { objects: [], unseen: [where] }
  }
}
