/** Runs the gate in this process, wired as a door wires it, and keeps everything that it told. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, connect as dial, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals'
import { gitSource } from '../../src/changes/git.ts'
import { openDisk } from '../../src/disk.ts'
import type { Fault } from '../../src/domain.ts'
import { collectSecrets } from '../../src/door.ts'
import { readEvent } from '../../src/event.ts'
import { runGate } from '../../src/gate.ts'
import { aimOf, typeCommand } from '../../src/next-line.ts'
import { makeRedactor } from '../../src/redact.ts'
import { renderEvent } from '../../src/report/lines.ts'
import type { GateEvent } from '../../src/report/reporter.ts'
import type { DatabaseReport, Report } from '../../src/report/shape.ts'
import type { RawInputs } from '../../src/settings/inputs.ts'
import { readSettings } from '../../src/settings/read-settings.ts'
import type { Agree } from '../../src/stamp.ts'
import { wireGate } from '../../src/wire.ts'
import { type Database, freshDatabase, query } from './postgres.ts'
import { type Files, gitTestEnv } from './repo.ts'

/** A folder with files, outside of any git repository. */
export interface Project {
  path: string
  write(files: Files): void
  remove(): void
}

/** Makes a project; the keys are paths, and names of revisions go under migrations/ by `revisions`. */
export function makeProject(files: Files = {}): Project {
  const path = mkdtempSync(join(tmpdir(), 'gate-project-'))
  const write = (given: Files) => {
    for (const [name, content] of Object.entries(given)) {
      const file = join(path, name)
      mkdirSync(dirname(file), { recursive: true })
      if (content === null) rmSync(file, { recursive: true })
      else writeFileSync(file, content)
    }
  }
  write(files)
  return { path, write, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** The same with every key under migrations/. */
export function revisions(files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`migrations/${name}`, text]))
}

export interface GateOptions {
  inputs?: RawInputs
  /** What the gate may read of the environment. */
  env?: Record<string, string>
  payload?: unknown
  signal?: AbortSignal
  /** As the terminal has them. */
  dryRun?: boolean
  agree?: Agree
  /** Called for each event as it happens. */
  on?: (event: GateEvent) => void
}

export interface GateRun {
  report: Report
  events: GateEvent[]
  /** What a person would read, without colours. */
  log: string
  /** The one database of most tests. */
  database: DatabaseReport
  /** What closed the gate: that of the database, else the first of the run. */
  fault: Fault | undefined
}

/** Runs a command against `url` in a project. Throws when the settings have faults. */
export async function runIn(path: string, url: string, options: GateOptions = {}): Promise<GateRun> {
  const environment = { ...gitTestEnv(), DATABASE_URL: url, GITHUB_EVENT_NAME: 'push', ...options.env }
  const disk = openDisk(path)
  const read = await readSettings(options.inputs ?? {}, {
    disk,
    environment: name => (environment as Record<string, string>)[name],
  })
  const settings = { ...read, dryRun: options.dryRun ?? false }
  const redact = makeRedactor(collectSecrets(settings))
  const event = readEvent(environment, options.payload ?? {})
  const events: GateEvent[] = []
  const lines: string[] = []
  const aim = aimOf(options.inputs ?? {})
  const reporter = (happened: GateEvent) => {
    events.push(happened)
    for (const line of renderEvent(happened, next => typeCommand(next, aim))) lines.push(redact(line.text))
    options.on?.(happened)
  }
  const changes = gitSource({ cwd: path, env: environment })
  const { agree } = options
  const known = { disk, root: path, environment, changes, reporter, redact }
  const signal = options.signal ?? new AbortController().signal
  const outside = { ...known, actor: 'octocat', commit: 'c'.repeat(40), agree, signal }
  const report = await runGate(settings, event, wireGate(settings, event, outside), signal)
  const database = report.databases[0] as DatabaseReport
  return { report, events, log: lines.join('\n'), database, fault: database?.fault ?? report.faults[0] }
}

/** Frontend messages that ask something of a server, each by its letter: Q simple, P parse. */
export interface Tap {
  /** The URL of the same database through the tap. */
  url: string
  /** Texts of all queries, in order, over all connections. */
  queries: string[]
  close(): Promise<void>
}

/** Stands between gate and server and writes down every query that goes through. */
export async function tap(url: string): Promise<Tap> {
  const target = new URL(url)
  const queries: string[] = []
  const server = createServer(client => {
    const upstream = dial(Number(target.port), target.hostname)
    const read = frontendReader(text => queries.push(text))
    client.on('data', piece => read(piece))
    client.pipe(upstream)
    upstream.pipe(client)
    client.on('error', () => upstream.destroy())
    upstream.on('error', () => client.destroy())
  })
  const port = await listen(server)
  const through = url.replace(`:${target.port}/`, `:${port}/`)
  return { url: through, queries, close: () => closeServer(server) }
}

/** Messages of the protocol, version 3: a letter, a length, a body; the first ones have no letter. */
function frontendReader(onQuery: (text: string) => void): (piece: Buffer) => void {
  let rest = Buffer.alloc(0)
  let started = false
  return piece => {
    rest = Buffer.concat([rest, piece])
    for (;;) {
      const head = started ? 1 : 0
      if (rest.length < head + 4) return
      const length = rest.readInt32BE(head) + head
      if (rest.length < length) return
      const body = rest.subarray(head + 4, length)
      if (started) {
        const letter = String.fromCharCode(rest[0] ?? 0)
        if (letter === 'Q') onQuery(body.subarray(0, -1).toString('utf8'))
        if (letter === 'P')
          onQuery(
            body
              .subarray(body.indexOf(0) + 1)
              .toString('utf8')
              .split('\0')[0] ?? '',
          )
      } else {
        // An SSLRequest is answered before the startup message comes.
        started = body.readInt32BE(0) === 196_608
      }
      rest = rest.subarray(length)
    }
  }
}

/** A server on a free port of the loopback. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

export function closeServer(server: Server): Promise<void> {
  return new Promise(resolve => server.close(() => resolve()))
}

/** Waits until `check` holds; gives up with its last answer in the error. */
export async function eventually<Value>(check: () => Promise<Value>, timeoutMs = 20_000): Promise<Value> {
  for (const until = Date.now() + timeoutMs; ; ) {
    const value = await check()
    if (value) return value
    if (Date.now() > until) throw new Error(`It did not come true within ${timeoutMs} ms: ${check}`)
    await new Promise(resolve => setTimeout(resolve, 25))
  }
}

/** A database and a project of their own for every test of a file. */
export interface Bench {
  readonly database: Database
  readonly project: Project
  /** Writes revisions under migrations/. */
  write(files: Files): void
  /** Runs a command of the gate; `upgrade` unless told otherwise. */
  run(inputs?: RawInputs, options?: GateOptions): Promise<GateRun>
  query<Row extends object = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<Row[]>
  superuser(sql: string): Promise<Record<string, unknown>[]>
  /** Names of the tables in public, without the history. */
  tables(): Promise<string[]>
  /** The history, in order of version. */
  history(): Promise<HistoryRow[]>
}

export interface HistoryRow {
  version: string
  name: string
  checksum: string
  state: string
  statements_done: number
  statement_hashes: string[]
  applied_at: Date
  duration_ms: number
  applied_by: string | null
  run_url: string | null
  commit_sha: string | null
}

/** A database is dear to make and cheap to empty: every schema goes, and `public` comes back as initdb makes it. */
const emptyDatabase = `
  do $$ declare name text; begin
    for name in select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema' loop
      execute format('drop schema %I cascade', name);
    end loop;
  end $$;
  create schema public authorization pg_database_owner;
  grant usage on schema public to public`

/**
 * Call it at the top of a test file: one database for the file, empty before each test, and a project for each.
 * `server` names the superuser's URL of another server than that of the run, once there is one.
 */
export function useBench(options: { password?: string; server?: () => string } = {}): Bench {
  let database: Database
  let project: Project
  beforeAll(async () => {
    const { password, server } = options
    database = await freshDatabase({ ...(password && { password }), ...(server && { server: server() }) })
  })
  beforeEach(() => {
    project = makeProject()
  })
  afterEach(async () => {
    project.remove()
    await query(database.superuserUrl, emptyDatabase)
  })
  afterAll(() => database.drop())
  return {
    get database() {
      return database
    },
    get project() {
      return project
    },
    write: files => project.write(revisions(files)),
    run: (inputs = {}, options = {}) => runIn(project.path, database.url, { ...options, inputs }),
    query: (sql, values) => query(database.url, sql, values),
    superuser: sql => query(database.superuserUrl, sql),
    async tables() {
      const rows = await query<{ name: string }>(
        database.url,
        `select tablename::text as name from pg_tables where schemaname = 'public' and tablename <> 'migration_history' order by 1`,
      )
      return rows.map(row => row.name)
    },
    history: () => query(database.url, 'select * from migration_history order by version'),
  }
}
