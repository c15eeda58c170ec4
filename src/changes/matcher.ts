import { gateError } from '../catalogue/catalogue.ts'
import { oneLine } from '../text.ts'
import { readPattern } from './pattern.ts'
import { placeOf } from './places.ts'

/** One pattern, compiled. */
export interface Matcher {
  /** A leading `!`. */
  negated: boolean
  /** Whether the pattern without its `!` matches. */
  holds(path: string): boolean
  /** A path that holds has one of these places. */
  places: readonly string[]
}

/** Throws GateError `pattern-complex` where minimatch would give up, or leave out alternatives in silence. */
export type Compile = (pattern: string) => Matcher

/** A glob that needs no regular expression: `src/orion/**` and `package.json`. */
const plainGlob = /^([^*?[\]{}()!+@|\\]+?)(\/\*\*)?$/
/** Of more alternatives in braces an index is no help. */
const mostAlternatives = 100
/** Twenty-four times `{a,b}` are sixteen million. */
const mostExpanded = 10_000

/** Loads minimatch; what it gives compiles each pattern once, however many filters share it by an anchor. */
export async function matcherCompiler(): Promise<Compile> {
  const { Minimatch, braceExpand } = await import('minimatch')
  const options = {
    dot: true,
    nonegate: true,
    nocomment: true,
    platform: 'linux',
    braceExpandMax: mostExpanded + 1,
  } as const
  const compileGlob = (glob: string): ((path: string) => boolean) => {
    const [, text, below] = plainGlob.exec(glob) ?? []
    if (text !== undefined && below === undefined) return path => path === text
    if (text !== undefined) return path => path.startsWith(text) && path[text.length] === '/'
    // Most of many patterns are never held against anything; of groups there may be too many.
    let made: { match(path: string): boolean } | undefined = glob.includes('(')
      ? new Minimatch(glob, options)
      : undefined
    const match = (path: string) => {
      made ??= new Minimatch(glob, options)
      return made.match(path)
    }
    const ending = /\*([^*?[\]{}()!+@|\\/]+)$/.exec(glob)?.[1] ?? ''
    return path => path.endsWith(ending) && match(path)
  }
  const expand = (globs: readonly string[]): string[] => {
    const expanded = globs.flatMap(glob => (glob.includes('{') ? braceExpand(glob, options) : [glob]))
    if (expanded.length > mostExpanded) throw new Error(`its braces make more than ${mostExpanded} of it`)
    return expanded.length > mostAlternatives ? [...globs] : expanded
  }
  const known = new Map<string, Matcher>()
  return pattern => {
    const compiled = known.get(pattern) ?? refusing(pattern, () => makeMatcher(pattern, expand, compileGlob))
    known.set(pattern, compiled)
    return compiled
  }
}

function refusing(pattern: string, make: () => Matcher): Matcher {
  try {
    return make()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw gateError('pattern-complex', { pattern: oneLine(pattern, 80), reason: oneLine(reason, 120) })
  }
}

function makeMatcher(
  pattern: string,
  expand: (globs: readonly string[]) => string[],
  compileGlob: (glob: string) => (path: string) => boolean,
): Matcher {
  const { negated, globs } = readPattern(pattern)
  const all = expand(globs)
  const tests = all.map(compileGlob)
  // A path that is the pattern letter for letter matches, whatever its characters mean, as in picomatch.
  const holds = (path: string) => (path === pattern ? !negated : tests.some(test => test(path)))
  return { negated, holds, places: [...new Set([pattern, ...all.map(placeOf)])] }
}
