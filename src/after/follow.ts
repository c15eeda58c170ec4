import { gateError } from '../catalogue/catalogue.ts'
import type { Session } from '../database/session.ts'
import type { Fault } from '../domain.ts'
import type { Applied, Engine, Stand } from '../engines/engine.ts'
import { cancelOnAbort } from '../engines/stopping.ts'
import { GateError } from '../errors.ts'
import { asFault } from '../faults.ts'
import type { Reporter } from '../report/reporter.ts'
import { oneLine, shortList } from '../text.ts'
import { placeInRun } from './faults.ts'
import type { FollowUp, FollowUpKind, FollowUps } from './follow-up.ts'
import { findLacking, idsApplied } from './lacking.ts'
import { type Listed, listFollowUps, sayFollowUp } from './list.ts'
import { runScript } from './run-script.ts'
import { after, smoke } from './ways.ts'

/** What the follow-ups of one database need. */
export interface FollowContext {
  database: string
  engine: Pick<Engine, 'openSession' | 'keepsLock'>
  followUps: FollowUps
  /** What the revisions came to, without a fault. */
  applied: Applied & { after: Stand }
  lockTimeoutMs: number
  statementTimeoutMs: number
  /** Runs the `smoke-command`; undefined when it ended well. Never throws. */
  runCommand: () => Promise<Fault | undefined>
  reporter: Reporter
  signal: AbortSignal
}

/** What became of all of them; the fault is that of the first that failed, behind which none ran. */
export interface Followed {
  followUps: FollowUp[]
  fault?: Fault
}

/** Runs `after`, `smoke` and `smoke-command`, in this order, under the lock that the engine still holds. Never throws. */
export async function runFollowUps(context: FollowContext): Promise<Followed> {
  const { followUps: given, database, reporter } = context
  const kinds = chooseKinds(context)
  const followUps: FollowUp[] = []
  let session: Session | undefined
  let fault: Fault | undefined
  for (const listed of listFollowUps(given)) {
    const { kind, name } = listed
    if (fault !== undefined || !kinds.includes(kind)) {
      followUps.push({ kind, name, result: 'skipped', durationMs: 0, did: [] })
      continue
    }
    const connect = async () => {
      session ??= await openFor(context)
      return session
    }
    const ended = await runOne(listed, connect, context)
    reporter({ kind: 'follow-ended', database, followUp: ended.followUp })
    followUps.push(ended.followUp)
    fault = ended.fault
  }
  await session?.close()
  return fault === undefined ? { followUps } : { followUps, fault }
}

/** Its backend is told: where we are killed, the post step ends it. */
async function openFor({ engine, database, reporter }: FollowContext): Promise<Session> {
  const session = await engine.openSession((severity, message) =>
    reporter({ kind: 'notice', database, severity, message }),
  )
  const [row] = await session.query<{ started: string }>(
    'select backend_start::text as started from pg_catalog.pg_stat_activity where pid = pg_catalog.pg_backend_pid()',
  )
  reporter({ kind: 'working', database, pid: session.pid, startedAt: row?.started ?? '' })
  return session
}

/** They are written for the newest revision of this commit: elsewhere they do not fit, which is said. */
function chooseKinds({ applied, followUps, database, reporter }: FollowContext): FollowUpKind[] {
  const { plan } = applied
  const { current } = applied.after
  const ahead = plan.problems.some(({ kind }) => kind === 'ahead')
  const note = (text: string): void => reporter({ kind: 'note', note: { kind: 'skipped', text, database } })
  // Heads are no measure: where one depends on another, Alembic's version table has only the first.
  const lacking = findLacking(
    plan.revisions.map(({ id }) => id),
    idsApplied(applied),
  )
  if (!ahead && lacking.length === 0) return ['after', 'smoke', 'smoke-command']
  const at = oneLine(current.join(', ')) || 'no revision'
  if (!ahead) {
    const kinds = [...new Set(listFollowUps(followUps).map(({ kind }) => `\`${kind}\``))].join(', ')
    const without = oneLine(shortList(lacking))
    note(
      `not run: ${kinds}, which belong to ${oneLine(plan.head.join(', '))}; the database is at ${at}, without ${without}`,
    )
    return []
  }
  if (followUps.after.length > 0)
    note(`not run: \`after\`, whose files are older than what the database is at (${at})`)
  return ['smoke', 'smoke-command']
}

async function runOne(
  listed: Listed,
  connect: () => Promise<Session>,
  context: FollowContext,
): Promise<{ followUp: FollowUp; fault?: Fault }> {
  const { kind, name } = listed
  const { signal, applied, reporter, database } = context
  const began = performance.now()
  const ends = (result: FollowUp['result'], did: string[]): FollowUp => {
    return { kind, name, result, durationMs: Math.round(performance.now() - began), did }
  }
  try {
    if (signal.aborted) throw interrupted(listed)
    await requireLock(listed, context)
    reporter({ kind: 'follow-started', database, what: kind, name })
    return { followUp: ends('done', await perform(listed, connect, context)) }
  } catch (error) {
    const fault = signal.aborted ? interrupted(listed).fault : asFault(error)
    const undone = fault.id === 'after-failed' ? `All of ${oneLine(name)} was rolled back. ` : ''
    return { followUp: ends('failed', []), fault: placeInRun(fault, applied, undone) }
  }
}

/** A revision may have given it up, or the connection that has it is gone: another run may be at work then. */
async function requireLock(listed: Listed, { engine }: FollowContext): Promise<void> {
  const kept = await engine.keepsLock().catch(() => false)
  if (!kept) throw gateError('follow-up-unlocked', { name: sayFollowUp(listed) })
}

async function perform(
  { kind, script }: Listed,
  connect: () => Promise<Session>,
  context: FollowContext,
): Promise<string[]> {
  if (script === undefined) {
    const fault = await context.runCommand()
    if (fault !== undefined) throw new GateError(fault)
    return []
  }
  const { lockTimeoutMs, statementTimeoutMs, signal, database, reporter } = context
  const session = await connect()
  const stop = cancelOnAbort({ session, signal })
  const running = (statement: string, elapsedMs: number): void =>
    reporter({ kind: 'follow-running', database, statement, elapsedMs })
  const way = kind === 'after' ? after : smoke
  return runScript(script, way, { session, lockTimeoutMs, statementTimeoutMs, running }).finally(stop)
}

function interrupted(listed: Listed): GateError {
  return gateError('follow-up-interrupted', { name: sayFollowUp(listed) })
}
