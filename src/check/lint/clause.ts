/** Pieces of a statement as its author wrote them. Pure. */
import { isComment, readToken } from '../../engines/sql/text/tokens.ts'
import type { Constraint } from './parse.ts'

/** The UTF-16 index of a byte offset, as the parser counts. */
export function indexOfByte(text: string, offset: number): number {
  return Buffer.from(text, 'utf8').subarray(0, offset).toString('utf8').length
}

/** From a byte offset to the comma or the end that closes the clause: one constraint, one column. One line. */
function clauseAt(text: string, offset: number): string {
  const start = indexOfByte(text, offset)
  return squeeze(text.slice(start, endOfClause(text, start)))
}

/** The UTF-16 index of the comma or the end that closes a clause. */
export function endOfClause(text: string, start: number): number {
  let depth = 0
  let end = text.length
  for (let token = readToken(text, start); token !== undefined; token = readToken(text, token.end)) {
    const raw = text.slice(token.start, token.end)
    if (raw === '(') depth++
    if (raw === ')') depth--
    if (depth < 0 || (depth === 0 && raw === ',')) {
      end = token.start
      break
    }
  }
  return end
}

/** A constraint as written, without its name. */
export function constraintAt(text: string, constraint: Constraint): string {
  return withoutName(clauseAt(text, constraint.location ?? 0), constraint)
}

/** `constraint a check (…)` → `check (…)`. */
export function withoutName(clause: string, { conname }: Constraint): string {
  const name = conname === undefined ? undefined : readToken(clause, readToken(clause, 0)?.end ?? 0)
  return clause.slice(name?.end ?? 0).trim()
}

/** From a UTF-16 index up to a word of these outside of parentheses, and from there to the end. */
export function splitBefore(text: string, start: number, words: RegExp): [string, string] {
  let depth = 0
  for (let token = readToken(text, start); token !== undefined; token = readToken(text, token.end)) {
    const raw = text.slice(token.start, token.end)
    if (raw === '(') depth++
    if (raw === ')') depth--
    if (depth === 0 && token.kind === 'word' && words.test(raw))
      return [squeeze(text.slice(start, token.start)), squeeze(text.slice(token.start))]
  }
  return [squeeze(text.slice(start)), '']
}

/** Without comments and line ends. */
export function squeeze(text: string): string {
  let squeezed = ''
  let last = 0
  for (let token = readToken(text, 0); token !== undefined; token = readToken(text, token.end)) {
    if (token.start > last && squeezed !== '') squeezed = `${squeezed.trimEnd()} `
    last = token.end
    if (!isComment(token)) squeezed += text.slice(token.start, token.end)
  }
  return squeezed.trim()
}

/** The statement with a word behind the first of the given one: `create index` → `create index concurrently`. */
export function insertAfter(text: string, word: string, what: string): string {
  const squeezed = squeeze(text)
  const found = new RegExp(`\\b${word}\\b`, 'i').exec(squeezed)
  if (found === null) return squeezed
  const at = found.index + word.length
  return `${squeezed.slice(0, at)} ${what}${squeezed.slice(at)}`
}

/** A statement in backticks, within a sentence. */
export function code(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``
}
