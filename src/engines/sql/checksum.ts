/** What the history table remembers of a script's text. Pure. */

import { createHash } from 'node:crypto'

/**
 * The text that a section's checksum is made of: with LF for CRLF, as git converts them, and without the white
 * space around it, so that neither a checkout on Windows nor a way down added below counts as a modification.
 */
export function checksumText(text: string): string {
  return text.replaceAll('\r\n', '\n').trim()
}

/** sha256 of `checksumText` in UTF-8, 64 hexadecimal digits. For a section or for one statement. */
export function checksumOf(text: string): string {
  return createHash('sha256').update(checksumText(text), 'utf8').digest('hex')
}
