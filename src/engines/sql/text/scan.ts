/** Where statements begin and end in a script. Pure, one pass, linear in the length of the text. */

import { findLineEnd, readToken, type Token } from './tokens.ts'
import { readWords } from './words.ts'

/** What hears of a script's parts, in their order: UTF-16 indexes into the text, `end` exclusive. */
export interface ScriptListener {
  /** From its first token to its last, without `;`; a psql meta-command is a statement of its own. */
  statement(start: number, end: number): void
  /** A line comment; true where no statement may go on beyond it. */
  comment?(start: number, end: number): boolean
}

/** Where the statement that is being read stands in the grammar, as far as `;` needs it. */
interface State {
  start: number
  end: number
  depth: number
  /** Depth of parentheses at each open BEGIN ATOMIC, outermost first. */
  bodies: number[]
  /** Words that tell CREATE [OR REPLACE] FUNCTION or PROCEDURE: how far they got. */
  head: 'none' | 'create' | 'routine' | 'other'
  /** True until the first token after BEGIN ATOMIC or after a `;` in such a body. */
  fresh: boolean
  /** The token before was BEGIN, where a routine's body may begin. */
  begun: boolean
}

/**
 * Finds the statements of a script as the server's grammar would: `;` ends one, except within parentheses
 * (rules) and within BEGIN ATOMIC … END of a routine. Nothing is kept of what was told, however long the script is.
 * Gives back the string, name or comment that never ends; what stands before it was told, an open statement was not.
 */
export function scanScript(text: string, listener: ScriptListener): Token | undefined {
  let state = beginStatement()
  const endStatement = () => {
    if (state.start === -1) return
    listener.statement(state.start, state.end)
    state = beginStatement()
  }
  for (let token = readToken(text, 0); token !== undefined; token = readToken(text, token.end)) {
    if (!token.closed) return token
    if (token.kind === 'line-comment') {
      if (listener.comment?.(token.start, token.end) === true) endStatement()
    } else if (token.kind === 'meta') {
      endStatement()
      listener.statement(token.start, findVisibleEnd(text, token))
    } else if (isEnd(text, token, state)) {
      const copies = mayCopy(text, state.start) && readsStandardInput(text.slice(state.start, state.end))
      endStatement()
      if (copies) token.end = findDataEnd(text, token.end)
    } else if (token.kind !== 'block-comment') {
      advance(text, token, state)
    }
  }
  endStatement()
  return undefined
}

/** COPY … FROM STDIN: what follows is data for psql. The grammar takes STDOUT for it as well. */
export function readsStandardInput(statement: string): boolean {
  if (!mayCopy(statement, 0) || readWords(statement, 1)[0] !== 'copy') return false
  const words = readWords(statement)
  let depth = 0
  for (const [at, found] of words.entries()) {
    if (found === '(') depth++
    else if (found === ')') depth--
    else if (depth === 0 && found === 'from') return words[at + 1] === 'stdin' || words[at + 1] === 'stdout'
  }
  return false
}

/** Asked for every statement of a script, before any words are read: it begins with a C. */
function mayCopy(text: string, start: number): boolean {
  return (text.charCodeAt(start) | 32) === 99
}

function beginStatement(): State {
  return { start: -1, end: -1, depth: 0, bodies: [], head: 'none', fresh: true, begun: false }
}

function isEnd(text: string, token: Token, state: State): boolean {
  return text.charAt(token.start) === ';' && state.depth === 0 && state.bodies.length === 0
}

function advance(text: string, token: Token, state: State): void {
  if (state.start === -1) state.start = token.start
  state.end = token.end
  const begun = state.begun
  const fresh = state.fresh
  state.begun = false
  state.fresh = false
  const floor = state.bodies.at(-1) ?? 0
  if (token.kind === 'word') {
    if (state.head === 'other' && !fresh) return
    const found = text.slice(token.start, Math.min(token.end, token.start + 10)).toLowerCase()
    // Inside of a body each inner statement ends with `;`, so only an END right after one closes the body:
    // no CASE has to be counted, and `select 1 as end` is no trap.
    if (fresh && state.bodies.length > 0 && found === 'end') {
      state.bodies.pop()
      state.head = 'routine'
    } else if (begun && found === 'atomic') {
      state.bodies.push(state.depth)
      state.head = 'none'
      state.fresh = true
    } else {
      state.begun = state.head === 'routine' && found === 'begin' && state.depth === floor
      state.head = readHead(state.head, found)
    }
    return
  }
  if (state.head !== 'routine') state.head = 'other'
  if (token.kind !== 'sign') return
  const sign = text.charAt(token.start)
  if (sign === '(') state.depth++
  else if (sign === ')') state.depth = Math.max(floor, state.depth - 1)
  else if (sign === ';' && state.depth === floor && state.bodies.length > 0) {
    state.head = 'none'
    state.fresh = true
  }
}

function readHead(head: State['head'], found: string): State['head'] {
  if (head === 'none') return found === 'create' ? 'create' : 'other'
  if (head !== 'create') return head
  if (found === 'or' || found === 'replace') return 'create'
  return found === 'function' || found === 'procedure' ? 'routine' : 'other'
}

function findVisibleEnd(text: string, token: Token): number {
  return token.start + text.slice(token.start, token.end).trimEnd().length
}

/** End of the data of COPY, which begins on the next line and ends with `\.` or the file. */
function findDataEnd(text: string, from: number): number {
  const close = /^\\\.[ \t]*$/gm
  close.lastIndex = findLineEnd(text, from)
  return close.test(text) ? close.lastIndex : text.length
}
