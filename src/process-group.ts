/** Groups of processes that we started: what is in one ends with us. */
const running = new Set<number>()
let watching = false

/** From now on the group ends when we do. */
export function endWithUs(pid: number): void {
  running.add(pid)
  if (watching) return
  watching = true
  process.on('exit', () => {
    for (const each of running) killGroup(each, 'SIGKILL')
  })
}

/** It has ended: its number may be somebody else’s soon. */
export function forgetGroup(pid: number | undefined): void {
  if (pid !== undefined) running.delete(pid)
}

/** Sends a signal to all of a group, if there is one. Never throws. */
export function killGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal)
  } catch {
    // Already gone.
  }
}
