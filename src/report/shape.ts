import type { FollowUp } from '../after/follow-up.ts'
import type { AppliedRow, Descent, HistoryLine, PlannedSql } from '../by-hand.ts'
import type {
  Command,
  Comparison,
  Fault,
  Finding,
  NextCommand,
  Note,
  Outcome,
  Problem,
  ServerFacts,
  Unfinished,
} from '../domain.ts'
import type { Drifted } from '../drifted.ts'
import type { Located } from '../located.ts'
import type { Rehearsal } from '../rehearsal.ts'
import type { Migration } from './migrations.ts'

export type Status =
  | 'up-to-date'
  | 'pending'
  | 'upgraded'
  | 'downgraded'
  | 'stamped'
  | 'checked'
  | 'detected'
  | 'skipped'
  | 'failed'

/** What happened to one database. */
export interface DatabaseReport {
  name: string
  engine: string
  /** Name of the environment variable that holds the URL; empty when it came from the input. */
  url: string
  status: Status
  server?: ServerFacts
  /** Current revisions before and after, as read from the database; absent when they could not be read. */
  from?: string[]
  to?: string[]
  pending: string[]
  applied: string[]
  /** Half applied after the run. */
  unfinished: Unfinished[]
  failed: string
  /** Fingerprint of the plan. */
  plan: string
  /** The newest rows of the history, newest first; only of `current`. */
  recent?: AppliedRow[]
  /** Every revision of files and history, newest first; only of `history`. */
  history?: HistoryLine[]
  /** The SQL of what is pending; only of `plan`. */
  sql?: PlannedSql
  /** What `downgrade` was to take back, as read before it did. */
  descent?: Descent
  outcomes: Outcome[]
  /** What followed the revisions; absent where nothing was to. */
  followUps?: FollowUp[]
  problems: Problem[]
  /** What `check` found, those included that somebody let through; only of `check`. */
  findings?: Finding[]
  /** Ids that the change adds; only of `check`. */
  added?: string[]
  /** What trying them out came to; only of `check`, where there was something to try. */
  rehearsal?: Rehearsal
  /** A live database held against its own revision; only of `check` with `drift-url`. */
  drifted?: Drifted
  /** Which revision its schema is; only of `locate`. */
  located?: Located
  fault?: Fault
  /** What `stamp` changed in the history. */
  stamped?: HistoryChange
  /** What it would have changed; only of a dry run. */
  wouldStamp?: HistoryChange
  /** What a person may type now, where nothing failed: it takes back what a stamp removed. */
  next?: NextCommand[]
}

/** Revisions that a stamp adds to a history, takes the files’ contents for, or takes out of it. */
export interface HistoryChange {
  recorded: string[]
  refreshed: string[]
  removed: string[]
  /** The history table was made. */
  created?: boolean
}

/** Everything a run knows at its end. Its JSON form has a schema: docs/schema/report.json, version 1. */
export interface Report {
  version: 1
  command: Command
  /** Nothing was to be written: `stamp --dry-run`, `downgrade --dry-run`. */
  dryRun?: true
  status: Status
  gate: 'open' | 'closed'
  /** What `upgrade` would find; only of `plan`, `current`, `history` and `locate`, which are open whatever they find. */
  upgrade?: 'open' | 'closed'
  startedAt: string
  durationMs: number
  comparison?: Comparison
  /** True when any filter matched or the comparison was impossible. */
  changed: boolean
  /** `matched` is also true of every filter when the comparison was impossible. */
  filters: { name: string; matched: boolean; files: string[] }[]
  /** The revisions among the files that changed; absent when there is none, or it is not known. */
  migrations?: Migration[]
  notes: Note[]
  databases: DatabaseReport[]
  /** What a following job should run: from `detect` the databases that changed, else those with something pending. */
  selected: { name: string; url: string }[]
  /** Faults of no single database: settings, filters, events. */
  faults: Fault[]
}
