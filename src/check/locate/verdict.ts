import { holders, tellDifferences } from '../schema/compare.ts'
import { apartFromPlatform } from '../schema/platform.ts'
import type { Difference } from '../schema/shapes.ts'

/** The schema after one revision of a replay, held against that of the live database. */
export interface Step {
  /** What was run last; `base` before the first. */
  id: string
  /** Where the history stands then: several with branches. */
  heads: readonly string[]
  /** What the live schema has otherwise, by the keys of its objects. */
  differences: readonly (readonly [key: string, difference: Difference])[]
  /** Keys of what the revisions up to here made. */
  made: ReadonlySet<string>
}

/** Which revision a schema is, and what the history says. */
export type Verdict =
  /** The history is right. `same`: other revisions with that schema. */
  | { kind: 'equal'; at: Step; same: Step[]; beside: Difference[] }
  /** It is exactly that of another revision. */
  | { kind: 'elsewhere'; at: Step; same: Step[]; beside: Difference[] }
  /** It is that of no revision. `within`: only what this revision makes is there in part. */
  | {
      kind: 'between'
      at: Step
      differences: Difference[]
      within?: Step
      unlike: Unlike[]
      beside: Difference[]
    }

/** How what is there differs from what a revision after `at` makes of the same names. */
interface Unlike {
  step: Step
  differences: Difference[]
}

/**
 * Which step the live schema is: that of the history if it fits, else the newest that fits, else the nearest, of which
 * the history’s is preferred and then the newest. `says`: rows of the history. Pure.
 */
export function judgeSteps(steps: readonly Step[], says: readonly string[]): Verdict {
  const known = new Set(steps.flatMap(({ made }) => [...made]))
  const read = steps.map(step => ({ step, ...splitDifferences(step, known) }))
  const own = read.find(({ step }) => sameHeads(step.heads, says))
  const fits = read.filter(({ counted }) => counted.length === 0)
  const fit = fits.find(one => one === own) ?? fits.at(-1)
  if (fit !== undefined) {
    const same = fits.filter(one => one !== fit).map(({ step }) => step)
    return { kind: fit === own ? 'equal' : 'elsewhere', at: fit.step, same, beside: fit.beside }
  }
  const parts = read.flatMap((one, index) => {
    const next = read[index + 1]
    return next !== undefined && isOnTheWay(one.counted, next.counted) ? [{ one, next }] : []
  })
  const part = parts.find(({ one }) => one === own) ?? parts.at(-1)
  const nearest =
    part?.one ??
    read.reduce((best, one) => {
      const [least, count] = [best.told.length, one.told.length]
      return count < least || (count === least && best !== own) ? one : best
    })
  const { step: at, told: differences, beside } = nearest
  const unlike =
    part === undefined
      ? unlikeLater(nearest.counted, read.slice(read.indexOf(nearest) + 1))
      : [{ step: part.next.step, differences: part.next.told }]
  const within = part === undefined ? {} : { within: part.next.step }
  return { kind: 'between', at, differences, ...within, unlike, beside }
}

/** What only the live schema has, held against the first revision that makes something of that name. */
function unlikeLater(
  counted: Step['differences'],
  later: readonly { step: Step; counted: Step['differences'] }[],
): Unlike[] {
  let left = counted.filter(([, { change }]) => change === 'added').map(([key]) => key)
  return later.flatMap(({ step, counted: its }) => {
    const lacking = new Set(its.filter(([, { change }]) => change === 'added').map(([key]) => key))
    const made = new Set(left.filter(key => !lacking.has(key)))
    left = left.filter(key => lacking.has(key))
    const of = its.filter(([key, one]) => made.has(key) || holders(one).some(holder => made.has(holder)))
    return of.length === 0 ? [] : [{ step, differences: tellDifferences(of) }]
  })
}

function splitDifferences({ differences }: Step, known: ReadonlySet<string>) {
  const { own, beside } = apartFromPlatform(differences, key => known.has(key))
  return { counted: own, told: tellDifferences(own), beside: tellDifferences(beside) }
}

/** Whatever differs from the one is as the next one has it, or on the way there: a part of that revision was run. */
function isOnTheWay(one: Step['differences'], next: Step['differences']): boolean {
  const left = new Map(next)
  return one.every(([key, difference]) => {
    const other = left.get(key)
    if (other === undefined) return true
    // Neither has it, or both have it: somebody else’s work.
    if (other.change === difference.change && other.change !== 'changed') return false
    const shared = (mine: readonly string[], its: readonly string[]) => mine.some(line => its.includes(line))
    return !shared(difference.after, other.after) && !shared(difference.before, other.before)
  })
}

function sameHeads(heads: readonly string[], says: readonly string[]): boolean {
  const [one, other] = [new Set(heads), new Set(says)]
  return one.size === other.size && [...one].every(id => other.has(id))
}
