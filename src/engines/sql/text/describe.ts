/** What a statement is and what it did, in one line for people. Pure. */

import { groupDigits, oneLine } from '../../../text.ts'
import type { Statement } from './statements.ts'
import { isComment, readToken } from './tokens.ts'
import { matchWords, readWords, skipParentheses, skipWords } from './words.ts'

/** The server's command tag: its first word (`INSERT`) and its number of rows, null where it gives none. */
export interface CommandResult {
  command: string
  count: number | null
}

/** Code points of a line at most. */
const width = 80

/**
 * What a statement did: `create table orders`, `create index orders_status on orders`, `update 1,204 rows`.
 * The rows are those that the server counted; names are as written, bare ones in lower case. Never shows the
 * value of a constant. One harmless line of at most 80 code points.
 */
export function describeStatement(statement: Pick<Statement, 'text'>, result: CommandResult): string {
  const command = result.command.toLowerCase()
  const words = readWords(statement.text, 120)
  const rows = result.count === null ? '' : formatRows(result.count)
  if (rows !== '' && counted.includes(command) && words[0] !== 'create')
    return oneLine(`${command} ${rows}`, width)
  const phrase = describeWords(words)
  return oneLine(rows === '' || words[0] !== 'create' ? phrase : `${phrase}, ${rows}`, width)
}

/**
 * The beginning of a statement as written, for showing what runs: one harmless line of at most 80 code points,
 * without comments and with `'…'` for every string, because a string may be a password or somebody's data.
 */
export function headline(statement: Pick<Statement, 'text'>): string {
  const beginning = statement.text.slice(0, 600)
  let line = ''
  let at = 0
  for (let token = readToken(beginning, 0); token !== undefined; token = readToken(beginning, at)) {
    if (!isComment(token)) {
      const raw = token.kind === 'string' ? "'…'" : beginning.slice(token.start, token.end)
      line += `${token.start > at && line !== '' ? ' ' : ''}${raw}`
    }
    at = token.end
  }
  return oneLine(line, width)
}

const counted = ['insert', 'update', 'delete', 'merge', 'select', 'copy', 'fetch', 'move']

function formatRows(count: number): string {
  return `${groupDigits(count)} ${count === 1 ? 'row' : 'rows'}`
}

function describeWords(words: string[]): string {
  const [verb = ''] = words
  if (/^(?:create|alter|drop)$/.test(verb) && isName(words[1] ?? '')) return describeObject(verb, words)
  if (matchWords(words, 0, 'comment', 'on') && isName(words[2] ?? '')) return describeComment(words)
  if (matchWords(words, 0, 'security', 'label')) return 'security label'
  if (verb === 'do') return 'do block'
  if (verb === 'refresh')
    return `refresh materialized view ${readTarget(words, skipWords(words, 3, 'concurrently'))}`
  if (verb === 'with') return 'with query'
  return describePlainly(words)
}

/** Words between verb and kind, and between kind and name, that do not matter to the reader. */
const modifiers = new Set(
  'or replace temp temporary global local unlogged unique recursive trusted procedural constraint concurrently only'.split(
    ' ',
  ),
)

/** Kinds of objects of more than one word. */
const longKinds: string[][] = [
  ['materialized', 'view'],
  ['foreign', 'table'],
  ['foreign', 'data', 'wrapper'],
  ['text', 'search', 'configuration'],
  ['text', 'search', 'dictionary'],
  ['text', 'search', 'parser'],
  ['text', 'search', 'template'],
  ['event', 'trigger'],
  ['access', 'method'],
  ['operator', 'class'],
  ['operator', 'family'],
  ['default', 'privileges'],
  ['user', 'mapping'],
  ['large', 'object'],
]

/** Kinds whose name says little without the table it belongs to. */
const dependent = ['index', 'trigger', 'policy', 'rule']

/** DEFAULT PRIVILEGES and USER MAPPING have no names of their own. */
const nameless = ['default privileges', 'user mapping']

function describeObject(verb: string, words: string[]): string {
  const begin = skipModifiers(words, 1)
  const kind =
    longKinds.find(one => matchWords(words, begin, ...one)) ?? words.slice(begin, begin + 1).filter(isName)
  const named = skipModifiers(words, skipExistence(words, skipModifiers(words, begin + kind.length)))
  const name = words[named] === 'on' || nameless.includes(kind.join(' ')) ? '' : readTarget(words, named)
  const on = dependent.includes(kind[0] ?? '') ? readOn(words, named) : ''
  return [verb, ...kind, name, on].filter(part => part !== '').join(' ')
}

function skipModifiers(words: string[], from: number): number {
  let at = from
  // The word before a parenthesis, a comma, ON, AS or the end is a name, whatever it reads like.
  while (modifiers.has(words[at] ?? '') && /^(?!(?:on|as)$)["a-z_\x80-\uffff]/.test(words[at + 1] ?? '')) at++
  return at
}

function skipExistence(words: string[], at: number): number {
  return skipWords(words, skipWords(words, at, 'if', 'not', 'exists'), 'if', 'exists')
}

/** `on table`, also after the `to` of a rule (`on insert to table`). */
function readOn(words: string[], from: number): string {
  const on = words.indexOf('on', from)
  if (on === -1) return ''
  const to = matchWords(words, on + 1, ['select', 'insert', 'update', 'delete'], 'to') ? on + 3 : on + 1
  const table = readTarget(words, skipWords(words, to, 'only'))
  return table === '' ? '' : `on ${table}`
}

/** `comment on column a.b is …` */
function describeComment(words: string[]): string {
  const end = words.indexOf('is')
  const about = end === -1 ? words : words.slice(0, end)
  const kind = longKinds.find(one => matchWords(about, 2, ...one)) ?? about.slice(2, 3)
  const named = 2 + kind.length
  const on = [...dependent, 'constraint'].includes(kind[0] ?? '') ? readOn(about, named) : ''
  return [...about.slice(0, 2), ...kind, readTarget(about, named), on].filter(part => part !== '').join(' ')
}

/** Names, comma separated, at `at`; a function's parentheses are passed over. Empty where none stands. */
function readTarget(words: string[], at: number): string {
  const name = readWrittenName(words, at)
  if (name.text === '') return ''
  const next = skipParentheses(words, name.next)
  const more = words[next] === ',' ? readTarget(words, next + 1) : ''
  return more === '' ? name.text : `${name.text}, ${more}`
}

function readWrittenName(words: string[], at: number): { text: string; next: number } {
  const first = words[at] ?? ''
  if (!isName(first) && !/^[~!@#^&|`?+\-*/%<>=]+$/.test(first)) return { text: '', next: at }
  if (words[at + 1] !== '.') return { text: first, next: at + 1 }
  const rest = readWrittenName(words, at + 2)
  return { text: `${first}.${rest.text}`, next: rest.next }
}

function isName(found: string): boolean {
  return /^(?:[a-z_\x80-\uffff]|"|u&")/i.test(found) && !found.endsWith("'")
}

/** The words up to the first constant or parenthesis: no value gets into a log by this way. */
function describePlainly(given: string[]): string {
  const words = [...given.slice(0, 1), ...given.slice(skipParentheses(given, 1))]
  const end = words.findIndex(found => !isName(found) && found !== '.' && found !== ',')
  const shown = words.slice(0, end === -1 ? words.length : end).slice(0, 12)
  return shown
    .join(' ')
    .replace(/ \. /g, '.')
    .replace(/ , /g, ', ')
    .replace(/[\s,.]+$/, '')
}
