import { spawn } from 'node:child_process'
import { getDefaultHighWaterMark, type Readable, setDefaultHighWaterMark } from 'node:stream'
import { openDisk } from './disk.ts'
import { endWithUs, forgetGroup, killGroup } from './process-group.ts'
import { readInTurns, type Turns } from './read-in-turns.ts'

export interface ProcessOptions {
  cwd: string
  /** The whole environment of the child; nothing of ours is added. */
  env: Record<string, string | undefined>
  /** Written to its standard input, which is empty otherwise. */
  input?: string | Buffer
  /** Milliseconds after which the child and its children are ended. */
  timeoutMs?: number
  /** Ends the child when aborted. */
  signal?: AbortSignal
  /** Called for each piece as it comes. The text is foreign: neutralise and redact it before it is shown. */
  onOutput?: (piece: Buffer, stream: 'stdout' | 'stderr') => void
  /** Nothing is kept of what it prints, however much that is: `onOutput` is the only reader. */
  keepNothing?: boolean
  /**
   * Two more descriptors for the child: what it writes to `eventsDescriptor` comes here, a moment later and before what
   * it prints after that, and `lifelineDescriptor` reads as ended when we are gone, however we went.
   */
  onEvents?: (piece: Buffer) => void
  /** Milliseconds for which events may lie before they come. */
  restMs?: number
  /** An abort asks with SIGINT, as a person does, before it insists: a program may then undo what it does. */
  interruptFirst?: boolean
}

/** Numbers in the child of the descriptors that `onEvents` adds. */
export const eventsDescriptor = 3
export const lifelineDescriptor = 4

export interface ProcessResult {
  /** Exit code, or null when it did not start or died by a signal. */
  code: number | null
  signal: NodeJS.Signals | null
  stdout: Buffer
  /** The last 64 KiB of it. */
  stderr: string
  /** Why there is no exit code of the program itself: not found, may not be run, no such folder, or out of time. */
  failure?: 'missing' | 'denied' | 'no-folder' | 'timeout' | 'aborted'
}

/** A program that serves until its standard input ends. */
export interface Service {
  /** Resolves at its end, with its exit code; null where it died by a signal or was not started. */
  ended: Promise<number | null>
  /** Ends its standard input, and waits for its end, which is not up to it after a while. Never throws. */
  stop(): Promise<void>
  /** The same, and asks all of its group with SIGTERM. */
  terminate(): Promise<void>
}

export interface ServiceOptions {
  env: Record<string, string | undefined>
  /** Written to its standard input, which stays open. */
  input: string
  /** Another user of the machine; only root may say one. */
  user?: { uid: number; gid: number } | undefined
  /** What it writes to its standard output and error, as it comes. The text is foreign. */
  onOutput: (text: string) => void
}

/** Starts a program without a shell that ends itself when its standard input does: so with us, however we end. */
export function startService(argv: readonly string[], options: ServiceOptions): Service {
  const [file = '', ...args] = argv
  const { env, input, user, onOutput } = options
  const child = spawn(file, args, { cwd: '/', env, stdio: 'pipe', detached: true, ...user })
  const streams = [child.stdout, child.stderr]
  for (const stream of streams) stream.on('data', (piece: Buffer) => onOutput(piece.toString('utf8')))
  const ended = new Promise<number | null>(resolve => {
    child.on('error', () => resolve(null))
    child.on('exit', code => resolve(code))
  })
  child.stdin.on('error', () => {})
  child.stdin.write(input)
  const stop = async (afterMs: number) => {
    child.stdin.end()
    const late = setTimeout(() => killGroup(child.pid, 'SIGKILL'), afterMs)
    await ended
    clearTimeout(late)
    for (const stream of streams) stream.destroy()
  }
  return {
    ended,
    stop: () => stop(serviceMs),
    terminate() {
      killGroup(child.pid, 'SIGTERM')
      return stop(graceMs)
    },
  }
}

const graceMs = 2_000
/** For a server that takes leave of its files. */
const serviceMs = 20_000
const stderrBytes = 64 * 1024

type Child = Exclude<ReturnType<typeof start>, string>

/**
 * Runs a program without a shell and waits for its end. Never rejects: a program that cannot be started is a
 * result with `failure`. It gets a process group of its own, so that what it started ends with it, and no
 * terminal from which it could ask for a password.
 */
export function runProcess(argv: readonly string[], options: ProcessOptions): Promise<ProcessResult> {
  const [file, ...args] = argv
  const child = start(file ?? '', args, options)
  if (typeof child === 'string') {
    return Promise.resolve({ code: null, signal: null, stdout: Buffer.alloc(0), stderr: '', failure: child })
  }
  return new Promise(resolve => {
    const kept = readOutput(child, options)
    let failure: ProcessResult['failure']
    const timers: NodeJS.Timeout[] = []
    const finish = (code: number | null, signal: NodeJS.Signals | null) => {
      for (const timer of timers) clearTimeout(timer)
      options.signal?.removeEventListener('abort', abort)
      forgetGroup(child.pid)
      // Of those that were to end with it, some may only have closed their output.
      if (failure === 'timeout' || failure === 'aborted') killGroup(child.pid, 'SIGKILL')
      const ended = { code, signal, stdout: Buffer.concat(kept.stdout), stderr: kept.stderr.toString('utf8') }
      resolve(failure === undefined ? ended : { ...ended, failure })
    }
    const stop = (reason: 'timeout' | 'aborted') => {
      failure ??= reason
      const [first, ...later]: NodeJS.Signals[] = options.interruptFirst
        ? ['SIGINT', 'SIGTERM', 'SIGKILL']
        : ['SIGTERM', 'SIGKILL']
      killGroup(child.pid, first ?? 'SIGTERM')
      later.forEach((signal, index) => {
        timers.push(setTimeout(() => killGroup(child.pid, signal), (index + 1) * graceMs))
      })
    }
    const abort = () => stop('aborted')
    child.on('error', error => {
      if (child.pid !== undefined) return
      failure = whyNotStarted(error, options.cwd)
      finish(null, null)
    })
    child.on('exit', () => {
      kept.hurry()
      // Whoever waits for our end beside it has nothing more to wait for.
      child.stdio[lifelineDescriptor]?.destroy()
      // What it left behind may hold its output open for ever: it gets as long as a child that is asked to end.
      timers.push(setTimeout(() => leave(child), graceMs))
    })
    child.on('close', (code, signal) => {
      if (child.pid !== undefined) kept.inOrder(() => finish(code, signal))
    })
    if (child.pid === undefined) return
    endWithUs(child.pid)
    if (options.timeoutMs !== undefined) timers.push(setTimeout(() => stop('timeout'), options.timeoutMs))
    if (options.signal?.aborted) abort()
    else options.signal?.addEventListener('abort', abort, { once: true })
  })
}

function start(file: string, args: string[], options: ProcessOptions) {
  const usual = getDefaultHighWaterMark(false)
  try {
    // A stream that is paused takes so much more: it would be woken for that.
    if (options.onEvents) setDefaultHighWaterMark(false, 1)
    return spawn(file, args, {
      cwd: options.cwd,
      env: options.env,
      stdio: options.onEvents ? ['pipe', 'pipe', 'pipe', 'pipe', 'pipe'] : ['pipe', 'pipe', 'pipe'],
      shell: false,
      windowsHide: true,
      detached: process.platform !== 'win32',
    })
  } catch (error) {
    // An empty name or a NUL byte in an argument: spawn throws instead of telling by an event.
    return whyNotStarted(error as NodeJS.ErrnoException, options.cwd)
  } finally {
    setDefaultHighWaterMark(false, usual)
  }
}

function readOutput(child: Child, options: ProcessOptions) {
  const { inOrder, hurry } = readEvents(child, options)
  const kept = { stdout: [] as Buffer[], stderr: Buffer.alloc(0), inOrder, hurry }
  // stdio[0..2] are typed as possibly null, since spawn was told of them in a list.
  child.stdout?.on('data', (piece: Buffer) => {
    if (!options.keepNothing) kept.stdout.push(piece)
    inOrder(() => options.onOutput?.(piece, 'stdout'))
  })
  child.stderr?.on('data', (piece: Buffer) => {
    if (!options.keepNothing) kept.stderr = Buffer.concat([kept.stderr, piece]).subarray(-stderrBytes)
    inOrder(() => options.onOutput?.(piece, 'stderr'))
  })
  // A child that does not read its input to the end breaks the pipe: its exit code tells the story.
  child.stdin?.on('error', () => {})
  child.stdin?.end(options.input)
  return kept
}

/** Of a child without events everything is in order. */
function readEvents(child: Child, { onEvents, restMs = 0 }: ProcessOptions): Turns {
  for (const extra of child.stdio.slice(eventsDescriptor)) extra?.on('error', () => {})
  const events = child.stdio[eventsDescriptor] as Readable | null | undefined
  if (!events || onEvents === undefined) return { inOrder: work => work(), hurry: () => {} }
  return readInTurns(events, restMs, onEvents)
}

/** Ends what is left of a child's group and stops listening to what has left the group. */
function leave(child: Child): void {
  killGroup(child.pid, 'SIGKILL')
  for (const stream of child.stdio) stream?.destroy()
}

function whyNotStarted(error: NodeJS.ErrnoException, cwd: string): NonNullable<ProcessResult['failure']> {
  if (error.code === 'EACCES' || error.code === 'EPERM') return 'denied'
  // spawn says ENOENT for a missing folder as well.
  const folder = openDisk(cwd).listFolder('.')
  return !folder.ok && folder.absent ? 'no-folder' : 'missing'
}
