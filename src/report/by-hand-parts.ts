/** `plan`, `downgrade` and `history` in the summary. Pure. */

import type { HistoryLine, PlannedSql } from '../by-hand.ts'
import { count } from '../text.ts'
import { nameLine, sayWhen, standingSigns } from './history-lines.ts'
import type { DatabaseReport } from './shape.ts'
import { sayDescent, sayUnknown } from './sql-lines.ts'

/** Makes foreign text harmless in Markdown, as a line and as a block. */
export interface Writing {
  text: (foreign: string) => string
  fence: (foreign: string, language: string) => string
}

/** Newest rows of a table. */
const most = 200

export function byHandParts(
  { sql, descent, history }: DatabaseReport,
  dryRun: boolean,
  writing: Writing,
): string[] {
  return [
    ...(descent === undefined ? [] : [`⬇️ ${writing.text(sayDescent(descent, dryRun))}`]),
    ...sqlParts(descent?.sql ?? sql, writing),
    ...historyParts(history ?? [], writing),
  ]
}

/** Folded, a revision each; what takes rows away is said on the fold itself. */
function sqlParts(sql: PlannedSql | undefined, { text, fence }: Writing): string[] {
  if (sql === undefined) return []
  const parts = sql.revisions.map(({ id, text: statements, more, losses }) => {
    const lost = losses.length === 0 ? '' : ` · ⚠️ takes away: ${losses.join(', ')}`
    const rest = more === 0 ? '' : `\n\n… ${count(more, 'more line')}`
    const shown = statements === '' ? 'There is no SQL in it.' : fence(statements, 'sql')
    return `<details><summary>SQL of ${plain(text(`${id}${lost}`))}</summary>\n\n${shown}${rest}\n\n</details>`
  })
  const unknown = sayUnknown(sql)
  return unknown === '' ? parts : [...parts, `❔ ${text(unknown)}`]
}

/** In HTML, a backslash and a backtick stand for themselves. */
function plain(escaped: string): string {
  return escaped.replace(/\\(?=[\\*_[\]|#~$!])/g, '').replaceAll('`', "'")
}

function historyParts(lines: readonly HistoryLine[], { text }: Writing): string[] {
  if (lines.length === 0) return []
  const rows = lines
    .slice(0, most)
    .map(one => `| ${standingSigns[one.standing]} | ${text(nameLine(one))} | ${text(sayWhen(one))} |`)
  const more = lines.length - rows.length
  if (more > 0) rows.push(`| | … ${more} more | |`)
  return [['| | revision | when, by whom |', '| --- | --- | --- |', ...rows].join('\n')]
}
