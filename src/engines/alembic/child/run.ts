import { type ProcessResult, runProcess } from '../../../process.ts'
import type { Redact } from '../../../redact.ts'
import type { ChildEvent, Start } from '../shapes.ts'
import { type Environment, hookEnvironment, type Timeouts } from './environment.ts'
import { readEvent } from './events.ts'
import { cleanLine, keepEnds, splitLines } from './lines.ts'
import { readLogLine } from './log-lines.ts'

export interface ChildOptions {
  start: Pick<Start, 'argv'>
  /** Where it is started. Absolute. */
  folder: string
  /** The sub-command and what follows it. */
  args: readonly string[]
  /** Undefined: its sessions are left as they are. */
  timeouts: Timeouts | undefined
  /** Made by `childEnvironment`. */
  environment: Environment
  /** From `findHookFolder`; without it the child runs unwatched. */
  hookFolder: string | undefined
  /** Asks for a `graph` event: for projects whose ids cannot be read statically. */
  describe?: boolean
  /** Asks for a `sent` event of every statement. */
  capture?: boolean
  redact: Redact
  /** Texts are redacted and still foreign. */
  onEvent: (event: ChildEvent) => void
  /** Lines of the user's program, redacted and harmless. */
  onLine: (line: string, stream: 'stdout' | 'stderr') => void
  /** Ends the child and all that it started: SIGINT, then SIGTERM, then SIGKILL, two seconds apart. */
  signal?: AbortSignal
}

/** How the child ended. What is applied now, only the database can tell. */
export interface ChildEnd {
  /** Null when it did not start or died by a signal. `255` is Alembic's own "FAILED". */
  code: number | null
  signal: NodeJS.Signals | null
  /** Why it did not start, or that we ended it. */
  failure: ProcessResult['failure']
  /** The program that was started: what is missing when `failure` says so. */
  program: string
  /** Whether the hook was in place. Without it only the log lines tell what started. */
  hooked: boolean
  /** Head and tail of what it printed, redacted and harmless: 64 KiB each at most. */
  stdout: string
  stderr: string
}

/** Milliseconds that events of the hook may lie unread. */
const longestRestMs = 100
/** Characters of an event at most: a graph of some ten thousand revisions. */
const longestEvent = 16 * 1024 * 1024

/**
 * Starts Alembic, watches it, waits for its end. Never rejects because of the child. It cannot ask for input, its
 * output fills no memory, and it ends with us, even when we are killed, as long as the hook is in place.
 */
export async function runAlembic(options: ChildOptions): Promise<ChildEnd> {
  const { start, folder, args, hookFolder, redact } = options
  const watch = watchEvents(options)
  const output = { stdout: readOutput('stdout'), stderr: readOutput('stderr') }
  function readOutput(stream: 'stdout' | 'stderr') {
    const kept = keepEnds()
    const lines = splitLines(raw => {
      const line = cleanLine(raw, redact)
      kept.add(line)
      options.onLine(line, stream)
      watch.readLine(line)
    })
    return { kept, lines }
  }
  const env =
    hookFolder === undefined
      ? options.environment
      : hookEnvironment(options.environment, hookFolder, options.timeouts, {
          describe: options.describe === true,
          capture: options.capture === true,
        })
  const result = await runProcess([...start.argv, ...args], {
    cwd: folder,
    env,
    keepNothing: true,
    interruptFirst: true,
    onOutput: (piece, stream) => output[stream].lines.push(piece),
    onEvents: piece => watch.events.push(piece),
    restMs: restOf(options.timeouts),
    ...(options.signal ? { signal: options.signal } : {}),
  })
  watch.events.end()
  for (const { lines } of Object.values(output)) lines.end()
  return {
    code: result.code,
    signal: result.signal,
    failure: result.failure,
    program: start.argv[0] ?? '',
    hooked: watch.hooked(),
    stdout: output.stdout.kept.text(),
    stderr: output.stderr.kept.text(),
  }
}

/** Who is in the way of a lock has to be asked while the statement waits for it, and the hook needs its moment too. */
function restOf(timeouts: Timeouts | undefined): number {
  const { lockMs = 0 } = timeouts ?? {}
  return lockMs === 0 ? longestRestMs : Math.min(longestRestMs, lockMs / 8)
}

/** Events of the hook; where there is none, what the log lines tell. */
function watchEvents({ redact, onEvent }: ChildOptions) {
  let hooked = false
  const events = splitLines(line => {
    const event = readEvent(line, redact)
    if (event === null) return
    hooked ||= event.kind === 'hooked'
    onEvent(event)
  }, longestEvent)
  return {
    events,
    hooked: () => hooked,
    /** The hook's first event was written before Alembic logs anything. */
    readLine(line: string): void {
      const event = hooked ? null : readLogLine(line)
      if (event !== null) onEvent(event)
    },
  }
}
