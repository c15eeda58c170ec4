import { makeFault } from '../../catalogue/catalogue.ts'
import type { Fault, Outcome } from '../../domain.ts'
import { count } from '../../text.ts'
import type { Applied, Observer } from '../engine.ts'
import type { ChildEnd } from './child/run.ts'
import { outcomesOf, type Watch } from './outcomes.ts'
import { revisionOf, type Survey } from './survey.ts'

/** What a run of Alembic is judged by. */
export interface Run {
  /** Under the lock, before. */
  before: Survey
  watch: Watch
  end: ChildEnd
  /** Read again after its end; undefined when the database did not answer. */
  after: Survey | undefined
  /** Why it ended, in our words; undefined when it ended well. */
  fault: Fault | undefined
  remarks: string[]
}

/**
 * Holds what was seen against what the database says now. The database decides: what is not in the version table was
 * not applied, whatever Alembic's log or its exit code said. Pure.
 */
export function judgeRun(run: Run, now: number): Applied {
  const { before, after, watch, remarks } = run
  const applied = after?.applied ?? new Set<string>()
  const lost = before.pending.filter(script => !applied.has(script.id))
  const fault = run.fault ?? (after === undefined ? undefined : uncommitted(before, after, lost.length))
  const outcomes = outcomesOf(before.pending, watch, { applied, failed: run.fault !== undefined, now })
  if (fault !== undefined) {
    fault.state = sayState(run, outcomes)
    const failed = outcomes.find(outcome => outcome.result === 'failed')
    if (failed !== undefined) failed.fault = fault
  }
  return {
    plan: before.plan,
    outcomes,
    ...(fault === undefined ? {} : { fault }),
    ...(after === undefined ? {} : { after: { current: after.plan.current, unfinished: [] } }),
    ...(remarks.length === 0 ? {} : { remarks }),
  }
}

/** Alembic said that all is well, and the version table does not have it. */
function uncommitted(before: Survey, after: Survey, lost: number): Fault | undefined {
  if (lost === 0) return undefined
  const { schema, table } = after.state.history
  const ids = before.pending.filter(script => !after.applied.has(script.id)).map(script => script.id)
  return makeFault(
    'alembic-uncommitted',
    { ids: ids.slice(0, 10).join(', '), table: `${schema}.${table}` },
    { next: [{ command: 'plan' }] },
  )
}

/** What the database holds now, in sentences that were read from it. */
function sayState({ before, after, watch }: Run, outcomes: readonly Outcome[]): string {
  if (after === undefined) return 'The database could not be asked again: what was committed is not known.'
  const { current } = after.plan
  const at =
    current.length === 0 ? 'the database holds no revision' : `the database is at ${current.join(', ')}`
  const kept = outcomes.filter(outcome => outcome.result === 'applied')
  const undone = outcomes.filter(
    outcome => watch.seen.has(outcome.revision.id) && outcome.result !== 'applied',
  )
  const half = undone.filter(outcome => watch.seen.get(outcome.revision.id)?.autocommit === true)
  if (half.length > 0) {
    const ids = half.map(outcome => outcome.revision.id).join(', ')
    return `${ids} is half applied: what it did in its autocommit_block and before stays in the database, though the version table does not have it; ${at}.`
  }
  const same = sameRows(before.plan.current, current) ? ', as before' : ''
  if (kept.length > 0) return `${count(kept.length, 'revision')} of this run stay applied: ${at}${same}.`
  if (undone.length === 0) return `No revision was begun: ${at}${same}.`
  const which =
    undone.length === 1 ? `${undone[0]?.revision.id} was` : `All ${undone.length} revisions of this run were`
  return `${which} rolled back: ${at}${same}.`
}

function sameRows(before: readonly string[], after: readonly string[]): boolean {
  return before.join('\n') === after.join('\n')
}

/** Tells the observer what it may only be told now: Alembic says when a revision begins, and never that it is committed. */
export function tellOutcomes(applied: Applied, observer: Observer): void {
  for (const outcome of applied.outcomes) if (outcome.result !== 'skipped') observer.ended(outcome)
}

/** Shows the start of a revision as the plan counts it. */
export function tellStart(id: string, { pending }: Survey, observer: Observer): void {
  const index = pending.findIndex(script => script.id === id)
  const script = pending[index]
  if (script !== undefined) observer.started(revisionOf(script), index + 1, pending.length)
}
