import { makeFault } from '../../catalogue/catalogue.ts'
import { type At, showTable } from '../../database/facts.ts'
import { findHolder, lockKey } from '../../database/lock.ts'
import type { Session } from '../../database/session.ts'
import type { Disk } from '../../disk.ts'
import type { Allowable, Fault, NextCommand, Plan, Problem, ProblemKind } from '../../domain.ts'
import { nextTurn } from '../../sleep.ts'
import { oneLine } from '../../text.ts'
import { readTakenBack } from './history/history.ts'
import { type DatabaseState, readState, type SeenHistory } from './history/state.ts'
import { findDuplicates, type Progress, planRevisions, versionOf } from './plan.ts'
import { type Folder, ofOneTurn, readStatements, type SqlRevision } from './revisions.ts'
import type { Ready } from './run/context.ts'
import { findResume } from './run/resume.ts'
import { resolveTarget, sayBehind } from './target.ts'
import { headline } from './text/describe.ts'

/** What a survey needs; the same under the lock and without it. */
export interface SurveyOptions {
  disk: Disk
  /** Relative to the repository root. */
  directory: string
  historyTable: string
  /** The revision to reach, as a person wrote it. */
  target: string
  allow: readonly Allowable[]
  /** For messages: host, port and database. */
  at: At
  /** A rehearsal’s: what the database holds beside its history is meant to be there. */
  filled?: boolean
}

/** Files and database held against each other. */
export interface Survey {
  plan: Plan
  files: SqlRevision[]
  /** Pending revisions with their statements; complete only when no problem is in the way. */
  ready: Ready[]
  state: DatabaseState
}

/**
 * Reads the database and holds it against the files. Writes nothing. What it asks is sent before it returns, in one trip
 * where the history was `seen` before. Throws GateError when either cannot be read.
 */
export async function takeSurvey(
  session: Session,
  folder: Folder,
  options: SurveyOptions,
  seen?: SeenHistory,
): Promise<Survey> {
  const state = await readState(session, options.historyTable, options.at, seen)
  const files = folder.revisions
  const newest = newestApplied(state)
  const target = resolveTarget(options.target, files, newest)
  const remarks = sayBehind(options.target, target, newest)
  await nextTurn()
  const sql = planRevisions({
    files,
    rows: state.rows,
    target,
    allow: options.allow,
    database: state.server.database,
    folder: options.directory,
  })
  const problems = [
    ...folderProblems(folder),
    ...sql.problems,
    ...(options.filled === true ? [] : contactProblems(state, sql.head[0] ?? 'base')),
  ]
  const ready: Ready[] = []
  for (const [index, revision] of sql.pending.entries()) {
    if (index % ofOneTurn === ofOneTurn - 1) await nextTurn()
    const { statements, faults } = readStatements(revision)
    problems.push(...faults.map(fault => inTheWay('file-fault', fault, revision.id)))
    const unfinished = sql.unfinished.find(one => versionOf(one.id) === revision.version)
    const one: Ready = { revision, statements, done: 0, recorded: unfinished !== undefined }
    const dirty =
      unfinished === undefined ? undefined : await resume(session, one, unfinished, state, newest, remarks)
    if (dirty !== undefined) problems.push(inTheWay('dirty', dirty, revision.id))
    ready.push(one)
  }
  await nextTurn()
  const { current, head, applied, pending, fingerprint } = sql
  return {
    plan: {
      server: state.server,
      current,
      head,
      revisions: files.map(file => file.told),
      applied,
      pending: pending.map(file => file.told),
      unfinished: sql.unfinished.map(({ id, done, hashes }) => ({
        id,
        done,
        ...(readTakenBack(hashes) === undefined ? {} : { down: true as const }),
      })),
      problems,
      remarks: options.at.remark === undefined ? remarks : [options.at.remark, ...remarks],
      fingerprint,
    },
    files,
    ready,
    state,
  }
}

/** Id of the newest applied revision. */
function newestApplied(state: DatabaseState): string | undefined {
  let newest: { id: string; version: bigint } | undefined
  for (const row of state.rows) {
    if (row.state !== 'applied') continue
    const version = versionOf(row.version)
    if (newest === undefined || version > newest.version) newest = { id: row.version, version }
  }
  return newest?.id
}

function folderProblems(folder: Folder): Problem[] {
  return [...folder.faults.map(fault => inTheWay('file-fault', fault)), ...findDuplicates(folder.revisions)]
}

function contactProblems(state: DatabaseState, head: string): Problem[] {
  const { database } = state.server
  if (state.alembicTable !== '') {
    const fault = makeFault('history-alembic', { database, table: state.alembicTable })
    return [inTheWay('first-contact', fault)]
  }
  if (state.exists || state.tables === 0) return []
  const { tables, otherTool: tool } = state
  const next = [
    { command: 'stamp' as const, revision: head, when: 'every revision is in it' },
    { command: 'stamp' as const, revision: 'base', when: 'none is' },
    { command: 'locate' as const, when: 'that is not known' },
  ]
  const facts = { database, tables, table: showTable(state.history), tool, head }
  return [inTheWay('first-contact', makeFault('first-contact', facts, { next }))]
}

/** Finds out where an unfinished revision goes on; a fault when that is for a person to say. */
async function resume(
  session: Session,
  one: Ready,
  unfinished: Progress,
  state: DatabaseState,
  newest: string | undefined,
  remarks: string[],
): Promise<Fault | undefined> {
  const { revision, statements } = one
  const { database } = state.server
  const key = lockKey(database, `${state.history.schema}.${state.history.table}`)
  const holder = await findHolder(session, key)
  if (holder !== undefined) {
    // It may be at work on this very revision: what becomes of it is known when the lock is had.
    remarks.push(`${oneLine(revision.id, 80)} is not finished, and another run has the gate lock: ${holder}.`)
    return undefined
  }
  const { done, hashes } = unfinished
  const before = newest ?? 'base'
  const place = { path: revision.path, line: statements[done]?.line ?? 1 }
  const next = [
    { command: 'stamp' as const, revision: revision.id, when: 'all of it is in the database' },
    { command: 'stamp' as const, revision: before, when: 'what took effect was undone' },
  ]
  const down = readTakenBack(hashes)
  if (down !== undefined) return takenBackFault({ id: revision.id, database, done, before }, place, next)
  const found = await findResume(session, statements, unfinished)
  const restartable = revision.up.transaction ? done === 0 && hashes.length === 0 : found.kind !== 'edited'
  if (!restartable || found.kind === 'edited')
    return makeFault('dirty-edited', { id: revision.id, database, done, before }, { place, next })
  if (found.kind === 'at') {
    one.done = found.done
    if (found.invalid !== undefined)
      remarks.push(
        `${revision.id} left the invalid index ${oneLine(found.invalid)} behind; the next run drops it first.`,
      )
    return undefined
  }
  const facts = {
    id: revision.id,
    database,
    statement: done + 1,
    total: statements.length,
    headline: headline(found.statement),
    before,
  }
  return makeFault('dirty', facts, { place, next })
}

/** A run ended while it took this revision back: that is finished, or settled by hand, before anything else. */
function takenBackFault(
  facts: { id: string; database: string; done: number; before: string },
  place: Fault['place'],
  settle: NextCommand[],
): Fault {
  const finish: NextCommand = {
    command: 'downgrade',
    revision: facts.before,
    when: 'the rest of it is to go, too',
  }
  const next = [finish, ...settle]
  return makeFault('dirty-down', facts, { ...(place === undefined ? {} : { place }), next })
}

function inTheWay(kind: ProblemKind, fault: Fault, revision?: string): Problem {
  return { kind, fault, allowed: false, ...(revision === undefined ? {} : { revision }) }
}
