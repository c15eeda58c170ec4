/** What `plan`, `downgrade`, `current` and `history` tell people. Plain data. */
import type { Revision } from './domain.ts'

/** The SQL of one revision, as it will be sent: foreign text, neutralised, and cut where it is long. */
export interface RevisionSql {
  id: string
  text: string
  /** Lines that were left out. */
  more: number
  /** What of it takes rows away: `drop table orders`. */
  losses: string[]
}

/** What will be sent, revision by revision, in the order in which they run. */
export interface PlannedSql {
  revisions: RevisionSql[]
  /** Why all or some of it is not known beforehand; absent where it is. */
  why?: string
}

/** What `downgrade` takes back, or would. */
export interface Descent {
  /** Newest first. */
  revisions: Revision[]
  /** Where the database stands afterwards; empty: at no revision. */
  leaves: string[]
  sql: PlannedSql
}

/** How a revision stands to a database. `unknown`: it may have run before one that no file has. */
export type Standing = 'applied' | 'pending' | 'modified' | 'missing' | 'ahead' | 'dirty' | 'unknown'

/** A line of `history`; what is not known is empty, and `durationMs` absent. */
export interface HistoryLine {
  id: string
  name: string
  standing: Standing
  /** ISO 8601, UTC. */
  at: string
  by: string
  commit: string
  runUrl: string
  durationMs?: number
  /** The database is at it. */
  current?: true
  /** Nothing in the files comes after it. */
  head?: true
}

/** A row of a history, as people read it; what is not known is empty. */
export interface AppliedRow {
  id: string
  name: string
  /** ISO 8601, UTC. */
  at: string
  by: string
  commit: string
}
