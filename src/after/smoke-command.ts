import { makeFault } from '../catalogue/catalogue.ts'
import type { Fault } from '../domain.ts'
import { cleanLine, splitLines } from '../engines/alembic/child/lines.ts'
import { lifelineDescriptor, type ProcessResult, runProcess } from '../process.ts'
import type { Redact } from '../redact.ts'
import { oneLine } from '../text.ts'

export interface CommandOptions {
  /** The program and its arguments. */
  words: readonly string[]
  /** Absolute. */
  folder: string
  environment: Record<string, string | undefined>
  /** Milliseconds after which it is ended, and the same as a person wrote it. */
  timeoutMs: number
  timeoutText: string
  redact: Redact
  signal: AbortSignal
  /** Its output, redacted and harmless. */
  onLine: (line: string) => void
  /** It has run for a while. */
  onRunning: (elapsedMs: number) => void
}

const sayEveryMs = 10_000

/**
 * Waits beside the command for our end, however that comes, and then ends all that it started. The descriptor of the
 * lifeline is the shell’s alone: the command gets neither it nor the one for events.
 */
const guarded = `(read _ <&${lifelineDescriptor}; kill -9 0) </dev/null >/dev/null 2>&1 3>&- & exec "$@" 3>&- ${lifelineDescriptor}>&-`

/** Runs the `smoke-command`. Undefined when it ended with 0; never rejects. */
export async function runSmokeCommand(options: CommandOptions): Promise<Fault | undefined> {
  const { words, folder: cwd, environment: env, timeoutMs, redact, signal, onLine } = options
  let last = ''
  const lines = { stdout: readLines(), stderr: readLines() }
  function readLines() {
    return splitLines(raw => {
      const line = cleanLine(raw, redact)
      if (line.trim() !== '') last = line.trim()
      onLine(line)
    })
  }
  const argv = process.platform === 'win32' ? words : ['/bin/sh', '-c', guarded, 'sh', ...words]
  const began = performance.now()
  const timer = setInterval(() => options.onRunning(performance.now() - began), sayEveryMs)
  const result = await runProcess(argv, {
    cwd,
    env,
    timeoutMs,
    keepNothing: true,
    interruptFirst: true,
    signal,
    onEvents: () => undefined,
    onOutput: (piece, stream) => lines[stream].push(piece),
  })
  clearInterval(timer)
  for (const stream of Object.values(lines)) stream.end()
  return whyFailed(result, options, last)
}

function whyFailed(
  { code, signal, failure }: ProcessResult,
  { words, timeoutText }: CommandOptions,
  last: string,
): Fault | undefined {
  if (code === 0 && failure === undefined) return undefined
  const command = oneLine(words.join(' '), 120)
  const program = oneLine(words[0] ?? '', 80)
  if (failure === 'timeout') return makeFault('smoke-command-slow', { command, waited: timeoutText })
  if (failure === 'aborted')
    return makeFault('follow-up-interrupted', { name: `the \`smoke-command\` ${command}` })
  const reason = whyNotStarted(code, failure)
  const said = oneLine(last, 300).replace(/\.$/, '')
  if (reason !== undefined) return makeFault('smoke-command-start', { program, reason, last: said })
  const end = signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`
  return makeFault('smoke-command-failed', { command, end, last: said })
}

/** A shell tells by 126 and 127 what spawning tells by an error; so does the command of what it starts itself. */
function whyNotStarted(code: number | null, failure: ProcessResult['failure']): string | undefined {
  if (failure === 'no-folder') return 'has no folder to be run in'
  if (failure === 'missing') return 'was not found'
  if (failure === 'denied') return 'may not be run'
  if (code === 127) return 'was not found, or did not find what it starts'
  return code === 126 ? 'may not be run, or may not run what it starts' : undefined
}
