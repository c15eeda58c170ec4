import { gateError } from '../../catalogue/catalogue.ts'
import { oneLine } from '../../text.ts'
import { type PlannedFile, versionOf } from './plan.ts'

/**
 * The version that a person means: `head`, `heads`, `base` (undefined), a version in any writing, a unique
 * beginning of one, a file's name, or `+N` from the current one.
 * Throws GateError `revision-unknown` or `revision-ambiguous`.
 */
export function resolveTarget(
  wanted: string,
  files: readonly PlannedFile[],
  current: string | undefined,
): bigint | undefined {
  const last = files.at(-1)?.version
  if (wanted === 'head' || wanted === 'heads') return last
  if (wanted === 'base') return undefined
  const step = /^\+(\d{1,9})$/.exec(wanted)
  if (step !== null) {
    const from = current === undefined ? -1n : versionOf(current)
    if (Number(step[1]) === 0) return current === undefined ? undefined : from
    const ahead = files.filter(file => file.version > from)
    return ahead[Number(step[1]) - 1]?.version ?? last
  }
  const exact = files.filter(
    file => file.version === versionOf(wanted) || `${file.id}_${file.name}` === wanted,
  )
  const matches =
    exact.length > 0 ? exact : files.filter(file => `${file.id}_${file.name}`.startsWith(wanted))
  const [only] = matches
  if (only === undefined) {
    const nearest = files.slice(-3).map(file => file.id)
    throw gateError('revision-unknown', { wanted: oneLine(wanted, 80), nearest: nearest.join(', ') })
  }
  if (matches.length > 1) {
    const shown = matches.slice(0, 5).map(file => `${file.id}_${file.name}`)
    throw gateError('revision-ambiguous', { wanted: oneLine(wanted, 80), matches: oneLine(shown.join(', ')) })
  }
  return only.version
}

/** What is said of a target that lies behind: `upgrade` takes nothing back. Empty where it does not, and of `head`, which is `ahead`. */
export function sayBehind(wanted: string, target: bigint | undefined, current: string | undefined): string[] {
  if (wanted === 'head' || wanted === 'heads') return []
  if (current === undefined || (target !== undefined && target >= versionOf(current))) return []
  const already = wanted === 'base' ? 'base lies behind it' : `${oneLine(wanted, 80)} is already applied`
  return [
    `It is at ${current} and ${already}: nothing is taken back (\`downgrade ${oneLine(wanted, 80)}\` does that).`,
  ]
}

/** A revision that stands in the history, as far as a target is looked up in it. */
export interface StandingRow {
  version: string
  name: string
}

/**
 * How many of the standing revisions, in order of version, stay when a person downgrades to `wanted`: `base`, `-N`, a
 * version in any writing, a unique beginning of one, a file’s name; `head` and `heads` mean the newest file. Looked up in
 * the history, so that a revision whose file is gone can be named. Throws GateError `downgrade-target` for one that is not
 * applied, and `revision-ambiguous`.
 */
export function resolveDescent(
  wanted: string,
  standing: readonly StandingRow[],
  files: readonly PlannedFile[],
  database: string,
): number {
  const refuse = (why: string): never => {
    const current = standing.at(-1)?.version ?? ''
    throw gateError('downgrade-target', { wanted: oneLine(wanted, 80), database, current, why })
  }
  if (wanted === 'base') return 0
  const step = /^-(\d{1,9})$/.exec(wanted)
  if (step !== null) {
    const back = Number(step[1])
    if (back === 0) refuse('it takes nothing back')
    return back <= standing.length ? standing.length - back : refuse('there are not that many revisions')
  }
  if (wanted.startsWith('+')) refuse('a downgrade goes back')
  const isHead = wanted === 'head' || wanted === 'heads'
  const sought = isHead ? (files.at(-1)?.id ?? wanted) : wanted
  const nameOf = ({ version, name }: StandingRow): string => `${version}_${name}`
  const exact = standing.filter(row => versionOf(row.version) === versionOf(sought) || nameOf(row) === sought)
  const matches = exact.length > 0 ? exact : standing.filter(row => nameOf(row).startsWith(sought))
  if (matches.length > 1) {
    const shown = matches.slice(0, 5).map(nameOf).join(', ')
    throw gateError('revision-ambiguous', { wanted: oneLine(wanted, 80), matches: oneLine(shown) })
  }
  const [only] = matches
  return only === undefined ? refuse(`${oneLine(sought, 80)} is not applied`) : standing.indexOf(only) + 1
}
