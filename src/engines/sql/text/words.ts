/** The words of one statement, for telling what it is. Pure. */

import { isComment, readToken } from './tokens.ts'

/**
 * Up to `most` tokens of a statement, without comments: keywords and bare names in lower case (ASCII only, as the
 * server folds them), all else as written. A name in quotes keeps them, so it is never taken for a keyword.
 */
export function readWords(statement: string, most = Number.POSITIVE_INFINITY): string[] {
  const words: string[] = []
  let token = readToken(statement, 0)
  while (token !== undefined && words.length < most) {
    const raw = statement.slice(token.start, token.end)
    if (!isComment(token)) words.push(token.kind === 'word' ? foldName(raw) : raw)
    token = readToken(statement, token.end)
  }
  return words
}

/** True when the words at `at` are these; an array among them stands for any of its members. */
export function matchWords(words: string[], at: number, ...wanted: (string | string[])[]): boolean {
  return wanted.every((one, i) => {
    const found = words[at + i]
    return found !== undefined && (typeof one === 'string' ? found === one : one.includes(found))
  })
}

/** The index after these words when they stand at `at`, else `at`. */
export function skipWords(words: string[], at: number, ...optional: (string | string[])[]): number {
  return matchWords(words, at, ...optional) ? at + optional.length : at
}

/** A name in words: its parts as the server stores them, and the index after it. */
export interface NameAt {
  parts: string[]
  next: number
}

/** The dotted name at `at`; undefined where none stands, or one in Unicode escapes, which is not read. */
export function readName(words: string[], at: number): NameAt | undefined {
  const parts: string[] = []
  for (let next = at; ; next += 2) {
    const part = storedName(words[next])
    if (part === undefined) return undefined
    parts.push(part)
    if (words[next + 1] !== '.') return { parts, next: next + 1 }
  }
}

/** The index after the balanced parentheses that open at `at`, or `at` where none do. */
export function skipParentheses(words: string[], at: number): number {
  if (words[at] !== '(') return at
  let depth = 0
  for (let next = at; next < words.length; next++) {
    if (words[next] === '(') depth++
    if (words[next] === ')') depth--
    if (depth === 0) return next + 1
  }
  return words.length
}

function foldName(raw: string): string {
  return /[A-Z]/.test(raw) ? raw.replace(/[A-Z]+/g, upper => upper.toLowerCase()) : raw
}

function storedName(found: string | undefined): string | undefined {
  if (found === undefined) return undefined
  if (found.startsWith('"')) return cutName(found.slice(1, -1).replaceAll('""', '"'))
  return /^[a-z_\x80-\uffff]/.test(found) && !/['"]$/.test(found) ? cutName(found) : undefined
}

/** The server keeps 63 bytes of a name and never half a character (NAMEDATALEN, truncate_identifier). */
function cutName(name: string): string {
  if (name.length <= 15) return name
  let bytes = 0
  let kept = ''
  for (const point of name) {
    bytes += utf8Length(point.codePointAt(0) ?? 0)
    if (bytes > 63) return kept
    kept += point
  }
  return kept
}

function utf8Length(point: number): number {
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x10000 ? 3 : 4
}
