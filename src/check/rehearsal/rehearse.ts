import type { Session } from '../../database/session.ts'
import type { Fault, Finding } from '../../domain.ts'
import type { Applied } from '../../engines/engine.ts'
import { GateError } from '../../errors.ts'
import { asFault } from '../../faults.ts'
import type { Rehearsal, RehearsedRevision } from '../../rehearsal.ts'
import { oneLine } from '../../text.ts'
import { failedUp, failedWay, leftBehind, notStarted } from './findings.ts'
import { type RehearsalRule, rehearsalLevels } from './levels.ts'
import type { RehearsalDatabase } from './server.ts'
import type { History, NewRevision } from './shapes.ts'
import type { Steps } from './steps.ts'

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
  /** What differs between two moments of a schema, an object a line. */
  snapshot: (session: Session) => Promise<Snapshot>
  /** How long anything may take, for people: `60 s for a statement`. */
  bound: string
  now: () => number
}

/** A schema at one moment. */
export interface Snapshot {
  /** What another one has more and less than this one: a line each. */
  compare(after: Snapshot): { left: string[]; lost: string[] }
}

/** A finding, and the revision that may let it through. */
export interface Rehearsed {
  rehearsal: Rehearsal
  findings: { finding: Finding; revision: string }[]
}

/** Runs what is merged, then each new revision up, down and up again. Throws DatabaseError where the server is gone. */
export async function rehearse(stage: Stage, history: History): Promise<Rehearsed> {
  const { database, now } = stage
  const began = now()
  const postgres = sayVersion(database.version)
  const revisions: RehearsedRevision[] = []
  const findings: Rehearsed['findings'] = []
  const end = (why?: string): Rehearsed => ({
    rehearsal: {
      postgres,
      revisions,
      durationMs: Math.round(now() - began),
      ...(why === undefined ? {} : { why }),
    },
    findings,
  })
  const find = (rule: RehearsalRule, fault: Fault, revision: string) => {
    findings.push({ finding: { rule, level: rehearsalLevels[rule], fault, revision }, revision })
  }
  const fault = await prepare(stage, history)
  if (fault !== undefined) {
    find('rehearsal-start', notStarted(fault, postgres), history.added[0]?.id ?? '')
    return end('the history before the change did not run')
  }
  const session = await database.open(() => undefined)
  try {
    for (const [index, revision] of history.added.entries()) {
      const rehearsed = await rehearseOne(stage, session, revision, find)
      revisions.push(rehearsed)
      if (rehearsed.up === 'failed' || rehearsed.again === 'failed') {
        const left = history.added.slice(index + 1).map(({ id }) => oneLine(id, 80))
        return end(left.length === 0 ? undefined : `${left.join(', ')} did not get a turn`)
      }
    }
  } finally {
    await session.close()
  }
  return end()
}

/** Brings the database to where the change begins. Gives why that failed. */
async function prepare({ earlier, baseline, seed }: Stage, history: History): Promise<Fault | undefined> {
  try {
    await baseline()
    for (const target of history.earlier) {
      const { fault } = await earlier.up(target)
      if (fault !== undefined) return fault
    }
    await seed()
    return undefined
  } catch (error) {
    if (error instanceof GateError) return error.fault
    throw error
  }
}

type Find = (rule: RehearsalRule, fault: Fault, revision: string) => void

async function rehearseOne(
  stage: Stage,
  session: Session,
  revision: NewRevision,
  find: Find,
): Promise<RehearsedRevision> {
  const { steps, snapshot, database } = stage
  const { id, before } = revision
  const postgres = sayVersion(database.version)
  const start = before === undefined ? undefined : await snapshot(session)
  const began = stage.now()
  const up = await attempt(() => steps.up(id))
  const durationMs = durationOf(up, id) ?? Math.round(stage.now() - began)
  if (up.fault !== undefined) {
    const { rule, fault } = failedUp(up.fault, revision, postgres, stage.bound)
    find(rule, fault, id)
    return { id, up: 'failed', down: 'none', durationMs }
  }
  const done: RehearsedRevision = { id, up: 'applied', down: 'none', durationMs }
  if (before === undefined || start === undefined) return done
  const whole = await snapshot(session)
  const down = await attempt(() => steps.down(before))
  if (down.fault !== undefined) {
    find('rehearsal-down-fails', failedWay(down.fault, revision, 'down', postgres), id)
    // Whatever it did, a transaction took back; where it had none, what follows would be told of a state that nobody has.
    return { ...done, down: 'failed' }
  }
  const { left, lost } = start.compare(await snapshot(session))
  const differs = left.length + lost.length > 0
  if (differs) find('rehearsal-down-differs', leftBehind(revision, { left, lost }), id)
  const again = await attempt(() => steps.up(id))
  if (again.fault !== undefined) {
    // What was left behind is why, and was said.
    if (!differs) find('rehearsal-again-fails', failedWay(again.fault, revision, 'again', postgres), id)
    return { ...done, down: differs ? 'differs' : 'verified', again: 'failed' }
  }
  const end = whole.compare(await snapshot(session))
  if (!differs && end.left.length + end.lost.length > 0)
    find('rehearsal-down-differs', leftBehind(revision, end), id)
  return { ...done, down: differs ? 'differs' : 'verified', again: 'applied' }
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
