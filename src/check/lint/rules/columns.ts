import { code } from '../clause.ts'
import type { Hit } from '../judge.ts'
import { findAll, keyOfRange, pick, sayKey, sayName, sayType, type TypeRef, texts, typeOf } from '../nodes.ts'
import type { ColumnDef } from '../parse.ts'
import { type Command, forCommands } from './commands.ts'
import { notNullSteps } from './steps.ts'
import { compareTypes } from './types-compared.ts'

/** Columns that are there and are changed. */
export const judgeColumns = forCommands(command => {
  switch (command.cmd.subtype) {
    case 'AT_SetNotNull':
      return judgeSetNotNull(command)
    case 'AT_DropNotNull':
      return judgeDropNotNull(command)
    case 'AT_AlterColumnType':
      return judgeType(command)
    case 'AT_SetExpression':
      return judgeExpression(command)
    default:
      return []
  }
})

function judgeSetNotNull({ on, cmd, table, relation, dropped }: Command): Hit[] {
  const checks = [...(table?.checks.entries() ?? [])].filter(([name]) => !dropped.has(name))
  const isSeen = checks.some(([, check]) => check.valid && check.notNull === cmd.name)
  if (isSeen || table?.columns.get(cmd.name ?? '')?.notNull) return []
  const what = sayName(cmd.name)
  const safe = notNullSteps(on, relation.relname ?? '', cmd.name ?? '')
  return [{ rule: 'set-not-null-scans', on, what, safe }]
}

function judgeDropNotNull({ on, cmd, table }: Command): Hit[] {
  if (table?.columns.get(cmd.name ?? '')?.notNull === false) return []
  const what = sayName(cmd.name)
  const safe = `See that the version that is live can read a null in ${what} of ${on}; if it can: \`-- gate: allow drop-not-null because <reason>\`.`
  return [{ rule: 'drop-not-null', on, what, safe }]
}

function judgeType(command: Command): Hit[] {
  const { on, cmd, table } = command
  const column = pick(cmd.def, 'ColumnDef')
  const to = typeOf(column?.typeName)
  if (column === undefined || to === undefined) return []
  const what = sayName(cmd.name)
  const from = table?.columns.get(cmd.name ?? '')?.type
  const safe = newColumn(command, to, column)
  const at = column.location
  if (column.collClause !== undefined) return [{ rule: 'collation-rebuilds-indexes', on, what, safe, at }]
  const does = `from ${from === undefined ? 'a type that no revision names' : sayType(from)} to ${sayType(to)}`
  if (from === undefined)
    return [{ rule: 'type-change-unknown', on, what, does, safe: askServer(command, safe), at }]
  const verdict = convertsFreely(command, column) ? compareTypes(from, to) : 'rewrite'
  if (verdict === 'free') return judgeDependent(command, does, safe)
  if (verdict === 'rewrite') return [{ rule: 'type-change-rewrites', on, what, does, safe, at }]
  return [{ rule: 'type-change-unknown', on, what, does, safe: askServer(command, safe), at }]
}

/** The rows stay, but what is made of the column is made again: only plain indexes are kept. */
function judgeDependent({ on, cmd, schema, relation, table }: Command, does: string, safe: string): Hit[] {
  const name = cmd.name ?? ''
  const key = keyOfRange(relation)
  const indexes = [...schema.indexes].filter(
    ([, index]) => index.table === key && index.watched.includes(name),
  )
  const checks = [...(table?.checks ?? [])].filter(([, check]) => check.valid && check.columns.includes(name))
  const made = [
    ...indexes.map(
      ([index]) => `builds its index ${sayKey(index)} anew, which has a condition or an expression`,
    ),
    ...checks.map(([check]) => `holds every row against ${sayName(check)} again`),
  ]
  if (made.length === 0) return []
  const what = sayName(name)
  return [{ rule: 'type-change-reads', on, what, does: `${does} ${made.join(', and ')}`, safe }]
}

/** USING that is the column itself, or a cast of it, is none; anything else is computed for each row. */
function convertsFreely({ cmd }: Command, { raw_default }: ColumnDef): boolean {
  if (raw_default === undefined) return true
  const bare = pick(raw_default, 'TypeCast')?.arg ?? raw_default
  return (
    texts(pick(bare, 'ColumnRef')?.fields).at(-1) === cmd.name &&
    findAll(raw_default, 'FuncCall').length === 0
  )
}

function newColumn({ on, cmd }: Command, to: TypeRef, { collClause }: ColumnDef): string {
  const what = sayName(cmd.name)
  const collation = collClause === undefined ? '' : ` collate ${sayName(...texts(collClause.collname))}`
  const add = code(`alter table ${on} add column ${sayName(`${cmd.name}_new`)} ${sayType(to)}${collation}`)
  return `Write ${add}, keep it equal to ${what} by a trigger, fill it in batches, let a new version use it, and drop ${what} later.`
}

function askServer({ on, cmd }: Command, otherwise: string): string {
  const name = `${on}.${cmd.name}`.replaceAll("'", '')
  return `Widening varchar or numeric and going from varchar to text are free: see the type of ${name}, and if it is one of these: \`-- gate: allow type-change-unknown because <reason>\`. ${otherwise}`
}

function judgeExpression({ on, cmd }: Command): Hit[] {
  const what = sayName(cmd.name)
  const safe = `Add a new generated column beside ${what} of ${on} while nobody uses the table much, or keep a plain column by a trigger; then let a new version use that, and drop ${what} later.`
  return [{ rule: 'expression-rewrites', on, what, safe }]
}
