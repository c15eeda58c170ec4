/** What is known of a database’s objects from the statements that made them. */
import { findAll, keyOf, keyOfRange, pick, type TypeRef, texts, typeOf } from './nodes.ts'
import type { Node, RangeVar } from './parse.ts'
import { addTable, alterTable, makeTable, replaceDefault, type Tables } from './tables.ts'

interface Domain {
  base: TypeRef | undefined
  /** It has a constraint: adding a column of it writes the table anew. */
  checks: boolean
}

interface Index {
  /** The key of its table. */
  table: string
  /** An expression is an empty name. */
  columns: string[]
  /** Of a condition or an expression: the columns that it needs, of which none changes its type without it. */
  watched: string[]
}

/** Only what revisions said: a table made by hand is not in it. */
export interface Schema {
  tables: Tables
  indexes: Map<string, Index>
  /** Functions by their keys: `steady` where they are declared STABLE or IMMUTABLE. */
  functions: Map<string, 'steady' | 'volatile'>
  /** Other objects that the change made, by kind and name. */
  fresh: Set<string>
  domains: Map<string, Domain>
}

export function emptySchema(): Schema {
  return {
    tables: new Map(),
    indexes: new Map(),
    functions: new Map(),
    fresh: new Set(),
    domains: new Map(),
  }
}

/** Whether the change itself made a table. */
export function isFresh(schema: Schema, range: RangeVar | undefined): boolean {
  if (range === undefined) return false
  return range.relpersistence === 't' || schema.tables.get(keyOfRange(range))?.fresh === true
}

/** Takes in what a statement makes, changes and removes. `fresh`: it belongs to the change. */
export function remember(schema: Schema, node: Node, fresh: boolean): void {
  const create = pick(node, 'CreateStmt')
  const as = pick(node, 'CreateTableAsStmt')?.into?.rel ?? pick(node, 'SelectStmt')?.intoClause?.rel
  const index = pick(node, 'IndexStmt')
  const alter = pick(node, 'AlterTableStmt')
  const rename = pick(node, 'RenameStmt')
  const moved = pick(node, 'AlterObjectSchemaStmt')
  const domain = pick(node, 'CreateDomainStmt')
  const drop = pick(node, 'DropStmt')
  if (create?.relation !== undefined) makeTable(schema.tables, create.relation, create, fresh)
  else if (as !== undefined) addTable(schema.tables, as, fresh)
  else if (index?.relation !== undefined && index.idxname !== undefined) {
    const parts = [
      ...(index.relation.schemaname === undefined ? [] : [index.relation.schemaname]),
      index.idxname,
    ]
    const columns = (index.indexParams ?? []).map(one => pick(one, 'IndexElem')?.name ?? '')
    const isPlain = index.whereClause === undefined && !columns.includes('')
    const named = findAll([index.whereClause, index.indexParams], 'ColumnRef').flatMap(one =>
      texts(one.fields),
    )
    const watched = isPlain ? [] : [...columns, ...named]
    schema.indexes.set(keyOf(parts), { table: keyOfRange(index.relation), columns, watched })
  } else if (alter?.relation !== undefined) {
    const table =
      schema.tables.get(keyOfRange(alter.relation)) ?? addTable(schema.tables, alter.relation, false)
    for (const cmd of alter.cmds ?? []) alterTable(table, pick(cmd, 'AlterTableCmd') ?? {})
  } else if (rename?.relation !== undefined) renameIn(schema, rename)
  else if (moved?.relation !== undefined) {
    moveTable(schema, moved.relation, { ...moved.relation, schemaname: moved.newschema ?? 'public' })
  } else if (domain !== undefined) {
    const checks = (domain.constraints ?? []).some(one =>
      /CHECK|NOTNULL/.test(pick(one, 'Constraint')?.contype ?? ''),
    )
    schema.domains.set(keyOf(texts(domain.domainname)), { base: typeOf(domain.typeName), checks })
  } else if (drop !== undefined)
    for (const object of drop.objects ?? []) {
      const key = keyOf(texts([object]))
      if (schema.tables.delete(key)) replaceDefault(schema.tables, key, undefined)
    }
  if (fresh) for (const name of namesMade(node)) schema.fresh.add(name)
  rememberFunction(schema, node)
}

function rememberFunction(schema: Schema, node: Node): void {
  const made = pick(node, 'CreateFunctionStmt')
  if (made === undefined) return
  const options = (made.options ?? []).map(one => pick(one, 'DefElem'))
  const said = pick(options.find(one => one?.defname === 'volatility')?.arg, 'String')?.sval ?? 'volatile'
  schema.functions.set(keyOf(texts(made.funcname)), said === 'volatile' ? 'volatile' : 'steady')
}

/** Kind and name of what a statement makes, besides tables: `VIEW ["public","v"]`. */
export function namesMade(node: Node): string[] {
  const view = pick(node, 'ViewStmt')?.view
  const as = pick(node, 'CreateTableAsStmt')
  const sequence = pick(node, 'CreateSeqStmt')?.sequence
  const func = pick(node, 'CreateFunctionStmt')
  const typed = pick(node, 'CreateEnumStmt')?.typeName ?? pick(node, 'CreateRangeStmt')?.typeName
  const composite = pick(node, 'CompositeTypeStmt')?.typevar
  const domain = pick(node, 'CreateDomainStmt')?.domainname
  const made: [string, string | undefined][] = [
    ['VIEW', view && keyOfRange(view)],
    ['MATVIEW', as?.objtype === 'OBJECT_MATVIEW' && as.into?.rel ? keyOfRange(as.into.rel) : undefined],
    ['SEQUENCE', sequence && keyOfRange(sequence)],
    [func?.is_procedure ? 'PROCEDURE' : 'FUNCTION', func && keyOf(texts(func.funcname))],
    ['TYPE', typed && keyOf(texts(typed))],
    ['TYPE', composite && keyOfRange(composite)],
    ['DOMAIN', domain && keyOf(texts(domain))],
    ['SCHEMA', pick(node, 'CreateSchemaStmt')?.schemaname],
  ]
  return made.flatMap(([kind, name]) => (name === undefined ? [] : [`${kind} ${name}`]))
}

type Rename = NonNullable<ReturnType<typeof pick<'RenameStmt'>>>

function renameIn(schema: Schema, { relation, renameType, subname = '', newname = '' }: Rename): void {
  if (relation === undefined) return
  const table = schema.tables.get(keyOfRange(relation))
  if (renameType === 'OBJECT_TABLE') moveTable(schema, relation, { ...relation, relname: newname })
  const column = table?.columns.get(subname)
  if (renameType !== 'OBJECT_COLUMN' || column === undefined) return
  table?.columns.delete(subname)
  table?.columns.set(newname, column)
}

function moveTable(schema: Schema, from: RangeVar, to: RangeVar): void {
  const table = schema.tables.get(keyOfRange(from))
  if (table === undefined) return
  schema.tables.delete(keyOfRange(from))
  schema.tables.set(keyOfRange(to), { ...table, name: to.relname ?? '' })
  replaceDefault(schema.tables, keyOfRange(from), keyOfRange(to))
}
