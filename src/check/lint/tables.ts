/** Tables as the statements of revisions make and change them. */
import {
  constraintsOf,
  findAll,
  keyOfRange,
  notNullOf,
  pick,
  sayRange,
  type TypeRef,
  texts,
  typeOf,
} from './nodes.ts'
import type { AlterTableCmd, ColumnDef, Constraint, RangeVar } from './parse.ts'

interface Column {
  type: TypeRef | undefined
  notNull: boolean
}

interface Check {
  kind: 'check' | 'not-null' | 'foreign-key'
  /** Every row was seen to keep it. */
  valid: boolean
  /** The column that it says is never null. */
  notNull: string | undefined
  /** Of a check: the columns that it looks at. */
  columns: string[]
}

export interface Table {
  /** Without its schema. */
  name: string
  /** Made by the change itself: nobody uses it, and it holds what the change put in. */
  fresh: boolean
  partitioned: boolean
  /** A revision made it as a table that is logged, or not; undefined: none says so. */
  logged: boolean | undefined
  /** The key of the partition that takes what fits no other. */
  defaultPartition: string | undefined
  columns: Map<string, Column>
  checks: Map<string, Check>
  /** Names of foreign keys, and the tables they look at. */
  foreignKeys: Map<string, { key: string; says: string }>
}

/** By their keys. */
export type Tables = Map<string, Table>

/** A table that a statement makes or names for the first time. */
export function addTable(tables: Tables, range: RangeVar, fresh: boolean): Table {
  const table: Table = {
    name: range.relname ?? '',
    fresh,
    partitioned: false,
    logged: undefined,
    defaultPartition: undefined,
    columns: new Map(),
    checks: new Map(),
    foreignKeys: new Map(),
  }
  tables.set(keyOfRange(range), table)
  return table
}

type Create = NonNullable<ReturnType<typeof pick<'CreateStmt'>>>

/** What CREATE TABLE makes. */
export function makeTable(tables: Tables, range: RangeVar, create: Create, fresh: boolean): void {
  // IF NOT EXISTS leaves one that is there as it is.
  if (create.if_not_exists && tables.has(keyOfRange(range))) return
  const table = addTable(tables, range, fresh)
  table.partitioned = create.partspec !== undefined
  table.logged = range.relpersistence !== 'u'
  const parent = pick(create.inhRelations?.[0], 'RangeVar')
  const known = parent === undefined ? undefined : tables.get(keyOfRange(parent))
  if (create.partbound?.is_default && known !== undefined) known.defaultPartition = keyOfRange(range)
  for (const element of create.tableElts ?? []) {
    const column = pick(element, 'ColumnDef')
    const constraint = pick(element, 'Constraint')
    if (column !== undefined) addColumn(table, column)
    if (constraint !== undefined) addConstraint(table, constraint)
  }
}

/** A default partition that is dropped, or has another key. */
export function replaceDefault(tables: Tables, key: string, by: string | undefined): void {
  for (const table of tables.values()) if (table.defaultPartition === key) table.defaultPartition = by
}

function addColumn(table: Table, column: ColumnDef): void {
  const constraints = constraintsOf(column)
  const notNull = constraints.some(
    one => one.contype === 'CONSTR_NOTNULL' || one.contype === 'CONSTR_PRIMARY',
  )
  table.columns.set(column.colname ?? '', { type: typeOf(column.typeName), notNull })
  for (const one of constraints) addConstraint(table, one, column.colname)
}

function addConstraint(table: Table, constraint: Constraint, column?: string): void {
  const { contype, conname, pktable, skip_validation } = constraint
  const columns = column === undefined ? texts(constraint.fk_attrs ?? constraint.keys) : [column]
  const bare = table.name
  if (contype === 'CONSTR_CHECK') {
    const seen = notNullOf(constraint)
    const named = findAll(constraint.raw_expr, 'ColumnRef').flatMap(one => texts(one.fields))
    table.checks.set(conname ?? `${bare}_${column ?? named[0] ?? ''}_check`, {
      valid: !skip_validation,
      kind: 'check',
      notNull: seen,
      columns: named,
    })
  } else if (contype === 'CONSTR_NOTNULL' && column === undefined) {
    const [name] = columns
    table.checks.set(conname ?? `${bare}_${name}_not_null`, {
      kind: 'not-null',
      valid: !skip_validation,
      notNull: name,
      columns: [],
    })
  } else if (contype === 'CONSTR_FOREIGN' && pktable !== undefined) {
    const name = conname ?? `${bare}_${columns.join('_')}_fkey`
    table.foreignKeys.set(name, { key: keyOfRange(pktable), says: sayRange(pktable) })
    table.checks.set(name, { kind: 'foreign-key', valid: !skip_validation, notNull: undefined, columns: [] })
  } else if (contype === 'CONSTR_PRIMARY') {
    for (const name of columns) {
      const known = table.columns.get(name)
      if (known !== undefined) known.notNull = true
    }
  }
}

/** What one command of ALTER TABLE does. */
export function alterTable(table: Table, cmd: AlterTableCmd): void {
  const { subtype, name = '' } = cmd
  const column = pick(cmd.def, 'ColumnDef')
  const constraint = pick(cmd.def, 'Constraint')
  const known = table.columns.get(name)
  if (subtype === 'AT_AddColumn' && column !== undefined) addColumn(table, column)
  else if (subtype === 'AT_DropColumn') table.columns.delete(name)
  else if (subtype === 'AT_AlterColumnType') {
    table.columns.set(name, { type: typeOf(column?.typeName), notNull: known?.notNull ?? false })
  } else if (subtype === 'AT_SetNotNull' && known !== undefined) known.notNull = true
  else if (subtype === 'AT_DropNotNull' && known !== undefined) known.notNull = false
  else if (subtype === 'AT_AddConstraint' && constraint !== undefined) addConstraint(table, constraint)
  else if (subtype === 'AT_ValidateConstraint') {
    const check = table.checks.get(name)
    if (check !== undefined) check.valid = true
  } else if (subtype === 'AT_SetLogged' || subtype === 'AT_SetUnLogged') {
    table.logged = subtype === 'AT_SetLogged'
  } else if (subtype === 'AT_DropConstraint') {
    table.checks.delete(name)
    table.foreignKeys.delete(name)
  } else if (subtype === 'AT_AttachPartition' || subtype === 'AT_DetachPartition') {
    const part = pick(cmd.def, 'PartitionCmd')
    if (part?.name === undefined) return
    const key = keyOfRange(part.name)
    if (part.bound?.is_default) table.defaultPartition = key
    else if (subtype === 'AT_DetachPartition' && table.defaultPartition === key)
      table.defaultPartition = undefined
  }
}
