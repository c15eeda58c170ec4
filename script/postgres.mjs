/**
 * One Postgres for the demo, the tests and the bench: TEST_DATABASE_URL, else the machine's binaries,
 * else the npm package. `node script/postgres.mjs COMMAND …` runs a command beside one, with DATABASE_URL set.
 */
import { spawn } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { provideBinaries } from './postgres/binaries.mjs'
import { createDatabase, withClient } from './postgres/databases.mjs'
import { runServer } from './postgres/server.mjs'

export { createDatabase, withClient }

/**
 * Starts a server, or uses the one of TEST_DATABASE_URL, where nothing is started or stopped.
 * `url` is an empty database with an ordinary owner; `superuserUrl` may create more.
 */
export async function startPostgres(options = {}) {
  const given = process.env.TEST_DATABASE_URL
  const server = given ? await givenServer(given) : await ownServer(options)
  const database = await createDatabase(server.superuserUrl).catch(async error => {
    await server.stop()
    throw error
  })
  const stop = given ? () => database.drop() : server.stop
  return { ...server, url: database.url, stop }
}

async function ownServer({ major, durable, parent }) {
  const { bin, version, source } = await provideBinaries({ major })
  const server = await runServer({ bin, durable, parent })
  return { ...server, bin, version, source }
}

async function givenServer(url) {
  try {
    const version = await withClient(url, client => client.query('SHOW server_version'))
    return {
      superuserUrl: url,
      version: version.rows[0].server_version.split(' ')[0],
      source: 'TEST_DATABASE_URL',
      stop: async () => {},
    }
  } catch (error) {
    throw new Error(
      `The server of TEST_DATABASE_URL does not answer: ${error.message}. Correct it, or unset it.`,
    )
  }
}

async function main([command, ...args]) {
  if (!command)
    throw new Error('Give a command to run beside a Postgres, such as: node script/postgres.mjs psql')
  const postgres = await startPostgres()
  const env = { ...process.env, DATABASE_URL: postgres.url, SUPERUSER_URL: postgres.superuserUrl }
  const child = spawn(command, args, { stdio: 'inherit', env })
  // Ctrl-C reaches the command by itself; we wait for it, then stop the server.
  process.on('SIGINT', () => {})
  const code = await new Promise(resolve => {
    child.once('error', error => resolve(console.error(error.message) ?? 127))
    child.once('exit', (code, signal) => resolve(signal ? 1 : code))
  })
  await postgres.stop()
  return code
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = await main(process.argv.slice(2)).catch(error => {
    console.error(error.message)
    return 1
  })
}
