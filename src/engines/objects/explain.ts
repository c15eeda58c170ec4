/** What the objects of a failed revision tell of it: out of step, half there, or another matter. Pure. */

import type { NextCommand } from '../../domain.ts'
import { oneLine } from '../../text.ts'
import type { FoundObject } from './objects.ts'

/** What else is known of the revision. */
export interface Around {
  /** Revisions before it that are not applied, in order: a stamp would pass over them. */
  before?: readonly string[]
  /** Operations whose effect no catalog shows. */
  unseen?: readonly string[]
  /** What the server said, and what may have run before: what it misses and no text names, nobody has removed. */
  missed?: { said: string; texts: readonly string[] }
  /** Where applied revisions stand, for sentences: `version table` unless told otherwise. */
  record?: string
}

/** Sentences for people and what to type. */
export interface Explained {
  /** Whether all, some or none of what the revision does is in the database; unknown if it does nothing visible. */
  stand: 'all' | 'some' | 'none' | 'unknown'
  text: string
  next: NextCommand[]
}

/** Tells from the objects where the revision stands, and every way out. */
export function explainObjects(
  found: readonly FoundObject[],
  revision: string,
  around: Around = {},
): Explained {
  const id = oneLine(revision, 80)
  const acts = found.filter(one => one.effect !== 'needs')
  const done = acts.filter(isDone)
  const unseen = sayUnseen(around.unseen ?? [])
  if (acts.length === 0) return { stand: 'unknown', text: sayNeeds(found, id).trim(), next: [mended] }
  const { said, texts } = around.missed ?? { said: '', texts: [] }
  const typos = done.filter(
    one => one.effect === 'removes' && said.includes(one.name) && !isNamed(one, texts),
  )
  if (typos.length > 0) {
    const names = list(typos.map(one => ({ ...one, effect: 'needs' })))
    return { stand: 'none', text: `No revision before ${id} names ${names}: mend the name.`, next: [mended] }
  }
  if (done.length === acts.length) {
    const what = acts.every(one => one.effect === 'makes') ? 'makes is already there' : 'does is already done'
    const text = `Out of step: as far as names tell, everything that ${id} ${what} (${list(acts)}), and the ${around.record ?? 'version table'} does not know it.${unseen}`
    return {
      stand: 'all',
      text,
      next: [...first(around), stamp(revision, 'it is there as the revision would make it')],
    }
  }
  if (done.length > 0) {
    const missing = acts.filter(one => !isDone(one))
    const text = `A part of ${id} is in the database, as after a run by hand. There: ${list(done)}. Not there: ${list(missing)}.${unseen}`
    const next: NextCommand[] = [
      { command: 'upgrade', when: 'you have undone by hand what is there' },
      ...first(around),
      stamp(revision, 'you have finished by hand what is not there'),
    ]
    return { stand: 'some', text, next }
  }
  return { stand: 'none', text: `${sayTaken(acts, id)}${sayNeeds(found, id)}`.trim(), next: [mended] }
}

const mended: NextCommand = { command: 'upgrade', when: 'the revision or the database is mended' }

function isDone(one: FoundObject): boolean {
  return one.effect === 'removes' ? !one.exists && one.instead === undefined : one.exists
}

/** The server and conventions name constraints and indexes, too: their longer parts count. */
function isNamed({ kind, name }: FoundObject, texts: readonly string[]): boolean {
  const isIn = (pattern: RegExp, most = 0): boolean => {
    const read = (text: string): string[] => text.toLowerCase().match(pattern) ?? []
    const words = new Set(['check', ...texts.flatMap(read)])
    return read(name).every(word => word.length < most || words.has(word))
  }
  return isIn(/[\p{L}\p{N}_$]+/gu) || (/^(?:con|ind|seq)/.test(kind) && isIn(/[\p{L}\p{N}$]+/gu, 5))
}

function stamp(revision: string, when: string): NextCommand {
  return { command: 'stamp', revision, when }
}

/** Stamping also records what comes before: that has to run first. */
function first({ before = [] }: Around): NextCommand[] {
  const last = before.at(-1)
  if (last === undefined) return []
  const when = `before the stamp: ${before.length === 1 ? 'it is' : 'they are'} not applied, and a stamp would pass over ${before.length === 1 ? 'it' : 'them'}`
  return [{ command: 'upgrade', revision: last, when }]
}

function sayTaken(acts: readonly FoundObject[], id: string): string {
  const taken = acts.filter(one => one.effect === 'makes' && one.instead !== undefined)
  if (taken.length === 0) return ''
  const said = taken.slice(0, most).map(one => `${nameOf(one)} is ${oneLine(one.instead ?? '', 120)}`)
  return `A name that ${id} wants is used by something else: ${said.join('; ')}. `
}

function sayNeeds(found: readonly FoundObject[], id: string): string {
  const missing = found.filter(one => one.effect === 'needs' && !one.exists)
  const gone = found.filter(one => one.effect === 'removes' && !one.exists)
  const lacking = missing.length > 0 ? missing : gone
  return lacking.length === 0
    ? ''
    : `${id} needs ${list(lacking)}, which the database does not have under that name. `
}

function sayUnseen(unseen: readonly string[]): string {
  if (unseen.length === 0) return ''
  const shown = unseen.slice(0, 3).map(one => oneLine(one, 60))
  return ` Whether its data and other statements ran cannot be seen (${shown.join(', ')}${unseen.length > 3 ? ', …' : ''}): look before you stamp.`
}

const most = 8

/** `table orders, column orders.status (removed)`, eight of them at most. */
function list(objects: readonly FoundObject[]): string {
  const said = objects
    .slice(0, most)
    .map(one => `${one.kind} ${nameOf(one)}${one.effect === 'removes' ? ' (removed)' : ''}`)
  const more = objects.length - said.length
  return `${said.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

function nameOf({ kind, schema, table, name }: FoundObject): string {
  const dotted = kind === 'column' || kind === 'constraint' ? [schema, table, name] : [schema, name]
  return oneLine(dotted.filter(part => part !== undefined).join('.'), 130)
}
