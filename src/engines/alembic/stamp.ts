import { gateError, makeFault } from '../../catalogue/catalogue.ts'
import { showTable } from '../../database/facts.ts'
import type { Fault } from '../../domain.ts'
import { GateError } from '../../errors.ts'
import type { StampChange } from '../engine.ts'
import type { Files } from './files.ts'
import { appliedOf } from './graph/applied.ts'
import { sharesLineage } from './graph/reach.ts'
import { resolveTarget } from './graph/target.ts'
import { sayCurrent } from './say-state.ts'
import type { Survey } from './survey.ts'

/**
 * What `alembic stamp` would make the version table imply: the target takes the place of the rows on its line, rows of
 * other branches stay, and a row without a script goes, since Alembic would stumble over it. Pure.
 * Throws GateError for files that cannot be stamped and for an unknown revision.
 */
export function previewStamp(survey: Survey, { graph, problems }: Files, revision: string): StampChange {
  const [problem] = problems
  if (problem !== undefined) throw new GateError(problem.fault)
  const { unknown, state } = survey
  const targets = resolveTarget(graph, revision, state.rows).flatMap(script => graph.ids.get(script.id) ?? [])
  const rows = unknown.length > 0 ? [] : state.rows.flatMap(row => graph.ids.get(row) ?? [])
  const others = rows.filter(row => targets.every(target => !sharesLineage(graph.nodes, row, target)))
  const stay = targets.length === 0 ? [] : others
  const { ids } = appliedOf(
    graph,
    [...stay, ...targets].map(node => node.script.id),
  )
  return changeOf(survey, ids)
}

/** What came and went between what was applied and what is. */
export function changeOf(before: Survey, after: ReadonlySet<string>): StampChange {
  return {
    recorded: before.plan.revisions
      .map(({ id }) => id)
      .filter(id => after.has(id) && !before.applied.has(id)),
    removed: [...before.unknown, ...[...before.applied].filter(id => !after.has(id))],
    refreshed: [],
    ...(before.state.exists ? {} : { created: true }),
  }
}

/** Throws GateError `stamp-removes` where rows would go that nobody agreed to. */
export function expectAgreed(
  change: StampChange,
  agreed: readonly string[] | undefined,
  survey: Survey,
): void {
  const unforeseen = change.removed.filter(id => agreed !== undefined && !agreed.includes(id))
  if (unforeseen.length === 0) return
  const { database, host } = survey.state.server
  throw gateError('stamp-removes', { ids: unforeseen.join(', '), database, host, why: 'meanwhile' })
}

/** Why a stamp that Alembic ended well is none: it was to change something, and the rows are what they were. Pure. */
export function whyUnstamped(
  before: Survey,
  after: Survey | undefined,
  foreseen: StampChange,
  revision: string,
): Fault | undefined {
  if (after === undefined || foreseen.recorded.length + foreseen.removed.length === 0) return undefined
  if (before.state.rows.join('\n') !== after.state.rows.join('\n')) return undefined
  return makeFault('alembic-unstamped', { id: revision, table: showTable(after.state.history) })
}

/** A fault of a stamp: with where the database stands, and the stamp itself as what to do next. */
export function ofStamp(fault: Fault, after: Survey | undefined, revision: string): Fault {
  const state =
    after === undefined
      ? 'The database could not be asked again: what was recorded is not known.'
      : `Nothing was recorded: ${sayCurrent(after.plan.current)}.`
  return { ...fault, state, next: [{ command: 'stamp', revision }] }
}
