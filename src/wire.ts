import { gateError } from './catalogue/catalogue.ts'
import type { ChangeSource } from './changes/source.ts'
import { connectionGuard } from './database/guard.ts'
import { openPostgres } from './database/postgres.ts'
import { describeTarget, readUrl, secretsOf } from './database/url.ts'
import type { Disk } from './disk.ts'
import { chooseEngine } from './engines/choose.ts'
import type { Engine } from './engines/engine.ts'
import { makeSqlEngine } from './engines/sql/engine.ts'
import type { EventFacts } from './event.ts'
import type { Ports } from './gate.ts'
import type { DatabaseRun } from './plan.ts'
import type { Redact } from './redact.ts'
import type { Reporter } from './report/reporter.ts'
import type { DatabaseSettings, Settings } from './settings/settings.ts'

/** What a door brings: everything that differs between a runner and a terminal. */
export interface Outside {
  disk: Disk
  changes: ChangeSource
  reporter: Reporter
  redact: Redact
  /** Who runs this, for the history table. */
  actor: string
  commit: string
  /** Whom to ask before `stamp` takes rows out of a history; absent: nobody needs to be asked. */
  agree?: Ports['agree']
}

/** The one place that picks implementations. */
export function wireGate(settings: Settings, event: EventFacts, outside: Outside): Ports {
  const { disk, changes, reporter } = outside
  return {
    changes,
    reporter,
    agree: outside.agree,
    now: () => new Date(),
    chooseEngine: run => chooseEngine(run.settings, settings.workingDirectory, disk),
    readPaths: (run, choice) => [choice.directory],
    openEngine: (run, choice) => {
      if (choice.engine === 'sql') return openSqlEngine(run, choice.directory, settings, event, outside)
      throw gateError('not-built', {
        what: `The engine \`${choice.engine}\` (${choice.directory})`,
        built: 'the engine `sql`',
      })
    },
  }
}

function openSqlEngine(
  run: DatabaseRun,
  directory: string,
  settings: Settings,
  event: EventFacts,
  outside: Outside,
): Engine {
  const database = run.settings
  const target = readUrl(database.url.value, database.url.source)
  connectionGuard(target, database)
  const { disk, redact } = outside
  const readCertificate = (path: string): string => {
    const read = disk.readBytes(path)
    if (read.ok) return read.value.toString('utf8')
    throw gateError('connect-tls', {
      where: describeTarget(target),
      reason: `a certificate of the URL cannot be read, ${read.reason}`,
    })
  }
  const applicationName = `migration-gate ${event.runUrl.replace(/^https?:\/\//, '')}`.trim()
  return makeSqlEngine({
    disk,
    directory,
    historyTable: database.historyTable ?? 'migration_history',
    target: settings.command === 'stamp' ? 'head' : settings.revision,
    allow: database.allow,
    at: { host: target.host, port: target.port, where: describeTarget(target) },
    open: onNotice => openPostgres(target, { redact, readCertificate, applicationName, onNotice }),
    author: { appliedBy: outside.actor, runUrl: event.runUrl, commitSha: outside.commit },
    lockTimeoutMs: database.lockTimeoutMs,
    statementTimeoutMs: database.statementTimeoutMs,
    waitMs: database.waitMs,
    waitText: database.waitText,
  })
}

/** Every credential that the settings hold, in all its forms; also of URLs that cannot be read. */
export function collectSecrets(databases: readonly DatabaseSettings[]): string[] {
  return databases.flatMap(({ url }) => {
    if (url.value.trim() === '') return []
    try {
      return secretsOf(readUrl(url.value, url.source))
    } catch {
      return [url.value, url.value.trim()]
    }
  })
}
