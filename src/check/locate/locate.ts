import { makeFault } from '../../catalogue/catalogue.ts'
import type { OpenSession } from '../../database/session.ts'
import type { Fault, ForeignLine, NextCommand, Plan, Problem } from '../../domain.ts'
import { readStart } from '../../engines/alembic/project/start.ts'
import { typeAlembic } from '../../engines/alembic/type-alembic.ts'
import { GateError } from '../../errors.ts'
import type { Located } from '../../located.ts'
import { joinAnd, oneLine } from '../../text.ts'
import { inLive } from '../drift/wording.ts'
import { historyTableOf } from '../rehearsal/history-table.ts'
import { type Walk, type WalkOptions, withWalk } from '../rehearsal/walk.ts'
import { findDifferences } from '../schema/compare.ts'
import { platformKeys } from '../schema/platform.ts'
import { portable } from '../schema/portable.ts'
import { readSchema } from '../schema/read.ts'
import { sayDifference } from '../schema/say.ts'
import type { Difference, Schema } from '../schema/shapes.ts'
import { judgeSteps, type Step, type Verdict } from './verdict.ts'

export interface LocateOptions extends WalkOptions {
  /** Of the live database, made by reading. */
  plan: Plan
  /** Of the live database, too; only read. */
  open: OpenSession
  now: () => number
}

/** What a live schema is, and why the gate is closed for it; no fault where the history is right. */
export interface Locating {
  located: Located
  fault?: Fault
}

/**
 * Replays the history on a rehearsal’s database, and says after which revision it has the schema of the live one.
 * Writes nothing into the live database. Throws GateError where the history cannot be replayed.
 */
export async function locateSchema(options: LocateOptions): Promise<Locating> {
  const { plan, now } = options
  const began = now()
  const live = await readLive(options)
  const { steps, postgres } = await withWalk(options, async walk => ({
    steps: await walkAlong(walk, live, options.choice.engine),
    postgres: walk.postgres,
  }))
  const verdict = judgeSteps(steps, plan.current)
  const lacking = findLacking(options)
  const unknown = lacking.map(({ revision = '' }) => revision)
  const located: Located = {
    verdict: verdict.kind,
    says: plan.current,
    revision: [...verdict.at.heads],
    same: verdict.kind === 'between' ? [] : verdict.same.map(nameOf),
    differences: verdict.kind === 'between' ? sayAll(verdict.differences) : [],
    ...(verdict.kind === 'between' && verdict.within !== undefined ? { partOf: verdict.within.id } : {}),
    ...(verdict.kind === 'between' ? { unlike: verdict.unlike.map(sayUnlike) } : {}),
    ...(unknown.length > 0 ? { unknown } : {}),
    beside: verdict.beside.map(({ kind, name }) => oneLine(`${kind} ${name}`, 120)),
    postgres,
    rehearsed: steps.length - 1,
    durationMs: Math.round(now() - began),
  }
  const fault = faultOf(verdict, located, options, lacking)
  return { located, ...(fault === undefined ? {} : { fault }) }
}

async function readLive(options: LocateOptions): Promise<Schema> {
  const session = await options.open(() => undefined)
  try {
    const table = historyTableOf(options.database, options.choice, options)
    return portable(await readSchema(session, { tables: [table] }))
  } finally {
    await session.close()
  }
}

/** The schema after each revision, held against the live one. Throws GateError where one does not run. */
async function walkAlong({ steps, read }: Walk, live: Schema, engine: string): Promise<Step[]> {
  const plan = await steps.plan(engine === 'alembic' ? 'heads' : 'head')
  const against = plan.problems.find(problem => !problem.allowed)
  if (against !== undefined) throw new GateError(against.fault)
  const stepAt = async (id: string, heads: readonly string[]): Promise<Step> => {
    const schema = await read()
    return { id, heads, differences: findDifferences(schema, live), made: new Set(platformKeys(schema)) }
  }
  const taken = [await stepAt('base', [])]
  for (const { id } of plan.pending) {
    const { fault, after } = await steps.up(id)
    if (fault !== undefined) {
      const facts = { id: oneLine(id, 80), reason: fault.message }
      const { place, excerpt, server } = fault
      const around = {
        ...(place === undefined ? {} : { place }),
        ...(excerpt === undefined ? {} : { excerpt }),
        ...(server === undefined ? {} : { server }),
      }
      throw new GateError(makeFault('locate-stopped', facts, around))
    }
    taken.push(await stepAt(id, after?.current ?? [id]))
  }
  return taken
}

function nameOf({ id, heads }: Step): string {
  return heads.length > 1 ? heads.join(' + ') : id
}

function faultOf(
  verdict: Verdict,
  located: Located,
  options: LocateOptions,
  lacking: readonly Problem[],
): Fault | undefined {
  const { plan } = options
  const facts = { database: plan.server.database, says: located.says.join(', ') }
  if (verdict.kind === 'equal') return undefined
  if (lacking.length > 0) return aheadOf(verdict, lacking, facts.database)
  if (verdict.kind === 'elsewhere') {
    const same = located.same.filter(id => id !== 'base')
    const { heads } = verdict.at
    // `stamp` takes one revision; Alembic's own takes several.
    const foreign = heads.length < 2 ? {} : { foreign: typeStamp(options, heads) }
    const around = { next: stamps(verdict.at, verdict.same), ...foreign }
    return makeFault('schema-elsewhere', { ...facts, at: nameOf(verdict.at), same: joinAnd(same) }, around)
  }
  const { differences, partOf = '', unlike = [] } = located
  const others = unlike.map(one => `As ${one.revision} makes it: ${sayFirst(one.differences)}.`)
  const told = { differences: sayFirst(differences), unlike: others.slice(0, 3).join(' ') }
  return makeFault('schema-between', { ...facts, ...told, nearest: nameOf(verdict.at), partOf })
}

/** Without a file, and no baseline or person stands for it. */
function findLacking({ plan, database }: LocateOptions): Problem[] {
  return plan.problems.filter(
    ({ kind, allowed }) =>
      kind === 'ahead' || (kind === 'missing' && !allowed && database.baseline.length === 0),
  )
}

function aheadOf(verdict: Verdict, lacking: readonly Problem[], database: string): Fault {
  const unknown = joinAnd(lacking.map(({ revision = '' }) => revision))
  const newer = lacking.some(({ kind }) => kind === 'ahead')
  const commit = lacking.find(one => one.commit)?.commit
  const facts = { database, unknown, newer, commit, at: '' }
  if (verdict.kind !== 'elsewhere') return makeFault('schema-ahead', facts)
  const next = stamps(verdict.at, verdict.same, `no commit has ${unknown}`)
  return makeFault('schema-ahead', { ...facts, at: nameOf(verdict.at) }, { next })
}

/** Only Alembic has several heads at once. */
function typeStamp(options: LocateOptions, heads: readonly string[]): ForeignLine[] {
  const { disk, choice, database, alembicConfig } = options
  const start = readStart({ disk, directory: choice.directory, run: database.run, alembicConfig })
  return typeAlembic(start, ['stamp', ...heads])
}

function sayUnlike({ step, differences }: { step: Step; differences: readonly Difference[] }) {
  return { revision: oneLine(nameOf(step), 200), differences: sayAll(differences) }
}

function sayAll(differences: readonly Difference[]): string[] {
  return differences.map(one => sayDifference(one, inLive))
}

function sayFirst(all: readonly string[]): string {
  const more = all.length - 8
  return `${all.slice(0, 8).join('; ')}${more > 0 ? `; and ${more} more` : ''}`
}

/** One stamp, or as many as there are revisions with that schema: which of them ran, no catalog tells. */
function stamps(at: Step, same: readonly Step[], only = ''): NextCommand[] {
  if (at.heads.length > 1) return []
  const others = same.filter(({ heads }) => heads.length < 2).reverse()
  if (others.length === 0) return [{ command: 'stamp', revision: at.id, ...(only && { when: only }) }]
  return [at, ...others].map(({ id }, index) => ({
    command: 'stamp',
    revision: id,
    when: `${only && `${only}, and `}${index === 0 ? 'it ran, too' : 'what comes after it did not run: it leaves the schema as it is'}`,
  }))
}
