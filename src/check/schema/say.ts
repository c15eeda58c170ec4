import { writeName } from '../../database/identifiers.ts'
import { oneLine } from '../../text.ts'
import type { Difference } from './shapes.ts'

/** How a difference is told: what the first and the second schema are is known to the caller. */
export interface Wording {
  /** Behind the name of what only the second one has: `is left behind`. */
  added: string
  removed: string
  pair(now: string, was: string): string
  gained(now: string): string
  lost(was: string): string
}

/** What a way down left: the schema before the way up and the schema after the way down. */
export const afterWayDown: Wording = {
  added: 'is left behind',
  removed: 'is gone',
  pair: (now, was) => `${now}, was ${was}`,
  gained: now => `now ${now}`,
  lost: was => `no longer ${was}`,
}

/** `type mood is left behind`, `column orders.note: text, was varchar(20)`. One harmless line. Pure. */
export function sayDifference(difference: Difference, wording: Wording): string {
  const { change, kind } = difference
  const named = `${kind} ${nameOf(difference)}`
  if (change === 'added') return oneLine(`${named} ${wording.added}`)
  if (change === 'removed') return oneLine(`${named} ${wording.removed}`)
  return oneLine(`${named}: ${sayLines(difference, wording).join('; ')}`)
}

const onTable = ['index', 'statistics', 'trigger', 'rule', 'policy']

/** As a person would write it: `orders.note`, `orders_note on orders`, `billing.total(integer)`. */
function nameOf({ kind, schema, table, name }: Difference): string {
  const spaced = (...parts: string[]) => writeName(...(schema === undefined ? [] : [schema]), ...parts)
  // These are names and something more: arguments, roles, types.
  if (/^(?:function|procedure|aggregate|operator|cast|default|database)/.test(kind))
    return `${schema === undefined || schema === 'public' ? '' : `${writeName(schema)}.`}${show(name)}`
  if (table === undefined || kind === 'sequence') return spaced(name)
  return onTable.includes(kind) ? `${writeName(name)} on ${spaced(table)}` : spaced(table, name)
}

/** What begins a line of which an object has one, so that two of them are one thing that changed. */
const labels =
  /^(?:default|generated|collation|identity|comments?|options|storage|compression|statistics|target|version|in schema|replica identity|owned by|partition of|inherits|of|on|for|runs|using|with check|as|enum|publishes|grant .* to .*)(?= |$)/

const flags =
  /^(?:not null|not null is not validated|unlogged|row security.*|invalid|clustered|not populated|disabled|on replicas only|also on replicas|restrictive|all tables|table .*)$/

function labelOf(line: string): string {
  if (flags.test(line)) return line
  const label = labels.exec(line)?.[0] ?? ''
  return label.startsWith('grant ') ? label.replace(/^grant .* to /, 'grant to ') : label
}

function sayLines({ kind, before, after }: Difference, wording: Wording): string[] {
  const left = [...before]
  const said = after.map(line => {
    const at = left.findIndex(one => labelOf(one) === labelOf(line))
    if (at === -1) return isHidden(line) ? sayHidden(line) : wording.gained(show(line))
    const [was = ''] = left.splice(at, 1)
    return isHidden(line) ? sayHidden(line) : wording.pair(show(line), withoutLabel(show(was), labelOf(line)))
  })
  const lost = left.map(line => (isHidden(line) ? sayHidden(line) : wording.lost(show(line))))
  const all = [...new Set([...said, ...lost])]
  return all.length === 0 ? [`another ${kind}`] : all
}

function withoutLabel(line: string, label: string): string {
  const rest = line.startsWith(`${label} `) ? line.slice(label.length + 1) : line
  return label === 'as' ? line : rest
}

/** Bodies are long, and options may be credentials. */
function isHidden(line: string): boolean {
  return /^as /.test(line) || /(?:^| )[0-9a-f]{32}$/.test(line)
}

function sayHidden(line: string): string {
  if (line.startsWith('as ')) return 'its definition differs'
  return line.startsWith('options') || line.startsWith('of server')
    ? 'its options differ'
    : 'its value differs'
}

/** Types in their short names, and no `public.`: as people write them. */
function show(line: string): string {
  const short = line
    .replace(/\bcharacter varying\b/g, 'varchar')
    .replace(/\btimestamp(\(\d\))? with time zone\b/g, 'timestamptz$1')
    .replace(/\btimestamp(\(\d\))? without time zone\b/g, 'timestamp$1')
    .replace(/\bpublic\./g, '')
  return oneLine(short, 120)
}
