/** What the witness writes down, as its tables have it. */

/** What one session held and had done to a table, of those that were there before the change. */
export interface Look {
  name: [string, string]
  /** Modes of the locks, as pg_locks has them. */
  locks: string[] | null
  /** Dropped in this transaction. */
  gone: boolean
  /** A materialized view. */
  view: boolean
  /** The table of which it is a partition. */
  parent: string | null
  /** Where its rows lie now; null: where they lay before the revision. */
  file: number | null
  /** Counted by the session; it goes back to 0 when the session hands its counts over. */
  scans: number
  read: number
  added: number
  changed: number
  removed: number
}
/** By the oid of the table. */
export type Looks = Record<string, Look>

/** A DDL command, as the event triggers saw it. Times are milliseconds of the server's clock. */
export interface StatementRow {
  id: string
  revision: string
  pid: number
  xid: string
  statement: string
  tag: string
  /** A block or a function ran it. */
  nested: boolean
  /** Tables and indexes that the command itself names, by their oids. */
  objects: (number | string)[]
  before: Looks
  after: Looks
  began: number | null
  ended: number
  wal: number | null
  lockTimeout: string
  timeZone: string
}

/** The end of a transaction, before it is committed. */
export interface EndRow {
  xid: string
  revision: string
  pid: number
  ended: number
  after: Looks
}

/** A table whose rows lie elsewhere after the revision. */
export interface RewrittenRow {
  revision: string
  oid: string
  name: [string, string]
}
