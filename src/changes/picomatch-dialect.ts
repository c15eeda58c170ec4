/**
 * A glob of picomatch 2.3 said in minimatch's words, piece by piece. Pure. picomatch writes a regular expression and
 * lets much of the pattern through to it, so `(a|b)?`, `[ab]+` and `a/b|c` mean what they mean there.
 */

/** What picomatch takes for a sign of a regular expression in brackets; without one it also matches them as text. */
const regexSigns = /[-*+?.^${}(|)[\]]/
const range = /^\{([^{},./\\()[\]*?]*)\.\.([^{},./\\()[\]*?]*)(?:\.\.([^{},./\\()[\]*?]*))?\}/

/** A piece of the glob, translated, and how many characters it took. */
interface Piece {
  text: string
  length: number
}

/** Translates one glob without its leading `!`. `rest` is what follows it in the pattern around it. */
export function translateGlob(glob: string, rest = ''): string {
  let text = ''
  for (let at = 0; at < glob.length; ) {
    const piece = pieceAt(glob, at, rest)
    text += piece.text
    at += piece.length
  }
  return text
}

/** Splits at each `|` that is in no group, bracket or quotes. */
export function splitAlternatives(glob: string): string[] {
  const parts = ['']
  let depth = 0
  for (let at = 0; at < glob.length; ) {
    const length = opaqueLength(glob, at)
    const sign = glob.slice(at, at + length)
    if (sign === '(') depth++
    if (sign === ')') depth--
    if (sign === '|' && depth <= 0) parts.push('')
    else parts[parts.length - 1] += sign
    at += length
  }
  return parts
}

/** Text as a glob that means it letter for letter. */
function escapeGlob(text: string): string {
  return text.replace(/[*?[\]{}()!+@|\\,]/g, '\\$&')
}

function pieceAt(glob: string, at: number, rest: string): Piece {
  const sign = glob[at] ?? ''
  if (sign === '\\') return escapeAt(glob, at)
  if (sign === '"') {
    const length = opaqueLength(glob, at)
    return { text: escapeGlob(glob.slice(at + 1, at + length).replace(/"$/, '')), length }
  }
  if (sign === '[') return bracketAt(glob, at)
  if (sign === '{') return rangeAt(glob, at)
  if (sign === '(') return groupAt(glob, at, '', rest)
  if (glob[at + 1] === '(' && '?*+@!'.includes(sign)) return groupAt(glob, at, sign, rest)
  return { text: sign, length: 1 }
}

/** One before a dot, a semicolon or a slash is dropped. */
function escapeAt(glob: string, at: number): Piece {
  const next = glob[at + 1] ?? ''
  if (next === '') return { text: '\\\\', length: 1 }
  return { text: '.;/'.includes(next) ? next : `\\${next}`, length: 2 }
}

/** `[id]` matches those four characters as well as one of the two; a `!` in it is a character. */
function bracketAt(glob: string, at: number): Piece {
  const length = opaqueLength(glob, at)
  if (length === 1) return { text: '\\[', length }
  const inner = glob.slice(at + 1, at + length - 1)
  const set = `[${inner.replace(/^!/, '\\!')}]`
  const either = regexSigns.test(inner) ? [set] : [escapeGlob(`[${inner}]`), set]
  if (glob[at + length] === '+') return { text: `+(${either.join('|')})`, length: length + 1 }
  return { text: either.length === 1 ? set : `@(${either.join('|')})`, length }
}

/** `{1..3}` is the set `[1-3]`, so `{10..20}` is one character; what is no set is text. */
function rangeAt(glob: string, at: number): Piece {
  const found = range.exec(glob.slice(at))
  if (found === null) return { text: '{', length: 1 }
  const ends = found.slice(1).filter(end => end !== undefined && end !== '')
  ends.sort()
  const set = `[${ends.join('-')}]`
  return { text: isSet(set) ? set : escapeGlob(ends.join('..')), length: found[0].length }
}

function isSet(text: string): boolean {
  try {
    new RegExp(text)
    return true
  } catch {
    return false
  }
}

/** A group; the `?` or `+` behind it counts how often it may occur. */
function groupAt(glob: string, at: number, mark: string, rest: string): Piece {
  const open = at + mark.length
  const close = closeOf(glob, open)
  if (close === -1) return { text: `${mark}\\(`, length: mark.length + 1 }
  const inner = glob.slice(open + 1, close)
  const quantifier = /^[?+](?!\()/.exec(glob.slice(close + 1))?.[0] ?? ''
  const behind = glob.slice(close + 1) + rest
  const parts = splitAlternatives(inner).map(part => translateGlob(part, `)${behind}`))
  const group =
    mark === '!' ? negatedGroup(parts, inner, behind) : positiveGroup(parts, inner, mark, quantifier)
  const end = close + 1 + quantifier.length
  // Behind a group `**` crosses slashes, though it is not alone between them.
  if (/^\*\*(?:$|\/)/.test(glob.slice(end))) return { text: `${group}{*,*/**}`, length: end + 2 - at }
  return { text: group, length: end - at }
}

function positiveGroup(parts: string[], inner: string, mark: string, quantifier: string): string {
  const once = (mark === '' || mark === '@') && quantifier === ''
  if (once && inner.includes('/')) {
    // minimatch looks for no slash in a group.
    return parts.length === 1 ? (parts[0] ?? '') : `{${parts.join(',')}}`
  }
  const sign = quantifier !== '' && (mark === '' || mark === '@') ? quantifier : mark || '@'
  return `${sign}(${parts.join('|')})`
}

/** Before more of the pattern, `!(a)` is what does not even begin with `a`. */
function negatedGroup(parts: string[], inner: string, behind: string): string {
  const exact = /^\)*$/.test(behind) || (inner.includes('*') && /^\.[^\\/.]+$/.test(behind))
  return `!(${(exact ? parts : parts.map(part => `${part}*`)).join('|')})`
}

function closeOf(glob: string, open: number): number {
  let depth = 0
  for (let at = open; at < glob.length; at += opaqueLength(glob, at)) {
    if (glob[at] === '(') depth++
    if (glob[at] === ')' && --depth === 0) return at
  }
  return -1
}

/** Length of what stands here and hides its contents: an escape, a bracket, quotes; else one character. */
function opaqueLength(glob: string, at: number): number {
  const sign = glob[at]
  if (sign === '\\') return Math.min(2, glob.length - at)
  if (sign === '"') {
    const end = glob.indexOf('"', at + 1)
    return end === -1 ? glob.length - at : end + 1 - at
  }
  if (sign !== '[') return 1
  return /^\[\^?\]?(?:\[:\w+:\]|\\.|[^\]])*\]/.exec(glob.slice(at))?.[0].length ?? 1
}
