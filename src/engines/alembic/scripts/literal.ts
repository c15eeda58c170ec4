/** Values that can be read without running anything: None, strings, and tuples, lists and sets of strings. Pure. */
import { decodeString } from './decode-string.ts'
import type { Token } from './tokens.ts'

export type Literal =
  /** `alterable`: a list or set, which later code may change. */
  | { ok: true; shape: 'none' | 'string' | 'several'; values: string[]; alterable: boolean }
  | { ok: false; why: string }

interface Reader {
  tokens: readonly Token[]
  at: number
}

/** The value of an expression, or why it cannot be read. */
export function readLiteral(tokens: readonly Token[]): Literal {
  const reader = { tokens, at: 0 }
  const first = readItem(reader, 0)
  if (!first.ok || reader.at === tokens.length) return first
  if (textAt(reader) !== ',') return { ok: false, why: 'it is computed' }
  return collect(reader, first, 0, undefined)
}

function readItem(reader: Reader, depth: number): Literal {
  const token = reader.tokens[reader.at]
  if (token === undefined) return { ok: false, why: 'it has no value' }
  if (token.kind === 'string') return readStrings(reader)
  if (token.kind === 'number') return { ok: false, why: 'it is a number' }
  if (token.text === 'None') {
    reader.at++
    return { ok: true, shape: 'none', values: [], alterable: false }
  }
  const close = { '(': ')', '[': ']', '{': '}' }[token.text]
  // Python itself gives up at a hundred.
  if (close === undefined || depth > 50) return { ok: false, why: 'it is computed' }
  reader.at++
  return readBracketed(reader, depth, close)
}

function readBracketed(reader: Reader, depth: number, close: string): Literal {
  if (textAt(reader) === close) {
    reader.at++
    if (close === '}') return { ok: false, why: 'it is a dictionary' }
    return { ok: true, shape: 'several', values: [], alterable: close === ']' }
  }
  const first = readItem(reader, depth + 1)
  if (!first.ok) return first
  if (close === ')' && textAt(reader) === ')') {
    reader.at++
    return first
  }
  return collect(reader, first, depth, close)
}

/** The rest of a tuple, list or set whose first item is read, up to its closing bracket or the end. */
function collect(reader: Reader, first: Literal, depth: number, close: string | undefined): Literal {
  const values: string[] = []
  let item = first
  for (;;) {
    if (!item.ok) return item
    if (item.shape !== 'string') return { ok: false, why: 'it holds something that is no string' }
    values.push(...item.values)
    if (textAt(reader) === ',') reader.at++
    else if (textAt(reader) !== close) return { ok: false, why: 'it is computed' }
    if (textAt(reader) === close) break
    item = readItem(reader, depth + 1)
  }
  reader.at++
  if (close === undefined) reader.at = reader.tokens.length
  const distinct = close === '}' ? [...new Set(values)] : values
  return { ok: true, shape: 'several', values: distinct, alterable: close === ']' || close === '}' }
}

/** Strings that stand beside each other are one. */
function readStrings(reader: Reader): Literal {
  let value = ''
  for (let token = reader.tokens[reader.at]; token?.kind === 'string'; token = reader.tokens[++reader.at]) {
    const decoded = decodeString(token.text)
    if (!decoded.ok) return decoded
    value += decoded.value
  }
  return { ok: true, shape: 'string', values: [value], alterable: false }
}

function textAt(reader: Reader): string | undefined {
  const token = reader.tokens[reader.at]
  return token === undefined || token.kind === 'string' ? token && '"' : token.text
}
