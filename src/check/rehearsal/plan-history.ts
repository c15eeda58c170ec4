import type { Guarded } from '../guard/shapes.ts'
import type { AlembicGuarded } from '../read/alembic.ts'
import type { History, NewRevision } from './shapes.ts'

/** What is new of a folder of SQL files, in the order of their versions. */
export function sqlHistory(base: readonly Guarded[], added: readonly Guarded[]): History {
  const byVersion = (one: Guarded, other: Guarded) => ((one.version ?? 0n) < (other.version ?? 0n) ? -1 : 1)
  const merged = [...base].sort(byVersion)
  const fresh = [...added].sort(byVersion)
  let newest = merged.at(-1)
  const revisions = fresh.map((revision): NewRevision => {
    // One that sorts before what ran cannot be taken back alone.
    const last = newest === undefined || (revision.version ?? 0n) > (newest.version ?? 0n)
    const before = last && revision.down.length > 0 ? (newest?.id ?? 'base') : undefined
    if (last) newest = revision
    return blamed(revision, before)
  })
  return { earlier: merged.length === 0 ? [] : ['head'], added: revisions }
}

/**
 * What is new of an Alembic project, each after its parents; undefined where some of it cannot be read without running it.
 */
export function alembicHistory(
  merged: readonly AlembicGuarded[],
  added: ReadonlySet<Guarded>,
): History | undefined {
  if (merged.some(one => one.script === undefined)) return undefined
  const parentsOf = ({ script }: AlembicGuarded) => [...(script?.down ?? []), ...(script?.dependsOn ?? [])]
  const there = merged.filter(one => !added.has(one))
  const below = new Set(there.flatMap(parentsOf))
  const earlier = there.filter(one => !below.has(one.id)).map(({ id }) => id)
  const standing = new Set(earlier)
  const done = new Set(there.map(({ id }) => id))
  const left = merged.filter(one => added.has(one))
  const revisions: NewRevision[] = []
  while (left.length > 0) {
    const at = left.findIndex(one => parentsOf(one).every(parent => done.has(parent)))
    const [next] = left.splice(Math.max(at, 0), 1)
    if (next === undefined || at === -1) return undefined
    revisions.push(blamed(next, beforeOf(next, standing)))
    done.add(next.id)
    for (const parent of parentsOf(next)) standing.delete(parent)
    standing.add(next.id)
  }
  return { earlier, added: revisions }
}

/** Where one stands on a single line, its parent; beside other branches, `downgrade` would take those back, too. */
function beforeOf({ script, down }: AlembicGuarded, standing: ReadonlySet<string>): string | undefined {
  if (script === undefined || down.length === 0 || script.down.length > 1 || standing.size > 1)
    return undefined
  const [parent] = script.down
  if (parent === undefined) return standing.size === 0 ? 'base' : undefined
  return standing.has(parent) ? parent : undefined
}

function blamed({ id, path, line, down }: Guarded, before: string | undefined): NewRevision {
  const [first] = path.endsWith('.up.sql') ? [] : down
  return { id, path, line, before, ...(first === undefined ? {} : { downLine: first.line }) }
}
