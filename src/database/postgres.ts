import type { Writable } from 'node:stream'
import type { Redact } from '../redact.ts'
import { harmless, oneLine } from '../text.ts'
import { writeTogether } from '../write-together.ts'
import { type Connected, connectOn, hangUp } from './connect.ts'
import { connectFault } from './connect-faults.ts'
import { type Patience, withPatience } from './doctor/patience.ts'
import { type Driver, loadDriver, type QueryArrayResult } from './driver.ts'
import { type Answering, makeMessageClass } from './message.ts'
import {
  type About,
  DatabaseError,
  type Hear,
  type OnRow,
  type Session,
  type Standing,
  type StatementAnswer,
  type StatementResult,
} from './session.ts'
import { type ReadCertificate, tlsWays } from './tls.ts'
import type { Target } from './url.ts'

/** What a session needs beside its target. */
export interface SessionOptions {
  redact: Redact
  readCertificate: ReadCertificate
  /** Shown to whoever looks at pg_stat_activity; Postgres keeps 63 bytes of it. */
  applicationName: string
  onNotice: Hear
  /** For a server that is starting, or full; without it there is one attempt. */
  patience?: Patience | undefined
}

/** How long a session may take to end in an orderly way. */
const goodbyeMs = 3_000

/** Opens a session. Throws GateError, whose text names host and database and never a credential. */
export async function openPostgres(target: Target, options: SessionOptions): Promise<Session> {
  const { applicationName, patience, redact, readCertificate } = options
  const driver = await loadDriver()
  const ways = tlsWays(target, readCertificate)
  const attempt = () => connectOn(driver, target, applicationName, ways, patience?.signal)
  const { client, way } = await withPatience(attempt, target, patience, (error, tried) =>
    connectFault(error, { target, redact, tried }),
  )
  const another = async (): Promise<Session> =>
    makeSession(driver, await connectOn(driver, target, applicationName, [way]), options, another)
  return makeSession(driver, { client, way }, options, another)
}

function makeSession(
  driver: Driver,
  { client }: Connected,
  { redact, onNotice }: SessionOptions,
  another: () => Promise<Session>,
): Session {
  const { processID: announced, connection } = client as unknown as {
    processID: number
    connection: { stream: Writable & { unref(): void } }
  }
  // Of the messages that have no answer yet, in order: a notice belongs to the first of them.
  const hearing: (Hear | undefined)[] = []
  client.on('notice', notice => {
    const severity = oneLine(notice.severity ?? 'NOTICE', 20)
    const hear = hearing[0] ?? onNotice
    hear(severity, harmless(redact(notice.message ?? '')))
  })
  const Message = makeMessageClass(driver)
  const send = (
    text: string,
    extended: boolean,
    hear: Hear | undefined,
    onRow?: OnRow,
  ): Promise<StatementAnswer> =>
    new Promise((resolve, reject) => {
      const answering = {
        resolve: ({ command, count }: StatementResult) => {
          hearing.shift()
          // The status belongs to this answer only now: the next one may be in the same packet.
          resolve({ command, count, standing: readStanding(client.getTransactionStatus()) })
        },
        reject: (error: unknown) => {
          hearing.shift()
          reject(databaseError(error, redact))
        },
      }
      const query =
        onRow === undefined
          ? new Message(text, extended, answering)
          : readingRows(driver, text, answering, onRow)
      hearing.push(hear)
      writeTogether(connection.stream, () => client.query(query))
    })
  let pid = announced
  let pooled = false
  const ended = new AbortController()
  client.on('end', () => ended.abort())
  return {
    get pid() {
      return pid
    },
    get pooled() {
      return pooled
    },
    knowBackend(answered) {
      pooled ||= answered !== pid
      pid = answered
    },
    ended: ended.signal,
    async query<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
      try {
        return (await client.query<Row>(text, values)).rows
      } catch (error) {
        throw databaseError(error, redact)
      }
    },
    run: (text, hear) => send(text, false, hear),
    execute: (text, hear, onRow) => send(text, true, hear, onRow),
    async standing() {
      return (await send('', false, undefined)).standing
    },
    async cancel() {
      try {
        const helper = await another()
        // Of a session that has ended, the server may give the number to somebody else's.
        if (!ended.signal.aborted) await helper.query('select pg_catalog.pg_cancel_backend($1)', [pid])
        await helper.close()
      } catch {
        // The server may be gone, or full; the session's own failure will say more than this one.
      }
    },
    async close(how) {
      if (how === 'without-waiting') {
        client.end().catch(() => undefined)
        connection.stream.unref()
        return
      }
      const late = setTimeout(() => hangUp(client), goodbyeMs)
      await client.end().catch(() => undefined)
      clearTimeout(late)
    },
    hangUp: () => hangUp(client),
  }
}

/** The status byte of ReadyForQuery (PostgreSQL documentation, 54.7 Message Formats). */
function readStanding(status: string | null): Standing {
  return status === 'T' ? 'open' : status === 'E' ? 'failed' : 'idle'
}

/** One statement, by the extended protocol, with each of its rows as it comes: by name two columns of one name would be one. */
function readingRows(driver: Driver, text: string, { resolve, reject }: Answering, onRow: OnRow) {
  const config = { text, rowMode: 'array', queryMode: 'extended' }
  const query = new driver.Query(config)
  // With a listener for rows, pg does not collect them.
  query.on('row', (row: unknown[], result) => onRow(row, result?.fields.map(field => field.name) ?? []))
  query.on('error', reject)
  query.on('end', ({ command, rowCount }: QueryArrayResult) => resolve({ command, count: rowCount }))
  return query
}

function databaseError(error: unknown, redact: Redact): DatabaseError {
  const said = error as Record<string, unknown>
  const text = (key: string): string | undefined =>
    typeof said[key] === 'string' ? harmless(redact(said[key])) : undefined
  const code = text('code') ?? ''
  const sqlstate = /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('E') ? code : ''
  const position = Number(said.position)
  return new DatabaseError({
    message: oneLine(text('message') ?? String(error), 2000),
    code: sqlstate,
    severity: text('severity') ?? 'ERROR',
    detail: text('detail'),
    hint: text('hint'),
    where: text('where'),
    about: readAbout(said),
    position: Number.isInteger(position) && position > 0 ? position : undefined,
    // 57P01-57P03: the server ends the session (admin shutdown, crash, cannot connect now); class 08: connection.
    lost: sqlstate === '' || /^(?:57P0[123]|08)/.test(sqlstate),
  })
}

/** Names serve in queries that we offer: they stay as they are, and are made harmless where they are shown. */
function readAbout(said: Record<string, unknown>): About {
  const keys = ['schema', 'table', 'column', 'constraint'] as const
  return Object.fromEntries(keys.flatMap(key => (typeof said[key] === 'string' ? [[key, said[key]]] : [])))
}
