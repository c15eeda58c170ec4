/** Queries that list the rows which a constraint or an index found to be wrong, for the user's own tables. Pure. */

import { writeName } from '../../database/identifiers.ts'
import type { About } from '../../database/session.ts'
import type { ForeignLine } from '../../domain.ts'
import { oneLine } from '../../text.ts'
import type { ExpectedObject } from '../objects/objects.ts'
import { isComment, readToken } from '../sql/text/tokens.ts'
import { matchWords, readName, readWords, skipParentheses, skipWords } from '../sql/text/words.ts'

/** A violation as the server told it, and the statement that met it. */
export interface Violation {
  code: string
  message: string
  /** With its values: only what stands before them is used. */
  detail: string
  about: About
  statement: string
  /** What the revision made and the server has undone: it is not there to be asked for. */
  undone: readonly ExpectedObject[]
}

/** What to type to see the rows; nothing where no query can tell. */
export function queriesFor(violation: Violation): ForeignLine[] {
  const query = violation.about.table === undefined ? undefined : readers[violation.code]?.(violation)
  if (query === undefined) return []
  const words = readWords(query)
  const gone = violation.undone.some(
    ({ kind, effect, name }) =>
      effect === 'makes' && ['table', 'column'].includes(kind) && words.includes(writeName(name)),
  )
  return gone ? [] : [sayQuery(query)]
}

/** A query as something to type. */
export function sayQuery(query: string): ForeignLine {
  return { line: oneLine(query, 2000), when: 'you look for the rows' }
}

/** The names of an error that comes without them, from its message and its statement. */
export function aboutOf(message: string, statement: string): About {
  const column = /column "([^"]+)" of relation "([^"]+)"/.exec(message)
  if (column !== null) return { column: column[1] ?? '', table: column[2] ?? '' }
  const words = readWords(statement)
  const altered = skipWords(words, skipWords(words, 2, 'if', 'exists'), 'only')
  const on = words[0] === 'create' ? words.indexOf('on') : -1
  const at = matchWords(words, 0, 'alter', 'table') ? altered : skipWords(words, on + 1, 'only')
  const [table, schema] = at === 0 ? [] : [...(readName(words, at)?.parts ?? [])].reverse()
  const constraint = /constraint "([^"]+)"/.exec(message)?.[1]
  return {
    ...(table === undefined ? {} : { table }),
    ...(schema === undefined ? {} : { schema }),
    ...(constraint === undefined ? {} : { constraint }),
  }
}

const readers: Record<string, (violation: Violation) => string | undefined> = {
  '23502': findNulls,
  '23503': findOrphans,
  '23505': findDuplicates,
  '23514': findOutside,
}

/** The rows that keep a unique index from being built; a null is no duplicate, unless the index says so. */
function findDuplicates({ message, detail, about, statement }: Violation): string | undefined {
  const columns = keyOf(detail)
  if (!/^could not create unique index/.test(message) || columns === undefined) return undefined
  const words = readWords(statement)
  const same = words.some((_, at) => matchWords(words, at, 'nulls', 'not', 'distinct'))
  const filled = `${columns.includes(',') ? `(${columns})` : columns} is not null`
  const partial = words[0] === 'create' ? textAfter(statement, 'where') : undefined
  const conditions = [...(same ? [] : [filled]), ...(partial === undefined ? [] : [`(${partial})`])]
  const where = conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`
  return `select ${columns}, count(*) from ${tableOf(about)}${where} group by ${columns} having count(*) > 1;`
}

/** Rows without a value: those of a column that is there, or all where the revision adds it. */
function findNulls({ message, about, undone }: Violation): string | undefined {
  const { table, column } = about
  if (table === undefined || column === undefined || !/contains null values$/.test(message)) return undefined
  const isNew = undone.some(one => one.kind === 'column' && one.table === table && one.name === column)
  return `select count(*) from ${tableOf(about)}${isNew ? '' : ` where ${writeName(column)} is null`};`
}

/** Rows that point at none, where a foreign key is being added. */
function findOrphans({ detail, about, statement }: Violation): string | undefined {
  const words = readWords(statement)
  const columns = keyOf(detail)
  const at = words.indexOf('references')
  const target = readName(words, at + 1)
  if (words[0] !== 'alter' || columns === undefined || at === -1 || target === undefined) return undefined
  const end = skipParentheses(words, target.next)
  if (end === target.next) return undefined
  const theirs = words.slice(target.next + 1, end - 1).filter(word => word !== ',')
  return orphansQuery({
    table: tableOf(about),
    columns: columns.split(', '),
    target: writeName(...target.parts),
    theirs,
  })
}

/** All names as they are written in SQL. */
export interface Orphans {
  table: string
  columns: readonly string[]
  /** The table that is pointed at, and its columns in the same order. */
  target: string
  theirs: readonly string[]
}

/** Lists rows that point at none. */
export function orphansQuery({ table, columns, target, theirs }: Orphans): string {
  const same = columns.map((column, index) => `r.${theirs[index]} = o.${column}`).join(' and ')
  const filled = columns.map(column => `o.${column} is not null`).join(' and ')
  return `select o.* from ${table} o where ${filled} and not exists (select from ${target} r where ${same}) limit 20;`
}

/** Lists rows for which a condition is false. */
export function outsideQuery(table: string, condition: string): string {
  return `select * from ${table} where not (${condition}) limit 20;`
}

/** Rows for which the condition of a new CHECK is false. */
function findOutside({ about, statement }: Violation): string | undefined {
  if (readWords(statement, 1)[0] !== 'alter' || about.constraint === undefined) return undefined
  const condition = checkOf(statement, about.constraint)
  return condition === undefined ? undefined : outsideQuery(tableOf(about), condition)
}

/** `email, lower(name)` of `Key (email, lower(name))=(…) is duplicated.` */
export function keyOf(detail: string): string | undefined {
  return /^Key \((.*?)\)=\(/s.exec(detail)?.[1]
}

function tableOf({ schema, table = '' }: About): string {
  return schema === undefined ? writeName(table) : writeName(schema, table)
}

/** A word of a statement, and where in its text it stands. */
interface Word {
  word: string
  start: number
  end: number
  depth: number
}

function placedWords(text: string): Word[] {
  const found: Word[] = []
  let depth = 0
  for (let token = readToken(text, 0); token !== undefined; token = readToken(text, token.end)) {
    if (isComment(token)) continue
    const raw = text.slice(token.start, token.end)
    if (raw === ')') depth--
    found.push({ word: token.kind === 'word' ? raw.toLowerCase() : raw, ...token, depth })
    if (raw === '(') depth++
  }
  return found
}

/** Everything behind a keyword that stands in no parentheses. */
function textAfter(statement: string, keyword: string): string | undefined {
  const found = placedWords(statement).find(({ word, depth }) => word === keyword && depth === 0)
  return found === undefined ? undefined : onOneLine(statement.slice(found.end))
}

/** The condition of `constraint <name> check (…)`, or of the only CHECK there is. */
function checkOf(statement: string, constraint: string): string | undefined {
  const words = placedWords(statement)
  const checks = words.flatMap(({ word, depth }, at) => (word === 'check' && depth === 0 ? [at] : []))
  const named = checks.find(at => {
    const before = words.slice(at - 2, at).map(one => one.word)
    return before[0] === 'constraint' && readName(before, 1)?.parts[0] === constraint
  })
  const at = named ?? (checks.length === 1 ? checks[0] : undefined)
  if (at === undefined || words[at + 1]?.word !== '(') return undefined
  const end = words.findIndex((one, index) => index > at + 1 && one.word === ')' && one.depth === 0)
  const from = words[at + 1]?.end ?? 0
  return end === -1 ? undefined : onOneLine(statement.slice(from, words[end]?.start))
}

/** The same SQL without comments and line ends; undefined where a string has a line end, which means itself. */
function onOneLine(text: string): string | undefined {
  let line = ''
  let at = 0
  let apart = false
  for (let token = readToken(text, 0); token !== undefined; token = readToken(text, at)) {
    const raw = text.slice(token.start, token.end)
    apart ||= token.start > at || isComment(token)
    at = token.end
    if (isComment(token)) continue
    if (/[\r\n]/.test(raw)) return undefined
    line += `${apart && line !== '' ? ' ' : ''}${raw}`
    apart = false
  }
  return line
}
