import type { Fault, Finding } from '../../domain.ts'
import type { ChildEvent } from '../../engines/alembic/shapes.ts'
import type { Applied } from '../../engines/engine.ts'
import { asFault } from '../../faults.ts'
import type { Rehearsal, RehearsedRevision } from '../../rehearsal.ts'
import { oneLine } from '../../text.ts'
import type { Evidence } from '../evidence/shape.ts'
import { compareSchemas } from '../schema/compare.ts'
import { afterWayDown, sayDifference } from '../schema/say.ts'
import type { Schema } from '../schema/shapes.ts'
import { Broken, requireGoing, sayBroken } from './broken.ts'
import {
  brokeOff,
  failedUp,
  failedWay,
  lackingProject,
  leftBehind,
  modelsDiffer,
  notStarted,
} from './findings.ts'
import { type RehearsalRule, rehearsalLevels } from './levels.ts'
import type { RehearsalDatabase } from './server.ts'
import type { History, NewRevision } from './shapes.ts'
import { openSnapshots, type Snapshots } from './snapshots.ts'
import type { Steps } from './steps.ts'
import { openWitness, type Witness } from './watch.ts'

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

/** A finding, and the revision that may let it through. */
export interface Rehearsed {
  rehearsal: Rehearsal
  findings: { finding: Finding; revision: string }[]
  /** What each statement of the new revisions did, as seen from inside; empty where we are no superuser. */
  evidence: Evidence[]
  /** Somebody watched. */
  watched: boolean
}

type Find = (rule: RehearsalRule, fault: Fault, revision: string) => void

/** What is kept of a rehearsal, however it ends. */
interface Kept {
  revisions: RehearsedRevision[]
  find: Find
  /** The revision under way; undefined before the first one. */
  turn?: NewRevision
  witness?: Witness
  /** The project cannot be run in this job: nothing was rehearsed, and nothing is wrong with the change. */
  lacking?: string
}

/**
 * Runs what is merged, then each new revision up, down and up again. What was found stays found, whatever comes after:
 * a rehearsal that breaks off is a finding of its own. Throws GateError `interrupted`, and nothing of the database’s.
 */
export async function rehearse(stage: Stage, history: History): Promise<Rehearsed> {
  const { database, now } = stage
  const began = now()
  const findings: Rehearsed['findings'] = []
  const kept: Kept = {
    revisions: [],
    find: (rule, fault, revision) => {
      findings.push({ finding: { rule, level: rehearsalLevels[rule], fault, revision }, revision })
    },
  }
  const snapshots = openSnapshots(stage)
  let why: string | undefined
  let evidence: Evidence[] | undefined
  try {
    why = await goThrough({ ...stage, snapshots, kept }, history)
  } catch (error) {
    why = breakOff(kept, history, sayBroken(stage, error))
  } finally {
    // One that is gone saw nothing that could contradict a text.
    evidence = await kept.witness?.read().catch(() => undefined)
    await snapshots.close()
  }
  if (kept.lacking !== undefined && findings.length === 0) return none(kept.lacking)
  const { revisions } = kept
  const durationMs = Math.round(now() - began)
  const ended = why === undefined ? {} : { why }
  return {
    rehearsal: { postgres: sayVersion(database.version), revisions, durationMs, ...ended },
    findings,
    evidence: evidence ?? [],
    watched: evidence !== undefined && database.openSuper !== undefined,
  }
}

/** Gives why it did not come to its end, if it did not. Throws what breaks it off. */
async function goThrough(one: One, history: History): Promise<string | undefined> {
  const { kept } = one
  const { added } = history
  const trouble = await prepare(one, history)
  await requireGoing(one, trouble)
  if (trouble !== undefined) return sayTrouble(one, history, trouble)
  kept.witness = await openWitness(one)
  for (const revision of added) {
    kept.turn = revision
    const { rehearsed, stop } = await rehearseOne(one, revision, history)
    if (kept.lacking !== undefined) return kept.lacking
    kept.revisions.push(rehearsed)
    const left = withoutTurn(kept, history)
    if (stop) return left === '' ? undefined : `${left} did not get a turn`
  }
  const differ = await compareWith(one, history)
  await requireGoing(one, undefined)
  if (typeof differ === 'string') return differ
  if (differ !== undefined) kept.find('models-differ', differ, added.at(-1)?.id ?? '')
  return undefined
}

/** Why nothing new could get its turn. */
interface Trouble {
  fault: Fault
  /** A file that was named did not run. */
  file: boolean
}

function sayTrouble({ kept, database }: One, { added }: History, { fault, file }: Trouble): string {
  const id = added[0]?.id ?? ''
  if (file) {
    kept.find('rehearsal-file', fault, id)
    return 'a file that was to run before it did not'
  }
  const lacking = lackingProject(fault)
  if (lacking === undefined) {
    kept.find('rehearsal-start', notStarted(fault, sayVersion(database.version)), id)
    return 'the history before the change did not run'
  }
  const blamed = added.find(({ path }) => path === fault.place?.path)
  if (blamed === undefined) {
    kept.lacking = lacking
    return lacking
  }
  kept.turn = blamed
  throw new Broken(lacking)
}

/** Says that it broke off, and who got no turn by it. */
function breakOff(kept: Kept, history: History, reason: string): string {
  const { turn, find } = kept
  const left = withoutTurn(kept, history)
  const first = history.added[0]
  find('rehearsal-broke-off', brokeOff(turn, first?.id ?? '', reason, left), turn?.id ?? first?.id ?? '')
  return `it broke off: ${reason}`
}

function withoutTurn({ revisions, turn }: Kept, { added }: History): string {
  const had = new Set([turn?.id, ...revisions.map(({ id }) => id)])
  const ids = added.flatMap(({ id }) => (had.has(id) ? [] : [oneLine(id, 80)]))
  return ids.length > 20 ? `${ids.slice(0, 20).join(', ')} and ${ids.length - 20} more` : ids.join(', ')
}

/** Brings the database to where the change begins. Gives why that failed. */
async function prepare(
  { earlier, baseline, seed, take }: Stage,
  history: History,
): Promise<Trouble | undefined> {
  const files = async (run: () => Promise<void>) => {
    const { fault } = await attempt(async () => {
      await run()
      return undefined
    })
    return fault && { fault, file: true }
  }
  const failed = await files(baseline)
  if (failed !== undefined) return failed
  for (const target of history.earlier) {
    const { fault } = await attempt(() => earlier.up(target, take))
    if (fault !== undefined) return { fault, file: false }
  }
  return files(seed)
}

/** The models against what the newest revision made; a text where that could not be had. */
async function compareWith({ steps }: Stage, { added }: History): Promise<Fault | string | undefined> {
  const compared = await steps.models()
  if ('why' in compared) return `the models were not compared: ${compared.why}`
  const last = added.at(-1)
  if (compared.differences.length === 0 || last === undefined) return undefined
  return modelsDiffer(compared.differences, last)
}

interface One extends Stage {
  snapshots: Snapshots
  kept: Kept
}

/** Whether what follows would be told of a state that nobody has. */
interface Done {
  rehearsed: RehearsedRevision
  stop: boolean
}

async function rehearseOne(one: One, revision: NewRevision, history: History): Promise<Done> {
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
    find(rule, fault, id)
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
async function attempt(step: () => Promise<Applied | undefined>): Promise<Partial<Applied>> {
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
function sayVersion(version: number): string {
  return `${Math.floor(version / 10_000)}.${version % 10_000}`
}

/** There was no rehearsal. */
export function none(why: string): Rehearsed {
  return { rehearsal: { revisions: [], durationMs: 0, why }, findings: [], evidence: [], watched: false }
}
