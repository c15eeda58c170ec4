import { DatabaseError, type Session } from '../../database/session.ts'
import type { Outcome } from '../../domain.ts'
import { checksumOf } from './checksum.ts'
import { beginOutcome, cancellable, freshSession, type Ready, type RunContext, saying } from './context.ts'
import { describeStatement, headline } from './describe.ts'
import { interruptedFault, statementFault } from './failure.ts'
import { trackProgress } from './history.ts'
import { isConcurrently } from './transactions.ts'

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
  const progress = trackProgress(records, context.history, entry, context.author)
  let done = ready.done
  await progress.begin()
  if (done > 0) await progress.statementEnds(done)
  try {
    await cancellable(context, async () => {
      for (const statement of statements.slice(ready.done)) {
        if (context.signal.aborted)
          throw new DatabaseError({ message: 'interrupted before it began', code: '57014' })
        await progress.statementBegins(checksumOf(statement.text))
        // Where a CONCURRENTLY form gives up waiting for a lock, it leaves an invalid index: no limit for these.
        const lockTimeout = isConcurrently(statement) ? 0 : context.lockTimeoutMs
        await session.run(
          `set lock_timeout = ${lockTimeout}; set statement_timeout = ${context.statementTimeoutMs}`,
        )
        const results = await saying(
          context,
          revision,
          () => headline(statement),
          () => session.run(statement.text),
        )
        done++
        await progress.statementEnds(done)
        outcome.did.push(describeStatement(statement, results.at(-1) ?? { command: '', count: null }))
      }
    })
    await progress.finish(performance.now() - began)
    await session.run(freshSession)
    return outcome.ends('applied')
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    if (!error.lost) await progress.statementFailed().catch(() => undefined)
    await session.run(freshSession).catch(() => undefined)
    const statement = statements[done] ?? statements.at(-1)
    const state = error.lost ? '' : stateAfter(revision.id, done, statements.length)
    if (statement === undefined || context.signal.aborted)
      return outcome.ends('failed', interruptedFault(revision, state))
    const at = { revision, statement, number: done + 1, total: statements.length }
    return outcome.ends('failed', statementFault(error, at, state))
  }
}

function stateAfter(id: string, done: number, total: number): string {
  if (done === 0) return `Nothing of ${id} took effect: its first statement failed.`
  const which = done === 1 ? 'Statement 1' : `Statements 1 to ${done}`
  return `${which} of ${total} took effect and stay; the next run goes on with statement ${done + 1}.`
}
