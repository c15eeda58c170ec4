/** How our process ends: what both doors share, and what must hold whatever else goes wrong. */
import type { Writable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import type { Fault } from './domain.ts'
import { asFault } from './faults.ts'

/** The runner kills 7.5 s after its first signal; what does not end by itself ends before that, and can be mended. */
const patienceMs = 6_000

const controller = new AbortController()
let broken = false
let told = false
let signalled = false

/** Aborted when the run is to stop: by a signal, or by a bug of ours. */
export const stopping: AbortSignal = controller.signal

/**
 * Sets the exit code of a run. It is never lowered to 0 once something has gone wrong that the run knows nothing of,
 * and a run that a signal ended says so, whatever it came to in its last seconds.
 */
export function endWith(code: number): void {
  process.exitCode = code === 0 ? Number(broken) : signalled ? 130 : code
}

/**
 * Ends the process where its work is done. What Node would do first, taking down what the end of a process takes down
 * anyway, is a good part of a run that has nothing to do. What is still being written is waited for.
 */
export async function endAtOnce(): Promise<void> {
  // Lines that leave together do so when the event loop goes on.
  await setImmediate()
  if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit()
}

/** From now on the process cannot end as a success. */
export function neverSucceed(): void {
  broken = true
  process.exitCode ||= 1
}

/** The first signal stops in an orderly way; a second one, or a server that does not answer, ends us at once. */
export function stopOnSignals(): void {
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      if (signalled) process.exit(130)
      signalled = true
      stop(130)
    })
  }
}

/** A log that is gone must not tear a migration: what is written to it from then on is dropped, and the work goes on. */
export function outliveStreams(): void {
  for (const stream of [process.stdout, process.stderr] as Writable[]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      stream.write = () => true
      // Whoever closes a pipe has read enough; whoever gave us a full disk has not.
      if (error.code !== 'EPIPE') neverSucceed()
    })
  }
}

/** Makes a sentence of whatever nobody has caught, and stops the run. Returns the same, for what a door catches itself. */
export function closeOnUnexpected(tell: (fault: Fault) => void): (error: unknown) => void {
  const close = (error: unknown): void => {
    neverSucceed()
    stop(1)
    // Telling may fail as well, and what fails then comes here again.
    if (told) return
    told = true
    tell(asFault(error))
  }
  process.on('uncaughtException', close)
  process.on('unhandledRejection', close)
  return close
}

function stop(code: number): void {
  controller.abort()
  setTimeout(() => process.exit(code), patienceMs).unref()
}
