import type { Change, ChangeStatus, FilterMatch } from '../domain.ts'
import type { Quantifier } from './detection.ts'
import type { Filter, Rule } from './filter.ts'
import type { Matcher } from './matcher.ts'
import { findByPlace } from './places.ts'

/**
 * Which changes each filter matches, in the order of both. `some`: any rule; `every`: all of its rules; `gitignore`:
 * the last rule that speaks of the file, where a `!` takes it out. Pure.
 */
export function matchFilters(
  filters: readonly Filter[],
  changes: readonly Change[],
  quantifier: Quantifier,
): FilterMatch[] {
  const matches = filters.map((filter): FilterMatch => ({ name: filter.name, changes: [] }))
  const index = new Map<string, Entry[]>()
  filters.forEach((filter, position) => {
    const found = matches[position] as FilterMatch
    const kind = filter.quantifier ?? quantifier
    const negates = filter.rules.some(rule => rule.matchers.some(({ negated }) => negated))
    if (kind === 'some' && !negates) addToIndex(index, filter, found)
    else found.changes = changes.filter(change => matchesFilter(filter, change, kind))
  })
  if (index.size > 0) {
    const find = findByPlace(index)
    for (const change of changes) collect(find(change.path), change)
  }
  return matches
}

/** Whether one filter matches one change. */
function matchesFilter({ rules }: Filter, change: Change, quantifier: Quantifier): boolean {
  if (quantifier === 'gitignore') return isIncluded(rules, change)
  const matches = (rule: Rule): boolean =>
    hasStatus(rule.statuses, change.status) &&
    rule.matchers.some(matcher => matcher.holds(change.path) !== matcher.negated)
  return quantifier === 'every' ? rules.every(matches) : rules.some(matches)
}

function isIncluded(rules: readonly Rule[], { path, status }: Change): boolean {
  const spoken = rules.filter(rule => hasStatus(rule.statuses, status)).flatMap(rule => rule.matchers)
  return spoken.filter(matcher => matcher.holds(path)).at(-1)?.negated === false
}

/** A file that became a symlink or a submodule is modified, too: who asks for `modified` must not miss it. */
function hasStatus(statuses: readonly string[] | undefined, status: ChangeStatus): boolean {
  if (statuses === undefined || statuses.includes(status)) return true
  return status === 'type-changed' && statuses.includes('modified')
}

interface Entry {
  matcher: Matcher
  statuses: readonly string[] | undefined
  found: FilterMatch
}

/** By what a pattern has in common with every path that it matches. */
type PatternIndex = Map<string, Entry[]>

function addToIndex(index: PatternIndex, filter: Filter, found: FilterMatch): void {
  for (const { statuses, matchers } of filter.rules) {
    for (const matcher of matchers) {
      for (const place of matcher.places) {
        const there = index.get(place)
        if (there === undefined) index.set(place, [{ matcher, statuses, found }])
        else there.push({ matcher, statuses, found })
      }
    }
  }
}

/** Adds a change to every filter that it matches, once. */
function collect(candidates: readonly Entry[][], change: Change): void {
  for (const entries of candidates) {
    for (const { matcher, statuses, found } of entries) {
      if (found.changes.at(-1) === change || !hasStatus(statuses, change.status)) continue
      if (matcher.holds(change.path)) found.changes.push(change)
    }
  }
}
