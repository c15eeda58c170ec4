import type { AppliedRow, Descent, HistoryLine, PlannedSql } from '../by-hand.ts'
import type { OpenSession } from '../database/session.ts'
import type { Fault, Outcome, Plan, Revision, Unfinished } from '../domain.ts'
import type { Retry } from './tries.ts'

/** What an engine tells while it works. Every method returns at once and never throws. */
export interface Observer {
  /** Another run holds the gate lock. */
  waiting(holder: string, elapsedMs: number): void
  /** A server session does our work now; `startedAt` tells it from a later one with the same pid. */
  working(pid: number, startedAt: string): void
  started(revision: Revision, index: number, total: number): void
  /** A statement has run for a while; `blocked` says who keeps it waiting for a lock, or nothing. */
  running(revision: Revision, statement: string, elapsedMs: number, blocked: string): void
  /** A revision was kept from a lock, all of it is undone, and it will be tried again after a pause. */
  retrying(revision: Revision, retry: Retry): void
  /** NOTICE and WARNING texts of the server. */
  notice(severity: string, message: string): void
  /** Called after the commit, never before. */
  ended(outcome: Outcome): void
}

/** What applying came to. The state is read again from the database, not derived from what was sent. */
export interface Applied {
  /** The plan as it was under the lock. */
  plan: Plan
  outcomes: Outcome[]
  /** Why it stopped; absent when every planned revision is applied. */
  fault?: Fault
  /** Where the database stands afterwards; absent when it could not be asked. */
  after?: Stand
  /** What the engine could not see or do while it ran. */
  remarks?: string[]
}

/** Where a database stands, as read from it. */
export interface Stand {
  current: string[]
  unfinished: Unfinished[]
}

/** What `stamp` changes in the history table, or would change. */
export interface StampChange {
  recorded: string[]
  removed: string[]
  /** Rows that take the files’ names and contents. */
  refreshed: string[]
  /** There is no history table yet, so one is made. */
  created?: boolean
}

/** What `stamp` did, and where the database stands now. */
export interface Stamped extends StampChange {
  plan: Plan
  after: Stand
}

/** What is against a plan, beside its own problems; undefined: nothing. */
export type Judge = (plan: Plan) => Fault | undefined

/** How every engine reaches its database, and how long it waits there. */
export interface EngineConnection {
  open: OpenSession
  lockTimeoutMs: number
  statementTimeoutMs: number
  /** For another run's gate lock. */
  waitMs: number
  /** As a person wrote it: `10m`. */
  waitText: string
}

/**
 * The interface that every engine keeps. An engine is made for one database, with its URL injected,
 * and knows neither GitHub nor the terminal.
 */
export interface Engine {
  /** The way to the database is long: it begins before `plan` is called, which hears of what goes wrong on it. */
  beginToConnect?(): void
  /** Reads files and database, and writes nothing. Throws GateError when the database cannot be asked. */
  plan(): Promise<Plan>
  /**
   * Takes the lock, plans again under it, and runs what is pending, unless `judge` has something against that plan. The
   * lock is kept until `close`. A failing revision is data, not an exception.
   */
  apply(observer: Observer, signal: AbortSignal, judge?: Judge): Promise<Applied>
  /** Whether the lock of `apply` is still ours. Throws DatabaseError where that cannot be asked. */
  keepsLock(): Promise<boolean>
  /** A session of its own on the engine’s database, for whoever opens it to close. */
  openSession: OpenSession
  /**
   * Writes the history without running anything. Throws GateError `stamp-removes` where rows would go that are not in
   * `agreed`; without it any may go.
   */
  stamp(
    revision: string,
    observer: Observer,
    signal: AbortSignal,
    agreed?: readonly string[],
  ): Promise<Stamped>
  /** What `stamp` would change. Writes nothing, and throws as `stamp` does. Absent in an engine that cannot tell. */
  previewStamp?(revision: string): Promise<StampChange>
  /**
   * The SQL of what is pending, as far as it can be told. Writes nothing, and never throws for what it cannot tell.
   * Absent in an engine that cannot.
   */
  showSql?(signal: AbortSignal): Promise<PlannedSql>
  /** What `downgrade` would take back. Writes nothing, and throws as `downgrade` does. Absent in an engine that cannot. */
  previewDowngrade?(revision: string, signal: AbortSignal): Promise<Descent>
  /**
   * Runs the ways down of all that is above `revision`, newest first. Throws GateError before anything ran: where a way
   * down is missing, the target is no good, or it would take back what is not in `agreed`; without it any may go.
   */
  downgrade?(
    revision: string,
    observer: Observer,
    signal: AbortSignal,
    agreed?: readonly string[],
  ): Promise<Applied>
  /** Every revision of files and history, newest first, and how it stands. Absent in an engine that cannot tell. */
  readHistory?(): Promise<HistoryLine[]>
  /** The newest rows of the history, newest first, at most so many. Absent in an engine that keeps no such record. */
  recent?(most: number): Promise<AppliedRow[]>
  close(): Promise<void>
}
