import { DatabaseError, type Session } from '../database/session.ts'
import { freshSession } from '../engines/sql/run/messages.ts'
import { headline } from '../engines/sql/text/describe.ts'
import type { Statement } from '../engines/sql/text/statements.ts'
import { GateError } from '../errors.ts'
import { CheckFailure, scriptFault } from './faults.ts'
import type { Script } from './follow-up.ts'

/** What running a file needs. */
export interface ScriptContext {
  session: Session
  lockTimeoutMs: number
  statementTimeoutMs: number
  /** A statement has run for a while. */
  running: (statement: string, elapsedMs: number) => void
}

/** How a kind of file is run: how its transaction begins and ends, and what is done with each statement. */
export interface Way {
  kind: 'after' | 'smoke'
  /** The transaction is opened with these settings. */
  open: (settings: string) => string
  end: 'commit' | 'rollback'
  run: (session: Session, statement: Statement) => Promise<string>
}

const sayEveryMs = 10_000

/**
 * Runs a file in one transaction. Gives a line for each statement. Throws GateError with its place; what it did is
 * rolled back then.
 */
export async function runScript(script: Script, way: Way, context: ScriptContext): Promise<string[]> {
  const { session, lockTimeoutMs, statementTimeoutMs } = context
  const { statements } = script
  const did: string[] = []
  try {
    const settings = `set local standard_conforming_strings = on; set local lock_timeout = ${lockTimeoutMs}; set local statement_timeout = ${statementTimeoutMs}`
    // What a file before left in the session: behind its own COMMIT a failure would no longer be its own.
    await session.run(freshSession)
    await session.run(way.open(settings))
    for (const statement of statements)
      did.push(await saying(context, headline(statement), () => way.run(session, statement)))
    const { command } = await session.run(way.end)
    if (command !== way.end.toUpperCase())
      throw new DatabaseError({ message: `the server answered ${way.end} with ${command}`, code: '25P02' })
    return did
  } catch (error) {
    if (!(error instanceof DatabaseError || error instanceof CheckFailure)) throw error
    await session.run('rollback').catch(() => undefined)
    const number = Math.min(did.length, statements.length - 1) + 1
    const statement = statements[number - 1]
    throw new GateError(scriptFault({ kind: way.kind, script, statement, number, error, lockTimeoutMs }))
  }
}

async function saying<Value>(
  { running }: ScriptContext,
  text: string,
  work: () => Promise<Value>,
): Promise<Value> {
  const began = performance.now()
  const timer = setInterval(() => running(text, performance.now() - began), sayEveryMs)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}
