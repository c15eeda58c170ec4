/** A PgBouncer of our own before a server: a fresh folder, a free port, and gone when we are. */
import { chmod, chown, copyFile, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { postgresAccount, sharedTmp } from '../postgres/account.mjs'
import { freePort, keep, keptUntil } from '../postgres/keep.mjs'
import { installTool, toolsFolder } from '../tools.mjs'

/**
 * Starts it on the loopback before the servers of `urls`, whose users and passwords it knows. `settings` are lines of
 * its section [pgbouncer] that replace ours, such as `pool_mode`.
 */
export async function startPgbouncer(urls, settings = {}) {
  const account = postgresAccount()
  const folder = await realpath(await mkdtemp(join(sharedTmp(), 'gate-pgbouncer-')))
  try {
    const program = await copyProgram(folder)
    const { listen_addr: address = '127.0.0.1', listen_port: port = await freePort() } = settings
    await configure(folder, urls, { listen_addr: address, listen_port: port, ...settings })
    await giveAway(folder)
    if (await answers({ host: address, port }))
      throw new Error(`Another server listens at ${address}:${port}.`)
    const child = keep(folder, [program, join(folder, 'pgbouncer.ini')], {
      env: { PATH: process.env.PATH, LD_LIBRARY_PATH: folder },
      account,
      // Before 1.23 it is TERM that ends it at once, since then QUIT.
      signals: ['TERM', 'QUIT'],
    })
    await listening(child, folder, { host: address, port })
    return { port, logFile: join(folder, 'log'), stop: keptUntil(child, folder) }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

/** It refuses root, and the account that it gets cannot look into a checkout in root's home. */
async function copyProgram(folder) {
  const program = await installTool('pgbouncer')
  if (!program.startsWith(toolsFolder)) return program
  const from = dirname(program)
  for (const { name } of (await readdir(from, { withFileTypes: true })).filter(entry => entry.isFile()))
    await copyFile(join(from, name), join(folder, name))
  await chmod(join(folder, 'pgbouncer'), 0o755)
  return join(folder, 'pgbouncer')
}

async function configure(folder, urls, settings) {
  const servers = urls.map(url => new URL(url))
  const users = servers.map(({ username, password }) => [username, password].map(decodeURIComponent))
  const quoted = users.map(pair => pair.map(word => `"${word.replaceAll('"', '""')}"`).join(' '))
  await writeFile(join(folder, 'users'), `${[...new Set(quoted)].join('\n')}\n`)
  const section = {
    unix_socket_dir: '',
    auth_type: 'scram-sha-256',
    auth_file: join(folder, 'users'),
    pool_mode: 'transaction',
    max_client_conn: 200,
    default_pool_size: 20,
    ...settings,
  }
  const lines = Object.entries(section).map(([name, value]) => `${name} = ${value}`)
  const server = `* = host=${servers[0].hostname} port=${servers[0].port}`
  await writeFile(
    join(folder, 'pgbouncer.ini'),
    `[databases]\n${server}\n\n[pgbouncer]\n${lines.join('\n')}\n`,
  )
}

/** Passwords lie in it, for a moment and on this machine only: nobody else may look. */
async function giveAway(folder) {
  const { uid, gid } = postgresAccount()
  await chmod(folder, 0o700)
  if (uid === undefined) return
  for (const name of ['', ...(await readdir(folder))]) await chown(join(folder, name), uid, gid)
}

async function listening(child, folder, at) {
  for (const until = Date.now() + 20_000; Date.now() < until; await sleep(10)) {
    if (await answers(at)) return
    if (child.exitCode !== null || child.signalCode !== null) break
  }
  child.stdin.end()
  const log = await readFile(join(folder, 'log'), 'utf8').catch(() => 'nothing')
  throw new Error(`PgBouncer did not start. It said:\n${log.trim().split('\n').slice(-6).join('\n')}`)
}

function answers(at) {
  return new Promise(resolve => {
    const socket = connect(at)
    const say = answer => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => say(true)).once('error', () => say(false))
  })
}
