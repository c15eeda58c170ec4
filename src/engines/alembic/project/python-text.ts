/** What Python takes for white space; JavaScript's own set has the byte order mark in it and lacks six signs. */
const blank = '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]'
const start = new RegExp(`^${blank}+`)
const end = new RegExp(`${blank}+$`)

/** `str.strip()`. */
export function strip(text: string): string {
  return stripEnd(text.replace(start, ''))
}

/** `str.rstrip()`. */
export function stripEnd(text: string): string {
  return text.replace(end, '')
}

/** How many blanks a text begins with. */
export function indentOf(text: string): number {
  return start.exec(text)?.[0].length ?? 0
}
