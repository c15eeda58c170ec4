import type { Fault } from '../../domain.ts'
import type { ChildEvent } from '../../engines/alembic/shapes.ts'
import type { Applied } from '../../engines/engine.ts'
import { asFault } from '../../faults.ts'
import type { RehearsedRevision } from '../../rehearsal.ts'
import { oneLine } from '../../text.ts'
import { compareSchemas } from '../schema/compare.ts'
import { afterWayDown, sayDifference } from '../schema/say.ts'
import type { Schema } from '../schema/shapes.ts'
import { Broken, requireGoing } from './broken.ts'
import { failedUp, failedWay, lackingProject, leftBehind } from './findings.ts'
import type { RehearsalRule } from './levels.ts'
import type { RehearsalDatabase } from './server.ts'
import type { History, NewRevision } from './shapes.ts'
import type { Snapshots } from './snapshots.ts'
import type { Steps } from './steps.ts'
import type { Witness } from './watch.ts'

/** What a rehearsal works with. */
export interface Stage {
  database: RehearsalDatabase
  /** The history as it is merged. */
  earlier: Steps
  /** The history with the change. */
  steps: Steps
  /** Run before the first revision, and before the new ones. Throw GateError. */
  baseline: () => Promise<void>
  seed: () => Promise<void>
  /** What of the schema is the engine’s and not the project’s. */
  historyTable: string
  /** There may be models to hold against the schema. */
  models: boolean
  /** Gets what Alembic sends on the first ways up. */
  take: (event: ChildEvent) => void
  /** How long anything may take, for people: `60 s for a statement`. */
  bound: string
  /** Somebody wants the run to end. */
  signal: AbortSignal
  /** Aborted when all of it has taken as long as it may. */
  deadline: AbortSignal
  now: () => number
}

/** What is kept of a rehearsal, however it ends. */
export interface Kept {
  revisions: RehearsedRevision[]
  find: (rule: RehearsalRule, fault: Fault, revision: string) => void
  /** The revision under way; undefined before the first one. */
  turn?: NewRevision
  witness?: Witness
  /** They were compared, or why not is said. */
  compared?: boolean
  /** The project cannot be run in this job: nothing was rehearsed, and nothing is wrong with the change. */
  lacking?: string
}

/** A rehearsal under way. */
export interface One extends Stage {
  snapshots: Snapshots
  kept: Kept
}

/** Whether what follows would be told of a state that nobody has. */
interface Done {
  rehearsed: RehearsedRevision
  stop: boolean
}

/** Up, down and up again, as far as it goes. Throws Broken, GateError and DatabaseError where the rehearsal cannot go on. */
export async function rehearseOne(one: One, revision: NewRevision, history: History): Promise<Done> {
  const { steps, database, bound, kept, snapshots } = one
  const { find, witness } = kept
  const { id, before } = revision
  const postgres = sayVersion(database.version)
  const start = before === undefined ? undefined : await snapshots.read()
  const began = one.now()
  await witness?.watch(id)
  const up = await attempt(() => steps.up(id, one.take))
  await requireGoing(one, up)
  await witness?.watch(undefined)
  const durationMs = durationOf(up, id) ?? Math.round(one.now() - began)
  if (up.fault !== undefined) {
    const rehearsed: RehearsedRevision = { id, up: 'failed', down: 'none', durationMs }
    const lacking = lackingProject(up.fault)
    if (lacking !== undefined) {
      // What has run already, or is asked for by the revision itself, is no matter of the job.
      const ran = history.earlier.length > 0 || kept.revisions.length > 0
      if (ran || up.fault.place?.path === revision.path) throw new Broken(lacking)
      kept.lacking = lacking
      return { rehearsed, stop: true }
    }
    const left = withoutTurn(kept, history)
    const { rule, fault } = failedUp(up.fault, { ...revision, left }, postgres, bound)
    // Alembic loads all files before it runs the first.
    find(rule, fault, history.added.find(({ path }) => path === fault.place?.path)?.id ?? id)
    return { rehearsed, stop: true }
  }
  const rehearsed: RehearsedRevision = { id, up: 'applied', down: 'none', durationMs }
  if (before === undefined || start === undefined) return { rehearsed, stop: false }
  const whole = await snapshots.read()
  const down = await attempt(() => steps.down(before))
  await requireGoing(one, down)
  if (down.fault !== undefined) {
    find('rehearsal-down-fails', failedWay(down.fault, revision, 'down', postgres), id)
    const moved = sayDifferences(whole, await snapshots.read()).length > 0
    return { rehearsed: { ...rehearsed, down: 'failed' }, stop: moved || down.after?.unfinished.length !== 0 }
  }
  const differences = sayDifferences(start, await snapshots.read())
  const again = await attempt(() => steps.up(id))
  await requireGoing(one, again)
  const failed = again.fault !== undefined
  // What a way down left behind is why the second way up fails, or ends elsewhere.
  if (differences.length > 0) find('rehearsal-down-differs', leftBehind(revision, differences), id)
  else if (again.fault !== undefined)
    find('rehearsal-again-fails', failedWay(again.fault, revision, 'again', postgres), id)
  return {
    rehearsed: {
      ...rehearsed,
      down: differences.length > 0 ? 'differs' : 'verified',
      again: failed ? 'failed' : 'applied',
    },
    stop: failed,
  }
}

function sayDifferences(before: Schema, after: Schema): string[] {
  return compareSchemas(before, after).map(one => sayDifference(one, afterWayDown))
}

/** A step that cannot begin is a failure like one of its statements. */
export async function attempt(step: () => Promise<Applied | undefined>): Promise<Partial<Applied>> {
  try {
    return (await step()) ?? {}
  } catch (error) {
    return { fault: asFault(error) }
  }
}

function durationOf({ outcomes = [] }: Partial<Applied>, id: string): number | undefined {
  return outcomes.find(({ revision }) => revision.id === id)?.durationMs
}

/** `16.4`, from 160004. */
export function sayVersion(version: number): string {
  return `${Math.floor(version / 10_000)}.${version % 10_000}`
}

/** Which new revisions had no turn yet; empty for none. Pure. */
export function withoutTurn({ revisions, turn }: Kept, { added }: History): string {
  const had = new Set([turn?.id, ...revisions.map(({ id }) => id)])
  const ids = added.flatMap(({ id }) => (had.has(id) ? [] : [oneLine(id, 80)]))
  return ids.length > 20 ? `${ids.slice(0, 20).join(', ')} and ${ids.length - 20} more` : ids.join(', ')
}
