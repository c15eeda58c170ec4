/** Revision files in the shape that Alembic's own template gives them, read line by line. Pure. */
import type { Literal } from './literal.ts'
import type { Variable, VariableName, Variables } from './variables.ts'

const blank = /^[ \t]*(?:#.*)?$/
const imports =
  /^(?:from [\w.]+ import \w+(?: as \w+)?(?:, \w+(?: as \w+)?)*|import [\w.]+(?: as \w+)?)[ \t]*$/
const target =
  /^(revision|down_revision|branch_labels|depends_on)(?:: (\w+(?:\[(?:[\w, ]|\[[\w, ]+\])+\])?(?: \| \w+)*))?$/
const oneValue = /^(?:None|"[^"\\]*"|'[^'\\]*'|\([^()]*\))$/
const several = /^\((?:"[^"\\]*"|'[^'\\]*')(?:, (?:"[^"\\]*"|'[^'\\]*'))*,?\)$/
const oneString = /"[^"\\]*"|'[^'\\]*'/g
/** A name of ours, or of what can set one without naming it, where the reader of all of Python has to look. */
const telling = /revision|branch_labels|depends_on|globals|locals|vars|exec|eval|setattr|__dict__/

/**
 * What `readVariables` gives for the same text, at a tenth of its cost; undefined for everything but a docstring,
 * imports, comments, and each variable set once to None, a string, or a tuple of strings.
 */
export function readUsual(head: string): Variables | undefined {
  const values = new Map<VariableName, Variable>()
  let doc: string | undefined
  let at = 0
  let line = 1
  while (at < head.length) {
    let end = head.indexOf('\n', at)
    if (head.startsWith('"""', at)) {
      const close = head.indexOf('"""', at + 3)
      const text = head.slice(at + 3, close)
      end = head.indexOf('\n', close)
      const behind = head.slice(close + 3, end)
      if (doc !== undefined || close === -1 || /["\\]/.test(text) || withoutEnd(behind) !== '')
        return undefined
      doc = text
    } else if (end > at) {
      const written = head.slice(at, end)
      const equals = written.indexOf(' = ')
      const name = equals === -1 ? undefined : nameOf(written.slice(0, equals))
      if (name !== undefined) {
        const value = readValue(withoutEnd(written.slice(equals + 3)))
        if (value === undefined || values.has(name)) return undefined
        values.set(name, { ...value, line })
      } else if (!isAside(written)) return undefined
      if (name !== undefined || written.startsWith('from') || written.startsWith('import')) doc ??= ''
    }
    if (end === -1) return undefined
    line += countLines(head, at, end + 1)
    at = end + 1
  }
  return { values, doc: doc ?? '' }
}

/** Without spaces and tabs at its end. By hand: a regular expression for it would be quadratic. */
function withoutEnd(text: string): string {
  let end = text.length
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--
  return text.slice(0, end)
}

/** What stands before an equals sign, and the imports, are much the same in all files of a project. */
const names = new Map<string, VariableName | undefined>()
const asides = new Map<string, boolean>()

function nameOf(written: string): VariableName | undefined {
  if (!names.has(written)) {
    const [, name, annotation = ''] = target.exec(written) ?? []
    names.set(written, telling.test(annotation) ? undefined : (name as VariableName | undefined))
  }
  return names.get(written)
}

/** A comment, or an import that sets none of the variables. */
function isAside(written: string): boolean {
  const known = asides.get(written)
  if (known !== undefined) return known
  const aside = blank.test(written) || (imports.test(written) && !telling.test(written))
  asides.set(written, aside)
  return aside
}

function readValue(written: string): Literal | undefined {
  if (!oneValue.test(written)) return undefined
  if (written === 'None') return { ok: true, shape: 'none', values: [], alterable: false }
  if (!written.startsWith('('))
    return { ok: true, shape: 'string', values: [written.slice(1, -1)], alterable: false }
  if (!several.test(written)) return undefined
  const values = (written.match(oneString) ?? []).map(text => text.slice(1, -1))
  // Without a comma behind it, parentheses around one string mean nothing.
  if (values.length === 1 && !written.endsWith(',)')) return undefined
  return { ok: true, shape: 'several', values, alterable: false }
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
