/** A Postgres server of our own: a fresh folder, a free port, and gone when we are. */
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync } from 'node:fs'
import { cp, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { saidBy } from '../tools.mjs'
import { postgresAccount, reachable, sharedTmp } from './account.mjs'
import { freePort, keep, keptUntil } from './keep.mjs'

const run = promisify(execFile)

/** Without these a crash of the machine costs nothing that tests would miss, and every commit is quick. */
const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/**
 * Starts a server from the programs in `bin`, its folder in `parent`; `durable` keeps fsync on, as a measurement needs.
 * `settings` come after ours; `prepare` may change the new data directory, and what it puts there becomes the server's.
 */
export async function runServer({ bin, durable = false, parent = sharedTmp(), settings = [], prepare }) {
  const account = postgresAccount()
  const folder = await realpath(await mkdtemp(join(parent, 'gate-pg-')))
  give(folder, account)
  try {
    const programs = await usableBinaries(bin, folder)
    const password = randomBytes(18).toString('base64url')
    await initialise(programs, folder, password, account)
    await prepare?.(join(folder, 'data'))
    for (const name of await readdir(join(folder, 'data'))) give(join(folder, 'data', name), account)
    const ours = [...(durable ? [] : careless), ...settings]
    const server = await startOnFreePort(programs, folder, ours, account)
    return { ...server, superuserUrl: `postgresql://postgres:${password}@127.0.0.1:${server.port}/postgres` }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

function give(path, { uid, gid }) {
  if (uid !== undefined) chownSync(path, uid, gid)
}

/** The programs, copied where the other account can read them if they lie in a closed home. */
async function usableBinaries(bin, folder) {
  if (reachable(join(bin, 'postgres'))) return bin
  const copy = join(folder, 'postgres')
  await cp(dirname(bin), copy, { recursive: true, verbatimSymlinks: true })
  return join(copy, basename(bin))
}

async function initialise(bin, folder, password, account) {
  const passwordFile = join(folder, 'password')
  await writeFile(passwordFile, password, { mode: 0o600 })
  give(passwordFile, account)
  const args = [
    '-D',
    join(folder, 'data'),
    '-U',
    'postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
  ]
  const options = { cwd: folder, env: environment(), ...account }
  try {
    await run(join(bin, 'initdb'), [...args, '--locale=C', '--encoding=UTF8', '--no-sync'], options)
  } catch (error) {
    throw new Error(`initdb of ${bin} failed. It said:\n${saidBy(error)}`)
  }
  await rm(passwordFile)
}

/** Nothing of the caller's: PGDATA, PGPORT and their kin would reach the server. */
function environment() {
  return { PATH: process.env.PATH, LC_ALL: 'C' }
}

async function startOnFreePort(bin, folder, settings, account) {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const args = serverArguments(bin, folder, port, settings)
    const child = keep(folder, args, { env: environment(), account, signals: ['QUIT'] })
    const log = await ready(child, folder)
    if (log === undefined) return running(child, folder, port)
    // Another process took the port between our look and the start.
    if (attempt === 3 || !log.includes('could not bind'))
      throw new Error(`Postgres did not start. It said:\n${log}`)
    await rm(join(folder, 'exited'))
  }
}

function serverArguments(bin, folder, port, settings) {
  const all = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${folder}`,
    'ssl=off',
    'max_connections=200',
    ...settings,
  ]
  return [join(bin, 'postgres'), '-D', join(folder, 'data'), ...all.flatMap(setting => ['-c', setting])]
}

/** Undefined once the server takes connections; its log when it ended instead. */
async function ready(child, folder) {
  for (const until = Date.now() + 60_000; Date.now() < until; await sleep(10)) {
    const status = await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8').catch(() => '')
    if (status.split('\n')[7]?.trim() === 'ready') return undefined
    if (child.exitCode !== null || child.signalCode !== null) return readLog(folder)
  }
  child.stdin.end()
  return `${await readLog(folder)}\nIt was not ready after 60 s.`
}

async function readLog(folder) {
  const log = await readFile(join(folder, 'log'), 'utf8').catch(() => 'nothing')
  return log.trim().split('\n').slice(-6).join('\n')
}

function running(child, folder, port) {
  return { port, folder, logFile: join(folder, 'log'), stop: keptUntil(child, folder) }
}
