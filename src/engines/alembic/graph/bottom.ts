import { gateError } from '../../../catalogue/catalogue.ts'
import { oneLine } from '../../../text.ts'
import { lookUpSingle, onBranch, unknownRevision } from './lookup.ts'
import type { Graph, Node } from './node.ts'
import { ancestors } from './reach.ts'
import { type Move, relative, walkUp } from './relative.ts'

/** Where a downgrade ends, as Alembic reads its target. */
export interface Bottom {
  /** The branch that the target names, or that a relative one begins on. */
  branch: Node | undefined
  /** Stays; undefined is `base`: nothing does. */
  bottom: Node | undefined
}

/**
 * Reads `base`, an id or label, a unique beginning, `label@base`, `label@id`, `-N`, `label@-N`, `id-N`, `id+N`. Throws
 * GateError `alembic-relative` and what looking up a name throws. Of several rows Alembic would take one by chance for
 * `-N`; here that is refused.
 */
export function resolveBottom(graph: Graph, target: string, rows: readonly string[]): Bottom {
  // A range is for `--sql` only.
  if (target.includes(':')) throw unknownRevision(graph, target)
  const found = relative.exec(target)
  if (found !== null) {
    const move = { wanted: target, branch: found[1], symbol: found[2], steps: Number(found[3]) }
    return move.symbol === undefined ? fromRows(graph, move, rows) : fromName(graph, move)
  }
  const at = target.lastIndexOf('@')
  const label = at === -1 ? '' : target.slice(0, at)
  const branch = label === '' ? undefined : lookUpSingle(graph, { branch: undefined, symbol: label })
  return { branch, bottom: lookUpSingle(graph, { branch: undefined, symbol: target.slice(at + 1) }) }
}

function fromRows(graph: Graph, move: Move, rows: readonly string[]): Bottom {
  if (move.steps >= 0) throw refusal(move, 'a downgrade goes back')
  const starts = startsOf(graph, move.branch, rows)
  const [start] = starts
  if (start === undefined) throw refusal(move, 'the database holds no revision that way')
  if (starts.length > 1) throw refusal(move, `the database is at ${starts.map(idOf).join(' and ')}`)
  // Only the line of this row is taken back, where the way up parts.
  const branch =
    move.branch === undefined ? start : lookUpSingle(graph, { branch: undefined, symbol: move.branch })
  return { branch, bottom: walkDown(graph, start, move) }
}

/** The rows on the branch; where none is, those that would be rows if no revision depended on them. */
function startsOf(graph: Graph, branch: string | undefined, rows: readonly string[]): Node[] {
  const current = rows.flatMap(row => graph.ids.get(row) ?? [])
  if (branch === undefined) return current
  const onIt = onBranch(graph, current, branch)
  if (onIt.length > 0) return onIt
  const indexes = current.map(node => node.index)
  const applied = ancestors(graph.nodes, indexes)
  const below = [...applied].flatMap(index => graph.nodes[index] ?? [])
  const tops = below.filter(node => !node.next.some(index => applied.has(index)))
  return onBranch(graph, tops, branch)
}

function fromName(graph: Graph, move: Move): Bottom {
  const { branch: label, steps } = move
  const symbol = move.symbol ?? ''
  const branch = label === undefined ? undefined : lookUpSingle(graph, { branch: undefined, symbol: label })
  const start = lookUpSingle(graph, { branch: steps < 0 ? label : undefined, symbol })
  if (steps < 0) return { branch, bottom: start === undefined ? fail(move) : walkDown(graph, start, move) }
  const bottom = walkUp(graph, start, move)
  return bottom === undefined ? fail(move) : { branch, bottom }
}

/** Below the first revision is `base`, and below that is nothing. */
function walkDown(graph: Graph, start: Node, move: Move): Node | undefined {
  let at: Node | undefined = start
  for (let step = 0; step > move.steps; step--) {
    if (at === undefined) fail(move)
    const down: Node[] = (at?.down ?? []).flatMap(index => graph.nodes[index] ?? [])
    if (down.length > 1) throw refusal(move, `the way parts into ${down.map(idOf).join(' and ')}`)
    at = down[0]
  }
  return at
}

function fail(move: Move): never {
  throw refusal(move, 'there are not that many revisions that way')
}

function refusal({ wanted }: Move, reason: string): Error {
  return gateError('alembic-relative', { wanted: oneLine(wanted, 80), reason: oneLine(reason) })
}

function idOf(node: Node): string {
  return node.script.id
}
