import type { QualifiedName } from '../../database/identifiers.ts'
import type { Session } from '../../database/session.ts'
import type { Fault, Outcome, OutcomeResult } from '../../domain.ts'
import type { Observer } from '../engine.ts'
import type { Author } from './history.ts'
import type { SqlRevision } from './revisions.ts'
import type { Statement } from './statements.ts'

/** What running one revision needs. */
export interface RunContext {
  session: Session
  history: QualifiedName
  author: Author
  lockTimeoutMs: number
  statementTimeoutMs: number
  observer: Observer
  signal: AbortSignal
  /** For messages: host, port and database. */
  where: string
  /** Advisory lock key of this database and history table. */
  lockKey: string
  /** When the session's backend began, to tell it from a later one with its pid. */
  backendStarted: string
  /** Ids that the history held before the run. */
  appliedBefore: readonly string[]
  /** Ids of the newest applied revision, for sentences about where the database stands. */
  current: string
}

/** A pending revision with its statements, ready to run. */
export interface Ready {
  revision: SqlRevision
  statements: Statement[]
  /** Statements already done by a run that ended early; `transaction:false` only. */
  done: number
  /** The history has a row of an unfinished run. */
  recorded: boolean
}

/** An outcome in the making: the clock runs from here to `ends`. */
export function beginOutcome(revision: SqlRevision): {
  did: string[]
  ends: (result: OutcomeResult, fault?: Fault) => Outcome
} {
  const began = performance.now()
  const did: string[] = []
  const { id, name, path } = revision
  return {
    did,
    ends: (result, fault) => ({
      revision: { id, name, path },
      result,
      durationMs: Math.round(performance.now() - began),
      did,
      ...(fault === undefined ? {} : { fault }),
    }),
  }
}

const sayAfterMs = 10_000

/** Runs `work`, and says every ten seconds which statement it still is. */
export async function saying<Value>(
  context: RunContext,
  revision: SqlRevision,
  headline: () => string,
  work: () => Promise<Value>,
): Promise<Value> {
  const began = Date.now()
  const timer = setInterval(
    () => context.observer.running(revision, headline(), Date.now() - began),
    sayAfterMs,
  )
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}

/** The end of a run that was told to stop: the statement that runs is cancelled, again until it has ended. */
export async function cancellable<Value>(context: RunContext, work: () => Promise<Value>): Promise<Value> {
  const { session, signal } = context
  let timer: NodeJS.Timeout | undefined
  const cancel = (): void => {
    void session.cancel()
    timer = setInterval(() => void session.cancel(), 500)
  }
  if (signal.aborted) cancel()
  signal.addEventListener('abort', cancel)
  try {
    return await work()
  } finally {
    signal.removeEventListener('abort', cancel)
    clearInterval(timer)
  }
}

/**
 * Ends what a revision may have left in its session: role, settings, prepared statements, temporary tables. It is
 * DISCARD ALL without the part that would give up the gate lock.
 */
export const freshSession =
  'close all; set session authorization default; reset all; deallocate all; unlisten *; discard temp; discard sequences'
