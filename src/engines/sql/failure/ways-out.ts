import type { Allowable, ForeignLine, NextCommand } from '../../../domain.ts'
import { quoteWord } from '../../../shell-word.ts'
import type { HistoryRow } from '../history/state.ts'

/** Goes on with one more kind of problem, besides what is allowed already. */
export function allowing(kind: Allowable, allow: readonly Allowable[], when: string): NextCommand {
  return { command: 'upgrade', with: { allow: [...allow, kind].join(',') }, when }
}

/**
 * Brings back the file as it was when the revision ran: nothing where the history does not say which commit that was.
 * `:/` counts from the root of the repository, wherever one stands; the path may be a pattern of git.
 */
export function restoring(row: HistoryRow, path: string, when: string): ForeignLine[] {
  if (!/^[0-9a-f]{40,64}$/.test(row.commitSha)) return []
  return [{ line: `git checkout ${row.commitSha} -- ${quoteWord(`:/${path}`)}`, when }]
}
