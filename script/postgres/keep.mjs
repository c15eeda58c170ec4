/** A server process that is gone when we are, however we end. */
import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'

/**
 * Runs the server as its child and ends it when stdin closes: the kernel closes it however we end, SIGKILL too.
 * `exited` is written so that a server that ended by itself is never signalled by a number that is another's by now;
 * whoever stops us in an orderly way removes the folder, and may do so before it is seen.
 */
const keeper = `
dir=$1; signals=$2; shift 2
exec 3<&0
"$@" </dev/null >"$dir/log" 2>&1 &
server=$!
{ cat <&3 >/dev/null
  for signal in $signals; do [ -e "$dir/exited" ] || kill -$signal $server; done
  while [ -d "$dir" ] && [ ! -e "$dir/exited" ]; do sleep 0.05; done
  cd /; rm -rf "$dir"; } &
exec 3<&-
wait $server; code=$?
echo $code >"$dir/exited"
exit $code
`

/**
 * Starts a server in a folder of its own, which goes when the server is stopped; its output is in `log` there.
 * `signals` are what ends it at once, one after the other.
 */
export function keep(folder, command, { env, account, signals }) {
  return spawn('sh', ['-c', keeper, 'keeper', folder, signals.join(' '), ...command], {
    cwd: folder,
    env,
    stdio: ['pipe', 'ignore', 'ignore'],
    // Not in our process group: Ctrl-C is for us, and the keeper follows.
    detached: true,
    ...account,
  })
}

/** What stops a kept server and removes its folder; calling it twice stops it once. */
export function keptUntil(child, folder) {
  // A server that nobody stops must not keep the process alive: its end is the server's.
  child.unref()
  child.stdin.unref()
  const ended = new Promise(resolve => child.once('exit', resolve))
  let stopped
  const stop = async () => {
    child.ref()
    child.stdin.end()
    await ended
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  return () => (stopped ??= stop())
}

/** A port of the loopback that nobody listens on, just now. */
export async function freePort() {
  const probe = createServer()
  await new Promise((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve))
  const { port } = probe.address()
  await new Promise(resolve => probe.close(resolve))
  return port
}
