import { makeFault } from '../catalogue/catalogue.ts'
import { isCircumstance } from '../catalogue/sqlstate-cures.ts'
import { DatabaseError } from '../database/session.ts'
import type { Fault, NextCommand } from '../domain.ts'
import type { Applied } from '../engines/engine.ts'
import { sayError } from '../engines/server-errors/said.ts'
import { cutExcerpt } from '../engines/sql/failure/failure.ts'
import { placeOfPosition, type Statement } from '../engines/sql/text/statements.ts'
import { oneLine, shortList } from '../text.ts'
import type { Script } from './follow-up.ts'
import { sayFollowUp } from './list.ts'

/** What a check found that is no error of the server: a query without rows, a false. */
export class CheckFailure extends Error {}

/** A statement that failed, and which one of how many it is (from 1). */
export interface ScriptFailure {
  lockTimeoutMs: number
  kind: 'after' | 'smoke'
  script: Script
  statement: Statement | undefined
  number: number
  error: DatabaseError | CheckFailure
}

/** The failure of a file, with its place, the lines around it and what the server said. */
export function scriptFault(failure: ScriptFailure): Fault {
  const { kind, script, statement, number, error } = failure
  const { path, text, statements } = script
  const name = sayFollowUp({ kind, name: path })
  const server = error instanceof DatabaseError ? sayError(error, statement?.text) : undefined
  const reason = server?.server.message ?? error.message
  if (error instanceof DatabaseError && error.lost)
    return makeFault('follow-up-lost', { name, reason }, { place: { path } })
  const exact =
    error instanceof DatabaseError && error.position !== undefined && statement !== undefined
      ? placeOfPosition(statement, error.position)
      : undefined
  const { line, column } = exact ?? statement ?? { line: 1, column: 1 }
  const excerpt = cutExcerpt({ up: { text, startLine: 1 } }, { line, caret: exact?.column })
  const code = error instanceof DatabaseError ? error.code : ''
  const facts = { path: oneLine(path), statement: number, total: statements.length, reason, code }
  const next = waysAround(code, failure)
  const around = { place: { path, line, column }, excerpt, ...server, ...(next && { next }) }
  return makeFault(kind === 'after' ? 'after-failed' : 'smoke-failed', facts, around)
}

/** Where neither the file nor the schema is to blame, it is only to be run again. */
function waysAround(code: string, { lockTimeoutMs }: ScriptFailure): NextCommand[] | undefined {
  if (!isCircumstance(code)) return undefined
  const short = code === '55P03' && lockTimeoutMs > 0 && lockTimeoutMs < 30_000
  return [{ command: 'upgrade', ...(short ? { with: { 'lock-timeout': '30s' } } : {}) }]
}

/**
 * Adds what a person has to know of the revisions before it: that they stay, where the database stands, and the ways
 * out. `undone`: what of the file itself was rolled back.
 */
export function placeInRun(fault: Fault, applied: Applied, undone: string): Fault {
  const ids = applied.outcomes.filter(({ result }) => result === 'applied').map(({ revision }) => revision.id)
  const stay =
    ids.length === 0
      ? 'This run applied no revision'
      : `${oneLine(shortList(ids))} ${ids.length === 1 ? 'is' : 'are'} applied and ${ids.length === 1 ? 'stays' : 'stay'}`
  const { database } = applied.plan.server
  const state = oneLine(`${undone}${stay}; ${sayStand(database, applied)}.`, 800)
  return { ...fault, state, next: fault.next ?? waysOut(fault.id, applied, ids) }
}

function sayStand(database: string, { after }: Applied): string {
  if (after === undefined) return `where ${database} stands is not known`
  return `${database} ${after.current.length === 0 ? 'holds no revision' : `is at ${after.current.join(', ')}`}`
}

/** Forward, or back to where the run began, if that is one revision. */
function waysOut(fault: string, { plan }: Applied, ids: readonly string[]): NextCommand[] {
  if (fault === 'follow-up-unread') return [{ command: 'current' }, { command: 'upgrade' }]
  if (fault === 'after-failed') return [{ command: 'upgrade', when: 'the file is mended' }]
  if (fault !== 'smoke-failed' && fault !== 'smoke-command-failed') return [{ command: 'upgrade' }]
  const mended: NextCommand = { command: 'upgrade', when: 'what it found is mended' }
  const late = plan.problems.some(problem => problem.kind === 'out-of-order')
  if (ids.length === 0 || plan.current.length > 1 || late) return [mended]
  const before = plan.current[0] ?? 'base'
  return [mended, { command: 'downgrade', revision: before, when: 'the new schema has to go' }]
}
