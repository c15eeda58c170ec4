import { makeFault } from '../../catalogue/catalogue.ts'
import { oneLine } from '../../text.ts'
import type { Blamed } from './merged.ts'
import { type Rule, ruleLevels } from './rules.ts'
import type { Dialect, Guarded } from './shapes.ts'

/** What a new revision lacks. One that only joins branches has nothing to do. Pure. */
export function judgeAdded(revision: Guarded, { comment }: Dialect): Blamed[] {
  if (revision.merge) return []
  const { id, path, line, key } = revision
  const facts = { id: oneLine(id, 80), path: oneLine(path), comment }
  const blame = (rule: Rule & ('empty-upgrade' | 'no-way-down')): Blamed => ({
    finding: {
      rule,
      level: ruleLevels[rule],
      fault: makeFault(rule, facts, { place: { path, line } }),
      revision: id,
    },
    keys: [key],
  })
  // What does nothing needs no way down.
  if (revision.up.length === 0) return [blame('empty-upgrade')]
  return revision.down.length === 0 ? [blame('no-way-down')] : []
}
