import { type ChildProcess, spawn } from 'node:child_process'

export interface Ended {
  /** Null when a signal ended it. */
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

/** A child that runs: `until` waits for a text in its output, `kill` reaches it alone, `ended` is its end. */
export interface Running {
  child: ChildProcess
  ended: Promise<Ended>
  until(text: string | RegExp, timeoutMs?: number): Promise<void>
}

/** Starts a program with exactly this environment and no stdin. Grandchildren that hold its output open get 5 s, as on GitHub. */
export function start(
  file: string,
  args: string[],
  options: { cwd: string; env: Record<string, string>; input?: string },
): Running {
  const child = spawn(file, args, { cwd: options.cwd, env: options.env, stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.on('error', () => {})
  child.stdin.end(options.input ?? '')
  const said = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.stderr += text
  })
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      const end = () => resolve({ code, signal, ...said })
      const late = setTimeout(() => {
        child.stdout.destroy()
        child.stderr.destroy()
        end()
      }, 5000)
      child.once('close', () => {
        clearTimeout(late)
        end()
      })
    })
  })
  return { child, ended, until: (text, timeoutMs = 20_000) => until(said, ended, text, timeoutMs) }
}

async function until(
  said: { stdout: string; stderr: string },
  ended: Promise<Ended>,
  text: string | RegExp,
  timeoutMs: number,
): Promise<void> {
  let over = false
  ended.then(
    () => {
      over = true
    },
    () => {
      over = true
    },
  )
  const seen = () => {
    const all = said.stdout + said.stderr
    return typeof text === 'string' ? all.includes(text) : text.test(all)
  }
  for (const deadline = Date.now() + timeoutMs; !seen(); ) {
    if (over || Date.now() > deadline) {
      const why = over ? 'It ended' : `After ${timeoutMs} ms it had not`
      throw new Error(`${why} without saying ${text}. It said:\n${said.stdout}${said.stderr}`)
    }
    await new Promise(resolve => setTimeout(resolve, 10))
  }
}
