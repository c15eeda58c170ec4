import type { Problem } from '../domain.ts'
import type { Statement } from '../engines/sql/text/statements.ts'

/** Named as the inputs are. */
export type FollowUpKind = 'after' | 'smoke' | 'smoke-command'

/** What became of one thing that follows the revisions. */
export interface FollowUp {
  kind: FollowUpKind
  /** Path of the file, or the command. */
  name: string
  result: 'done' | 'failed' | 'skipped'
  durationMs: number
  /** What its statements did, or how many rows they found; never values of rows. */
  did: string[]
}

/** An SQL file, read and cut. */
export interface Script {
  path: string
  text: string
  statements: Statement[]
}

/** What follows the revisions of one database. */
export interface FollowUps {
  after: Script[]
  smoke: Script[]
  /** A program and its arguments; empty: none. */
  command: string[]
  /** What is wrong with the files: it is in the way before any revision runs. */
  problems: Problem[]
}

/** What is told while they run. */
export type FollowUpEvent =
  | { kind: 'follow-started'; database: string; what: FollowUpKind; name: string }
  | { kind: 'follow-running'; database: string; statement: string; elapsedMs: number }
  | { kind: 'follow-ended'; database: string; followUp: FollowUp }
