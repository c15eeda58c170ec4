import { createHash } from 'node:crypto'
import { gateError } from '../catalogue/catalogue.ts'
import { atMost, sleep } from '../sleep.ts'
import { DatabaseError, type Session } from './session.ts'
import { type SeenSession, saySession, seenColumns } from './sessions.ts'

/**
 * One advisory lock key per database and history table, the same for all engines: the first 64 bits of a
 * sha256, as Postgres's signed bigint in decimal. `table` is the qualified name.
 */
export function lockKey(database: string, table: string): string {
  const digest = createHash('sha256').update(`migration-gate\0${database}\0${table}`).digest()
  return digest.readBigInt64BE(0).toString()
}

export interface LockWait {
  key: string
  /** For messages: host, port and database. */
  where: string
  waitMs: number
  /** As a person wrote it: `10m`. */
  waitText: string
  onWaiting: (holder: string, elapsedMs: number) => void
  signal: AbortSignal
}

const firstPauseMs = 100
const longestPauseMs = 2_000
const sayEveryMs = 5_000
const silenceMs = 30_000

/**
 * Takes the gate lock for this session, and resolves to what `read` asks of it under the lock. It is polled, for a
 * session that *waits* in pg_advisory_lock holds a snapshot, and a CREATE INDEX CONCURRENTLY of the holder then waits
 * for it until one of the two is killed. Undefined when the signal came first. Throws what `read` throws, and
 * GateError: `lock-wait`, which names the holder, when the time is over, and `connection-lost`.
 */
export async function takeLock<Value>(
  session: Session,
  wait: LockWait,
  read: () => Promise<Value>,
): Promise<Value | undefined> {
  const began = performance.now()
  let said = Number.NEGATIVE_INFINITY
  for (let pause = firstPauseMs; ; pause = Math.min(pause * 1.5, longestPauseMs)) {
    if (wait.signal.aborted) return undefined
    const trying = holdsLock(session, wait.key)
    // Sent behind the first try, which mostly has the lock, so that both take one trip. The server reads it afterwards.
    const early = pause === firstPauseMs ? read() : undefined
    early?.catch(() => undefined)
    if (await answered(trying, wait.where)) return early ?? read()
    const elapsed = performance.now() - began
    if (elapsed >= wait.waitMs) {
      const { pid, text: holder } = await answered(nameHolder(session, wait.key), wait.where)
      throw gateError('lock-wait', { where: wait.where, waited: wait.waitText, holder, pid })
    }
    if (elapsed - said >= sayEveryMs) {
      said = elapsed
      wait.onWaiting((await answered(nameHolder(session, wait.key), wait.where)).text, elapsed)
    }
    await sleep(Math.min(pause * (0.75 + Math.random() / 2), wait.waitMs - elapsed + 1), wait.signal)
  }
}

/**
 * Whether this session has the lock, asked by taking it once more: a session's lock counts, and costs no wait.
 * False when another session has it by now, because somebody gave ours up (`pg_advisory_unlock_all`).
 */
export async function holdsLock(session: Session, key: string): Promise<boolean> {
  const [row] = await session.query<{ had: boolean }>(
    'select pg_catalog.pg_try_advisory_lock($1::bigint) as had',
    [key],
  )
  return row?.had === true
}

/** Over a way that is silent a question is answered never, and `wait` would not count. */
async function answered<Value>(question: Promise<Value>, where: string): Promise<Value> {
  const late = Symbol('late')
  try {
    const answer = await atMost<Value | typeof late>(silenceMs, question, late)
    if (answer !== late) return answer as Value
  } catch (error) {
    if (!(error instanceof DatabaseError) || !error.lost) throw error
    throw gateError('connection-lost', { where, reason: error.message })
  }
  throw gateError('connection-lost', { where, reason: `there was no answer for ${silenceMs / 1000} s` })
}

/** Another session that has the lock now, in words; undefined where none has. Throws DatabaseError. */
export async function findHolder(session: Session, key: string): Promise<string | undefined> {
  const { pid, text } = await nameHolder(session, key)
  return pid === 0 || pid === session.pid ? undefined : text
}

/** Who has the lock, since when, and what it does now. */
async function nameHolder(session: Session, key: string): Promise<{ pid: number; text: string }> {
  const rows = await session.query<SeenSession>(
    `select l.pid, ${seenColumns}
     from pg_catalog.pg_locks l left join pg_catalog.pg_stat_activity a on a.pid = l.pid
     where l.locktype = 'advisory' and l.granted and l.objsubid = 1
       and l.database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())
       and ((l.classid::bigint << 32) | l.objid::bigint) = $1::bigint
     limit 1`,
    [key],
  )
  const [holder] = rows
  if (holder === undefined) return { pid: 0, text: 'a session that has just ended' }
  return { pid: holder.pid, text: saySession(holder, 'since') }
}
