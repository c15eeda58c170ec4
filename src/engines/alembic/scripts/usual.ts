/** Revision files in the shape that Alembic's own template gives them, read line by line. Pure. */
import type { Literal } from './literal.ts'
import type { Variable, VariableName, Variables } from './variables.ts'

const blank = /(?:[ \t]*(?:#[^\n]*)?\n)+/y
const docstring = /"""([^"\\]*)"""[ \t]*\n/y
const imports =
  /(?:from [\w.]+ import \w+(?: as \w+)?(?:, \w+(?: as \w+)?)*|import [\w.]+(?: as \w+)?)[ \t]*\n/y
const assignment =
  /(revision|down_revision|branch_labels|depends_on)(?:: (\w+(?:\[(?:[\w, ]|\[[\w, ]+\])+\])?(?: \| \w+)*))? = (None|"[^"\\\n]*"|'[^'\\\n]*'|\([^()\n]*\))[ \t]*\n/y
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
  const take = (form: RegExp): RegExpExecArray | null => {
    form.lastIndex = at
    const found = form.exec(head)
    if (found !== null) at = form.lastIndex
    return found
  }
  while (at < head.length) {
    const from = at
    const form = formOf(head[at] ?? '')
    const found = take(form)
    if (found === null || (form === docstring && doc !== undefined)) return undefined
    if (form === docstring) doc = found[1] ?? ''
    else if (form !== blank) doc ??= ''
    if (form === assignment) {
      const [, name = '', annotation = '', written = ''] = found
      const value = readValue(written)
      if (value === undefined || values.has(name as VariableName) || telling.test(annotation))
        return undefined
      values.set(name as VariableName, { ...value, line })
    }
    if (form === imports && telling.test(head.slice(from, at))) return undefined
    line += countLines(head, from, at)
  }
  return { values, doc: doc ?? '' }
}

/** No two of them begin alike. */
function formOf(character: string): RegExp {
  if (character === '"') return docstring
  if (character === 'f' || character === 'i') return imports
  return character === 'r' || character === 'd' || character === 'b' ? assignment : blank
}

function readValue(written: string): Literal | undefined {
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
