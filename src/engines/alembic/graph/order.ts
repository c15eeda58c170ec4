import { gateError } from '../../../catalogue/catalogue.ts'
import { oneLine } from '../../../text.ts'
import type { Script } from '../shapes.ts'
import { unknownRevision } from './lookup.ts'
import type { Graph, Node } from './node.ts'
import { ancestors } from './reach.ts'
import { keepWaiting } from './waiting.ts'

/**
 * The revisions that lead from `rows` to `targets` (of resolveTarget), in the order in which Alembic runs them. Where
 * one revision has two `depends_on` of its own, Alembic's order between these is chance; here it is as written.
 * Throws GateError `revision-unknown` for a row without a file and `alembic-overlap` where one row or target is an
 * ancestor of another.
 */
export function upgradeOrder(graph: Graph, rows: readonly string[], targets: readonly Script[]): Script[] {
  const wanted = unique(targets.flatMap(script => graph.ids.get(script.id) ?? []))
  refuseOverlap(graph, wanted, 'target')
  const current = unique(rows.map(row => graph.ids.get(row) ?? missingRow(graph, row)))
  refuseOverlap(graph, current, 'row')
  const applied = ancestors(graph.nodes, indexesOf(current))
  const needed = new Set<number>()
  for (const index of ancestors(graph.nodes, indexesOf(wanted))) if (!applied.has(index)) needed.add(index)
  const heads = indexesOf(wanted)
    .filter(index => needed.has(index))
    .sort((a, b) => a - b)
  return newestFirst(graph.nodes, needed, heads)
    .reverse()
    .flatMap(index => graph.nodes[index]?.script ?? [])
}

/** Every revision, in the order in which Alembic would fill an empty database. */
export function orderAll(graph: Graph): Script[] {
  return upgradeOrder(graph, [], graph.effectiveHeads)
}

/**
 * Walks from the heads to the bases. It follows one branch as long as it can: what another branch still needs waits,
 * and that branch goes on; a branch that has come to its end gives way to the one before it.
 */
export function newestFirst(
  nodes: readonly Node[],
  needed: ReadonlySet<number>,
  from: readonly number[],
): number[] {
  const tips = [...from]
  const isTip = new Set(from)
  const left = new Set(needed)
  const waiting = keepWaiting(nodes, needed)
  const output: number[] = []
  let turn = 0
  for (let tip = tips[turn]; tip !== undefined; tip = tips[turn]) {
    const node = nodes[tip]
    if (node === undefined) break
    const other = waiting.firstBefore(tip, tips)
    if (other !== undefined) {
      turn = other
      continue
    }
    output.push(tip)
    waiting.walked(tip)
    left.delete(tip)
    const [first, ...others] = node.before.filter(index => left.has(index) && !isTip.has(index))
    isTip.delete(tip)
    if (first === undefined) {
      tips.splice(turn, 1)
      turn = Math.max(turn - 1, 0)
    } else {
      tips[turn] = first
      tips.push(...others)
      for (const index of [first, ...others]) isTip.add(index)
    }
  }
  return output
}

function refuseOverlap(graph: Graph, nodes: readonly Node[], what: 'row' | 'target'): void {
  if (nodes.length < 2) return
  const parents = nodes.flatMap(node => node.before)
  const below = ancestors(graph.nodes, parents)
  const lower = nodes.find(node => below.has(node.index))
  if (lower === undefined) return
  const upper = nodes.find(node => node !== lower && ancestors(graph.nodes, [node.index]).has(lower.index))
  const facts = { what, lower: oneLine(lower.script.id), upper: oneLine(upper?.script.id ?? '') }
  throw gateError('alembic-overlap', facts)
}

function missingRow(graph: Graph, row: string): never {
  throw unknownRevision(graph, row)
}

function indexesOf(nodes: readonly Node[]): number[] {
  return nodes.map(node => node.index)
}

function unique(nodes: readonly Node[]): Node[] {
  return [...new Set(nodes)]
}
