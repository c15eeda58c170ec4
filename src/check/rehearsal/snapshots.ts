import { DatabaseError, type Session } from '../../database/session.ts'
import { readSchema } from '../schema/read.ts'
import type { Schema } from '../schema/shapes.ts'
import type { RehearsalDatabase } from './server.ts'
import { witnessSchema } from './watch.ts'

/** The schema of a rehearsal, read as often as one likes. */
export interface Snapshots {
  /** Throws DatabaseError or GateError. */
  read(): Promise<Schema>
  /** Never throws. */
  close(): Promise<void>
}

interface SnapshotOptions {
  database: Pick<RehearsalDatabase, 'open'>
  historyTable: string
  signal: AbortSignal
  deadline: AbortSignal
}

/** Reads over one session, and over another where a revision has ended that. */
export function openSnapshots({ database, historyTable, signal, deadline }: SnapshotOptions): Snapshots {
  const stopped = AbortSignal.any([signal, deadline])
  let session: Session | undefined
  const stop = () => session?.hangUp()
  stopped.addEventListener('abort', stop)
  const readOnce = async () => {
    session ??= await database.open(() => undefined)
    return readSchema(session, { tables: [historyTable], schemas: [witnessSchema] })
  }
  return {
    async read() {
      try {
        return await readOnce()
      } catch (error) {
        if (!(error instanceof DatabaseError && error.lost) || stopped.aborted) throw error
        session?.hangUp()
        session = undefined
        return readOnce()
      }
    },
    async close() {
      stopped.removeEventListener('abort', stop)
      await session?.close()
    },
  }
}
