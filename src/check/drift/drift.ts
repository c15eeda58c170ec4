import { type FactsOf, makeFault } from '../../catalogue/catalogue.ts'
import { DatabaseError } from '../../database/session.ts'
import type { Finding } from '../../domain.ts'
import type { Drifted } from '../../drifted.ts'
import { versionOf } from '../../engines/sql/plan.ts'
import { GateError } from '../../errors.ts'
import { oneLine } from '../../text.ts'
import type { Guarded } from '../guard/shapes.ts'
import { historyTableOf } from '../rehearsal/history-table.ts'
import { type Walk, type WalkOptions, withWalk } from '../rehearsal/walk.ts'
import { findDifferences, tellDifferences } from '../schema/compare.ts'
import { apartFromPlatform } from '../schema/platform.ts'
import { sayDifference } from '../schema/say.ts'
import type { Schema } from '../schema/shapes.ts'
import { type Collision, findCollisions } from './collide.ts'
import { driftLevels } from './levels.ts'
import { type Live, type LiveDatabase, readLive } from './live.ts'
import { inLive } from './wording.ts'

export interface DriftOptions extends WalkOptions {
  /** Throws GateError where the URL is no good. */
  live: () => LiveDatabase
  /** The files as the change has them. */
  revisions: readonly Guarded[]
  now: () => number
}

/** What comparing came to. */
export interface DriftFound {
  findings: Finding[]
  drifted?: Drifted
}

/** Findings of one rule at most; the rest is counted. */
const most = 20

/**
 * Holds a live database, which is only read, against what the revisions make up to where it stands; and the coming
 * revisions against what was changed by hand. What cannot be compared is a finding. Never throws a GateError.
 */
export async function findDrift(options: DriftOptions): Promise<DriftFound> {
  const { live: given, choice, now } = options
  const began = now()
  try {
    const database = given()
    const { where } = database.at
    const historyTable = historyTableOf(options.database, choice, options)
    const live = await readLive(database, { engine: choice.engine, historyTable })
    const { at, rehearsed, coming } = await withWalk(options, walk => walkTo(walk, live, options))
    const all = findDifferences(rehearsed, live.schema)
    const { own, beside } = apartFromPlatform(all, key => rehearsed.objects.has(key))
    const differences = tellDifferences(own)
    const schemas = { rehearsed, live: live.schema, engine: choice.engine }
    const collisions = findCollisions(coming, schemas)
    const stand = at.join(', ')
    const told = differences.map(one => oneLine(sayDifference(one, inLive)))
    const shown = told.length > most ? told.slice(0, most - 1) : told
    const rest = told.length - shown.length
    const facts = { where, at: stand }
    return {
      findings: [
        ...collisions.slice(0, most).map(one => collisionFinding(one, where)),
        ...shown.map(difference => found('drift', { ...facts, difference })),
        ...(rest > 0 ? [found('drift', { ...facts, difference: `${rest} more things differ` })] : []),
      ],
      drifted: {
        where,
        at,
        differences: differences.length,
        collisions: collisions.length,
        beside: tellDifferences(beside).map(({ kind, name }) => oneLine(`${kind} ${name}`, 120)),
        durationMs: Math.round(now() - began),
      },
    }
  } catch (error) {
    if (error instanceof GateError) return { findings: [notCompared(error.fault.message)] }
    if (error instanceof DatabaseError)
      return { findings: [notCompared(`its server said: ${oneLine(error.message, 200)}`)] }
    throw error
  }
}

/** A live database that was not compared, and why: a sentence, with or without its end. */
export function notCompared(reason: string): Finding {
  return found('drift-not-compared', { reason: reason.replace(/[.\s]+$/, '') })
}

function found<Rule extends 'drift' | 'drift-not-compared'>(rule: Rule, facts: FactsOf<Rule>): Finding {
  return { rule, level: driftLevels[rule], fault: makeFault(rule, facts) }
}

function collisionFinding({ revision, piece, object, live }: Collision, where: string): Finding {
  const { id, path } = revision
  const inTable = object.table === undefined ? '' : ` on ${object.table}`
  const dotted = object.schema === undefined ? object.name : `${object.schema}.${object.name}`
  const named =
    object.kind === 'column' || object.kind === 'constraint'
      ? `${object.kind} ${object.table}.${object.name}`
      : `${object.kind} ${dotted}${object.kind === 'index' ? inTable : ''}`
  const facts = {
    id: oneLine(id, 80),
    object: oneLine(named, 120),
    live,
    effect: object.effect,
    where,
    statement: oneLine(piece.text, 120),
  }
  const place = { path, line: piece.line, ...(piece.column === undefined ? {} : { column: piece.column }) }
  const fault = makeFault('drift-collides', facts, { place })
  return { rule: 'drift-collides', level: driftLevels['drift-collides'], fault, revision: id }
}

/** Goes to where the live database stands, and looks at what comes after it. Throws GateError where it cannot. */
async function walkTo(
  { steps, read }: Walk,
  { rows }: Live,
  { choice, revisions }: DriftOptions,
): Promise<{ at: string[]; rehearsed: Schema; coming: Guarded[] }> {
  const ofSql = choice.engine === 'sql'
  const newest = ofSql
    ? rows.reduce((one, other) => (versionOf(other) > versionOf(one) ? other : one), '')
    : ''
  const at = ofSql ? [newest].filter(id => id !== '') : rows
  for (const id of at) {
    const { fault } = await steps.up(id)
    if (fault !== undefined)
      throw new GateError(makeFault('locate-stopped', { id: oneLine(id, 80), reason: fault.message }))
  }
  const rehearsed = await read()
  const plan = await steps.plan(ofSql ? 'head' : 'heads')
  const against = plan.problems.find(problem => !problem.allowed)
  if (against !== undefined) throw new GateError(against.fault)
  if (ofSql) refuseGaps(rows, plan.applied)
  const byId = new Map(revisions.map(revision => [revision.id, revision]))
  return { at, rehearsed, coming: plan.pending.flatMap(({ id }) => byId.get(id) ?? []) }
}

/** Without some of what comes before it, the live database is at no revision that files could make. */
function refuseGaps(rows: readonly string[], applied: readonly string[]): void {
  const [live, files] = [rows, applied].map(ids => new Set(ids.map(id => String(versionOf(id)))))
  const lacks = applied.filter(id => !live?.has(String(versionOf(id))))
  const more = rows.filter(id => !files?.has(String(versionOf(id))))
  if (lacks.length + more.length === 0) return
  const reason =
    more.length > 0
      ? `its history holds ${oneLine(more.join(', '), 200)}, of which there is no file`
      : `its history passed over ${oneLine(lacks.join(', '), 200)}`
  throw new GateError(makeFault('drift-not-compared', { reason }))
}
