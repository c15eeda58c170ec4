import { gateError, makeFault } from '../../catalogue/catalogue.ts'
import { endBackend } from '../../database/left-behind.ts'
import { holdsLock } from '../../database/lock.ts'
import { DatabaseError, type Session } from '../../database/session.ts'
import type { Fault, Outcome, OutcomeResult, Plan } from '../../domain.ts'
import { asFault } from '../../faults.ts'
import { count } from '../../text.ts'
import type { Stand } from '../engine.ts'
import { beginOutcome, type Ready, type RunContext } from './context.ts'
import { serverError } from './failure.ts'
import { dropInvalid, inspectStatement } from './in-flight.ts'
import { runStatements } from './run-statements.ts'
import { runInTransaction } from './run-transaction.ts'
import type { Survey } from './survey.ts'

/** What running came to, and where the database is afterwards. */
export interface Ran {
  outcomes: Outcome[]
  fault?: Fault
  after?: Stand
}

/** Runs what is ready, in order, until one fails; then reads again what the database holds. */
export async function applyReady(
  ready: Ready[],
  context: RunContext,
  openRecords: () => Promise<Session>,
  resurvey: () => Promise<Survey>,
): Promise<Ran> {
  const outcomes: Outcome[] = []
  let current = context.current
  let fault: Fault | undefined
  for (const [index, one] of ready.entries()) {
    if (context.signal.aborted) {
      fault = makeFault('interrupted', { id: '', name: '' }, { next: [{ command: 'upgrade' }] })
      break
    }
    context.observer.started(one.revision, index + 1, ready.length)
    const outcome = await runGuarded(one, { ...context, current }, openRecords)
    const settled =
      outcome.fault?.id === 'revision-lost'
        ? await settleLost(one, outcome, context, openRecords, resurvey)
        : outcome
    outcomes.push(settled)
    context.observer.ended(settled)
    fault = outcome.fault
    if (settled.result === 'applied') current = one.revision.id
    if (fault !== undefined) break
  }
  outcomes.push(...skipAll(ready.slice(outcomes.length)))
  const survey = await readAfter(resurvey)
  fault ??= survey === undefined ? undefined : findLoss(survey, outcomes, context.appliedBefore)
  return {
    outcomes,
    ...(fault === undefined ? {} : { fault }),
    ...(survey === undefined ? {} : { after: standOf(survey.plan) }),
  }
}

/** What was committed, or was there before, and is not in the history that was read afterwards. */
function findLoss(
  { plan, state }: Survey,
  outcomes: Outcome[],
  before: readonly string[],
): Fault | undefined {
  const done = outcomes.filter(outcome => outcome.result === 'applied').map(outcome => outcome.revision.id)
  const lost = [...before, ...done].filter(id => !plan.applied.includes(id))
  if (lost.length === 0) return undefined
  const table = `${state.history.schema}.${state.history.table}`
  return makeFault(
    'history-lost',
    { ids: lost.slice(0, 10).join(', '), table },
    { next: [{ command: 'plan' }] },
  )
}

/** The part of a plan that says where the database stands. */
export function standOf({ current, unfinished }: Plan): Stand {
  return { current, unfinished }
}

/** Outcomes of revisions that did not get their turn. */
export function skipAll(ready: readonly Ready[]): Outcome[] {
  return ready.map(({ revision }) => end(revision, 'skipped'))
}

function end({ id, name, path }: Ready['revision'], result: OutcomeResult): Outcome {
  return { revision: { id, name, path }, result, durationMs: 0, did: [] }
}

/** What goes wrong around a revision (its record, a second session) is its outcome too: earlier ones stay told. */
async function runGuarded(
  one: Ready,
  context: RunContext,
  openRecords: () => Promise<Session>,
): Promise<Outcome> {
  const outcome = beginOutcome(one.revision)
  try {
    return await runOne(one, context, openRecords)
  } catch (error) {
    return outcome.ends('failed', aroundFault(error, one, context.where))
  }
}

function aroundFault(error: unknown, { revision }: Ready, where: string): Fault {
  if (!(error instanceof DatabaseError)) return asFault(error)
  const { id, name, path } = revision
  const around = { place: { path }, server: serverError(error), next: [{ command: 'upgrade' as const }] }
  return error.lost
    ? makeFault('revision-lost', { id, name, reason: error.message }, around)
    : makeFault('query-refused', { where, doing: `recording how far ${id} has come` }, around)
}

async function runOne(
  one: Ready,
  context: RunContext,
  openRecords: () => Promise<Session>,
): Promise<Outcome> {
  if (!(await holdsLock(context.session, context.lockKey))) {
    throw gateError('lock-lost', { id: one.revision.id }, { place: { path: one.revision.path } })
  }
  if (one.revision.up.transaction) return runInTransaction(one, context)
  const records = await openRecords()
  try {
    if (one.recorded) await clearAway(one, context)
    return await runStatements(one, context, records)
  } finally {
    await records.close()
  }
}

/** Before a revision goes on: an invalid index that its next statement left when it failed is in the way. */
async function clearAway(one: Ready, context: RunContext): Promise<void> {
  const statement = one.statements[one.done]
  if (statement === undefined) return
  const found = await inspectStatement(context.session, statement)
  if (found.kind === 'redo' && found.invalid !== undefined) await dropInvalid(context.session, found.invalid)
}

/** The connection went while a revision ran; its history row says whether it was committed. */
async function settleLost(
  one: Ready,
  outcome: Outcome,
  { session, backendStarted }: RunContext,
  openRecords: () => Promise<Session>,
  resurvey: () => Promise<Survey>,
): Promise<Outcome> {
  const { fault, revision } = outcome
  if (fault === undefined) return outcome
  try {
    // The server may still be at our last message: only when its session has ended is the answer final.
    // An index that is built outside of a transaction may go on: it is decided from the catalog by the next run.
    if (one.revision.up.transaction) {
      const helper = await openRecords()
      await endBackend(helper, session.pid, backendStarted).finally(() => helper.close())
    }
    const { plan } = await resurvey()
    const half = plan.unfinished.find(one => one.id === revision.id)
    const committed = plan.applied.includes(revision.id)
    const at = plan.current[0] ?? 'no revision'
    const state = committed
      ? `Asked again, the database has ${revision.id}: it was committed before the connection went.`
      : `Asked again, the database does not have ${revision.id}: it is at ${at}${half === undefined ? '' : `, with ${count(half.done, 'statement')} of ${revision.id} done`}.`
    fault.state = state
    return committed ? { ...outcome, result: 'applied' } : outcome
  } catch {
    fault.state = 'The database could not be asked again: whether it was committed is not known.'
    return outcome
  }
}

/** Undefined when the database does not answer: then nothing is said of where it stands. */
async function readAfter(resurvey: () => Promise<Survey>): Promise<Survey | undefined> {
  try {
    return await resurvey()
  } catch {
    return undefined
  }
}
