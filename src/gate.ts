import { admit, asksDatabase } from './admission.ts'
import { applyPlans, type Following } from './apply.ts'
import { type Changes, readChanges } from './changes/changes.ts'
import type { Detection } from './changes/detection.ts'
import { engineFilter, type Filter, pathsFilter, readFilters } from './changes/filter.ts'
import type { NoSides, Sides } from './changes/sides.ts'
import type { ChangeSource } from './changes/source.ts'
import type { Checked } from './check/check.ts'
import { findClosing } from './check/closing.ts'
import type { Locating } from './check/locate/locate.ts'
import type { Fault, Note } from './domain.ts'
import { downgradeDatabases } from './downgrade.ts'
import type { Choice } from './engines/choose.ts'
import type { Engine } from './engines/engine.ts'
import type { EventFacts } from './event.ts'
import { asFault, asFaults } from './faults.ts'
import { readHistories } from './history.ts'
import { locateDatabases, type PlannedRun } from './locate.ts'
import { noteChanges, noteSides, noteUntried } from './notes.ts'
import { beginToConnect, type DatabaseRun, makePlans } from './plan.ts'
import { readRecentRows } from './recent.ts'
import { makeReport } from './report/report.ts'
import type { GateEvent, Reporter } from './report/reporter.ts'
import type { Report } from './report/shape.ts'
import { onlyDatabase, type Settings } from './settings/settings.ts'
import { showPendingSql } from './show-sql.ts'
import { type Agree, stampDatabases } from './stamp.ts'

/** What the gate asks of the outside: interfaces only. */
export interface Ports {
  changes: ChangeSource
  /** Throws GateError when no engine fits. */
  chooseEngine: (run: DatabaseRun) => Choice
  /** Files and folders that an engine reads: what its filter matches. Never throws. */
  readPaths: (run: DatabaseRun, choice: Choice) => Promise<string[]>
  /** Throws GateError when the URL is no good; connects only when it is asked something. */
  openEngine: (run: DatabaseRun, choice: Choice) => Promise<Engine>
  following: Following
  /** The branch that a person’s work goes into, where git knows one. Never throws. */
  findMainBranch: () => Promise<string | undefined>
  /** The commits that a history is held against. Never throws. */
  openSides: (detection: Detection) => Promise<Sides | NoSides>
  /** Holds the files of a database against its history. Throws GateError. */
  checkHistory: (run: DatabaseRun, choice: Choice, sides: Sides | NoSides) => Promise<Checked>
  /** Why no check tries new revisions out; empty where it does. */
  untried: string
  /** Which revision a schema is, by replaying its history. Throws GateError. */
  locate: (run: PlannedRun, choice: Choice) => Promise<Locating>
  /** Ends what checks started. Never throws. */
  endChecks: () => Promise<void>
  reporter: Reporter
  /** Asked before `stamp` or `downgrade` takes rows out of a history; absent where that was agreed beforehand. */
  agree?: Agree | undefined
  now: () => Date
}

/** Name of the filter of a project without filters: what relay called it. */
const engineFilterName = 'migrations'

/**
 * The stages, in their order. Never throws: every failure ends up in the report, and the door makes exit codes and
 * outputs of it.
 */
export async function runGate(
  settings: Settings,
  event: EventFacts,
  ports: Ports,
  signal: AbortSignal,
): Promise<Report> {
  const startedAt = ports.now()
  const { command } = settings
  const notes: Note[] = []
  const faults: Fault[] = []
  const reporter: Reporter = happened => {
    if (happened.kind === 'note') notes.push(happened.note)
    ports.reporter(happened)
  }
  const runs: DatabaseRun[] = settings.databases.map(database => ({ settings: database, engineName: '' }))
  const choices = new Map<DatabaseRun, Choice>()
  const openEngine = (run: DatabaseRun): Promise<Engine> => ports.openEngine(run, choices.get(run) as Choice)
  let changes: Changes | undefined
  let closing: Promise<unknown> = Promise.resolve()
  const admission = admit(settings, event)
  try {
    if (admission.kind === 'refuse') faults.push(...admission.faults)
    else {
      const needsEngines = command !== 'detect' || settings.detection.filters === undefined
      if (needsEngines && admission.kind === 'run') chooseEngines(runs, choices, ports)

      reporter({ kind: 'stage', stage: 'changes' })
      const filters = await filtersOf(settings, runs, choices, ports)
      const detection = await detectionOf(settings, event, ports)
      if (admission.kind === 'run' && asksDatabase(command)) await beginToConnect(runs, openEngine)
      changes = await readChanges(ports.changes, filters, event, detection)
      reporter({ kind: 'changes', changes })

      reporter({ kind: 'stage', stage: 'notes' })
      for (const note of noteChanges(changes.changeSet, changes.matches, changes.warnings))
        reporter({ kind: 'note', note })
      if (admission.kind === 'skip')
        reporter({ kind: 'note', note: { kind: 'skipped', text: admission.why } })
      else if (command === 'check')
        await checkDatabases(settings, runs, choices, changes, detection, ports, reporter)
      else if (command !== 'detect')
        await planAndApply(settings, runs, choices, openEngine, changes, ports, reporter, signal)
      else faults.push(...runs.flatMap(run => run.fault ?? []))
    }
  } catch (error) {
    faults.push(...asFaults(error))
  } finally {
    // The report is made while the server takes its leave.
    closing = Promise.all([...runs.map(run => run.engine?.close()), ports.endChecks()])
  }
  reporter({ kind: 'stage', stage: 'report' })
  const skipped = admission.kind === 'skip'
  const report = makeReport({
    command,
    changes,
    runs,
    event,
    notes,
    faults,
    skipped,
    dryRun: settings.dryRun,
    several: settings.several,
    startedAt,
    endedAt: ports.now(),
  })
  for (const happened of faultEvents(report)) reporter(happened)
  reporter({ kind: 'report', report })
  await closing
  return report
}

/** A person’s `check` is about all that their branch adds, not about its last commit. */
async function detectionOf(
  { command, detection }: Settings,
  event: EventFacts,
  ports: Ports,
): Promise<Detection> {
  if (command !== 'check' || event.name !== '' || detection.base !== undefined) return detection
  const base = await ports.findMainBranch()
  return base === undefined ? detection : { ...detection, base }
}

async function checkDatabases(
  settings: Settings,
  runs: DatabaseRun[],
  choices: Map<DatabaseRun, Choice>,
  { changeSet }: Changes,
  detection: Detection,
  ports: Ports,
  reporter: Reporter,
): Promise<void> {
  reporter({ kind: 'stage', stage: 'check' })
  const sides = await ports.openSides(detection)
  for (const note of noteSides(sides, changeSet)) reporter({ kind: 'note', note })
  const said = new Set<string>()
  for (const run of runs) {
    const choice = choices.get(run)
    if (choice === undefined) continue
    try {
      run.checked = await ports.checkHistory(run, choice, sides)
      for (const text of run.checked.notes) {
        // What all databases have in common is said once.
        if (!said.has(text)) reporter({ kind: 'note', note: { kind: 'warning', text } })
        said.add(text)
      }
      const fault = run.checked.fault ?? findClosing(run.checked.findings, settings.failOn)
      if (fault !== undefined) run.fault = fault
    } catch (error) {
      run.fault = asFault(error)
    }
  }
  for (const note of noteUntried(ports.untried, runs)) reporter({ kind: 'note', note })
}

async function planAndApply(
  settings: Settings,
  runs: DatabaseRun[],
  choices: Map<DatabaseRun, Choice>,
  openEngine: (run: DatabaseRun) => Promise<Engine>,
  changes: Changes,
  ports: Ports,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<void> {
  reporter({ kind: 'stage', stage: 'plan' })
  await makePlans(runs, openEngine, ports.following.read, changes, settings.command, reporter)
  if (settings.command === 'plan') return showPendingSql(runs, reporter, signal)
  if (settings.command === 'current') return readRecentRows(runs, reporter)
  if (settings.command === 'history') return readHistories(runs, reporter)
  if (settings.command === 'locate')
    return locateDatabases(runs, run => ports.locate(run, choices.get(run) as Choice), reporter)
  reporter({ kind: 'stage', stage: 'apply' })
  if (settings.command === 'stamp' || settings.command === 'downgrade') {
    const { command, revision, dryRun } = settings
    const work = command === 'stamp' ? stampDatabases : downgradeDatabases
    await work(runs, { revision, dryRun, agree: ports.agree }, reporter, signal)
  } else await applyPlans(runs, ports.following, reporter, signal)
}

function chooseEngines(runs: DatabaseRun[], choices: Map<DatabaseRun, Choice>, ports: Ports): void {
  for (const run of runs) {
    try {
      const choice = ports.chooseEngine(run)
      run.engineName = choice.engine
      choices.set(run, choice)
    } catch (error) {
      run.fault = asFault(error)
    }
  }
}

/** The filters input; else one per database: its `paths`, or what its engine reads. */
async function filtersOf(
  settings: Settings,
  runs: DatabaseRun[],
  choices: Map<DatabaseRun, Choice>,
  ports: Ports,
): Promise<Filter[]> {
  const { filters, filtersSource } = settings.detection
  if (filters !== undefined) return readFilters(filters, filtersSource)
  const each = runs.map(async run => {
    const { name, paths } = run.settings
    const filterName = name === onlyDatabase && !settings.several ? engineFilterName : name
    if (paths !== undefined) return pathsFilter(filterName, paths, `the paths of ${name}`)
    const choice = choices.get(run)
    return choice === undefined ? [] : [engineFilter(filterName, ...(await ports.readPaths(run, choice)))]
  })
  return (await Promise.all(each)).flat()
}

/** Every fault and problem once, those in the way last: the last thing said is what closed the gate. */
function faultEvents(report: Report): GateEvent[] {
  const events: GateEvent[] = []
  for (const { name: database, problems, findings = [], fault } of report.databases) {
    for (const finding of findings)
      if (finding.fault !== fault) events.push({ kind: 'finding', database, finding })
    for (const problem of problems) {
      if (problem.fault !== fault)
        events.push({ kind: 'fault', database, fault: problem.fault, allowed: problem.allowed })
    }
    if (fault !== undefined) events.push({ kind: 'fault', database, fault, allowed: false })
  }
  return [
    ...events,
    ...report.faults.map((fault): GateEvent => ({ kind: 'fault', database: '', fault, allowed: false })),
  ]
}
