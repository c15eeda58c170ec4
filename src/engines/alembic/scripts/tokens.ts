/** The tokens of a Python file, in its logical lines: enough to find assignments, and linear in its length. Pure. */
import { findStringEnd, stringStart } from './string-end.ts'

export interface Token {
  kind: 'name' | 'number' | 'string' | 'operator'
  /** As written, prefix and quotes of a string included; a name in the form in which Python compares names. */
  text: string
  line: number
  /** How many brackets are open around it; a bracket itself counts with what is outside of it. */
  depth: number
}

/** What Python takes for one line, brackets and backslashes joined. Never without a token. */
export interface LogicalLine {
  indented: boolean
  tokens: Token[]
}

export type Tokenized = { ok: true; lines: LogicalLine[] } | { ok: false; line: number; reason: string }

const name = /[\p{ID_Start}_]\p{ID_Continue}*/uy
const asciiName = /[A-Za-z_][A-Za-z0-9_]*/y
const number = /\.?[0-9][\p{L}\p{Nd}_.]*/uy
const operator =
  /\*\*=|\/\/=|>>=|<<=|\.\.\.|:=|[-+*/%@&|^=!<>]=|->|\*\*|\/\/|<<|>>|<>|[-+*/%@&|^~<>()[\]{},:.;=!]/y
const closers: Record<string, string> = { ')': '(', ']': '[', '}': '{' }

/** Cuts a text whose line ends are LF; says where it cannot be Python, as far as brackets and strings tell. */
export function tokenize(text: string): Tokenized {
  const lines: LogicalLine[] = []
  const open: Token[] = []
  let current: LogicalLine | undefined
  let line = 1
  let at = 0
  while (at < text.length) {
    const from = at
    while (isSpace(text.charCodeAt(at))) at++
    const character = text[at]
    if (character === '#') {
      const end = text.indexOf('\n', at)
      at = end === -1 ? text.length : end
      continue
    }
    if (character === '\n' || (character === '\\' && text[at + 1] === '\n')) {
      if (character === '\n' && open.length === 0) current = undefined
      at += character === '\n' ? 1 : 2
      line++
      continue
    }
    if (character === undefined) break
    const token = readToken(text, at, line, open.length)
    if ('reason' in token) return { ok: false, ...token }
    if (current === undefined) {
      const indent = text.slice(from, at)
      current = { indented: indent.slice(indent.lastIndexOf('\f') + 1) !== '', tokens: [] }
      lines.push(current)
    }
    const wrong = bracket(token, open)
    if (wrong !== undefined) return { ok: false, line, reason: wrong }
    current.tokens.push(token)
    line += countLines(token)
    at += token.length
  }
  const last = open.at(-1)
  if (last !== undefined) return { ok: false, line: last.line, reason: `"${last.text}" is never closed` }
  return { ok: true, lines }
}

interface Broken {
  line: number
  reason: string
}

function readToken(
  text: string,
  at: number,
  line: number,
  depth: number,
): (Token & { length: number }) | Broken {
  const start = mayBeString(text.charCodeAt(at)) ? matchAt(stringStart, text, at) : ''
  if (start !== '') {
    const end = findStringEnd(text, at, start)
    if (end === undefined) return { line, reason: 'a string begins here and never ends' }
    return { kind: 'string', text: text.slice(at, end), line, depth, length: end - at }
  }
  const word = readName(text, at)
  if (word !== '') return { kind: 'name', text: word.normalize('NFKC'), line, depth, length: word.length }
  const sign = matchAt(operator, text, at)
  if (sign !== '' && !(sign === '.' && /[0-9]/.test(text[at + 1] ?? '')))
    return { kind: 'operator', text: sign, line, depth, length: sign.length }
  const digits = matchAt(number, text, at)
  if (digits !== '') return { kind: 'number', text: digits, line, depth, length: digits.length }
  return { line, reason: `${JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0))} is no Python` }
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 12
}

/** Quotes and the letters of prefixes. */
function mayBeString(code: number): boolean {
  return 'rRbBuUfFtT\'"'.includes(String.fromCharCode(code))
}

/** Almost every name is ASCII, and tables of Unicode take their time. */
function readName(text: string, at: number): string {
  const word = matchAt(asciiName, text, at)
  return text.charCodeAt(at + word.length) < 128 || at + word.length === text.length
    ? word
    : matchAt(name, text, at)
}

/** Keeps the open brackets; says what is wrong with a closing one. */
function bracket(token: Token, open: Token[]): string | undefined {
  if (token.kind !== 'operator') return undefined
  if (token.text === '(' || token.text === '[' || token.text === '{') open.push(token)
  const wanted = closers[token.text]
  if (wanted === undefined) return undefined
  token.depth = Math.max(0, token.depth - 1)
  const last = open.pop()
  if (last === undefined) return `"${token.text}" closes nothing`
  if (last.text !== wanted) return `"${token.text}" does not close the "${last.text}" of line ${last.line}`
  return undefined
}

function countLines(token: Token): number {
  if (token.kind !== 'string') return 0
  let count = 0
  for (let at = token.text.indexOf('\n'); at !== -1; at = token.text.indexOf('\n', at + 1)) count++
  return count
}

function matchAt(form: RegExp, text: string, at: number): string {
  form.lastIndex = at
  return form.exec(text)?.[0] ?? ''
}
