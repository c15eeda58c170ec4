/** Random choices that can be made again, and a count of what they came to. */

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
