import { gateError, makeFault } from '../catalogue/catalogue.ts'
import type { Fault } from '../domain.ts'
import { GateError } from '../errors.ts'
import { oneLine } from '../text.ts'

/** A rule as it is written. */
export interface RuleText {
  /** Lower-cased, unchecked; undefined: any status. */
  statuses: readonly string[] | undefined
  patterns: readonly string[]
}

/** A filter as it is written. */
export interface FilterText {
  name: string
  rules: RuleText[]
}

/** Anchors can multiply a short text into millions of rules; nobody writes that many. */
const mostRules = 100_000
const mostDepth = 50

/**
 * Parses the YAML of filters: a map from a name to a pattern, a list (nested as anchors make it), or a map from
 * statuses (`added|modified`) to patterns. Merge keys work, as they do in paths-filter. Throws a GateError with all
 * faults.
 */
export async function parseFilters(yamlText: string, source: string): Promise<FilterText[]> {
  const root = await parseYaml(yamlText, source)
  if (!(root instanceof Map)) throw gateError('filters-root', { source, found: describe(root) })
  const faults: Fault[] = []
  const filters = [...root].map(([key, value]) => {
    const name = String(key)
    const rules: RuleText[] = []
    const reason = addRules(value, rules, 0)
    if (reason !== undefined)
      faults.push(makeFault('filters-shape', { source, filter: oneLine(name, 100), reason }))
    return { name, rules }
  })
  const [first, ...others] = faults
  if (first !== undefined) throw new GateError(first, others)
  return filters
}

async function parseYaml(text: string, source: string): Promise<unknown> {
  const { parseDocument } = await import('yaml')
  const document = parseDocument(text, { merge: true, prettyErrors: true, logLevel: 'silent' })
  const error = document.errors[0]
  if (error !== undefined) {
    const { line, col } = error.linePos?.[0] ?? { line: 1, col: 1 }
    const reason = (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '')
    throw gateError('filters-yaml', { source, line, column: col, reason: oneLine(reason).replace(/\.$/, '') })
  }
  try {
    // The number of aliases is not the danger, what they expand to is: `addRules` counts that.
    return document.toJS({ mapAsMap: true, maxAliasCount: -1 })
  } catch (thrown) {
    const reason = oneLine(thrown instanceof Error ? thrown.message : String(thrown)).replace(/\.$/, '')
    throw gateError('filters-yaml', { source, line: 1, column: 1, reason })
  }
}

/** Adds the rules of one value; gives the end of a sentence that says what is wrong with it, if anything is. */
function addRules(value: unknown, rules: RuleText[], depth: number): string | undefined {
  if (depth > mostDepth) return `is nested more than ${mostDepth} deep`
  if (rules.length >= mostRules) return `has more than ${mostRules} rules`
  if (typeof value === 'string') return addRule(undefined, [value], rules)
  if (Array.isArray(value)) return firstFault(value, item => addRules(item, rules, depth + 1))
  if (value instanceof Map) return firstFault([...value], ([key, given]) => addStatusRule(key, given, rules))
  return `has ${describe(value)} where a pattern belongs`
}

function addStatusRule(key: unknown, given: unknown, rules: RuleText[]): string | undefined {
  const patterns: string[] = []
  const reason = addPatterns(given, patterns, 0)
  if (reason !== undefined)
    return `has ${reason} under "${oneLine(String(key), 60)}", where a pattern belongs`
  const names = String(key).split('|')
  const statuses = names.map(name => name.trim().toLowerCase()).filter(name => name !== '')
  return addRule(statuses, patterns, rules)
}

function addPatterns(given: unknown, patterns: string[], depth: number): string | undefined {
  if (typeof given === 'string') {
    patterns.push(given)
    return undefined
  }
  if (!Array.isArray(given) || depth > mostDepth || patterns.length > mostRules) return describe(given)
  return firstFault(given, item => addPatterns(item, patterns, depth + 1))
}

function addRule(statuses: string[] | undefined, patterns: string[], rules: RuleText[]): string | undefined {
  if (patterns.includes('')) return 'has an empty pattern'
  rules.push({ statuses, patterns })
  return undefined
}

function firstFault<Item>(
  items: readonly Item[],
  check: (item: Item) => string | undefined,
): string | undefined {
  for (const item of items) {
    const fault = check(item)
    if (fault !== undefined) return fault
  }
  return undefined
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (value instanceof Map) return 'a map'
  return typeof value === 'string' ? 'text' : `the ${typeof value} ${oneLine(String(value), 60)}`
}
