import { readLiteral } from '../../engines/alembic/scripts/literal.ts'
import { type Token, tokenize } from '../../engines/alembic/scripts/tokens.ts'
import type { Operation } from '../../engines/objects/expect.ts'
import type { Piece } from '../guard/shapes.ts'

/** Names of the first arguments of Alembic’s operations (Alembic documentation, Operation Reference). */
const signatures: Record<string, readonly [first: Part, second?: Part]> = {
  create_table: ['table'],
  drop_table: ['table'],
  rename_table: ['table', 'object'],
  add_column: ['table', 'object'],
  drop_column: ['table', 'object'],
  alter_column: ['table'],
  create_index: ['object', 'table'],
  drop_index: ['object', 'table'],
  create_unique_constraint: ['object', 'table'],
  create_check_constraint: ['object', 'table'],
  create_exclude_constraint: ['object', 'table'],
  create_primary_key: ['object', 'table'],
  create_foreign_key: ['object', 'table'],
  drop_constraint: ['object', 'table'],
  execute: ['sql'],
}
type Part = 'table' | 'object' | 'sql'

/** The same arguments by their keywords. */
const keywords: Record<string, Part> = {
  table_name: 'table',
  old_table_name: 'table',
  source_table: 'table',
  new_table_name: 'object',
  column_name: 'object',
  column: 'object',
  index_name: 'object',
  constraint_name: 'object',
  sqltext: 'sql',
}

/** The operations of one logical line of an `upgrade()`, as far as they are literals. Pure. */
export function readOperations(piece: Piece): Operation[] {
  const read = tokenize(piece.code.replace(/^\d+ /, ''))
  if (!read.ok) return []
  return read.lines.flatMap(({ tokens }) =>
    tokens.flatMap((token, at) => {
      const [dot, verb, open] = tokens.slice(at + 1, at + 4)
      const isCall = token.text === 'op' && dot?.text === '.' && open?.text === '('
      if (!isCall || verb === undefined || tokens[at - 1]?.text === '.') return []
      return readCall(verb.text, splitArguments(tokens.slice(at + 4), open.depth), piece.line)
    }),
  )
}

function readCall(name: string, given: readonly Token[][], line: number): Operation[] {
  const signature = signatures[name]
  if (signature === undefined) return []
  const operation: Operation = { line, name, table: null, schema: null, object: null, sql: null }
  for (const [index, tokens] of given.entries()) {
    const keyword = tokens[1]?.text === '=' ? tokens[0]?.text : undefined
    const value = firstText(keyword === undefined ? tokens : tokens.slice(2))
    // What is done only if it can be done fails nowhere.
    if (keyword === 'if_exists' || keyword === 'if_not_exists') return []
    const part = keyword === undefined ? signature[index] : (keywords[keyword] ?? keyword)
    if (part === 'schema' || part === 'table' || part === 'object' || part === 'sql')
      operation[part] ??= value ?? null
  }
  return [operation]
}

/** The arguments of a call whose bracket is open, each without its comma. */
function splitArguments(tokens: readonly Token[], depth: number): Token[][] {
  const given: Token[][] = [[]]
  for (const token of tokens) {
    if (token.depth <= depth) break
    if (token.text === ',' && token.depth === depth + 1) given.push([])
    else given.at(-1)?.push(token)
  }
  return given.filter(one => one.length > 0)
}

/** A text, or the first one in a call around it: `op.f("ix")`, `sa.Column("note", …)`, `sa.text("…")`. */
function firstText(tokens: readonly Token[]): string | undefined {
  const whole = readLiteral(tokens)
  if (whole.ok) return whole.shape === 'string' ? whole.values[0] : undefined
  const open = tokens.findIndex(token => token.text === '(')
  const isCall = open > 0 && tokens.slice(0, open).every(token => token.kind === 'name' || token.text === '.')
  const [first] = isCall ? splitArguments(tokens.slice(open + 1), tokens[open]?.depth ?? 0) : []
  const inner = first === undefined ? undefined : readLiteral(first)
  return inner?.ok === true && inner.shape === 'string' ? inner.values[0] : undefined
}
