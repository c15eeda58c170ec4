import { makeFault } from '../../../catalogue/catalogue.ts'
import { saySessions } from '../../../database/sessions.ts'
import { sleep } from '../../../sleep.ts'
import { stuckFault } from '../../stuck.ts'
import { countTries, mostTries } from '../../tries.ts'
import { type Ready, type RunContext, standAfter } from './context.ts'
import { type Answered, runTransactions } from './run-transactions.ts'

/**
 * Runs revisions as `runTransactions` does, and one that was kept from a lock once more after a pause, with those
 * behind it: all of it was rolled back, and the server has refused what was sent ahead. Each revision has attempts
 * of its own. A signal ends the pause.
 */
export async function* retryTransactions(
  ready: readonly Ready[],
  context: RunContext,
): AsyncGenerator<Answered> {
  const { lockTimeoutMs, observer, signal } = context
  let { current, fenced } = context
  let tries = countTries(mostTries.revision)
  for (let at = 0, again = true; again; ) {
    again = false
    for await (const answered of runTransactions(ready.slice(at), { ...context, current, fenced })) {
      const { stuck, outcome } = answered
      const { revision, fault } = outcome
      if (stuck === undefined || fault === undefined || fault.id === 'interrupted') {
        yield answered
        current = standAfter(ready[at] as Ready)
        tries = countTries(mostTries.revision)
        at++
        continue
      }
      // What it left in the session was ended, and this with it.
      fenced = false
      const pauseMs = tries.fail(lockTimeoutMs)
      if (pauseMs === undefined) {
        yield withFault(answered, stuckFault(fault, revision, stuck, tries, lockTimeoutMs))
        return
      }
      const { code, seen } = stuck
      const attempt = tries.failed + 1
      const retry = { code, attempt, most: mostTries.revision, pauseMs, blocked: saySessions(seen) }
      observer.retrying(revision, retry)
      await sleep(pauseMs, signal)
      again = !signal.aborted
      if (!again) {
        const { id, name } = revision
        yield withFault(answered, { ...fault, ...makeFault('interrupted-pause', { id, name }) })
      }
    }
  }
}

function withFault(
  { outcome, unanswered }: Answered,
  fault: NonNullable<Answered['outcome']['fault']>,
): Answered {
  return { outcome: { ...outcome, fault }, unanswered }
}
