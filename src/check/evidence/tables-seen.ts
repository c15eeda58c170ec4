/** What a revision did to each table, of all that was seen of its statements. Pure. */
import type { Rehearsal, TableSeen } from '../../rehearsal.ts'
import { blocks, sayLock, strongest } from './lock-modes.ts'
import type { Evidence, TableEvidence } from './shape.ts'

/** A rehearsal whose revisions tell what they locked, wrote anew or read whole. */
export function withTables(rehearsal: Rehearsal, evidence: readonly Evidence[]): Rehearsal {
  const revisions = rehearsal.revisions.map(revision => {
    const own = evidence.filter(one => one.revision === revision.id).flatMap(one => one.tables)
    const tables = [...new Set(own.map(one => one.table))].flatMap(table =>
      seenOf(own.filter(one => one.table === table)),
    )
    return tables.length === 0 ? revision : { ...revision, tables }
  })
  return { ...rehearsal, revisions }
}

/** One table; none where it kept nobody away and was not read or written whole. */
function seenOf(rows: readonly TableEvidence[]): TableSeen[] {
  const table = rows[0]?.table ?? ''
  const lock = strongest(rows.flatMap(({ lock: held }) => held ?? []))
  const rewritten = rows.some(row => row.rewritten)
  const scanned = rows.some(row => row.scanned)
  if (blocks(lock) === undefined && !rewritten && !scanned) return []
  const held = rows.filter(row => row.lock === lock).flatMap(({ heldMs }) => heldMs ?? [])
  return [
    {
      table,
      ...(lock === undefined ? {} : { lock: sayLock(lock) }),
      ...(held.length === 0 ? {} : { heldMs: Math.max(1, Math.round(Math.max(...held))) }),
      rewritten,
      scanned,
    },
  ]
}
