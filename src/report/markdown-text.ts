/** Text that we did not write, as Markdown that shows it and does nothing. Pure. */
import { harmless } from '../text.ts'

/**
 * Foreign and own text alike, with nothing in it that Markdown, HTML or GitHub (mentions, links) would act on.
 * Code spans stay. Only single backticks in pairs are surely one: a longer run would end where we think that one
 * begins. A line end goes, since a blank line or a list's next item ends the span.
 */
export function text(foreign: string): string {
  return inSpans(foreign, escapeText, codeSpan)
}

/** The same within HTML, where Markdown does nothing. */
export function htmlText(foreign: string): string {
  return inSpans(foreign, escapeHtml, part => `<code>${escapeHtml(part)}</code>`)
}

function inSpans(foreign: string, plain: (part: string) => string, code: (part: string) => string): string {
  const given = harmless(foreign).replaceAll('\n', ' ⏎ ')
  const parts = given.split('`')
  if (parts.length % 2 === 0 || given.includes('``')) return plain(given.replaceAll('`', "'"))
  return parts.map((part, index) => (index % 2 === 0 ? plain(part) : code(part))).join('')
}

/**
 * In backticks `&lt;` and `\|` would be shown as they stand, and a table’s cell ends at a `|` even there: what holds such
 * signs is written as HTML, and stays text whatever ends it.
 */
function codeSpan(part: string): string {
  return /[<&|\\]/.test(part) ? `<code>${escapeText(part)}</code>` : `\`${part}\``
}

/** `|` as an entity: of `\\|`, a backslash of the text and ours, the second half ends a cell or not by who reads it. */
function escapeText(given: string): string {
  const escaped = escapeSigns(given).replace(/[\\*_[\]#~$!]/g, sign => `\\${sign}`)
  return unlinked(escaped).replaceAll('|', '&#124;')
}

function escapeHtml(given: string): string {
  return unlinked(escapeSigns(given)).replace(/[!*_[\]~]/g, sign => `&#${sign.charCodeAt(0)};`)
}

function escapeSigns(given: string): string {
  return given.replace(/[&<>]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)
}

/**
 * GitHub looks for people, issues and addresses in what Markdown has made, where a backslash and an entity are gone
 * again (github/cmark-gfm#181): only a character between keeps it from a mention, which would be mail to a stranger.
 */
function unlinked(given: string): string {
  return given
    .replace(/#(?=\d)/g, '#&#8203;')
    .replace(/@/g, '&#64;&#8203;')
    .replace(/\bGH-(?=\d)/gi, '$&&#8203;')
    .replace(/:\/\//g, ':&#8203;&#47;&#47;')
    .replace(/\bwww\./gi, 'www&#8203;&#46;')
}

/** A fence longer than any in the text, so that nothing in it can end the block. */
export function fence(given: string, language = 'text'): string {
  const longest = Math.max(2, ...[...given.matchAll(/`+/g)].map(found => found[0].length))
  const mark = '`'.repeat(longest + 1)
  return `${mark}${language}\n${given}\n${mark}`
}
