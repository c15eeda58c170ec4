import { DatabaseError } from '../../database/session.ts'
import type { Fault, Outcome } from '../../domain.ts'
import { asFault } from '../../faults.ts'
import {
  beginOutcome,
  cancelOnAbort,
  doneOf,
  type Ready,
  type RunContext,
  saying,
  standAfter,
} from './context.ts'
import { describeStatement, headline } from './describe.ts'
import { commitFault, endedFault, interruptedFault, openingFault, statementFault } from './failure.ts'
import { freshSession, messagesOf } from './messages.ts'
import { holdNotices } from './notices.ts'
import { type Message, openPipeline, type Pipeline } from './pipeline.ts'

/** What became of one revision, and which ones behind it were sent when the connection went: they may be committed. */
export interface Answered {
  outcome: Outcome
  unanswered: Ready[]
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
  const pipe = openPipeline(context.session, messagesOf(ready, context), notices.hear, context.signal)
  const stopCancelling = cancelOnAbort(context)
  let { current } = context
  try {
    for (const [index, one] of ready.entries()) {
      if (pipe.isDry()) return
      context.started(one.revision)
      notices.turnTo(one)
      const outcome = await readOne(one, pipe, { ...context, current }, stopCancelling)
      const reached = outcome.fault?.id === 'revision-lost' ? pipe.reached() : undefined
      const unanswered = reached === undefined ? [] : ready.slice(index + 1, ready.indexOf(reached) + 1)
      yield { outcome, unanswered }
      if (outcome.fault !== undefined) return
      current = standAfter(one)
    }
  } finally {
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
  stopCancelling: () => Promise<void>,
): Promise<Outcome> {
  const { revision, statements } = one
  const { did, ends } = beginOutcome(revision)
  const reading: Reading = { part: 'opening', answered: 0, did }
  try {
    const text = (): string => {
      const statement = statements[reading.answered]
      return statement === undefined ? 'commit' : headline(statement)
    }
    await saying(context, revision, text, () => readAnswers(one, pipe, reading))
    return ends(doneOf(one))
  } catch (error) {
    pipe.stop()
    await stopCancelling()
    const undone = error instanceof EndedTransaction ? '' : sayUndone(error, context.current, revision.id)
    // What its statements did is undone, and may not be told as done.
    if (undone !== '') did.length = 0
    await leave(context)
    return ends('failed', faultOf(error, one, reading, context, undone))
  }
}

async function readAnswers({ statements }: Ready, pipe: Pipeline<Ready>, reading: Reading): Promise<void> {
  for (;;) {
    const sent = pipe.next()
    if (sent === undefined) throw new Unsent()
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
  if (part === 'record' || statement === undefined) return commitFault(error, revision, context.history, undone)
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
