import type { Locating } from './check/locate/locate.ts'
import { asFault } from './faults.ts'
import type { DatabaseRun } from './plan.ts'
import type { Reporter } from './report/reporter.ts'

/** A run whose database was asked. */
export type PlannedRun = DatabaseRun & Required<Pick<DatabaseRun, 'engine' | 'plan'>>

/** What `locate` says beyond a plan: which revision the schema really is. Writes nothing. */
export async function locateDatabases(
  runs: readonly DatabaseRun[],
  locate: (run: PlannedRun) => Promise<Locating>,
  reporter: Reporter,
): Promise<void> {
  for (const run of runs) {
    if (run.fault !== undefined || run.plan === undefined || run.engine === undefined) continue
    try {
      const { located, fault } = await locate(run as PlannedRun)
      run.located = located
      if (fault !== undefined) run.fault = fault
      reporter({ kind: 'located', database: run.settings.name, located })
    } catch (error) {
      run.fault = asFault(error)
    }
  }
}
