import { gateError, makeFault } from '../../catalogue/catalogue.ts'
import { showTable } from '../../database/facts.ts'
import type { Fault, NextCommand, Outcome, OutcomeResult } from '../../domain.ts'
import { GateError } from '../../errors.ts'
import { count, oneLine } from '../../text.ts'
import type { Applied } from '../engine.ts'
import { ofWayDown } from '../way-down.ts'
import type { Run } from './apply.ts'
import { placesElsewhere, sayElsewhere } from './elsewhere.ts'
import type { Files } from './files.ts'
import { type Descending, descend } from './graph/descend.ts'
import { sayCurrent } from './say-state.ts'
import type { Script } from './shapes.ts'
import { revisionOf, type Survey } from './survey.ts'

/**
 * What `alembic downgrade` would take back. Throws GateError for files that have no order, a row without a script, a
 * script without a way down, and a target that leads nowhere. Pure.
 */
export function planDescent({ state, unknown }: Survey, files: Files, wanted: string): Descending {
  const [problem] = files.problems
  if (problem !== undefined) throw new GateError(problem.fault)
  const gone = unknown.map(id => ({
    id: oneLine(id, 80),
    lacks: `${oneLine(id, 80)} has no file in this commit`,
  }))
  if (gone.length > 0) throw withoutWay(gone, wanted)
  const descending = descend(files.graph, state.rows, wanted)
  const lacking = descending.scripts.filter(script => !hasWayDown(script))
  if (lacking.length > 0)
    throw withoutWay(
      lacking.map(({ id, path }) => ({ id: oneLine(id, 80), lacks: `${oneLine(path)} has no downgrade()` })),
      wanted,
      lacking[0],
    )
  return descending
}

function withoutWay(lacking: { id: string; lacks: string }[], wanted: string, first?: Script): GateError {
  const next: NextCommand[] = [
    { command: 'downgrade', revision: wanted, when: 'the way down is written and committed' },
    { command: 'upgrade', when: 'a new revision undoes it' },
  ]
  const facts = { ids: lacking.map(one => one.id).join(', '), lacks: lacking.map(one => one.lacks) }
  const place = first === undefined ? {} : { place: { path: first.path } }
  return gateError('way-down-missing', facts, { ...place, next })
}

/** A script that nobody could read as text is Alembic’s to judge. */
function hasWayDown({ text }: Script): boolean {
  return (
    text === '' ||
    /^[ \t]*(?:async[ \t]+)?(?:def[ \t]+downgrade\b|downgrade[ \t]*=)|\bimport\b.*\bdowngrade\b/m.test(text)
  )
}

/**
 * Holds what was seen of a downgrade against what the database says now: what is still in the version table was not
 * taken back, whatever Alembic’s log or its exit code said. Pure.
 */
export function judgeDescent(
  run: Run,
  { scripts, leaves }: Descending,
  wanted: string,
  now: number,
): Applied {
  const { before, after, watch } = run
  const outcomes = scripts.map((script): Outcome => {
    const seen = watch.seen.get(script.id)
    const durationMs = seen === undefined ? 0 : Math.round((seen.endedAt ?? now) - seen.startedAt)
    return {
      revision: revisionOf(script),
      result: resultOf(script.id, run),
      durationMs,
      did: seen?.did ?? [],
    }
  })
  const left = scripts.filter(({ id }) => after?.applied.has(id) !== false).map(({ id }) => id)
  const found = run.fault ?? (left.length === 0 ? undefined : (run.caught ?? whyLeft(run, left)))
  const ended = {
    ...(after === undefined ? {} : { after: { current: after.plan.current, unfinished: [] } }),
    ...(run.remarks.length === 0 ? {} : { remarks: run.remarks }),
  }
  if (found === undefined) return { plan: before.plan, outcomes, ...ended }
  const fault: Fault = { ...found, state: sayState(run, outcomes) }
  const moved = outcomes.some(({ result }) => result === 'downgraded')
  ofWayDown(fault, moved ? nameBottom(wanted, leaves) : wanted)
  const failed = outcomes.find(({ result }) => result === 'failed')
  if (failed !== undefined) failed.fault = fault
  return { plan: before.plan, outcomes, fault, ...ended }
}

/** A target that does not count from where the database stands; undefined where several revisions stay. */
function nameBottom(wanted: string, leaves: readonly string[]): string | undefined {
  if (!/(?:^|@)-\d+$/.test(wanted)) return wanted
  return leaves.length > 1 ? undefined : (leaves[0] ?? 'base')
}

function resultOf(id: string, run: Run): OutcomeResult {
  const { after, watch, fault } = run
  const seen = watch.seen.get(id)
  // Where the hook saw Alembic at work and not this revision, it is somebody else who took it back.
  if (after?.applied.has(id) === false)
    return seen === undefined && watch.configured ? 'skipped' : 'downgraded'
  if (seen === undefined) return 'skipped'
  const unknown = after === undefined || placesElsewhere(run) !== ''
  return unknown || (fault !== undefined && watch.current === id) ? 'failed' : 'rolled-back'
}

/** Alembic said that all is well, and the version table has it still. */
function whyLeft(run: Run, left: readonly string[]): Fault {
  const { before, after } = run
  const ids = left.slice(0, 10).join(', ')
  if (after === undefined) return makeFault('alembic-unread', { ids }, { next: [{ command: 'current' }] })
  const table = showTable((after ?? before).state.history)
  const next = [{ command: 'plan' as const }]
  const elsewhere = placesElsewhere(run)
  const { database } = before.state.server
  const stands = `${table} there still has ${ids}`
  if (elsewhere !== '') return makeFault('alembic-elsewhere', { elsewhere, database, stands }, { next })
  return makeFault('alembic-downgrade-left', { ids, table }, { next })
}

/** What the database holds after a downgrade that went wrong, in sentences that were read from it. */
function sayState({ before, after, watch, databases }: Run, outcomes: readonly Outcome[]): string {
  if (after === undefined) return 'The database could not be asked again: what was committed is not known.'
  const { current } = after.plan
  const at = sayCurrent(current)
  const same = before.plan.current.join('\n') === current.join('\n') ? ', as before' : ''
  const elsewhere = placesElsewhere({ before, databases })
  if (elsewhere !== '') return sayElsewhere(elsewhere, before, `${at}${same}`)
  const half = outcomes.filter(
    ({ revision: { id }, result }) => result !== 'downgraded' && watch.seen.get(id)?.autocommit === true,
  )
  if (half.length > 0) {
    const ids = half.map(({ revision }) => revision.id).join(', ')
    return `${ids} is half taken back: what it did in its autocommit_block and before is committed, though the version table still has it; ${at}. Undo that by hand, or finish it by hand and \`stamp\`.`
  }
  const gone = outcomes.filter(({ result }) => result === 'downgraded').length
  if (gone > 0)
    return `${count(gone, 'revision')} of this run ${gone === 1 ? 'stays' : 'stay'} taken back: ${at}.`
  return watch.seen.size === 0
    ? `No way down was begun: ${at}${same}.`
    : `All of it was rolled back: ${at}${same}.`
}
