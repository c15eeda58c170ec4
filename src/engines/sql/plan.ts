import { createHash } from 'node:crypto'
import { makeFault } from '../../catalogue/catalogue.ts'
import type { Allowable, Fault, Problem, ProblemKind, Revision, Unfinished } from '../../domain.ts'
import type { HistoryRow } from './state.ts'

/** What planning needs to know of a revision's file. */
export interface PlannedFile extends Revision {
  version: bigint
  checksum: string
}

/** How far a `transaction:false` revision had come when its run ended. */
export interface Progress extends Unfinished {
  hashes: string[]
}

export interface PlanInput<File extends PlannedFile> {
  /** In order of version. */
  files: File[]
  rows: HistoryRow[]
  /** Already resolved: every version up to this one is wanted. Undefined: none (`base`). */
  target: bigint | undefined
  allow: readonly Allowable[]
  /** For messages. */
  database: string
  folder: string
}

export interface SqlPlan<File extends PlannedFile> {
  pending: File[]
  problems: Problem[]
  /** Ids of the history, in order. */
  applied: string[]
  current: string[]
  head: string[]
  unfinished: Progress[]
  fingerprint: string
}

/** Versions are compared as integers, however many zeros they begin with. */
export function versionOf(id: string): bigint {
  return /^\d{1,40}$/.test(id) ? BigInt(id) : -1n
}

/** Holds files against history. Pure; problems that `allow` names are marked, and no longer in the way. */
export function planRevisions<File extends PlannedFile>(input: PlanInput<File>): SqlPlan<File> {
  const { files, database, folder } = input
  const rows = [...input.rows].sort((a, b) => compare(versionOf(a.version), versionOf(b.version)))
  const applied = rows.filter(row => row.state === 'applied')
  const current = applied.at(-1)
  const head = files.at(-1)
  const rowOf = new Map(rows.map(row => [versionOf(row.version), row]))
  const fileOf = new Map(files.map(file => [file.version, file]))
  const problem = makeProblem(input.allow)
  const problems: Problem[] = []

  for (const row of rows) {
    const file = fileOf.get(versionOf(row.version))
    if (file === undefined) problems.push(problem(row.version, ...withoutFile(row, head, database, folder)))
    else if (row.state === 'applied' && row.checksum !== file.checksum) {
      // To the newest applied revision: a stamp to an earlier one would take the later ones out of the history.
      const next = [
        {
          command: 'stamp' as const,
          revision: current?.version ?? file.id,
          when: 'the database was mended by hand',
        },
      ]
      const place = { path: file.path, line: 1 }
      const fault = makeFault(
        'modified',
        { id: file.id, database, path: file.path, current: current?.version ?? file.id },
        { place, next },
      )
      problems.push(problem(file.id, 'modified', fault))
    }
  }
  const wanted = input.target
  const pending = files.filter(
    file => wanted !== undefined && file.version <= wanted && rowOf.get(file.version)?.state !== 'applied',
  )
  for (const file of pending) {
    if (current === undefined || file.version > versionOf(current.version)) continue
    const fault = makeFault(
      'out-of-order',
      { id: file.id, current: current.version, path: file.path },
      { place: { path: file.path, line: 1 } },
    )
    problems.push(problem(file.id, 'out-of-order', fault))
  }
  return {
    pending,
    problems,
    applied: applied.map(row => row.version),
    current: current === undefined ? [] : [current.version],
    head: head === undefined ? [] : [head.id],
    unfinished: rows
      .filter(row => row.state === 'dirty')
      .map(row => ({ id: row.version, done: row.statementsDone, hashes: row.statementHashes })),
    fingerprint: fingerprintOf(rows, pending),
  }
}

/** Two files with one version: `1` and `001` are the same. */
export function findDuplicates(files: readonly PlannedFile[]): Problem[] {
  const problem = makeProblem([])
  return files.flatMap((file, index) => {
    const before = files[index - 1]
    if (before === undefined || before.version !== file.version) return []
    const fault = makeFault(
      'duplicate',
      { id: file.id, paths: [before.path, file.path] },
      { place: { path: file.path, line: 1 } },
    )
    return [problem(file.id, 'duplicate', fault)]
  })
}

/** Names what would run and from where: the same fingerprint is the same plan. */
function fingerprintOf(rows: readonly HistoryRow[], pending: readonly PlannedFile[]): string {
  const stand = rows.map(row => [row.version, row.checksum, row.state, row.statementsDone])
  const run = pending.map(file => [file.id, file.checksum])
  return createHash('sha256')
    .update(JSON.stringify([stand, run]))
    .digest('hex')
}

function withoutFile(
  row: HistoryRow,
  head: Revision | undefined,
  database: string,
  folder: string,
): [ProblemKind, Fault] {
  const ahead = head === undefined || versionOf(row.version) > versionOf(head.id)
  return ahead
    ? ['ahead', makeFault('ahead', { id: row.version, database, head: head?.id ?? 'none' })]
    : ['missing', makeFault('missing', { id: row.version, database, folder })]
}

function makeProblem(allow: readonly Allowable[]) {
  return (revision: string, kind: ProblemKind, fault: Fault): Problem => ({
    kind,
    fault,
    revision,
    allowed: (allow as readonly string[]).includes(kind),
  })
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}
