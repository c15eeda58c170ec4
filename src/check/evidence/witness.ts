/**
 * The witness: sits in the rehearsal database and writes down, from inside of the session that migrates, what each
 * statement locked, read and wrote anew. It needs a superuser and a database that is thrown away afterwards.
 */
import { type QualifiedName, quoteName } from '../../database/identifiers.ts'
import type { Session } from '../../database/session.ts'
import type { EndRow, RewrittenRow, StatementRow } from './rows.ts'
import { type Evidence, shapeEvidence } from './shape.ts'
import {
  beginWatching,
  endWatching,
  findHistory,
  install,
  knowTables,
  readEnds,
  readRewritten,
  readStatements,
  refreshKnown,
  remove,
  watchHistory,
} from './witness-sql.ts'

/**
 * Installs the witness and takes every table that is there now for one that the live version uses. Call it once, as
 * superuser, when the revisions of the target branch ran and seeds are in. `history`: the tables in which the engines
 * write what ran; where one is there already, it tells when a transaction ends that has no DDL. Throws DatabaseError.
 */
export async function installWitness(session: Session, history: readonly QualifiedName[]): Promise<void> {
  await session.run(install)
  const names = history.map(quoteName)
  await session.query(knowTables, [names])
  for (const name of names) {
    const [there] = await session.query<{ there: boolean }>(findHistory, [name])
    if (there?.there) await session.run(watchHistory(name))
  }
}

/**
 * What follows belongs to this revision, until the next call; `undefined`: nobody is watched (a way down, a second way
 * up). Call it while no session of the engine is open. Throws DatabaseError.
 */
export async function watchRevision(session: Session, revision: string | undefined): Promise<void> {
  await session.query(endWatching)
  await session.query(beginWatching, [revision ?? null])
  await session.query(refreshKnown)
}

/** What was seen, in the order in which it ran. Throws DatabaseError. */
export async function readEvidence(session: Session): Promise<Evidence[]> {
  const statements = await session.query<StatementRow>(readStatements)
  const ends = await session.query<EndRow>(readEnds)
  const rewritten = await session.query<RewrittenRow>(readRewritten)
  return shapeEvidence(statements, ends, rewritten)
}

/** Takes the witness out again, with what it saw: for what compares the whole schema. Throws DatabaseError. */
export async function removeWitness(session: Session): Promise<void> {
  await session.run(remove)
}
