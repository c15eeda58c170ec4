import type { Descent, PlannedSql } from '../by-hand.ts'
import type { Revision } from '../domain.ts'
import { label } from '../notes.ts'
import { count, oneLine } from '../text.ts'
import { type Line, line } from './line.ts'

/** The SQL of each revision below its name, what of it takes rows away, and what is not shown and why. Pure. */
export function sqlLines(sql: PlannedSql, revisions: readonly Revision[]): Line[] {
  const lines = sql.revisions.flatMap(({ id, text, more, losses }) => {
    const revision = revisions.find(one => one.id === id) ?? { id, name: '', path: '' }
    return [
      line('strong', `   ${label(revision)}`),
      ...(text === '' ? ['There is no SQL in it.'] : text.split('\n')).map(each =>
        line('dim', `      ${each}`),
      ),
      ...(more === 0 ? [] : [line('dim', `      … ${sayMore(more, revision)}`)]),
      ...(losses.length === 0 ? [] : [line('warn', `   ⚠️  takes away: ${losses.join(', ')}`)]),
    ]
  })
  const unknown = sayUnknown(sql)
  return unknown === '' ? lines : [...lines, line('warn', `   ❔ ${unknown}`)]
}

/** `12 more lines, in migrations/0003_orders.sql`. */
function sayMore(more: number, { path }: Revision): string {
  return `${count(more, 'more line')}${path === '' ? '' : `, in ${oneLine(path)}`}`
}

/** Why SQL is not shown; empty where all of it is. */
export function sayUnknown({ revisions, why }: PlannedSql): string {
  const what = revisions.length === 0 ? 'The SQL' : 'The SQL of the rest'
  return why === undefined ? '' : `${what} is not known beforehand: ${oneLine(why)}.`
}

/** What a downgrade takes back, in one line. */
export function sayDescent({ revisions, leaves }: Descent, dryRun: boolean): string {
  if (revisions.length === 0) return 'there is nothing to take back'
  const verb = dryRun ? 'would take back' : 'takes back'
  const left = leaves.length === 0 ? 'no revision' : leaves.join(', ')
  const order = revisions.length === 1 ? '' : ', newest first'
  return oneLine(`${verb} ${count(revisions.length, 'revision')}${order}, and leaves it at ${left}`)
}

/** What a downgrade takes back, with its SQL. Pure. */
export function descentLines(descent: Descent, dryRun: boolean, database: string): Line[] {
  const { revisions, sql } = descent
  const shown = new Set(sql.revisions.map(({ id }) => id))
  const bare = revisions.filter(({ id }) => !shown.has(id))
  return [
    line('strong', `⬇️  ${database}${sayDescent(descent, dryRun)}`),
    ...bare.map(revision => line('strong', `   ${label(revision)}`)),
    ...sqlLines(sql, revisions),
  ]
}
