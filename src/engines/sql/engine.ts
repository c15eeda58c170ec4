import { gateError } from '../../catalogue/catalogue.ts'
import { requireWritable } from '../../database/doctor/require-writable.ts'
import { holdsLock, lockKey, takeLock } from '../../database/lock.ts'
import { DatabaseError, type Session } from '../../database/session.ts'
import type { Plan } from '../../domain.ts'
import type { Applied, Engine, EngineConnection, Observer, Stamped } from '../engine.ts'
import { serverError } from '../server-errors/said.ts'
import { askSoon, giveUpAfter } from '../stopping.ts'
import { expectAgreed, ofWayDown } from '../way-down.ts'
import { type Author, createHistory } from './history/history.ts'
import { rightsError } from './history/history-rights.ts'
import { readRecent } from './history/recent.ts'
import { type Folder, readRevisions } from './revisions.ts'
import { type Survey, type SurveyOptions, takeSurvey } from './survey.ts'
import { showSql } from './text/show-sql.ts'

/** Evaluated at their first use: most runs find nothing to do. */
const loadRun = () => import(/* webpackMode: "eager" */ './run/apply.ts')
const loadDowngrade = () => import(/* webpackMode: "eager" */ './downgrade.ts')
const loadStamp = () => import(/* webpackMode: "eager" */ './stamp.ts')
const loadHistory = () => import(/* webpackMode: "eager" */ './history/history-lines.ts')

export interface SqlEngineOptions extends SurveyOptions, EngineConnection {
  author: Author
}

/** The engine for a folder of SQL revisions: one session does all the work and holds the gate lock. */
export function makeSqlEngine(options: SqlEngineOptions): Engine {
  let folder: Folder | undefined
  let session: Session | undefined
  let listener: Observer | undefined
  /** Of the plan that was just made: what only adds to it need not ask again. */
  let surveyed: Survey | undefined

  let lockedBy: string | undefined

  const connect = async (): Promise<Session> => {
    session ??= await options.open((severity, message) => listener?.notice(severity, message))
    return session
  }
  const survey = async (target = options.target): Promise<Survey> => {
    folder ??= readRevisions(options.disk, options.directory)
    return takeSurvey(await connect(), folder, { ...options, target })
  }
  /** A lock first, then the state again: what was read before it may be another run's past. */
  const lockAndSurvey = async (observer: Observer, signal: AbortSignal, target?: string): Promise<Survey> => {
    const first = surveyed ?? (await survey(target))
    const work = await connect()
    giveUpAfter(work, signal)
    await requireWritable(work, first.state, options.at, options.open)
    listener = observer
    observer.working(work.pid, first.state.backendStarted)
    const key = keyOf(first)
    const { waitMs, waitText } = options
    const had = await takeLock(work, {
      key,
      where: options.at.where,
      waitMs,
      waitText,
      onWaiting: (holder, elapsed) => observer.waiting(holder, elapsed),
      signal,
    })
    if (!had) throw gateError('interrupted', { id: '', name: '' })
    lockedBy = key
    return survey(target)
  }
  /** Opens a second session when the first is lost, to read the truth. */
  const resurvey = async (): Promise<Survey> => {
    try {
      return await survey()
    } catch {
      await session?.close()
      session = undefined
      return survey()
    }
  }
  /** For what is asked while or after revisions run; once the signal came, for a short time only. */
  const askingUntil = (signal: AbortSignal) => ({
    resurvey: () => askSoon(signal, resurvey()),
    openRecords: () =>
      askSoon(
        signal,
        options
          .open(() => undefined, 'once')
          .then(opened => {
            giveUpAfter(opened, signal)
            return opened
          }),
      ),
  })
  /** What running revisions needs, whichever way they go. */
  const contextOf = async (found: Survey, observer: Observer, signal: AbortSignal) => {
    const { plan, state } = found
    const { author, lockTimeoutMs, statementTimeoutMs, at } = options
    return {
      session: await connect(),
      history: state.history,
      author,
      lockTimeoutMs,
      statementTimeoutMs,
      observer,
      signal,
      where: at.where,
      lockKey: keyOf(found),
      backendStarted: state.backendStarted,
      files: found.files,
      appliedBefore: plan.applied,
      current: plan.current[0] ?? '',
    }
  }

  return {
    async plan(): Promise<Plan> {
      surveyed = await survey()
      return surveyed.plan
    },
    openSession: options.open,
    async keepsLock() {
      return lockedBy !== undefined && holdsLock(await connect(), lockedBy)
    },
    async apply(observer, signal, judge): Promise<Applied> {
      const found = await lockAndSurvey(observer, signal)
      const { plan, ready } = found
      const { applyReady, skipAll, standOf } = await loadRun()
      const against = plan.problems.find(problem => !problem.allowed)?.fault ?? judge?.(plan)
      if (against !== undefined)
        return { plan, outcomes: skipAll(ready), fault: against, after: standOf(plan) }
      if (ready.length === 0) return { plan, outcomes: [], after: standOf(plan) }
      await makeHistory(await connect(), found, options.at.where)
      const context = await contextOf(found, observer, signal)
      const ran = await applyReady(ready, context, askingUntil(signal))
      return { plan, ...ran }
    },
    async showSql() {
      const { ready } = surveyed ?? (await survey())
      const shown = ready.map(({ revision, statements }) => ({
        id: revision.id,
        text: revision.up.text,
        statements,
      }))
      return { revisions: showSql(shown) }
    },
    async previewDowngrade(revision) {
      const found = surveyed ?? (await survey())
      const { descentOf, readyDescent } = await loadDowngrade()
      return descentOf(await readyDescent(await connect(), found, revision, options.allow))
    },
    async downgrade(revision, observer, signal, agreed): Promise<Applied> {
      const found = await lockAndSurvey(observer, signal)
      const { plan } = found
      const { applyReady, standOf } = await loadRun()
      const { descentOf, readyDescent } = await loadDowngrade()
      const ready = await readyDescent(await connect(), found, revision, options.allow)
      const ids = ready.map(one => one.revision.id)
      expectAgreed(ids, agreed, plan.server)
      if (ready.length === 0) return { plan, outcomes: [], after: standOf(plan) }
      const context = await contextOf(found, observer, signal)
      const ran = await applyReady(ready, context, askingUntil(signal))
      if (ran.fault !== undefined) ofWayDown(ran.fault, descentOf(ready).leaves[0] ?? 'base')
      return { plan, ...ran }
    },
    async readHistory() {
      const found = surveyed ?? (await survey())
      const { readHistoryLines } = await loadHistory()
      return readHistoryLines(await connect(), found)
    },
    async stamp(revision, observer, signal, agreed): Promise<Stamped> {
      const found = await lockAndSurvey(observer, signal, revision)
      const work = await connect()
      const { stampHistory } = await loadStamp()
      const { standOf } = await loadRun()
      const write = () => makeHistory(work, found, options.at.where)
      const changed = await stampHistory({
        session: work,
        survey: found,
        revision,
        author: options.author,
        agreed,
        write,
      })
      return { ...changed, plan: found.plan, after: standOf((await survey(revision)).plan) }
    },
    async recent(most) {
      const { exists, history } = (surveyed ?? (await survey())).state
      return exists ? readRecent(await connect(), history, most) : []
    },
    async previewStamp(revision) {
      const { previewStamp } = await loadStamp()
      return previewStamp(await survey(revision), revision)
    },
    async close() {
      await session?.close(lockedBy === undefined ? 'without-waiting' : undefined)
    },
  }
}

function keyOf({ state: { server, history } }: Survey): string {
  return lockKey(server.database, `${history.schema}.${history.table}`)
}

async function makeHistory(session: Session, survey: Survey, where: string): Promise<void> {
  const { history, exists, server } = survey.state
  if (exists) return
  try {
    await createHistory(session, history)
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    if (error.lost) throw gateError('connection-lost', { where, reason: error.message })
    const around = { server: serverError(error) }
    if (error.code === '42501') throw rightsError(error, history, server.user, 'make')
    throw gateError('query-refused', { where, doing: 'making the history table' }, around)
  }
}
