import { gateError } from './catalogue/catalogue.ts'
import { findDetour } from './database/doctor/direct.ts'
import type { At } from './database/facts.ts'
import { openPostgres } from './database/postgres.ts'
import type { OpenSession } from './database/session.ts'
import { describeTarget, type Target } from './database/url.ts'
import type { Disk } from './disk.ts'
import type { EventFacts } from './event.ts'
import type { Redact } from './redact.ts'
import type { Reporter } from './report/reporter.ts'

/** What opening a session needs of a door. */
interface Around {
  disk: Disk
  redact: Redact
  reporter: Reporter
  /** Ends the waiting for a server that takes no connections yet. */
  signal?: AbortSignal
}

/** How the database of a URL is reached, past a pooler that is known. `database`: its name, for what is told. */
export function sessionsOf(
  given: Target,
  database: string,
  event: EventFacts,
  { disk, redact, reporter, signal: stopping = new AbortController().signal }: Around,
): { at: At; open: OpenSession } {
  const detour = findDetour(given)
  const target = detour?.target ?? given
  const where = describeTarget(target)
  const readCertificate = (path: string): string => {
    const read = disk.readBytes(path)
    if (read.ok) return read.value.toString('utf8')
    throw gateError('connect-tls', {
      where,
      reason: `a certificate of the URL cannot be read, ${read.reason}`,
    })
  }
  const applicationName = `migration-gate ${event.runUrl.replace(/^https?:\/\//, '')}`.trim()
  const patience = {
    onRetry: (reason: string, elapsedMs: number, longestMs: number) =>
      reporter({ kind: 'connecting', database, where, reason, elapsedMs, longestMs }),
  }
  const open: OpenSession = (onNotice, once, giveUp) =>
    openPostgres(target, {
      redact,
      readCertificate,
      applicationName,
      onNotice,
      patience:
        once === undefined
          ? { ...patience, signal: giveUp === undefined ? stopping : AbortSignal.any([stopping, giveUp]) }
          : undefined,
    })
  return { at: { host: target.host, port: target.port, where, remark: detour?.remark }, open }
}
