/** Random choices that can be made again, a count of what they came to, and moments of a process to signal it at. */

import { setTimeout as sleep } from 'node:timers/promises'
import type { Running } from './child.ts'

/** GATE_TEST_SEED makes the choices of an earlier run again. */
export const seed = Number(process.env.GATE_TEST_SEED ?? Math.floor(Math.random() * 1e9))

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(start: number): () => number {
  let state = start >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** How often what happened. */
export interface Tally {
  readonly counts: ReadonlyMap<string, number>
  add(what: string): void
  /** One line in the test's output, with the seed. */
  print(title: string): void
}

export function tally(): Tally {
  const counts = new Map<string, number>()
  return {
    counts,
    add: what => void counts.set(what, (counts.get(what) ?? 0) + 1),
    print(title) {
      const told = [...counts]
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([what, times]) => `${what}: ${times}`)
      process.stdout.write(`${title} (GATE_TEST_SEED=${seed}): ${told.join('; ')}\n`)
    },
  }
}

/** When a process is to be signalled: at its n-th mark, and so much later. */
export interface Moment {
  /** What is counted, the caller says; a slow machine reaches it late, and the same thing is tested. */
  mark: number
  laterMs: number
  signal: 'SIGINT' | 'SIGKILL'
}

/** Signals a process at a moment of its progress; false when it had ended by then. */
export async function strike(
  { child, ended }: Pick<Running, 'child' | 'ended'>,
  { mark, laterMs, signal }: Moment,
  reached: () => number,
): Promise<boolean> {
  let over = false
  const end = ended.finally(() => {
    over = true
  })
  while (!over && reached() < mark) await Promise.race([end, sleep(2)])
  if (!over && laterMs > 0) await Promise.race([end, sleep(laterMs)])
  return !over && child.kill(signal)
}

/** How many moments a test file tries: `usual`, or what GATE_KILL_MOMENTS says. */
export function momentsToTry(usual: number): number {
  return Number(process.env.GATE_KILL_MOMENTS ?? usual)
}
