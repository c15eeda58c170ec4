import { code, withoutName } from '../clause.ts'
import { type ColumnPart, type ColumnText, readColumn } from '../column-text.ts'
import { type Hit, nextRevision } from '../judge.ts'
import { constraintsOf, pick, sayName, sayRange, sayType, typeOf } from '../nodes.ts'
import type { ColumnDef, Constraint } from '../parse.ts'
import { type Command, forCommands } from './commands.ts'
import { type Rewrite, whyRewritten } from './rewrites.ts'
import { checkSteps, freeName, indexSteps, partitionedKeySteps } from './steps.ts'

/** A column that a statement adds. */
interface Added extends Command {
  column: ColumnDef
  constraints: Constraint[]
  /** Its name as it is written. */
  name: string
  written: ColumnText
}

/** Columns that are added to a table with rows. */
export const judgeAddColumn = forCommands(command => {
  const { cmd, schema, text } = command
  const column = pick(cmd.def, 'ColumnDef')
  if (cmd.subtype !== 'AT_AddColumn' || column === undefined) return []
  const constraints = constraintsOf(column)
  const name = sayName(column.colname)
  const added: Added = { ...command, column, constraints, name, written: readColumn(text, column) }
  const rewrite = whyRewritten(column, constraints, schema)
  if (rewrite !== undefined) return [rewritten(added, rewrite)]
  return [...judgeRequired(added), ...judgeInline(added)]
})

function addStatement(
  { on, cmd, written }: Added,
  head: string,
  kept: (part: ColumnPart) => boolean,
): string {
  const parts = written.parts.filter(kept).map(part => ` ${part.text}`)
  return code(
    `alter table ${on} add column ${cmd.missing_ok ? 'if not exists ' : ''}${head}${parts.join('')}`,
  )
}

function rewritten(added: Added, { why, level }: Rewrite): Hit {
  const { on, relation, column, name, schema, written } = added
  const type = typeOf(column.typeName)
  const domain = schema.domains.get(type?.key ?? '')
  const plain = numbered[type?.name ?? ''] ?? (domain?.base === undefined ? undefined : sayType(domain.base))
  const add = addStatement(
    added,
    plain === undefined ? written.head : `${name} ${plain}`,
    ({ constraint }) => constraint === undefined,
  )
  const value = written.parts.find(part => part.constraint?.contype === 'CONSTR_DEFAULT')
  const filled = `and fill the rows that are there in batches ${nextRevision}`
  const check = domain?.checks
    ? `, give it what ${type?.written} checks as a constraint that is NOT VALID`
    : ''
  const safe =
    value !== undefined
      ? `Write ${add}, then ${code(`alter table ${on} alter column ${name} set ${value.text}`)}${check}, ${filled}.`
      : domain?.checks
        ? `Write ${add}${check}, and validate it ${nextRevision}.`
        : `Write ${add}, then let new rows be filled by a trigger or a sequence of its own, ${filled}.`
  const hit: Hit = {
    rule: 'add-column-rewrites',
    on,
    what: name,
    does: why,
    safe: `${safe}${sayLeftOff(added)}`,
  }
  const at = column.location ?? relation.location
  return level === undefined ? { ...hit, at } : { ...hit, at, level }
}

const numbered: Record<string, string> = {
  bigserial: 'bigint',
  serial8: 'bigint',
  serial: 'integer',
  serial4: 'integer',
  smallserial: 'smallint',
  serial2: 'smallint',
}

/** What the rewritten column does without until its rows are filled. */
function sayLeftOff(added: Added): string {
  const left = added.written.parts.filter(({ constraint }) =>
    /_(?:NOTNULL|CHECK|UNIQUE|PRIMARY|FOREIGN)$/.test(constraint?.contype ?? ''),
  )
  if (left.length === 0) return ''
  const names = left.map(part => code(part.text)).join(', ')
  const indexes = left.flatMap(({ constraint }) =>
    /UNIQUE|PRIMARY/.test(constraint?.contype ?? '') && constraint !== undefined
      ? [` It ends with ${indexSteps(added, constraint, [added.column.colname ?? ''])}.`]
      : [],
  )
  return ` Left off here, and steps of their own once the rows are filled: ${names}.${indexes.join('')}`
}

function judgeRequired(added: Added): Hit[] {
  const { on, schema, column, constraints, name, written } = added
  if (!isRequired(constraints)) return []
  if (schema.domains.has(typeOf(column.typeName)?.key ?? '')) return []
  const whole = [written.head, ...written.parts.map(part => part.text)].join(' ')
  const nullable = addStatement(added, written.head, part => !isHeavy(part, constraints))
  const key = written.parts.find(part => part.constraint?.contype === 'CONSTR_PRIMARY')?.constraint
  const last = key === undefined ? '' : ` End with ${indexSteps(added, key, [column.colname ?? ''])}.`
  const safe = `Write ${code(`alter table ${on} add column ${whole} default …`)}; or add it without NOT NULL (${nullable}), fill it, and set NOT NULL by a validated check ${nextRevision}.${last}`
  return [{ rule: 'add-column-required', on, what: name, safe, at: column.location }]
}

/** NOT NULL without anything that fills it. */
function isRequired(constraints: readonly Constraint[]): boolean {
  const kinds = constraints.map(one => one.contype)
  if (kinds.includes('CONSTR_DEFAULT') || kinds.includes('CONSTR_GENERATED')) return false
  return kinds.includes('CONSTR_NOTNULL') || kinds.includes('CONSTR_PRIMARY')
}

/** What reads every row, or fails where there is one. */
function isHeavy({ constraint }: ColumnPart, all: readonly Constraint[]): boolean {
  switch (constraint?.contype) {
    case 'CONSTR_CHECK':
    case 'CONSTR_UNIQUE':
    case 'CONSTR_PRIMARY':
      return true
    case 'CONSTR_FOREIGN':
      return all.some(other => other.contype === 'CONSTR_DEFAULT')
    case 'CONSTR_NOTNULL':
      return isRequired(all)
    default:
      return false
  }
}

/** Constraints that stand in the column’s own definition. */
function judgeInline(added: Added): Hit[] {
  const { on, relation, table, column, constraints, name, written } = added
  const first = addStatement(added, written.head, part => !isHeavy(part, constraints))
  const usual = (kind: string) => freeName(table, `${relation.relname}_${column.colname}_${kind}`)
  return written.parts.flatMap((part): Hit[] => {
    const { constraint: one } = part
    if (one === undefined || one.contype === 'CONSTR_NOTNULL' || !isHeavy(part, constraints)) return []
    const around = { rule: 'add-column-scans', on, what: name, at: one.location } as const
    const clause = withoutName(part.text, one)
    if (one.contype === 'CONSTR_CHECK') {
      const safe = `Write ${first}, then ${checkSteps(on, one.conname ?? usual('check'), clause)}.`
      return [{ ...around, does: 'reads every row for its check', safe }]
    }
    if (one.contype !== 'CONSTR_FOREIGN') {
      const safe = `Write ${first}, then ${indexSteps(added, one, [column.colname ?? ''])}.`
      return [{ ...around, does: 'builds a unique index', safe }]
    }
    const target = one.pktable === undefined ? 'another table' : sayRange(one.pktable)
    const does = `reads every row and looks it up in ${target}`
    const key = `foreign key (${name}) ${clause}`
    const named = one.conname ?? usual('fkey')
    const steps = table?.partitioned
      ? partitionedKeySteps(named, key, 'foreign-key-scans')
      : checkSteps(on, named, key)
    return [{ ...around, does, safe: `Write ${first}, then ${steps}.` }]
  })
}
