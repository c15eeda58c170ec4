import { asFault } from './faults.ts'
import type { DatabaseRun } from './plan.ts'
import type { Reporter } from './report/reporter.ts'

/** What `history` says beyond a plan: every revision, and how it stands. Takes no lock and writes nothing. */
export async function readHistories(runs: readonly DatabaseRun[], reporter: Reporter): Promise<void> {
  for (const run of runs) {
    if (run.fault !== undefined || run.plan === undefined) continue
    try {
      const lines = await run.engine?.readHistory?.()
      if (lines === undefined) continue
      run.history = lines
      reporter({ kind: 'history', database: run.settings.name, lines })
    } catch (error) {
      run.fault = asFault(error)
    }
  }
}
