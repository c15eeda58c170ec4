import type { Node } from './node.ts'

/** Keeps, while revisions are walked from the heads down, which of them have to wait for others. */
export interface Waiting {
  walked(index: number): void
  /** The place in `tips` of the first one that has to be walked before this revision; undefined if none has. */
  firstBefore(index: number, tips: readonly number[]): number | undefined
}

/** `needed` is everything that will be walked. */
export function keepWaiting(nodes: readonly Node[], needed: ReadonlySet<number>): Waiting {
  const isLeft = new Uint8Array(nodes.length)
  for (const index of needed) isLeft[index] = 1
  const childrenLeft = nodes.map(node => node.after.filter(index => needed.has(index)).length)
  // Asked again and again of the same few revisions, and what is above one of them only grows less.
  const aboveOf = new Map<number, Uint8Array>()
  return {
    walked(index) {
      isLeft[index] = 0
      aboveOf.delete(index)
      for (const parent of nodes[index]?.before ?? []) childrenLeft[parent] = (childrenLeft[parent] ?? 0) - 1
    },
    firstBefore(index, tips) {
      if ((childrenLeft[index] ?? 0) === 0) return undefined
      let above = aboveOf.get(index)
      if (above === undefined) {
        above = markAbove(nodes, index, isLeft)
        aboveOf.set(index, above)
      }
      for (let place = 0; place < tips.length; place++) {
        const tip = tips[place] ?? index
        if (tip !== index && isMarked(above, tip)) return place
      }
      return undefined
    },
  }
}

/** One bit for each revision: thousands of branches at once would fill the memory with sets. */
function markAbove(nodes: readonly Node[], from: number, isLeft: Uint8Array): Uint8Array {
  const marks = new Uint8Array((nodes.length >> 3) + 1)
  const todo = [from]
  for (let index = todo.pop(); index !== undefined; index = todo.pop()) {
    for (const child of nodes[index]?.after ?? []) {
      if (isLeft[child] === 0 || isMarked(marks, child)) continue
      marks[child >> 3] = (marks[child >> 3] ?? 0) | (1 << (child & 7))
      todo.push(child)
    }
  }
  return marks
}

function isMarked(marks: Uint8Array, index: number): boolean {
  return ((marks[index >> 3] ?? 0) & (1 << (index & 7))) !== 0
}
