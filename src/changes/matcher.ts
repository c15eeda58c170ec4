import { readPattern } from './pattern.ts'

/** One pattern, compiled. */
export interface Matcher {
  /** A leading `!`. */
  negated: boolean
  /** Whether the pattern without its `!` matches. */
  holds(path: string): boolean
  /** Paths that hold begin with this, unless they are the pattern letter for letter. */
  prefix: string
}

export type Compile = (pattern: string) => Matcher

/** A glob that needs no regular expression: `src/orion/**` and `package.json`. */
const plainGlob = /^([^*?[\]{}()!+@|\\]+?)(\/\*\*)?$/

/** Loads minimatch; what it gives compiles each pattern once, however many filters share it by an anchor. */
export async function matcherCompiler(): Promise<Compile> {
  const { Minimatch } = await import(/* webpackMode: "eager" */ 'minimatch')
  const compileGlob = (glob: string): ((path: string) => boolean) => {
    const [, text, below] = plainGlob.exec(glob) ?? []
    if (text !== undefined && below === undefined) return path => path === text
    if (text !== undefined) return path => path.startsWith(text) && path[text.length] === '/'
    const options = { dot: true, nonegate: true, nocomment: true, platform: 'linux' } as const
    const minimatch = new Minimatch(glob, options)
    const ending = literalEnding(glob)
    return path => path.endsWith(ending) && minimatch.match(path)
  }
  const known = new Map<string, Matcher>()
  return pattern => {
    const compiled = known.get(pattern) ?? makeMatcher(pattern, compileGlob)
    known.set(pattern, compiled)
    return compiled
  }
}

function makeMatcher(pattern: string, compileGlob: (glob: string) => (path: string) => boolean): Matcher {
  const { negated, globs, prefix } = readPattern(pattern)
  const tests = globs.map(compileGlob)
  // A path that is the pattern letter for letter matches, whatever its characters mean, as in picomatch.
  const holds = (path: string) =>
    path === pattern ? !negated : path.startsWith(prefix) && tests.some(test => test(path))
  return { negated, holds, prefix }
}

/** What every match ends with, as far as that is easily told: `.sql`. */
function literalEnding(glob: string): string {
  return /\*([^*?[\]{}()!+@|\\/]+)$/.exec(glob)?.[1] ?? ''
}
