import type { Sides } from '../changes/sides.ts'
import type { Finding } from '../domain.ts'
import type { Drifted } from '../drifted.ts'
import type { LiveDatabase } from './drift/live.ts'
import { allowFinding } from './guard/allow.ts'
import type { Guarding } from './guard/guard.ts'
import type { ReadSides, SidesOptions } from './read/sides.ts'
import type { RehearsalPorts } from './rehearsal/replay.ts'

const nothingSaid = { findings: [], notes: [] }

/** A live database to compare with, or why it cannot be, as is `expected` of a stranger’s pull request; undefined: none. */
export type LiveToCompare = { open: () => LiveDatabase } | { why: string; expected: boolean } | undefined

interface Options extends SidesOptions {
  rehearsal: RehearsalPorts | undefined
  live: LiveToCompare
}

interface Found {
  compared: Sides | undefined
  read: ReadSides
  guarding: Guarding
}

/** Holds a live database against its own revision, and what comes next against what was changed there by hand. */
export async function compareLive(
  options: Options,
  { compared, read, guarding }: Found,
): Promise<{ findings: Finding[]; notes: string[]; drifted?: Drifted }> {
  const { live, rehearsal: ports, choice, database, disk, alembicConfig, urlVariables } = options
  if (live === undefined) return nothingSaid
  const { findDrift, notCompared } = await import(/* webpackMode: "eager" */ './drift/drift.ts')
  const none = (why: string) => ({ findings: [notCompared(why)], notes: [] })
  if ('why' in live)
    return live.expected
      ? { findings: [], notes: [`No live database was compared with: ${live.why}.`] }
      : none(live.why)
  if (ports === undefined) return none('that takes a rehearsal, which is off')
  if (compared?.checkedOut === false) return none('another commit than what is checked out is asked for')
  const around = { ports, choice, database, disk, alembicConfig, urlVariables }
  const { revisions } = read.head
  const found = await findDrift({ ...around, live: live.open, revisions, now: () => performance.now() })
  const keyOf = new Map(revisions.map(({ id, key }) => [id, key]))
  const allowed = found.findings.map(finding =>
    allowFinding(finding, [keyOf.get(finding.revision ?? '') ?? ''], guarding.allowances, database.allow),
  )
  return { ...found, findings: allowed, notes: [] }
}
