import type { Place } from '../../domain.ts'
import type { Operation } from '../objects/expect.ts'

/** A revision file, read without importing it. */
export interface Script {
  /** The revision's id, as written. */
  id: string
  /** First line of the docstring. */
  message: string
  /** Relative to the repository root. */
  path: string
  /** Where the file really is, where a link leads to it or it lies outside: absolute, and by which Alembic loads it. */
  real?: string
  /** Parents; empty for a base. */
  down: string[]
  dependsOn: string[]
  labels: string[]
  /** Where `revision` and `down_revision` are assigned, for messages. */
  revisionLine: number
  downLine: number
  /** The whole file: for fingerprints and excerpts. */
  text: string
}

/** What a revision file says of itself that cannot be read without running it, and why. */
export interface Unreadable {
  place: Place
  why: string
}

/** Where the project's configuration says that everything is. Paths are relative to the repository root. */
export interface Project {
  /** The files that were read: `alembic.ini`, `pyproject.toml`. */
  files: string[]
  /** Section of the ini: `alembic` unless `-n` names another. */
  section: string
  scriptLocation: string
  versionLocations: string[]
  recursive: boolean
  /** Compiled files count as revisions too. */
  sourceless?: boolean
  /** The `env.py` of the project, whether or not it is there. */
  envPath: string
}

/** How Alembic is started: argv without a shell. The sub-command follows it. */
export interface Start {
  argv: string[]
  /** Where it is started, relative to the repository root: the folder of the configuration. */
  folder: string
  /** `-c`, `-n` and `-x` as given in `run`. */
  config: string[]
  name: string | undefined
  x: string[]
  /** ALEMBIC_CONFIG, where it names a file that no `-c` does. */
  variable?: string
  /** What decided it: `the input run`, `uv.lock`, `poetry.lock`, `default, as there is no lock file`. */
  why: string
}

/**
 * A line that the hook in Alembic's process writes. Every text is foreign. `statement`, `done`, `ran`, `stepped` and
 * `sent` may come a twentieth of a second late: with whatever comes next, or by themselves. Statements are cut at 2,000 characters.
 */
export type ChildEvent =
  /** The hook is in place: before env.py runs. */
  | { kind: 'hooked'; alembic: string; sqlalchemy: string; python: string }
  /** env.py has configured Alembic. `driver` is SQLAlchemy's `dialect+driver`. */
  | {
      kind: 'configured'
      versionTable: string
      versionTableSchema: string | null
      transactionPerMigration: boolean
      transactionalDdl: boolean
      driver: string
      offline: boolean
      /** The connection has no transactions: each statement stays. */
      autocommit: boolean
    }
  /**
   * A server session of the child: `timeouts` says whether our lock_timeout was set in it and holds. `pid` 0 and no
   * `database`: unknown.
   */
  | { kind: 'connected'; pid: number; database: string; timeouts: boolean; why: string }
  | { kind: 'started'; revision: string }
  /** The version row is written, so long after the start; not yet committed. `ran` as below. */
  | { kind: 'stepped'; revision: string; ms: number; ran: string[] }
  /** A revision opened `autocommit_block`: what it did so far is committed. */
  | { kind: 'autocommit'; revision: string }
  /** Statements of a revision that have ended well, and of which nothing else was told. */
  | { kind: 'ran'; revision: string; ran: string[] }
  /** A statement of a revision has not ended within a moment, or has failed. */
  | { kind: 'statement'; revision: string; sql: string }
  /** It has ended well. */
  | { kind: 'done'; revision: string }
  /**
   * A statement of a way up is sent, where that was asked for: all of it, up to 200,000 characters. `line` of the
   * revision's file, 0 where none is under way; `style` is how the driver writes parameters; `autocommit` whether the
   * session is in it.
   */
  | { kind: 'sent'; revision: string; sql: string; line: number; style: string; autocommit: boolean }
  /** What Alembic's own ScriptDirectory holds, where it was asked for: heads first. */
  | { kind: 'graph'; revisions: ChildRevision[] }
  /** The hook could not do a part of its work; the run went on without it. */
  | { kind: 'hook-error'; where: string; message: string }
  | ChildFailure

/** A revision as Alembic itself reads it. */
interface ChildRevision {
  id: string
  down: string[]
  /** As written: ids, their beginnings, or labels. */
  dependsOn: string[]
  labels: string[]
  message: string
  /** Absolute. */
  path: string
}

/** The exception that ended Alembic, from the hook. Where the exit code is 0, somebody has caught it. */
export interface ChildFailure {
  kind: 'failure'
  /** Qualified name of its class: `sqlalchemy.exc.ProgrammingError`. */
  type: string
  message: string
  /** The revision under way, if any. */
  revision: string | null
  /** Milliseconds since that began, where the hook told. */
  ms?: number
  /** Oldest first, as Python prints them. Absolute paths. */
  frames: { file: string; line: number; function: string }[]
  /** Of a SyntaxError: where. */
  syntax: { file: string; line: number; column: number } | null
  sql: string | null
  /** From the driver's exception, where the server spoke. */
  server: {
    code: string
    severity: string
    message: string
    detail: string | null
    hint: string | null
    where: string | null
    /** In characters of `sql`, from 1. */
    position: number | null
  } | null
  /** The same of the exceptions it came from (`__cause__`, `__context__`), nearest first. */
  causes: { type: string; message: string }[]
  /** What the failing revision makes, read from its syntax tree: for "already exists". */
  operations: Operation[]
  /** Of `alembic check`: where models and schema differ. */
  models?: ModelDifference[] | null
}

/** One difference, from the side of the models: `add` is what they have and the schema has not. */
export interface ModelDifference {
  change: string
  /** `table`, `column`, `index`, `constraint`, `fk`; of `modify`: `type`, `nullable`, `default`, `comment`. */
  what: string
  name: string
  was: string
  now: string
}
