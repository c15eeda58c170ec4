import { createHash } from 'node:crypto'
import { makeFault } from '../../catalogue/catalogue.ts'
import type {
  Allowable,
  Fault,
  NextCommand,
  Problem,
  ProblemKind,
  Revision,
  Unfinished,
} from '../../domain.ts'
import { oneLine } from '../../text.ts'
import { allowing, restoring } from './failure/ways-out.ts'
import { findFlaws } from './history/row-flaws.ts'
import type { HistoryRow } from './history/state.ts'

/** What planning needs to know of a revision's file. */
export interface PlannedFile extends Revision {
  version: bigint
  checksum: string
  /** Its way up, whose text the checksum is of. */
  up?: { transaction: boolean }
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
  const { files } = input
  const placed = input.rows.map(row => ({ row, version: versionOf(row.version) }))
  placed.sort((a, b) => compare(a.version, b.version))
  const rows = placed.map(({ row }) => row)
  const applied = rows.filter(row => row.state === 'applied')
  const current = applied.at(-1)
  const head = files.at(-1)
  const rowOf = new Map<bigint, HistoryRow>()
  for (const { row, version } of placed) rowOf.set(version, row)
  const fileOf = new Map<bigint, File>()
  for (const file of files) fileOf.set(file.version, file)
  const twice = new Set(findDuplicates(files).map(({ revision = '' }) => versionOf(revision)))
  const problem = makeProblem(input.allow)
  const flaws = findFlaws(rows)
  const problems: Problem[] = [...flaws.keys()]
    .slice(0, 1)
    .map(({ version }) => problem(oneLine(version, 60), 'dirty', rowFault(flaws, rows, input)))

  for (const { row, version } of placed) {
    if (flaws.has(row)) continue
    const file = fileOf.get(version)
    if (file === undefined) problems.push(problem(row.version, ...withoutFile(row, head, current, input)))
    // Of two files with one version nobody can say which one ran.
    else if (row.state === 'applied' && row.checksum !== file.checksum && !twice.has(file.version)) {
      problems.push(problem(file.id, 'modified', modifiedFault(file, row, current ?? row, input)))
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
      {
        place: { path: file.path, line: 1 },
        next: [allowing('out-of-order', input.allow, 'it may run late')],
      },
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
  const run = pending.map(({ id, checksum, up }) =>
    up?.transaction === false ? [id, checksum, 'transaction:false'] : [id, checksum],
  )
  return createHash('sha256')
    .update(JSON.stringify([stand, run]))
    .digest('hex')
}

type About = Pick<PlanInput<PlannedFile>, 'database' | 'folder' | 'allow'>

function modifiedFault(file: PlannedFile, row: HistoryRow, current: HistoryRow, about: About): Fault {
  // To the newest applied revision: a stamp to an earlier one would take the later ones out of the history.
  const facts = { id: file.id, database: about.database, path: file.path, current: current.version }
  return makeFault('modified', facts, {
    place: { path: file.path, line: 1 },
    foreign: restoring(row, file.path, 'the change belongs into a new revision'),
    next: [{ command: 'stamp', revision: current.version, when: 'the database was mended by hand' }],
  })
}

/** Rows that somebody wrote by hand: no step follows from them. */
function rowFault(
  flaws: ReadonlyMap<HistoryRow, string>,
  rows: readonly HistoryRow[],
  { database }: About,
): Fault {
  const shown = [...flaws].slice(0, 5).map(([row, why]) => `${oneLine(row.version, 60)}: ${why}`)
  const sound = rows.findLast(row => row.state === 'applied' && !flaws.has(row))
  const next: NextCommand[] = [
    { command: 'stamp', revision: sound?.version ?? 'base', when: 'the database is exactly there' },
  ]
  return makeFault('history-row', { database, rows: shown, more: flaws.size - shown.length }, { next })
}

function withoutFile(
  row: HistoryRow,
  head: Revision | undefined,
  current: HistoryRow | undefined,
  { database, folder, allow }: About,
): [ProblemKind, Fault, commit?: string | undefined] {
  const id = row.version
  const half = row.state === 'dirty'
  const undone: NextCommand[] = half
    ? [{ command: 'stamp', revision: current?.version ?? 'base', when: 'what took effect was undone' }]
    : []
  if (head === undefined || versionOf(id) > versionOf(head.id)) {
    const commit = row.commitSha === '' ? undefined : row.commitSha.slice(0, 12)
    const next = [...undone, allowing('ahead', allow, 'this older commit can live with it')]
    const facts = { id, database, head: head?.id ?? 'none', commit, half }
    return ['ahead', makeFault('ahead', facts, { next }), commit]
  }
  const pattern = `${folder === '.' ? '' : `${folder}/`}${id}_*`
  const next = [...undone, allowing('missing', allow, 'it was removed on purpose')]
  const foreign = restoring(row, pattern, 'its file was lost')
  return ['missing', makeFault('missing', { id, database, folder, half }, { foreign, next })]
}

function makeProblem(allow: readonly Allowable[]) {
  return (revision: string, kind: ProblemKind, fault: Fault, commit?: string): Problem => ({
    kind,
    fault,
    revision,
    allowed: (allow as readonly string[]).includes(kind),
    ...(commit === undefined ? {} : { commit }),
  })
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}
