import type { Changes } from '../changes/changes.ts'
import type { Command, Fault, NextCommand, Note, Outcome } from '../domain.ts'
import type { StampChange } from '../engines/engine.ts'
import type { EventFacts } from '../event.ts'
import { type DatabaseRun, findObstacle } from '../plan.ts'
import { onlyDatabase } from '../settings/settings.ts'
import { listMigrations } from './migrations.ts'
import { nextNamer } from './name-next.ts'
import type { DatabaseReport, HistoryChange, Report, Status } from './shape.ts'

export interface ReportInput {
  command: Command
  changes: Changes | undefined
  runs: readonly DatabaseRun[]
  event?: EventFacts
  notes: Note[]
  faults: Fault[]
  skipped: boolean
  dryRun: boolean
  /** There is a config file, so databases have names. */
  several: boolean
  startedAt: Date
  endedAt: Date
}

/** Stage 5: everything the run knows, as data. Pure. */
export function makeReport(input: ReportInput): Report {
  const { command, changes, runs, notes, faults } = input
  const databases =
    input.skipped || command === 'detect' ? [] : runs.map(run => reportDatabase(run, command, input.several))
  const failed = faults.length > 0 || databases.some(database => database.status === 'failed')
  const changeSet = changes?.changeSet
  const migrations = listMigrations(changes, runs, input.event)
  return {
    version: 1,
    command,
    ...(input.dryRun ? { dryRun: true } : {}),
    status: failed ? 'failed' : input.skipped ? 'skipped' : worst(command, databases),
    gate: failed ? 'closed' : 'open',
    ...(isReading(command) && !input.skipped
      ? { upgrade: failed || stops(databases) ? 'closed' : 'open' }
      : {}),
    startedAt: input.startedAt.toISOString(),
    durationMs: input.endedAt.getTime() - input.startedAt.getTime(),
    ...(changeSet?.known === true ? { comparison: changeSet.comparison } : {}),
    changed: changes?.changed ?? true,
    filters: (changes?.matches ?? []).map(({ name, changes: files }) => ({
      name,
      matched: changes?.matched.includes(name) ?? true,
      files: files.map(change => change.path),
    })),
    ...(migrations.length === 0 ? {} : { migrations }),
    notes,
    databases,
    selected: command === 'detect' ? selectChanged(runs, changes) : selectPending(databases),
    faults,
  }
}

function selectPending(databases: readonly DatabaseReport[]): Report['selected'] {
  return databases.filter(database => database.pending.length > 0).map(({ name, url }) => ({ name, url }))
}

/** A database changed when the filter of its name did; without a config file there is one, and any filter counts. */
function selectChanged(runs: readonly DatabaseRun[], changes: Changes | undefined): Report['selected'] {
  const changed = (name: string): boolean =>
    changes === undefined || (name === onlyDatabase ? changes.changed : changes.matched.includes(name))
  return runs
    .filter(run => changed(run.settings.name))
    .map(({ settings }) => ({ name: settings.name, url: settings.url.variable }))
}

function reportDatabase(run: DatabaseRun, command: Command, several: boolean): DatabaseReport {
  const { settings, applied, stamped } = run
  const database = several ? settings.name : undefined
  const named = nextNamer(database)
  // The plan under the lock is the one that was carried out.
  const plan = applied?.plan ?? stamped?.plan ?? run.plan
  const fault = run.fault ?? applied?.fault ?? (isWriting(command) ? findObstacleOf(run, command) : undefined)
  const outcomes = applied?.outcomes ?? []
  // Where a run changed something, only what was read afterwards counts.
  const after = applied === undefined ? (stamped?.after ?? plan) : applied.after
  const stamp = reportStamp(run, database)
  const problems = (plan?.problems ?? [])
    // What is in the way of an upgrade need not be in that of a downgrade: what is has closed it.
    .filter(one => command !== 'downgrade' || one.allowed)
    .map(one => ({ ...one, fault: named(one.fault) }))
  const done = outcomes.filter(({ result }) => result === 'applied' || result === 'downgraded')
  return {
    name: settings.name,
    engine: run.engineName,
    url: settings.url.variable,
    status: fault === undefined ? statusOf(run, command, done) : 'failed',
    ...(plan === undefined ? {} : { server: plan.server, from: plan.current }),
    ...(after === undefined ? {} : { to: after.current }),
    pending: (plan?.pending ?? []).map(revision => revision.id),
    applied: done.map(outcome => outcome.revision.id),
    unfinished: after?.unfinished ?? [],
    failed: outcomes.find(outcome => outcome.result === 'failed')?.revision.id ?? '',
    plan: plan?.fingerprint ?? '',
    ...(run.recent === undefined ? {} : { recent: run.recent }),
    ...(run.history === undefined ? {} : { history: run.history }),
    ...(run.sql === undefined ? {} : { sql: run.sql }),
    ...(run.located === undefined ? {} : { located: run.located }),
    ...(run.descent === undefined ? {} : { descent: run.descent }),
    outcomes: outcomes.map(one => (one.fault === undefined ? one : { ...one, fault: named(one.fault) })),
    ...(run.followed === undefined ? {} : { followUps: run.followed }),
    ...(run.checked === undefined ? {} : reportChecked(run.checked)),
    // A stamp settles them: what it could not settle is its fault.
    problems: stamp.stamped === undefined && stamp.wouldStamp === undefined ? problems : [],
    ...(fault === undefined ? {} : { fault: named(fault) }),
    ...stamp,
  }
}

function reportChecked({
  findings,
  added,
  rehearsal,
  drifted,
}: NonNullable<DatabaseRun['checked']>): Pick<
  DatabaseReport,
  'findings' | 'added' | 'rehearsal' | 'drifted'
> {
  return {
    findings,
    added,
    ...(rehearsal === undefined ? {} : { rehearsal }),
    ...(drifted === undefined ? {} : { drifted }),
  }
}

/** What a stamp did, or would do, and how the rows that it removed come back. */
function reportStamp(
  { stamped, wouldStamp, fault }: DatabaseRun,
  database: string | undefined,
): Pick<DatabaseReport, 'stamped' | 'wouldStamp' | 'next'> {
  if (stamped === undefined)
    return wouldStamp === undefined || fault !== undefined ? {} : { wouldStamp: bare(wouldStamp) }
  const { current, applied, revisions } = stamped.plan
  const before = current[0] ?? ''
  const taken = stamped.removed.some(id => applied.includes(id)) && revisions.some(({ id }) => id === before)
  const named = database === undefined ? {} : { database }
  const when = 'it was at the right place before'
  const undo: NextCommand[] = taken ? [{ command: 'stamp', revision: before, ...named, when }] : []
  return { stamped: bare(stamped), ...(undo.length === 0 ? {} : { next: undo }) }
}

function bare({ recorded, refreshed, removed, created }: StampChange): HistoryChange {
  return { recorded, refreshed, removed, ...(created === true ? { created } : {}) }
}

/** `stamp` and `downgrade` are cures of problems, so only what they were refused for stands in their way. */
function findObstacleOf(run: DatabaseRun, command: Command): Fault | undefined {
  return command === 'stamp' || command === 'downgrade' ? undefined : findObstacle(run)
}

/** `upgrade` would be closed by what a plan only says. */
function stops(databases: readonly DatabaseReport[]): boolean {
  return databases.some(({ problems }) => problems.some(problem => !problem.allowed))
}

function isReading(command: Command): boolean {
  return command === 'plan' || command === 'current' || command === 'history'
}

function isWriting(command: Command): boolean {
  return command === 'upgrade' || command === 'downgrade' || command === 'stamp'
}

function statusOf(run: DatabaseRun, command: Command, done: Outcome[]): Status {
  // Nothing was asked of it: it is not known to be up to date.
  if (run.plan === undefined && run.checked === undefined) return 'skipped'
  if (command === 'check') return 'checked'
  if (command === 'stamp' && run.wouldStamp === undefined && run.stamped === undefined) return 'skipped'
  if (command === 'stamp' && run.stamped !== undefined) return 'stamped'
  if (command === 'upgrade' && done.length > 0) return 'upgraded'
  if (command === 'downgrade' && done.length > 0) return 'downgraded'
  if (command === 'downgrade' && run.descent === undefined) return 'skipped'
  const pending = (run.applied?.plan ?? run.plan)?.pending.length ?? 0
  if (pending === 0) return 'up-to-date'
  return command === 'upgrade' ? 'skipped' : 'pending'
}

const badness: Status[] = [
  'up-to-date',
  'detected',
  'checked',
  'stamped',
  'upgraded',
  'downgraded',
  'pending',
  'skipped',
  'failed',
]

function worst(command: Command, databases: readonly DatabaseReport[]): Status {
  if (command === 'detect') return 'detected'
  const statuses = databases.map(database => badness.indexOf(database.status))
  return badness[Math.max(0, ...statuses)] ?? 'failed'
}

/** A run that ended before it began: its inputs have faults. */
export function failedReport(faults: Fault[], at: Date): Report {
  const input = {
    command: 'upgrade' as const,
    changes: undefined,
    runs: [],
    notes: [],
    faults,
    skipped: false,
    dryRun: false,
    several: false,
  }
  return makeReport({ ...input, startedAt: at, endedAt: at })
}
