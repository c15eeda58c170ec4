import { conditionOf } from '../database/conditions.ts'
import type { DiffLine, Excerpt, Fault, ServerError } from '../domain.ts'
import { harmless, oneLine } from '../text.ts'
import type { Line, SayNext, Tone } from './line.ts'

/**
 * A failure in lines: what, where, what the server said, what the database holds now, and the way out. People's data
 * in what the server said is only shown where a person asked for it.
 */
export function faultLines(
  fault: Fault,
  allowed: boolean,
  sayNext: SayNext,
  database = '',
  showData = false,
): Line[] {
  const lines: Line[] = []
  const add = (tone: Tone, text: string): void => void lines.push({ tone, text })
  add(allowed ? 'warn' : 'bad', `${allowed ? '⚠️  allowed: ' : '❌ '}${database}${fault.message}`)
  const place = sayPlace(fault)
  if (place !== '') add('plain', `   at ${place}`)
  if (fault.excerpt !== undefined) for (const text of excerptLines(fault.excerpt)) add('dim', `   ${text}`)
  if (fault.diff !== undefined) for (const text of diffLines(fault.diff)) add('dim', `   ${text}`)
  const { server, state, foreign, next } = fault
  if (server !== undefined) {
    const said = showData ? { ...server, ...fault.withheld } : server
    for (const text of serverLines(said)) add('dim', `   ${text}`)
    if (fault.withheld !== undefined && !showData) add('dim', `   ${withheldLine}`)
  }
  if (state !== undefined && state !== '') add('plain', `   now: ${state}`)
  if (!allowed) {
    add('plain', `   cure: ${fault.cure}`)
    const ways = [...(foreign ?? []), ...(next ?? []).map(one => ({ line: sayNext(one), when: one.when }))]
    for (const way of ways)
      add('strong', `   next: ${way.line}${way.when === undefined ? '' : `   (if ${way.when})`}`)
  }
  return lines
}

/** What stands for values that are not shown; the summary says it too. */
export const withheldLine = '(values of rows are left out here; a terminal and debug logging show them)'

/** What the server said, each part with its word. */
export function serverLines({ severity, code, message, detail, hint, where }: ServerError): string[] {
  const parts = [
    ['server', `${sayCode({ severity, code })}: ${message}`],
    ['detail', detail],
    ['hint', hint],
    ['context', where],
  ] as const
  return parts.flatMap(([word, text]) =>
    text === undefined
      ? []
      : harmless(text)
          .split('\n')
          .map((part, index) => `${index === 0 ? `${word}: ` : '  '}${part}`),
  )
}

/** `ERROR 42701 duplicate_column` */
function sayCode({ severity, code }: Pick<ServerError, 'severity' | 'code'>): string {
  return [severity, code, conditionOf(code)].filter(part => part !== '').join(' ')
}

/** `migrations/0003_add_index.sql:7:12`, or empty. */
export function sayPlace(fault: Fault): string {
  const { place } = fault
  if (place === undefined) return ''
  const line = place.line === undefined ? '' : `:${place.line}`
  const column = place.line === undefined || place.column === undefined ? '' : `:${place.column}`
  return `${oneLine(place.path)}${line}${column}`
}

/** `- 12 │ alter table …`: what an edit took away and what it put there. */
export function diffLines(diff: readonly DiffLine[]): string[] {
  const width = Math.max(...diff.map(({ line }) => String(line).length))
  return diff.map(({ mark, line, text }) => harmless(`${mark} ${String(line).padStart(width)} │ ${text}`))
}

/** Numbered lines with a mark before the one that failed, and a caret below it. */
export function excerptLines(excerpt: Excerpt): string[] {
  const width = String(excerpt.firstLine + excerpt.lines.length - 1).length
  return excerpt.lines.flatMap((text, index) => {
    const number = excerpt.firstLine + index
    const marked = number === excerpt.markedLine
    const shown = `${marked ? '▶' : ' '} ${String(number).padStart(width)} │ ${text}`.trimEnd()
    if (!marked || excerpt.caret === undefined) return [shown]
    return [shown, `  ${' '.repeat(width)} │ ${' '.repeat(excerpt.caret - 1)}^`]
  })
}
