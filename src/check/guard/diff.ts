import type { DiffLine } from '../../domain.ts'
import { count, oneLine } from '../../text.ts'
import type { Piece } from './shapes.ts'

/** Beyond this many comparisons the order of what moved is left out of account. */
const mostCells = 4_000_000
const mostLines = 40

/** What changed between two lists of pieces, in their order: what went before what came. Pure. */
export function diffPieces(before: readonly Piece[], after: readonly Piece[]): DiffLine[] {
  let start = 0
  while (start < before.length && start < after.length && before[start]?.code === after[start]?.code) start++
  let end = 0
  const room = Math.min(before.length, after.length) - start
  while (end < room && before.at(-1 - end)?.code === after.at(-1 - end)?.code) end++
  const old = before.slice(start, before.length - end)
  const young = after.slice(start, after.length - end)
  const kept = old.length * young.length > mostCells ? keptByCount(old, young) : keptByOrder(old, young)
  const gone = old.filter((_, index) => !kept.old.has(index)).map(piece => lineOf('-', piece))
  const come = young.filter((_, index) => !kept.young.has(index)).map(piece => lineOf('+', piece))
  return [...gone, ...come]
}

/** `2 statements changed, 1 added`: a line that went and one that came count as one change. */
export function sayDiff(diff: readonly DiffLine[]): string {
  const gone = diff.filter(line => line.mark === '-').length
  const come = diff.length - gone
  const changed = Math.min(gone, come)
  const words = [
    changed > 0 ? `${count(changed, 'statement')} changed` : '',
    come > changed ? `${count(come - changed, 'statement')} added` : '',
    gone > changed ? `${count(gone - changed, 'statement')} removed` : '',
  ].filter(word => word !== '')
  return words.join(', ') || 'its statements changed their order'
}

/** The first lines of a long diff. */
export function cutDiff(diff: readonly DiffLine[]): DiffLine[] {
  return diff.slice(0, mostLines)
}

function lineOf(mark: DiffLine['mark'], { line, text }: Piece): DiffLine {
  return { mark, line, text: oneLine(text, 160) }
}

interface Kept {
  old: Set<number>
  young: Set<number>
}

/** The longest common subsequence. */
function keptByOrder(old: readonly Piece[], young: readonly Piece[]): Kept {
  const width = young.length + 1
  const lengths = new Uint32Array((old.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = young.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        old[i]?.code === young[j]?.code ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const kept: Kept = { old: new Set(), young: new Set() }
  for (let i = 0, j = 0; i < old.length && j < young.length; ) {
    if (old[i]?.code === young[j]?.code) {
      kept.old.add(i++)
      kept.young.add(j++)
    } else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return kept
}

function keptByCount(old: readonly Piece[], young: readonly Piece[]): Kept {
  const places = new Map<string, number[]>()
  young.forEach((piece, index) => {
    const known = places.get(piece.code)
    if (known === undefined) places.set(piece.code, [index])
    else known.push(index)
  })
  for (const list of places.values()) list.reverse()
  const kept: Kept = { old: new Set(), young: new Set() }
  old.forEach((piece, index) => {
    const found = places.get(piece.code)?.pop()
    if (found === undefined) return
    kept.old.add(index)
    kept.young.add(found)
  })
  return kept
}
