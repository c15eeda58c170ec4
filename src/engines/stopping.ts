/** What a signal does to the sessions of a run: it cancels, waits a little, and gives up. */
import { DatabaseError, type Session } from '../database/session.ts'
import { soonAfter } from '../sleep.ts'

/** What runs, and what ends it. */
interface Stoppable {
  session: Session
  signal: AbortSignal
}

const cancelEveryMs = 500
/** From the signal on, how long a session may take to end what it does, and then a question to be answered. */
const endsWithinMs = 2_000
const answersWithinMs = 1_200

/**
 * From now on a signal cancels what the session runs, again every half second. Call what it returns when there is
 * nothing more to cancel: it resolves when no cancellation is under way that could hit what comes next.
 */
export function cancelOnAbort({ session, signal }: Stoppable): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let last = Promise.resolve()
  const cancel = (): void => {
    last = Promise.all([last, session.cancel()]).then(() => undefined)
  }
  const begin = (): void => {
    cancel()
    timer = setInterval(cancel, cancelEveryMs)
  }
  if (signal.aborted) begin()
  else signal.addEventListener('abort', begin, { once: true })
  return () => {
    signal.removeEventListener('abort', begin)
    clearInterval(timer)
    // Of a session that has ended nothing is left to be hit, and what was to cancel it may never get through.
    return signal.aborted ? Promise.race([last, endOf(session)]) : last
  }
}

function endOf({ ended }: Session): Promise<void> {
  return new Promise(resolve => {
    if (ended.aborted) resolve()
    else ended.addEventListener('abort', () => resolve(), { once: true })
  })
}

/** Over a way that has gone silent nothing is ever answered: some time after the signal the session is given up. */
export function giveUpAfter(session: Session, signal: AbortSignal): void {
  const giveUp = (): void => {
    setTimeout(() => session.hangUp(), endsWithinMs).unref()
  }
  if (signal.aborted) giveUp()
  else {
    signal.addEventListener('abort', giveUp, { once: true })
    session.ended.addEventListener('abort', () => signal.removeEventListener('abort', giveUp))
  }
}

/** What is asked of the database; once the signal came, not for long. Throws DatabaseError, as for a lost connection. */
export function askSoon<Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> {
  const late = () => new DatabaseError({ message: 'there was no answer in time', lost: true })
  return soonAfter(signal, answersWithinMs, work, late)
}
