import type { Guarding } from './guard/guard.ts'
import type { Guarded, Piece } from './guard/shapes.ts'
import type { Linted } from './lint/lint.ts'
import { lintAbsent, loadLint } from './load-lint.ts'
import { type Captured, readSent } from './read/captured.ts'

/** What the lint says of revisions, and what a person should know of it. */
export interface LintedAdded {
  linted: Linted[]
  /** The revisions as they were read, in order. */
  added: readonly Guarded[]
  notes: string[]
}

const unwatched =
  'The statements of new revisions were not looked at: Alembic could not be watched from within.'

/** What the statements of new SQL revisions would do to the tables that are there, from their text alone. */
export async function lintAdded({ added, merged }: Guarding): Promise<LintedAdded> {
  if (added.length === 0) return { linted: [], added: [], notes: [] }
  const lint = await loadLint()
  if (lint === undefined) return { linted: [], added, notes: [lintAbsent] }
  const isNew = new Set(added)
  const earlier = inOrder(merged.filter(one => !isNew.has(one)))
  return { linted: lint({ earlier, added: inOrder(added) }), added, notes: [] }
}

/** The same of new revisions of Alembic, from what they sent in a rehearsal. */
export async function lintSent({ added, merged }: Guarding, captured: Captured): Promise<LintedAdded> {
  const sent = readSent(merged, captured)
  const ids = new Set(added.map(({ id }) => id))
  const unseen = added.some(({ id }) => captured.revisions.has(id)) && !captured.watched
  if (unseen) return { linted: [], added, notes: [unwatched] }
  if (!sent.some(({ id }) => ids.has(id))) return { linted: [], added, notes: [] }
  const lint = await loadLint()
  if (lint === undefined) return { linted: [], added, notes: [lintAbsent] }
  const [earlier, young] = [sent.filter(({ id }) => !ids.has(id)), sent.filter(({ id }) => ids.has(id))]
  const { together } = captured
  const read = whole(young)
  const silent = added.filter(({ id }) => !read.some(one => one.id === id))
  return {
    linted: lint({ earlier, added: young, alembic: { together } }),
    added: [...read, ...silent],
    notes: [],
  }
}

function inOrder(revisions: readonly Guarded[]): Guarded[] {
  return [...revisions].sort(({ version: one = 0n }, { version: other = 0n }) =>
    one < other ? -1 : one > other ? 1 : 0,
  )
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
