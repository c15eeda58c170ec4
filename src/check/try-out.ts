import type { Sides } from '../changes/sides.ts'
import type { Fault, Finding } from '../domain.ts'
import type { Rehearsal } from '../rehearsal.ts'
import { findFile } from '../settings/find-file.ts'
import { showInput } from '../text.ts'
import { judgeByEvidence, textAlone } from './evidence/judge.ts'
import { readSizes } from './evidence/read-sizes.ts'
import type { TableSizes } from './evidence/sizes.ts'
import { withTables } from './evidence/tables-seen.ts'
import { allowFinding } from './guard/allow.ts'
import type { Guarding } from './guard/guard.ts'
import type { LintedAdded } from './lint-added.ts'
import { lintAdded, lintSent } from './lint-added.ts'
import type { ReadSides, SidesOptions } from './read/sides.ts'
import type { Tried } from './rehearsal/rehearse-added.ts'
import type { RehearsalPorts } from './rehearsal/replay.ts'

/** What is known of a change. */
interface Known {
  compared: Sides | undefined
  read: ReadSides
  guarding: Guarding
  structure: readonly Finding[]
}

/** What the new revisions do, as their text says and as a rehearsal saw. */
export interface TriedOut {
  rehearsal?: Rehearsal
  findings: Finding[]
  notes: string[]
  /** What closes the gate, whatever was found: the server could not be had. */
  fault?: Fault | undefined
}

/** Reads the statements of new revisions and tries them out, at once; what one says the other confirms. */
export async function tryOut(
  options: SidesOptions & { rehearsal: RehearsalPorts | undefined; stats: string | undefined },
  known: Known,
): Promise<TriedOut> {
  const { choice, database } = options
  const { guarding } = known
  const { added, allowances } = guarding
  const [text, tried] = await Promise.all([
    choice.engine === 'sql' ? lintAdded(guarding) : nothingSaid,
    rehearseKnown(options, known),
  ])
  const sent = tried?.captured === undefined ? nothingSaid : await lintSent(guarding, tried.captured)
  const isSql = choice.engine === 'sql'
  const { linted, notes, added: read } = isSql ? text : sent
  const { rehearsal } = tried ?? {}
  const ran = (rehearsal?.revisions ?? []).filter(({ up }) => up === 'applied').map(({ id }) => id)
  const sizes = sizesOf(options)
  const judged = judgeByEvidence({
    linted,
    // What Alembic sent has the lines of its statements.
    added: read,
    evidence: tried?.evidence ?? [],
    rehearsed: new Set(tried?.watched === true ? ran : []),
    server: `Postgres ${rehearsal?.postgres ?? ''}`,
    ...('why' in sizes ? {} : { sizes }),
    ...(isSql
      ? { comment: '--', basis: id => textAlone(rehearsal, id) }
      : { comment: '#', basis: () => 'From the SQL that Alembic sent.' }),
  })
  const keyOf = new Map(added.map(({ id, key }) => [id, key]))
  const all = [
    ...judged.findings,
    ...(tried?.findings ?? []).map(({ finding, revision }) => ({
      finding,
      key: keyOf.get(revision) ?? revision,
    })),
  ]
  return {
    ...(rehearsal === undefined ? {} : { rehearsal: withTables(rehearsal, tried?.evidence ?? []) }),
    findings: all.map(({ finding, key }) => allowFinding(finding, [key], allowances, database.allow)),
    notes: [...notes, ...judged.notes, ...('why' in sizes && sizes.why !== '' ? [sizes.why] : [])],
    fault: tried?.fault,
  }
}

/** How big tables are in production, where somebody said so; else why that cannot be read, if it was to be. */
function sizesOf({
  stats,
  workingDirectory,
  disk,
}: SidesOptions & { stats: string | undefined }): TableSizes | { why: string } {
  if (stats === undefined) return { why: '' }
  const found = findFile(stats, workingDirectory, disk)
  const why = (reason: string) => ({
    why: `The sizes of \`stats\`, ${showInput(stats, 120)}, were not read: ${reason}.`,
  })
  if (!('text' in found)) return why(found.reason ?? `looked for ${found.looked.join(' and ')}`)
  const sizes = readSizes(found.text)
  return 'why' in sizes ? why(sizes.why) : sizes
}

const nothingSaid: LintedAdded = { linted: [], added: [], notes: [] }

/** Undefined where there is nothing to try, or nowhere. */
async function rehearseKnown(
  { rehearsal: ports, ...options }: SidesOptions & { rehearsal: RehearsalPorts | undefined },
  { compared, read, guarding, structure }: Known,
): Promise<Tried | undefined> {
  if (ports === undefined || compared === undefined || guarding.added.length === 0) return undefined
  const { none, rehearseAdded } = await import(/* webpackMode: "eager" */ './rehearsal/rehearse-added.ts')
  // Several heads are each a target of their own here.
  const faulty = [...read.head.faults, ...structure.filter(({ rule }) => rule !== 'multiple-heads')]
  if (faulty.length > 0) return none('no upgrade would take these files')
  if (!compared.checkedOut && options.choice.engine === 'alembic')
    return none('Alembic runs what is checked out, and another commit was asked for')
  return rehearseAdded({ ...options, ports, sides: compared, read, guarding })
}
