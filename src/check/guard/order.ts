import { posix } from 'node:path'
import { makeFault } from '../../catalogue/catalogue.ts'
import type { Finding, ForeignLine } from '../../domain.ts'
import { quoteWord } from '../../shell-word.ts'
import { oneLine } from '../../text.ts'
import type { Blamed } from './merged.ts'
import type { Guarded } from './shapes.ts'

/** More files of one version say no more. */
const mostPaths = 5

/** Versions that two files have once the change is merged, each blamed on a file of the change. Pure. */
export function findDuplicates(merged: readonly Guarded[], added: readonly Guarded[]): Finding[] {
  const files = new Map<string, Guarded[]>()
  for (const revision of merged) {
    const there = files.get(revision.key)
    if (there === undefined) files.set(revision.key, [revision])
    else there.push(revision)
  }
  const fresh = new Set(added.map(one => one.path))
  const free = nextFree(merged)
  const findings: Finding[] = []
  for (const all of files.values()) {
    if (all.length < 2) continue
    const last = all.at(-1) as Guarded
    const blamed = all.findLast(one => fresh.has(one.path)) ?? last
    const facts = { id: oneLine(blamed.id, 80), paths: sayPaths(all) }
    const foreign = [renumber(blamed, free)]
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
  const free = nextFree(merged)
  return added.flatMap(revision => {
    const { version, key, id, path } = revision
    if (version === undefined || version >= (newest.version ?? 0n) || taken.has(key)) return []
    const facts = { id, path: oneLine(path), newest: newest.id, target }
    const foreign = [renumber(revision, free)]
    const fault = makeFault('sorts-before', facts, { place: { path, line: 1 }, foreign })
    return [{ finding: { rule: 'out-of-order', level: 'error', fault, revision: id } as const, keys: [key] }]
  })
}

/** The next free version, as wide as the widest. */
function nextFree(merged: readonly Guarded[]): string {
  const width = merged.reduce((most, one) => Math.max(most, one.id.length), 0)
  return String((newestOf(merged)?.version ?? 0n) + 1n).padStart(width, '0')
}

/** The line that gives a file another version. */
function renumber({ id, path }: Guarded, version: string): ForeignLine {
  const to = posix.join(posix.dirname(path), version + posix.basename(path).slice(id.length))
  return { line: `git mv ${quoteWord(path)} ${quoteWord(to)}` }
}

function sayPaths(all: readonly Guarded[]): string[] {
  const paths = all.slice(0, mostPaths).map(one => oneLine(one.path))
  return all.length > mostPaths ? [...paths, `${all.length - mostPaths} more`] : paths
}

function newestOf(revisions: readonly Guarded[]): Guarded | undefined {
  return revisions.reduce<Guarded | undefined>(
    (newest, one) => ((newest?.version ?? -1n) < (one.version ?? -1n) ? one : newest),
    undefined,
  )
}
