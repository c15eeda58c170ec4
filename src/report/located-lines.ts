import type { Located } from '../located.ts'
import { count, joinAnd, oneLine } from '../text.ts'
import { sayMs } from './did.ts'
import { type Line, line } from './line.ts'

/** `📍 the schema is exactly that of 0003, as the history says`, and what differs. Pure. */
export function locatedLines(located: Located): Line[] {
  const { verdict, differences, unlike = [], beside, postgres, rehearsed, durationMs } = located
  const tone = verdict === 'equal' ? 'good' : 'warn'
  const replayed = `${count(rehearsed, 'revision')} replayed on Postgres ${postgres} in ${sayMs(durationMs)}`
  return [
    line(tone, `   📍 ${sayLocated(located)}`),
    ...differences.map(text => line('plain', `      ≠ ${text}`)),
    ...unlike.flatMap(one => one.differences.map(text => line('plain', `      ${one.revision} ≠ ${text}`))),
    ...(beside.length === 0
      ? []
      : [line('dim', `      no revision’s, and not counted: ${oneLine(beside.join(', '), 500)}`)]),
    line('dim', `      ${replayed}`),
  ]
}

/** One sentence without its end. */
export function sayLocated({ verdict, revision, same, partOf, unknown = [] }: Located): string {
  const at =
    revision.length === 0 ? 'what is there before the first revision' : `that of ${revision.join(' + ')}`
  const others = same.length === 0 ? '' : ` (the same as ${joinAnd(same)})`
  if (verdict === 'equal') return oneLine(`the schema is exactly ${at}, as the history says${others}`)
  const near = revision.length === 0 ? 'an empty one' : `that of ${revision.join(' + ')}`
  const names = `the history names ${joinAnd(unknown)}, which no file here has`
  const but = unknown.length > 0 ? names : 'the history says something else'
  if (verdict === 'elsewhere') return oneLine(`the schema is exactly ${at}, and ${but}${others}`)
  if (unknown.length > 0) return oneLine(`${names}; the nearest that is here is ${near}`)
  return oneLine(
    `the schema is that of no revision; the nearest is ${near}${partOf === undefined ? '' : `, with a part of ${partOf}`}`,
  )
}
