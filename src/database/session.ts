/** What one statement came to. */
export interface StatementResult {
  /** The server's command tag: `CREATE TABLE`, `INSERT`, `COMMIT`. */
  command: string
  /** Rows touched, where the server counts them. */
  count: number | null
}

/** Where a session stands between transactions, as the server says after every message. */
export type Standing = 'idle' | 'open' | 'failed'

/** What one statement came to, and whether its transaction is still there. */
export interface StatementAnswer extends StatementResult {
  standing: Standing
}

/** Hears the NOTICE and WARNING texts that the server sends for one message. Must not throw. */
export type Hear = (severity: string, message: string) => void

/** Gets one row: its values, as pg's default types, and the names of its columns. Must not throw. */
export type OnRow = (values: unknown[], names: string[]) => void

/** One server session, in autocommit unless a transaction was begun. Owned by whoever opened it. */
export interface Session {
  /** Of the server process that works for us: as announced, and as it says itself once it was asked. */
  readonly pid: number
  /** A process other than the announced one has answered: there is a pooler in between. */
  readonly pooled: boolean
  /** Tells the session which process answered. */
  knowBackend(pid: number): void
  /** Aborted when the connection is gone, whoever ended it. */
  readonly ended: AbortSignal
  /** Parameters go over the extended protocol; values come back as text or as pg's default types. */
  query<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>
  /**
   * One message of the simple protocol; several statements in it are one implicit transaction. Resolves to what the
   * last of them came to. `hear` gets its notices instead of the session's listener. Throws DatabaseError.
   */
  run(text: string, hear?: Hear): Promise<StatementAnswer>
  /**
   * One statement of somebody else's, by the extended protocol: there the server refuses a second command in the
   * text (42601), so that it, and not our reader, has the last word on where a statement ends. `onRow` gets its rows
   * as they come, by which none is kept. Throws DatabaseError.
   */
  execute(text: string, hear?: Hear, onRow?: OnRow): Promise<StatementAnswer>
  /** Asks the server, with an empty message, whether a transaction is open. Throws DatabaseError. */
  standing(): Promise<Standing>
  /** Asks the server, over a second connection, to cancel what this session runs. Never throws. */
  cancel(): Promise<void>
  /**
   * Ends the session, and waits for the server to have done so; `without-waiting` says goodbye only, for a session that
   * holds nothing that others wait for. Never throws.
   */
  close(how?: 'without-waiting'): Promise<void>
  /** Drops the connection without a word to the server: whatever is still waited for is lost. */
  hangUp(): void
}

/**
 * Opens a session; throws GateError with a sentence and a cure when it cannot. A server that is starting or full is
 * tried again for a while, unless it is to be tried `once`, until `giveUp` is aborted.
 */
export type OpenSession = (onNotice: Hear, once?: 'once', giveUp?: AbortSignal) => Promise<Session>

/** Names that the server gives with an error of a constraint or a column. */
export interface About {
  schema?: string
  table?: string
  column?: string
  constraint?: string
}

/** What the server (or the connection) said; texts are neutralised and redacted. */
export class DatabaseError extends Error {
  /** SQLSTATE, or empty for a lost connection. */
  readonly code: string
  readonly severity: string
  readonly detail: string | undefined
  readonly hint: string | undefined
  readonly where: string | undefined
  /** What the failure is about, where the server names it: bare names, as the catalog has them. */
  readonly about: About
  /** In code points of the text sent, from 1. */
  readonly position: number | undefined
  /** The connection is gone: nothing more can be asked over it. */
  readonly lost: boolean

  constructor(facts: {
    message: string
    code?: string
    severity?: string
    detail?: string | undefined
    hint?: string | undefined
    where?: string | undefined
    about?: About
    position?: number | undefined
    lost?: boolean
  }) {
    super(facts.message)
    this.name = 'DatabaseError'
    this.code = facts.code ?? ''
    this.severity = facts.severity ?? 'ERROR'
    this.detail = facts.detail
    this.hint = facts.hint
    this.where = facts.where
    this.about = facts.about ?? {}
    this.position = facts.position
    this.lost = facts.lost ?? false
  }
}
