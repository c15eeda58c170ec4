import { atMost } from '../sleep.ts'
import type { Session } from './session.ts'
import { type SeenSession, seenColumns } from './sessions.ts'

/** Looks, over another connection, for who stands in the way of other sessions. */
export interface Blockers {
  /** Who keeps these sessions waiting for a lock now, who has worked longest first. Empty when nobody does. Never throws. */
  findFor(pids: readonly number[]): Promise<SeenSession[]>
  /** These sessions themselves. Never throws. */
  see(pids: readonly number[]): Promise<SeenSession[]>
  /** Ends the connection, if there is one by now. Never throws. */
  close(): Promise<void>
}

/** pg_blocking_pids takes locks of the lock manager: it is asked only for who waits. */
const blocking = `select distinct pg_catalog.unnest(pg_catalog.pg_blocking_pids(w.pid)) as pid
  from pg_catalog.pg_stat_activity w where w.pid = any($1::int[]) and w.wait_event_type = 'Lock'`
const goodbyeMs = 1_000
const given = 'select pg_catalog.unnest($1::int[]) as pid'

/**
 * `open` is called at the first question, and again after a failure: most runs never ask. A database that has no
 * connection left to give is answered for with an empty list.
 */
export function openBlockers(open: () => Promise<Session>): Blockers {
  let opening: Promise<Session> | undefined
  let session: Session | undefined
  let closed = false
  const connect = async (): Promise<Session> => {
    opening ??= open()
    session = await opening
    if (closed) await session.close()
    return session
  }
  const ask = async (which: string, pids: readonly number[]): Promise<SeenSession[]> => {
    if (pids.length === 0) return []
    try {
      return await (await connect()).query<SeenSession>(
        `select b.pid, ${seenColumns} from (${which}) b left join pg_catalog.pg_stat_activity a on a.pid = b.pid
         order by a.xact_start, b.pid limit 20`,
        [pids],
      )
    } catch {
      // A question that was refused leaves its session alive, and it may be somebody else's.
      if (session === undefined || session.ended.aborted) opening = undefined
      return []
    }
  }
  return {
    findFor: pids => ask(blocking, pids),
    see: pids => ask(given, pids),
    async close() {
      closed = true
      await atMost(goodbyeMs, session?.close(), undefined)
    },
  }
}
