import type { Change } from '../domain.ts'
import { oneLine } from '../text.ts'
import type { Quantifier } from './detection.ts'
import type { Filter, Rule } from './filter.ts'
import type { Compile, Matcher } from './matcher.ts'

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
  const paths = indexPaths(known)
  const warnings = filters
    .filter(filter => filter.source !== undefined)
    .flatMap(filter => inspectFilter(filter, filter.quantifier ?? quantifier, paths, compile))
  const unique = [...new Set(warnings)]
  if (unique.length <= most) return unique
  return [...unique.slice(0, most), `… and ${unique.length - most} more warnings about filters.`]
}

function inspectFilter(filter: Filter, quantifier: Quantifier, paths: Paths, compile: Compile): string[] {
  const about = `The filter "${oneLine(filter.name, 80)}" (${oneLine(filter.source ?? '', 80)})`
  if (filter.rules.length === 0) {
    const how = quantifier === 'every' ? 'matches every file' : 'never matches'
    return [`${about} has no pattern and ${how}.`]
  }
  const says = [
    ...filter.rules.flatMap(rule => inspectStatuses(rule)),
    ...inspectNegations(filter, quantifier),
    ...filter.rules.flatMap(rule =>
      rule.matchers.flatMap((matcher, index) =>
        inspectPattern(rule.patterns[index] ?? '', matcher, paths, compile),
      ),
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

function inspectPattern(pattern: string, matcher: Matcher, paths: Paths, compile: Compile): string[] {
  const shown = `\`${oneLine(pattern, 80)}\``
  const set = /(?:^|[^\\])\[!([^\]]*)\]/.exec(pattern)?.[1]
  if (set !== undefined)
    return [
      `in ${shown} the \`!\` is a character; what is not in the set is \`${oneLine(pattern.replace('[!', '[^'), 80)}\`.`,
    ]
  if (matcher.negated || paths.some(matcher)) return []
  const meant = corrections(pattern).find(one => paths.some(compile(one)))
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

/** The files of a repository. */
interface Paths {
  /** False where only the changed ones are known. */
  complete: boolean
  some(matcher: Matcher): boolean
}

/** By their topmost folder: most patterns begin with one. */
function indexPaths({ changes, tracked }: Known): Paths {
  const all = [...changes.map(change => change.path), ...(tracked ?? [])]
  const byFolder = new Map<string, string[]>()
  for (const path of all) {
    const there = byFolder.get(topmost(path))
    if (there === undefined) byFolder.set(topmost(path), [path])
    else there.push(path)
  }
  return {
    complete: tracked !== undefined,
    some({ prefix, holds }) {
      const folder = topmost(prefix)
      return (folder === '' ? all : (byFolder.get(folder) ?? [])).some(path => holds(path))
    },
  }
}

/** `src/` of `src/orion/a`, empty where there is no folder. */
function topmost(path: string): string {
  return path.slice(0, path.indexOf('/') + 1)
}
