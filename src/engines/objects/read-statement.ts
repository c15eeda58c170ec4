/** What one SQL statement makes, removes and needs. Pure. */

import { matchWords, readName, readWords, skipParentheses, skipWords } from '../sql/text/words.ts'
import type { ExpectedObject, ObjectKind } from './objects.ts'

type Effect = ExpectedObject['effect']

const kinds: Record<string, ObjectKind> = {
  table: 'table',
  view: 'view',
  sequence: 'sequence',
  type: 'type',
  domain: 'type',
  schema: 'schema',
  extension: 'extension',
  function: 'function',
  procedure: 'function',
  index: 'index',
}

const modifiers = new Set(
  'or replace temp temporary global local unlogged unique materialized recursive foreign'.split(' '),
)
const data = new Set([
  'insert',
  'update',
  'delete',
  'merge',
  'copy',
  'truncate',
  'do',
  'call',
  'select',
  'with',
])

/** The objects of a statement; undefined for one whose effect no catalog shows (data, a block, an unknown form). */
export function readStatement(text: string): ExpectedObject[] | undefined {
  const words = readWords(text)
  const [verb = ''] = words
  if (verb === 'create') return readCreate(words)
  if (verb === 'drop') return readDrop(words)
  if (verb === 'alter') return readAlter(words)
  return data.has(verb) ? undefined : []
}

function readCreate(words: string[]): ExpectedObject[] | undefined {
  let at = 1
  while (modifiers.has(words[at] ?? '')) at++
  const said = words.slice(1, at)
  // It goes with the session.
  if (said.some(word => word.startsWith('temp'))) return []
  // Whether it is the old one or the new one cannot be told by its name.
  if (said.includes('replace')) return undefined
  const kind = kinds[words[at] ?? '']
  if (kind === undefined) return undefined
  const named = skipWords(words, skipWords(words, at + 1, 'concurrently'), 'if', 'not', 'exists')
  const found = objectAt(words, named, kind, 'makes')
  if (found === undefined) return undefined
  if (kind !== 'index') return [found.object]
  const on = words.indexOf('on', found.next)
  const table = on === -1 ? undefined : objectAt(words, skipWords(words, on + 1, 'only'), 'table', 'needs')
  if (table === undefined) return undefined
  const { name, schema } = table.object
  // An index lives in the schema of its table.
  return [{ ...found.object, table: name, ...(schema === undefined ? {} : { schema }) }, table.object]
}

function readDrop(words: string[]): ExpectedObject[] | undefined {
  const start = skipWords(words, 1, ['materialized', 'foreign'])
  const kind = kinds[words[start] ?? '']
  if (kind === undefined) return undefined
  let at = skipWords(words, skipWords(words, start + 1, 'concurrently'), 'if', 'exists')
  const objects: ExpectedObject[] = []
  for (;;) {
    const found = objectAt(words, at, kind, 'removes')
    if (found === undefined) return undefined
    objects.push(found.object)
    at = skipParentheses(words, found.next)
    if (words[at] !== ',') return objects
    at++
  }
}

function readAlter(words: string[]): ExpectedObject[] | undefined {
  const kind = kinds[words[1] ?? '']
  if (kind === undefined) return undefined
  const named = skipWords(words, skipWords(words, 2, 'if', 'exists'), 'only')
  const found = objectAt(words, named, kind, 'needs')
  if (found === undefined) return undefined
  const { object, next } = found
  if (matchWords(words, next, 'rename', 'to')) {
    const renamed = readName(words, next + 2)?.parts.at(-1)
    return renamed === undefined
      ? undefined
      : [
          { ...object, effect: 'removes' },
          { ...object, name: renamed, effect: 'makes' },
        ]
  }
  if (kind !== 'table') return [object]
  return [object, ...splitActions(words.slice(next)).flatMap(action => readAction(action, object))]
}

/** One action of ALTER TABLE: columns and constraints come and go; anything else changes what is there. */
function readAction(action: string[], table: ExpectedObject): ExpectedObject[] {
  const part = (
    kind: 'column' | 'constraint',
    word: string | undefined,
    effect: Effect,
  ): ExpectedObject[] => {
    const name = readName([word ?? ''], 0)?.parts[0]
    if (name === undefined) return []
    const schema = table.schema === undefined ? {} : { schema: table.schema }
    return [{ kind, name, table: table.name, effect, ...schema }]
  }
  const [verb = ''] = action
  if (verb === 'rename') {
    const at = skipWords(action, 1, 'column')
    const kind = action[1] === 'constraint' ? 'constraint' : 'column'
    const from = kind === 'constraint' ? 2 : at
    return action[from + 1] === 'to'
      ? [...part(kind, action[from], 'removes'), ...part(kind, action[from + 2], 'makes')]
      : []
  }
  const effect = verb === 'add' ? 'makes' : verb === 'drop' ? 'removes' : undefined
  if (effect === undefined) return []
  const exists = verb === 'add' ? ['if', 'not', 'exists'] : ['if', 'exists']
  if (action[1] === 'constraint') return part('constraint', action[skipWords(action, 2, ...exists)], effect)
  if (/^(?:primary|unique|check|foreign|exclude)$/.test(action[1] ?? '')) return []
  return part('column', action[skipWords(action, skipWords(action, 1, 'column'), ...exists)], effect)
}

/** Cut at the commas that stand in no parentheses. */
function splitActions(words: string[]): string[][] {
  const actions: string[][] = [[]]
  for (let at = 0; at < words.length; ) {
    const after = skipParentheses(words, at)
    if (words[at] === ',') actions.push([])
    else actions.at(-1)?.push(...words.slice(at, Math.max(after, at + 1)))
    at = Math.max(after, at + 1)
  }
  return actions
}

function objectAt(
  words: string[],
  at: number,
  kind: ObjectKind,
  effect: Effect,
): { object: ExpectedObject; next: number } | undefined {
  // CREATE INDEX ON t and CREATE SCHEMA AUTHORIZATION r name nothing.
  if (words[at] === 'on' || words[at] === 'authorization') return undefined
  const found = readName(words, at)
  if (found === undefined) return undefined
  const [name = '', schema] = [...found.parts].reverse()
  return { object: { kind, name, effect, ...(schema === undefined ? {} : { schema }) }, next: found.next }
}
