import { count } from '../text.ts'

/** What statements did, at a glance: the first few, then how many more. */
export function sayDid(did: readonly string[]): string {
  if (did.length === 0) return 'no statements'
  const shown = did.slice(0, 4).join(', ')
  return did.length > 4 ? `${shown} and ${count(did.length - 4, 'more statement')}` : shown
}

/** `12 ms`, `1.4 s`, `2 min 5 s`. */
export function sayMs(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`
}
