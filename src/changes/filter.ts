import type { Change, ChangeStatus, FilterMatch } from '../domain.ts'
import type { Quantifier } from './detection.ts'
import { parseFilters, type RuleText } from './filter-yaml.ts'
import { readPattern } from './pattern.ts'

/** One rule of a filter: any of its patterns, and one of its statuses if it names some. */
interface Rule extends RuleText {
  matches(path: string): boolean
}

/** A named filter, compiled. `rules` keep their text, so that it can be quoted. */
export interface Filter {
  name: string
  rules: Rule[]
}

/** True when a `filters` value is the path of a file: it has neither a line end nor a colon, as in paths-filter. */
export function looksLikePath(value: string): boolean {
  return !/[\n:]/.test(value)
}

/**
 * Reads filters in the format of dorny/paths-filter and compiles them. `source` is how messages call the text:
 * `the filters input` or a path. Throws a GateError with every fault of the text. An unknown status or an empty
 * list is no fault there and none here: such a rule never matches.
 */
export async function readFilters(yamlText: string, source: string): Promise<Filter[]> {
  const texts = await parseFilters(yamlText, source)
  const compile = await patternCompiler()
  return texts.map(({ name, rules }) => ({
    name,
    rules: rules.map(rule => compileRule(rule, compile)),
  }))
}

/**
 * The filter of an engine that has none: every file that it reads, named itself or by its folder (relative to the
 * repository root, `.` for all).
 */
export function engineFilter(name: string, ...paths: string[]): Filter {
  return { name, rules: paths.map(pathRule) }
}

function pathRule(path: string): Rule {
  const folder = path.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '')
  if (folder === '' || folder === '.') return { statuses: undefined, patterns: ['**'], matches: () => true }
  const pattern = `${folder.replace(/[*?[\]{}()!+@|\\]/g, '\\$&')}/**`
  const matches = (file: string) => file === folder || file.startsWith(`${folder}/`)
  return { statuses: undefined, patterns: [pattern], matches }
}

/** Which changes each filter matches, in the order of both. `some`: any rule; `every`: all of its rules. */
export function matchFilters(
  filters: readonly Filter[],
  changes: readonly Change[],
  quantifier: Quantifier,
): FilterMatch[] {
  return filters.map(({ name, rules }) => ({
    name,
    changes: changes.filter(change =>
      quantifier === 'every'
        ? rules.every(rule => matchesRule(rule, change))
        : rules.some(rule => matchesRule(rule, change)),
    ),
  }))
}

function matchesRule(rule: Rule, change: Change): boolean {
  return hasStatus(rule.statuses, change.status) && rule.matches(change.path)
}

/** A file that became a symlink or a submodule is modified, too: who asks for `modified` must not miss it. */
function hasStatus(statuses: readonly string[] | undefined, status: ChangeStatus): boolean {
  if (statuses === undefined || statuses.includes(status)) return true
  return status === 'type-changed' && statuses.includes('modified')
}

type Compile = (pattern: string) => (path: string) => boolean

function compileRule(rule: RuleText, compile: Compile): Rule {
  const matchers = rule.patterns.map(compile)
  return { ...rule, matches: path => matchers.some(matches => matches(path)) }
}

/** Each pattern is compiled once, however many filters share it by an anchor. */
async function patternCompiler(): Promise<Compile> {
  const { Minimatch } = await import(/* webpackMode: "eager" */ 'minimatch')
  const compiled = new Map<string, (path: string) => boolean>()
  return pattern => {
    const known = compiled.get(pattern)
    if (known !== undefined) return known
    const { negated, globs, prefix } = readPattern(pattern)
    const options = { dot: true, nonegate: true, nocomment: true, platform: 'linux' } as const
    const minimatches = globs.map(glob => new Minimatch(glob, options))
    // A path that is the pattern letter for letter matches, whatever its characters mean, as in picomatch.
    const matches = (path: string) =>
      path === pattern ||
      (path.startsWith(prefix) && minimatches.some(minimatch => minimatch.match(path))) !== negated
    compiled.set(pattern, matches)
    return matches
  }
}
