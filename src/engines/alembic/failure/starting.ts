/** Ends before the first line of Python, and ends without a word. */

import { posix } from 'node:path'
import { makeFault } from '../../../catalogue/catalogue.ts'
import type { Fault } from '../../../domain.ts'
import { harmless, oneLine } from '../../../text.ts'
import type { Start } from '../shapes.ts'
import type { Ended, FailureFacts } from './ended.ts'
import { readRevision } from './read-text.ts'
import { folderOf, reasonOf } from './told.ts'

/** How a package is added where Alembic is started like this. */
export function adder(start: Start): string {
  const name = programOf(start)
  return name === 'uv' ? 'uv add' : name === 'poetry' ? 'poetry add' : 'pip install'
}

/** The program did not start, or it ended before Alembic did anything; undefined where it went further. */
export function explainStart(end: Ended, facts: FailureFacts): Fault | undefined {
  const { start } = facts
  const program = oneLine(start.argv[0] ?? '')
  if (end.started === 'missing') return makeFault('program-missing', { program, why: oneLine(start.why) })
  if (end.started === 'denied') return makeFault('program-denied', { program })
  if (end.started === 'no-folder') return makeFault('program-folder', { folder: folderOf(facts) })
  // With the hook in place Alembic ran, and `error:` is somebody's own word.
  if (/^Traceback /m.test(end.stderr) || end.failure !== undefined || end.hooked) return undefined
  const text = harmless(`${end.stderr}\n${end.stdout}`)
  if (notInstalled.test(text))
    return makeFault('alembic-not-installed', { program: programOf(start), add: adder(start) })
  return programOf(start) === 'uv' ? explainUv(text) : undefined
}

/** uv, poetry and Python each say it in their own words. */
const notInstalled =
  /Failed to spawn: .?alembic|^Command not found: alembic|No module named '?alembic'?\b|alembic: (?:command )?not found/m

/** `error: …`, and under it `cause: …` (before uv 0.12: `Caused by: …`). */
function explainUv(text: string): Fault | undefined {
  const error = /^error: (.+)$/m.exec(text)?.[1]
  if (error === undefined) return undefined
  const causes = [...text.matchAll(/^ +(?:cause|Caused by): (.+)$/gim)].map(found => found[1] ?? '')
  const reason = reasonOf([error, ...causes.slice(0, 1)].join(': '))
  if (/network was disabled|Failed to fetch|error sending request|dns error|tcp connect/i.test(text))
    return makeFault('uv-network', { reason: reasonOf([error, ...causes.slice(-1)].join(': ')) })
  if (/uv\.lock|lockfile/i.test(error)) return makeFault('uv-lock', { reason })
  return makeFault('uv-failed', { program: 'uv', reason })
}

/** Nothing was raised: a signal, or an exit code and the last line. */
export function explainSilence(end: Ended, facts: FailureFacts): Fault {
  const signal = end.signal ?? signalOf(end.code)
  if (signal === 'SIGKILL')
    return makeFault('child-memory', { how: end.signal === null ? `exit code ${end.code}` : signal })
  if (signal !== undefined) return makeFault('child-killed', { signal: oneLine(signal, 20) })
  const lines = harmless(end.stderr)
    .split('\n')
    .filter(line => line.trim() !== '')
  const last = oneLine(lines.at(-1) ?? '')
  // Alembic's own log is no reason.
  const shown = /^(?:INFO|DEBUG)\b/.test(last) ? '' : last
  const script = facts.scripts.get(readRevision(end.stderr) ?? '')
  return makeFault(
    'child-exit',
    { code: String(end.code), last: shown, began: end.hooked || script !== undefined },
    {
      next: [{ command: 'current' }],
      ...(script === undefined ? {} : { place: { path: script.path, line: script.revisionLine } }),
    },
  )
}

const signals: Record<number, string> = {
  1: 'SIGHUP',
  2: 'SIGINT',
  4: 'SIGILL',
  6: 'SIGABRT',
  7: 'SIGBUS',
  9: 'SIGKILL',
  11: 'SIGSEGV',
  13: 'SIGPIPE',
  14: 'SIGALRM',
  15: 'SIGTERM',
}

/** Shells and `uv run` tell a child's signal as 128 and its number. */
function signalOf(code: number | null): string | undefined {
  return code === null ? undefined : signals[code - 128]
}

function programOf(start: Start): string {
  return oneLine(posix.basename((start.argv[0] ?? '').replaceAll('\\', '/')).replace(/\.exe$/i, ''))
}
