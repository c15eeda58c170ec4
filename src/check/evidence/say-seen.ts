/** What was seen, as people read it. Pure. */
import { joinAnd } from '../../text.ts'
import { blocks, sayLock } from './lock-modes.ts'
import type { Evidence, TableEvidence } from './shape.ts'

/** Written anew, or read from its first row to its last. */
export function isCostly({ rewritten, scanned }: TableEvidence): boolean {
  return rewritten || scanned
}

/** Who waits for a lock on it. Nobody writes to a materialized view. */
function blockedBy({ lock, view }: TableEvidence): 'writes' | 'reads' | undefined {
  const who = blocks(lock)
  return view && who === 'writes' ? undefined : who
}

/** Tables that a statement kept others from while it did something to each row of one. */
export function waitedFor({ tables }: Evidence): TableEvidence[] {
  if (!tables.some(isCostly)) return []
  return tables.filter(table => blockedBy(table) !== undefined || table.rewritten)
}

/** `it held ACCESS EXCLUSIVE on orders for 12 ms, and wrote it anew` */
export function saySeen(tables: readonly TableEvidence[]): string {
  return tables.map((table, index) => sayTable(table, index === 0 ? 'it ' : '')).join('; ')
}

function sayTable(
  { table, lock, taken, heldMs, rewritten, scanned, rows }: TableEvidence,
  it: string,
): string {
  const time = heldMs === undefined ? '' : ` for ${Math.max(1, Math.round(heldMs))} ms`
  const who = taken ? 'held' : 'ran while its transaction held'
  const held = lock === undefined ? [] : [`${who} ${sayLock(lock)} on ${table}${time}`]
  const name = lock === undefined ? table : 'it'
  const did = [
    ...(rewritten ? [`wrote ${name} anew`] : scanned ? [`read ${name} from its first row to its last`] : []),
    ...(rows > 0 ? [`changed ${rows} of its rows`] : []),
  ]
  return `${it}${[...held, ...did].join(' and ')}`
}

/** `nobody can read or write orders` */
export function sayLive(tables: readonly TableEvidence[]): string {
  const shut = tables.filter(table => blockedBy(table) !== 'writes').map(one => one.table)
  const readOnly = tables.filter(table => blockedBy(table) === 'writes').map(one => one.table)
  return [
    ...(shut.length === 0 ? [] : [`nobody can read or write ${joinAnd(shut)}`]),
    ...(readOnly.length === 0 ? [] : [`nobody can write to ${joinAnd(readOnly)}`]),
  ].join(', and ')
}
