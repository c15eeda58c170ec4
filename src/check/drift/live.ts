import { gateError } from '../../catalogue/catalogue.ts'
import type { At } from '../../database/facts.ts'
import { quoteIdentifier } from '../../database/identifiers.ts'
import type { OpenSession, Session } from '../../database/session.ts'
import { readVersionRows } from '../../engines/alembic/alembic.ts'
import { readState } from '../../engines/sql/history/state.ts'
import { oneLine } from '../../text.ts'
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

/**
 * Reads history and schema, each in a read-only transaction: what somebody put there in place of the history could write
 * when it is read. Throws GateError where it cannot be reached or read, and DatabaseError.
 */
export async function readLive(
  { at, open }: LiveDatabase,
  { engine, historyTable }: { engine: string; historyTable: string },
): Promise<Live> {
  const session = await open(() => undefined)
  try {
    // No start-up option: a pooler between may not take one. No statement after this one can make it writable.
    await session.run('begin transaction read only')
    await refuseOther(session, historyTable)
    const rows =
      engine === 'sql'
        ? (await readState(session, historyTable, at)).rows.flatMap(({ state, version }) =>
            state === 'applied' ? [version] : [],
          )
        : await readVersionRows(session, historyTable, at)
    await session.run('rollback')
    return { schema: portable(await readSchema(session, { tables: [historyTable] })), rows }
  } finally {
    await session.close()
  }
}

/** A view runs the functions of whoever made it. */
async function refuseOther(session: Session, historyTable: string): Promise<void> {
  const [found] = await session.query<{ name: string }>(
    `select c.oid::pg_catalog.regclass::text as name from pg_catalog.pg_class c
    where c.oid = pg_catalog.to_regclass($1) and c.relkind not in ('r', 'p')`,
    [
      historyTable
        .split(/\.(.*)/s, 2)
        .map(quoteIdentifier)
        .join('.'),
    ],
  )
  if (found === undefined) return
  const reason = `what is there as its history, ${oneLine(found.name, 120)}, is no table`
  throw gateError('drift-not-compared', { reason })
}
