/** What a revision file sets its variables to, found without running it. Pure. */
import { type Literal, readLiteral } from './literal.ts'
import type { LogicalLine, Token } from './tokens.ts'

/** The variables that Alembic reads. */
const variableNames = ['revision', 'down_revision', 'branch_labels', 'depends_on'] as const
export type VariableName = (typeof variableNames)[number]

/** Its value after the last line that sets it. */
export type Variable = Literal & { line: number }

export interface Variables {
  /** A variable that nothing sets is not in it. */
  values: Map<VariableName, Variable>
  /** The docstring. */
  doc: string
}

/** Code that can set a variable without naming it. */
const sorcery = new Set(['globals', 'locals', 'vars', 'exec', 'eval', 'setattr', '__dict__'])
const compound = new Set([
  ...['if', 'elif', 'else', 'for', 'while', 'with', 'try', 'except', 'finally', 'async', 'match', 'case'],
])
const definition = new Set(['def', 'class'])
const binding = new Set(['del', 'global', 'nonlocal', 'type'])

/**
 * Follows the statements of the module from top to bottom, as an import does. What stands in functions and classes
 * does not count; what is set under a condition, or in a way that is not read here, is not known until a plain
 * assignment follows.
 */
export function readVariables(lines: readonly LogicalLine[]): Variables {
  const values = new Map<VariableName, Variable>()
  const forever = new Set<VariableName>()
  const blur = (name: VariableName, line: number, why: string) => values.set(name, { ok: false, why, line })
  const state: State = {
    values,
    blur,
    set: (name, value, line) => forever.has(name) || values.set(name, { ...value, line }),
    blurForever: (name, line) => {
      blur(name, line, 'a function can set it')
      forever.add(name)
    },
  }
  let inDefinition = false
  for (const { indented, tokens } of lines) {
    if (!indented) inDefinition = isDefinition(tokens)
    if (inDefinition && !indented) readHeader(tokens, state)
    if (inDefinition) readDefinition(tokens, state)
    else if (indented || isCompound(tokens)) readBlock(tokens, state)
    else for (const statement of splitAt(tokens, ';')) readStatement(statement, state)
  }
  return { values, doc: readDoc(lines) }
}

interface State {
  values: Map<VariableName, Variable>
  blur(name: VariableName, line: number, why: string): void
  set(name: VariableName, value: Literal, line: number): void
  blurForever(name: VariableName, line: number): void
}

function isDefinition(tokens: readonly Token[]): boolean {
  const word = tokens[0]?.text === 'async' ? tokens[1]?.text : tokens[0]?.text
  return definition.has(word ?? '')
}

/** `match` and `case` are ordinary names unless the line ends in a colon. */
function isCompound(tokens: readonly Token[]): boolean {
  const [first] = tokens
  if (first?.kind !== 'name' || !compound.has(first.text)) return false
  return (first.text !== 'match' && first.text !== 'case') || tokens.at(-1)?.text === ':'
}

/** A function or class can have the name of a variable. */
function readHeader(tokens: readonly Token[], state: State): void {
  const named = tokens[tokens.findIndex(token => definition.has(token.text)) + 1]
  if (named !== undefined) blurMentions([named], state)
}

/** A function may set a variable of the module if it says so; a default value may by `:=`. */
function readDefinition(tokens: readonly Token[], state: State): void {
  let declaring = false
  tokens.forEach((token, at) => {
    if (token.text === 'global' || token.text === ';') declaring = token.text === 'global'
    const bound = declaring || tokens[at + 1]?.text === ':='
    if (isVariable(token) && bound) state.blurForever(token.text, token.line)
    if (token.kind === 'name' && token.text === 'globals')
      for (const name of variableNames) state.blurForever(name, token.line)
  })
}

/** Under a condition or in a loop every mention could be an assignment, but for attributes and named arguments. */
function readBlock(tokens: readonly Token[], state: State): void {
  blurAll(tokens, state)
  tokens.forEach((token, at) => {
    if (!isVariable(token)) return
    const next = tokens[at + 1]?.text
    const attribute = tokens[at - 1]?.text === '.' && next !== '='
    if (attribute || (token.depth > 0 && next === '=')) return
    state.blur(token.text, token.line, 'it is set or used under a condition or in a loop')
  })
}

function readStatement(tokens: readonly Token[], state: State): void {
  const [first] = tokens
  if (first === undefined) return
  blurAll(tokens, state)
  const parts = splitAt(tokens, '=')
  if (first.text === 'import' || first.text === 'from') readImport(tokens, state)
  else if (binding.has(first.text) && parts.length === 1) blurMentions(tokens, state)
  else readAssignments(parts, state)
}

function readAssignments(parts: Token[][], state: State): void {
  const value = parts.pop() ?? []
  blurTricks(value, state)
  if (parts.length === 0) {
    const [first, second] = value
    if (
      first !== undefined &&
      isVariable(first) &&
      second?.kind === 'operator' &&
      /^(?:\*\*|\/\/|>>|<<|[-+*/%@&|^])=$/.test(second.text)
    )
      state.blur(first.text, first.line, 'it is computed')
    return
  }
  const literal = readLiteral(value)
  for (const target of parts) {
    const [name, colon] = target
    const plain = target.length === 1 || (colon?.text === ':' && parts.length === 1)
    if (plain && name !== undefined && isVariable(name)) state.set(name.text, literal, name.line)
    else if (!plain || name?.kind !== 'name') blurMentions(target, state)
  }
}

function readImport(tokens: readonly Token[], state: State): void {
  const names = tokens.slice(tokens.findIndex(token => token.text === 'import') + 1)
  blurMentions(names, state)
  const star = names.find(token => token.text === '*')
  if (star === undefined) return
  for (const name of variableNames) state.blur(name, star.line, 'an import of everything may set it')
}

function blurMentions(tokens: readonly Token[], state: State): void {
  for (const token of tokens)
    if (isVariable(token)) state.blur(token.text, token.line, 'it is set in a way that is not read here')
}

/** `:=`, and a list or set that is handed to code which may change it. */
function blurTricks(tokens: readonly Token[], state: State): void {
  tokens.forEach((token, at) => {
    if (!isVariable(token)) return
    const value = state.values.get(token.text)
    const alterable = value?.ok === true && value.alterable && tokens[at - 1]?.text !== '.'
    if (tokens[at + 1]?.text === ':=' || alterable)
      state.blur(token.text, token.line, 'later code may change it')
  })
}

function blurAll(tokens: readonly Token[], state: State): void {
  const found = tokens.find(token => token.kind === 'name' && sorcery.has(token.text))
  if (found === undefined) return
  for (const name of variableNames) state.blur(name, found.line, `${found.text} may set it`)
}

function isVariable(token: Token): token is Token & { text: VariableName } {
  return token.kind === 'name' && (variableNames as readonly string[]).includes(token.text)
}

function splitAt(tokens: readonly Token[], mark: string): Token[][] {
  const parts: Token[][] = [[]]
  for (const token of tokens) {
    if (token.kind === 'operator' && token.text === mark && token.depth === 0) parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts
}

function readDoc(lines: readonly LogicalLine[]): string {
  const [statement = []] = splitAt(lines[0]?.tokens ?? [], ';')
  const literal = readLiteral(statement)
  return literal.ok && literal.shape === 'string' ? (literal.values[0] ?? '') : ''
}
