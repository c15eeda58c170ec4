import { makeFault } from '../catalogue/catalogue.ts'
import type { Blockers } from '../database/blockers.ts'
import { type SeenSession, saySessions } from '../database/sessions.ts'
import type { Fault, Revision } from '../domain.ts'
import { atMost } from '../sleep.ts'
import { sayAge } from '../text.ts'
import { isLockFailure, type Tries } from './tries.ts'
import type { StatementWatch } from './watch-statement.ts'

/** A revision that others kept from its locks. */
export interface Stuck {
  /** SQLSTATE. */
  code: string
  /** Where in the revision: `statement 1 of 2`. */
  at: string
  seen: SeenSession[]
}

const answerMs = 2_000

/** `error` is what the server said, as an exception or not. Undefined when that has nothing to do with locks. Never throws. */
export async function findStuck(
  error: unknown,
  at: string,
  { blockers, watch, pids }: { blockers: Blockers; watch: StatementWatch; pids: readonly number[] },
): Promise<Stuck | undefined> {
  const { code, detail } = (error ?? {}) as { code?: string; detail?: string | null }
  if (code === undefined || !isLockFailure(code)) return undefined
  const seen = await watch.inTheWay()
  // A deadlock is found within a second, before anybody looked; the server names who is in it, and they live on.
  const named = code === '40P01' ? pidsOfDeadlock(detail ?? '').filter(one => !pids.includes(one)) : []
  return { code, at, seen: named.length === 0 ? seen : await atMost(answerMs, blockers.see(named), seen) }
}

/** `Process 12 waits for ShareLock on transaction 7; blocked by process 34.` (the server's words in English) */
function pidsOfDeadlock(detail: string): number[] {
  return [...new Set([...detail.matchAll(/\bblocked by process (\d+)/g)].map(match => Number(match[1])))]
}

/** The failure in terms of who was in the way, with everything else that the first fault knows of it. */
export function stuckFault(
  fault: Fault,
  { id, name }: Pick<Revision, 'id' | 'name'>,
  { code, at, seen }: Stuck,
  tries: Pick<Tries, 'failed' | 'elapsedMs'>,
  lockTimeoutMs: number,
): Fault {
  const over = tries.failed > 1 ? ` in ${tries.failed} attempts over ${sayAge(tries.elapsedMs() / 1000)}` : ''
  const [first] = seen
  const pid = seen.length === 1 && first !== undefined ? first.pid : 0
  const facts = { id, name, at, over, blocked: saySessions(seen), pid }
  const patient = lockTimeoutMs > 0 && lockTimeoutMs < 30_000 ? { with: { 'lock-timeout': '30s' } } : {}
  const next = (fault.next ?? []).map(one => ({ ...one, ...(code === '55P03' ? patient : {}) }))
  const told = makeFault(code === '40P01' ? 'revision-deadlock' : 'revision-blocked', facts, { next })
  return { ...fault, ...told }
}
