import type { Session } from '../../database/session.ts'

const pauseMs = 50
/** Of a run that was interrupted the caller wants an answer within five seconds, most of which are spent by now. */
const patienceMs = { usual: 3_000, interrupted: 600 }

/**
 * Waits until the server sessions of a child that ended badly have no transaction any more: a COMMIT that was sent goes
 * on without its client, and what is read before its end is not the truth. Gives a remark where one is still at work.
 * Never throws.
 */
export async function waitForSessions(
  connect: () => Promise<Session>,
  pids: readonly number[],
  interrupted: boolean,
): Promise<string[]> {
  const until = performance.now() + (interrupted ? patienceMs.interrupted : patienceMs.usual)
  try {
    for (;;) {
      const working = await findWorking(await connect(), pids)
      if (working.length === 0) return []
      if (performance.now() > until) return [sayWorking(working)]
      await new Promise(resolve => setTimeout(resolve, pauseMs))
    }
  } catch {
    // A database that does not answer is found out by whoever reads it next.
    return []
  }
}

async function findWorking(session: Session, pids: readonly number[]): Promise<number[]> {
  const rows = await session.query<{ pid: number }>(
    `select pid from pg_catalog.pg_stat_activity
     where pid = any($1::int[]) and datname = pg_catalog.current_database() and xact_start is not null`,
    [pids],
  )
  return rows.map(row => row.pid)
}

function sayWorking(pids: readonly number[]): string {
  return `Alembic has ended, and the server still works for it (pid ${pids.join(', ')}): what that comes to is not in this report. End it with pg_terminate_backend, or wait, and look with \`current\`.`
}
