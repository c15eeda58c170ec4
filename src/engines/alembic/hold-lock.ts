import type { QualifiedName } from '../../database/identifiers.ts'
import { lockKey, takeLock } from '../../database/lock.ts'
import type { Session } from '../../database/session.ts'

export interface HoldOptions {
  database: string
  history: QualifiedName
  /** For messages: host, port and database. */
  where: string
  waitMs: number
  waitText: string
  onWaiting: (holder: string, elapsedMs: number) => void
  signal: AbortSignal
  /** How often the connection is used; ten seconds unless told otherwise. */
  askEveryMs?: number
}

/** The gate lock, on a connection that does nothing else. */
export interface Held {
  /** Aborted when the connection is lost or silent, and with it the lock. */
  lost: AbortSignal
  /** Stops the questions that keep the connection alive; the lock goes with the session. */
  stop(): void
}

/** Firewalls and poolers forget a connection that is silent for some minutes. */
const usualMs = 10_000
/** So many questions without an answer, and nobody knows whether the lock is still ours. */
const mostUnanswered = 3

/**
 * Takes the gate lock on `session` and keeps its connection alive, in no transaction: an open one would hold back
 * every CREATE INDEX CONCURRENTLY of the child. Undefined when the signal came first. Throws GateError `lock-wait`.
 */
export async function holdLock(session: Session, options: HoldOptions): Promise<Held | undefined> {
  const { history, database, askEveryMs = usualMs, ...wait } = options
  const key = lockKey(database, `${history.schema}.${history.table}`)
  if (!(await takeLock(session, { key, ...wait }, async () => true))) return undefined
  const lost = new AbortController()
  const lose = (): void => {
    clearInterval(timer)
    lost.abort()
  }
  let unanswered = 0
  const ask = (): void => {
    if (unanswered === mostUnanswered) {
      lose()
      void session.close()
      return
    }
    unanswered++
    session.query('select 1').then(() => {
      unanswered = 0
    }, lose)
  }
  const timer = setInterval(ask, askEveryMs)
  session.ended.addEventListener('abort', lose, { once: true })
  if (session.ended.aborted) lose()
  const stop = () => {
    clearInterval(timer)
    session.ended.removeEventListener('abort', lose)
  }
  return { lost: lost.signal, stop }
}
