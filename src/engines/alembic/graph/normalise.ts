import type { Node } from './node.ts'
import { reach } from './reach.ts'

/**
 * Takes out of `ownDependsOn` what an ancestor by `down_revision` depends on already. Only a revision that others
 * depend on too can be spared, so only those are walked.
 */
export function normaliseDependencies(nodes: readonly Node[]): void {
  for (const [needed, dependents] of dependentsOf(nodes)) {
    if (dependents.length < 2) continue
    const children = dependents.flatMap(index => nodes[index]?.next ?? [])
    const below = reach(nodes, children, node => node.next)
    for (const index of dependents) {
      const node = nodes[index]
      if (node !== undefined && below.has(index))
        node.ownDependsOn = node.ownDependsOn.filter(each => each !== needed)
    }
  }
}

function dependentsOf(nodes: readonly Node[]): Map<number, number[]> {
  const dependents = new Map<number, number[]>()
  for (const node of nodes)
    for (const needed of new Set(node.dependsOn)) {
      const known = dependents.get(needed)
      if (known === undefined) dependents.set(needed, [node.index])
      else known.push(node.index)
    }
  return dependents
}
