import type { Before, Hit, Judge } from './judge.ts'
import { keyOf, keyOfRange, notNullOf, pick, sayName, sayRange, texts } from './nodes.ts'
import type { AlterTableCmd, Node, RangeVar } from './parse.ts'
import { isFresh, type Schema } from './schema.ts'

/** Commands of ALTER TABLE that let at least reads pass. */
const gentle =
  /^AT_(?:ValidateConstraint|SetStatistics|SetOptions|ResetOptions|SetRelOptions|ResetRelOptions|AttachPartition|AddInherit|DropInherit|ClusterOn|DropCluster|(?:Enable|Disable)\w*Trig\w*)$/

/** Tables that were there before and are locked against everybody by a statement: key → name. Pure. */
function tablesLocked(node: Node, schema: Schema): Map<string, string> {
  const ranges: (RangeVar | undefined)[] = []
  const alter = pick(node, 'AlterTableStmt')
  if (alter?.objtype === 'OBJECT_TABLE' && (alter.cmds ?? []).some(one => isHard(pick(one, 'AlterTableCmd'))))
    ranges.push(alter.relation)
  const rename = pick(node, 'RenameStmt')
  if (rename?.renameType === 'OBJECT_TABLE' || rename?.renameType === 'OBJECT_COLUMN')
    ranges.push(rename.relation)
  const truncated = pick(node, 'TruncateStmt')?.relations ?? []
  const lock = pick(node, 'LockStmt')
  for (const one of [...truncated, ...(lock?.mode === 8 ? (lock.relations ?? []) : [])])
    ranges.push(pick(one, 'RangeVar'))
  ranges.push(pick(node, 'ClusterStmt')?.relation, pick(node, 'AlterObjectSchemaStmt')?.relation)
  const there = ranges.filter(range => range !== undefined).filter(range => !isFresh(schema, range))
  return new Map([
    ...there.map((range): [string, string] => [keyOfRange(range), sayRange(range)]),
    ...dropped(node, schema),
  ])
}

function isHard(cmd: AlterTableCmd | undefined): boolean {
  if (cmd?.subtype === 'AT_AddConstraint' && pick(cmd.def, 'Constraint')?.contype === 'CONSTR_FOREIGN')
    return false
  const part = cmd?.subtype === 'AT_DetachPartition' ? pick(cmd.def, 'PartitionCmd') : undefined
  return part?.concurrent !== true && !gentle.test(cmd?.subtype ?? '')
}

function dropped(node: Node, schema: Schema): [string, string][] {
  const drop = pick(node, 'DropStmt')
  if (drop?.removeType !== 'OBJECT_TABLE') return []
  const keys = (drop.objects ?? []).map((one): [string, string] => [
    keyOf(texts([one])),
    sayName(...texts([one])),
  ])
  return keys.filter(([key]) => schema.tables.get(key)?.fresh !== true)
}

/** The name of a table that is locked against everybody, by this revision or one before it in its transaction. */
export function heldOf(before: Before, range: RangeVar): string | undefined {
  return before.locked.get(keyOfRange(range)) ?? before.inherited.get(keyOfRange(range))
}

/** Two tables that one transaction keeps from everybody; told once. */
export const judgeLocks: Judge = ({ node, schema, before, transaction }) => {
  const [first] = before.locked
  if (!transaction || first === undefined || before.locked.size > 1) return []
  const [other] = [...tablesLocked(node, schema)].filter(([key]) => key !== first[0])
  if (other === undefined) return []
  const safe = `Give ${other[1]} a revision of its own: each is a transaction of its own.`
  const hit: Hit = { rule: 'several-tables-locked', on: first[1], what: other[1], safe }
  return [hit]
}

/** Takes in what a statement leaves behind for the rest of its transaction. */
export function holdOn(before: Before, node: Node, schema: Schema): void {
  for (const [key, name] of tablesLocked(node, schema)) before.locked.set(key, name)
  const value = pick(node, 'AlterEnumStmt')
  if (value?.newVal !== undefined && value.oldVal === undefined) {
    const key = keyOf(texts(value.typeName))
    const isNew = schema.fresh.has(`TYPE ${key}`)
    before.values.set(value.newVal, { key, says: sayName(...texts(value.typeName)), isNew })
  }
  const alter = pick(node, 'AlterTableStmt')
  if (alter?.relation === undefined || isFresh(schema, alter.relation)) return
  for (const one of alter.cmds ?? []) {
    const constraint = pick(pick(one, 'AlterTableCmd')?.def, 'Constraint')
    if (constraint === undefined || !constraint.skip_validation) continue
    const usual = notNullOf(constraint) ?? texts(constraint.fk_attrs).join('_')
    const kind = constraint.contype === 'CONSTR_FOREIGN' ? 'fkey' : 'check'
    const name = constraint.conname ?? `${alter.relation.relname}_${usual}_${kind}`
    before.unchecked.add(`${keyOfRange(alter.relation)} ${name}`)
  }
}

/** At the beginning of a transaction. */
export function nothingBefore(): Before {
  return { locked: new Map(), inherited: new Map(), unchecked: new Set(), values: new Map() }
}

/** At the beginning of another revision in the same transaction. */
export function goOn({ locked, inherited, ...before }: Before): Before {
  return { ...before, locked: new Map(), inherited: new Map([...inherited, ...locked]) }
}
