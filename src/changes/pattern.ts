import { splitAlternatives, translateGlob } from './picomatch-dialect.ts'

/**
 * The pattern dialect of dorny/paths-filter (picomatch 2.3 with `dot: true`), said in minimatch's. Pure text. What
 * still differs, and why, is in docs/detection.md.
 */
export interface Dialect {
  /** A leading `!`: everything but. */
  negated: boolean
  /** A path matches when one of these does; none: no path of git's does. */
  globs: string[]
}

// `a/**/!(b)` matches `a`, too: what is behind it may be nothing.
const nullable = /^(.+)\/\*\*\/[*?!]\([^()]*\)$/

/** Reads one pattern. */
export function readPattern(pattern: string): Dialect {
  const { negated, rest } = readNegation(pattern.replace(/^\.\//, ''))
  const plain = negated || !pattern.startsWith('!') ? rest.replace(/^\.\//, '') : rest
  // `!(a/b)` alone crosses slashes, which no group of minimatch does: it is `!` before each of its alternatives.
  const group = /^!\(([^()]*\/[^()]*)\)$/.exec(plain)?.[1]
  if (group !== undefined) return { negated: !negated, globs: readGlobs(`(${group})`) }
  // Of a pattern without `!` alone picomatch knows a short cut: `**.sql` is any name in .sql, at any depth.
  const short = /^(?:\.\/)?\*\*(?:\.\w+)+$/.test(pattern)
  const globs = short ? [`**/*${plain.slice(2)}`] : readGlobs(plain)
  return { negated, globs }
}

function readGlobs(plain: string): string[] {
  // Without a sign that it has to think about, picomatch takes `|` for a character.
  const alternatives = /^[*!]|[/()[\]{}"]/.test(plain) ? splitAlternatives(plain) : [plain]
  return alternatives.flatMap((glob, index) => {
    const last = index === alternatives.length - 1
    return readGlob(last ? glob : glob.replace(/\*\*$/, '*'))
  })
}

function readGlob(glob: string): string[] {
  // A path of git's has no such part, and minimatch would take it away.
  if (/(?:^|\/)\.{1,2}(?:\/|$)|\/\//.test(glob)) return []
  // Before a brace `**` keeps its meaning, as it does before a slash.
  const translated = translateGlob(glob.replace(/(^|\/)\*\*(?=\{)/g, '$1**/*'))
  // `a/**` matches `a` as well (a submodule, or a file where a folder is now), and `a*/**` does not.
  const folder =
    /^(.*(?:[^*]|\\\*))\/\*\*(?:\/\*\*)*$/.exec(translated)?.[1] ?? nullable.exec(translated)?.[1]
  return folder === undefined ? [translated] : [translated, folder]
}

/** Two marks cancel each other; the one of `!(…)` belongs to the group. */
function readNegation(pattern: string): { negated: boolean; rest: string } {
  const marks = /^(?:!(?!\())*/.exec(pattern)?.[0].length ?? 0
  return { negated: marks % 2 === 1, rest: pattern.slice(marks) }
}
