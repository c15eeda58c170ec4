import { gateError } from '../../catalogue/catalogue.ts'
import { DatabaseError, type OpenSession } from '../../database/session.ts'
import { type Disk, decodeText } from '../../disk.ts'
import { serverError } from '../../engines/server-errors/said.ts'
import type { ScriptPath } from '../../settings/settings.ts'
import { oneLine, showInput } from '../../text.ts'
import { longest, requireCalm } from './broken.ts'
import { type MakeRole, missingRole, mostRoles } from './roles.ts'

/**
 * Runs SQL files as the owner, each in a session of its own and as one message, so that what a dump sets is gone with
 * it. Throws GateError with the file’s line, or `interrupted`.
 */
export async function runFiles(
  input: 'baseline' | 'seed',
  files: readonly ScriptPath[],
  options: RunOptions,
): Promise<void> {
  const { disk, makeRole, deadline, signal } = options
  for (const file of files) {
    const { path, text } = readFile(input, file, disk)
    const tried = new Set<string>()
    for (;;) {
      const error = await runText(withoutMeta(text), options)
      requireCalm(signal)
      if (error === undefined) break
      if (deadline.aborted) throw gateError(...endlessOf(input, path))
      const role = missingRole({ server: serverError(error) })
      const again = role !== undefined && !tried.has(role) && tried.size < mostRoles
      if (!again || makeRole === undefined) throw gateError(...failureOf(input, path, text, error))
      tried.add(role)
      await makeRole(role)
    }
  }
}

interface RunOptions {
  disk: Disk
  open: OpenSession
  /** Makes a role that a file names and the server has not. */
  makeRole?: MakeRole | undefined
  /** Of a statement, unless the file says otherwise: dumps do. */
  timeoutMs: number
  signal: AbortSignal
  /** Aborted when all of it has taken as long as it may. */
  deadline: AbortSignal
}

/** How long a server may take to cancel. */
const cancelMs = 1_000

/** One message is one transaction, as long as the file does not end it: what fails leaves nothing. */
async function runText(
  text: string,
  { open, timeoutMs, signal, deadline }: RunOptions,
): Promise<DatabaseError | undefined> {
  const stopped = AbortSignal.any([signal, deadline])
  const session = await open(() => undefined)
  let hanging: NodeJS.Timeout | undefined
  const stop = () => {
    hanging ??= setTimeout(session.hangUp, cancelMs)
    void session.cancel()
  }
  stopped.addEventListener('abort', stop)
  try {
    if (stopped.aborted) stop()
    await session.run(`set statement_timeout = ${timeoutMs}`)
    await session.run(text)
    return undefined
  } catch (error) {
    if (error instanceof DatabaseError) return error
    throw error
  } finally {
    stopped.removeEventListener('abort', stop)
    await session.close()
    clearTimeout(hanging)
  }
}

function endlessOf(input: string, path: string) {
  const reason = `it did not come to its end within the ${longest} that all of a rehearsal may take.`
  return ['rehearsal-file', { input, path: oneLine(path), reason }, { place: { path } }] as const
}

function failureOf(input: string, path: string, text: string, error: DatabaseError) {
  const reason = `${oneLine(error.message, 300).replace(/\.$/, '')}.`
  const line = error.position === undefined ? {} : { line: lineAt(text, error.position) }
  const around = { place: { path, ...line }, server: serverError(error) }
  return ['rehearsal-file', { input, path: oneLine(path), reason }, around] as const
}

/** `\restrict` and its kin, which pg_dump writes for psql: a line stays a line. */
function withoutMeta(text: string): string {
  return text.replace(/^\\(?:un)?restrict\b.*$/gm, match => ' '.repeat(match.length))
}

/** `position` counts code points from 1. */
function lineAt(text: string, position: number): number {
  return [...text].slice(0, position - 1).filter(one => one === '\n').length + 1
}

function readFile(
  input: string,
  { given, candidates }: ScriptPath,
  disk: Disk,
): { path: string; text: string } {
  for (const path of candidates) {
    const bytes = disk.readBytes(path)
    if (!bytes.ok && bytes.absent) continue
    const decoded = bytes.ok ? decodeText(bytes.value) : bytes
    if (decoded.ok) return { path, text: decoded.text }
    throw gateError(
      'revision-unreadable',
      { path: oneLine(path), reason: decoded.reason },
      { place: { path } },
    )
  }
  const looked = candidates.map(path => showInput(path))
  throw gateError('script-missing', { input, given: showInput(given, 120), looked })
}
