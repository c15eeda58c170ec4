import type { FollowUp, FollowUps } from './after/follow-up.ts'
import { listFollowUps, noteFollowUps } from './after/list.ts'
import { withFollowUps } from './after/plan.ts'
import type { AppliedRow, Descent, HistoryLine, PlannedSql } from './by-hand.ts'
import type { Changes } from './changes/changes.ts'
import type { Checked } from './check/check.ts'
import type { Command, Fault, Plan } from './domain.ts'
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
  /** Every revision and how it stands; only of `history`. */
  history?: HistoryLine[]
  /** The SQL of what is pending; only of `plan`. */
  sql?: PlannedSql
  /** What `downgrade` takes back, as read before it does. */
  descent?: Descent
  /** Only of `check`. */
  checked?: Checked
  applied?: Applied
  /** What follows its revisions, and what became of it; only of commands that plan an upgrade. */
  followUps?: FollowUps
  followed?: FollowUp[]
  /** What `stamp` would change, as read before it writes. */
  wouldStamp?: StampChange | undefined
  stamped?: Stamped | undefined
  fault?: Fault
}

/** One whose revisions are followed by something. */
export type FollowedRun = DatabaseRun & { followUps: FollowUps }

/** While git is asked what changed, the first database is on its way; one that cannot be opened is told in its turn. */
export async function beginToConnect(
  [first]: readonly DatabaseRun[],
  openEngine: (run: DatabaseRun) => Promise<Engine>,
): Promise<void> {
  if (first === undefined || first.fault !== undefined) return
  try {
    first.engine = await openEngine(first)
    first.engine.beginToConnect?.()
  } catch {
    // Opened again when it is its turn: that tells why it cannot be.
  }
}

/**
 * Stage 3: what would run, from files and database. Every database is planned before any is changed. A fault stays
 * with its database.
 */
export async function makePlans(
  runs: readonly DatabaseRun[],
  openEngine: (run: DatabaseRun) => Promise<Engine>,
  readFollowUps: (run: DatabaseRun) => FollowUps,
  changes: Changes,
  command: Command,
  reporter: Reporter,
): Promise<void> {
  for (const run of runs) {
    const database = run.settings.name
    if (run.fault !== undefined) continue
    try {
      run.engine ??= await openEngine(run)
      if (plansUpgrade.includes(command)) run.followUps = readFollowUps(run)
      run.plan = withFollowUps(await run.engine.plan(), run.followUps)
      reporter({ kind: 'plan', database, plan: run.plan })
      const notes = notePlan(database, run.plan, changes.changeSet, command)
      for (const note of [...notes, ...noteFollowUps(database, run.followUps)])
        reporter({ kind: 'note', note })
    } catch (error) {
      run.fault = asFault(error)
    }
  }
}

/** Commands that upgrade, or say what that would do. */
const plansUpgrade: readonly Command[] = ['upgrade', 'plan', 'current']

/** Whether an upgrade has something to do though no revision is pending. */
export function hasFollowUps(run: DatabaseRun): run is FollowedRun {
  const { followUps } = run
  return followUps !== undefined && listFollowUps(followUps).length > 0
}

/** What is in the way of writing: the database's own fault, or the first problem that nobody allowed. */
export function findObstacle(run: DatabaseRun): Fault | undefined {
  return run.fault ?? run.plan?.problems.find(problem => !problem.allowed)?.fault
}
