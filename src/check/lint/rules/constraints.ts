import { clauseAt, code } from '../clause.ts'
import { alone, type Hit, nextRevision } from '../judge.ts'
import { findAll, keyOfRange, pick, sayName, sayRange, texts } from '../nodes.ts'
import type { Constraint } from '../parse.ts'
import { type Command, forCommands } from './commands.ts'

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

/** The clause as written, with its name, and the two steps of the safe way. */
function twoSteps({ on, text }: Command, constraint: Constraint, usual: string): string {
  const name = sayName(constraint.conname ?? usual)
  const bare = clauseAt(text, constraint.location ?? 0).replace(/^constraint\s+(?:"[^"]*"|\S+)\s+/i, '')
  const add = code(`alter table ${on} add constraint ${name} ${bare} not valid`)
  return `Write ${add}, and ${code(`alter table ${on} validate constraint ${name}`)} ${nextRevision}.`
}

function judgeCheck(command: Command, constraint: Constraint): Hit[] {
  if (!looksAtRows(constraint)) return []
  const { on, relation } = command
  const [column] = findAll(constraint.raw_expr, 'ColumnRef').flatMap(one => texts(one.fields))
  const named = texts(constraint.keys)[0] ?? column ?? 'rows'
  const isCheck = constraint.contype === 'CONSTR_CHECK'
  const what =
    constraint.conname === undefined
      ? isCheck
        ? 'a check'
        : 'a not-null constraint'
      : sayName(constraint.conname)
  const safe = twoSteps(command, constraint, `${relation.relname}_${named}_${isCheck ? 'check' : 'not_null'}`)
  return [{ rule: 'constraint-scans', on, what, safe, at: constraint.location }]
}

function judgeForeignKey(command: Command, constraint: Constraint): Hit[] {
  const { pktable } = constraint
  if (!looksAtRows(constraint) || pktable === undefined) return []
  const { on, relation } = command
  const safe = twoSteps(
    command,
    constraint,
    `${relation.relname}_${texts(constraint.fk_attrs).join('_')}_fkey`,
  )
  return [{ rule: 'foreign-key-scans', on, what: sayRange(pktable), safe, at: constraint.location }]
}

function judgeUnique({ on, relation, table, schema }: Command, constraint: Constraint): Hit[] {
  const isPrimary = constraint.contype === 'CONSTR_PRIMARY'
  const at = constraint.location
  if (constraint.indexname !== undefined) {
    // Of an index over columns that nobody may leave empty nothing is read.
    const columns = schema.indexColumns.get(keyOfRange({ ...relation, relname: constraint.indexname }))
    const safeColumns = columns?.every(name => table?.columns.get(name)?.notNull === true) === true
    if (!isPrimary || safeColumns) return []
    const safe = `First make its columns NOT NULL by a validated check: \`add constraint … check (… is not null) not valid\`, \`validate constraint\` and \`set not null\`, each ${nextRevision}.`
    return [{ rule: 'primary-key-scans', on, what: sayName(constraint.indexname), safe, at }]
  }
  const columns = texts(constraint.keys)
  const name = constraint.conname ?? `${relation.relname}_${isPrimary ? 'pkey' : `${columns.join('_')}_key`}`
  const index = code(
    `create unique index concurrently ${sayName(name)} on ${on} (${columns.map(one => sayName(one)).join(', ')})`,
  )
  const using = code(
    `alter table ${on} add constraint ${sayName(name)} ${isPrimary ? 'primary key' : 'unique'} using index ${sayName(name)}`,
  )
  const before = isPrimary ? ' Its columns have to be NOT NULL before.' : ''
  const safe = `Write ${index} ${alone}, then ${using}.${before}`
  return [
    {
      rule: 'constraint-builds-index',
      on,
      what: isPrimary ? 'a primary key' : 'a unique constraint',
      safe,
      at,
    },
  ]
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
  const held = before.locked.get(keyOfRange(relation))
  if (held === undefined) return []
  return [{ rule: 'work-under-lock', on, does: `The whole of ${on} is read`, safe }]
}

function judgeDrop({ on, cmd, table, schema }: Command): Hit[] {
  const key = table?.foreignKeys.get(cmd.name ?? '')
  if (key === undefined || schema.tables.get(key.key)?.fresh) return []
  const drop = code(`alter table ${on} drop constraint ${sayName(cmd.name)}`)
  const safe = `Give ${drop} a revision of its own, so that both locks are short.`
  return [{ rule: 'drop-foreign-key-locks', on, what: sayName(cmd.name), does: key.says, safe }]
}
