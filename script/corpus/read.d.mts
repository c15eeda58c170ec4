/** Types of read.mjs for tests. */
export interface Corpus {
  merged: string
  byHand: string
  rows: string
  cases: { id: string; row: string; sql: string; alone: boolean; breaks: boolean }[]
}
export const truthFile: string
export function readCorpus(): Promise<Corpus>
export function splitByParser(text: string): Promise<string[]>
