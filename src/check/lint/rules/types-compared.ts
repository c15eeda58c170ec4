import type { TypeRef } from '../nodes.ts'

/** What a change of type costs: `free` the catalog alone, `rewrite` the table, `depends` on the server’s settings. */
export type Cost = 'free' | 'rewrite' | 'depends'

const textual = ['varchar', 'text']
/** Other types of which one is stored as the other. */
const kept = ['cidr inet', 'xml text', 'xml varchar', 'bit varbit', 'int4 oid', 'oid int4']

/** Whether the server can keep the rows as they are, as measured on Postgres 12 to 18. Pure. */
export function compareTypes(before: TypeRef, to: TypeRef): Cost {
  const from = { ...before, name: numbered[before.name] ?? before.name }
  if (from.array !== to.array) return 'rewrite'
  const same = from.name === to.name
  if (same && String(from.numbers) === String(to.numbers)) return 'free'
  if (same && to.numbers.length === 0 && from.name !== 'bpchar' && from.name !== 'bit') return 'free'
  // Elements are converted one by one, even where the type alone would be kept.
  if (from.array) return 'rewrite'
  if (textual.includes(from.name) && textual.includes(to.name)) return wider(from, to) ? 'free' : 'rewrite'
  if (same && from.name === 'numeric') return widerNumeric(from, to) ? 'free' : 'rewrite'
  if (same && (from.name === 'varbit' || /^(?:time|timestamp)(?:tz)?$/.test(from.name)))
    return wider(from, to) ? 'free' : 'rewrite'
  if (kept.includes(`${from.name} ${to.name}`) && to.numbers.length === 0) return 'free'
  const stamps = [from.name, to.name].sort().join()
  if (stamps === 'timestamp,timestamptz' && wider(from, to)) return 'depends'
  if (!builtIn.has(from.name) || !builtIn.has(to.name)) return 'depends'
  return 'rewrite'
}

/** A column of these is one of integers. */
const numbered: Record<string, string> = { smallserial: 'int2', serial: 'int4', bigserial: 'int8' }

/** No limit is the widest. */
function wider({ numbers: [before] }: TypeRef, { numbers: [after] }: TypeRef): boolean {
  return after === undefined || (before !== undefined && after >= before)
}

/** More digits before the point; the digits behind it stay as they are. */
function widerNumeric(
  { numbers: [before, scale = 0] }: TypeRef,
  { numbers: [after = 0, then = 0] }: TypeRef,
): boolean {
  return before !== undefined && after >= before && then === scale
}

/** Of somebody’s own types, domains and enums nobody knows without the server. */
const builtIn = new Set(
  'int2 int4 int8 float4 float8 numeric money bool text varchar bpchar char name bytea date time timetz timestamp timestamptz interval uuid json jsonb xml inet cidr macaddr bit varbit point serial bigserial smallserial oid'.split(
    ' ',
  ),
)
