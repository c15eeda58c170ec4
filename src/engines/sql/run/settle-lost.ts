import { makeFault } from '../../../catalogue/catalogue.ts'
import { endBackend } from '../../../database/left-behind.ts'
import type { Session } from '../../../database/session.ts'
import type { Fault, NextCommand, Outcome } from '../../../domain.ts'
import { count } from '../../../text.ts'
import { versionOf } from '../plan.ts'
import type { Survey } from '../survey.ts'
import { beginOutcome, type RunContext } from './context.ts'
import type { Answered } from './run-transactions.ts'

/** What was under way when the connection went. */
export interface Lost extends Answered {
  /** Whether it ran in transactions: then its history rows are the answer. */
  transaction: boolean
  /** They were ways down: committed is what the history does not have any more. */
  down: boolean
}

/**
 * The connection went while revisions ran: what their history rows say of them. First those that were committed
 * unseen, then the one that was not, which has the fault; where all were committed the last of them has it.
 */
export async function settleLost(
  { outcome, unanswered, transaction, down }: Lost,
  { session, backendStarted }: Pick<RunContext, 'session' | 'backendStarted'>,
  openRecords: () => Promise<Session>,
  resurvey: () => Promise<Survey>,
): Promise<Outcome[]> {
  const { fault } = outcome
  if (fault === undefined) return [outcome]
  const unseen = unanswered.map(({ revision }) => beginOutcome(revision).ends('failed'))
  const outcomes = [outcome, ...unseen.map(one => ({ ...one, did: ['its statements were not seen'] }))]
  const last = outcomes.at(-1)?.revision.id ?? ''
  try {
    // The server may still be at our last message: only when its session has ended is the answer final.
    // An index that is built outside of a transaction may go on: it is decided from the catalog by the next run.
    if (transaction) {
      const helper = await openRecords()
      await endBackend(helper, session.pid, backendStarted).finally(() => helper.close())
    }
    const survey = await resurvey()
    const { plan } = survey
    const has = (ids: readonly string[], { revision }: Outcome): boolean =>
      ids.some(id => versionOf(id) === versionOf(revision.id))
    const halves = plan.unfinished.map(one => one.id)
    const isCommitted = (one: Outcome): boolean =>
      down ? !has(plan.applied, one) && !has(halves, one) : has(plan.applied, one)
    const result = down ? 'downgraded' : 'applied'
    const known = outcomes.filter(isCommitted).map(one => ({ ...one, result }) as const)
    const torn = outcomes.find(one => !isCommitted(one))
    const committed = known.map(({ fault: _, ...one }) => one)
    if (torn === undefined) {
      const state = `Asked again, the database ${down ? 'no longer has' : 'has'} ${last}: it was committed before the connection went.`
      return [
        ...committed.slice(0, -1),
        ...known.slice(-1).map(one => ({ ...one, fault: { ...faultFor(fault, one), state } })),
      ]
    }
    const at = plan.current[0] ?? 'no revision'
    const half = down ? undefined : sayHalf(survey, torn.revision.id)
    const state = `Asked again, the database ${down ? 'still has' : 'does not have'} ${torn.revision.id}: it is at ${at}${half?.text ?? ''}.`
    const next = half?.next === undefined ? {} : { next: half.next }
    return [...committed, { ...torn, fault: { ...faultFor(fault, torn), state, ...next } }]
  } catch {
    const which = unanswered.length === 0 ? 'it was' : `any of ${outcome.revision.id} to ${last} was`
    fault.state = `The database could not be asked again: whether ${which} committed is not known.`
    return [outcome]
  }
}

/** How far a revision outside of a transaction has come, and whether the next run can go on by itself. */
function sayHalf({ plan, ready }: Survey, id: string): { text: string; next?: NextCommand[] | undefined } {
  const half = plan.unfinished.find(one => one.id === id)
  if (half === undefined) return { text: '' }
  const done = `, with ${count(half.done, 'statement')} of ${id} done`
  const dirty = plan.problems.find(one => one.kind === 'dirty' && one.revision === id)?.fault
  if (dirty !== undefined)
    return {
      text: `${done}; what became of statement ${half.done + 1} is for a person to see`,
      next: dirty.next,
    }
  const next = ready.find(one => one.revision.id === id)?.done
  return { text: next === undefined ? done : `${done}; the next run goes on with statement ${next + 1}` }
}

/** The same loss, told of the revision that it is known to have met. */
function faultFor(fault: Fault, { revision, fault: own }: Outcome): Fault {
  if (own !== undefined) return fault
  const { id, name, path } = revision
  const reason = fault.server?.message ?? fault.message
  return makeFault('revision-lost', { id, name, reason }, { place: { path }, next: [{ command: 'upgrade' }] })
}
