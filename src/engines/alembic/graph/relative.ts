import { gateError } from '../../../catalogue/catalogue.ts'
import type { GateError } from '../../../errors.ts'
import { oneLine } from '../../../text.ts'
import { lookUpSingle, onBranch, unknownRevision } from './lookup.ts'
import type { Graph, Node } from './node.ts'
import { ancestors } from './reach.ts'

/** `+2`, `label@+2`, `id+2`, `label@id-1`, read as Alembic reads it: what follows the number is not looked at. */
export const relative = /^(?:(.+?)@)?([\p{L}\p{N}_]+)?([+-]\d+)/u

/** A relative target, taken apart. */
export interface Move {
  wanted: string
  branch: string | undefined
  symbol: string | undefined
  steps: number
}

/**
 * The revision that a relative target means; undefined where the target is not a relative one.
 * Throws GateError `alembic-relative` and what looking up a name throws.
 */
export function resolveRelative(graph: Graph, wanted: string, rows: readonly string[]): Node | undefined {
  const found = relative.exec(wanted)
  if (found === null) return undefined
  const move = { wanted, branch: found[1], symbol: found[2], steps: Number(found[3]) }
  const reached = move.symbol === undefined ? moveFromRows(graph, move, rows) : moveFromName(graph, move)
  if (reached === undefined) throw refusal(move, 'there are not that many revisions that way')
  return reached
}

function moveFromRows(graph: Graph, move: Move, rows: readonly string[]): Node | undefined {
  if (move.steps <= 0) throw refusal(move, 'an upgrade does not go back')
  const starts = startsOf(graph, move.branch, rows)
  if (starts.length > 1) throw refusal(move, `the database is at ${starts.map(idOf).join(' and ')}`)
  return walkUp(graph, starts[0], move)
}

/** Where a move from the database's state begins; empty is before the first revision. */
function startsOf(graph: Graph, branch: string | undefined, rows: readonly string[]): Node[] {
  const current = rows.map(row => graph.ids.get(row) ?? fail(unknownRevision(graph, row)))
  if (branch === undefined) return current
  const onIt = onBranch(graph, current, branch)
  if (onIt.length > 0) return onIt
  // No row is on the branch, but revisions below the rows may be: the newest of these.
  const below = [
    ...ancestors(
      graph.nodes,
      current.map(node => node.index),
    ),
  ].flatMap(index => graph.nodes[index] ?? [])
  const active = onBranch(graph, below, branch)
  const parents = new Set(active.flatMap(node => node.before))
  return active.filter(node => !parents.has(node.index))
}

function moveFromName(graph: Graph, move: Move): Node | undefined {
  const symbol = move.symbol ?? ''
  if (move.steps > 0) return walkUp(graph, lookUpSingle(graph, { branch: undefined, symbol }), move)
  return walkDown(graph, lookUpSingle(graph, { branch: move.branch, symbol }), move)
}

/** Up from a revision, or from before the first; undefined where there are not that many. Throws GateError `alembic-relative` where the way parts. */
export function walkUp(graph: Graph, start: Node | undefined, move: Move): Node | undefined {
  let at = start
  for (let step = 0; step < move.steps; step++) {
    const up =
      at === undefined
        ? graph.bases.flatMap(script => graph.ids.get(script.id) ?? [])
        : at.next.flatMap(index => graph.nodes[index] ?? [])
    const choices = move.branch === undefined ? up : onBranch(graph, up, move.branch)
    if (choices.length > 1) throw refusal(move, `the way parts into ${choices.map(idOf).join(' and ')}`)
    at = choices[0]
    if (at === undefined) return undefined
  }
  return at
}

/** From `base` downwards there is the head: Alembic's own way round. */
function walkDown(graph: Graph, start: Node | undefined, move: Move): Node | undefined {
  let at = start
  for (let step = 0; step > move.steps; step--) {
    const down =
      at === undefined && step === 0
        ? graph.heads.flatMap(script => graph.ids.get(script.id) ?? [])
        : (at?.down ?? []).flatMap(index => graph.nodes[index] ?? [])
    if (down.length > 1) throw refusal(move, `the way parts into ${down.map(idOf).join(' and ')}`)
    at = down[0]
    if (at === undefined) return undefined
  }
  return at
}

function refusal({ wanted }: Move, reason: string): GateError {
  return gateError('alembic-relative', { wanted: oneLine(wanted, 80), reason: oneLine(reason) })
}

function fail(error: GateError): never {
  throw error
}

function idOf(node: Node): string {
  return node.script.id
}
