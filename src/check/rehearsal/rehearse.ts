import type { Fault, Finding } from '../../domain.ts'
import type { Rehearsal } from '../../rehearsal.ts'
import type { Evidence } from '../evidence/shape.ts'
import { Broken, requireGoing, sayBroken } from './broken.ts'
import { brokeOff, lackingProject, modelsDiffer, notLoaded, notStarted } from './findings.ts'
import { rehearsalLevels } from './levels.ts'
import {
  attempt,
  type Kept,
  type One,
  rehearseOne,
  type Stage,
  sayVersion,
  withoutTurn,
} from './rehearse-one.ts'
import type { History } from './shapes.ts'
import { openSnapshots } from './snapshots.ts'
import { openWitness } from './watch.ts'

/** A finding, and the revision that may let it through. */
export interface Rehearsed {
  rehearsal: Rehearsal
  findings: { finding: Finding; revision: string }[]
  /** What each statement of the new revisions did, as seen from inside; empty where we are no superuser. */
  evidence: Evidence[]
  /** Somebody watched. */
  watched: boolean
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
  const unsaid = stage.models && kept.compared !== true ? [modelsLeft] : []
  const whole = [...(why === undefined ? [] : [why]), ...unsaid].join('; ')
  const ended = whole === '' ? {} : { why: whole }
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
  kept.compared = true
  if (typeof differ === 'string') return differ
  if (differ !== undefined) kept.find('models-differ', differ, added.at(-1)?.id ?? '')
  return undefined
}

const modelsLeft = 'the models were not compared'

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
  const postgres = sayVersion(database.version)
  const lacking = lackingProject(fault)
  const blamed = added.find(({ path }) => path === fault.place?.path)
  if (lacking === undefined && blamed !== undefined) {
    // Alembic loads all files before it runs the first.
    kept.find('rehearsal-fails', notLoaded(fault, postgres), blamed.id)
    return 'a new revision cannot be loaded'
  }
  if (lacking === undefined) {
    kept.find('rehearsal-start', notStarted(fault, postgres), id)
    return 'the history before the change did not run'
  }
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
  if ('why' in compared) return `${modelsLeft}: ${compared.why}`
  const last = added.at(-1)
  if (compared.differences.length === 0 || last === undefined) return undefined
  return modelsDiffer(compared, last)
}

/** There was no rehearsal. */
export function none(why: string): Rehearsed {
  return { rehearsal: { revisions: [], durationMs: 0, why }, findings: [], evidence: [], watched: false }
}
