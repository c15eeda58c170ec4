/** An ini file as Python's ConfigParser reads it. Pure. */
import { indentOf, strip, stripEnd } from './python-text.ts'

/** Raw values, before interpolation. */
export interface Ini {
  defaults: Map<string, string>
  sections: Map<string, Map<string, string>>
}

/** What ConfigParser refuses. */
export interface IniFault {
  line: number
  reason: string
}

type Lines = Map<string, string[]>

interface State {
  defaults: Lines
  sections: Map<string, Lines>
  name: string
  section: Lines | undefined
  option: string | undefined
  indent: number
}

/** Reads a text whose line ends are LF. */
export function readIni(text: string): { ok: true; ini: Ini } | { ok: false; fault: IniFault } {
  const state: State = {
    defaults: new Map(),
    sections: new Map(),
    name: '',
    section: undefined,
    option: undefined,
    indent: 0,
  }
  let line = 0
  for (const written of text.split('\n')) {
    line++
    const reason = readLine(written, state)
    if (reason !== undefined) return { ok: false, fault: { line, reason } }
  }
  const join = (lines: Lines) =>
    new Map([...lines].map(([key, values]) => [key, stripEnd(values.join('\n'))]))
  const sections = new Map([...state.sections].map(([name, lines]) => [name, join(lines)]))
  return { ok: true, ini: { defaults: join(state.defaults), sections } }
}

/** Comments take whole lines only; what is indented more than its key goes on with the value. */
function readLine(written: string, state: State): string | undefined {
  const value = strip(written)
  if (value.startsWith('#') || value.startsWith(';')) return undefined
  const under = state.option === undefined ? undefined : state.section?.get(state.option)
  if (value === '') {
    under?.push('')
    return undefined
  }
  const indent = indentOf(written)
  if (under !== undefined && indent > state.indent) {
    under.push(value)
    return undefined
  }
  state.indent = indent
  const header = /^\[(.+)\]/.exec(value)?.[1]
  return header === undefined ? readOption(value, state) : openSection(header, state)
}

function openSection(name: string, state: State): string | undefined {
  state.name = name
  state.option = undefined
  if (name === 'DEFAULT') {
    state.section = state.defaults
    return undefined
  }
  if (state.sections.has(name)) return `the section [${name}] stands there twice`
  state.section = new Map()
  state.sections.set(name, state.section)
  return undefined
}

function readOption(value: string, state: State): string | undefined {
  if (state.section === undefined) return 'a line stands above the first [section]'
  const at = value.search(/[=:]/)
  if (at === -1) return 'a line is neither a [section] nor `key = value`'
  const key = stripEnd(value.slice(0, at)).toLowerCase()
  if (key === '') return 'a line has no key'
  if (state.section.has(key)) return `${key} stands twice in [${state.name}]`
  state.section.set(key, [strip(value.slice(at + 1))])
  state.option = key
  return undefined
}

/**
 * The value of a key in a section or, failing that, in DEFAULT; undefined where neither has it or the section is not
 * there. `here` is what `%(here)s` stands for.
 */
export function iniValue(
  ini: Ini,
  section: string,
  key: string,
  here: string,
): { ok: true; value: string | undefined } | { ok: false; reason: string } {
  const own = section === 'DEFAULT' ? ini.defaults : ini.sections.get(section)
  if (own === undefined) return { ok: true, value: undefined }
  const known = new Map([['here', here.replaceAll('%', '%%')], ...ini.defaults, ...own])
  const raw = known.get(key)
  if (raw === undefined) return { ok: true, value: undefined }
  return interpolate(raw, known, 1)
}

/** Nobody writes more; ten lines that name each other ten times each would be gigabytes. */
const longestValue = 1_000_000

function interpolate(
  raw: string,
  known: ReadonlyMap<string, string>,
  depth: number,
): { ok: true; value: string } | { ok: false; reason: string } {
  if (depth > 10) return { ok: false, reason: 'its %(…)s lead too deep' }
  let value = ''
  let rest = raw
  for (let at = rest.indexOf('%'); at !== -1; at = rest.indexOf('%')) {
    value += rest.slice(0, at)
    const found = /^%(?:%|\(([^)]+)\)s)/.exec(rest.slice(at))
    if (found === null) return { ok: false, reason: 'a % in it is neither %% nor %(name)s' }
    rest = rest.slice(at + found[0].length)
    if (found[1] === undefined) {
      value += '%'
      continue
    }
    const other = known.get(found[1].toLowerCase())
    if (other === undefined) return { ok: false, reason: `%(${found[1]})s is not set` }
    const inner = interpolate(other, known, depth + 1)
    if (!inner.ok) return inner
    value += inner.value
    if (value.length > longestValue) return { ok: false, reason: 'its %(…)s make it too long' }
  }
  return { ok: true, value: value + rest }
}
