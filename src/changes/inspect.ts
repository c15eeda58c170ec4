import type { Change } from '../domain.ts'
import { oneLine } from '../text.ts'
import type { Quantifier } from './detection.ts'
import type { Filter, Rule } from './filter.ts'
import type { Compile, Matcher } from './matcher.ts'
import { findByPlace } from './places.ts'

/** Statuses that a comparison can find; a rename is an addition and a deletion, here as in paths-filter. */
const found = ['added', 'deleted', 'modified', 'type-changed', 'unmerged']
const neverFound = ['renamed', 'copied']
/** Warnings of one run at most. */
const most = 10
/** What is known of the repository; `tracked` is undefined where git could not list its files. */
export interface Known {
  changes: readonly Change[]
  tracked: readonly string[] | undefined
}

/**
 * What is most likely not meant in filters that a person wrote, each with the pattern that is. Pure. They keep their
 * meaning: these are warnings.
 */
export function inspectFilters(
  filters: readonly Filter[],
  quantifier: Quantifier,
  known: Known,
  compile: Compile,
): string[] {
  const written = filters.filter(filter => filter.source !== undefined)
  const paths = lookAt(written, known, compile)
  const warnings = written.flatMap(filter => inspectFilter(filter, filter.quantifier ?? quantifier, paths))
  const unique = [...new Set(warnings)]
  if (unique.length <= most) return unique
  return [...unique.slice(0, most), `… and ${unique.length - most} more warnings about filters.`]
}

function inspectFilter(filter: Filter, quantifier: Quantifier, paths: Paths): string[] {
  const about = `The filter "${oneLine(filter.name, 80)}" (${oneLine(filter.source ?? '', 80)})`
  if (filter.rules.length === 0) {
    const how = quantifier === 'every' ? 'matches every file' : 'never matches'
    return [`${about} has no pattern and ${how}.`]
  }
  const says = [
    ...filter.rules.flatMap(rule => inspectStatuses(rule)),
    ...inspectNegations(filter, quantifier),
    ...filter.rules.flatMap(rule =>
      rule.matchers.flatMap((matcher, index) => inspectPattern(rule.patterns[index] ?? '', matcher, paths)),
    ),
  ]
  return says.map(text => `${about}: ${text}`)
}

function inspectStatuses(rule: Rule): string[] {
  if (rule.statuses?.length === 0) return ['a rule names no status, and never matches.']
  return (rule.statuses ?? []).flatMap(status => {
    if (found.includes(status)) return []
    if (neverFound.includes(status))
      return [`the status \`${status}\` never occurs: a rename is \`added|deleted\`.`]
    const meant = found.find(one => one.slice(0, 3) === status.slice(0, 3))
    const cure = meant === undefined ? `the statuses are ${found.join(', ')}` : `write \`${meant}\``
    return [`\`${oneLine(status, 40)}\` is no status, and the rule never matches; ${cure}.`]
  })
}

/** The trap of paths-filter: a `!` is a rule of its own, which every other file satisfies. */
function inspectNegations({ rules }: Filter, quantifier: Quantifier): string[] {
  const all = rules.flatMap(rule =>
    rule.matchers.map((matcher, index) => [rule.patterns[index] ?? '', matcher] as const),
  )
  const [negation] = all.find(([, matcher]) => matcher.negated) ?? []
  if (negation === undefined || quantifier === 'every') return []
  const shown = `\`${oneLine(negation, 80)}\``
  if (quantifier === 'gitignore') {
    return all.every(([, { negated }]) => negated)
      ? [`it only excludes, and never matches; begin with \`**\`, then ${shown}.`]
      : []
  }
  if (all.length === 1) return []
  return [
    `${shown} is a rule of its own and matches every other file; with \`predicate-quantifier: gitignore\` it excludes.`,
  ]
}

function inspectPattern(pattern: string, matcher: Matcher, paths: Paths): string[] {
  const shown = `\`${oneLine(pattern, 80)}\``
  const set = /(?:^|[^\\])\[!([^\]]*)\]/.exec(pattern)?.[1]
  if (set !== undefined)
    return [
      `in ${shown} the \`!\` is a character; what is not in the set is \`${oneLine(pattern.replace('[!', '[^'), 80)}\`.`,
    ]
  if (!paths.unmatched.has(matcher)) return []
  const meant = paths.meant.get(pattern)
  if (meant !== undefined) return [`${shown} matches no file; write \`${oneLine(meant, 80)}\`.`]
  if (pattern.endsWith('/')) return [`${shown} matches no file; write \`${oneLine(`${pattern}**`, 80)}\`.`]
  return paths.complete ? [`${shown} matches no tracked file.`] : []
}

/** What a person may have meant by a pattern that matches nothing, the likeliest first. */
function corrections(pattern: string): string[] {
  const slashes = pattern
    .replaceAll('\\', '/')
    .replace(/^(?:\.{0,2}\/)+/, '')
    .replace(/\/{2,}/g, '/')
  const bare = slashes.replace(/\/+$/, '')
  const literal = bare.replace(/[[\]()]/g, '\\$&')
  return [slashes, literal, `${bare}/**`, `**/${slashes}`, `**/${bare}/**`].filter(one => one !== pattern)
}

/** A correction of ours may be more than can be matched, where what a person wrote is not. */
function compilable(patterns: readonly string[], compile: Compile): string[] {
  return patterns.filter(pattern => {
    try {
      return compile(pattern) !== undefined
    } catch {
      return false
    }
  })
}

/** What the patterns were held against. */
interface Paths {
  /** False where only the changed ones are known. */
  complete: boolean
  unmatched: ReadonlySet<Matcher>
  /** Pattern that matches nothing → the one that was most likely meant. */
  meant: ReadonlyMap<string, string>
}

function lookAt(filters: readonly Filter[], { changes, tracked }: Known, compile: Compile): Paths {
  const gone = changes.filter(change => tracked === undefined || change.status === 'deleted')
  const paths = gone.map(change => change.path).concat(tracked ?? [])
  const rules = filters.flatMap(filter => filter.rules)
  const unmatched = findUnmatched(
    rules.flatMap(rule => rule.matchers).filter(({ negated }) => !negated),
    paths,
  )
  const patterns = rules.flatMap(rule =>
    rule.patterns.filter((_, index) => unmatched.has(rule.matchers[index] as Matcher)),
  )
  // More warnings are not shown.
  const tries = [...new Set(patterns)]
    .slice(0, most)
    .map(pattern => [pattern, compilable(corrections(pattern), compile)] as const)
  const wrong = findUnmatched(
    tries.flatMap(([, all]) => all.map(compile)),
    paths,
  )
  const meant = tries.map(([pattern, all]) => [pattern, all.find(one => !wrong.has(compile(one)))] as const)
  return {
    complete: tracked !== undefined,
    unmatched,
    meant: new Map(meant.flatMap(([pattern, one]) => (one === undefined ? [] : [[pattern, one] as const]))),
  }
}

function findUnmatched(matchers: readonly Matcher[], paths: readonly string[]): Set<Matcher> {
  const unmatched = new Set(matchers)
  if (unmatched.size === 0) return unmatched
  const byPlace = new Map<string, Set<Matcher>>()
  for (const matcher of unmatched)
    for (const place of matcher.places) byPlace.set(place, (byPlace.get(place) ?? new Set()).add(matcher))
  const find = findByPlace(byPlace)
  for (const path of paths) {
    if (unmatched.size === 0) break
    for (const candidates of find(path)) {
      if (candidates.size === 0) continue
      for (const matcher of candidates) {
        if (unmatched.has(matcher) && !matcher.holds(path)) continue
        unmatched.delete(matcher)
        candidates.delete(matcher)
      }
    }
  }
  return unmatched
}
