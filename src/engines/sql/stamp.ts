import { gateError } from '../../catalogue/catalogue.ts'
import { DatabaseError, type Session } from '../../database/session.ts'
import { GateError } from '../../errors.ts'
import type { Stamped } from '../engine.ts'
import { serverError } from './failure.ts'
import { type Author, rewriteHistory } from './history.ts'
import { versionOf } from './plan.ts'
import type { SqlRevision } from './revisions.ts'
import type { HistoryRow } from './state.ts'
import type { Survey } from './survey.ts'
import { resolveTarget } from './target.ts'

export interface StampInput {
  session: Session
  survey: Survey
  revision: string
  author: Author
  /** Makes the history table where there is none. */
  write: () => Promise<void>
}

/**
 * Makes the history say that the database is exactly at `revision`, with the files as they are: rows are added,
 * removed, and take the files' checksums. Nothing of the revisions runs.
 */
export async function stampHistory(input: StampInput): Promise<Omit<Stamped, 'plan' | 'after'>> {
  const { session, survey, revision, author, write } = input
  const { files, plan, state } = survey
  const blocked = plan.problems.find(
    one => one.kind === 'duplicate' || one.kind === 'file-fault' || one.fault.id === 'history-alembic',
  )
  if (blocked !== undefined) throw new GateError(blocked.fault)
  const target = resolveTarget(revision, files, plan.current[0])
  const changes = compareHistory(
    files.filter(file => target !== undefined && file.version <= target),
    state.rows,
  )
  await write()
  const record = [...changes.recorded, ...changes.refreshed].map(({ id, name, checksum }) => ({
    version: id,
    name,
    checksum,
  }))
  // A row may spell its version otherwise than the file does; the file's spelling takes its place.
  const remove = [...changes.removed, ...changes.respelled]
  try {
    if (record.length + remove.length > 0)
      await rewriteHistory(session, state.history, { remove, record }, author)
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    const where = `${plan.server.host}:${plan.server.port}/${plan.server.database}`
    throw gateError(
      'query-refused',
      { where, doing: 'writing the history table' },
      { server: serverError(error) },
    )
  }
  return {
    recorded: changes.recorded.map(file => file.id),
    refreshed: changes.refreshed.map(file => file.id),
    removed: changes.removed,
  }
}

function compareHistory(wanted: SqlRevision[], rows: HistoryRow[]) {
  const rowOf = new Map(rows.map(row => [versionOf(row.version), row]))
  const versions = new Set(wanted.map(file => file.version))
  const recorded = wanted.filter(file => rowOf.get(file.version)?.state !== 'applied')
  const refreshed = wanted.filter(file => {
    const row = rowOf.get(file.version)
    return row?.state === 'applied' && (row.checksum !== file.checksum || row.version !== file.id)
  })
  const removed = rows.filter(row => !versions.has(versionOf(row.version))).map(row => row.version)
  const respelled = wanted.flatMap(file => {
    const row = rowOf.get(file.version)
    return row !== undefined && row.version !== file.id ? [row.version] : []
  })
  return { recorded, refreshed, removed, respelled }
}
