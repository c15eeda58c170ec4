import { gateError } from '../../catalogue/catalogue.ts'
import { requireWritable } from '../../database/doctor/require-writable.ts'
import { holdsLock, lockKey, takeLock } from '../../database/lock.ts'
import type { Session } from '../../database/session.ts'
import type { Plan } from '../../domain.ts'
import type { Applied, Engine, EngineConnection, Observer, Stamped } from '../engine.ts'
import { askSoon, giveUpAfter } from '../stopping.ts'
import { expectAgreed, ofWayDown } from '../way-down.ts'
import type { Author } from './history/history.ts'
import { makeHistory } from './history/make-history.ts'
import { readRecent } from './history/recent.ts'
import type { SeenHistory } from './history/state.ts'
import { type Folder, readRevisionsInTurns } from './revisions.ts'
import { readOnlyOutside } from './run/messages.ts'
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
  let folder: Promise<Folder> | undefined
  let opening: Promise<Session> | undefined
  let openingEnds = new AbortController()
  let listener: Observer | undefined
  /** Of the plan that was just made: what only adds to it need not ask again. */
  let surveyed: Survey | undefined

  let lockedBy: string | undefined

  const connect = (): Promise<Session> => {
    if (opening !== undefined) return opening
    openingEnds = new AbortController()
    const hear = (severity: string, message: string) => listener?.notice(severity, message)
    opening = options.open(hear, undefined, openingEnds.signal)
    // Whoever awaits it hears of it; where nobody does any more, there is nothing to be told.
    opening.catch(() => undefined)
    return opening
  }
  const readFolder = (): Promise<Folder> => {
    folder ??= readRevisionsInTurns(options.disk, options.directory)
    return folder
  }
  const survey = async (target = options.target, seen?: SeenHistory): Promise<Survey> => {
    const connecting = connect()
    // Read while the server's answers are on their way.
    const files = await readFolder()
    return takeSurvey(await connecting, files, { ...options, target }, seen)
  }
  /**
   * A lock first, then the state again: what was read before it may be another run's past. `fence`: from then on the
   * session refuses what is written outside of transactions that say otherwise.
   */
  const lockAndSurvey = async (
    observer: Observer,
    signal: AbortSignal,
    { target = options.target, fence = false }: { target?: string; fence?: boolean },
  ): Promise<Survey & { fenced: boolean }> => {
    const first = surveyed ?? (await survey(target))
    surveyed = undefined
    const work = await connect()
    giveUpAfter(work, signal)
    await requireWritable(work, first.state, options.at, options.open)
    listener = observer
    observer.working(work.pid, first.state.backendStarted)
    const key = keyOf(first)
    const { waitMs, waitText } = options
    const wait = {
      key,
      where: options.at.where,
      waitMs,
      waitText,
      onWaiting: (holder: string, elapsed: number) => observer.waiting(holder, elapsed),
      signal,
    }
    const files = await readFolder()
    const found = await takeLock(work, wait, async () => {
      const taking = takeSurvey(work, files, { ...options, target }, first.state)
      const fencing = fence ? putUpFence(work) : false
      // Evaluated while the server answers.
      void loadRun()
      return { ...(await taking), fenced: await fencing }
    })
    if (found === undefined) throw gateError('interrupted', { id: '', name: '' })
    lockedBy = key
    return found
  }
  /** Opens a second session when the first is lost, to read the truth. */
  const resurvey = async (): Promise<Survey> => {
    try {
      return await survey()
    } catch {
      await close()
      opening = undefined
      return survey()
    }
  }
  const close = async (how?: 'without-waiting'): Promise<void> => {
    openingEnds.abort()
    const session = await opening?.catch(() => undefined)
    await session?.close(how)
  }
  /** For what is asked while or after revisions run; once the signal came, for a short time only. */
  const askingUntil = (signal: AbortSignal, { state }: Survey) => ({
    resurvey: () => askSoon(signal, resurvey()),
    surveyAhead: () =>
      survey(options.target, { ...state, exists: true, keepsCommit: state.keepsCommit || !state.exists }),
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
  const contextOf = async (found: Survey & { fenced: boolean }, observer: Observer, signal: AbortSignal) => {
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
      fenced: found.fenced,
    }
  }

  return {
    beginToConnect() {
      void connect()
    },
    async plan(): Promise<Plan> {
      surveyed = await survey()
      return surveyed.plan
    },
    openSession: options.open,
    async keepsLock() {
      return lockedBy !== undefined && holdsLock(await connect(), lockedBy)
    },
    async apply(observer, signal, judge): Promise<Applied> {
      const found = await lockAndSurvey(observer, signal, { fence: true })
      const { plan, ready } = found
      const { applyReady, skipAll, standOf } = await loadRun()
      const against = plan.problems.find(problem => !problem.allowed)?.fault ?? judge?.(plan)
      if (against !== undefined)
        return { plan, outcomes: skipAll(ready), fault: against, after: standOf(plan) }
      if (ready.length === 0) return { plan, outcomes: [], after: standOf(plan) }
      await makeHistory(await connect(), found.state, options.at.where)
      const context = await contextOf(found, observer, signal)
      const ran = await applyReady(ready, context, askingUntil(signal, found))
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
      const found = await lockAndSurvey(observer, signal, { fence: true })
      const { plan } = found
      const { applyReady, standOf } = await loadRun()
      const { descentOf, readyDescent } = await loadDowngrade()
      const ready = await readyDescent(await connect(), found, revision, options.allow)
      const ids = ready.map(one => one.revision.id)
      expectAgreed(ids, agreed, plan.server)
      if (ready.length === 0) return { plan, outcomes: [], after: standOf(plan) }
      const context = await contextOf(found, observer, signal)
      const ran = await applyReady(ready, context, askingUntil(signal, found))
      if (ran.fault !== undefined) ofWayDown(ran.fault, descentOf(ready).leaves[0] ?? 'base')
      return { plan, ...ran }
    },
    async readHistory() {
      const found = surveyed ?? (await survey())
      const { readHistoryLines } = await loadHistory()
      return readHistoryLines(await connect(), found)
    },
    async stamp(revision, observer, signal, agreed): Promise<Stamped> {
      const found = await lockAndSurvey(observer, signal, { target: revision })
      const work = await connect()
      const { stampHistory } = await loadStamp()
      const { standOf } = await loadRun()
      const write = () => makeHistory(work, found.state, options.at.where)
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
    close: () => close(lockedBy === undefined ? 'without-waiting' : undefined),
  }
}

/** False where the server did not do it, or it is not known that it did. */
function putUpFence(session: Session): Promise<boolean> {
  return session.run(readOnlyOutside).then(
    () => true,
    () => false,
  )
}

function keyOf({ state: { server, history } }: Survey): string {
  return lockKey(server.database, `${history.schema}.${history.table}`)
}
