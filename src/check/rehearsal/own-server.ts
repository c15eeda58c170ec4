import { randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { startService } from '../../process.ts'
import { oneLine } from '../../text.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'

/** A server that we started: where it listens, and its superuser’s password. */
export interface OwnServer {
  /** Folder of its socket. */
  folder: string
  port: number
  password: string
  /** Ends it, whatever it does, and removes its files. */
  stop(): Promise<void>
}

export interface OwnServerOptions extends Binaries {
  account: Account | undefined
  /** It listens on the loopback, too: not every driver and setting takes a socket. */
  tcp: boolean
  /** Gives up when aborted. */
  signal?: AbortSignal
  /** How long it may take to be there; a minute where nothing is said. */
  startMs?: number
}

/**
 * Makes a cluster, serves it, and removes it at the end of its standard input, which is also our end. All values are
 * arguments, and the password comes in by its input. A folder of 0700 of the server’s own user holds everything.
 */
const script = `
umask 077
bin=$1; parent=$2; locale=$3; shift 3
folder=$(mktemp -d "$parent/gate-rehearsal-XXXXXX") || exit 71
trap 'rm -rf "$folder"; exit 73' TERM
IFS= read -r password
printf '%s\\n' "$password" > "$folder/password"
unset password
initialise() {
  "$bin/initdb" -D "$folder/data" -U postgres -A scram-sha-256 --pwfile="$folder/password" --encoding=UTF8 \\
    --locale="$1" --lc-messages=C --no-sync < /dev/null > "$folder/initdb" 2>&1
}
if ! initialise "$locale" && { rm -rf "$folder/data"; ! initialise C; }; then
  cat "$folder/initdb" >&2; rm -rf "$folder"; exit 72
fi
rm -f "$folder/password" "$folder/initdb"
trap - TERM
exec 3<&0
"$bin/postgres" -D "$folder/data" -k "$folder" "$@" < /dev/null 3<&- &
server=$!
{ cat <&3 > /dev/null; kill -QUIT "$server"; } > /dev/null 2>&1 &
watcher=$!
exec 3<&-
echo "folder $folder"
wait "$server"
kill "$watcher" 2> /dev/null
rm -rf "$folder"
`

/** Nothing here has to outlive a crash, and nothing runs beside the revisions. */
const settings = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'autovacuum=off',
  'wal_level=logical',
  'max_wal_senders=4',
  'max_prepared_transactions=8',
  'max_connections=40',
  'shared_buffers=64MB',
  'max_wal_size=4GB',
  'logging_collector=off',
  'ssl=off',
]

/** An empty cluster takes a second or two; a machine may be busy. */
const usualStartMs = 60_000

/** A socket’s path holds 107 bytes at most (`man 7 unix`). */
const longestParent = 60

/** Starts a Postgres of our own. Throws an Error, whose message is one harmless line. */
export async function startOwnServer(options: OwnServerOptions): Promise<OwnServer> {
  for (let attempt = 1; ; attempt++) {
    const port = options.tcp ? await freePort() : 5432
    const started = await attemptStart(options, port)
    if (typeof started !== 'string') return started
    // Another program took the port between our look and the start.
    if (attempt === 3 || !started.includes('could not bind')) throw new Error(oneLine(started, 300))
  }
}

async function attemptStart(
  { bin, account, tcp, signal, startMs = usualStartMs }: OwnServerOptions,
  port: number,
): Promise<OwnServer | string> {
  const password = randomBytes(24).toString('base64url')
  const parent = tmpdir().length > longestParent ? '/tmp' : tmpdir()
  const locale = process.platform === 'linux' ? 'C.UTF-8' : 'C'
  const all = [`port=${port}`, `listen_addresses=${tcp ? '127.0.0.1' : ''}`, ...settings]
  const argv = ['/bin/sh', '-c', script, 'sh', bin, parent, locale, ...all.flatMap(each => ['-c', each])]
  // Nothing of the caller's: PGDATA, PGPORT and their kin would reach the server.
  const env = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
  let said = ''
  let heard = (): void => undefined
  const onOutput = (text: string): void => {
    if (said.length < 64 * 1024) said += text
    heard()
  }
  const service = startService(argv, { env, input: `${password}\n`, user: account, onOutput })
  const timely = AbortSignal.timeout(startMs)
  const giveUp = AbortSignal.any(signal === undefined ? [timely] : [signal, timely])
  const folder = await new Promise<string | undefined>(resolve => {
    heard = () => {
      const found = /^folder (\/.*)$/m.exec(said)?.[1]
      if (found !== undefined && said.includes('ready to accept connections')) resolve(found)
    }
    service.ended.then(() => resolve(undefined))
    giveUp.addEventListener('abort', () => resolve(undefined), { once: true })
    if (giveUp.aborted) resolve(undefined)
  })
  if (folder !== undefined) return { folder, port, password, stop: service.stop }
  if (!giveUp.aborted) return lastWords(said)
  // A server that is on its way removes its files by itself.
  await (/^folder \//m.test(said) ? service.stop() : service.terminate())
  return signal?.aborted === true
    ? 'the run was interrupted'
    : `it was not there after ${startMs / 1000} s (${lastWords(said)})`
}

/** The line of a log that says why. */
function lastWords(said: string): string {
  const lines = said.split('\n').filter(line => line.trim() !== '' && !line.startsWith('folder '))
  return lines.find(line => /could not|FATAL|error/i.test(line)) ?? lines.at(-1) ?? 'it said nothing'
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
