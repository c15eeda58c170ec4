import type { Observer } from './engines/engine.ts'
import { asFault } from './faults.ts'
import { type DatabaseRun, findObstacle } from './plan.ts'
import type { Reporter } from './report/reporter.ts'

/**
 * Stage 4 of `upgrade`: the databases in their order, until one fails. Where anything is in the way of any of
 * them, none is changed.
 */
export async function applyPlans(
  runs: readonly DatabaseRun[],
  reporter: Reporter,
  signal: AbortSignal,
): Promise<void> {
  if (runs.some(run => findObstacle(run) !== undefined)) return
  for (const run of runs) {
    const { engine, plan } = run
    if (engine === undefined || plan === undefined) continue
    if (plan.pending.length === 0) continue
    try {
      run.applied = await engine.apply(observe(run, reporter), signal)
      const database = run.settings.name
      for (const text of run.applied.remarks ?? [])
        reporter({ kind: 'note', note: { kind: 'warning', text, database } })
      if (run.applied.fault !== undefined) return
    } catch (error) {
      run.fault = asFault(error)
      return
    }
  }
}

/** What an engine tells, as events of the run. */
export function observe(run: DatabaseRun, reporter: Reporter): Observer {
  const database = run.settings.name
  return {
    waiting: (holder, elapsedMs) => reporter({ kind: 'waiting', database, holder, elapsedMs }),
    working: (pid, startedAt) => reporter({ kind: 'working', database, pid, startedAt }),
    started: (revision, index, total) => reporter({ kind: 'started', database, revision, index, total }),
    running: (revision, statement, elapsedMs) =>
      reporter({ kind: 'running', database, revision, statement, elapsedMs }),
    notice: (severity, message) => reporter({ kind: 'notice', database, severity, message }),
    ended: outcome => reporter({ kind: 'ended', database, outcome }),
  }
}
