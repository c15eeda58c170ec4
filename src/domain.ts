/** The nouns of the gate. Plain data, no behaviour, no imports: every other file may use them. */

/** Every command of the public contract, in the order in which people meet them. */
export const commands = [
  'detect',
  'plan',
  'check',
  'upgrade',
  'downgrade',
  'stamp',
  'current',
  'history',
  'locate',
] as const
export type Command = (typeof commands)[number]

/** The stages of a run, in their order; `check` stands in the place of `plan` and `apply`. */
export type Stage = 'changes' | 'notes' | 'plan' | 'check' | 'apply' | 'report'

/** A place in a file: the path is relative to the repository root, lines and columns count from 1, columns in code points. */
export interface Place {
  path: string
  line?: number
  endLine?: number
  column?: number
}

/** A line of ours that a person can type or dispatch next. */
export interface NextCommand {
  command: Command
  revision?: string
  /** Name of the database in the config file, where there is one. */
  database?: string
  /** Further inputs by their names: `allow: missing`. */
  with?: Record<string, string>
  /** What the person gets by it, when there is more than one way out. */
  when?: string
}

/** A line for another program, such as git. Text only: nothing of ours runs it. */
export interface ForeignLine {
  line: string
  when?: string
}

/** What Postgres said of a failure. All texts are foreign: neutralised and redacted before they get here. */
export interface ServerError {
  code: string
  severity: string
  message: string
  detail?: string
  hint?: string
  where?: string
}

/** Lines of a revision around a failure, with the column of the caret in its marked line. */
export interface Excerpt {
  firstLine: number
  lines: string[]
  markedLine: number
  /** From 1, in code points of the marked line. */
  caret?: number
}

/** A statement that one side of a comparison has and the other has not; the line is that of its own side. */
export interface DiffLine {
  mark: '-' | '+'
  line: number
  /** One line. */
  text: string
}

/** What went wrong, as data: an entry of the catalogue with its facts filled in. */
export interface Fault {
  id: string
  message: string
  cure: string
  /** What the database holds now, as read from it: `rolled back: the database is at 0002, as before`. */
  state?: string
  /** 1 the gate is closed, 2 wrong use or configuration, 130 interrupted. */
  exit: 1 | 2 | 130
  place?: Place
  excerpt?: Excerpt
  /** What an edit changed, statement by statement. */
  diff?: DiffLine[]
  server?: ServerError
  /** What to type first, in another program. */
  foreign?: ForeignLine[]
  next?: NextCommand[]
  /** What the server said with people’s data in it: for a person’s own terminal and for debug, in no report. */
  withheld?: Partial<Pick<ServerError, 'message' | 'detail' | 'where'>>
  /** Stack of an error that nobody foresaw; shown only to who asks for debug, and in no report. */
  debug?: string
}

/** One step: a file of the sql engine, an Alembic script. */
export interface Revision {
  /** As written in the file name or script. */
  id: string
  name: string
  /** Relative to the repository root. */
  path: string
}

export type ProblemKind =
  | 'missing'
  | 'modified'
  | 'out-of-order'
  | 'multiple-heads'
  | 'ahead'
  | 'dirty'
  | 'duplicate'
  | 'file-fault'
  | 'first-contact'

/** Problems that a person may go on with, by the `allow` input. */
export const allowable = ['ahead', 'modified', 'out-of-order', 'missing'] as const
export type Allowable = (typeof allowable)[number]

/** Why the plan cannot be carried out as it stands, unless `allowed`. */
export interface Problem {
  kind: ProblemKind
  fault: Fault
  /** The revision's id, where one is to blame. */
  revision?: string
  /** A person said so in `allow`: recorded, and no longer in the way. */
  allowed: boolean
  /** Of `ahead`: a commit that has the revision, where one is known. */
  commit?: string
}

/** What `check` finds in files, by the name of its rule. */
export interface Finding {
  rule: string
  level: 'error' | 'warning'
  fault: Fault
  /** The revision's id, where one is to blame. */
  revision?: string
  /** Somebody lets it through: who says so (`the input allow`, a file and line), and why. */
  allowed?: { by: string; reason: string }
}

/** Where a database is, as far as may be shown: never with a password. */
export interface ServerFacts {
  host: string
  port: number
  database: string
  user: string
  /** As `SHOW server_version_num` gives it: 150018 is 15.18. */
  version: number
}

/** A `transaction:false` revision whose run ended before its last statement. */
export interface Unfinished {
  id: string
  done: number
  /** It was being taken back: `done` counts the statements of its way down. */
  down?: true
}

/** What would run, and what is in the way. Made by reading only. */
export interface Plan {
  server: ServerFacts
  /** The newest applied revisions; empty when none is. */
  current: string[]
  /** The newest revisions in files. */
  head: string[]
  /** Every revision in files, in order. */
  revisions: Revision[]
  /** Ids that the history table holds as applied, in order. */
  applied: string[]
  pending: Revision[]
  /** Revisions of which some statements took effect, and how many. */
  unfinished: Unfinished[]
  problems: Problem[]
  /** What the plan rests on and could not be seen by reading. */
  remarks?: string[]
  /** Names the pending revisions, their contents and where the database stands. */
  fingerprint: string
}

/** `downgraded`: its way down was committed. */
export type OutcomeResult = 'applied' | 'downgraded' | 'failed' | 'skipped' | 'rolled-back'

/** What became of one planned revision. */
export interface Outcome {
  revision: Revision
  result: OutcomeResult
  durationMs: number
  /** What its statements did, from the server's command tags, in order: `create table orders`, `update 12 rows`. */
  did: string[]
  fault?: Fault
}

export type ChangeStatus =
  | 'added'
  | 'copied'
  | 'deleted'
  | 'modified'
  | 'renamed'
  | 'type-changed'
  | 'unmerged'

/** A file that differs between the two sides of a comparison. */
export interface Change {
  path: string
  status: ChangeStatus
}

/** What was compared with what, and why: printed in one line. */
export interface Comparison {
  base: string
  head: string
  why: string
  commits?: number
}

/** What changed; or that this cannot be known, which counts as changed and never as unchanged. */
export type ChangeSet =
  | { known: true; comparison: Comparison; changes: Change[]; warnings: string[] }
  | { known: false; why: string; level: 'note' | 'warning' }

/** A named filter and the changes it matched. */
export interface FilterMatch {
  name: string
  changes: Change[]
}

export type NoteKind =
  | 'changed'
  | 'unknown-changes'
  | 'applies-now'
  | 'left-by-earlier-run'
  | 'already-applied'
  | 'not-in-commit'
  | 'skipped'
  | 'warning'

/** What a person should see. */
export interface Note {
  kind: NoteKind
  text: string
  database?: string
  revision?: string
  place?: Place
}
