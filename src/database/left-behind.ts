import type { Session } from './session.ts'

const waitMs = 10_000

/**
 * Ends a server session that outlived its client. `startedAt` tells it from a later one that got the same pid.
 * False when there is none. Waits until its locks are gone, ten seconds at most. Throws DatabaseError.
 */
export async function endBackend(session: Session, pid: number, startedAt: string): Promise<boolean> {
  const alive = 'from pg_catalog.pg_stat_activity where pid = $1 and backend_start::text = $2'
  const [asked] = await session.query<{ ended: boolean }>(
    `select pg_catalog.pg_terminate_backend(pid) as ended ${alive}`,
    [pid, startedAt],
  )
  if (asked === undefined) return false
  for (const until = Date.now() + waitMs; Date.now() < until; ) {
    const [left] = await session.query<{ pid: number }>(`select pid ${alive}`, [pid, startedAt])
    if (left === undefined) break
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  return asked.ended
}
