import { makeFault } from '../../catalogue/catalogue.ts'
import type { Finding, ForeignLine } from '../../domain.ts'
import { quoteWord } from '../../shell-word.ts'
import { oneLine } from '../../text.ts'
import { cutDiff, diffPieces, sayDiff } from './diff.ts'
import type { Pair } from './pair.ts'
import { type Rule, ruleLevels } from './rules.ts'
import type { Dialect, Guarded } from './shapes.ts'

/** Where what is merged stands, for messages and for the line that brings it back. */
export interface Base {
  commit: string
  target: string
}

/** A finding and the keys by which a line of a revision may let it through. */
export interface Blamed {
  finding: Finding
  keys: string[]
}

/** What became of a merged revision that should not have. Pure. */
export function judgePair({ before, after }: Pair, base: Base, { comment }: Dialect): Blamed[] {
  const merged = { id: oneLine(before.id, 80), path: oneLine(before.path), target: base.target }
  const keys = [before.key]
  const blame = (rule: Rule, fault: Finding['fault']): Blamed => ({
    finding: { rule, level: ruleLevels[rule], fault, revision: before.id },
    keys,
  })
  const foreign = [restore(base, before.path, 'it was not meant')]
  if (after === undefined) {
    const place = { path: before.path }
    return [blame('deleted', makeFault('deleted', merged, { place, foreign }))]
  }
  if (after !== before && after.key !== before.key) {
    keys.push(after.key)
    const facts = { ...merged, now: oneLine(after.path), nowId: oneLine(after.id, 80), comment }
    const back = after.path === before.path ? foreign : [move(after.path, before.path)]
    const place = { path: after.path, line: after.line }
    return [blame('renamed', makeFault('renamed', facts, { place, foreign: back }))]
  }
  if (after.text === before.text) return []
  const edit = judgeEdit(before, after)
  return [blame(edit, editFault(edit))]

  function editFault(rule: Edit): Finding['fault'] {
    const [old, young] = [before, after as Guarded]
    const diff = rule === 'way-down-edited' ? diffPieces(old.down, young.down) : diffOf(old, young)
    const place = { path: young.path, line: diff.find(line => line.mark === '+')?.line ?? young.line }
    const back =
      rule === 'edited' ? [restore(base, old.path, 'the change belongs into a new revision')] : foreign
    const around = { place, foreign: back, ...(diff.length === 0 ? {} : { diff: cutDiff(diff) }) }
    if (rule === 'edited') return makeFault('edited', { ...merged, changes: sayDiff(diff), comment }, around)
    if (rule === 'way-down-edited') return makeFault('way-down-edited', merged, around)
    return rule === 'checksum-edited'
      ? makeFault('checksum-edited', { ...merged, comment }, around)
      : makeFault('comment-only-edit', merged, around)
  }
}

type Edit = 'edited' | 'checksum-edited' | 'way-down-edited' | 'comment-only-edit'

/** The worst that can be said of an edit: more would be noise. What a deploy would refuse is no warning. */
function judgeEdit(before: Guarded, after: Guarded): Edit {
  if (!sameCode(before, after, ['up', 'rest'])) return 'edited'
  if (before.checksum !== after.checksum) return 'checksum-edited'
  return sameCode(before, after, ['down']) ? 'comment-only-edit' : 'way-down-edited'
}

function sameCode(before: Guarded, after: Guarded, parts: ('up' | 'rest' | 'down')[]): boolean {
  return parts.every(
    part =>
      before[part].length === after[part].length &&
      before[part].every((piece, index) => piece.code === after[part][index]?.code),
  )
}

function diffOf(before: Guarded, after: Guarded) {
  return [...diffPieces(before.rest, after.rest), ...diffPieces(before.up, after.up)]
}

function restore({ commit }: Base, path: string, when: string): ForeignLine {
  return {
    line: `git checkout ${commit.slice(0, 12)} -- ${quoteWord(path)}`,
    when,
  }
}

/** The line that gives a file its path back. */
export function move(from: string, to: string): ForeignLine {
  return { line: `git mv ${quoteWord(from)} ${quoteWord(to)}` }
}
