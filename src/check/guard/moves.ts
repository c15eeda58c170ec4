import { posix } from 'node:path'
import { makeFault } from '../../catalogue/catalogue.ts'
import { oneLine } from '../../text.ts'
import { type Base, type Blamed, move } from './merged.ts'
import type { Pair } from './pair.ts'
import { ruleLevels } from './rules.ts'
import type { Guarded } from './shapes.ts'

interface Move {
  before: Guarded
  after: Guarded
}

/** Merged revisions that are the same ones in another place; those of a folder that was moved are told together. Pure. */
export function findMoves(pairs: readonly Pair[], base: Base): Blamed[] {
  const groups = new Map<string, Move[]>()
  for (const { before, after } of pairs) {
    if (after === undefined || after.key !== before.key || after.path === before.path) continue
    const renamed = posix.basename(before.path) !== posix.basename(after.path)
    const folders = [before, after].map(one => posix.dirname(one.path))
    const group = JSON.stringify(renamed ? [before.path] : folders)
    const there = groups.get(group)
    if (there === undefined) groups.set(group, [{ before, after }])
    else there.push({ before, after })
  }
  return [...groups.values()].map(group => blame(group, base))
}

function blame(group: readonly Move[], { target }: Base): Blamed {
  const [{ before, after }] = group as [Move]
  const facts = {
    id: oneLine(before.id, 80),
    path: oneLine(before.path),
    target,
    now: oneLine(after.path),
    others: group.length - 1,
  }
  const foreign = group.length === 1 ? [move(after.path, before.path)] : []
  const fault = makeFault('moved', facts, { place: { path: after.path, line: 1 }, foreign })
  const finding = { rule: 'moved', level: ruleLevels.moved, fault, revision: before.id }
  return { finding, keys: group.map(one => one.before.key) }
}
