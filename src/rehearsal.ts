/** What a rehearsal came to. Plain data: check makes it, reports show it. */

/** What became of a way down in a rehearsal. */
type WayDown =
  /** It ran, and the schema was what it was before. */
  | 'verified'
  | 'failed'
  /** It left something, or took too much. */
  | 'differs'
  /** There is none, or it was not tried. */
  | 'none'

/** A new revision that was tried out. */
export interface RehearsedRevision {
  id: string
  up: 'applied' | 'failed'
  down: WayDown
  /** Its second way up, after the way down; absent where there was none. */
  again?: 'applied' | 'failed'
  /** Of its first way up. */
  durationMs: number
  /** Of the tables that were there before, those that it kept from others, wrote anew or read whole. */
  tables?: TableSeen[]
}

/** What a revision did to a table. */
export interface TableSeen {
  /** As people write it. */
  table: string
  /** The strongest lock, in the words of Postgres: `ACCESS EXCLUSIVE`. */
  lock?: string
  /** Until the transaction’s end; absent where that was not seen. */
  heldMs?: number
  rewritten: boolean
  scanned: boolean
}

/** The new revisions of a database, tried out on one that is thrown away. */
export interface Rehearsal {
  /** Of the server: `16.4`; absent where there was none. */
  postgres?: string
  revisions: RehearsedRevision[]
  durationMs: number
  /** Why there was none, or why it did not come to its end: a sentence. */
  why?: string
}
