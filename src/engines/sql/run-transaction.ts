import { DatabaseError, type StatementResult } from '../../database/session.ts'
import type { Outcome } from '../../domain.ts'
import { beginOutcome, cancellable, freshSession, type Ready, type RunContext, saying } from './context.ts'
import { describeStatement, headline } from './describe.ts'
import { commitFault, interruptedFault, statementFault } from './failure.ts'
import { forgetUnfinished, recordApplied } from './history.ts'

/** Statements sent ahead of the answers: enough to hide the way there, few enough to bound memory. */
const window = 64

/**
 * Runs one revision in one transaction, its history row in the same. Each statement is a message of its own, so
 * that an error names its statement; they are sent ahead of their answers, for after an error the server refuses
 * all that follows in the transaction, the history row and the COMMIT included (25P02).
 */
export async function runInTransaction(ready: Ready, context: RunContext): Promise<Outcome> {
  const { revision, statements } = ready
  const { session } = context
  const outcome = beginOutcome(revision)
  const before =
    context.current === ''
      ? 'the database holds no revision'
      : `the database is at ${context.current}, as before`
  const rolledBack = `All of ${revision.id} was rolled back: ${before}.`
  let answered = 0
  try {
    const text = (): string => {
      const statement = statements[answered]
      return statement === undefined ? 'commit' : headline(statement)
    }
    await saying(context, revision, text, () =>
      cancellable(context, async () => {
        for await (const { statement, result } of sendAll(ready, context)) {
          outcome.did.push(describeStatement(statement, result))
          answered++
        }
      }),
    )
    return outcome.ends('applied')
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    const back = await session.run(`rollback; ${freshSession}`).catch(() => undefined)
    const state = back === undefined ? '' : rolledBack
    // What its statements did is undone, and may not be told as done.
    outcome.did.length = 0
    const statement = statements[answered]
    if (context.signal.aborted && !error.lost)
      return outcome.ends('failed', interruptedFault(revision, state))
    if (statement === undefined) return outcome.ends('failed', commitFault(error, revision, state))
    const at = { revision, statement, number: answered + 1, total: statements.length }
    return outcome.ends('failed', statementFault(error, at, state))
  }
}

/** Sends BEGIN, the statements, and history row with COMMIT; yields the answers to the statements in order. */
async function* sendAll(ready: Ready, context: RunContext) {
  const { statements } = ready
  const { session } = context
  const texts = statements.map(statement => statement.text)
  const messages = [openTransaction(context), ...texts, closeTransaction(ready, context)]
  const answers: Promise<StatementResult[]>[] = []
  for (let index = 0; index < messages.length; index++) {
    while (answers.length < messages.length && answers.length <= index + window) {
      const answer = session.run(messages[answers.length] ?? '')
      // Those behind a failure are rejected too; only the first is listened to.
      answer.catch(() => undefined)
      answers.push(answer)
    }
    const results = (await answers[index]) ?? []
    const statement = statements[index - 1]
    if (statement !== undefined) yield { statement, result: results.at(-1) ?? { command: '', count: null } }
    else if (index > 0 && !results.some(result => result.command === 'COMMIT')) {
      throw new DatabaseError({ message: 'the server answered COMMIT with ROLLBACK', code: '25P02' })
    }
  }
}

function openTransaction(context: RunContext): string {
  return `begin; set local lock_timeout = ${context.lockTimeoutMs}; set local statement_timeout = ${context.statementTimeoutMs}`
}

/**
 * The row is written as the role that logged in, whatever the revision set; deferred constraints are checked
 * before it, so that a violation is known before the COMMIT.
 */
function closeTransaction({ revision, recorded }: Ready, context: RunContext): string {
  const { history, author } = context
  const unfinished = recorded ? `${forgetUnfinished(history, revision.id)}; ` : ''
  const row = recordApplied(
    history,
    { version: revision.id, name: revision.name, checksum: revision.checksum },
    author,
  )
  return `set session authorization default; reset role; set constraints all immediate; ${unfinished}${row}; commit; ${freshSession}`
}
