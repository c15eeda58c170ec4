import type { ChangeSet, FilterMatch } from '../domain.ts'
import type { EventFacts } from '../event.ts'
import type { Detection } from './detection.ts'
import type { Filter } from './filter.ts'
import { inspectFilters } from './inspect.ts'
import { matchFilters } from './match.ts'
import { matcherCompiler } from './matcher.ts'
import type { ChangeSource } from './source.ts'

/** What the first stage found. */
export interface Changes {
  changeSet: ChangeSet
  /** In the order of the filters; those without a change are there with none. */
  matches: FilterMatch[]
  /** Names of the filters that count as matched: with a change, or all when the comparison was impossible. */
  matched: string[]
  /** True when any filter matched or the comparison was impossible. */
  changed: boolean
  /** What is most likely not meant in the filters. */
  warnings: string[]
}

/** The first stage: what changed, and which filters that touches. Unknown counts as changed. Never throws. */
export async function readChanges(
  source: ChangeSource,
  filters: readonly Filter[],
  event: EventFacts,
  detection: Detection,
): Promise<Changes> {
  const written = filters.some(filter => filter.source !== undefined)
  const [changeSet, tracked] = await Promise.all([
    source.list(event, detection),
    written ? source.tracked?.() : undefined,
  ])
  const matches = matchFilters(filters, changeSet.known ? changeSet.changes : [], detection.quantifier)
  const matched = matches
    .filter(match => !changeSet.known || match.changes.length > 0)
    .map(match => match.name)
  const known = { changes: changeSet.known ? changeSet.changes : [], tracked }
  const warnings = written
    ? inspectFilters(filters, detection.quantifier, known, await matcherCompiler())
    : []
  return { changeSet, matches, matched, changed: !changeSet.known || matched.length > 0, warnings }
}
