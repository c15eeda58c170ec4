import { code, constraintAt } from '../clause.ts'
import type { Hit } from '../judge.ts'
import { heldOf } from '../locks.ts'
import { findAll, keyOfRange, pick, sayName, sayRange, texts } from '../nodes.ts'
import type { Constraint } from '../parse.ts'
import { type Command, forCommands } from './commands.ts'
import { checkSteps, freeName, indexSteps, notNullSteps, partitionedKeySteps } from './steps.ts'

/** Constraints that are added to a table with rows, validated, or dropped. */
export const judgeConstraints = forCommands(command => {
  const { cmd } = command
  const constraint = pick(cmd.def, 'Constraint')
  if (cmd.subtype === 'AT_ValidateConstraint') return judgeValidate(command)
  if (cmd.subtype === 'AT_DropConstraint') return judgeDrop(command)
  if (cmd.subtype !== 'AT_AddConstraint' || constraint === undefined) return []
  const judge = judges[constraint.contype ?? '']
  return judge?.(command, constraint) ?? []
})

const judges: Record<string, (command: Command, constraint: Constraint) => Hit[]> = {
  CONSTR_CHECK: judgeCheck,
  CONSTR_NOTNULL: judgeCheck,
  CONSTR_FOREIGN: judgeForeignKey,
  CONSTR_UNIQUE: judgeUnique,
  CONSTR_PRIMARY: judgeUnique,
  CONSTR_EXCLUSION: judgeExclude,
}

/** Without NOT VALID; with NOT ENFORCED nothing is looked at. */
function looksAtRows(constraint: Constraint): boolean {
  return !constraint.skip_validation && !(constraint.contype !== 'CONSTR_NOTNULL' && !constraint.is_enforced)
}

function judgeCheck(command: Command, constraint: Constraint): Hit[] {
  if (!looksAtRows(constraint)) return []
  const { on, relation, table, text } = command
  const [column] = findAll(constraint.raw_expr, 'ColumnRef').flatMap(one => texts(one.fields))
  const named = texts(constraint.keys)[0] ?? column ?? 'rows'
  const isCheck = constraint.contype === 'CONSTR_CHECK'
  const what =
    constraint.conname === undefined
      ? isCheck
        ? 'a check'
        : 'a not-null constraint'
      : sayName(constraint.conname)
  const usual = freeName(table, `${relation.relname}_${named}_${isCheck ? 'check' : 'not_null'}`)
  const safe = `Write ${checkSteps(on, constraint.conname ?? usual, constraintAt(text, constraint))}.`
  return [{ rule: 'constraint-scans', on, what, safe, at: constraint.location }]
}

function judgeForeignKey(command: Command, constraint: Constraint): Hit[] {
  const { pktable } = constraint
  if (!looksAtRows(constraint) || pktable === undefined) return []
  const { on, relation, table, text } = command
  const usual = freeName(table, `${relation.relname}_${texts(constraint.fk_attrs).join('_')}_fkey`)
  const [name, clause] = [constraint.conname ?? usual, constraintAt(text, constraint)]
  const steps = table?.partitioned
    ? partitionedKeySteps(name, clause, 'foreign-key-scans')
    : checkSteps(on, name, clause)
  const safe = `Write ${steps}.`
  return [{ rule: 'foreign-key-scans', on, what: sayRange(pktable), safe, at: constraint.location }]
}

function judgeUnique(command: Command, constraint: Constraint): Hit[] {
  const { on, relation, table } = command
  if (constraint.indexname !== undefined) return judgeUsing(command, constraint, constraint.indexname)
  // ONLY of a partitioned table has no rows.
  if (table?.partitioned && !relation.inh) return []
  const isPrimary = constraint.contype === 'CONSTR_PRIMARY'
  const what = isPrimary ? 'a primary key' : 'a unique constraint'
  const before = isPrimary ? ' Its columns have to be NOT NULL before.' : ''
  const safe = `Write ${indexSteps(command, constraint, texts(constraint.keys))}.${before}`
  return [{ rule: 'constraint-builds-index', on, what, safe, at: constraint.location }]
}

/** Of an index over columns that nobody may leave empty nothing is read. */
function judgeUsing({ on, relation, table, schema }: Command, constraint: Constraint, name: string): Hit[] {
  if (constraint.contype !== 'CONSTR_PRIMARY') return []
  const columns = schema.indexes.get(keyOfRange({ ...relation, relname: name }))?.columns
  const open = columns?.filter(column => table?.columns.get(column)?.notNull !== true)
  if (open?.length === 0) return []
  const steps = open?.map(column => notNullSteps(on, relation.relname ?? '', column)).join(' ')
  const safe = `First make its columns NOT NULL by a validated check. ${steps ?? 'Each is added NOT VALID, validated in the next revision, and followed by SET NOT NULL in the one after it.'}`
  return [{ rule: 'primary-key-scans', on, what: sayName(name), safe, at: constraint.location }]
}

function judgeExclude({ on }: Command, constraint: Constraint): Hit[] {
  const safe = `There is no way without the lock: do it while ${on} is small or nobody uses it, and say so: \`-- gate: allow exclude-builds-index because <reason>\`.`
  return [{ rule: 'exclude-builds-index', on, safe, at: constraint.location }]
}

function judgeValidate({ on, relation, cmd, transaction, before }: Command): Hit[] {
  const name = cmd.name ?? ''
  if (!transaction) return []
  const step = code(`alter table ${on} validate constraint ${sayName(name)}`)
  const safe = `Move ${step} into the next revision, which has a transaction of its own.`
  if (before.unchecked.has(`${keyOfRange(relation)} ${name}`))
    return [{ rule: 'validated-too-soon', on, what: sayName(name), safe }]
  const held = heldOf(before, relation) ?? [...before.locked.values()][0]
  if (held === undefined) return []
  return [{ rule: 'work-under-lock', on: held, does: `The whole of ${on} is read`, safe }]
}

function judgeDrop({ on, cmd, table, schema }: Command): Hit[] {
  const key = table?.foreignKeys.get(cmd.name ?? '')
  if (key === undefined || schema.tables.get(key.key)?.fresh) return []
  const drop = code(`alter table ${on} drop constraint ${sayName(cmd.name)}`)
  const safe = `Give ${drop} a revision of its own, so that both locks are short.`
  return [{ rule: 'drop-foreign-key-locks', on, what: sayName(cmd.name), does: key.says, safe }]
}
