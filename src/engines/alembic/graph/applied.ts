import type { Graph } from './node.ts'
import { ancestors } from './reach.ts'

/** What the rows of the version table stand for. */
export interface AppliedSet {
  /** The rows' revisions and all that had to run before them. */
  ids: Set<string>
  /** Rows that no file has. */
  unknown: string[]
}

/** Applied is what a row names and all of its ancestors, through `down_revision` and `depends_on`. */
export function appliedOf(graph: Graph, rows: readonly string[]): AppliedSet {
  const known = rows.flatMap(row => graph.ids.get(row)?.index ?? [])
  const ids = new Set<string>()
  for (const index of ancestors(graph.nodes, known)) ids.add(graph.nodes[index]?.script.id ?? '')
  return { ids, unknown: rows.filter(row => !graph.ids.has(row)) }
}
