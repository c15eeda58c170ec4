import { asFault } from './faults.ts'
import type { DatabaseRun } from './plan.ts'
import type { Reporter } from './report/reporter.ts'

/** How far back `current` looks. */
const most = 5

/** What `current` says beyond a plan: which revisions came last, when, by whom and from which commit. */
export async function readRecentRows(runs: readonly DatabaseRun[], reporter: Reporter): Promise<void> {
  for (const run of runs) {
    if (run.fault !== undefined || run.plan === undefined) continue
    try {
      const rows = await run.engine?.recent?.(most)
      if (rows === undefined) continue
      run.recent = rows
      reporter({ kind: 'recent', database: run.settings.name, rows })
    } catch (error) {
      run.fault = asFault(error)
    }
  }
}
