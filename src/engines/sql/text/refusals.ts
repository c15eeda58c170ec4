/** Statements that a revision may not hold, all found while planning. Pure. */

import { makeFault } from '../../../catalogue/catalogue.ts'
import type { Fault, Place } from '../../../domain.ts'
import { oneLine } from '../../../text.ts'
import type { Direction } from './markers.ts'
import { readsStandardInput } from './scan.ts'
import type { Statement } from './statements.ts'
import { changesQuoting, findTransactionControl, runsOutsideTransaction } from './transactions.ts'
import { matchWords, readWords } from './words.ts'

/** What has to be known of the script around the statements. */
export interface Surroundings {
  /** Relative to the repository root. */
  path: string
  direction: Direction
  /** Whether the script runs in one transaction. */
  transaction: boolean
}

/** Every statement that is refused, in order, each as a fault with its place. Empty for a script that may run. */
export function findRefusals(statements: readonly Statement[], around: Surroundings): Fault[] {
  return statements.flatMap(statement => refuse(statement, around) ?? [])
}

/** First words of all that may be refused, so that a million INSERTs are passed over quickly. */
const suspects = new Set(
  'begin start commit end rollback abort savepoint release set prepare copy create drop reindex vacuum alter cluster discard'.split(
    ' ',
  ),
)

function refuse(statement: Statement, around: Surroundings): Fault | undefined {
  if (!suspects.has(readWords(statement.text, 1)[0] ?? '') && !statement.text.startsWith('\\'))
    return undefined
  const { line, endLine, column } = statement
  const place: Place = { path: around.path, line, endLine, column }
  if (statement.text.startsWith('\\'))
    return makeFault('sql-meta-command', { command: readCommand(statement.text) }, { place })
  if (matchWords(readWords(statement.text, 2), 0, 'discard', 'all'))
    return makeFault('sql-discard-all', {}, { place })
  const control = findTransactionControl(statement)
  if (control !== undefined) return makeFault('sql-transaction-control', { statement: control }, { place })
  if (readsStandardInput(statement.text)) return makeFault('sql-copy-stdin', {}, { place })
  if (changesQuoting(statement)) return makeFault('sql-quoting', {}, { place })
  const outside = around.transaction ? runsOutsideTransaction(statement) : undefined
  return outside === undefined
    ? undefined
    : makeFault('sql-outside-transaction', { statement: outside, direction: around.direction }, { place })
}

function readCommand(text: string): string {
  return oneLine(/^\\[^\s\\]*/.exec(text)?.[0] ?? '\\', 40)
}
