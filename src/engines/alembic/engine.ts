import type { Session } from '../../database/session.ts'
import type { Engine } from '../engine.ts'
import { makeChild } from './child-of.ts'
import { type Files, readFiles } from './files.ts'
import type { AlembicEngineOptions } from './options.ts'
import { type Survey, takeSurvey } from './survey.ts'
import type { Work } from './work.ts'

const loadWork = () => import('./work.ts')

/**
 * The engine for an Alembic project: plans from its files and the version table, without Python. Whatever else it does
 * is loaded where it is asked for it: most often nothing is pending.
 */
export function makeAlembicEngine(options: AlembicEngineOptions): Engine {
  let files: Files | undefined
  let session: Session | undefined
  let opening: Promise<Session> | undefined
  let openingEnds = new AbortController()
  let work: Work | undefined
  let planned: Survey | undefined
  const childOf = makeChild(options)
  const connect = async (): Promise<Session> => {
    if (session?.ended.aborted === true) session = opening = undefined
    if (opening === undefined) {
      openingEnds = new AbortController()
      opening = options.open(() => undefined, undefined, openingEnds.signal)
    }
    session = await opening
    return session
  }
  /** Whoever asks for the session hears of what goes wrong on the way to it. */
  const beginToConnect = (): void => void connect().catch(() => undefined)
  const disconnect = async (how?: 'without-waiting'): Promise<void> => {
    openingEnds.abort()
    const open = await opening?.catch(() => undefined)
    session = opening = undefined
    await open?.close(how)
  }
  const survey = async (historyTable = options.historyTable): Promise<Survey> => {
    files ??= await readFiles(
      options,
      async start => (await loadWork()).askForScripts(childOf({ start }), options.disk, options.root),
      beginToConnect,
    )
    return takeSurvey(await connect(), files, { ...options, historyTable })
  }
  const working = async (): Promise<Work> => {
    work ??= (await loadWork()).makeWork({
      options,
      survey,
      planned: () => planned,
      connect,
      disconnect,
      files: () => files as Files,
      childOf,
    })
    return work
  }

  return {
    beginToConnect,
    async plan() {
      planned = await survey()
      return planned.plan
    },
    openSession: options.open,
    keepsLock: async () => (await work?.keepsLock()) ?? false,
    apply: async (...asked) => (await working()).apply(...asked),
    stamp: async (...asked) => (await working()).stamp(...asked),
    previewStamp: async revision => (await working()).previewStamp(revision),
    showSql: async signal => (await working()).showSql(signal),
    previewDowngrade: async (...asked) => (await working()).previewDowngrade(...asked),
    downgrade: async (...asked) => (await working()).downgrade(...asked),
    readHistory: async () => (await working()).readHistory(),
    async close() {
      work?.release()
      await disconnect(work === undefined ? 'without-waiting' : undefined)
    },
  }
}
