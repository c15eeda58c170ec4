import type { Rehearsal, RehearsedRevision } from '../rehearsal.ts'
import { count, oneLine } from '../text.ts'
import { sayMs } from './did.ts'
import { type Line, line, of } from './line.ts'
import type { Report } from './shape.ts'

/** A line for each database that was rehearsed, or was not although there was something to rehearse. */
export function rehearsalLines({ databases }: Report): Line[] {
  return databases.flatMap(({ name, rehearsal }) => {
    if (rehearsal === undefined) return []
    const said = sayRehearsal(rehearsal)
    const done = rehearsal.why === undefined
    return [line(done ? 'plain' : 'warn', `${done ? '🧪' : '⚠️ '} ${of(name)}${said}`)]
  })
}

/** `rehearsed on Postgres 16.4: 2 revisions up, down, up in 0.4 s`; else why not. */
export function sayRehearsal({ postgres, revisions, durationMs, why }: Rehearsal): string {
  if (postgres === undefined)
    return oneLine(`not rehearsed: ${(why ?? 'nothing was new').replace(/\.$/, '')}.`, 1000)
  const groups = new Map<string, number>()
  for (const revision of revisions) {
    const ways = sayWays(revision)
    groups.set(ways, (groups.get(ways) ?? 0) + 1)
  }
  const said = [...groups].map(([ways, number]) => `${count(number, 'revision')} ${ways}`)
  const ran = said.length === 0 ? 'no revision' : said.join(', ')
  const rest = why === undefined ? '' : `; ${why}`
  return oneLine(`rehearsed on Postgres ${postgres}: ${ran} in ${sayMs(durationMs)}${rest}`, 1000)
}

function sayWays({ up, down, again }: RehearsedRevision): string {
  if (up === 'failed') return 'failed'
  if (down === 'none') return 'up'
  if (down === 'failed') return 'up, and the way down failed'
  return again === 'applied' ? 'up, down, up' : 'up, down, and the second way up failed'
}
