/** How often something that did not get its lock is tried again, and after how long. */

/** Attempts at most, the first one counted. An attempt of Alembic costs its whole start. */
export const mostTries = { revision: 6, alembic: 3 }

const longestPauseMs = 15_000
const shortestPauseMs = 100
/** Without a lock timeout only deadlocks are tried again. */
const usualPauseMs = 1_000
/** No attempt begins later than this after the first has failed: whoever starts us waits some minutes, not more. */
const longestMs = 120_000

/** SQLSTATEs that say nothing against a revision: lock_not_available and deadlock_detected. */
export function isLockFailure(code: string | undefined): boolean {
  return code === '55P03' || code === '40P01'
}

/** What is told when something is tried again. */
export interface Retry {
  /** SQLSTATE of the failure. */
  code: string
  /** The one that comes, from 2, and how many there may be. */
  attempt: number
  most: number
  pauseMs: number
  /** Who was in the way, in one line; empty where nobody was seen. */
  blocked: string
}

/** Counts the failures of one thing that is tried. */
export interface Tries {
  readonly failed: number
  /** From the first attempt's beginning to now. */
  elapsedMs(): number
  /**
   * Counts a failure, and gives the milliseconds until the next attempt; undefined when there is to be none. Who waits
   * for a lock makes all others wait behind it: the pause is as long as that was, for them to get through, and then
   * twice that, and so on. A part of it is left to chance, so that two that met do not meet again.
   */
  fail(lockTimeoutMs: number): number | undefined
}

export function countTries(most: number): Tries {
  const began = performance.now()
  let failed = 0
  let firstFailed = 0
  return {
    get failed() {
      return failed
    },
    elapsedMs: () => performance.now() - began,
    fail(lockTimeoutMs) {
      if (failed === 0) firstFailed = performance.now()
      failed++
      const base = lockTimeoutMs === 0 ? usualPauseMs : Math.max(shortestPauseMs, lockTimeoutMs)
      const ms = Math.min(longestPauseMs, base * 2 ** (failed - 1)) * (0.5 + Math.random() / 2)
      const late = performance.now() - firstFailed + ms > longestMs
      return failed >= most || late ? undefined : ms
    },
  }
}
