/** Turns the end of Alembic's process into a fault of the catalogue. Pure. */

import type { Fault } from '../../../domain.ts'
import { harmless } from '../../../text.ts'
import type { ChildFailure } from '../shapes.ts'
import { explainImport, explainKey, explainRaised, explainSettings, explainSyntax } from './application.ts'
import { explainCommand, readCommandError } from './commands.ts'
import { explainConnection, explainDriver, explainUrl } from './connecting.ts'
import type { Ended, FailureFacts } from './ended.ts'
import { readTraceback } from './read-text.ts'
import { explainServer } from './server.ts'
import { explainSilence, explainStart } from './starting.ts'
import { type Reader, tell } from './told.ts'

/** The first that knows the exception has it; the last one knows all. */
const readers: Reader[] = [
  explainSyntax,
  explainConnection,
  explainServer,
  explainDriver,
  explainUrl,
  explainSettings,
  explainKey,
  explainImport,
]

/**
 * Why Alembic failed: sentence and cure, the place in the revision (else in the user's own code), what the server
 * said. With the hook from its facts, without it from what was printed. `state` is left to the caller, who reads it
 * from the database. `debug` holds the whole output, without statements' parameters. Never throws.
 */
export function explainFailure(end: Ended, facts: FailureFacts): Fault {
  const fault = explain(end, facts)
  const debug = debugOf(end)
  return debug === '' ? fault : { ...fault, debug }
}

/** The exception as facts, from the hook or from the texts; undefined where nothing was raised. */
function failureOf(end: Ended): ChildFailure | undefined {
  return end.failure ?? readCommandError(end) ?? readTraceback(end.stderr)
}

function explain(end: Ended, facts: FailureFacts): Fault {
  const unstarted = explainStart(end, facts)
  if (unstarted !== undefined) return unstarted
  const failure = failureOf(end)
  // Killed from outside: what was raised before, if anything, was handled.
  if (failure === undefined || (end.signal !== null && end.failure === undefined))
    return explainSilence(end, facts)
  const command = explainCommand(failure, end, facts)
  if (command !== undefined) return command
  const told = tell(failure, end, facts)
  for (const reader of readers) {
    const fault = reader(told)
    if (fault !== undefined) return fault
  }
  return explainRaised(told) as Fault
}

const longestDebug = 64_000

/** Parameters and DETAIL are rows of the table, which are for no log. */
function debugOf({ stdout, stderr }: Ended): string {
  const text = `${stdout}\n${stderr}`.trim()
  const clean = text.replace(/^\[parameters: .*$|^DETAIL: .*$|^LINE \d+: .*\n *\^$/gm, '[left out]')
  return harmless(clean.slice(-longestDebug))
}
