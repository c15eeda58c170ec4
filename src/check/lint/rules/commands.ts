import type { Hit, Judge, Seen } from '../judge.ts'
import { keyOfRange, pick, sayRange } from '../nodes.ts'
import type { AlterTableCmd, RangeVar } from '../parse.ts'
import { isFresh } from '../schema.ts'
import type { Table } from '../tables.ts'

/** One command of an ALTER TABLE of a table that was there before. */
export interface Command extends Seen {
  cmd: AlterTableCmd
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
    const around = {
      ...seen,
      relation,
      on: sayRange(relation),
      table: seen.schema.tables.get(keyOfRange(relation)),
    }
    return (alter.cmds ?? []).flatMap(one => {
      const cmd = pick(one, 'AlterTableCmd')
      return cmd === undefined ? [] : judge({ ...around, cmd })
    })
  }
}
