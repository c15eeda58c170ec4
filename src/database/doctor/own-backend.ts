import { atMost } from '../../sleep.ts'
import type { Session } from '../session.ts'

/** How often we ask who serves us while the second session keeps a process to itself, and what is between two. */
const asks = 12
const mostPauseMs = 8

/** How long a second session may wait for a backend before we look who has it. */
const helperMs = 3_000

/**
 * Whether a session behind a pooler keeps its server process between transactions, as it does in session mode. Both
 * modes announce a made-up pid, so it is tried: a second session opens a transaction, which takes any process that the
 * pool thinks is free. In transaction mode that is ours, or ours is another one when we ask again; a pool that hands
 * out its processes in turn shows itself when we ask twice. In session mode neither can happen, and when all processes
 * are taken the second session waits while we are answered. False also when there is no second session to be had.
 */
export async function keepsBackend(session: Session, open: () => Promise<Session>): Promise<boolean> {
  const ours = session.pid
  if ((await backendOf(session)) !== ours) return false
  const helper = open()
  // When it comes late, nobody waits for it any more.
  const close = (): Promise<void> => helper.then(one => one.close()).catch(() => undefined)
  try {
    const taken = helper.then(async one => {
      await one.run('begin')
      return backendOf(one)
    })
    const theirs = await atMost<number | 'waiting'>(helperMs, taken, 'waiting')
    if (theirs === ours) return false
    // A busy pool gives us ours again by chance, once or twice.
    for (let count = 0; count < asks; count++) {
      if ((await atMost<number | 'waiting'>(helperMs, backendOf(session), 'waiting')) !== ours) return false
      await new Promise(resolve => setTimeout(resolve, Math.random() * mostPauseMs))
    }
    return true
  } catch {
    return false
  } finally {
    void close()
  }
}

async function backendOf(session: Session): Promise<number> {
  const [row] = await session.query<{ pid: number }>('select pg_catalog.pg_backend_pid() as pid')
  return row?.pid ?? 0
}
