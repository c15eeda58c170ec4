/** What a statement takes away for good. Pure. */

import { oneLine } from '../../../text.ts'
import { describeStatement } from '../text/describe.ts'
import type { Statement } from '../text/statements.ts'
import { matchWords, readName, readWords, skipParentheses, skipWords } from '../text/words.ts'

/** Kinds of objects that hold rows of their own. A view holds none; a materialized view is made again. */
const holdRows = ['table', 'schema', 'database', 'sequence', 'owned', 'extension', 'type', 'domain']

/**
 * What of a statement takes rows or columns away, in a few words: `drop table orders`, `drop column orders.status`,
 * `truncate orders`, `delete from orders`. Empty for all others; what a function, a DO block or a trigger does is not
 * seen.
 */
export function lossesOf(statement: Pick<Statement, 'text'>): string[] {
  const words = readWords(statement.text)
  const [verb] = words
  if (verb === 'drop' && holdRows.includes(words[1] ?? ''))
    return [describeStatement(statement, { command: '', count: null })]
  if (verb === 'truncate') return [`truncate ${namesAt(words, skipWords(words, 1, 'table')).join(', ')}`]
  if (verb === 'alter' && words[1] === 'table') return droppedColumns(words)
  if (verb === 'delete' && words[1] === 'from') return [`delete from ${namesAt(words, 2)[0] ?? ''}`]
  // Below a WITH, a DELETE may stand anywhere.
  return verb === 'with' && words.some((_, at) => matchWords(words, at, 'delete', 'from'))
    ? ['delete in a with query']
    : []
}

/** Names, comma separated, as far as they can be read. */
function namesAt(words: string[], from: number): string[] {
  const name = readName(words, skipWords(words, from, 'only'))
  if (name === undefined) return []
  const next = skipWords(words, name.next, '*')
  const rest = words[next] === ',' ? namesAt(words, next + 1) : []
  return [oneLine(name.parts.join('.'), 120), ...rest]
}

/** Of `alter table a drop column b, drop c, alter d drop not null`: `a.b` and `a.c`. */
function droppedColumns(words: string[]): string[] {
  const named = skipWords(words, skipWords(words, 2, 'if', 'exists'), 'only')
  const table = readName(words, named)
  if (table === undefined) return []
  const name = table.parts.join('.')
  const losses: string[] = []
  for (let at = table.next; at < words.length; at = nextAction(words, at)) {
    if (words[at] !== 'drop' || words[at + 1] === 'constraint') continue
    const column = readName(words, skipWords(words, skipWords(words, at + 1, 'column'), 'if', 'exists'))
    if (column !== undefined) losses.push(oneLine(`drop column ${name}.${column.parts.join('.')}`, 120))
  }
  return losses
}

/** The index after the next comma that stands in no parentheses. */
function nextAction(words: string[], from: number): number {
  for (let at = from; at < words.length; at = words[at] === '(' ? skipParentheses(words, at) : at + 1)
    if (words[at] === ',') return at + 1
  return words.length
}
