import type { Script } from '../shapes.ts'
import { lookUp, splitName, unknownRevision } from './lookup.ts'
import type { Graph } from './node.ts'
import { resolveRelative } from './relative.ts'

/**
 * The revisions that `alembic upgrade TARGET` would go to, as it resolves them: `head`, `heads`, an id or label, a
 * unique beginning, `label@head`, `label@id`, `base` (none), `+N` from `rows`. Throws GateError `multiple-heads`,
 * `revision-unknown`, `revision-ambiguous`, `alembic-not-on-branch` or `alembic-relative`.
 */
export function resolveTarget(graph: Graph, target: string, rows: readonly string[]): Script[] {
  // A range is for `--sql` only.
  if (target.includes(':')) throw unknownRevision(graph, target)
  const moved = resolveRelative(graph, target, rows)
  const found = moved === undefined ? lookUp(graph, splitName(target)) : [moved]
  return found.map(node => node.script)
}
