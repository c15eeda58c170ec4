import { gateError } from '../../../catalogue/catalogue.ts'
import type { GateError } from '../../../errors.ts'
import { oneLine } from '../../../text.ts'
import type { Graph, Node } from './node.ts'
import { sharesLineage } from './reach.ts'

/** A name as Alembic splits it: what stands before the first `@` is a branch. */
export interface Name {
  branch: string | undefined
  symbol: string
}

export function splitName(wanted: string): Name {
  const at = wanted.indexOf('@')
  if (at === -1) return { branch: undefined, symbol: wanted }
  return { branch: wanted.slice(0, at) || undefined, symbol: wanted.slice(at + 1) }
}

/**
 * The revisions that a name means: none for `base`, several for `heads`. Throws GateError `multiple-heads`,
 * `revision-unknown`, `revision-ambiguous` or `alembic-not-on-branch`.
 */
export function lookUp(graph: Graph, { branch, symbol }: Name): Node[] {
  if (symbol === 'base') return []
  if (symbol === 'head' || symbol === 'heads') return lookUpHeads(graph, symbol, branch)
  return [lookUpOne(graph, symbol, branch)]
}

/** The same where one is needed; undefined is `base`. */
export function lookUpSingle(graph: Graph, name: Name): Node | undefined {
  const found = lookUp(graph, name)
  if (found.length > 1) throw multipleHeads(graph, name, found)
  return found[0]
}

/** `heads` without a branch leaves out the heads that another revision depends on. */
function lookUpHeads(graph: Graph, symbol: 'head' | 'heads', branch: string | undefined): Node[] {
  const scripts = symbol === 'heads' && branch === undefined ? graph.effectiveHeads : graph.heads
  const all = scripts.flatMap(script => graph.ids.get(script.id) ?? [])
  const found = branch === undefined ? all : onBranch(graph, all, branch)
  if (symbol === 'head' && found.length > 1) throw multipleHeads(graph, { branch, symbol }, found)
  return found
}

/** Those that lie on one line with the revision that carries the branch's label. */
export function onBranch(graph: Graph, nodes: readonly Node[], branch: string): Node[] {
  if (nodes.length === 0) return []
  const owner = lookUpOne(graph, branch, undefined)
  return nodes.filter(node => sharesLineage(graph.nodes, node, owner))
}

/** An id or label, or a unique beginning of one that has four characters or more. */
function lookUpOne(graph: Graph, symbol: string, branch: string | undefined): Node {
  const owner = branch === undefined ? undefined : lookUpOne(graph, branch, undefined)
  const exact = graph.names.get(symbol)
  const found = exact ?? lookUpBeginning(graph, symbol, branch)
  if (owner !== undefined && !sharesLineage(graph.nodes, found, owner))
    throw gateError('alembic-not-on-branch', { id: oneLine(found.script.id), branch: oneLine(branch ?? '') })
  return found
}

function lookUpBeginning(graph: Graph, symbol: string, branch: string | undefined): Node {
  const names = symbol === '' ? [] : [...graph.names.keys()]
  const begun = names.filter(name => name.startsWith(symbol) && [...name].length > 3)
  const nodes = begun.flatMap(name => graph.names.get(name) ?? [])
  const found = branch === undefined ? nodes : onBranch(graph, nodes, branch)
  const [only] = found
  if (only === undefined) throw unknownRevision(graph, symbol)
  if (found.length > 1) {
    const matches = begun.slice(0, 5).join(', ')
    throw gateError('revision-ambiguous', { wanted: oneLine(symbol, 80), matches: oneLine(matches) })
  }
  return only
}

/** GateError `revision-unknown`, with the heads beside it. */
export function unknownRevision(graph: Graph, wanted: string): GateError {
  const nearest = graph.heads.slice(0, 3).map(script => script.id)
  return gateError('revision-unknown', { wanted: oneLine(wanted, 80), nearest: oneLine(nearest.join(', ')) })
}

function multipleHeads(graph: Graph, { branch, symbol }: Name, found: readonly Node[]): GateError {
  const ids = found.map(node => node.script.id)
  const target = branch === undefined ? symbol : `${branch}@${symbol}`
  const last = graph.ids.get(ids.at(-1) ?? '')?.script
  const place = last === undefined ? {} : { place: { path: last.path, line: last.downLine } }
  return gateError(
    'multiple-heads',
    { target: oneLine(target, 80), heads: ids.map(id => oneLine(id)) },
    place,
  )
}
