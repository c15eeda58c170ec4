import { DatabaseError } from '../../../database/session.ts'
import type { Fault, Outcome } from '../../../domain.ts'
import { asFault } from '../../../faults.ts'
import { cancelOnAbort } from '../../stopping.ts'
import { findStuck, type Stuck } from '../../stuck.ts'
import type { StatementWatch } from '../../watch-statement.ts'
import {
  commitFault,
  endedFault,
  interruptedFault,
  openingFault,
  statementFault,
} from '../failure/failure.ts'
import { describeStatement, headline } from '../text/describe.ts'
import { beginOutcome, doneOf, type Ready, type RunContext, standAfter, watchSession } from './context.ts'
import { freshSession, messagesOf } from './messages.ts'
import { holdNotices } from './notices.ts'
import { type Message, openPipeline, type Pipeline } from './pipeline.ts'

/** What became of one revision. */
export interface Answered {
  outcome: Outcome
  /** Those behind it that were sent when the connection went: they may be committed. */
  unanswered: Ready[]
  /** It was kept from a lock and rolled back: it may be tried again. */
  stuck?: Stuck
}

/**
 * Runs revisions one after the other, each in a transaction of its own with its history row. All of it is sent ahead
 * of the answers: after an error the server refuses what follows in the transaction, the next BEGIN included (25P02);
 * where a transaction is not there, the next one's guard fails and statements are refused as in a read-only database.
 * Ends after the first failure, and before a revision that was not begun when the signal came.
 */
export async function* runTransactions(
  ready: readonly Ready[],
  context: RunContext,
): AsyncGenerator<Answered> {
  const notices = holdNotices<Ready>((severity, message) => context.observer.notice(severity, message))
  const messages = messagesOf(ready, context)
  const pipe = openPipeline(context.session, messages, notices.hear, context.signal, context.allSent)
  const stopCancelling = cancelOnAbort(context)
  let turn: Ready | undefined
  const watch = watchSession(context, () => turn?.revision)
  let { current } = context
  try {
    for (const [index, one] of ready.entries()) {
      if (pipe.isDry()) return
      turn = one
      context.started(one.revision)
      notices.turnTo(one)
      const read = await readOne(one, pipe, { ...context, current }, watch, stopCancelling)
      const { outcome } = read
      const reached = outcome.fault?.id === 'revision-lost' ? pipe.reached() : undefined
      const unanswered = reached === undefined ? [] : ready.slice(index + 1, ready.indexOf(reached) + 1)
      yield { ...read, unanswered }
      if (outcome.fault !== undefined) return
      current = standAfter(one)
    }
  } finally {
    watch.stop()
    await stopCancelling()
  }
}

/** Nothing more is sent since the signal, and this revision is not complete. */
class Unsent extends Error {}

/** A statement left the gate's transaction, though none of those that may was seen in it. */
class EndedTransaction extends Error {}

/** Where the reading of a revision's answers is. */
interface Reading {
  part: Message<Ready>['part']
  answered: number
  did: string[]
}

/** Reads all answers to one revision. */
async function readOne(
  one: Ready,
  pipe: Pipeline<Ready>,
  context: RunContext,
  watch: StatementWatch,
  stopCancelling: () => Promise<void>,
): Promise<Omit<Answered, 'unanswered'>> {
  const { revision, statements } = one
  const { did, ends } = beginOutcome(revision)
  const reading: Reading = { part: 'opening', answered: 0, did }
  const text = (): string => {
    const statement = statements[reading.answered]
    return statement === undefined ? 'commit' : headline(statement)
  }
  try {
    await readAnswers(one, pipe, reading, () => watch.turnTo(text))
    return { outcome: ends(doneOf(one)) }
  } catch (error) {
    pipe.stop()
    const { blockers, session, signal } = context
    const at = sayPart(reading, statements.length)
    const stuck = signal.aborted
      ? undefined
      : await findStuck(error, at, { blockers, watch, pids: [session.pid] })
    watch.turnTo(undefined)
    await stopCancelling()
    const undone = error instanceof EndedTransaction ? '' : sayUndone(error, context.current, revision.id)
    // What its statements did is undone, and may not be told as done.
    if (undone !== '') did.length = 0
    await leave(context)
    const outcome = ends('failed', faultOf(error, one, reading, context, undone))
    return { outcome, ...(stuck === undefined ? {} : { stuck }) }
  }
}

/** Which part of a revision failed. */
function sayPart({ part, answered }: Reading, total: number): string {
  if (part === 'statement') return `statement ${answered + 1} of ${total}`
  return part === 'opening' ? 'its beginning' : 'its history row'
}

async function readAnswers(
  { statements }: Ready,
  pipe: Pipeline<Ready>,
  reading: Reading,
  turn: () => void,
): Promise<void> {
  for (;;) {
    const sent = pipe.next()
    if (sent === undefined) throw new Unsent()
    turn()
    const { part, leaves } = sent.message
    reading.part = part
    const answer = await sent.answer
    if (part !== 'record' && answer.standing !== leaves) throw new EndedTransaction()
    const statement = statements[reading.answered]
    if (part === 'statement' && statement !== undefined) {
      reading.did.push(describeStatement(statement, answer))
      reading.answered++
    }
    if (part !== 'record') continue
    if (answer.command === 'COMMIT') return
    throw new DatabaseError({ message: 'the server answered COMMIT with ROLLBACK', code: '25P02' })
  }
}

function faultOf(
  error: unknown,
  one: Ready,
  { part, answered }: Reading,
  context: RunContext,
  undone: string,
): Fault {
  const { revision, statements } = one
  const statement = statements[answered]
  if (error instanceof EndedTransaction) return endedFault(revision, statement)
  const lost = error instanceof DatabaseError && error.lost
  if (error instanceof Unsent || (context.signal.aborted && !lost)) return interruptedFault(revision, undone)
  if (!(error instanceof DatabaseError)) return asFault(error)
  if (part === 'opening' && !lost) return openingFault(error, revision, context, undone)
  if (part === 'record' || statement === undefined)
    return commitFault(error, revision, context.history, undone)
  return statementFault(
    error,
    { revision, statement, number: answered + 1, total: statements.length },
    undone,
  )
}

/** An error ends the transaction, and so does a COMMIT that fails; empty where that is not known. */
function sayUndone(error: unknown, current: string, id: string): string {
  if (error instanceof DatabaseError && error.lost) return ''
  const before =
    current === '' ? 'the database holds no revision' : `the database is at ${current}, as before`
  return `All of ${id} was rolled back: ${before}.`
}

/** Ends the transaction that is still there, when all that was sent ahead has been refused, and what it left. */
async function leave({ session }: RunContext): Promise<void> {
  try {
    const standing = await session.standing()
    await session.run(standing === 'idle' ? freshSession : `rollback; ${freshSession}`)
  } catch {
    // The connection is gone, and the transaction with it.
  }
}
