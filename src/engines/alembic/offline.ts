import { posix } from 'node:path'
import type { PlannedSql } from '../../by-hand.ts'
import type { Disk } from '../../disk.ts'
import { GateError } from '../../errors.ts'
import { count, oneLine } from '../../text.ts'
import { showSql } from '../sql/text/show-sql.ts'
import { splitStatements } from '../sql/text/statements.ts'
import { readLogLine } from './child/log-lines.ts'
import { type ChildEnd, type ChildOptions, runAlembic } from './child/run.ts'
import { offlineEnvironment } from './offline-environment.ts'
import type { ChildEvent, Start } from './shapes.ts'

/** What asking Alembic for its SQL needs. */
export interface OfflineOptions {
  child: Omit<ChildOptions, 'args' | 'onEvent' | 'onLine' | 'signal'> & { start: Start }
  disk: Disk
  /** `upgrade` or `downgrade`. */
  command: 'upgrade' | 'downgrade'
  /** Rows of the version table. */
  rows: readonly string[]
  target: string
  signal: AbortSignal
  /** Whose code would run: that of a stranger is not started. */
  trusted: boolean
}

/** As long as Alembic may take to write what it would send. */
const patienceMs = 30_000
/** Characters that are kept of all of it. */
const most = 4 << 20

/**
 * Alembic’s own SQL for a way, from its offline mode (`--sql`). It is started without a URL: the child has one that leads
 * nowhere, so that no revision can write. Where it cannot tell all of it, the answer says why; never throws.
 */
export async function askForSql(options: OfflineOptions): Promise<PlannedSql> {
  const why = whyNot(options)
  if (why !== undefined) return why === '' ? { revisions: [] } : { revisions: [], why }
  const { child, command, rows, target, signal } = options
  const parts: { id: string; lines: string[] }[] = []
  const seen: ChildEvent[] = []
  let kept = 0
  const timeout = AbortSignal.timeout(patienceMs)
  const end = await runAlembic({
    ...child,
    environment: offlineEnvironment(child.environment),
    args: [command, `${rows[0] ?? 'base'}:${target}`, '--sql'],
    signal: AbortSignal.any([signal, timeout]),
    onEvent: event => {
      if (event.kind === 'configured' || event.kind === 'failure') seen.push(event)
    },
    onLine(line, stream) {
      if (stream === 'stderr') return
      const begun = line.startsWith('-- Running ') ? readLogLine(line) : null
      if (begun?.kind === 'started') parts.push({ id: begun.revision, lines: [] })
      else if (kept <= most) parts.at(-1)?.lines.push(line)
      kept += line.length
    },
  })
  const configured = seen.find(event => event.kind === 'configured')
  const failure = seen.findLast(event => event.kind === 'failure')
  const table = configured?.versionTable ?? 'alembic_version'
  const revisions = showSql(parts.map(({ id, lines }) => shownOf(id, lines.join('\n'), table)))
  if (end.code === 0) return { revisions }
  // Of the revision that failed only a part was written.
  const whole = revisions.filter(({ id }) => id !== failure?.revision)
  if (timeout.aborted)
    return { revisions: whole, why: `Alembic did not write it within ${count(patienceMs / 1000, 'second')}` }
  return { revisions: whole, why: explain(end, configured, failure) }
}

/** Why Alembic is not asked; empty where nobody expects it to be. */
function whyNot({ child, disk, rows, trusted }: OfflineOptions): string | undefined {
  const { start, environment } = child
  if (!trusted) return 'this event may bring a stranger’s code, and Alembic would run it'
  if (rows.length > 1)
    return `the database is at ${rows.map(row => oneLine(row, 80)).join(' and ')}, and Alembic’s offline mode begins at one revision`
  const usesUv = start.argv[0] === 'uv' && start.argv[1] === 'run'
  const venv = environment.UV_PROJECT_ENVIRONMENT || '.venv'
  if (!usesUv || isInstalled(disk, start.folder, venv)) return undefined
  // Nothing is to be installed yet: `alembic/setup` plans first.
  return environment.UV_NO_SYNC && environment.GITHUB_ACTIONS
    ? ''
    : `there is no ${oneLine(venv, 200)} of uv here, and a plan installs nothing (\`uv sync\` makes it)`
}

/** A plan installs nothing. The environment of a workspace is beside its lock file. */
function isInstalled(disk: Disk, from: string, venv: string): boolean {
  const has = (folder: string) => disk.readBytes(posix.join(folder, venv, 'pyvenv.cfg')).ok
  if (posix.isAbsolute(venv)) return disk.readBytes(posix.join(venv, 'pyvenv.cfg')).ok
  for (let folder = from; ; folder = posix.dirname(folder)) {
    if (has(folder)) return true
    if (folder === '.' || folder === '' || folder === posix.dirname(folder) || folder.startsWith('..'))
      return false
  }
}

type Of<Kind> = Extract<ChildEvent, { kind: Kind }> | undefined

function explain(end: ChildEnd, configured: Of<'configured'>, failure: Of<'failure'>): string {
  if (end.failure === 'missing') return `${oneLine(end.program)} was not found`
  const said = failure === undefined ? lastLine(end) : `${failure.type}: ${failure.message}`
  const reason = said === '' ? `Alembic ended with ${end.code}` : oneLine(said, 200)
  if (failure?.revision)
    return `${oneLine(failure.revision, 80)} cannot be written offline, as one that reads data cannot (${reason})`
  if (configured === undefined && end.hooked) return `env.py does not come to the offline mode (${reason})`
  return `Alembic could not write it offline (${reason})`
}

function lastLine({ stderr }: ChildEnd): string {
  return stderr.trim().split('\n').at(-1) ?? ''
}

/** Without Alembic’s own statements: transactions, and the rows of the version table. */
function shownOf(id: string, text: string, table: string) {
  try {
    const all = splitStatements(text, { path: '' })
    const statements = all.filter(statement => !isAlembics(statement.text, table))
    return { id, text: statements.map(statement => `${statement.text};`).join('\n'), statements }
  } catch (error) {
    if (!(error instanceof GateError)) throw error
    return { id, text, statements: [] }
  }
}

function isAlembics(text: string, table: string): boolean {
  if (/^(?:begin|commit)$/i.test(text)) return true
  const target = /^(?:update|insert\s+into|delete\s+from|create\s+table|drop\s+table)\s+([\w."]+)/i.exec(
    text,
  )?.[1]
  return target?.replaceAll('"', '').split('.').at(-1) === table
}
