import { gateError } from '../../../catalogue/catalogue.ts'
import { oneLine } from '../../../text.ts'
import type { Script } from '../shapes.ts'
import { resolveBottom } from './bottom.ts'
import { unknownRevision } from './lookup.ts'
import type { Graph, Node } from './node.ts'
import { newestFirst } from './order.ts'
import { ancestors, reach } from './reach.ts'

/** What a downgrade takes back, and where the version table stands afterwards. */
export interface Descending {
  /** In the order in which Alembic takes them back. */
  scripts: Script[]
  leaves: string[]
}

/**
 * What `alembic downgrade TARGET` would take back from `rows`: all that is applied above the target, and whatever
 * depends on it. Throws GateError `alembic-not-below`, `alembic-relative` and what looking up a name throws.
 */
export function descend(graph: Graph, rows: readonly string[], target: string): Descending {
  const { nodes } = graph
  const unknown = rows.find(row => !graph.ids.has(row))
  if (unknown !== undefined) throw unknownRevision(graph, unknown)
  const heads = rows.flatMap(row => graph.ids.get(row) ?? [])
  const { branch, bottom } = resolveBottom(graph, target, rows)
  const roots = rootsAbove(graph, bottom, branch, target)
  const active = ancestors(nodes, indexesOf(heads))
  const above = reach(nodes, indexesOf(roots), node => node.after)
  const needed = new Set([...above].filter(index => active.has(index)))
  if (bottom !== undefined && needed.size === 0 && !heads.includes(bottom)) throw notBelow(target)
  const from = [...new Set(indexesOf(heads))].filter(index => needed.has(index)).sort((a, b) => a - b)
  const stays = [...active].filter(index => !needed.has(index))
  const kept = new Set(stays)
  const tops = stays.filter(index => nodes[index]?.after.some(one => kept.has(one)) !== true)
  return {
    scripts: scriptsOf(nodes, newestFirst(nodes, needed, from)),
    leaves: scriptsOf(nodes, tops).map(script => script.id),
  }
}

/** The first revisions to go: the bottom’s children, or every base; of several only those below the branch. */
function rootsAbove(
  graph: Graph,
  bottom: Node | undefined,
  branch: Node | undefined,
  target: string,
): Node[] {
  const { nodes } = graph
  const roots =
    bottom === undefined
      ? nodes.filter(node => node.down.length === 0)
      : bottom.next.flatMap(index => nodes[index] ?? [])
  if (branch === undefined || roots.length < 2) return roots
  const line = reach(nodes, [branch.index], node => node.down)
  const found = roots.filter(node => line.has(node.index))
  if (found.length === 0) throw notBelow(target)
  return found
}

function notBelow(target: string): Error {
  return gateError('alembic-not-below', { wanted: oneLine(target, 80) })
}

function indexesOf(nodes: readonly Node[]): number[] {
  return nodes.map(node => node.index)
}

function scriptsOf(nodes: readonly Node[], indexes: readonly number[]): Script[] {
  return indexes.flatMap(index => nodes[index]?.script ?? [])
}
