import { observe } from './apply.ts'
import { gateError } from './catalogue/catalogue.ts'
import type { Observer } from './engines/engine.ts'
import type { DatabaseRun } from './plan.ts'
import type { Reporter } from './report/reporter.ts'
import { attempt, type StampOrder } from './stamp.ts'

/**
 * Stage 4 of `downgrade`: what it takes back in each database, and what goes with it, is said and agreed before any is
 * changed.
 */
export async function downgradeDatabases(
  runs: readonly DatabaseRun[],
  order: StampOrder,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<void> {
  for (const run of runs) {
    if (!(await attempt(run, () => preview(run, order, reporter, signal)))) return
  }
  if (order.dryRun) return
  for (const run of runs) {
    if (run.descent?.revisions.length === 0) continue
    if (!(await attempt(run, () => takeBack(run, order, reporter, signal)))) return
    if (run.applied?.fault !== undefined) return
  }
}

async function preview(
  run: DatabaseRun,
  { revision, dryRun, agree }: StampOrder,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<void> {
  const descent = await run.engine?.previewDowngrade?.(revision, signal)
  if (descent === undefined) {
    const what = `\`downgrade\` with the engine \`${run.engineName}\``
    throw gateError('not-built', { what, built: '`downgrade` with the engines `sql` and `alembic`' })
  }
  run.descent = descent
  reporter({ kind: 'descent', database: run.settings.name, descent, dryRun })
  if (dryRun || agree === undefined || descent.revisions.length === 0) return
  const { database = '', host = '' } = run.plan?.server ?? {}
  const ids = descent.revisions.map(({ id }) => id)
  const losses = descent.sql.revisions.flatMap(one => one.losses)
  const why = await agree({ ids, database, host, losses })
  if (why === 'yes') return
  throw gateError('downgrade-asks', { ids: ids.join(', '), database, host, losses: losses.slice(0, 20), why })
}

async function takeBack(
  run: DatabaseRun,
  { revision, agree }: StampOrder,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<void> {
  const agreed = agree === undefined ? undefined : run.descent?.revisions.map(({ id }) => id)
  const database = run.settings.name
  const observer: Observer = {
    ...observe(run, reporter),
    started: (revision, index, total) =>
      reporter({ kind: 'started', database, revision, index, total, down: true }),
  }
  const applied = await run.engine?.downgrade?.(revision, observer, signal, agreed)
  if (applied === undefined) return
  run.applied = applied
  const { outcomes, remarks = [] } = applied
  const gone = outcomes.filter(({ result }) => result === 'downgraded').map(one => one.revision.id)
  const warnings = gone.length === 0 ? remarks : [...remarks, sayAgain(gone)]
  for (const text of warnings) reporter({ kind: 'note', note: { kind: 'warning', text, database } })
}

/** The files are still there: whoever deploys next applies them once more. */
function sayAgain(gone: readonly string[]): string {
  const which = gone.length <= 5 ? [...gone].reverse().join(', ') : `all ${gone.length} of them`
  return `The next upgrade runs ${which} again: mend or remove ${gone.length === 1 ? 'its file' : 'their files'} before you deploy.`
}
