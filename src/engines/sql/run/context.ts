import type { Blockers } from '../../../database/blockers.ts'
import type { QualifiedName } from '../../../database/identifiers.ts'
import type { Session } from '../../../database/session.ts'
import type { Fault, Outcome, OutcomeResult, Revision } from '../../../domain.ts'
import type { Observer } from '../../engine.ts'
import { type StatementWatch, watchStatement } from '../../watch-statement.ts'
import type { Author } from '../history/history.ts'
import type { SqlRevision } from '../revisions.ts'
import type { Statement } from '../text/statements.ts'

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
  /** All revisions of the folder, for sentences about what makes what. */
  files: readonly SqlRevision[]
  /** Ids that the history held before the run. */
  appliedBefore: readonly string[]
  /** Tells that a revision's turn has come. */
  started: (revision: Revision) => void
  /** Asked while a statement waits. */
  blockers: Blockers
  /** Ids of the newest applied revision, for sentences about where the database stands. */
  current: string
  /** The session is known to refuse what is written outside of the gate's transactions. */
  fenced: boolean
  /** Called when the last message of the run is on its way: what is sent now is answered after its COMMIT. */
  allSent: () => void
}

/** A pending revision with its statements, ready to run; or one that is taken back, with its way down in the place of its way up. */
export interface Ready {
  revision: SqlRevision
  statements: Statement[]
  /** Statements already done by a run that ended early; `transaction:false` only. */
  done: number
  /** The history has a row of an unfinished run. */
  recorded: boolean
  /** Of a way down: the row that goes with it, as the history spells it, and where the database stands then. */
  removes?: { row: string; leaves: string }
}

/** What a revision came to when all of it is committed. */
export function doneOf({ removes }: Ready): OutcomeResult {
  return removes === undefined ? 'applied' : 'downgraded'
}

/** Where the database stands when all of it is committed; empty: at no revision. */
export function standAfter({ revision, removes }: Ready): string {
  return removes === undefined ? revision.id : removes.leaves
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

/** Watches what the session of a run does; `revision` is asked whose turn it is when something is told. */
export function watchSession(context: RunContext, revision: () => SqlRevision | undefined): StatementWatch {
  const { session, blockers, lockTimeoutMs, observer } = context
  return watchStatement({
    pids: () => [session.pid],
    blockers,
    lockTimeoutMs,
    tell: (statement, elapsedMs, blocked) => {
      const one = revision()
      if (one !== undefined) observer.running(one, statement, elapsedMs, blocked)
    },
  })
}
