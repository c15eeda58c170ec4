/** What the history table remembers of a script's text. Pure. */

import { createHash } from 'node:crypto'

/**
 * The text that a section's checksum is made of: with LF for CRLF, as git converts them, and without the white
 * space around it, so that neither a checkout on Windows nor a way down added below counts as a modification.
 */
export function checksumText(text: string): string {
  return convertLineEnds(text.trim())
}

/** Hashed at a time: of a large text, no second one and not all of its bytes are in memory. */
const pieceLength = 1 << 20

/** sha256 of `checksumText` in UTF-8, 64 hexadecimal digits. For a section or for one statement. */
export function checksumOf(text: string): string {
  const hash = createHash('sha256')
  const bare = text.trim()
  for (let from = 0; from < bare.length; ) {
    const to = findSeam(bare, from + pieceLength)
    hash.update(convertLineEnds(bare.slice(from, to)), 'utf8')
    from = to
  }
  return hash.digest('hex')
}

function convertLineEnds(text: string): string {
  return text.replaceAll('\r\n', '\n')
}

/** `at` or the index before it: between the halves of a character or of a CRLF is no place to cut. */
function findSeam(text: string, at: number): number {
  if (at >= text.length) return text.length
  const before = text.charCodeAt(at - 1)
  return before === 13 || (before >= 0xd800 && before <= 0xdbff) ? at - 1 : at
}
