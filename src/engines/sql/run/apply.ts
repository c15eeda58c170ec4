import { gateError, makeFault } from '../../../catalogue/catalogue.ts'
import { openBlockers } from '../../../database/blockers.ts'
import { holdsLock } from '../../../database/lock.ts'
import { DatabaseError, type Session } from '../../../database/session.ts'
import type { Fault, Outcome, OutcomeResult, Plan, Revision } from '../../../domain.ts'
import { asFault } from '../../../faults.ts'
import type { Stand } from '../../engine.ts'
import { serverError } from '../../server-errors/said.ts'
import { explainOutcome } from '../failure/explain-failure.ts'
import { sayUnrecorded, unrecordedFault } from '../failure/failure.ts'
import { offerSettling } from '../failure/offer-settling.ts'
import { RecordFailure } from '../history/history.ts'
import type { Survey } from '../survey.ts'
import { beginOutcome, type Ready, type RunContext, standAfter } from './context.ts'
import { dropInvalid, inspectStatement } from './in-flight.ts'
import { findLeftOvers, sayLeftOver } from './left-overs.ts'
import { freshSession } from './messages.ts'
import { retryTransactions } from './retry-transactions.ts'
import { runStatements } from './run-statements.ts'
import type { Answered } from './run-transactions.ts'
import { settleLost } from './settle-lost.ts'

/** What running came to, and where the database is afterwards. */
export interface Ran {
  outcomes: Outcome[]
  fault?: Fault
  after?: Stand
  /** What the revisions left unfinished. */
  remarks?: string[]
}

/** How the database is asked, beside what the revisions ask. All of them throw. */
export interface Asking {
  openRecords: () => Promise<Session>
  resurvey: () => Promise<Survey>
  /** The same in one trip, over the session that does the work. It may be sent before the revisions are answered. */
  surveyAhead: () => Promise<Survey>
}

/** Runs what is ready, in order, until one fails; then reads again what the database holds. */
export async function applyReady(
  ready: Ready[],
  context: Omit<RunContext, 'started' | 'blockers' | 'allSent'>,
  { openRecords, resurvey, surveyAhead }: Asking,
): Promise<Ran> {
  const outcomes: Outcome[] = []
  let { current } = context
  let fault: Fault | undefined
  let ahead: Promise<Survey | undefined> | undefined
  const blockers = openBlockers(openRecords)
  let told = 0
  // One that is tried again has been told of.
  const started = (revision: Revision): void => {
    if (told > outcomes.length) return
    told = outcomes.length + 1
    context.observer.started(revision, told, ready.length)
  }
  const ended = (outcome: Outcome): void => {
    outcomes.push(outcome)
    context.observer.ended(outcome)
    fault = outcome.fault
    const one = ready[outcomes.length - 1]
    if (fault === undefined && one !== undefined) current = standAfter(one)
  }
  while (fault === undefined && outcomes.length < ready.length) {
    if (context.signal.aborted) {
      fault = makeFault('interrupted', { id: '', name: '' }, { next: [{ command: 'upgrade' }] })
      break
    }
    const part = takePart(ready, outcomes.length)
    const isFirst = outcomes.length === 0
    const isLast = outcomes.length + part.length === ready.length
    const allSent = (): void => {
      if (isLast) ahead = readAfter(surveyAhead)
    }
    const fenced = context.fenced && isFirst
    const around = { ...context, current, started, blockers, fenced, allSent }
    for await (const { outcome, unanswered } of runPart(part, around, openRecords)) {
      if (outcome.fault?.id !== 'revision-lost') ended(await explainOutcome(outcome, part, context))
      else {
        const [first] = part
        const transaction = first?.revision.up.transaction === true
        const lost = { outcome, unanswered, transaction, down: first?.removes !== undefined }
        const settled = await settleLost(lost, context, openRecords, resurvey)
        for (const [index, one] of settled.entries()) {
          if (index > 0) started(one.revision)
          ended(one)
        }
      }
    }
  }
  await blockers.close()
  outcomes.push(...skipAll(ready.slice(outcomes.length)))
  // What was sent behind the last COMMIT was read after it; behind a failure it was refused, or is not all there is.
  const survey = (fault === undefined ? await ahead : undefined) ?? (await readAfter(resurvey))
  if (survey !== undefined && fault !== undefined) offerSettling(fault, survey.plan, outcomes)
  const remarks = survey === undefined ? [] : await sayRest(ready, outcomes, context)
  fault ??= survey === undefined ? undefined : findLoss(survey, ready, outcomes, context.appliedBefore)
  return {
    outcomes,
    ...(fault === undefined ? {} : { fault }),
    ...(survey === undefined ? {} : { after: standOf(survey.plan) }),
    ...(remarks.length === 0 ? {} : { remarks }),
  }
}

/** What applied revisions without a transaction left behind, once all have run: a later one may have finished it. */
async function sayRest(
  ready: readonly Ready[],
  outcomes: readonly Outcome[],
  { session }: Pick<RunContext, 'session'>,
): Promise<string[]> {
  const ran = ready.filter(
    ({ revision }, index) => !revision.up.transaction && outcomes[index]?.result === 'applied',
  )
  return (await findLeftOvers(session, ran)).map(sayLeftOver)
}

/** What was committed, or was there before, and is not in the history that was read afterwards. */
function findLoss(
  { plan, state }: Survey,
  ready: readonly Ready[],
  outcomes: readonly Outcome[],
  before: readonly string[],
): Fault | undefined {
  // Also of a way down that failed: its row may say that it is half taken back.
  const touched = ready.filter((_, index) => outcomes[index]?.result !== 'skipped')
  const gone = touched.flatMap(({ removes }) => removes?.row ?? [])
  const done = outcomes.filter(outcome => outcome.result === 'applied').map(outcome => outcome.revision.id)
  const there = new Set([...plan.applied, ...gone])
  const lost = [...before, ...done].filter(id => !there.has(id))
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

/** Transactional revisions that follow each other, or one that runs outside of a transaction. */
function takePart(ready: Ready[], from: number): Ready[] {
  let end = from
  while (ready[end]?.revision.up.transaction === true) end++
  return ready.slice(from, Math.max(end, from + 1))
}

async function* runPart(
  part: Ready[],
  context: RunContext,
  openRecords: () => Promise<Session>,
): AsyncGenerator<Answered> {
  const [one] = part
  if (one === undefined || one.revision.up.transaction) yield* retryTransactions(part, context)
  else {
    context.started(one.revision)
    yield { outcome: await runGuarded(one, context, openRecords), unanswered: [] }
  }
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
    // Role and search_path of the revision would be in the way of asking where the database stands.
    await context.session.run(freshSession).catch(() => undefined)
    return outcome.ends('failed', aroundFault(error, one, context))
  }
}

function aroundFault(error: unknown, { revision, statements }: Ready, { where, history }: RunContext): Fault {
  if (error instanceof RecordFailure)
    return unrecordedFault(error.error, revision, history, sayUnrecorded(error.done, statements.length))
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
  // Revisions before it leave the session read-only outside of transactions, and fresh in all else.
  await context.session.run(freshSession)
  if (!(await holdsLock(context.session, context.lockKey))) {
    throw gateError('lock-lost', { id: one.revision.id }, { place: { path: one.revision.path } })
  }
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

/** Undefined when the database does not answer: then nothing is said of where it stands. */
async function readAfter(resurvey: () => Promise<Survey>): Promise<Survey | undefined> {
  try {
    return await resurvey()
  } catch {
    return undefined
  }
}
