import { spawn } from 'node:child_process'
import { openDisk } from './disk.ts'

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
}

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

const graceMs = 2_000
const stderrBytes = 64 * 1024
const running = new Set<number>()
let watching = false

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
    const out: Buffer[] = []
    let stderr = Buffer.alloc(0)
    let failure: ProcessResult['failure']
    const timers: NodeJS.Timeout[] = []
    const finish = (code: number | null, signal: NodeJS.Signals | null) => {
      for (const timer of timers) clearTimeout(timer)
      options.signal?.removeEventListener('abort', abort)
      if (child.pid !== undefined) running.delete(child.pid)
      const ended = { code, signal, stdout: Buffer.concat(out), stderr: stderr.toString('utf8') }
      resolve(failure === undefined ? ended : { ...ended, failure })
    }
    const stop = (reason: 'timeout' | 'aborted') => {
      failure ??= reason
      const pid = child.pid
      if (pid === undefined) return
      killGroup(pid, 'SIGTERM')
      timers.push(setTimeout(() => killGroup(pid, 'SIGKILL'), graceMs))
    }
    const abort = () => stop('aborted')
    child.stdout.on('data', (piece: Buffer) => {
      out.push(piece)
      options.onOutput?.(piece, 'stdout')
    })
    child.stderr.on('data', (piece: Buffer) => {
      stderr = Buffer.concat([stderr, piece]).subarray(-stderrBytes)
      options.onOutput?.(piece, 'stderr')
    })
    child.on('error', error => {
      if (child.pid !== undefined) return
      failure = whyNotStarted(error, options.cwd)
      finish(null, null)
    })
    child.on('close', (code, signal) => {
      if (child.pid !== undefined) finish(code, signal)
    })
    // A child that does not read its input to the end breaks the pipe: its exit code tells the story.
    child.stdin.on('error', () => {})
    child.stdin.end(options.input)
    if (child.pid === undefined) return
    running.add(child.pid)
    watchOurEnd()
    if (options.timeoutMs !== undefined) timers.push(setTimeout(() => stop('timeout'), options.timeoutMs))
    if (options.signal?.aborted) abort()
    else options.signal?.addEventListener('abort', abort, { once: true })
  })
}

function start(file: string, args: string[], options: ProcessOptions) {
  try {
    return spawn(file, args, {
      cwd: options.cwd,
      env: options.env,
      stdio: ['pipe', 'pipe', 'pipe'],
      shell: false,
      windowsHide: true,
      detached: process.platform !== 'win32',
    })
  } catch (error) {
    // An empty name or a NUL byte in an argument: spawn throws instead of telling by an event.
    return whyNotStarted(error as NodeJS.ErrnoException, options.cwd)
  }
}

function whyNotStarted(error: NodeJS.ErrnoException, cwd: string): NonNullable<ProcessResult['failure']> {
  if (error.code === 'EACCES' || error.code === 'EPERM') return 'denied'
  // spawn says ENOENT for a missing folder as well.
  const folder = openDisk(cwd).listFolder('.')
  return !folder.ok && folder.absent ? 'no-folder' : 'missing'
}

function killGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal)
  } catch {
    // Already gone.
  }
}

function watchOurEnd(): void {
  if (watching) return
  watching = true
  process.on('exit', () => {
    for (const pid of running) killGroup(pid, 'SIGKILL')
  })
}
