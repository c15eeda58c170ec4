/** Where Python's strings end, f-strings with what they hold included. Pure. */

/** Prefix and opening quotes of any string. */
export const stringStart = /(?:[rR]?[bBfFtT]|[bBfFtT][rR]|[rRuU])?(?:'''|"""|'|")/y

const opening = new Set(['(', '[', '{'])
const closing = new Set([')', ']', '}'])

/** Python takes 150 f-strings in each other and no more (its MAXFSTRINGLEVEL). */
const mostNested = 150

/** Index behind the closing quote; undefined if the text or, without triple quotes, the line ends before. */
export function findStringEnd(text: string, at: number, start: string, nested = 0): number | undefined {
  const quotes = /['"]+$/.exec(start)?.[0] ?? ''
  const prefix = start.slice(0, -quotes.length).toLowerCase()
  const from = at + start.length
  if (prefix.includes('f') || prefix.includes('t')) return endOfFormatted(text, from, quotes, prefix, nested)
  return endOfPlain(text, from, quotes)
}

/** From escape to escape and to the next quotes, without a look at each character: most of a revision is such text. */
function endOfPlain(text: string, from: number, quotes: string): number | undefined {
  let end = -1
  for (let at = from; ; ) {
    if (end < at) end = text.indexOf(quotes, at)
    if (end === -1) return undefined
    const ahead = text.slice(at, end)
    const slash = ahead.indexOf('\\')
    const plain = slash === -1 ? ahead : ahead.slice(0, slash)
    if (quotes.length === 1 && plain.includes('\n')) return undefined
    if (slash === -1) return end + quotes.length
    at += slash + 2
  }
}

/** Since Python 3.12 the fields of an f-string may hold any string, also one with the same quotes. */
function endOfFormatted(
  text: string,
  from: number,
  quotes: string,
  prefix: string,
  nested: number,
): number | undefined {
  if (nested > mostNested) return undefined
  let at = from
  while (at < text.length) {
    const character = text[at]
    if (character === '\\') at += skipEscape(text, at, prefix)
    else if (text.startsWith(quotes, at)) return at + quotes.length
    else if (character === '\n' && quotes.length === 1) return undefined
    else if (character === '{' && text[at + 1] === '{') at += 2
    else if (character === '{') {
      const end = endOfField(text, at + 1, nested + 1)
      if (end === undefined) return undefined
      at = end
    } else at++
  }
  return undefined
}

/** A backslash takes the next character with it, but no brace: `\{` begins a field. `\N{…}` is a character. */
function skipEscape(text: string, at: number, prefix: string): number {
  const next = text[at + 1]
  if (next === '{' || next === '}') return 1
  if (next === 'N' && text[at + 2] === '{' && !prefix.includes('r'))
    return Math.max(2, text.indexOf('}', at) - at + 1)
  return 2
}

/** Index behind the `}` of a field whose expression begins at `from`. */
function endOfField(text: string, from: number, nested: number): number | undefined {
  if (nested > mostNested) return undefined
  let depth = 0
  let at = from
  while (at < text.length) {
    const character = text[at] ?? ''
    stringStart.lastIndex = at
    const start = /[\w.]/.test(text[at - 1] ?? '') ? undefined : stringStart.exec(text)?.[0]
    if (start !== undefined || character === "'" || character === '"') {
      const end = findStringEnd(text, at, start ?? quotesAt(text, at), nested)
      if (end === undefined) return undefined
      at = end
      continue
    }
    if (character === '#') at = text.indexOf('\n', at) === -1 ? text.length : text.indexOf('\n', at)
    else if (character === '}' && depth === 0) return at + 1
    else if (character === ':' && depth === 0) return endOfFormat(text, at + 1, nested)
    else if (opening.has(character)) depth++
    else if (closing.has(character)) depth--
    at++
  }
  return undefined
}

/** The part behind the colon is text, with fields of its own. */
function endOfFormat(text: string, from: number, nested: number): number | undefined {
  let at = from
  while (at < text.length) {
    const character = text[at]
    if (character === '}') return at + 1
    if (character === '{') {
      const end = endOfField(text, at + 1, nested + 1)
      if (end === undefined) return undefined
      at = end
    } else at++
  }
  return undefined
}

function quotesAt(text: string, at: number): string {
  const quote = text[at] ?? ''
  return text.startsWith(quote.repeat(3), at) ? quote.repeat(3) : quote
}
