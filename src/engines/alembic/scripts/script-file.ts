import { makeFault } from '../../../catalogue/catalogue.ts'
import type { Fault } from '../../../domain.ts'
import { oneLine } from '../../../text.ts'
import type { Script, Unreadable } from '../shapes.ts'
import { decodeSource } from './source.ts'
import { tokenize } from './tokens.ts'
import { readUsual } from './usual.ts'
import { readVariables, type Variable, type VariableName, type Variables } from './variables.ts'
import { isPlainlyWhole } from './whole.ts'

/** What one file gave: a script, or what kept it from being one. A script can have faults beside it. */
export interface ScriptFile {
  script?: Script
  unreadable?: Unreadable
  faults: Fault[]
}

/** Characters of the version table's column. */
const longestId = 32
/** They have a meaning in a target. */
const refused = ['@', '-', '+', ':']
/** Before Alembic 0.2 the file's name was the id. */
const legacyName = /^([a-f0-9]+)\.py$/

/** Reads a revision file as far as that can be done without running it; `name` is its own name, behind links. */
export function readScriptFile(path: string, name: string, bytes: Buffer): ScriptFile {
  const source = decodeSource(bytes)
  if (!source.ok) {
    if (source.broken) return { faults: [syntaxFault(path, source.line, source.reason)] }
    return { unreadable: { place: { path, line: source.line }, why: source.reason }, faults: [] }
  }
  return readScriptText(path, name, source.text)
}

/** The same of what the file says. */
export function readScriptText(path: string, name: string, text: string): ScriptFile {
  const variables = readHead(text)
  if ('reason' in variables) return { faults: [syntaxFault(path, variables.line, variables.reason)] }
  const missing = (variable: VariableName) => ({
    faults: [makeFault('alembic-variable-missing', { path: oneLine(path), variable }, { place: { path } })],
  })
  const legacy = legacyName.exec(name)?.[1]
  if (!variables.values.has('revision') && legacy === undefined) return missing('revision')
  if (!variables.values.has('down_revision')) return missing('down_revision')
  return makeScript(path, text, variables, legacy)
}

function makeScript(
  path: string,
  text: string,
  variables: Variables,
  legacy: string | undefined,
): ScriptFile {
  for (const [name, value] of variables.values) {
    const why = value.ok ? unfit(name, value) : value.why
    if (why === '') continue
    return { unreadable: { place: { path, line: value.line }, why: `${name}: ${why}` }, faults: [] }
  }
  const valuesOf = (name: VariableName) => {
    const value = variables.values.get(name)
    return value?.ok === true ? value.values : []
  }
  const id = valuesOf('revision')[0] ?? legacy ?? ''
  const script = {
    id,
    message: variables.doc.trim().split('\n')[0]?.trimEnd() ?? '',
    path,
    down: valuesOf('down_revision'),
    dependsOn: valuesOf('depends_on'),
    labels: valuesOf('branch_labels'),
    revisionLine: variables.values.get('revision')?.line ?? 1,
    downLine: variables.values.get('down_revision')?.line ?? 1,
    text,
  }
  return { script, faults: idFaults(script) }
}

function unfit(name: VariableName, value: Variable & { ok: true }): string {
  return name === 'revision' && value.shape !== 'string' ? 'it is no string' : ''
}

function idFaults({ id, path, revisionLine }: Script): Fault[] {
  const faults: Fault[] = []
  const around = { place: { path, line: revisionLine } }
  const { length } = id.length > longestId ? [...id] : id
  if (length > longestId) faults.push(makeFault('alembic-id-long', { id: oneLine(id, 80), length }, around))
  const characters = refused.filter(character => id.includes(character))
  if (characters.length > 0)
    faults.push(makeFault('alembic-id-characters', { id: oneLine(id, 80), characters }, around))
  return faults
}

function syntaxFault(path: string, line: number, reason: string): Fault {
  return makeFault('alembic-syntax', { reason: oneLine(reason) }, { place: { path, line } })
}

/**
 * What brackets and strings tell of a whole script: reading it stops at its first function where nothing after that
 * can set a variable, and only what is going to run is worth the rest.
 */
export function checkScript(script: Script): Fault | undefined {
  if (!checked.has(script)) {
    const text = unifyLineEnds(script.text)
    const read = isPlainlyWhole(text) ? { ok: true as const } : tokenize(text)
    checked.set(script, read.ok ? undefined : syntaxFault(script.path, read.line, read.reason))
  }
  return checked.get(script)
}

/** A plan is made before the lock and under it, of the same scripts. */
const checked = new WeakMap<Script, Fault | undefined>()

/** Whatever could set a variable of the module behind its first function, and letters that Python may fold into ours. */
const later =
  /\b(?:(?:down_)?revision|branch_labels|depends_on|globals|locals|vars|exec|eval|setattr|__dict__)\b|import\s*\(?\s*\*|[^\0-\x7f]/

/** What the part before the first function or class sets; all of the file is read where what follows could matter. */
function readHead(source: string): Variables | { reason: string; line: number } {
  const text = unifyLineEnds(source)
  const cut = text.search(/^(?:async def|def|class) /m)
  if (cut > 0 && text[cut - 2] !== '\\' && !later.test(text.slice(cut))) {
    const head = text.slice(0, cut)
    const usual = readUsual(head)
    if (usual !== undefined) return usual
    // A string or bracket that is open here began before: then it was no function.
    const tokens = tokenize(head)
    if (tokens.ok) return readVariables(tokens.lines)
  }
  const tokens = tokenize(text)
  return tokens.ok ? readVariables(tokens.lines) : tokens
}

function unifyLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}
