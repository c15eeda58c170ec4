import type { QualifiedName } from '../../database/identifiers.ts'
import type { Evidence } from '../evidence/shape.ts'
import { installWitness, readEvidence, watchRevision } from '../evidence/witness.ts'
import type { RehearsalDatabase } from './server.ts'

/** Where the witness keeps what it saw: no part of anybody’s schema. */
export const witnessSchema = 'pg_migration_gate'

/** Somebody who watches each statement from inside. */
export interface Witness {
  /** What follows is this revision’s; undefined: nobody’s. */
  watch(revision: string | undefined): Promise<void>
  /** What was seen; then nothing more is. */
  read(): Promise<Evidence[]>
}

const blind: Witness = { watch: () => Promise.resolve(), read: () => Promise.resolve([]) }

/** Sets the witness on a database, where we are a superuser; else there is none. Throws DatabaseError. */
export async function openWitness({
  database,
  historyTable,
}: {
  database: RehearsalDatabase
  historyTable: string
}): Promise<Witness> {
  if (database.openSuper === undefined) return blind
  const session = await database.openSuper(() => undefined)
  await installWitness(session, [nameOf(historyTable)])
  return {
    watch: revision => watchRevision(session, revision),
    async read() {
      try {
        return await readEvidence(session)
      } finally {
        await session.close()
      }
    },
  }
}

function nameOf(historyTable: string): QualifiedName {
  const [schema = 'public', table] = historyTable.split('.')
  return table === undefined ? { schema: 'public', table: schema } : { schema, table }
}
