import type { Difference, Kind, Schema } from './shapes.ts'

/** What a server’s owner puts into every database: Supabase its schemas, others pg_stat_statements. */
const platformKinds: readonly Kind[] = [
  'schema',
  'extension',
  'event trigger',
  'language',
  'foreign-data wrapper',
  'foreign server',
  'publication',
]

/**
 * Takes apart what only the second schema has and no revision ever made (`known` are the keys of what they make), as a
 * platform brings it, with everything in such a schema. `beside` are these things themselves. Pure.
 */
export function apartFromPlatform<Keyed extends readonly [key: string, difference: Difference]>(
  differences: readonly Keyed[],
  known: (key: string) => boolean,
): { own: Keyed[]; beside: Keyed[] } {
  const beside = differences.filter(
    ([key, { kind, change }]) => change === 'added' && platformKinds.includes(kind) && !known(key),
  )
  const schemas = new Set(beside.flatMap(([, { kind, name }]) => (kind === 'schema' ? [name] : [])))
  const isBeside = new Set(beside)
  const own = differences.filter(one => !isBeside.has(one) && !schemas.has(one[1].schema ?? ''))
  return { own, beside }
}

/** Keys of what revisions made of the kinds that a platform brings, too. Pure. */
export function platformKeys({ objects }: Schema): string[] {
  return [...objects].flatMap(([key, { kind }]) => (platformKinds.includes(kind) ? [key] : []))
}
