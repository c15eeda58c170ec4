/** The nouns of a rehearsal. Plain data. */

/** A revision that the change adds. */
export interface NewRevision {
  id: string
  path: string
  /** The line to blame. */
  line: number
  /** Where its way down begins, if that is in the same file. */
  downLine?: number
  /** What `downgrade` gets to take back this one and nothing else; undefined: there is no way down to try. */
  before: string | undefined
}

/** A history, and what of it is new. */
export interface History {
  /** Targets to reach first, in order: what is merged already. */
  earlier: readonly string[]
  /** In the order in which they run. */
  added: readonly NewRevision[]
}
