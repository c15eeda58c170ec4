import { DatabaseError, type StatementAnswer } from '../../database/session.ts'
import type { Outcome } from '../../domain.ts'
import { beginOutcome, cancellable, freshSession, type Ready, type RunContext, saying } from './context.ts'
import { describeStatement, headline } from './describe.ts'
import { commitFault, endedFault, interruptedFault, statementFault } from './failure.ts'
import { forgetUnfinished, recordApplied } from './history.ts'

/** Statements sent ahead of the answers: enough to hide the way there, few enough to bound memory. */
const window = 64

/**
 * Runs one revision in one transaction, its history row in the same. Each statement is a message of its own, so
 * that an error names its statement; they are sent ahead of their answers, for after an error the server refuses
 * all that follows in the transaction (25P02). History row and COMMIT are sent when every statement has answered
 * from within the transaction, so that nothing can be recorded that was not done.
 */
export async function runInTransaction(ready: Ready, context: RunContext): Promise<Outcome> {
  const { revision, statements } = ready
  const outcome = beginOutcome(revision)
  let answered = 0
  try {
    const text = (): string => {
      const statement = statements[answered]
      return statement === undefined ? 'commit' : headline(statement)
    }
    await saying(context, revision, text, () =>
      cancellable(context, async () => {
        for await (const { statement, answer } of sendStatements(ready, context)) {
          if (answer.standing !== 'open') throw new EndedTransaction()
          outcome.did.push(describeStatement(statement, answer))
          answered++
        }
        await recordAndCommit(ready, context)
      }),
    )
    return outcome.ends('applied')
  } catch (error) {
    const undone = await rollBack(context, revision.id)
    // What its statements did is undone, and may not be told as done.
    if (undone !== '') outcome.did.length = 0
    const statement = statements[answered]
    if (error instanceof EndedTransaction && statement !== undefined)
      return outcome.ends('failed', endedFault(revision, statement))
    if (!(error instanceof DatabaseError)) throw error
    if (context.signal.aborted && !error.lost)
      return outcome.ends('failed', interruptedFault(revision, undone))
    if (statement === undefined) return outcome.ends('failed', commitFault(error, revision, undone))
    const at = { revision, statement, number: answered + 1, total: statements.length }
    return outcome.ends('failed', statementFault(error, at, undone))
  }
}

/** A statement left the gate's transaction, though none of those that may was seen in it. */
class EndedTransaction extends Error {}

/** Sends BEGIN and the statements; yields the answers to the statements in order. */
async function* sendStatements({ statements }: Ready, context: RunContext) {
  const { session } = context
  const opened = session.run(openTransaction(context))
  opened.catch(() => undefined)
  const answers: Promise<StatementAnswer>[] = []
  for (const [index, statement] of statements.entries()) {
    for (let next = answers.length; next < statements.length && next < index + window; next++) {
      const answer = session.execute(statements[next]?.text ?? '')
      // Those behind a failure are rejected too; only the first is listened to.
      answer.catch(() => undefined)
      answers.push(answer)
    }
    await opened
    yield { statement, answer: (await answers[index]) as StatementAnswer }
  }
  await opened
}

/** Quotes and encoding as our reader assumes them, whatever role and database say. */
function openTransaction({ lockTimeoutMs, statementTimeoutMs }: RunContext): string {
  return `begin; set local standard_conforming_strings = on; set local lock_timeout = ${lockTimeoutMs}; set local statement_timeout = ${statementTimeoutMs}`
}

/**
 * The row is written as the role that logged in, whatever the revision set; deferred constraints are checked
 * before it, so that a violation is known before the COMMIT.
 */
async function recordAndCommit({ revision, recorded }: Ready, context: RunContext): Promise<void> {
  const { session, history, author } = context
  const { id: version, name, checksum } = revision
  const unfinished = recorded ? `${forgetUnfinished(history, version)}; ` : ''
  const row = recordApplied(history, { version, name, checksum }, author)
  const results = await session.run(
    `set session authorization default; reset role; set constraints all immediate; ${unfinished}${row}; commit; ${freshSession}`,
  )
  if (results.some(result => result.command === 'COMMIT')) return
  throw new DatabaseError({ message: 'the server answered COMMIT with ROLLBACK', code: '25P02' })
}

/** Ends a transaction that is still there, and says so; empty where nothing can be said of what was undone. */
async function rollBack({ session, current }: RunContext, id: string): Promise<string> {
  try {
    const standing = await session.standing()
    await session.run(`rollback; ${freshSession}`)
    if (standing === 'idle') return ''
    const before =
      current === '' ? 'the database holds no revision' : `the database is at ${current}, as before`
    return `All of ${id} was rolled back: ${before}.`
  } catch {
    return ''
  }
}
