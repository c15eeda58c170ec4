import { type Entry, entry } from './entry.ts'

/** The facts of every rule: what it is about, what happens, and the safe way written out. */
export interface LintFacts {
  /** The table, or another object, as people write it. */
  on: string
  /** The column, constraint, index, type or value within it. */
  what?: string
  /** What this very statement does, where a rule has several cases. */
  does?: string
  /** The safe way, written out for this statement: whole sentences. */
  safe: string
}

/** An entry of the lint: its cure is the safe way. */
export function lintEntry(says: (facts: LintFacts) => string, example: LintFacts): Entry<LintFacts> {
  return entry({ exit: 1, says, cure: facts => facts.safe, example })
}
