/** The nouns of the history guard. Plain data. */

import type { Fault } from '../../domain.ts'

/** A statement, or a logical line of Python. */
export interface Piece {
  /** The same for two pieces that differ in comments and white space alone. */
  code: string
  /** As written, for people. */
  text: string
  line: number
  /** Of its first character, in code points, where that is known. */
  column?: number
  /** What a program sent from this line, of which this is a statement: its own lines are not those of the file. */
  sent?: string
}

/** A revision as the guard compares it, of any engine. */
export interface Guarded {
  /** As written. */
  id: string
  /** What the history knows it by: equal for `1` and `001`. */
  key: string
  /** Its place in the order of versions; undefined where parents decide. */
  version: bigint | undefined
  path: string
  /** The whole file, its line ends LF. */
  text: string
  up: Piece[]
  down: Piece[]
  /** What else of the file is code. */
  rest: Piece[]
  /** What a history remembers of its contents, if anything. */
  checksum: string | undefined
  /** It joins branches, and does nothing else. */
  merge: boolean
  /** The line to blame for what the revision lacks. */
  line: number
  /** The transaction of the one before it goes on. */
  continues?: true
}

/** The revisions of one commit. */
export interface Side {
  revisions: Guarded[]
  /** What no run would accept, with its place. */
  faults: Fault[]
  /** Files whose id is not known without running them; `revisions` has them by their path. */
  unread: { path: string; line: number | undefined; reason: string }[]
  /** Statements of these files that a run would refuse; asked of new ones only, for old ones have run. */
  refusals?: (paths: ReadonlySet<string>) => Fault[]
}

/** How an engine writes its files. */
export interface Dialect {
  /** What begins a comment: `--`, `#`. */
  comment: '--' | '#'
}
