import type { At } from '../../database/facts.ts'
import type { OpenSession } from '../../database/session.ts'
import { readVersionRows } from '../../engines/alembic/alembic.ts'
import { readState } from '../../engines/sql/history/state.ts'
import { portable } from '../schema/portable.ts'
import { readSchema } from '../schema/read.ts'
import type { Schema } from '../schema/shapes.ts'

/** A live database, which is only read. */
export interface LiveDatabase {
  at: At
  open: OpenSession
}

/** What was read of it. */
export interface Live {
  schema: Schema
  /** Ids that its history holds: of the sql engine all that are applied, of Alembic the rows of the version table. */
  rows: string[]
}

/** Reads history and schema. Throws GateError where it cannot be reached or read, and DatabaseError. */
export async function readLive(
  { at, open }: LiveDatabase,
  { engine, historyTable }: { engine: string; historyTable: string },
): Promise<Live> {
  const session = await open(() => undefined)
  try {
    const rows =
      engine === 'sql'
        ? (await readState(session, historyTable, at)).rows.flatMap(({ state, version }) =>
            state === 'applied' ? [version] : [],
          )
        : await readVersionRows(session, historyTable, at)
    return { schema: portable(await readSchema(session, { tables: [historyTable] })), rows }
  } finally {
    await session.close()
  }
}
