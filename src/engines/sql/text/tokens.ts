/**
 * The tokens of Postgres' SQL, as its own scanner cuts them (src/backend/parser/scan.l, PostgreSQL 18),
 * with `standard_conforming_strings` on. Pure, and linear in the length of the text.
 */

/**
 * `word` a keyword or a name without quotes, `quoted` a name in double quotes, `string` any string constant,
 * `meta` a backslash outside of quotes up to its line's end: psql's, never the server's.
 */
export type TokenKind =
  | 'word'
  | 'quoted'
  | 'string'
  | 'number'
  | 'parameter'
  | 'operator'
  | 'sign'
  | 'line-comment'
  | 'block-comment'
  | 'meta'

/** One token: UTF-16 indexes into the text, `end` exclusive. */
export interface Token {
  kind: TokenKind
  start: number
  end: number
  /** False for a string, name or comment that the text ends before; `end` is then the text's length. */
  closed: boolean
}

const number =
  /0[xX](?:_?[0-9A-Fa-f])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|(?:[0-9](?:_?[0-9])*(?:\.(?!\.)(?:[0-9](?:_?[0-9])*)?)?|\.[0-9](?:_?[0-9])*)(?:[eE][+-]?[0-9](?:_?[0-9])*)?/y
const parameter = /\$[0-9]+/y
/** No tag holds a `$`; a `$` inside of a name never gets here, because the name takes it first. */
const dollarTag = /\$(?:[A-Za-z_\x80-\uffff][A-Za-z0-9_\x80-\uffff]*)?\$/y
const commentMark = /\/\*|\*\//g
const escapeStop = /['\\]/g

/** What an ASCII character may be; asked for every character of a script, so it is a table. */
const operatorCodes = tabulate('~!@#^&|`?+-*/%<>=')
const nameCodes = tabulate('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789$')

const tab = 9
const lineFeed = 10
const carriageReturn = 13
const space = 32
const doubleQuote = 34
const dollar = 36
const ampersand = 38
const quote = 39
const asterisk = 42
const minus = 45
const dot = 46
const slash = 47
const backslash = 92

/** The first token that begins at `from` or after it, comments included; undefined where only white space is left. */
export function readToken(text: string, from: number): Token | undefined {
  let start = from
  while (isSpace(text.charCodeAt(start))) start++
  if (start >= text.length) return undefined
  const code = text.charCodeAt(start)
  if (code === quote) return closeQuote('string', text, start, start)
  if (code === doubleQuote) return closeQuote('quoted', text, start, start)
  if (isLetter(code))
    return readPrefixed(text, start, code) ?? openEnd('word', start, findNameEnd(text, start))
  if (isDigit(code) || (code === dot && isDigit(text.charCodeAt(start + 1))))
    return openEnd('number', start, matchAt(number, text, start))
  if (code === dollar) return readDollar(text, start)
  if (code === minus && text.charCodeAt(start + 1) === minus)
    return openEnd('line-comment', start, findLineEnd(text, start))
  if (code === slash && text.charCodeAt(start + 1) === asterisk) return closeComment(text, start)
  if (code === backslash) return openEnd('meta', start, findLineEnd(text, start))
  if (isOperator(code)) return openEnd('operator', start, findOperatorEnd(text, start))
  return openEnd('sign', start, start + 1)
}

/** Index of the line end (LF or CR, which both end a comment) at or after `from`, or the text's length. */
export function findLineEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++
  return at
}

/** White space of the server's scanner; all else outside of ASCII is part of a name, the no-break space too. */
function isSpace(code: number): boolean {
  return code === space || (code >= tab && code <= carriageReturn)
}

export function isComment(token: Token): boolean {
  return token.kind === 'line-comment' || token.kind === 'block-comment'
}

function isLineEnd(code: number): boolean {
  return code === lineFeed || code === carriageReturn
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code >= 128
}

function isOperator(code: number): boolean {
  return operatorCodes[code] === 1
}

function tabulate(characters: string): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, code) =>
    characters.includes(String.fromCharCode(code)) ? 1 : 0,
  )
}

function findNameEnd(text: string, start: number): number {
  let at = start + 1
  for (let code = text.charCodeAt(at); code >= 128 || nameCodes[code] === 1; code = text.charCodeAt(at)) at++
  return at
}

function openEnd(kind: TokenKind, start: number, end: number): Token {
  return { kind, start, end, closed: true }
}

function unclosed(kind: TokenKind, text: string, start: number): Token {
  return { kind, start, end: text.length, closed: false }
}

function matchAt(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at
  return sticky.test(text) ? sticky.lastIndex : at
}

/** A string or name whose quote has a prefix: E'', B'', X'', N'', U&'', U&"". */
function readPrefixed(text: string, start: number, code: number): Token | undefined {
  const next = text.charCodeAt(start + 1)
  if (next === quote && 'eEbBxXnN'.includes(text.charAt(start)))
    return (code | 32) === 101
      ? closeEscapeString(text, start, start + 1)
      : closeQuote('string', text, start, start + 1)
  if (next !== ampersand || (code | 32) !== 117) return undefined
  const mark = text.charCodeAt(start + 2)
  if (mark === quote) return closeQuote('string', text, start, start + 2)
  return mark === doubleQuote ? closeQuote('quoted', text, start, start + 2) : undefined
}

/** Ends at the next quote that is not doubled. */
function closeQuote(kind: 'string' | 'quoted', text: string, start: number, open: number): Token {
  const mark = text.charAt(open)
  let end = text.indexOf(mark, open + 1)
  while (end !== -1 && text.charAt(end + 1) === mark) end = text.indexOf(mark, end + 2)
  return end === -1 ? unclosed(kind, text, start) : openEnd(kind, start, end + 1)
}

function closeEscapeString(text: string, start: number, open: number): Token {
  let at = open + 1
  for (;;) {
    escapeStop.lastIndex = at
    const stop = escapeStop.exec(text)?.index
    if (stop === undefined) return unclosed('string', text, start)
    if (text.charCodeAt(stop) === backslash || text.charCodeAt(stop + 1) === quote) {
      at = stop + 2
      continue
    }
    const next = findContinuation(text, stop + 1)
    if (next === undefined) return openEnd('string', start, stop + 1)
    at = next + 1
  }
}

/**
 * Index of the quote that continues an escape string on a later line (SQL's rule: white space with at least one
 * line end between the parts). It has to be known, because the later part has backslash escapes as well.
 */
function findContinuation(text: string, from: number): number | undefined {
  let at = from
  let lines = 0
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === minus && text.charCodeAt(at + 1) === minus) {
      at = findLineEnd(text, at)
    } else if (isSpace(code)) {
      if (isLineEnd(code)) lines++
      at++
    } else {
      return code === quote && lines > 0 ? at : undefined
    }
  }
}

function readDollar(text: string, start: number): Token {
  const open = matchAt(dollarTag, text, start)
  if (open === start) {
    const end = matchAt(parameter, text, start)
    return end === start ? openEnd('sign', start, start + 1) : openEnd('parameter', start, end)
  }
  const tag = text.slice(start, open)
  const close = text.indexOf(tag, open)
  return close === -1 ? unclosed('string', text, start) : openEnd('string', start, close + tag.length)
}

/** Block comments nest. */
function closeComment(text: string, start: number): Token {
  let depth = 0
  commentMark.lastIndex = start
  for (let mark = commentMark.exec(text); mark !== null; mark = commentMark.exec(text)) {
    depth += mark[0] === '/*' ? 1 : -1
    if (depth === 0) return openEnd('block-comment', start, commentMark.lastIndex)
  }
  return unclosed('block-comment', text, start)
}

/** An operator ends before a comment that begins inside of it. */
function findOperatorEnd(text: string, start: number): number {
  let at = start + 1
  while (isOperator(text.charCodeAt(at)) && !beginsComment(text, at)) at++
  return at
}

function beginsComment(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  const next = text.charCodeAt(at + 1)
  return (code === minus && next === minus) || (code === slash && next === asterisk)
}
