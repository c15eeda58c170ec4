import { DatabaseError, type Session } from '../../../database/session.ts'
import type { Outcome } from '../../../domain.ts'
import { oneLine } from '../../../text.ts'
import { cancelOnAbort } from '../../stopping.ts'
import { findStuck, stuckFault } from '../../stuck.ts'
import { countTries } from '../../tries.ts'
import { interruptedFault, statementFault } from '../failure/failure.ts'
import { trackProgress, trackRemoval } from '../history/history.ts'
import { checksumOf } from '../text/checksum.ts'
import { describeStatement, headline } from '../text/describe.ts'
import type { Statement } from '../text/statements.ts'
import { isConcurrently } from '../text/transactions.ts'
import { matchWords, readWords } from '../text/words.ts'
import { beginOutcome, doneOf, type Ready, type RunContext, watchSession } from './context.ts'
import { inspectStatement } from './in-flight.ts'
import { freshSession } from './messages.ts'

/**
 * Runs a `transaction:false` revision statement by statement, outside of any transaction. What is begun is
 * recorded before, and what is done after, over a session of its own: the revision may change role and settings
 * of the one it runs in. A later run goes on from that record.
 */
export async function runStatements(ready: Ready, context: RunContext, records: Session): Promise<Outcome> {
  const { revision, statements } = ready
  const { session } = context
  const outcome = beginOutcome(revision)
  const began = performance.now()
  const entry = { version: revision.id, name: revision.name, checksum: revision.checksum }
  const progress =
    ready.removes === undefined
      ? trackProgress(records, context.history, entry, context.author)
      : trackRemoval(records, context.history, ready.removes.row)
  let done = ready.done
  await progress.begin()
  if (done > 0) await progress.statementEnds(done)
  const stopCancelling = cancelOnAbort(context)
  const watch = watchSession(context, () => revision)
  try {
    for (const statement of statements.slice(ready.done)) {
      if (context.signal.aborted)
        throw new DatabaseError({ message: 'interrupted before it began', code: '57014' })
      await progress.statementBegins(checksumOf(statement.text))
      // Where a CONCURRENTLY form gives up waiting for a lock, it leaves an invalid index: no limit for these.
      const lockTimeout = isConcurrently(statement) ? 0 : context.lockTimeoutMs
      await session.run(
        `set standard_conforming_strings = on; set lock_timeout = ${lockTimeout}; set statement_timeout = ${context.statementTimeoutMs}`,
      )
      watch.turnTo(() => headline(statement))
      const result = await session.execute(statement.text)
      watch.turnTo(undefined)
      done++
      await progress.statementEnds(done)
      outcome.did.push(describeStatement(statement, result))
    }
    await stopCancelling()
    await progress.finish(performance.now() - began)
    await session.run(freshSession)
    return outcome.ends(doneOf(ready))
  } catch (error) {
    const part = `statement ${done + 1} of ${statements.length}`
    const { blockers, lockTimeoutMs } = context
    const stuck = await findStuck(error, part, { blockers, watch, pids: [session.pid] })
    await stopCancelling()
    if (!(error instanceof DatabaseError)) throw error
    await session.run(freshSession).catch(() => undefined)
    const statement = statements[done] ?? statements.at(-1)
    // Where it may have committed a part of itself, its record stays: the next run asks a person.
    const torn = statement !== undefined && mayCommit(statement)
    if (!error.lost && !torn) await progress.statementFailed().catch(() => undefined)
    const left = error.lost ? '' : await sayLeftBehind(session, statement)
    const state = error.lost ? '' : `${stateAfter(revision.id, done, statements.length, torn)}${left}`
    if (statement === undefined || context.signal.aborted)
      return outcome.ends('failed', interruptedFault(revision, state))
    const at = { revision, statement, number: done + 1, total: statements.length }
    const fault = statementFault(error, at, state)
    // What is outside of a transaction is not tried again: what was done before it stays done.
    const tries = countTries(1)
    return outcome.ends('failed', stuck ? stuckFault(fault, revision, stuck, tries, lockTimeoutMs) : fault)
  } finally {
    watch.stop()
  }
}

/** DO and CALL may commit in their midst, and some maintenance commits table by table. */
function mayCommit(statement: Statement): boolean {
  const words = readWords(statement.text, 2)
  return matchWords(words, 0, ['do', 'call', 'cluster', 'reindex'])
}

function stateAfter(id: string, done: number, total: number, torn: boolean): string {
  const which =
    done === 1
      ? `Statement 1 of ${total} took effect and stays`
      : `Statements 1 to ${done} of ${total} took effect and stay`
  const stay = done === 0 ? '' : `${which}. `
  if (torn)
    return `${stay}What statement ${done + 1} of ${id} did before it failed is not known: it may have committed a part.`
  return done === 0
    ? `No statement of ${id} was completed; the next run begins with the first.`
    : `${stay}The next run goes on with statement ${done + 1}.`
}

/** A failed CREATE INDEX CONCURRENTLY leaves an invalid index, which slows every write until it goes. */
async function sayLeftBehind(session: Session, statement: Statement | undefined): Promise<string> {
  if (statement === undefined) return ''
  try {
    const found = await inspectStatement(session, statement)
    if (found.kind !== 'redo' || found.invalid === undefined) return ''
    return ` It left the invalid index ${oneLine(found.invalid.name)}, which the next run drops first.`
  } catch {
    return ''
  }
}
