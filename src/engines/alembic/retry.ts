import { makeFault } from '../../catalogue/catalogue.ts'
import { saySessions } from '../../database/sessions.ts'
import type { Outcome, Revision } from '../../domain.ts'
import { sleep } from '../../sleep.ts'
import type { Applied, Observer } from '../engine.ts'
import { stuckFault } from '../stuck.ts'
import { countTries, isLockFailure, mostTries } from '../tries.ts'
import type { Survey } from './survey.ts'
import type { Watched } from './watch-child.ts'

/** One run of Alembic, and what became of it. */
export interface Attempt {
  judged: Applied
  watched: Watched
  /** Read again after its end; undefined when the database did not answer. */
  after: Survey | undefined
  /** The server works for it no more. */
  settled: boolean
}

export interface RetryOptions {
  /** As Alembic is told it. */
  target: string
  lockTimeoutMs: number
  observer: Observer
  signal: AbortSignal
}

/**
 * Starts Alembic again where others kept it from a lock. It goes on from its version table, so what was committed of an
 * attempt stays and is told with the rest. Whatever may have left something half done is not tried again.
 */
export async function retryAttempts(
  before: Survey,
  attempt: (from: Survey) => Promise<Attempt>,
  { target, lockTimeoutMs, observer, signal }: RetryOptions,
): Promise<Applied> {
  const tries = countTries(mostTries.alembic)
  const kept: Outcome[] = []
  for (let from = before; ; ) {
    const done = await attempt(from)
    const { judged, watched, after } = done
    const { fault } = judged
    const joined = { ...judged, plan: kept.length === 0 ? judged.plan : before.plan }
    const ended = (outcomes: Outcome[]) => ({ ...joined, outcomes: [...kept, ...outcomes] })
    if (fault === undefined || !isLockFailure(fault.server?.code)) return ended(judged.outcomes)
    const stuck = watched.stuck ?? { code: fault.server?.code ?? '', at: 'its beginning', seen: [] }
    const revision = failedOf(judged, watched)
    const pauseMs = tries.fail(lockTimeoutMs)
    const giveUp = (given: typeof fault): Applied => ({ ...ended(withFault(judged, given)), fault: given })
    const staying = judged.outcomes.filter(outcome => outcome.result === 'applied')
    // It counts from the rows, also behind a label.
    const relative = /^(?:.+?@)?\+\d/.test(target) && staying.length > 0
    if (pauseMs === undefined || after === undefined || relative || !mayRepeat(done))
      return giveUp(stuckFault(fault, revision, stuck, tries, lockTimeoutMs))
    const { code, seen } = stuck
    const attemptNumber = tries.failed + 1
    observer.retrying(revision, {
      code,
      attempt: attemptNumber,
      most: mostTries.alembic,
      pauseMs,
      blocked: saySessions(seen),
    })
    await sleep(pauseMs, signal)
    if (signal.aborted) {
      const { id, name } = revision
      return giveUp({ ...fault, ...makeFault('interrupted-pause', { id, name }) })
    }
    kept.push(...staying)
    from = after
  }
}

/** Everything that is not in the version table was rolled back, and nothing of it works on. */
function mayRepeat({ watched, after, settled }: Attempt): boolean {
  const torn = [...watched.watch.seen].some(([id, one]) => one.autocommit && after?.applied.has(id) !== true)
  return settled && watched.end.code !== 0 && watched.atomic && !torn
}

/** The revision that failed, or Alembic itself before any. */
function failedOf({ outcomes }: Applied, { failure }: Watched): Revision {
  const failed = outcomes.find(({ revision }) => revision.id === failure?.revision)
  return failed?.revision ?? { id: 'Alembic', name: '', path: '' }
}

function withFault({ outcomes }: Applied, fault: NonNullable<Applied['fault']>): Outcome[] {
  return outcomes.map(outcome => (outcome.fault === undefined ? outcome : { ...outcome, fault }))
}
