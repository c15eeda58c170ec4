import type { Blockers } from '../database/blockers.ts'
import { type SeenSession, saySessions } from '../database/sessions.ts'
import { atMost } from '../sleep.ts'

export interface WatchOptions {
  /** The server sessions that do the work. */
  pids: () => readonly number[]
  blockers: Pick<Blockers, 'findFor'>
  /** 0: none. */
  lockTimeoutMs: number
  /** A statement has run for a while; `blocked` says who keeps it waiting for a lock, or nothing. */
  tell: (statement: string, elapsedMs: number, blocked: string) => void
}

/** Follows the statement under way: says sparsely that it still is, and sees who stands in its way. */
export interface StatementWatch {
  /** From now on this is under way; undefined: nothing. The text is made only when it is told. */
  turnTo(statement: (() => string) | undefined): void
  /**
   * Who was last seen in the way of what is under way, or just failed. It had to be seen while it waited: when a lock
   * timeout is known, nobody is in the way any more. Waits a second at most for an answer that is on its way.
   */
  inTheWay(): Promise<SeenSession[]>
  stop(): void
}

const firstSayMs = 10_000
const longestSilenceMs = 300_000
const slowestLookMs = 10_000
const recentMs = 3_000

/** Looks first after a second, or half of the lock timeout if that is less; then less and less often. */
export function watchStatement({ pids, blockers, lockTimeoutMs, tell }: WatchOptions): StatementWatch {
  const patience = lockTimeoutMs === 0 ? 1_000 : Math.min(1_000, lockTimeoutMs / 2)
  let statement: (() => string) | undefined
  let turn = 0
  let since = 0
  let lookAt = 0
  let sayAt = 0
  let now: SeenSession[] = []
  let last = { seen: now, at: 0 }
  let looking: Promise<void> | undefined

  const look = async (): Promise<void> => {
    const mine = turn
    const found = await blockers.findFor(pids())
    looking = undefined
    if (mine !== turn) return
    now = found
    if (found.length > 0) last = { seen: found, at: performance.now() }
  }
  const tick = (): void => {
    if (statement === undefined) return
    const elapsed = performance.now() - since
    if (elapsed >= sayAt) {
      sayAt = elapsed + Math.min(elapsed, longestSilenceMs)
      tell(statement(), elapsed, saySessions(now))
    }
    if (elapsed >= lookAt && looking === undefined) {
      lookAt = elapsed + Math.min(slowestLookMs, Math.max(patience, elapsed / 8))
      looking = look()
    }
  }
  const timer = setInterval(tick, Math.max(10, patience / 4))
  return {
    turnTo(next) {
      statement = next
      turn++
      since = performance.now()
      lookAt = patience
      sayAt = firstSayMs
      now = []
      last = { seen: now, at: since }
    },
    async inTheWay() {
      await atMost(1_000, looking, undefined)
      // An empty answer may be of the moment after the failure; one that is old was of another wait.
      return performance.now() - last.at < patience + recentMs ? last.seen : []
    },
    stop: () => clearInterval(timer),
  }
}
