import { gateError } from '../../catalogue/catalogue.ts'
import { DatabaseError, type Session } from '../../database/session.ts'
import { GateError } from '../../errors.ts'
import type { StampChange } from '../engine.ts'
import { serverError } from '../server-errors/said.ts'
import { type Author, rewriteHistory } from './history/history.ts'
import type { HistoryRow } from './history/state.ts'
import { versionOf } from './plan.ts'
import type { SqlRevision } from './revisions.ts'
import type { Survey } from './survey.ts'
import { resolveTarget } from './target.ts'

export interface StampInput {
  session: Session
  survey: Survey
  revision: string
  author: Author
  /** Rows that somebody agreed to lose; undefined: any. */
  agreed?: readonly string[] | undefined
  /** Makes the history table where there is none. */
  write: () => Promise<void>
}

/** What a stamp would do. Throws GateError for files or a database that cannot be stamped, and for an unknown revision. */
export function previewStamp(survey: Survey, revision: string): StampChange {
  return told(changesOf(survey, revision))
}

/**
 * Makes the history say that the database is exactly at `revision`, with the files as they are: rows are added,
 * removed, and take the files' checksums. Nothing of the revisions runs.
 */
export async function stampHistory(input: StampInput): Promise<StampChange> {
  const { session, survey, revision, author, agreed, write } = input
  const { plan, state } = survey
  const changes = changesOf(survey, revision)
  const unforeseen = changes.removed.filter(id => agreed !== undefined && !agreed.includes(id))
  if (unforeseen.length > 0) {
    const { database, host } = plan.server
    throw gateError('stamp-removes', { ids: unforeseen.join(', '), database, host, why: 'meanwhile' })
  }
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
  return told(changes)
}

type Changes = ReturnType<typeof compareHistory> & { created: boolean }

function changesOf({ files, plan, state }: Survey, revision: string): Changes {
  const blocked = plan.problems.find(
    one => one.kind === 'duplicate' || one.kind === 'file-fault' || one.fault.id === 'history-alembic',
  )
  if (blocked !== undefined) throw new GateError(blocked.fault)
  const target = resolveTarget(revision, files, plan.current[0])
  const wanted = files.filter(file => target !== undefined && file.version <= target)
  return { ...compareHistory(wanted, state.rows), created: !state.exists }
}

function told({ recorded, refreshed, removed, created }: Changes): StampChange {
  return {
    recorded: recorded.map(file => file.id),
    refreshed: refreshed.map(file => file.id),
    removed,
    ...(created ? { created } : {}),
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
  const idOf = new Map(wanted.map(file => [file.version, file.id]))
  const respelled = rows
    .filter(row => (idOf.get(versionOf(row.version)) ?? row.version) !== row.version)
    .map(row => row.version)
  return { recorded, refreshed, removed, respelled }
}
