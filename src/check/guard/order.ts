import { posix } from 'node:path'
import { makeFault } from '../../catalogue/catalogue.ts'
import type { Finding, ForeignLine } from '../../domain.ts'
import { quoteWord } from '../../shell-word.ts'
import { oneLine } from '../../text.ts'
import type { Blamed } from './merged.ts'
import type { Guarded } from './shapes.ts'

/** Versions that two files have once the change is merged, each blamed on a file of the change. Pure. */
export function findDuplicates(merged: readonly Guarded[], added: readonly Guarded[]): Finding[] {
  const files = new Map<string, Guarded[]>()
  for (const revision of merged) files.set(revision.key, [...(files.get(revision.key) ?? []), revision])
  const fresh = new Set(added.map(one => one.path))
  const findings: Finding[] = []
  for (const all of files.values()) {
    if (all.length < 2) continue
    const last = all.at(-1) as Guarded
    const blamed = all.findLast(one => fresh.has(one.path)) ?? last
    const facts = { id: oneLine(blamed.id, 80), paths: all.map(one => oneLine(one.path)) }
    const foreign = [renumber(blamed, merged)]
    const fault = makeFault('duplicate', facts, { place: { path: blamed.path, line: 1 }, foreign })
    findings.push({ rule: 'duplicate', level: 'error', fault, revision: blamed.id })
  }
  return findings
}

/** New versions that sort before the newest of the branch that they go into. Pure. */
export function findLate(
  added: readonly Guarded[],
  tip: readonly Guarded[],
  merged: readonly Guarded[],
  target: string,
): Blamed[] {
  const newest = newestOf(tip)
  if (newest?.version === undefined) return []
  const taken = new Set(tip.map(one => one.key))
  return added.flatMap(revision => {
    const { version, key, id, path } = revision
    if (version === undefined || version >= (newest.version ?? 0n) || taken.has(key)) return []
    const facts = { id, path: oneLine(path), newest: newest.id, target }
    const foreign = [renumber(revision, merged)]
    const fault = makeFault('sorts-before', facts, { place: { path, line: 1 }, foreign })
    return [{ finding: { rule: 'out-of-order', level: 'error', fault, revision: id } as const, keys: [key] }]
  })
}

/** The line that gives a file the next free version, as wide as the widest. */
function renumber({ id, path }: Guarded, merged: readonly Guarded[]): ForeignLine {
  const width = Math.max(...merged.map(one => one.id.length))
  const next = String((newestOf(merged)?.version ?? 0n) + 1n).padStart(width, '0')
  const to = posix.join(posix.dirname(path), next + posix.basename(path).slice(id.length))
  return { line: `git mv ${quoteWord(path)} ${quoteWord(to)}` }
}

function newestOf(revisions: readonly Guarded[]): Guarded | undefined {
  return revisions.reduce<Guarded | undefined>(
    (newest, one) => ((newest?.version ?? -1n) < (one.version ?? -1n) ? one : newest),
    undefined,
  )
}
