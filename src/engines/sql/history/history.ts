import {
  type QualifiedName,
  quoteIdentifier,
  quoteLiteral,
  quoteName,
} from '../../../database/identifiers.ts'
import { DatabaseError, type Session } from '../../../database/session.ts'

/** What the history keeps of who ran a revision. */
export interface Author {
  appliedBy: string
  runUrl: string
  commitSha: string
}

/** A revision as the history records it. */
export interface Entry {
  version: string
  name: string
  checksum: string
}

/**
 * Makes the history table where there is none, and its schema if need be; also in a session that is read-only outside
 * of transactions that say otherwise. Called by writing commands only.
 */
export async function createHistory(session: Session, history: QualifiedName): Promise<void> {
  const table = tableStatement(history)
  try {
    await writeAlone(session, table)
  } catch (error) {
    // 3F000: the schema of `history-table` does not exist yet.
    if (!(error instanceof DatabaseError) || error.code !== '3F000') throw error
    await writeAlone(session, `create schema ${quoteIdentifier(history.schema)}; ${table}`)
  }
}

/** In a transaction of its own, of which nothing is left when it fails. */
async function writeAlone(session: Session, statements: string): Promise<void> {
  try {
    await session.run(`begin read write; ${statements}; commit`)
  } catch (error) {
    await session.run('rollback').catch(() => undefined)
    throw error
  }
}

function tableStatement(history: QualifiedName): string {
  return `create table ${quoteName(history)} (
    version text primary key,
    name text not null,
    checksum text not null,
    state text not null check (state in ('applied', 'dirty')),
    statements_done int not null default 0,
    statement_hashes text[] not null default '{}',
    applied_at timestamptz not null default pg_catalog.now(),
    duration_ms int not null default 0,
    applied_by text,
    run_url text,
    commit_sha text
  )`
}

/**
 * The statement that records a revision as applied, for the same message as the COMMIT. Its duration is the
 * server's: from the BEGIN to this row, none where its clock was set back. It fails (22012) where a trigger
 * or a rule swallows the row. Text and not parameters: several statements in one message take none.
 */
export function recordApplied(history: QualifiedName, entry: Entry, author: Author): string {
  const values = [entry.version, entry.name, entry.checksum].map(quoteLiteral).join(', ')
  const by = [author.appliedBy, author.runUrl, author.commitSha].map(text =>
    quoteLiteral(text === '' ? null : text),
  )
  const ms = 'extract(epoch from pg_catalog.clock_timestamp() - pg_catalog.now()) * 1000'
  return `with recorded as (insert into ${quoteName(history)}
    (version, name, checksum, state, duration_ms, applied_at, applied_by, run_url, commit_sha)
    values (${values}, 'applied', greatest(0, least(${ms}, 2147483647))::int, pg_catalog.clock_timestamp(), ${by.join(', ')})
    returning 1) select 1 / count(*) from recorded`
}

/**
 * The statement that takes a revision out of the history, for the same message as the COMMIT of its way down. It fails
 * (22012) where the row is not there, or a trigger or a rule keeps it.
 */
export function recordRemoved(history: QualifiedName, version: string): string {
  return `with removed as (delete from ${quoteName(history)}
    where version = ${quoteLiteral(version)} and state = 'applied' returning 1) select 1 / count(*) from removed`
}

/** The statement that removes the row of a run that ended before anything took effect. */
export function forgetUnfinished(history: QualifiedName, version: string): string {
  return `delete from ${quoteName(history)} where version = ${quoteLiteral(version)} and state = 'dirty'`
}

/** A revision that runs statement by statement: what is begun is recorded before, what is done after. */
export interface Progress {
  begin(): Promise<void>
  statementBegins(hash: string): Promise<void>
  statementEnds(done: number): Promise<void>
  /** The server refused the statement: nothing of it is under way any more. */
  statementFailed(): Promise<void>
  finish(durationMs: number): Promise<void>
}

/** The history would not take how far a revision has come; what it did is done all the same. */
export class RecordFailure extends Error {
  readonly error: DatabaseError
  /** Statements that took effect. */
  readonly done: number

  constructor(error: DatabaseError, done: number) {
    super(error.message)
    this.error = error
    this.done = done
  }
}

/** Changes one row of the history, which must be there. */
type WriteRow = (sql: string, values: unknown[], done?: number) => Promise<void>

/** Throws RecordFailure for what the server says, and for a row that is gone; DatabaseError for a lost connection. */
function recorder(session: Session): WriteRow {
  let taken = 0
  return async (sql, values, done = taken) => {
    taken = done
    try {
      const rows = await session.query(`${sql} returning 1`, values)
      if (rows.length === 0) throw new DatabaseError({ message: 'its row is gone' })
    } catch (error) {
      throw error instanceof DatabaseError && !error.lost ? new RecordFailure(error, taken) : error
    }
  }
}

/** Keeps the progress of one `transaction:false` revision in its history row. */
export function trackProgress(
  session: Session,
  history: QualifiedName,
  entry: Entry,
  author: Author,
): Progress {
  const table = quoteName(history)
  const record = recorder(session)
  const update = (set: string, values: unknown[], done?: number): Promise<void> =>
    record(`update ${table} set ${set} where version = $1`, [entry.version, ...values], done)
  return {
    async begin() {
      await record(
        `insert into ${table} (version, name, checksum, state, applied_by, run_url, commit_sha)
         values ($1, $2, $3, 'dirty', $4, $5, $6)
         on conflict (version) do update set name = $2, checksum = $3, applied_by = $4, run_url = $5, commit_sha = $6`,
        [
          entry.version,
          entry.name,
          entry.checksum,
          author.appliedBy || null,
          author.runUrl || null,
          author.commitSha || null,
        ],
      )
    },
    statementBegins: hash =>
      update('statement_hashes = statement_hashes[1:statements_done] || $2::text', [hash]),
    statementEnds: done => update('statements_done = $2', [done], done),
    statementFailed: () => update('statement_hashes = statement_hashes[1:statements_done]', []),
    finish: durationMs =>
      update(
        "state = 'applied', duration_ms = duration_ms + $2::int, applied_at = pg_catalog.clock_timestamp()",
        [Math.round(durationMs)],
      ),
  }
}

/** First of the hashes of a row whose revision is being taken back: what follows are statements of its way down. */
const takenBack = 'down'

/** How far a way down has come, as a `dirty` row tells it; undefined for a way up. */
export function readTakenBack(hashes: readonly string[]): string[] | undefined {
  return hashes[0] === takenBack ? hashes.slice(1) : undefined
}

/**
 * Keeps the progress of one way down that runs outside of a transaction. The row stays `applied` until the first
 * statement begins, is `dirty` while it is half taken back, and goes with the last.
 */
export function trackRemoval(session: Session, history: QualifiedName, version: string): Progress {
  const table = quoteName(history)
  const record = recorder(session)
  const update = (set: string, values: unknown[], done?: number): Promise<void> =>
    record(`update ${table} set ${set} where version = $1`, [version, ...values], done)
  // Of an applied row they tell of the way up.
  const kept = `case when state = 'applied' then '{${takenBack}}'::text[] else statement_hashes[1:statements_done + 1] end`
  return {
    begin: async () => undefined,
    statementBegins: hash =>
      update(
        `statement_hashes = ${kept} || $2::text, statements_done = case when state = 'applied' then 0 else statements_done end, state = 'dirty'`,
        [hash],
      ),
    statementEnds: done => update('statements_done = $2', [done], done),
    statementFailed: () =>
      update(
        `statement_hashes = case when statements_done = 0 then '{}' else statement_hashes[1:statements_done + 1] end,
         state = case when statements_done = 0 then 'applied' else 'dirty' end`,
        [],
      ),
    finish: () => record(`delete from ${table} where version = $1`, [version]),
  }
}

/** Removes rows, or takes the files' names and checksums into them: what `stamp` does. One transaction. */
export async function rewriteHistory(
  session: Session,
  history: QualifiedName,
  change: { remove: string[]; record: Entry[] },
  author: Author,
): Promise<void> {
  const table = quoteName(history)
  await session.run('begin')
  try {
    await session.query(`delete from ${table} where version = any($1::text[])`, [change.remove])
    await session.query(
      `insert into ${table} (version, name, checksum, state, applied_by, run_url, commit_sha)
       select v, n, c, 'applied', $4, $5, $6 from unnest($1::text[], $2::text[], $3::text[]) as r(v, n, c)
       on conflict (version) do update set name = excluded.name, checksum = excluded.checksum, state = 'applied',
         statements_done = 0, statement_hashes = '{}', applied_at = pg_catalog.now(),
         applied_by = $4, run_url = $5, commit_sha = $6`,
      [
        change.record.map(one => one.version),
        change.record.map(one => one.name),
        change.record.map(one => one.checksum),
        author.appliedBy || null,
        author.runUrl || null,
        author.commitSha || null,
      ],
    )
    await session.run('commit')
  } catch (error) {
    await session.run('rollback').catch(() => undefined)
    throw error
  }
}
