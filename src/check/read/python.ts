import { type LogicalLine, type Token, tokenize } from '../../engines/alembic/scripts/tokens.ts'
import type { Piece } from '../guard/shapes.ts'

/** The code of a revision’s file, apart by where it stands. */
export interface Code {
  up: Piece[]
  down: Piece[]
  rest: Piece[]
  /** The line of `def upgrade`, or 1. */
  line: number
}

/**
 * Cuts a Python file, its line ends LF, into logical lines. Comments, docstrings, blank lines and the width of an
 * indentation are not in their code; its depth is. Undefined where it is no Python. Pure.
 */
export function readCode(text: string): Code | undefined {
  const read = tokenize(text)
  if (!read.ok) return undefined
  const lines = text.split('\n')
  const code: Code = { up: [], down: [], rest: [], line: 1 }
  let into: 'up' | 'down' | 'rest' = 'rest'
  let indents: number[] = []
  for (const line of read.lines) {
    const [first] = line.tokens
    if (first === undefined) continue
    const width = line.indented ? (/^[ \t]*/.exec(lines[first.line - 1] ?? '')?.[0].length ?? 0) : 0
    indents = [...indents.filter(one => one < width), width]
    if (!line.indented) into = wayOf(line)
    const body = into === 'rest' || line.indented ? line.tokens : afterColon(line.tokens)
    if (!line.indented && into === 'up') code.line = first.line
    if (!isIdle(body)) code[into].push(pieceOf(body, indents.length - 1, lines))
  }
  code.down = saysNo(code.down) ? [] : code.down
  return code
}

function wayOf({ tokens }: LogicalLine): 'up' | 'down' | 'rest' {
  const [def, name] = tokens[0]?.text === 'async' ? tokens.slice(1) : tokens
  if (def?.text !== 'def') return 'rest'
  return name?.text === 'upgrade' ? 'up' : name?.text === 'downgrade' ? 'down' : 'rest'
}

/** What stands behind the colon of `def upgrade():`; the header itself is no statement. */
function afterColon(tokens: readonly Token[]): Token[] {
  const colon = tokens.findIndex(token => token.text === ':' && token.depth === 0)
  return colon === -1 ? [] : tokens.slice(colon + 1)
}

/** `pass`, `...`, a text by itself and a bare return do nothing. */
function isIdle(tokens: readonly Token[]): boolean {
  const said = tokens.map(token => token.text).join(' ')
  return tokens.every(token => token.kind === 'string') || /^(?:pass|\.\.\.|return(?: None)?) ?;?$/.test(said)
}

function saysNo(down: readonly Piece[]): boolean {
  return down.length === 1 && /^\d+ raise\b/.test(down[0]?.code ?? '')
}

function pieceOf(tokens: readonly Token[], depth: number, lines: readonly string[]): Piece {
  const line = tokens[0]?.line ?? 1
  const last = tokens.at(-1)?.line ?? line
  return {
    code: `${depth} ${tokens.map(normalise).join(' ')}`,
    text: lines
      .slice(line - 1, last)
      .map(one => one.trim())
      .join(' '),
    line,
  }
}

/** Formatters change the quotes. */
function normalise({ kind, text }: Token): string {
  return kind === 'string' ? text.replace(/^'([^'"\\\n]*)'$/, '"$1"') : text
}
