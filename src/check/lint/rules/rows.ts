import { alone, type Hit, type Judge } from '../judge.ts'
import { heldOf } from '../locks.ts'
import { findAll, pick, sayRange } from '../nodes.ts'
import type { Node, RangeVar } from '../parse.ts'
import { isFresh } from '../schema.ts'

/** Rows that are changed all at once, or while their table is locked against everybody. */
export const judgeRows: Judge = seen => {
  const { node, schema, before, transaction } = seen
  const change = changeOf(node)
  if (change === undefined || isFresh(schema, change.table)) return []
  const on = sayRange(change.table)
  const at = change.table.location
  const batches = `Change the rows in batches, ${alone}, or by a job of your own.`
  const held = transaction ? heldOf(before, change.table) : undefined
  if (held !== undefined) {
    const hit: Hit = { rule: 'work-under-lock', on, does: `Rows of ${on} are changed`, safe: batches, at }
    return [change.some && !change.empty ? { ...hit, level: 'warning' } : hit]
  }
  const [first] = transaction ? [...before.locked.values()] : []
  if (first !== undefined && !change.some) {
    const does = `Every row of ${on} is changed`
    return [{ rule: 'work-under-lock', on: first, does, safe: batches, at }]
  }
  return change.some ? [] : [{ rule: 'all-rows-changed', on, does: change.does, safe: batches, at }]
}

interface Change {
  table: RangeVar
  does: string
  /** It says which rows. */
  some: boolean
  /** Those that have no value yet, which are all when the column is new. */
  empty: boolean
}

function changeOf(node: Node): Change | undefined {
  const update = pick(node, 'UpdateStmt')
  const remove = pick(node, 'DeleteStmt')
  const table = update?.relation ?? remove?.relation
  if (table === undefined) return copied(node)
  const where = update?.whereClause ?? remove?.whereClause
  const some = where !== undefined && !isAlways(where)
  return {
    table,
    does: update === undefined ? 'DELETE removes' : 'UPDATE changes',
    some,
    empty: pick(where, 'NullTest')?.nulltesttype === 'IS_NULL',
  }
}

/** `where true`. */
function isAlways(where: Node): boolean {
  return pick(where, 'A_Const')?.boolval?.boolval === true
}

/** INSERT … SELECT reads another table whole; only the lock on its own counts. */
function copied(node: Node): Change | undefined {
  const insert = pick(node, 'InsertStmt')
  const from = pick(insert?.selectStmt, 'SelectStmt')
  if (insert?.relation === undefined || findAll(from?.fromClause, 'RangeVar').length === 0) return undefined
  return { table: insert.relation, does: 'INSERT copies', some: true, empty: false }
}
