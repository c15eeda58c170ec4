/** Rows of a history that the gate cannot have written. Pure. */

import { readTakenBack } from './history.ts'
import type { HistoryRow } from './state.ts'

/** Each such row with what is wrong with it, in a few words. */
export function findFlaws(rows: readonly HistoryRow[]): Map<HistoryRow, string> {
  const flaws = new Map<HistoryRow, string>()
  const firstOf = new Map<string, HistoryRow>()
  for (const row of rows) {
    const why = flawOf(row)
    if (why !== undefined) flaws.set(row, why)
    const bare = row.version.replace(/^0+(?=.)/, '')
    const first = firstOf.get(bare)
    if (first !== undefined) flaws.set(row, `${first.version} is the same version`)
    else firstOf.set(bare, row)
  }
  return flaws
}

function flawOf(row: HistoryRow): string | undefined {
  if (!/^\d{1,40}$/.test(row.version)) return 'its version is no number'
  if (row.state === 'unknown') return 'its state is neither applied nor dirty'
  if (row.state === 'applied') return row.checksum === '' ? 'it has no checksum' : undefined
  const { statementsDone: done, statementHashes } = row
  // One more while a statement is under way.
  const begun = (readTakenBack(statementHashes) ?? statementHashes).length
  return done < 0 || begun < done || begun > done + 1
    ? `it tells of ${done} statements done, and has begun ${begun}`
    : undefined
}
