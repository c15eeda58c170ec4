import { quoteLiteral } from '../../../database/identifiers.ts'
import { code } from '../clause.ts'
import type { Judge } from '../judge.ts'
import { findAll, keyOfRange, pick, texts, typeOf } from '../nodes.ts'
import type { Node, RangeVar } from '../parse.ts'
import type { Schema } from '../schema.ts'
import type { Table } from '../tables.ts'

/** Values of enums that are used in the transaction that adds them. */
export const judgeEnums: Judge = ({ node, schema, transaction, before }) => {
  if (!transaction || before.values.size === 0) return []
  const known = constantsOf(node, schema)
  const used = findAll(node, 'A_Const').flatMap(one => {
    const value = one.sval?.sval ?? ''
    const type = before.values.get(value)
    if (type === undefined) return []
    const isSure = known.some(({ at, key }) => at === one.location && key === type.key)
    return [{ value, says: type.says, isNew: type.isNew, at: one.location, isSure }]
  })
  const found = used.find(one => one.isSure) ?? used[0]
  if (found === undefined) return []
  const { value, says: on, isNew, at, isSure } = found
  const what = quoteLiteral(value).trim()
  const safe = `Give ${code(`alter type ${on} add value ${what}`)} a revision of its own, before this one.`
  const hit = { rule: 'enum-value-too-soon', on, what, safe, at } as const
  // Since Postgres 17 a type of the same transaction takes its values at once.
  if (isNew) return [{ ...hit, level: 'warning', does: 'is used, on a server before Postgres 17,' }]
  return [isSure ? hit : { ...hit, level: 'warning', does: 'may be used' }]
}

/** A text of the statement, by its place, and the key of the type that it becomes. */
interface Typed {
  at: number | undefined
  key: string
}

function constantsOf(node: Node, schema: Schema): Typed[] {
  const tables = findAll(node, 'RangeVar').concat(rangesOf(node)).map(tableIn(schema))
  return [
    ...findAll(node, 'TypeCast').flatMap(cast => typed(cast.arg, typeOf(cast.typeName)?.key)),
    ...findAll(node, 'A_Expr').flatMap(({ lexpr, rexpr }) => [
      ...typed(lexpr, keyOfColumn(tables, rexpr)),
      ...typed(rexpr, keyOfColumn(tables, lexpr)),
    ]),
    ...assigned(node, schema),
    ...inserted(node, schema),
    ...defaults(node, schema),
  ]
}

/** The constants at a place: one, or those of a list. */
function typed(node: Node | undefined, key: string | undefined): Typed[] {
  if (key === undefined) return []
  const list = [...(pick(node, 'List')?.items ?? []), ...(node === undefined ? [] : [node])]
  return list.flatMap(one => {
    const constant = pick(one, 'A_Const')
    return constant === undefined ? [] : [{ at: constant.location, key }]
  })
}

/** The tables that a statement has outside of FROM, which are no nodes of their own. */
function rangesOf(node: Node): RangeVar[] {
  const { relation: updated } = pick(node, 'UpdateStmt') ?? {}
  const { relation: deleted } = pick(node, 'DeleteStmt') ?? {}
  const { relation: altered } = pick(node, 'AlterTableStmt') ?? {}
  return [updated, deleted, altered].filter(range => range !== undefined)
}

function tableIn(schema: Schema): (range: RangeVar) => Table | undefined {
  return range => schema.tables.get(keyOfRange(range))
}

/** Sure only where every table that has such a column agrees, and none is unknown. */
function keyOfColumn(tables: readonly (Table | undefined)[], node: Node | undefined): string | undefined {
  const name = texts(pick(node, 'ColumnRef')?.fields).at(-1)
  const keys = tables.map(table => table?.columns.get(name ?? '')?.type?.key)
  const found = new Set(keys.filter(key => key !== undefined))
  return found.size === 1 && tables.every(table => table !== undefined) ? [...found][0] : undefined
}

/** `set a = …`. */
function assigned(node: Node, schema: Schema): Typed[] {
  const update = pick(node, 'UpdateStmt')
  const table = update?.relation === undefined ? undefined : tableIn(schema)(update.relation)
  return (update?.targetList ?? []).flatMap(one => {
    const target = pick(one, 'ResTarget')
    return typed(target?.val, table?.columns.get(target?.name ?? '')?.type?.key)
  })
}

/** `values (…)`, by the columns that are named, or by those of the table. */
function inserted(node: Node, schema: Schema): Typed[] {
  const insert = pick(node, 'InsertStmt')
  const table = insert?.relation === undefined ? undefined : tableIn(schema)(insert.relation)
  const named = insert?.cols?.map(one => pick(one, 'ResTarget')?.name ?? '')
  const columns = named ?? [...(table?.columns.keys() ?? [])]
  const rows = pick(insert?.selectStmt, 'SelectStmt')?.valuesLists ?? []
  return rows.flatMap(row =>
    (pick(row, 'List')?.items ?? []).flatMap((value, at) =>
      typed(value, table?.columns.get(columns[at] ?? '')?.type?.key),
    ),
  )
}

/** Defaults of columns, new ones and those that are there. */
function defaults(node: Node, schema: Schema): Typed[] {
  const alter = pick(node, 'AlterTableStmt')
  const table = alter?.relation === undefined ? undefined : tableIn(schema)(alter.relation)
  const set = (alter?.cmds ?? []).flatMap(one => {
    const cmd = pick(one, 'AlterTableCmd')
    if (cmd?.subtype !== 'AT_ColumnDefault') return []
    return typed(cmd.def, table?.columns.get(cmd.name ?? '')?.type?.key)
  })
  const made = findAll(node, 'ColumnDef').flatMap(column =>
    findAll(column.constraints, 'Constraint')
      .filter(one => one.contype === 'CONSTR_DEFAULT')
      .flatMap(one => typed(one.raw_expr, typeOf(column.typeName)?.key)),
  )
  return [...set, ...made]
}
