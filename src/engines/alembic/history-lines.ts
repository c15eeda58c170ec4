import type { HistoryLine } from '../../by-hand.ts'
import { oneLine } from '../../text.ts'
import type { Files } from './files.ts'
import { orderAll } from './graph/order.ts'
import type { Survey } from './survey.ts'

/**
 * Every revision of the files, newest first, and above them the rows that no file has. Alembic keeps neither dates nor
 * names of people: what is known is what is applied, where the database is, and where the files end. Pure.
 */
export function historyLinesOf({ state, applied, unknown, plan }: Survey, files: Files): HistoryLine[] {
  // A graph with a fault has no order: then as the files have it.
  const scripts = files.problems.length > 0 ? files.scripts : orderAll(files.graph)
  const blank = { at: '', by: '', commit: '', runUrl: '' }
  // Only its file tells what a row comes after.
  const rest = unknown.length > 0 ? 'unknown' : 'pending'
  const known = [...scripts].reverse().map(
    ({ id, message }): HistoryLine => ({
      id: oneLine(id, 80),
      name: oneLine(message, 120),
      standing: applied.has(id) ? 'applied' : rest,
      ...blank,
      ...(state.rows.includes(id) ? { current: true as const } : {}),
      ...(plan.head.includes(id) ? { head: true as const } : {}),
    }),
  )
  const ahead = unknown.map(
    (id): HistoryLine => ({ id: oneLine(id, 80), name: '', standing: 'ahead', ...blank, current: true }),
  )
  return [...ahead, ...known]
}
