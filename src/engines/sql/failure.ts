import { makeFault } from '../../catalogue/catalogue.ts'
import type { DatabaseError } from '../../database/session.ts'
import type { Excerpt, Fault, Place, ServerError } from '../../domain.ts'
import { harmless, oneLine } from '../../text.ts'
import type { RunContext } from './context.ts'
import { readGuard } from './messages.ts'
import type { SqlRevision } from './revisions.ts'
import { placeOfPosition, type Statement } from './statements.ts'

/** A statement of a revision, and which one of how many it is (from 1). */
export interface At {
  revision: SqlRevision
  statement: Statement
  number: number
  total: number
}

const patientUpgrade = { command: 'upgrade' as const, with: { 'lock-timeout': '30s' } }

/** The failure of one statement, with its place in the file, the lines around it and what the server said. */
export function statementFault(error: DatabaseError, at: At, state: string): Fault {
  const { revision, statement } = at
  const { id, name } = revision
  // Many errors of DDL come without a position: then the statement is shown, and no caret pretends to know more.
  const exact = error.position === undefined ? undefined : placeOfPosition(statement, error.position)
  const { line, column } = exact ?? statement
  const place: Place = { path: revision.path, line, column }
  const excerpt = cutExcerpt(revision, { line, caret: exact?.column })
  const around = { place, excerpt, server: serverError(error), state }
  if (error.lost)
    return makeFault(
      'revision-lost',
      { id, name, reason: error.message },
      { ...around, next: [{ command: 'upgrade' }] },
    )
  const facts = {
    id,
    name,
    statement: at.number,
    total: at.total,
    reason: oneLine(error.message),
    code: error.code,
  }
  const next = [error.code === '55P03' ? patientUpgrade : { command: 'upgrade' as const }]
  return makeFault('revision-failed', facts, { ...around, next })
}

/** The revision's transaction could not be opened, or its guard failed: no statement of the file has run. */
export function openingFault(
  error: DatabaseError,
  revision: SqlRevision,
  context: RunContext,
  state: string,
): Fault {
  const { id, path } = revision
  const { where, history, current } = context
  const failed = readGuard(error.message)
  if (failed === 'lock') return makeFault('lock-lost', { id }, { place: { path } })
  if (failed === 'history') {
    const facts = { ids: current, table: oneLine(`${history.schema}.${history.table}`) }
    return makeFault('history-lost', facts, { next: [{ command: 'plan' }] })
  }
  const around = {
    place: { path },
    server: serverError(error),
    state,
    next: [{ command: 'upgrade' as const }],
  }
  return makeFault('query-refused', { where, doing: `opening the transaction of ${id}` }, around)
}

/** The failure of the COMMIT: no statement of the file is to blame. */
export function commitFault(error: DatabaseError, revision: SqlRevision, state: string): Fault {
  const { id, name, path } = revision
  const around = {
    place: { path, line: 1 },
    server: serverError(error),
    state,
    next: [{ command: 'upgrade' as const }],
  }
  if (error.lost) return makeFault('revision-lost', { id, name, reason: error.message }, around)
  return makeFault('revision-commit', { id, name, reason: oneLine(error.message), code: error.code }, around)
}

/** A statement ended the gate's transaction: what was done before it may be committed. */
export function endedFault(revision: SqlRevision, statement: Statement | undefined): Fault {
  const { id, name, path } = revision
  const { line, column } = statement ?? { line: 1, column: 1 }
  const next: Fault['next'] = [{ command: 'current', when: 'you want to see where the database stands' }]
  return makeFault('revision-escaped', { id, name }, { place: { path, line, column }, next })
}

/** The run was told to stop while this revision ran. */
export function interruptedFault(revision: SqlRevision, state: string): Fault {
  const { id, name, path } = revision
  return makeFault(
    'interrupted',
    { id, name },
    { state, place: { path, line: 1 }, next: [{ command: 'upgrade' }] },
  )
}

/**
 * What the server said, without rows: SQLSTATE classes 22 and 23 put values of the table into `detail`, which
 * have no place in a log that others read.
 */
export function serverError(error: DatabaseError): ServerError {
  const said: ServerError = { code: error.code, severity: error.severity, message: error.message }
  if (error.detail !== undefined && !/^2[23]/.test(error.code)) said.detail = error.detail
  if (error.hint !== undefined) said.hint = error.hint
  if (error.where !== undefined) said.where = error.where
  return said
}

/** The marked line with two before and one after, as they are in the file; long lines are cut, and the caret with them. */
function cutExcerpt(revision: SqlRevision, at: { line: number; caret: number | undefined }): Excerpt {
  const lines = revision.up.text.split(/\r\n|\n|\r/)
  const index = at.line - revision.up.startLine
  const first = Math.max(0, index - 2)
  const shown = lines.slice(first, index + 2)
  return {
    firstLine: revision.up.startLine + first,
    lines: shown.map(line => harmless(line).replaceAll('\t', ' ').slice(0, 200)),
    markedLine: at.line,
    ...(at.caret !== undefined && at.caret <= 200 ? { caret: at.caret } : {}),
  }
}
