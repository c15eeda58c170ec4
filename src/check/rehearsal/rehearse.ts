import type { Session } from '../../database/session.ts'
import type { Fault, Finding } from '../../domain.ts'
import type { ChildEvent } from '../../engines/alembic/shapes.ts'
import type { Applied } from '../../engines/engine.ts'
import { GateError } from '../../errors.ts'
import { asFault } from '../../faults.ts'
import type { Rehearsal, RehearsedRevision } from '../../rehearsal.ts'
import { oneLine } from '../../text.ts'
import type { Evidence } from '../evidence/shape.ts'
import { compareSchemas } from '../schema/compare.ts'
import { readSchema } from '../schema/read.ts'
import { afterWayDown, sayDifference } from '../schema/say.ts'
import type { Schema } from '../schema/shapes.ts'
import { failedUp, failedWay, lackingProject, leftBehind, modelsDiffer, notStarted } from './findings.ts'
import { type RehearsalRule, rehearsalLevels } from './levels.ts'
import type { RehearsalDatabase } from './server.ts'
import type { History, NewRevision } from './shapes.ts'
import type { Steps } from './steps.ts'
import { openWitness, type Witness, witnessSchema } from './watch.ts'

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

/** Runs what is merged, then each new revision up, down and up again. Throws DatabaseError where the server is gone. */
export async function rehearse(stage: Stage, history: History): Promise<Rehearsed> {
  const { database, now } = stage
  const began = now()
  const postgres = sayVersion(database.version)
  const revisions: RehearsedRevision[] = []
  const findings: Rehearsed['findings'] = []
  const evidence: Evidence[] = []
  const end = (why?: string): Rehearsed => ({
    rehearsal: {
      postgres,
      revisions,
      durationMs: Math.round(now() - began),
      ...(why === undefined ? {} : { why }),
    },
    findings,
    evidence,
    watched: database.openSuper !== undefined,
  })
  const find = (rule: RehearsalRule, fault: Fault, revision: string) => {
    findings.push({ finding: { rule, level: rehearsalLevels[rule], fault, revision }, revision })
  }
  const fault = await prepare(stage, history)
  if (fault !== undefined) {
    const lacking = lackingProject(fault)
    if (lacking !== undefined) return none(lacking)
    find('rehearsal-start', notStarted(fault, postgres), history.added[0]?.id ?? '')
    return end('the history before the change did not run')
  }
  const session = await database.open(() => undefined)
  const witness = await openWitness(stage).catch(async (error: unknown) => {
    await session.close()
    throw error
  })
  try {
    for (const [index, revision] of history.added.entries()) {
      const { rehearsed, stop, lacking } = await rehearseOne({ ...stage, session, witness, find }, revision)
      if (lacking !== undefined) return none(lacking)
      revisions.push(rehearsed)
      if (!stop) continue
      const left = history.added.slice(index + 1).map(({ id }) => oneLine(id, 80))
      return end(left.length === 0 ? undefined : `${left.join(', ')} did not get a turn`)
    }
    const differ = await compareWith(stage, history)
    if (typeof differ === 'string') return end(differ)
    if (differ !== undefined) find('models-differ', differ, history.added.at(-1)?.id ?? '')
    return end()
  } finally {
    evidence.push(...(await witness.read()))
    await session.close()
  }
}

/** Brings the database to where the change begins. Gives why that failed. */
async function prepare(
  { earlier, baseline, seed, take }: Stage,
  history: History,
): Promise<Fault | undefined> {
  try {
    await baseline()
    for (const target of history.earlier) {
      const { fault } = await earlier.up(target, take)
      if (fault !== undefined) return fault
    }
    await seed()
    return undefined
  } catch (error) {
    if (error instanceof GateError) return error.fault
    throw error
  }
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
  session: Session
  witness: Witness
  find: (rule: RehearsalRule, fault: Fault, revision: string) => void
}

/** Whether what follows would be told of a state that nobody has. */
interface Done {
  rehearsed: RehearsedRevision
  stop: boolean
  /** The project could not be run at all. */
  lacking?: string | undefined
}

async function rehearseOne(one: One, revision: NewRevision): Promise<Done> {
  const { steps, database, find, bound, witness } = one
  const { id, before } = revision
  const postgres = sayVersion(database.version)
  const start = before === undefined ? undefined : await snapshot(one)
  const began = one.now()
  await witness.watch(id)
  const up = await attempt(() => steps.up(id, one.take))
  await witness.watch(undefined)
  const durationMs = durationOf(up, id) ?? Math.round(one.now() - began)
  if (up.fault !== undefined) {
    const rehearsed: RehearsedRevision = { id, up: 'failed', down: 'none', durationMs }
    const lacking = lackingProject(up.fault)
    if (lacking !== undefined) return { rehearsed, stop: true, lacking }
    const { rule, fault } = failedUp(up.fault, revision, postgres, bound)
    find(rule, fault, id)
    return { rehearsed, stop: true }
  }
  const rehearsed: RehearsedRevision = { id, up: 'applied', down: 'none', durationMs }
  if (before === undefined || start === undefined) return { rehearsed, stop: false }
  const whole = await snapshot(one)
  const down = await attempt(() => steps.down(before))
  if (down.fault !== undefined) {
    find('rehearsal-down-fails', failedWay(down.fault, revision, 'down', postgres), id)
    const moved = sayDifferences(whole, await snapshot(one)).length > 0
    return { rehearsed: { ...rehearsed, down: 'failed' }, stop: moved || down.after?.unfinished.length !== 0 }
  }
  const differences = sayDifferences(start, await snapshot(one))
  const again = await attempt(() => steps.up(id))
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

function snapshot({ session, historyTable }: One): Promise<Schema> {
  return readSchema(session, { tables: [historyTable], schemas: [witnessSchema] })
}

function sayDifferences(before: Schema, after: Schema): string[] {
  return compareSchemas(before, after).map(one => sayDifference(one, afterWayDown))
}

/** A step that cannot begin is a failure like one of its statements. */
async function attempt(step: () => Promise<Applied>): Promise<Partial<Applied>> {
  try {
    return await step()
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
