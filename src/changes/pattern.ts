/**
 * The glob dialect of dorny/paths-filter (picomatch 2.3 with `dot: true`), said in minimatch's. Pure text. What
 * still differs is what picomatch gets wrong or nobody writes: `[!a]` (it takes the `!` for a character),
 * `!(a)/**` (it refuses `ab/x` too), `{01..03}`, `a//b`, quotes, a backslash before a letter; and a name with a
 * newline, which `a/**` misses there: no file hides here.
 */
export interface Dialect {
  /** A leading `!`: everything but. */
  negated: boolean
  /** A path matches when one of these does. */
  globs: string[]
  /** Every match of a pattern that is not negated begins with this. */
  prefix: string
}

/** Reads one pattern. */
export function readPattern(pattern: string): Dialect {
  const { negated, rest } = readNegation(pattern)
  const plain = rest.replace(/^\.\//, '')
  // picomatch short-cuts `**.sql` to `**` followed by `.sql`, at any depth.
  const glob = openGroups(/^\*\*\.\w+$/.test(plain) ? `**/*${plain.slice(2)}` : plain)
  // `a/**` matches `a` as well (a submodule, or a file where a folder is now), and `a*/**` does not.
  const folder = /^(.*[^*])(?:\/\*\*)+$/.exec(glob)?.[1]
  return {
    negated,
    globs: folder === undefined ? [glob] : [glob, folder],
    prefix: literalPrefix(folder ?? glob),
  }
}

/** Two marks cancel each other; the one of `!(…)` belongs to the group. */
function readNegation(pattern: string): { negated: boolean; rest: string } {
  const marks = /^(?:!(?!\())*/.exec(pattern)?.[0].length ?? 0
  return { negated: marks % 2 === 1, rest: pattern.slice(marks) }
}

/** `(a|b)` is a group to picomatch, and `@(a|b)` to minimatch; escapes and brackets stay as they are. */
function openGroups(glob: string): string {
  return glob.replace(/\\.|\[[^\]/]+\]|([?*+@!])?\(/g, (found, mark?: string) =>
    found === '(' && mark === undefined ? '@(' : found,
  )
}

/** Up to the first character that may mean something; the one before a group may be its mark. */
function literalPrefix(glob: string): string {
  const end = glob.search(/[*?[\]{}()!+@|\\]/)
  return end === -1 ? glob : glob.slice(0, end)
}
