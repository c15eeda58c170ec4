import { observe } from './apply.ts'
import { gateError } from './catalogue/catalogue.ts'
import { asFault } from './faults.ts'
import type { DatabaseRun } from './plan.ts'
import type { Reporter } from './report/reporter.ts'

/** Rows that go out of a history: their revisions are pending again afterwards. */
export interface Removal {
  ids: readonly string[]
  database: string
  host: string
  /** Of a `downgrade`, whose ways down run: what of them takes rows away. Absent of a `stamp`, which runs nothing. */
  losses?: readonly string[]
}

/** Asks a person. `nobody`: there is none to be asked. */
export type Agree = (removal: Removal) => Promise<'yes' | 'no' | 'nobody'>

/** What a stamp or a downgrade is told to do. */
export interface StampOrder {
  revision: string
  /** Only say what would be done. */
  dryRun: boolean
  /** Undefined: whoever started this has agreed already. */
  agree: Agree | undefined
}

/** Stage 4 of `stamp`: what it would do to each database is known and agreed before any is written. */
export async function stampDatabases(
  runs: readonly DatabaseRun[],
  order: StampOrder,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<void> {
  for (const run of runs) {
    if (!(await attempt(run, () => preview(run, order)))) return
  }
  if (order.dryRun) return
  for (const run of runs) {
    if (!(await attempt(run, () => write(run, order, reporter, signal)))) return
  }
}

async function preview(run: DatabaseRun, { revision, dryRun, agree }: StampOrder): Promise<void> {
  run.wouldStamp = await run.engine?.previewStamp?.(revision)
  if (run.wouldStamp === undefined && dryRun) {
    const what = `\`stamp --dry-run\` with the engine \`${run.engineName}\``
    throw gateError('not-built', { what, built: '`plan`, which writes nothing either' })
  }
  const { applied = [], current = [] } = run.plan ?? {}
  // What a run left half done was never a part of what the history says; a row without a file is.
  const removed = (run.wouldStamp?.removed ?? []).filter(id => applied.includes(id) || current.includes(id))
  if (dryRun || agree === undefined || removed.length === 0) return
  const { database = '', host = '' } = run.plan?.server ?? {}
  const why = await agree({ ids: removed, database, host })
  if (why !== 'yes') throw gateError('stamp-removes', { ids: removed.join(', '), database, host, why })
}

async function write(
  run: DatabaseRun,
  { revision, agree }: StampOrder,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<void> {
  const agreed = agree === undefined ? undefined : run.wouldStamp?.removed
  run.stamped = await run.engine?.stamp(revision, observe(run, reporter), signal, agreed)
}

/** Does a part of the work on one database; false when it failed, or had before. */
export async function attempt(run: DatabaseRun, work: () => Promise<void>): Promise<boolean> {
  if (run.fault !== undefined || run.engine === undefined) return false
  try {
    await work()
    return true
  } catch (error) {
    run.fault = asFault(error)
    return false
  }
}
