/** Whether a script is whole as far as brackets and strings tell, for the many that are plainly so. Pure. */
import { findStringEnd } from './string-end.ts'

/** Whatever these make up, `tokenize` takes it, and none of it opens or closes anything. */
const aside = /[\w \t\f\n.,:;=+\-*/%@&|^~<>]+/y
const wordEnd = /\w/
const closers: Record<string, string> = { '(': ')', '[': ']', '{': '}' }

/**
 * Whether `tokenize` would take a text whose line ends are LF, at a third of its cost. False also where only it can
 * tell: at a prefix of a string, a backslash, or anything outside of ASCII.
 */
export function isPlainlyWhole(text: string): boolean {
  const open: string[] = []
  for (let at = skip(text, 0); at < text.length; at = skip(text, at)) {
    const character = text[at] ?? ''
    if (character === '#') {
      const end = text.indexOf('\n', at)
      at = end === -1 ? text.length : end
    } else if (character === '"' || character === "'") {
      if (wordEnd.test(text[at - 1] ?? '')) return false
      const triple = character.repeat(3)
      const end = findStringEnd(text, at, text.startsWith(triple, at) ? triple : character)
      if (end === undefined) return false
      at = end
    } else {
      const closer = closers[character]
      if (closer !== undefined) open.push(closer)
      else if (character !== open.pop()) return false
      at++
    }
  }
  return open.length === 0
}

function skip(text: string, at: number): number {
  aside.lastIndex = at
  return aside.test(text) ? aside.lastIndex : at
}
