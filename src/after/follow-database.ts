import { makeFault } from '../catalogue/catalogue.ts'
import { childEnvironment } from '../engines/alembic/child/environment.ts'
import type { Applied, Engine } from '../engines/engine.ts'
import type { FollowedRun } from '../plan.ts'
import type { Redact } from '../redact.ts'
import type { Reporter } from '../report/reporter.ts'
import type { Settings } from '../settings/settings.ts'
import { joinAnd, oneLine } from '../text.ts'
import { type Confirmed, confirmStand } from './confirm.ts'
import { placeInRun } from './faults.ts'
import { type Followed, runFollowUps } from './follow.ts'
import type { FollowUps } from './follow-up.ts'
import { listFollowUps, sayFollowUp } from './list.ts'
import { runSmokeCommand } from './smoke-command.ts'

/** What a command may always take; with a longer `wait` other runs wait longer for the lock that it holds. */
const leastMs = 600_000

export interface FollowOrder {
  run: FollowedRun
  engine: Engine
  applied: Applied
  signal: AbortSignal
  settings: Pick<Settings, 'urlVariables' | 'workingDirectory'>
  outside: {
    /** Absolute repository root. */
    root: string
    environment: Record<string, string | undefined>
    redact: Redact
    reporter: Reporter
  }
}

/** Runs what follows the revisions of one database; its `smoke-command` gets the URL of this one only. Never throws. */
export async function followDatabase(order: FollowOrder): Promise<Confirmed> {
  const { run, engine, applied, signal, settings, outside } = order
  const { name: database, url, waitMs, waitText, lockTimeoutMs, statementTimeoutMs } = run.settings
  const { followUps } = run
  const { after } = applied
  if (after === undefined) return leaveOut(followUps, applied)
  const { root, environment: user, redact, reporter } = outside
  const runCommand = () =>
    runSmokeCommand({
      words: followUps.command,
      folder: settings.workingDirectory === '.' ? root : `${root}/${settings.workingDirectory}`,
      environment: childEnvironment({
        user,
        url: url.value,
        variable: url.variable || undefined,
        others: settings.urlVariables.filter(one => one !== url.variable),
      }),
      ...(waitMs > leastMs
        ? { timeoutMs: waitMs, timeoutText: waitText }
        : { timeoutMs: leastMs, timeoutText: '10m' }),
      redact,
      signal,
      onLine: message => reporter({ kind: 'notice', database, severity: 'smoke', message }),
      onRunning: elapsedMs =>
        reporter({ kind: 'follow-running', database, statement: followUps.command.join(' '), elapsedMs }),
    })
  const stood = { ...applied, after }
  const given = { database, engine, followUps, applied: stood, lockTimeoutMs, statementTimeoutMs }
  const followed = await runFollowUps({ ...given, runCommand, reporter, signal })
  return confirmStand(followed, engine, applied)
}

/** Whether they fit what the database holds is not known: a check that did not run has not passed. */
function leaveOut(given: FollowUps, applied: Applied): Followed {
  const listed = listFollowUps(given)
  const names = oneLine(joinAnd(listed.map(sayFollowUp)), 300)
  return {
    followUps: listed.map(({ kind, name }) => ({ kind, name, result: 'skipped', durationMs: 0, did: [] })),
    fault: placeInRun(makeFault('follow-up-unread', { names }), applied, ''),
  }
}
