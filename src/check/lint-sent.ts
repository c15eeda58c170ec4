import type { Finding } from '../domain.ts'
import { judgeByEvidence } from './evidence/judge.ts'
import type { Evidence } from './evidence/shape.ts'
import { allowFinding } from './guard/allow.ts'
import type { Guarding } from './guard/guard.ts'
import type { Guarded, Piece } from './guard/shapes.ts'
import { lintAbsent, loadLint } from './load-lint.ts'
import { type Captured, readSent } from './read/captured.ts'

/** What a rehearsal of Alembic’s revisions showed. */
export interface SentRehearsal {
  captured: Captured
  evidence: readonly Evidence[]
  /** Ids of the revisions whose way up ran to its end. */
  applied: ReadonlySet<string>
  /** `Postgres 16.4` */
  server: string
}

/**
 * What the statements of new Alembic revisions would do to the tables that are there: the SQL that Alembic sent in a
 * rehearsal, each with its line in the revision, and the cures as operations. `allow`: words of the input.
 */
export async function lintSent(
  { added, merged, allowances }: Guarding,
  { captured, evidence, applied, server }: SentRehearsal,
  allow: readonly string[],
): Promise<{ findings: Finding[]; notes: string[] }> {
  const parts = readSent(added, captured)
  if (parts.length === 0) return { findings: [], notes: [] }
  const lint = await loadLint()
  if (lint === undefined) return { findings: [], notes: [lintAbsent] }
  const isNew = new Set(added)
  const earlier = readSent(
    merged.filter(one => !isNew.has(one)),
    captured,
  )
  const linted = lint({ earlier, added: parts, alembic: { together: captured.together } })
  const judging = { linted, added: whole(parts), evidence, rehearsed: applied, server, comment: '#' }
  const { findings, notes } = judgeByEvidence(judging)
  return {
    findings: findings.map(({ finding, key }) => allowFinding(finding, [key], allowances, allow)),
    notes,
  }
}

/** Each revision as one, whatever it commits on its way, with what the server got as one text. */
function whole(parts: readonly Guarded[]): Guarded[] {
  const ids = [...new Set(parts.map(({ id }) => id))]
  return ids.flatMap(id => {
    const own = parts.filter(part => part.id === id)
    return own.slice(0, 1).map(first => ({ ...first, up: own.flatMap(({ up }) => up).map(asSent) }))
  })
}

function asSent(piece: Piece): Piece {
  return { ...piece, text: piece.sent ?? piece.text }
}
