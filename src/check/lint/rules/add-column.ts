import { clauseAt, code } from '../clause.ts'
import { type Hit, nextRevision } from '../judge.ts'
import { constraintsOf, pick, sayName, sayRange, sayType, typeOf } from '../nodes.ts'
import type { ColumnDef, Constraint } from '../parse.ts'
import { type Command, forCommands } from './commands.ts'
import { type Rewrite, whyRewritten } from './rewrites.ts'

/** Columns that are added to a table with rows. */
export const judgeAddColumn = forCommands(command => {
  const { cmd, schema } = command
  const column = pick(cmd.def, 'ColumnDef')
  if (cmd.subtype !== 'AT_AddColumn' || column === undefined) return []
  const constraints = constraintsOf(column)
  const rewrite = whyRewritten(column, constraints, schema)
  const required = rewrite === undefined ? judgeRequired(command, column, constraints) : []
  return [
    ...(rewrite === undefined ? [] : [rewritten(command, column, constraints, rewrite)]),
    ...required,
    ...(rewrite === undefined ? judgeInline(command, column, constraints) : []),
  ]
})

function rewritten(command: Command, column: ColumnDef, all: Constraint[], { why, level }: Rewrite): Hit {
  const { on, relation, cmd, schema, text } = command
  const name = sayName(column.colname)
  const type = typeOf(column.typeName)
  const domain = schema.domains.get(type?.key ?? '')
  const plain = domain?.base ?? type
  const spoken = plain === undefined ? 'type' : (numbered[plain.name] ?? sayType(plain))
  const add = code(`alter table ${on} add column ${cmd.missing_ok ? 'if not exists ' : ''}${name} ${spoken}`)
  const value = all.find(one => one.contype === 'CONSTR_DEFAULT')
  const filled = `and fill the rows that are there in batches ${nextRevision}`
  const safe =
    value !== undefined
      ? `Write ${add}, then ${code(`alter table ${on} alter column ${name} set ${bareDefault(text, value)}`)}, ${filled}.`
      : domain?.checks
        ? `Write ${add}, then give it the check of ${type?.name} as \`not valid\`, and validate it ${nextRevision}.`
        : `Write ${add}, then let new rows be filled by a trigger or a sequence of its own, ${filled}.`
  const hit: Hit = { rule: 'add-column-rewrites', on, what: name, does: why, safe }
  const at = column.location ?? relation.location
  return level === undefined ? { ...hit, at } : { ...hit, at, level }
}

const numbered: Record<string, string> = { bigserial: 'bigint', serial: 'integer', smallserial: 'smallint' }

/** `default …` without the constraints behind it. */
function bareDefault(text: string, value: Constraint): string {
  const behind = /\s+(?:constraint\s+\S+|not\s+null|null|unique|primary\s+key|check\b.*|references\b.*)\s*$/i
  let clause = clauseAt(text, value.location ?? 0)
  while (behind.test(clause)) clause = clause.replace(behind, '')
  return clause
}

function judgeRequired({ on, text, schema }: Command, column: ColumnDef, constraints: Constraint[]): Hit[] {
  const kinds = constraints.map(one => one.contype)
  const required = kinds.includes('CONSTR_NOTNULL') || kinds.includes('CONSTR_PRIMARY')
  if (!required || kinds.includes('CONSTR_DEFAULT') || kinds.includes('CONSTR_GENERATED')) return []
  if (schema.domains.has(typeOf(column.typeName)?.key ?? '')) return []
  const name = sayName(column.colname)
  const clause = clauseAt(text, column.location ?? 0)
  const nullable = clause.replace(/\s+not\s+null\b/i, '').replace(/\s+primary\s+key\b/i, '')
  const safe = `Write ${code(`alter table ${on} add column ${clause} default …`)}; or add it without NOT NULL (${code(`alter table ${on} add column ${nullable}`)}), fill it, and set NOT NULL by a validated check ${nextRevision}.`
  return [{ rule: 'add-column-required', on, what: name, safe, at: column.location }]
}

/** Constraints that stand in the column’s own definition. */
function judgeInline({ on, text }: Command, column: ColumnDef, constraints: Constraint[]): Hit[] {
  const name = sayName(column.colname)
  const first = code(
    `alter table ${on} add column ${clauseAt(text, column.location ?? 0).split(/\s+(?:constraint|check|unique|primary|references|not)\b/i)[0]}`,
  )
  return constraints.flatMap((one): Hit[] => {
    const around = { rule: 'add-column-scans', on, what: name, at: one.location } as const
    if (one.contype === 'CONSTR_CHECK' && !one.skip_validation) {
      const check = clauseAt(text, one.location ?? 0).replace(/^constraint\s+\S+\s+/i, '')
      const named = sayName(one.conname ?? `${column.colname}_check`)
      const add = code(`alter table ${on} add constraint ${named} ${check} not valid`)
      const safe = `Write ${first}, then ${add}, and ${code(`alter table ${on} validate constraint ${named}`)} ${nextRevision}.`
      return [{ ...around, does: 'reads every row for its check', safe }]
    }
    if (one.contype === 'CONSTR_UNIQUE' || one.contype === 'CONSTR_PRIMARY') {
      const index = code(`create unique index concurrently on ${on} (${name})`)
      return [
        {
          ...around,
          does: 'builds a unique index',
          safe: `Write ${first}, then ${index} in a revision of its own under \`-- migrate:up transaction:false\`.`,
        },
      ]
    }
    const hasDefault = constraints.some(other => other.contype === 'CONSTR_DEFAULT')
    if (one.contype !== 'CONSTR_FOREIGN' || !hasDefault || one.pktable === undefined) return []
    const target = sayRange(one.pktable)
    const key = code(`alter table ${on} add foreign key (${name}) references ${target} not valid`)
    return [
      {
        ...around,
        does: `reads every row and looks it up in ${target}`,
        safe: `Write ${first}, then ${key}, and validate it ${nextRevision}.`,
      },
    ]
  })
}
