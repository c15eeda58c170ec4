import { gateError } from '../../catalogue/catalogue.ts'
import { DatabaseError, type OpenSession } from '../../database/session.ts'
import { type Disk, decodeText } from '../../disk.ts'
import { serverError } from '../../engines/server-errors/said.ts'
import type { ScriptPath } from '../../settings/settings.ts'
import { oneLine, showInput } from '../../text.ts'

/**
 * Runs SQL files as the owner, each in a session of its own and as one message, so that what a dump sets is gone with
 * it. Throws GateError with the file’s line.
 */
export async function runFiles(
  input: 'baseline' | 'seed',
  files: readonly ScriptPath[],
  { disk, open, timeoutMs }: { disk: Disk; open: OpenSession; timeoutMs: number },
): Promise<void> {
  for (const file of files) {
    const { path, text } = readFile(input, file, disk)
    const session = await open(() => undefined)
    try {
      await session.run(`set statement_timeout = ${timeoutMs}`)
      await session.run(withoutMeta(text))
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error
      const reason = `${oneLine(error.message, 300).replace(/\.$/, '')}.`
      const line = error.position === undefined ? {} : { line: lineAt(text, error.position) }
      const around = { place: { path, ...line }, server: serverError(error) }
      throw gateError('rehearsal-file', { input, path: oneLine(path), reason }, around)
    } finally {
      await session.close()
    }
  }
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
