/** Patterns of paths as Docker has them: Go’s filepath.Match, and `**` where it is known. Pure. */

type Token =
  | { kind: 'char'; char: string }
  /** `?` */
  | { kind: 'one' }
  | { kind: 'set'; not: boolean; ranges: [string, string][] }
  /** `*`: anything but a slash. */
  | { kind: 'star' }
  /** A `**` before more: nothing, or anything that ends in a slash. */
  | { kind: 'folders' }
  /** A `**` at the end. */
  | { kind: 'all' }

/** Whether a whole path, with slashes and without one at its start, is meant. */
export type Matches = (path: string) => boolean

/** Makes a pattern ready; undefined for one that Docker refuses. Without `deep`, `**` is no more than `*`. */
export function compilePattern(pattern: string, deep: boolean): Matches | undefined {
  const tokens = deep && isSuffix(pattern) ? suffixTokens(pattern) : readTokens(pattern, deep)
  return tokens === undefined ? undefined : path => matchTokens(tokens, [...path])
}

/** `**` at the start and nothing else that is special: there Docker looks at the end of the path only. */
function isSuffix(pattern: string): boolean {
  return /^\*\*[^/*?[\]\\]/.test(pattern) && !/[*?[\]\\]/.test(pattern.slice(2))
}

function suffixTokens(pattern: string): Token[] {
  return [{ kind: 'all' }, ...[...pattern.slice(2)].map((char): Token => ({ kind: 'char', char }))]
}

function readTokens(pattern: string, deep: boolean): Token[] | undefined {
  const tokens: Token[] = []
  const chars = [...pattern]
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at] ?? ''
    if (char === '*' && deep && chars[at + 1] === '*') {
      at += chars[at + 2] === '/' ? 2 : 1
      tokens.push({ kind: at + 1 >= chars.length ? 'all' : 'folders' })
    } else if (char === '*') tokens.push({ kind: 'star' })
    else if (char === '?') tokens.push({ kind: 'one' })
    else if (char === '[') {
      const set = readSet(chars, at + 1)
      if (set === undefined) return undefined
      tokens.push(set.token)
      at = set.end
    } else if (char === '\\') {
      const next = chars[++at]
      if (next === undefined) return undefined
      tokens.push({ kind: 'char', char: next })
    } else tokens.push({ kind: 'char', char })
  }
  return tokens
}

function readSet(chars: readonly string[], from: number): { token: Token; end: number } | undefined {
  const not = chars[from] === '^'
  const ranges: [string, string][] = []
  for (let at = not ? from + 1 : from; at < chars.length; at++) {
    if (chars[at] === ']' && ranges.length > 0) return { token: { kind: 'set', not, ranges }, end: at }
    if (chars[at] === '\\') at++
    const low = chars[at] ?? ''
    if (chars[at + 1] === '-' && chars[at + 2] !== ']') {
      at += chars[at + 2] === '\\' ? 3 : 2
      ranges.push([low, chars[at] ?? ''])
    } else ranges.push([low, low])
  }
  return undefined
}

/** From the end of the path to its start, so that no pattern takes longer than its length times that of the path. */
function matchTokens(tokens: readonly Token[], path: readonly string[]): boolean {
  let after: boolean[] = [...path.map(() => false), true]
  for (const token of [...tokens].reverse()) {
    const here: boolean[] = new Array(path.length + 1).fill(false)
    let passed = false
    for (let at = path.length; at >= 0; at--) {
      const char = path[at]
      if (token.kind === 'folders') {
        passed ||= char === '/' && after[at + 1] === true
        here[at] = passed || after[at] === true
      } else if (token.kind === 'all' || token.kind === 'star') {
        const goes = char !== undefined && (token.kind === 'all' || char !== '/')
        here[at] = after[at] === true || (goes && here[at + 1] === true)
      } else here[at] = char !== undefined && takes(token, char) && after[at + 1] === true
    }
    after = here
  }
  return after[0] === true
}

function takes(token: Token, char: string): boolean {
  if (token.kind === 'char') return token.char === char
  if (token.kind === 'set')
    // Even a slash, as Docker has it.
    return token.ranges.some(([low, high]) => low <= char && char <= high) !== token.not
  return char !== '/'
}
