import type { Hit, Judge, Seen } from '../judge.ts'
import { keyOfRange, pick, sayRange } from '../nodes.ts'
import type { AlterTableCmd, RangeVar } from '../parse.ts'
import { isFresh } from '../schema.ts'
import type { Table } from '../tables.ts'

/** One command of an ALTER TABLE of a table that was there before. */
export interface Command extends Seen {
  cmd: AlterTableCmd
  /** Names of the constraints that the same statement drops, before anything else in it. */
  dropped: Set<string>
  relation: RangeVar
  /** As people write it. */
  on: string
  /** What revisions said of it. */
  table: Table | undefined
}

/** A rule of single commands of ALTER TABLE. */
export function forCommands(judge: (command: Command) => Hit[]): Judge {
  return seen => {
    const alter = pick(seen.node, 'AlterTableStmt')
    const { relation } = alter ?? {}
    if (alter === undefined || relation === undefined || isFresh(seen.schema, relation)) return []
    if (alter.objtype !== 'OBJECT_TABLE' && alter.objtype !== 'OBJECT_FOREIGN_TABLE') return []
    const cmds = (alter.cmds ?? []).flatMap(one => pick(one, 'AlterTableCmd') ?? [])
    const drops = cmds.filter(cmd => cmd.subtype === 'AT_DropConstraint')
    const around = {
      ...seen,
      dropped: new Set(drops.map(cmd => cmd.name ?? '')),
      relation,
      on: sayRange(relation),
      table: seen.schema.tables.get(keyOfRange(relation)),
    }
    return cmds.flatMap(cmd => judge({ ...around, cmd }))
  }
}
