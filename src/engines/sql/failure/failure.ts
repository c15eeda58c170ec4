import { makeFault } from '../../../catalogue/catalogue.ts'
import { showTable } from '../../../database/facts.ts'
import type { QualifiedName } from '../../../database/identifiers.ts'
import type { DatabaseError } from '../../../database/session.ts'
import type { Excerpt, Fault, NextCommand, Place } from '../../../domain.ts'
import { harmless, oneLine } from '../../../text.ts'
import { objectsOf } from '../../objects/expect.ts'
import { sayError, serverError } from '../../server-errors/said.ts'
import { queriesFor, type Violation } from '../../server-errors/violations.ts'
import type { SqlRevision } from '../revisions.ts'
import type { RunContext } from '../run/context.ts'
import { readGuard } from '../run/messages.ts'
import { placeOfPosition, type Statement } from '../text/statements.ts'

/** A statement of a revision, and which one of how many it is (from 1). */
export interface At {
  revision: SqlRevision
  statement: Statement
  number: number
  total: number
}

/** The failure of one statement, with its place in the file, the lines around it and what the server said. */
export function statementFault(error: DatabaseError, at: At, state: string): Fault {
  const { revision, statement } = at
  const { id, name } = revision
  // Many errors of DDL come without a position: then the statement is shown, and no caret pretends to know more.
  const exact = error.position === undefined ? undefined : placeOfPosition(statement, error.position)
  const { line, column } = exact ?? statement
  const place: Place = { path: revision.path, line, column }
  const excerpt = cutExcerpt(revision, { line, caret: exact?.column })
  const said = sayError(error, statement.text)
  const around = { place, excerpt, ...said, state }
  if (error.lost)
    return makeFault(
      'revision-lost',
      { id, name, reason: error.message },
      { ...around, next: [{ command: 'upgrade' }] },
    )
  const reason = oneLine(said.server.message)
  const facts = { id, name, statement: at.number, total: at.total, reason, code: error.code }
  const foreign = queriesFor(violationOf(error, at))
  const next: NextCommand[] = [{ command: 'upgrade' }]
  return makeFault('revision-failed', facts, {
    ...around,
    ...(foreign.length === 0 ? {} : { foreign }),
    next,
  })
}

function violationOf(error: DatabaseError, { revision, statement }: At): Violation {
  const { code, message, detail = '', about } = error
  const text = revision.up.transaction ? revision.up.text : statement.text
  const undone = code.startsWith('23') ? objectsOf([], [text]) : []
  return { code, message, detail, about, statement: statement.text, undone }
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

/** The failure of the history row or the COMMIT: no statement of the file is to blame. */
export function commitFault(
  error: DatabaseError,
  revision: SqlRevision,
  history: QualifiedName,
  state: string,
): Fault {
  const { id, name, path, up } = revision
  const said = sayError(error, up.text)
  const around = { place: { path, line: 1 }, ...said, state, next: [{ command: 'upgrade' as const }] }
  if (error.lost) return makeFault('revision-lost', { id, name, reason: error.message }, around)
  const facts = { id, name, reason: oneLine(said.server.message), code: error.code }
  return concerns(error, history)
    ? unrecordedFault(error, revision, history, state)
    : makeFault('revision-commit', facts, around)
}

/** The history would not take the row of a revision, or how far it has come. */
export function unrecordedFault(
  error: DatabaseError,
  { id, name, path }: SqlRevision,
  history: QualifiedName,
  state: string,
): Fault {
  const { server } = sayError(error)
  const reason = isSwallowed(error) ? 'a trigger or a rule swallows the row' : oneLine(server.message)
  const table = showTable(history)
  const facts = { id, name, table, reason, code: isSwallowed(error) ? '' : error.code }
  const next: NextCommand[] = [{ command: 'upgrade' }]
  return makeFault('revision-unrecorded', facts, { place: { path, line: 1 }, server, state, next })
}

/** Of a revision outside of a transaction: what it did, of which the history does not know. */
export function sayUnrecorded(done: number, total: number): string {
  if (done === 0) return 'No statement of it was begun.'
  const which = done === 1 ? 'Statement 1' : `Statements 1 to ${done}`
  return `${which} of ${total} took effect and ${done === 1 ? 'stays' : 'stay'}, and the history does not say so.`
}

/** Whether it is the history table that the server would not have; all else in that message is the revision's. */
function concerns(error: DatabaseError, { table }: QualifiedName): boolean {
  return error.about.table === table || error.message.includes(table) || isSwallowed(error)
}

/** Our own statement divides by the number of rows that it wrote; in a function it would say where. */
function isSwallowed({ code, where }: DatabaseError): boolean {
  return code === '22012' && where === undefined
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

/** The marked line with two before and one after, as they are in the file; long lines are cut, and the caret with them. */
export function cutExcerpt(
  revision: { up: Pick<SqlRevision['up'], 'text' | 'startLine'> },
  at: { line: number; caret: number | undefined },
): Excerpt {
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
