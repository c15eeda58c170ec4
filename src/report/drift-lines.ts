import type { Drifted } from '../drifted.ts'
import { count, oneLine } from '../text.ts'
import { sayMs } from './did.ts'
import { type Line, line, of } from './line.ts'
import type { Report } from './shape.ts'

/** A line for each database of which a live one was looked at. Pure. */
export function driftLines({ databases }: Report): Line[] {
  return databases.flatMap(({ name, drifted }) =>
    drifted === undefined
      ? []
      : [line(drifted.differences === 0 ? 'plain' : 'warn', `🧭 ${of(name)}${sayDrifted(drifted)}`)],
  )
}

/** `db.example.com:5432/relay is at 0003 and differs from it in 2 things; 1 coming revision meets that`. */
export function sayDrifted({ where, at, differences, collisions, beside, durationMs }: Drifted): string {
  const stand = at.length === 0 ? 'holds no revision yet' : `is at ${at.join(', ')}`
  const differs =
    differences === 0
      ? 'and its schema is what these revisions make'
      : `and its schema differs from what these revisions make in ${count(differences, 'thing')}`
  const meets = collisions === 0 ? '' : `, ${count(collisions, 'time')} in the way of what comes`
  const rest = beside.length === 0 ? '' : ` (not counted: ${beside.join(', ')})`
  return oneLine(`${where} ${stand}, ${differs}${meets}${rest}; compared in ${sayMs(durationMs)}`, 1000)
}
