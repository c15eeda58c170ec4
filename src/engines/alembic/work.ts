import { gateError, makeFault } from '../../catalogue/catalogue.ts'
import { openBlockers } from '../../database/blockers.ts'
import { requireWritable } from '../../database/doctor/require-writable.ts'
import { showTable } from '../../database/facts.ts'
import type { Session } from '../../database/session.ts'
import type { Fault } from '../../domain.ts'
import { GateError } from '../../errors.ts'
import type { Applied, Engine, Observer, Stamped } from '../engine.ts'
import { judgeRun, tellOutcomes, tellStart } from './apply.ts'
import { makeByHand } from './by-hand.ts'
import type { Child } from './child-of.ts'
import type { Ended, FailureFacts } from './failure/ended.ts'
import { explainFailure } from './failure/explain.ts'
import { lookUpObjects } from './failure/look-up.ts'
import type { Files } from './files.ts'
import { type Held, holdLock } from './hold-lock.ts'
import type { AlembicEngineOptions } from './options.ts'
import { retryAttempts } from './retry.ts'
import { waitForSessions } from './settle.ts'
import { changeOf, expectAgreed, ofStamp, previewStamp, whyUnstamped } from './stamp.ts'
import type { Survey } from './survey.ts'
import { type Watched, watchChild } from './watch-child.ts'

export { askForScripts } from './ask.ts'

/** What the engine lends to its work. */
interface Reading {
  options: AlembicEngineOptions
  survey(historyTable?: string): Promise<Survey>
  connect(): Promise<Session>
  disconnect(): Promise<void>
  files(): Files
  childOf(files: Pick<Files, 'start'>): Child
}

/** What an engine does beside planning. */
export interface Work
  extends Required<Omit<Engine, 'beginToConnect' | 'plan' | 'openSession' | 'recent' | 'close'>> {
  /** Gives the lock back. */
  release(): void
}

/** Runs Alembic as a child, under a lock on a connection of its own, and reads the version table again afterwards. */
export function makeWork(reading: Reading): Work {
  const { options, survey, connect, disconnect, files, childOf } = reading
  const { at, disk, root } = options
  let held: Held | undefined

  /** A lock first, then the state again: what was read before it may be another run's past. */
  const lockAndSurvey = async (observer: Observer, signal: AbortSignal): Promise<Survey> => {
    const first = await survey()
    const { state } = first
    const { where } = at
    const work = await connect()
    await requireWritable(work, state, at, options.open)
    const { waitMs, waitText } = options
    const onWaiting = (holder: string, elapsed: number): void => observer.waiting(holder, elapsed)
    const { database } = state.server
    for (let before = first; ; ) {
      const { history } = before.state
      held = await holdLock(work, { database, history, where, waitMs, waitText, onWaiting, signal })
      if (held === undefined) throw gateError('interrupted', { id: '', name: '' })
      const now = await survey()
      if (showTable(history) === showTable(now.state.history)) return now
      // Whom we waited for has made the version table elsewhere, under which name the next one asks for the lock.
      held.stop()
      before = now
    }
  }
  /** Opens a second session when the first is lost, to read the truth. */
  const resurvey = async (table: string | undefined): Promise<Survey | undefined> => {
    try {
      return await survey(table)
    } catch {
      await disconnect()
      return survey(table).catch(() => undefined)
    }
  }
  const run = async (args: string[], before: Survey, observer: Observer, signal: AbortSignal) => {
    const known = files()
    const stopped = AbortSignal.any(held === undefined ? [signal] : [signal, held.lost])
    const child = { ...childOf(known), args, signal: stopped }
    const watched = await watchChild(child, openBlockers(connect), observer, id =>
      tellStart(id, before, observer),
    )
    const working =
      watched.end.code === 0 ? [] : await waitForSessions(connect, watched.sessions, signal.aborted)
    watched.remarks.push(...working)
    return { watched, fault: whyEnded(watched, known, signal), settled: working.length === 0 }
  }
  const factsOf = (known: Files): FailureFacts => {
    const scripts = new Map(known.scripts.map(script => [script.id, script]))
    return { ...known, scripts, root, target: options.contact, variable: options.variable }
  }
  /** Undefined where Alembic says that all is well. */
  const whyEnded = (watched: Watched, known: Files, signal: AbortSignal): Fault | undefined => {
    const { end, watch } = watched
    if (end.code === 0) return undefined
    const id = watch.current ?? [...watch.seen.keys()].at(-1) ?? ''
    const next = [{ command: 'upgrade' as const }]
    if (signal.aborted) {
      const name = known.scripts.find(script => script.id === id)?.message ?? ''
      return makeFault('interrupted', { id, name }, { next })
    }
    if (held?.lost.aborted === true) return makeFault('lock-lost-during', { id }, { next })
    return explainFailure(endedOf(watched), factsOf(known))
  }
  /** An exception that was seen of a run that ended well. */
  const whyCaught = (watched: Watched): Fault | undefined =>
    watched.failure && explainFailure(endedOf(watched), factsOf(files()))
  /** Where objects are or are not there, the database is asked which. */
  const lookUp = async (fault: Fault | undefined, { failure }: Watched, { pending, applied }: Survey) => {
    // What this database has applied has failed in another one.
    if (fault === undefined || failure === undefined || applied.has(failure.revision ?? '')) return fault
    const ids = pending.map(script => script.id)
    const facts = factsOf(files())
    return lookUpObjects(fault, { failure, facts, session: await connect(), pending: ids })
  }
  const runAndJudge = async (args: string[], before: Survey, observer: Observer, signal: AbortSignal) => {
    const { watched, fault, settled } = await run(args, before, observer, signal)
    const now = performance.now()
    const after = await resurvey(watched.versionTable ?? options.historyTable)
    const why = after === undefined ? fault : await lookUp(fault, watched, after)
    const caught = fault === undefined ? whyCaught(watched) : undefined
    const judged = judgeRun({ before, after, fault: why, caught, ...watched }, now)
    return { judged, watched, after, settled }
  }

  const byHand = makeByHand({
    survey,
    files,
    lockAndSurvey,
    run,
    whyCaught,
    resurvey: watched => resurvey(watched.versionTable ?? options.historyTable),
    child: () => childOf(files()),
    disk,
    target: options.target,
    trusted: options.trusted,
  })

  return {
    ...byHand,
    async keepsLock() {
      return held !== undefined && !held.lost.aborted
    },
    async apply(observer, signal, judge): Promise<Applied> {
      const before = await lockAndSurvey(observer, signal)
      const { plan } = before
      const stand = { current: plan.current, unfinished: [] }
      const against = plan.problems.find(problem => !problem.allowed)?.fault ?? judge?.(plan)
      if (against !== undefined) return { plan, outcomes: [], fault: against, after: stand }
      if (before.pending.length === 0) return { plan, outcomes: [], after: stand }
      const { target, lockTimeoutMs } = options
      const attempt = (from: Survey) => runAndJudge(['upgrade', target], from, observer, signal)
      const applied = await retryAttempts(before, attempt, { target, lockTimeoutMs, observer, signal })
      tellOutcomes(applied, observer)
      return applied
    },
    async previewStamp(revision) {
      return previewStamp(await survey(), files(), revision)
    },
    async stamp(revision, observer, signal, agreed): Promise<Stamped> {
      const before = await lockAndSurvey(observer, signal)
      const foreseen = previewStamp(before, files(), revision)
      expectAgreed(foreseen, agreed, before)
      const purge = before.unknown.length > 0 ? ['--purge'] : []
      const { watched, fault } = await run(['stamp', ...purge, revision], before, observer, signal)
      const after = await resurvey(watched.versionTable ?? options.historyTable)
      const why = fault ?? whyUnstamped(before, after, foreseen, revision)
      if (why !== undefined || after === undefined)
        throw new GateError(ofStamp(why ?? makeFault('alembic-unread', { ids: revision }), after, revision))
      const stand = { current: after.plan.current, unfinished: [] }
      return { plan: before.plan, ...changeOf(before, after.applied), after: stand }
    },
    release() {
      held?.stop()
    },
  }
}

/** How the child ended, as its failure is explained. */
function endedOf({ end, failure, watch }: Watched): Ended {
  const { code, signal, stdout, stderr, hooked } = end
  const why = end.failure
  const started = why === 'missing' || why === 'denied' || why === 'no-folder' ? why : undefined
  const ended = { code, signal, stdout, stderr, hooked, started, ran: watch.seen.size > 0 }
  return failure === undefined ? ended : { ...ended, failure }
}
