import type { Node } from './node.ts'

/** Cycles through `down_revision` and `depends_on`, one for each knot, each from a child to its parent and round. */
export function findCycles(nodes: readonly Node[]): Node[][] {
  const parents = nodes.map(({ down, dependsOn }) =>
    unique(dependsOn.length === 0 ? down : [...down, ...dependsOn]),
  )
  const children: number[][] = nodes.map(() => [])
  parents.forEach((list, index) => {
    for (const parent of list) children[parent]?.push(index)
  })
  // Each one that is left has a parent that is left: going from parent to parent ends in a cycle.
  const left = peel(nodes.length, parents, children)
  const seen = new Set<number>()
  const cycles: Node[][] = []
  for (const start of left) {
    const cycle = walkRound(start, parents, left, seen)
    if (cycle.length > 0) cycles.push(cycle.flatMap(index => nodes[index] ?? []))
  }
  return cycles
}

/** Each once. Most revisions have one parent: a list of one is given back as it is. */
export function unique(indexes: number[]): number[] {
  return indexes.length < 2 ? indexes : [...new Set(indexes)]
}

/** The indexes that stay when all without `parents` are taken away, again and again. */
function peel(size: number, parents: number[][], children: number[][]): Set<number> {
  const waiting = parents.map(list => list.length)
  const left = new Set(Array.from({ length: size }, (_, index) => index))
  const todo = [...left].filter(index => waiting[index] === 0)
  for (let index = todo.pop(); index !== undefined; index = todo.pop()) {
    left.delete(index)
    for (const child of children[index] ?? []) {
      waiting[child] = (waiting[child] ?? 0) - 1
      if (waiting[child] === 0) todo.push(child)
    }
  }
  return left
}

/** From parent to parent until one comes again; empty where an earlier walk has been. */
function walkRound(start: number, parents: number[][], left: Set<number>, seen: Set<number>): number[] {
  const path: number[] = []
  const place = new Map<number, number>()
  let at: number | undefined = start
  while (at !== undefined && !seen.has(at)) {
    seen.add(at)
    place.set(at, path.length)
    path.push(at)
    at = parents[at]?.find(parent => left.has(parent))
  }
  const from = at === undefined ? undefined : place.get(at)
  return from === undefined ? [] : path.slice(from)
}
