import type { Node } from './node.ts'

/** The indexes of `from` and of all that can be reached from them. Without recursion: chains are long. */
export function reach(
  nodes: readonly Node[],
  from: Iterable<number>,
  follow: (node: Node) => readonly number[],
): Set<number> {
  const seen = new Set<number>(from)
  const todo = [...seen]
  for (let index = todo.pop(); index !== undefined; index = todo.pop()) {
    const node = nodes[index]
    if (node === undefined) continue
    for (const other of follow(node)) {
      if (seen.has(other)) continue
      seen.add(other)
      todo.push(other)
    }
  }
  return seen
}

/** A revision and all that has to run before it. */
export function ancestors(nodes: readonly Node[], from: Iterable<number>): Set<number> {
  return reach(nodes, from, node => node.before)
}

/** Whether two revisions lie on one line by `down_revision`, either way. */
export function sharesLineage(nodes: readonly Node[], one: Node, other: Node): boolean {
  if (one === other) return true
  return (
    reach(nodes, [one.index], node => node.next).has(other.index) ||
    reach(nodes, [one.index], node => node.down).has(other.index)
  )
}
