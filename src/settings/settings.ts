import type { Detection } from '../changes/detection.ts'
import type { Allowable, Command } from '../domain.ts'

/** The names of engines; `auto` is decided from the files. */
export const engineNames = ['auto', 'sql', 'alembic', 'command'] as const
export type EngineName = (typeof engineNames)[number]

/** Where a URL came from, and what was there. Never print `value`. */
export interface UrlSource {
  /** For messages: `the environment variable DATABASE_URL`, `the input database-url`. */
  source: string
  /** Name of the variable; empty when the URL came as an input. */
  variable: string
  value: string
}

/** An SQL file that a person named, and where it is looked for, in order. All relative to the repository root. */
export interface ScriptPath {
  given: string
  candidates: string[]
}

/** Everything about one database. */
export interface DatabaseSettings {
  name: string
  engine: EngineName
  /** Relative to the repository root; undefined: looked for. */
  directory: string | undefined
  /** How an engine of another program is started, as a person wrote it; undefined: by what the project uses. */
  run: string | undefined
  url: UrlSource
  /** `table` or `schema.table`; undefined: the engine's own. */
  historyTable: string | undefined
  /** Patterns of the config file; undefined: the engine's folder. */
  paths: string[] | undefined
  lockTimeoutMs: number
  statementTimeoutMs: number
  waitMs: number
  waitText: string
  /** Globs of the step and of the config file, which must all hold; none: anything goes. */
  expectHost: string[]
  expectDatabase: string[]
  allow: Allowable[]
  /** Fingerprint of the only plan that may be carried out; undefined: any. */
  approvedPlan: string | undefined
  /** SQL files that are run after the revisions, in their order. */
  after: ScriptPath[]
  /** SQL files whose queries are asked after them. */
  smoke: ScriptPath[]
  /** A program and its arguments, started after both; empty: none. */
  smokeCommand: string[]
}

/** What a run is asked to do: plain, checked, and complete before any work. */
export interface Settings {
  command: Command
  revision: string
  /** Of `stamp` and `downgrade`: only say what would be done. A dry run of `upgrade` is a `plan`. */
  dryRun: boolean
  /** Relative to the repository root. */
  workingDirectory: string
  /** Never empty; one with the name `default` where there is no config file. */
  databases: DatabaseSettings[]
  /** Variables with the URLs of all databases of the config file, also of those that this run leaves out. */
  urlVariables: string[]
  /** There is a config file, so outputs name the databases. */
  several: boolean
  detection: Detection
  allowPullRequest: boolean
  /** Of `check`: the Dockerfile or fly.toml that was named; undefined: a fly.toml is looked for. */
  image: string | undefined
  /** Of `check`: whether a pull request gets a comment; `auto`: where there is something to say, and the token may write. */
  comment: 'auto' | 'on' | 'off'
  /** Of `check`: how bad a finding has to be to close the gate. */
  failOn: 'error' | 'warning'
  /** Where the config file is, or where it would be looked for: relative to the repository root. */
  configPaths: string[]
  /** Of `check`: levels of the config file, by rule. */
  rules: Record<string, 'off' | 'warning' | 'error'>
}

/** Name of the database of a project without a config file. */
export const onlyDatabase = 'default'

/**
 * What a history table may be called: `table` or `schema.table`. Postgres keeps schemas that begin with pg_ for
 * itself, and what is in pg_temp is gone with the session.
 */
export const tableForm = /^(?!pg_)[A-Za-z_][\w$]{0,62}(?:\.[A-Za-z_][\w$]{0,62})?$/
