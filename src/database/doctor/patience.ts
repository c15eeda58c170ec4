import { gateError } from '../../catalogue/catalogue.ts'
import type { GateError } from '../../errors.ts'
import { sleep } from '../../sleep.ts'
import type { Target } from '../url.ts'
import { type Passing, passingOf } from './passing.ts'

/** Who is told that a connection is tried again, and who may end the trying. */
export interface Patience {
  signal: AbortSignal
  /** Called at the first try that failed, and every few seconds after it. Must not throw. */
  onRetry(reason: string, elapsedMs: number, longestMs: number): void
}

/** What was tried before it was given up. */
export interface Tried {
  attempts: number
  elapsedMs: number
}

/** Without this, a host that drops packets would hold the run for the kernel's two minutes. */
const attemptMs = 15_000
const firstPauseMs = 250
const longestPauseMs = 5_000
const sayEveryMs = 5_000

/** How long one attempt may take: `connect_timeout` of the URL, else 15 s. */
export function attemptMsOf({ connectTimeoutSeconds: seconds }: Target): number {
  return seconds === undefined ? attemptMs : seconds * 1000
}

/**
 * How long a connection is tried for: four times as long as one attempt may take where a server says that it will
 * have us soon, a third of it where nothing listens (a mistyped port is more likely than a server that restarts).
 */
function patienceMsOf(target: Target, { kind }: Passing): number {
  const soon = kind === 'starting' || kind === 'full'
  return soon ? attemptMsOf(target) * 4 : attemptMsOf(target) / 3
}

/**
 * Tries until it works, the reason is none that passes, or the time is over: then with what `faultOf` makes of it.
 * Pauses grow, and differ by chance, so that several runs do not come back together. Without patience: once.
 * Throws GateError `interrupted` once the signal came.
 */
export async function withPatience<Value>(
  attempt: () => Promise<Value>,
  target: Target,
  patience: Patience | undefined,
  faultOf: (error: unknown, tried: Tried) => GateError,
): Promise<Value> {
  const began = performance.now()
  let said = Number.NEGATIVE_INFINITY
  for (let attempts = 1, pause = firstPauseMs; ; attempts++, pause = Math.min(pause * 2, longestPauseMs)) {
    try {
      return await attempt()
    } catch (error) {
      if (patience?.signal.aborted === true) throw gateError('interrupted', { id: '', name: '' })
      const elapsedMs = performance.now() - began
      const passing = passingOf(error)
      const pauseMs = pause * (0.75 + Math.random() / 2)
      const longestMs = passing === undefined ? 0 : patienceMsOf(target, passing)
      if (patience === undefined || passing === undefined || elapsedMs + pauseMs > longestMs)
        throw faultOf(error, { attempts, elapsedMs })
      if (elapsedMs - said >= sayEveryMs) {
        said = elapsedMs
        patience.onRetry(passing.reason, elapsedMs, longestMs)
      }
      await sleep(pauseMs, patience.signal)
      if (patience.signal.aborted) throw gateError('interrupted', { id: '', name: '' })
    }
  }
}
