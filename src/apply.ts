import type { Confirmed } from './after/confirm.ts'
import type { FollowUps } from './after/follow-up.ts'
import { findDisapproval, withFollowUps } from './after/plan.ts'
import { makeFault } from './catalogue/catalogue.ts'
import type { Fault, Plan } from './domain.ts'
import type { Applied, Engine, Judge, Observer } from './engines/engine.ts'
import { asFault } from './faults.ts'
import { type DatabaseRun, type FollowedRun, findObstacle, hasFollowUps } from './plan.ts'
import type { Reporter } from './report/reporter.ts'

/** What follows the revisions of a database. Neither throws. */
export interface Following {
  read: (run: DatabaseRun) => FollowUps
  run: (run: FollowedRun, engine: Engine, applied: Applied, signal: AbortSignal) => Promise<Confirmed>
}

/**
 * Stage 4 of `upgrade`: the databases in their order, each with what follows its revisions, until one fails. Where
 * anything is in the way of any of them, none is changed.
 */
export async function applyPlans(
  runs: readonly DatabaseRun[],
  following: Following,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<void> {
  for (const run of runs) {
    const disapproval = run.plan && findDisapproval(run.plan, run.settings.approvedPlan)
    if (disapproval !== undefined) run.fault ??= disapproval
  }
  if (runs.some(run => findObstacle(run) !== undefined)) return
  for (const run of runs) {
    const { engine, plan } = run
    if (engine === undefined || plan === undefined) continue
    if (plan.pending.length === 0 && !hasFollowUps(run)) continue
    try {
      const applied = await engine.apply(observe(run, reporter), signal, judgeOf(run))
      run.applied = { ...applied, plan: withFollowUps(applied.plan, run.followUps) }
      const database = run.settings.name
      for (const text of [...sayMeanwhile(plan, applied.plan), ...(applied.remarks ?? [])])
        reporter({ kind: 'note', note: { kind: 'warning', text, database } })
      if (applied.fault !== undefined) return
      const followed = hasFollowUps(run) ? await following.run(run, engine, run.applied, signal) : undefined
      if (followed === undefined && applied.after === undefined) {
        run.fault = makeFault('stand-unread', {}, { next: [{ command: 'current' }] })
        return
      }
      if (followed === undefined) continue
      run.followed = followed.followUps
      if (followed.stand !== undefined) run.applied = { ...run.applied, after: followed.stand }
      if (followed.fault === undefined) continue
      run.fault = followed.fault
      return
    } catch (error) {
      run.fault = offerWait(asFault(error), run.settings.waitMs)
      return
    }
  }
}

const longWaitMs = 30 * 60_000

/** Whom another run kept waiting may wait longer. */
function offerWait(fault: Fault, waitMs: number): Fault {
  if (fault.id !== 'lock-wait') return fault
  const longer = waitMs < longWaitMs ? { with: { wait: '30m' } } : {}
  return { ...fault, next: [{ command: 'upgrade', ...longer }] }
}

/** What was said to apply now and is applied already: another run had the lock before this one. */
function sayMeanwhile(before: Plan, now: Plan): string[] {
  const done = before.pending.filter(({ id }) => now.applied.includes(id)).map(({ id }) => id)
  if (done.length === 0) return []
  const which = done.length <= 5 ? done.join(', ') : `${done.length} revisions`
  return [`Another run has applied ${which} while this one waited for the lock.`]
}

/** Asked under the lock: until then another run may have changed what there is to do. */
function judgeOf({ followUps, settings }: DatabaseRun): Judge {
  return plan => findDisapproval(withFollowUps(plan, followUps), settings.approvedPlan)
}

/** What an engine tells, as events of the run. */
export function observe(run: DatabaseRun, reporter: Reporter): Observer {
  const database = run.settings.name
  return {
    waiting: (holder, elapsedMs) => reporter({ kind: 'waiting', database, holder, elapsedMs }),
    working: (pid, startedAt) => reporter({ kind: 'working', database, pid, startedAt }),
    started: (revision, index, total) => reporter({ kind: 'started', database, revision, index, total }),
    running: (revision, statement, elapsedMs, blocked) =>
      reporter({ kind: 'running', database, revision, statement, elapsedMs, blocked }),
    retrying: (revision, retry) => reporter({ kind: 'retrying', database, revision, retry }),
    notice: (severity, message) => reporter({ kind: 'notice', database, severity, message }),
    ended: outcome => reporter({ kind: 'ended', database, outcome }),
  }
}
