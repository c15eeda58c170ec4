import type { Script } from '../shapes.ts'
import { findCycles, unique } from './cycles.ts'
import { graphFaults } from './graph-faults.ts'
import type { Graph, Node } from './node.ts'
import { normaliseDependencies } from './normalise.ts'

export type { Graph } from './node.ts'

/** Puts scripts, in the order of their files, into a graph. What is wrong with it is in `faults`. */
export function makeGraph(scripts: readonly Script[]): Graph {
  const nodes = scripts.map(makeNode)
  const ids = new Map(nodes.map(node => [node.script.id, node]))
  const names = nameNodes(nodes, ids)
  linkNodes(nodes, ids, names)
  const cycles = findCycles(nodes)
  if (cycles.length === 0) normaliseDependencies(nodes)
  for (const node of nodes)
    node.before = unique(node.ownDependsOn.length === 0 ? node.down : [...node.down, ...node.ownDependsOn])
  for (const node of nodes) for (const parent of node.before) nodes[parent]?.after.push(node.index)
  const scriptsOf = (keep: (node: Node) => boolean) => nodes.filter(keep).map(node => node.script)
  return {
    nodes,
    names,
    ids,
    faults: graphFaults(nodes, ids, names, cycles),
    heads: scriptsOf(node => node.next.length === 0),
    effectiveHeads: scriptsOf(node => node.after.length === 0),
    bases: scriptsOf(node => node.script.down.length === 0),
  }
}

function makeNode(script: Script, index: number): Node {
  return { script, index, down: [], dependsOn: [], ownDependsOn: [], before: [], next: [], after: [] }
}

function nameNodes(nodes: readonly Node[], ids: ReadonlyMap<string, Node>): Map<string, Node> {
  const names = new Map(ids)
  for (const node of nodes)
    for (const label of node.script.labels) if (!names.has(label)) names.set(label, node)
  return names
}

/** A parent is named by its id; a dependency by its id or a label. */
function linkNodes(
  nodes: readonly Node[],
  ids: ReadonlyMap<string, Node>,
  names: ReadonlyMap<string, Node>,
): void {
  for (const node of nodes) {
    node.down = indexesOf(node.script.down, ids)
    node.dependsOn = indexesOf(node.script.dependsOn, names)
    node.ownDependsOn = unique(node.dependsOn)
    for (const parent of unique(node.down)) nodes[parent]?.next.push(node.index)
  }
}

function indexesOf(written: readonly string[], known: ReadonlyMap<string, Node>): number[] {
  return written.length === 0 ? [] : written.flatMap(name => known.get(name)?.index ?? [])
}
