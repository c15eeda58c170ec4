import { makeFault } from '../../catalogue/catalogue.ts'
import { showTable } from '../../database/facts.ts'
import type { Fault, Outcome, Revision } from '../../domain.ts'
import type { Applied, Observer } from '../engine.ts'
import type { ChildEnd } from './child/run.ts'
import { placesElsewhere } from './elsewhere.ts'
import { outcomesOf, type Watch } from './outcomes.ts'
import { sayState } from './say-state.ts'
import { revisionOf, type Survey } from './survey.ts'

/** What a run of Alembic is judged by. */
export interface Run {
  /** Under the lock, before. */
  before: Survey
  watch: Watch
  /** Of Alembic's sessions. */
  databases: ReadonlySet<string>
  end: ChildEnd
  /** Read again after its end; undefined when the database did not answer. */
  after: Survey | undefined
  /** Why it ended, in our words; undefined when it ended well. */
  fault: Fault | undefined
  /** An exception that was seen, although it ended well: somebody has caught it. */
  caught: Fault | undefined
  remarks: string[]
}

/**
 * Holds what was seen against what the database says now. The database decides: what is not in the version table was
 * not applied, whatever Alembic's log or its exit code said. Pure.
 */
export function judgeRun(run: Run, now: number): Applied {
  const { before, after, watch } = run
  const lost = before.pending.filter(script => after?.applied.has(script.id) !== true).map(({ id }) => id)
  const found = run.fault ?? (lost.length === 0 ? undefined : whyLost(run, lost))
  const fault = found && { ...found }
  const elsewhere = placesElsewhere(run)
  const ending = { applied: after?.applied, failed: fault !== undefined, elsewhere: elsewhere !== '', now }
  const outcomes = outcomesOf(inOrder(run), watch, ending)
  const mine = outcomes.filter(outcome => outcome.result === 'applied')
  const remarks = [...run.remarks, ...remarksOf(run, outcomes)]
  const said = {
    ...(after === undefined ? {} : { after: { current: after.plan.current, unfinished: [] } }),
    ...(remarks.length === 0 ? {} : { remarks }),
  }
  // Somebody else did all of it: as if it had been done before we came.
  if (fault === undefined && after !== undefined && mine.length === 0)
    return { plan: after.plan, outcomes: [], ...said }
  if (fault === undefined) return { plan: before.plan, outcomes, ...said }
  fault.state = sayState(run, outcomes)
  const failed = outcomes.find(outcome => outcome.result === 'failed')
  if (failed !== undefined) failed.fault = fault
  return { plan: before.plan, outcomes, fault, ...said }
}

/** Alembic said that all is well, and the version table does not have it. */
function whyLost(run: Run, lost: string[]): Fault {
  const { before, after, watch, caught } = run
  const next = [{ command: 'plan' as const }]
  const ids = lost.slice(0, 10).join(', ')
  if (after === undefined) return makeFault('alembic-unread', { ids }, { next: [{ command: 'current' }] })
  if (caught !== undefined) return caught
  const elsewhere = placesElsewhere(run)
  const table = showTable((after ?? before).state.history)
  const { database } = before.state.server
  const stands = `${table} there does not have ${ids}`
  if (elsewhere !== '') return makeFault('alembic-elsewhere', { elsewhere, database, stands }, { next })
  const id = watch.hooked ? watch.current : undefined
  if (id !== undefined) return makeFault('alembic-left', { id, table }, { next })
  if (watch.hooked && watch.seen.size === 0) return makeFault('alembic-idle', { ids, table }, { next })
  return makeFault('alembic-uncommitted', { ids, table }, { next })
}

/** What was planned and what ran beside it: first what began, as it began, then what never did. */
function inOrder(run: Run): Revision[] {
  const began = new Map([...run.watch.seen.keys()].map((id, index) => [id, index]))
  const place = ({ id }: Revision) => began.get(id) ?? began.size
  return [...run.before.pending.map(revisionOf), ...unplanned(run)].sort((a, b) => place(a) - place(b))
}

/** What Alembic ran beside the plan, and the database did not have before. */
function unplanned(run: Run): Revision[] {
  const { before, watch } = run
  const known = new Set([...before.pending.map(({ id }) => id), ...(hasMoved(run) ? [] : before.applied)])
  return before.plan.revisions.filter(({ id }) => watch.seen.has(id) && !known.has(id))
}

function remarksOf({ before, after, watch, caught, fault }: Run, outcomes: readonly Outcome[]): string[] {
  const remarks: string[] = []
  if (caught !== undefined && fault === undefined && after !== undefined)
    remarks.push(
      'An exception was caught, and Alembic ended with exit code 0: let env.py raise it, or a run without the gate looks as if all were well.',
    )
  const theirs = outcomes.filter(
    ({ result, revision }) => result !== 'applied' && after?.applied.has(revision.id),
  )
  if (theirs.length > 0) {
    const ids = theirs.map(({ revision }) => revision.id).join(', ')
    remarks.push(
      `${ids} ${theirs.length === 1 ? 'was' : 'were'} applied by somebody else while this run was under way.`,
    )
  }
  const planned = new Set(before.pending.map(script => script.id))
  const more = [...watch.seen.keys()].filter(id => !planned.has(id))
  if (more.length > 0)
    remarks.push(
      `Alembic ran more than was planned: the plan did not have ${more.join(', ')}. See which target \`run\` gives it, and which databases and version tables env.py works with.`,
    )
  if (watch.again.size > 0)
    remarks.push(
      `Alembic ran ${[...watch.again].join(', ')} more than once, as an env.py for several databases does: what is told here is of this one.`,
    )
  if (after !== undefined && hasMoved({ before, after }))
    remarks.push(
      `The plan was made from ${showTable(before.state.history)}, and env.py uses ${showTable(after.state.history)}: name it with \`history-table\`, so that every plan reads the right one.`,
    )
  return remarks
}

/** The version table that env.py works with is not the one that the plan was made from. */
function hasMoved({ before, after }: Pick<Run, 'before' | 'after'>): boolean {
  return after !== undefined && showTable(after.state.history) !== showTable(before.state.history)
}

/** Tells the observer what it may only be told now: Alembic says when a revision begins, and never that it is committed. */
export function tellOutcomes(applied: Applied, observer: Observer): void {
  for (const outcome of applied.outcomes) if (outcome.result !== 'skipped') observer.ended(outcome)
}

/** What shows the start of a revision as the plan counts it. */
export function startsOf({ pending }: Survey, observer: Observer): (id: string) => void {
  const places = new Map(pending.map(({ id }, index) => [id, index]))
  return id => {
    const index = places.get(id) ?? -1
    const script = pending[index]
    if (script !== undefined) observer.started(revisionOf(script), index + 1, pending.length)
  }
}
