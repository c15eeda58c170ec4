import type { Changes } from './changes/changes.ts'
import type { Checked } from './check/check.ts'
import type { AppliedRow, Command, Fault, Plan } from './domain.ts'
import type { Applied, Engine, StampChange, Stamped } from './engines/engine.ts'
import { asFault } from './faults.ts'
import { notePlan } from './notes.ts'
import type { Reporter } from './report/reporter.ts'
import type { DatabaseSettings } from './settings/settings.ts'

/** What the gate knows of one database, filled stage by stage. */
export interface DatabaseRun {
  settings: DatabaseSettings
  /** `sql`, `alembic` or `command`; empty until it is chosen. */
  engineName: string
  engine?: Engine
  plan?: Plan
  /** The newest rows of the history; only of `current`. */
  recent?: AppliedRow[]
  /** Only of `check`. */
  checked?: Checked
  applied?: Applied
  /** What `stamp` would change, as read before it writes. */
  wouldStamp?: StampChange | undefined
  stamped?: Stamped | undefined
  fault?: Fault
}

/**
 * Stage 3: what would run, from files and database. Every database is planned before any is changed. A fault stays
 * with its database.
 */
export async function makePlans(
  runs: readonly DatabaseRun[],
  openEngine: (run: DatabaseRun) => Promise<Engine>,
  changes: Changes,
  command: Command,
  reporter: Reporter,
): Promise<void> {
  for (const run of runs) {
    const database = run.settings.name
    if (run.fault !== undefined) continue
    try {
      run.engine = await openEngine(run)
      run.plan = await run.engine.plan()
      reporter({ kind: 'plan', database, plan: run.plan })
      for (const note of notePlan(database, run.plan, changes.changeSet, command))
        reporter({ kind: 'note', note })
    } catch (error) {
      run.fault = asFault(error)
    }
  }
}

/** What is in the way of writing: the database's own fault, or the first problem that nobody allowed. */
export function findObstacle(run: DatabaseRun): Fault | undefined {
  return run.fault ?? run.plan?.problems.find(problem => !problem.allowed)?.fault
}
