/** Safe ways that several rules share, as whole statements. Pure. */
import { code } from '../clause.ts'
import { alone, nextRevision } from '../judge.ts'
import { sayName, texts } from '../nodes.ts'
import type { Constraint } from '../parse.ts'
import type { Table } from '../tables.ts'
import type { Command } from './commands.ts'

/** SET NOT NULL that reads nothing: by a check. A DROP in the same statement would go first, and the check with it. */
export function notNullSteps(on: string, relname: string, column: string): string {
  const name = sayName(`${relname}_${column}_not_null`)
  const what = sayName(column)
  const add = code(`alter table ${on} add constraint ${name} check (${what} is not null) not valid`)
  const validate = code(`alter table ${on} validate constraint ${name}`)
  const last = code(`alter table ${on} alter column ${what} set not null`)
  const drop = code(`alter table ${on} drop constraint ${name}`)
  return `Write ${add}; ${nextRevision} ${validate}; in the one after it ${last}, which reads nothing then; and behind that, as a statement of its own, ${drop}.`
}

/** The name that Postgres would give, with a number where revisions took it before. */
export function freeName(table: Table | undefined, usual: string): string {
  let name = usual
  for (let number = 1; table?.checks.has(name); number++) name = `${usual}${number}`
  return name
}

/** NOT VALID and VALIDATE of a constraint, whose clause has no name. */
export function checkSteps(on: string, constraint: string, clause: string): string {
  const name = sayName(constraint)
  const add = code(`alter table ${on} add constraint ${name} ${clause} not valid`)
  return `${add}, and ${code(`alter table ${on} validate constraint ${name}`)} ${nextRevision}`
}

/** A foreign key of a partitioned table, which takes over those that its partitions have. */
export function partitionedKeySteps(constraint: string, clause: string, rule: string): string {
  const name = sayName(constraint)
  const add = code(`alter table … add constraint ${name} ${clause} not valid`)
  const validate = code(`alter table … validate constraint ${name}`)
  return `for each partition ${add} (before Postgres 18 a partitioned table refuses NOT VALID), and ${validate} ${nextRevision}; in the one after it add the key to the partitioned table, which takes over those of its partitions, or do it all while nobody uses the tables: ${code(`-- gate: allow ${rule} because <reason>`)}`
}

/** A unique index without the lock, and its constraint. */
export function indexSteps(
  { on, relation, table }: Command,
  constraint: Constraint,
  columns: readonly string[],
): string {
  const isPrimary = constraint.contype === 'CONSTR_PRIMARY'
  const usual = `${relation.relname}_${isPrimary ? 'pkey' : `${[...columns, ...texts(constraint.including)].join('_')}_key`}`
  const name = sayName(constraint.conname ?? usual)
  const kind = isPrimary ? 'primary key' : 'unique'
  const distinct = constraint.nulls_not_distinct ? ' nulls not distinct' : ''
  const late = `${constraint.deferrable ? ' deferrable' : ''}${constraint.initdeferred ? ' initially deferred' : ''}`
  const list = listOf(columns)
  const include = constraint.including === undefined ? '' : ` include ${listOf(texts(constraint.including))}`
  if (table?.partitioned) {
    const only = code(
      `alter table only ${on} add constraint ${name} ${kind}${distinct} ${list}${include}${late}`,
    )
    const index = code(`create unique index concurrently … on … ${list}${include}${distinct}`)
    const using = code(`alter table … add constraint … ${kind} using index …${late}`)
    return `${only}; then, for each partition, ${index} ${alone}, ${using} and ${code(`alter index ${sayName(relation.schemaname, constraint.conname ?? usual)} attach partition …`)}`
  }
  const index = code(`create unique index concurrently ${name} on ${on} ${list}${include}${distinct}`)
  return `${index} ${alone}, then ${code(`alter table ${on} add constraint ${name} ${kind} using index ${name}${late}`)}`
}

function listOf(columns: readonly string[]): string {
  return `(${columns.map(one => sayName(one)).join(', ')})`
}
