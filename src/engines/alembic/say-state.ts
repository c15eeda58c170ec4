import type { Outcome } from '../../domain.ts'
import { count } from '../../text.ts'
import { placesElsewhere, sayElsewhere } from './elsewhere.ts'
import type { Watch } from './outcomes.ts'
import type { Survey } from './survey.ts'

/** What the sentences are read from. */
export interface Evidence {
  before: Survey
  after: Survey | undefined
  watch: Watch
  databases: ReadonlySet<string>
}

/** What the database holds after a run that went wrong, in sentences that were read from it. Pure. */
export function sayState(
  { before, after, watch, databases }: Evidence,
  outcomes: readonly Outcome[],
): string {
  if (after === undefined) return 'The database could not be asked again: what was committed is not known.'
  const { current } = after.plan
  const at = sayCurrent(current)
  const same = before.plan.current.join('\n') === current.join('\n') ? ', as before' : ''
  const elsewhere = placesElsewhere({ before, databases })
  if (elsewhere !== '') return sayElsewhere(elsewhere, before, `${at}${same}`)
  const kept = outcomes.filter(outcome => outcome.result === 'applied')
  const undone = outcomes.filter(
    ({ revision, result }) =>
      watch.seen.has(revision.id) && result !== 'applied' && !after.applied.has(revision.id),
  )
  const half = undone.filter(outcome => watch.seen.get(outcome.revision.id)?.autocommit === true)
  if (half.length > 0) {
    const ids = half.map(outcome => outcome.revision.id).join(', ')
    return `${ids} is half applied: what it did in its autocommit_block and before stays in the database, though the version table does not have it; ${at}. Undo that by hand before the next run, or finish it by hand and \`stamp\`.`
  }
  if (kept.length > 0)
    return `${count(kept.length, 'revision')} of this run ${kept.length === 1 ? 'stays' : 'stay'} applied: ${at}${same}.`
  if (watch.seen.size === 0) return `No revision was begun: ${at}${same}.`
  if (undone.length === 0) return `No revision of this run stays: ${at}${same}.`
  const which =
    undone.length === 1 ? `${undone[0]?.revision.id} was` : `All ${undone.length} revisions of this run were`
  return `${which} rolled back: ${at}${same}.`
}

/** Where a database stands, as a part of a sentence. */
export function sayCurrent(current: readonly string[]): string {
  return current.length === 0 ? 'the database holds no revision' : `the database is at ${current.join(', ')}`
}
