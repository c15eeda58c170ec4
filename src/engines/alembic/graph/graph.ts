import type { Fault } from '../../../domain.ts'
import type { Script } from '../shapes.ts'
import { findCycles } from './cycles.ts'
import { graphFaults } from './graph-faults.ts'
import { normaliseDependencies } from './normalise.ts'

/** A revision among the others; the others are given by their index in `Graph.nodes`. */
export interface Node {
  script: Script
  index: number
  /** Parents by `down_revision`, as written; also twice if written twice. */
  down: number[]
  /** What `depends_on` names, by id or label. */
  dependsOn: number[]
  /** Of those, what no ancestor by `down_revision` depends on already. */
  ownDependsOn: number[]
  /** `down` and `ownDependsOn`, each once: what has to run just before. */
  before: number[]
  /** Children by `down_revision`. */
  next: number[]
  /** Children by `before`. */
  after: number[]
}

/** The revisions of a project and how they follow one another. Only a graph without faults may be asked for more. */
export interface Graph {
  /** In the order of the files, which decides between branches. */
  nodes: Node[]
  /** Ids first, then labels, in the order in which Alembic learns them. */
  names: Map<string, Node>
  ids: Map<string, Node>
  faults: Fault[]
  /** No `down_revision` names them: what `head` means. */
  heads: Script[]
  /** Neither does a `depends_on`: what `heads` means, and the rows of an up-to-date database. */
  effectiveHeads: Script[]
  bases: Script[]
}

/** Puts scripts, in the order of their files, into a graph. What is wrong with it is in `faults`. */
export function makeGraph(scripts: readonly Script[]): Graph {
  const nodes = scripts.map(makeNode)
  const ids = new Map(nodes.map(node => [node.script.id, node]))
  const names = nameNodes(nodes, ids)
  linkNodes(nodes, ids, names)
  const cycles = findCycles(nodes)
  if (cycles.length === 0) normaliseDependencies(nodes)
  for (const node of nodes) node.before = [...new Set([...node.down, ...node.ownDependsOn])]
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
    node.ownDependsOn = [...new Set(node.dependsOn)]
    for (const parent of new Set(node.down)) nodes[parent]?.next.push(node.index)
  }
}

function indexesOf(written: readonly string[], known: ReadonlyMap<string, Node>): number[] {
  return written.flatMap(name => known.get(name)?.index ?? [])
}
