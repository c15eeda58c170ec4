import type { Quantifier } from './detection.ts'
import { parseFilters, type RuleText } from './filter-yaml.ts'
import { type Compile, type Matcher, matcherCompiler } from './matcher.ts'

/** One rule of a filter: any of its patterns, and one of its statuses if it names some. */
export interface Rule extends RuleText {
  matchers: readonly Matcher[]
}

/** A named filter, compiled. `rules` keep their text, so that it can be quoted. */
export interface Filter {
  name: string
  rules: Rule[]
  /** Where it does not depend on the input. */
  quantifier?: Quantifier
  /** Where a person wrote it, for messages; absent: nobody did. */
  source?: string
}

/** True when a `filters` value is the path of a file: it has neither a line end nor a colon, as in paths-filter. */
export function looksLikePath(value: string): boolean {
  return !/[\n:]/.test(value)
}

/**
 * Reads filters in the format of dorny/paths-filter and compiles them. `source` is how messages call the text:
 * `the filters input` or a path. Throws a GateError with every fault of the text. An unknown status or an empty
 * list is no fault there and none here, where `inspectFilters` warns of it: such a rule never matches.
 */
export async function readFilters(yamlText: string, source: string): Promise<Filter[]> {
  const texts = await parseFilters(yamlText, source)
  const compile = await matcherCompiler()
  return texts.map(({ name, rules }) => ({
    name,
    source,
    rules: rules.map(rule => compileRule(rule, compile)),
  }))
}

/** The filter of the `paths` of our config file, in which a `!` excludes from what stands before it. */
export async function pathsFilter(name: string, paths: readonly string[], source: string): Promise<Filter> {
  const compile = await matcherCompiler()
  const rules = paths.map(path => compileRule({ statuses: undefined, patterns: [path] }, compile))
  return { name, source, rules, quantifier: 'gitignore' }
}

/**
 * The filter of an engine that has none: every file that it reads, named itself or by its folder (relative to the
 * repository root, `.` for all).
 */
export function engineFilter(name: string, ...paths: string[]): Filter {
  return { name, rules: paths.map(pathRule), quantifier: 'some' }
}

function pathRule(path: string): Rule {
  const folder = path.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '')
  if (folder === '' || folder === '.') {
    return {
      statuses: undefined,
      patterns: ['**'],
      matchers: [{ negated: false, holds: () => true, places: [''] }],
    }
  }
  const pattern = `${folder.replace(/[*?[\]{}()!+@|\\]/g, '\\$&')}/**`
  const holds = (file: string) => file === folder || file.startsWith(`${folder}/`)
  return {
    statuses: undefined,
    patterns: [pattern],
    matchers: [{ negated: false, holds, places: [folder, `${folder}/`] }],
  }
}

function compileRule(rule: RuleText, compile: Compile): Rule {
  return { ...rule, matchers: rule.patterns.map(compile) }
}
