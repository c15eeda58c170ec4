import type { Guarding } from './guard/guard.ts'
import type { Guarded } from './guard/shapes.ts'
import type { Linted } from './lint/lint.ts'
import { loadLint } from './load-lint.ts'
import { type Captured, readSent } from './read/captured.ts'

/** What the lint says of revisions, and what a person should know of it. */
export interface LintedAdded {
  linted: Linted[]
  notes: string[]
}

const absent =
  'The statements of new revisions were not looked at: the folder `lint` of the distribution is not beside this program.'

/** What the statements of new SQL revisions would do to the tables that are there, from their text alone. */
export async function lintAdded({ added, merged }: Guarding): Promise<LintedAdded> {
  if (added.length === 0) return { linted: [], notes: [] }
  const lint = await loadLint()
  if (lint === undefined) return { linted: [], notes: [absent] }
  const isNew = new Set(added)
  const earlier = inOrder(merged.filter(one => !isNew.has(one)))
  return { linted: lint({ earlier, added: inOrder(added) }), notes: [] }
}

/** The same of new revisions of Alembic, from what they sent in a rehearsal. */
export async function lintSent({ added, merged }: Guarding, captured: Captured): Promise<LintedAdded> {
  const sent = readSent(merged, captured)
  const ids = new Set(added.map(({ id }) => id))
  if (!sent.some(({ id }) => ids.has(id))) return { linted: [], notes: [] }
  const lint = await loadLint()
  if (lint === undefined) return { linted: [], notes: [absent] }
  const [earlier, young] = [sent.filter(({ id }) => !ids.has(id)), sent.filter(({ id }) => ids.has(id))]
  const { together } = captured
  return { linted: lint({ earlier, added: young, alembic: { together } }), notes: [] }
}

function inOrder(revisions: readonly Guarded[]): Guarded[] {
  return [...revisions].sort(({ version: one = 0n }, { version: other = 0n }) =>
    one < other ? -1 : one > other ? 1 : 0,
  )
}
