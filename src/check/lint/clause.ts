/** Pieces of a statement as its author wrote them. Pure. */
import { isComment, readToken } from '../../engines/sql/text/tokens.ts'

/** The UTF-16 index of a byte offset, as the parser counts. */
export function indexOfByte(text: string, offset: number): number {
  return Buffer.from(text, 'utf8').subarray(0, offset).toString('utf8').length
}

/** From a byte offset to the comma or the end that closes the clause: one constraint, one column. One line. */
export function clauseAt(text: string, offset: number): string {
  const start = indexOfByte(text, offset)
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
  return squeeze(text.slice(start, end))
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
