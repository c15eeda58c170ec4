import type { ChildEvent } from '../../engines/alembic/shapes.ts'
import { splitStatements } from '../../engines/sql/text/statements.ts'
import { GateError } from '../../errors.ts'
import type { Guarded, Piece } from '../guard/shapes.ts'

/** A statement as Alembic sent it. */
interface Sent {
  sql: string
  /** Of the revision’s file; 0: not known. */
  line: number
  autocommit: boolean
}

/** What Alembic’s revisions sent to a server, in the order in which they ran. */
export interface Captured {
  /** By their ids: the newest run of each. */
  revisions: Map<string, Sent[]>
  /** The name of the version table, without its schema. */
  table: string
  /** All revisions of a run are one transaction. */
  together: boolean
  /** Alembic was watched from within: what is not here was not sent. */
  watched: boolean
}

/** Collects what runs of Alembic send. Give it every event of every way up. */
export function collectSent(): { captured: Captured; take(event: ChildEvent): void } {
  const captured: Captured = {
    revisions: new Map(),
    table: 'alembic_version',
    together: false,
    watched: false,
  }
  return {
    captured,
    take(event) {
      if (event.kind === 'configured') {
        captured.watched = true
        captured.table = event.versionTable
        captured.together = !event.transactionPerMigration
      }
      if (event.kind === 'started') {
        captured.revisions.delete(event.revision)
        captured.revisions.set(event.revision, [])
      }
      if (event.kind === 'sent')
        captured.revisions
          .get(event.revision)
          ?.push({ sql: plain(event.sql, event.style), line: event.line, autocommit: event.autocommit })
    },
  }
}

/** `%(name)s::VARCHAR` → `$1::VARCHAR`, `%%` → `%`: what the driver makes of a text before the server has it. Without the last semicolon. */
function plain(sql: string, style: string): string {
  const text = sql.trim().replace(/\s*;$/, '')
  if (style !== 'pyformat' && style !== 'format') return text
  let number = 0
  return text.replace(/%(?:\(\w+\)s|s|%)/g, found => (found === '%%' ? '%' : `$${++number}`))
}

/**
 * Revisions with the statements that they sent, as the lint reads them. One that commits on its way is in several parts,
 * each a transaction or, in an `autocommit_block`, none. What was not captured is left out. Pure.
 */
export function readSent(known: readonly Guarded[], captured: Captured): Guarded[] {
  const byId = new Map(known.map(one => [one.id, one]))
  let open = false
  const parts: Guarded[] = []
  for (const [id, sent] of captured.revisions) {
    const revision = byId.get(id)
    if (!captured.together) open = false
    for (const one of sent) {
      if (endsTransaction.test(one.sql)) open = false
      if (one.autocommit) open = false
      const pieces = piecesOf(one, captured.table)
      if (revision === undefined || pieces.length === 0) continue
      const last = parts.at(-1)
      const same = last?.id === id && (one.autocommit ? last.rest.length > 0 : open)
      if (same) last.up.push(...pieces)
      else parts.push(partOf(revision, pieces, { autocommit: one.autocommit, continues: open }))
      open = !one.autocommit
    }
  }
  return parts
}

/** Also a savepoint’s end, which ends nothing, begins with ROLLBACK. */
const endsTransaction = /^(?:commit|end|abort|rollback(?!\s+(?:work\s+|transaction\s+)?to))\b/i
const control = /^(?:begin|start|commit|end|abort|rollback|savepoint|release|set\s+transaction)\b/i

/** Statements of the revision's own: neither the version table's row nor SQLAlchemy's looks into the catalog. */
function piecesOf({ sql, line }: Sent, table: string): Piece[] {
  return split(sql).flatMap(text => {
    if (control.test(text) || /^select\s+pg_catalog\./i.test(text)) return []
    const target = /^(?:update|insert\s+into|delete\s+from)\s+([\w."]+)/i.exec(text)?.[1]
    if (target?.replaceAll('"', '').split('.').at(-1) === table) return []
    return [{ code: text, text, line, sent: sql }]
  })
}

/** A text of several statements; whole where that is not certain. */
function split(sql: string): string[] {
  try {
    return splitStatements(sql, { path: '' }).map(({ text }) => text)
  } catch (error) {
    if (!(error instanceof GateError)) throw error
    return [sql]
  }
}

function partOf(
  { id, key, path, text }: Guarded,
  up: Piece[],
  { autocommit, continues }: { autocommit: boolean; continues: boolean },
): Guarded {
  const rest = autocommit ? [{ code: 'transaction:false', text: '', line: 1 }] : []
  const known = { id, key, version: undefined, path, text, checksum: undefined, merge: false, line: 1 }
  return { ...known, up, down: [], rest, ...(continues ? { continues: true as const } : {}) }
}
