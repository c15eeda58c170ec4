import { oneLine } from '../../text.ts'
import { driftLevels } from '../drift/levels.ts'
import { evidenceLevels } from '../evidence/levels.ts'
import { lintLevels } from '../lint/levels.ts'
import { rehearsalLevels } from '../rehearsal/levels.ts'
import { fixedRules, type Rule, ruleLevels } from './rules.ts'

type Levels = Readonly<Record<string, 'off' | 'warning' | 'error'>>

const rank = { off: 0, warning: 1, error: 2 }

/** One sentence where a change makes less of rules than what is merged does; they hold as the change has them. Pure. */
export function sayWeaker(before: Levels, after: Levels, target: string): string[] {
  const weaker = Object.entries({
    ...ruleLevels,
    ...lintLevels,
    ...evidenceLevels,
    ...rehearsalLevels,
    ...driftLevels,
  }).flatMap(([rule, usual]) => {
    if (fixedRules.includes(rule as Rule)) return []
    const [from, to] = [before, after].map(levels =>
      Object.hasOwn(levels, rule) ? levels[rule] : usual,
    ) as [keyof typeof rank, keyof typeof rank]
    return rank[to] < rank[from] ? [`\`${rule}\` is ${to}, and ${from} in ${oneLine(target, 80)}`] : []
  })
  return weaker.length === 0 ? [] : [`This change makes less of its own check: ${weaker.join('; ')}.`]
}
