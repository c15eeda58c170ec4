import { posix } from 'node:path'
import type { Descent } from '../../by-hand.ts'
import { gateError, makeFault } from '../../catalogue/catalogue.ts'
import type { Session } from '../../database/session.ts'
import type { Allowable, NextCommand } from '../../domain.ts'
import { GateError } from '../../errors.ts'
import { oneLine } from '../../text.ts'
import { restoring } from './failure/ways-out.ts'
import { readTakenBack } from './history/history.ts'
import type { HistoryRow } from './history/state.ts'
import { versionOf } from './plan.ts'
import { readWayDown, type SqlRevision } from './revisions.ts'
import type { Ready } from './run/context.ts'
import { findResume } from './run/resume.ts'
import type { Survey } from './survey.ts'
import { resolveDescent } from './target.ts'
import { headline } from './text/describe.ts'
import type { Section } from './text/sections.ts'
import { showSql } from './text/show-sql.ts'

/**
 * The ways down of everything above a revision, newest first, ready to run. Reads only. Throws GateError where one is
 * missing, edited or refused, where something is half applied, and for a target that is not applied.
 */
export async function readyDescent(
  session: Session,
  survey: Survey,
  wanted: string,
  allow: readonly Allowable[],
): Promise<Ready[]> {
  const { files, plan, state } = survey
  const { database } = state.server
  const blocked = plan.problems.find(
    one =>
      one.kind === 'duplicate' ||
      (one.kind === 'file-fault' && one.revision === undefined) ||
      ['history-alembic', 'history-row'].includes(one.fault.id),
  )
  if (blocked !== undefined) throw new GateError(blocked.fault)
  const standing = inOrder(state.rows)
  const half = standing.find(row => row.state === 'dirty' && readTakenBack(row.statementHashes) === undefined)
  if (half !== undefined) throw unfinished(half, database)
  const keep = resolveDescent(wanted, standing, files, database)
  const rows = standing.slice(keep).reverse()
  const fileOf = new Map(files.map(file => [file.version, file]))
  refuseWithoutWay(rows, fileOf, wanted)
  refuseModified(survey, rows, wanted, allow)
  const ready: Ready[] = []
  for (const [index, row] of rows.entries()) {
    const file = fileOf.get(versionOf(row.version))
    if (file?.down === undefined) continue
    const leaves = rows[index + 1]?.version ?? standing[keep - 1]?.version ?? ''
    ready.push(await readyWayDown(session, file, file.down, { row, leaves, database }))
  }
  return ready
}

/** The same for people. */
export function descentOf(ready: readonly Ready[]): Descent {
  const last = ready.at(-1)?.removes?.leaves ?? ''
  return {
    revisions: ready.map(({ revision: { id, name, path } }) => ({ id, name, path })),
    leaves: last === '' ? [] : [last],
    sql: {
      revisions: showSql(
        ready.map(({ revision, statements }) => ({ id: revision.id, text: revision.up.text, statements })),
      ),
    },
  }
}

function inOrder(rows: readonly HistoryRow[]): HistoryRow[] {
  return [...rows].sort((a, b) => (versionOf(a.version) < versionOf(b.version) ? -1 : 1))
}

function unfinished({ version: id }: HistoryRow, database: string): GateError {
  const next: NextCommand[] = [
    { command: 'upgrade', when: 'it is to be finished first' },
    { command: 'stamp', revision: id, when: 'all of it is in the database' },
  ]
  return gateError('downgrade-unfinished', { id: oneLine(id, 80), database }, { next })
}

/** All that has no way down, at once. An empty one is none: the history would say that something is gone that is there. */
function refuseWithoutWay(
  rows: readonly HistoryRow[],
  fileOf: ReadonlyMap<bigint, SqlRevision>,
  wanted: string,
): void {
  const lacking = rows.flatMap(row => {
    const file = fileOf.get(versionOf(row.version))
    const why = file === undefined ? 'has no file in this commit' : whyNoWay(file)
    return why === undefined ? [] : [{ row, file, why }]
  })
  const [first] = lacking
  if (first === undefined) return
  const ids = lacking.map(({ row }) => oneLine(row.version, 80)).join(', ')
  const lacks = lacking.map(({ row, file, why }) => `${oneLine(file?.path ?? row.version)} ${why}`)
  const next: NextCommand[] = [
    { command: 'downgrade', revision: wanted, when: 'its way down is written and committed' },
    { command: 'upgrade', when: 'a new revision undoes it' },
  ]
  const [some] = fileOf.values()
  const folder = some === undefined ? undefined : posix.dirname(some.path)
  const foreign = lacking.flatMap(({ row, file }) =>
    file !== undefined || folder === undefined
      ? []
      : restoring(row, posix.join(folder, `${oneLine(row.version, 80)}_*`), 'its file is to come back'),
  )
  const place = first.file === undefined ? {} : { place: { path: first.file.path } }
  throw gateError(
    'way-down-missing',
    { ids, lacks },
    { ...place, ...(foreign.length === 0 ? {} : { foreign: foreign.slice(0, 5) }), next },
  )
}

function whyNoWay(file: SqlRevision): string | undefined {
  const { down, path } = file
  if (down === undefined)
    return path.endsWith('.up.sql') ? 'has no .down.sql beside it' : 'has no `-- migrate:down`'
  const { statements, faults } = readWayDown(file, down)
  if (statements.length > 0 || faults.length > 0) return undefined
  return 'has a way down without a statement (`select 1;` where there is nothing to take back)'
}

/** Whose way up is not what ran may have a way down that does not fit what ran. */
function refuseModified(
  { plan }: Survey,
  rows: readonly HistoryRow[],
  wanted: string,
  allow: readonly Allowable[],
): void {
  const versions = new Set(rows.map(row => versionOf(row.version)))
  const problem = plan.problems.find(
    one => one.kind === 'modified' && !one.allowed && versions.has(versionOf(one.revision ?? '')),
  )
  if (problem === undefined) return
  const allowing: NextCommand = {
    command: 'downgrade',
    revision: wanted,
    with: { allow: [...allow, 'modified'].join(',') },
    when: 'its way down is right all the same',
  }
  throw new GateError({ ...problem.fault, next: [allowing] })
}

async function readyWayDown(
  session: Session,
  file: SqlRevision,
  down: Section,
  { row, leaves, database }: { row: HistoryRow; leaves: string; database: string },
): Promise<Ready> {
  const { statements, faults } = readWayDown(file, down)
  const [first, ...others] = faults
  if (first !== undefined) throw new GateError(first, others)
  const revision = { ...file, up: down, path: file.downPath }
  const ready: Ready = {
    revision,
    statements,
    done: 0,
    recorded: false,
    removes: { row: row.version, leaves },
  }
  const hashes = readTakenBack(row.statementHashes)
  if (row.state === 'applied' || hashes === undefined) return ready
  const found = await findResume(session, statements, { done: row.statementsDone, hashes })
  if (found.kind === 'at' && !down.transaction) return { ...ready, done: found.done, recorded: true }
  const statement = statements[row.statementsDone]
  const facts = {
    id: file.id,
    database,
    statement: row.statementsDone + 1,
    headline: statement === undefined ? '' : headline(statement),
    before: leaves || 'base',
  }
  const next: NextCommand[] = [
    { command: 'stamp', revision: facts.before, when: 'all of it is gone' },
    { command: 'stamp', revision: file.id, when: 'all of it is there' },
  ]
  const place = { path: file.downPath, line: statement?.line ?? down.startLine }
  throw new GateError(makeFault('dirty-down-unknown', facts, { place, next }))
}
