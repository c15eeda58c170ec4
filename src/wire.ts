import { readFollowUps } from './after/read-scripts.ts'
import { gateError } from './catalogue/catalogue.ts'
import { findCommit } from './changes/find-commit.ts'
import { findMainBranch, openSides } from './changes/sides.ts'
import type { ChangeSource } from './changes/source.ts'
import type { CheckOptions } from './check/check.ts'
import { connectionGuard } from './database/guard.ts'
import { readUrl } from './database/url.ts'
import { type Disk, keepWithin } from './disk.ts'
import type { Command } from './domain.ts'
import { chooseEngine } from './engines/choose.ts'
import type { Engine } from './engines/engine.ts'
import { type EventFacts, isPullRequest, mayRunStrangers } from './event.ts'
import type { Ports } from './gate.ts'
import type { DatabaseRun } from './plan.ts'
import type { Redact } from './redact.ts'
import { openRehearsals } from './rehearsals.ts'
import type { Reporter } from './report/reporter.ts'
import { sessionsOf } from './sessions.ts'
import { placesOf } from './settings/find-file.ts'
import type { Settings } from './settings/settings.ts'

/** Read at their first use, in the action from files of their own: a start without them does not even parse them. */
const loadSql = () => import('./engines/sql/engine.ts')
const loadAlembic = () => import('./engines/alembic/alembic.ts')
const loadFollow = () => import('./after/follow-database.ts')
const loadCheck = () => import('./check/check.ts')
const loadLocate = () => import('./check/locate/locate.ts')

/** What a door brings: everything that differs between a runner and a terminal. */
export interface Outside {
  disk: Disk
  changes: ChangeSource
  reporter: Reporter
  redact: Redact
  /** Who runs this, for the history table. */
  actor: string
  commit: string
  /** Absolute repository root. */
  root: string
  /** What a child process of the user's inherits, in part. */
  environment: Record<string, string | undefined>
  /** Whom to ask before `stamp` takes rows out of a history; absent: nobody needs to be asked. */
  agree?: Ports['agree']
  /** Ends the waiting for a server that takes no connections yet. */
  signal?: AbortSignal
}

/** The one place that picks implementations. */
export function wireGate(settings: Settings, event: EventFacts, outside: Outside): Ports {
  const { disk, changes, reporter } = outside
  const rehearsals = openRehearsals(settings, event, outside)
  return {
    changes,
    reporter,
    agree: outside.agree,
    now: () => new Date(),
    chooseEngine: run => chooseEngine(run.settings, settings.workingDirectory, disk),
    readPaths: async (run, choice) => {
      if (choice.engine !== 'alembic') return [choice.directory]
      const { readAlembicPaths } = await loadAlembic()
      return readAlembicPaths(alembicFiles(run, choice.directory, outside))
    },
    findMainBranch: () => findMainBranch(gitAt(outside)),
    openSides: detection => openSides(gitAt(outside), event, detection),
    checkHistory: async (run, choice, sides) => {
      const { checkHistory } = await loadCheck()
      return checkHistory({
        database: run.settings,
        choice,
        workingDirectory: settings.workingDirectory,
        disk: forRehearsal(run, settings, disk),
        sides,
        mustCompare: isPullRequest(event.name) || event.name === 'merge_group',
        target: settings.revision,
        rules: settings.rules,
        image: settings.image,
        rehearsal: rehearsals.ports,
        stats: settings.stats,
        live: liveOf(run, settings, event, outside),
        configPaths: settings.configPaths,
        urlVariables: settings.urlVariables,
        alembicConfig: outside.environment.ALEMBIC_CONFIG,
      })
    },
    locate: async (run, choice) => {
      const { locateSchema } = await loadLocate()
      if (rehearsals.ports === undefined) throw gateError('rehearsal-none', { reason: rehearsals.why })
      return locateSchema({
        ports: rehearsals.ports,
        database: run.settings,
        choice,
        disk: forRehearsal(run, settings, disk),
        urlVariables: settings.urlVariables,
        alembicConfig: outside.environment.ALEMBIC_CONFIG,
        plan: run.plan,
        open: run.engine.openSession,
        now: () => performance.now(),
      })
    },
    untried: rehearsals.why,
    endChecks: () => rehearsals.end(),
    following: {
      read: run => readFollowUps(run.settings, disk),
      run: async (run, engine, applied, signal) => {
        const { followDatabase } = await loadFollow()
        return followDatabase({ run, engine, applied, signal, settings, outside })
      },
    },
    openEngine: async (run, choice) => {
      if (choice.engine === 'sql') return openSqlEngine(run, choice.directory, settings, event, outside)
      if (choice.engine === 'alembic')
        return openAlembicEngine(run, choice.directory, settings, event, outside)
      throw gateError('not-built', {
        what: `The engine \`${choice.engine}\` (${choice.directory})`,
        built: 'the engines `sql` and `alembic`',
      })
    },
  }
}

/** What a pull request may name for its check, it may not read from elsewhere: messages quote it. */
function forRehearsal({ settings: { baseline, seed } }: DatabaseRun, settings: Settings, disk: Disk): Disk {
  const { stats, workingDirectory } = settings
  const sizes = stats === undefined ? [] : placesOf(stats, workingDirectory)
  return keepWithin(disk, [...[...baseline, ...seed].flatMap(({ candidates }) => candidates), ...sizes])
}

/** The live database to compare with; why there is none where it was asked for; undefined where it was not. */
function liveOf(
  run: DatabaseRun,
  settings: Settings,
  event: EventFacts,
  outside: Outside,
): CheckOptions['live'] {
  const { driftUrl: url } = settings
  if (url === undefined) return undefined
  const stranger = event.fork || event.dependabot
  if (url.value.trim() === '') return { why: `${url.source} is empty`, expected: stranger }
  return { open: () => sessionsOf(readUrl(url.value, url.source), run.settings.name, event, outside) }
}

const movesBack: readonly Command[] = ['stamp', 'downgrade']

/** What every engine of a database gets, its URL read and held against the guards. */
function connection(
  { settings: database }: DatabaseRun,
  settings: Settings,
  event: EventFacts,
  outside: Outside,
) {
  const given = readUrl(database.url.value, database.url.source)
  connectionGuard(given, database)
  const { at, open } = sessionsOf(given, database.name, event, outside)
  const { allow, lockTimeoutMs, statementTimeoutMs, waitMs, waitText } = database
  return {
    // What these two are to reach is no target of an upgrade.
    target: movesBack.includes(settings.command) ? 'head' : settings.revision,
    at,
    contact: given,
    variable: database.url.variable || 'DATABASE_URL',
    open,
    allow,
    lockTimeoutMs,
    statementTimeoutMs,
    waitMs,
    waitText,
  }
}

async function openSqlEngine(
  run: DatabaseRun,
  directory: string,
  settings: Settings,
  event: EventFacts,
  outside: Outside,
): Promise<Engine> {
  const { makeSqlEngine } = await loadSql()
  return makeSqlEngine({
    ...connection(run, settings, event, outside),
    disk: outside.disk,
    directory,
    historyTable: run.settings.historyTable ?? 'migration_history',
    author: { appliedBy: outside.actor, runUrl: event.runUrl, commitSha: outside.commit },
  })
}

async function openAlembicEngine(
  run: DatabaseRun,
  directory: string,
  settings: Settings,
  event: EventFacts,
  outside: Outside,
): Promise<Engine> {
  const { childEnvironment, findHookFolder, makeAlembicEngine } = await loadAlembic()
  const { url } = run.settings
  return makeAlembicEngine({
    ...connection(run, settings, event, outside),
    ...alembicFiles(run, directory, outside),
    historyTable: run.settings.historyTable,
    root: outside.root,
    environment: childEnvironment({
      user: outside.environment,
      url: url.value,
      variable: url.variable || undefined,
      others: settings.urlVariables.filter(name => name !== url.variable),
    }),
    hookFolder: findHookFolder(outside.disk),
    trusted: !mayRunStrangers(event),
    findCommit: (text, paths) => findCommit(gitAt(outside), text, paths),
    redact: outside.redact,
  })
}

/** Where git is asked: `root` is the repository’s own, if there is one. */
function gitAt({ root, environment }: Outside) {
  return { cwd: root, env: environment }
}

function alembicFiles(run: DatabaseRun, directory: string, { disk, environment }: Outside) {
  return { disk, directory, run: run.settings.run, alembicConfig: environment.ALEMBIC_CONFIG }
}
