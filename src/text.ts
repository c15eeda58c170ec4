/** Text that we did not write, made harmless before it is shown. Pure. */

/** ANSI sequences (CSI, OSC, single escapes), also in their 8-bit forms. */
const ansi =
  /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b\]|\x9d)[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?|\x1b[@-Z\\-_a-z0-9=>]/g
/** Controls, line ends and the marks that turn the reading direction (Trojan Source, CVE-2021-42574). */
const controls =
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g

/** One line of printable ASCII in which no command can begin: nearly every text, and harmless as it is. */
const plain = /^(?! *::)(?!.*##\[)[ -~]*$/

/** Many lines of foreign text: line ends and tabs stay, nothing else that steers a terminal or a runner does. */
export function harmless(text: string): string {
  if (plain.test(text)) return text
  return text
    .replace(/\r\n?/g, '\n')
    .replace(ansi, '')
    .replace(controls, '')
    .split('\n')
    .map(breakCommand)
    .join('\n')
}

/** One line of foreign text: line ends become a visible sign. Cut at `most` code points. */
export function oneLine(text: string, most = 300): string {
  if (text.length <= most && plain.test(text)) return text
  const line = joinLines(harmless(text)).replace(/\t/g, ' ')
  const points = [...line]
  return points.length <= most ? line : `${points.slice(0, most - 1).join('')}…`
}

/** Whether a text could be a URL with credentials, also one of which paths were made (`://` becomes `:/`). */
export function looksLikeUrl(text: string): boolean {
  const mark = text.indexOf(':/')
  return mark !== -1 && (/:\/\/|:\/[^\s/]*:/.test(text) || text.includes('@', mark))
}

/**
 * What somebody gave, for a message. A URL is not shown at all: cutting it takes the @ away by which the redactor
 * would know its password.
 */
export function showInput(text: string, most?: number): string {
  return looksLikeUrl(text) ? 'a URL' : oneLine(text, most)
}

/** Line ends and the white space around them become one sign; a regular expression for it would be quadratic. */
function joinLines(text: string): string {
  const lines = text.split('\n')
  const last = lines.length - 1
  return lines
    .map((line, index) => (index === 0 ? line : line.trimStart()))
    .map((line, index) => (index === last ? line : line.trimEnd()))
    .filter((line, index) => line !== '' || index === 0 || index === last)
    .join(' ⏎ ')
}

/**
 * The runner takes `::name::` at the start of a line (after white space) and `##[name]` anywhere in it
 * for commands (actions/runner ActionCommand.cs). A zero-width joiner inside the mark keeps the text readable.
 */
function breakCommand(line: string): string {
  return line.replace(/^(\s*):(?=:)/, '$1:\u200d').replaceAll('##[', '#\u200d#[')
}

/** `1 file`, `2 files`, `1,204 rows`. */
export function count(number: number, noun: string): string {
  return `${groupDigits(number)} ${noun}${number === 1 ? '' : 's'}`
}

/** `1,204`. By hand: the first number that Intl formats loads its data, ten milliseconds of it. */
export function groupDigits(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

/** `a`, `a and b`, `a, b and c`. */
export function joinAnd(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** `a, b, c`; of more than eight the first three, the last and their number. */
export function shortList(words: readonly string[]): string {
  return words.length <= 8
    ? words.join(', ')
    : `${words.slice(0, 3).join(', ')} … ${words.at(-1)} (${words.length})`
}

const spans = [
  ['d', 86_400, 'h', 3_600],
  ['h', 3_600, 'min', 60],
  ['min', 60, 's', 1],
] as const

/** A time of so many seconds, in its two largest units: `12 s`, `4 min 3 s`, `2 h 5 min`, `3 d 4 h`. */
export function sayAge(seconds: number): string {
  const whole = Math.floor(seconds)
  const span = spans.find(([, length]) => whole >= length)
  if (span === undefined) return `${whole} s`
  const [unit, length, smaller, part] = span
  const rest = Math.floor((whole % length) / part)
  return `${Math.floor(whole / length)} ${unit}${rest === 0 ? '' : ` ${rest} ${smaller}`}`
}
