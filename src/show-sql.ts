import { asFault } from './faults.ts'
import type { DatabaseRun } from './plan.ts'
import type { Reporter } from './report/reporter.ts'

/** What `plan` says beyond the list: the SQL of what is pending. Where nothing is, nothing is started for it. */
export async function showPendingSql(
  runs: readonly DatabaseRun[],
  reporter: Reporter,
  signal: AbortSignal,
): Promise<void> {
  for (const run of runs) {
    if (run.fault !== undefined || run.plan === undefined || run.plan.pending.length === 0) continue
    try {
      const sql = await run.engine?.showSql?.(signal)
      if (sql === undefined) continue
      run.sql = sql
      reporter({ kind: 'sql', database: run.settings.name, sql, revisions: run.plan.pending })
    } catch (error) {
      run.fault = asFault(error)
    }
  }
}
