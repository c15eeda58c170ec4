import type { Finding } from '../domain.ts'
import { allowFinding } from './guard/allow.ts'
import type { Guarding } from './guard/guard.ts'
import type { Guarded } from './guard/shapes.ts'
import { lintAbsent, loadLint } from './load-lint.ts'

/**
 * What the statements of new SQL revisions would do to the tables that are there, from their text alone. `allow`: words
 * of the input.
 */
export async function lintAdded(
  { added, merged, allowances }: Guarding,
  allow: readonly string[],
): Promise<{ findings: Finding[]; notes: string[] }> {
  if (added.length === 0) return { findings: [], notes: [] }
  const lint = await loadLint()
  if (lint === undefined) return { findings: [], notes: [lintAbsent] }
  const isNew = new Set(added)
  const earlier = inOrder(merged.filter(one => !isNew.has(one)))
  const linted = lint({ earlier, added: inOrder(added) })
  return {
    findings: linted.map(({ finding, key }) => allowFinding(finding, [key], allowances, allow)),
    notes: [],
  }
}

function inOrder(revisions: readonly Guarded[]): Guarded[] {
  return [...revisions].sort(({ version: one = 0n }, { version: other = 0n }) =>
    one < other ? -1 : one > other ? 1 : 0,
  )
}
