/** Types of record.mjs for tests. */
import type { Corpus } from './read.mjs'

export interface Recorded {
  verdict: 'blocks' | 'passes' | 'fails' | 'refused'
  error?: string
  seen: string[]
}
export function recordOn(superuserUrl: string, corpus: Corpus): Promise<Record<string, Recorded>>
