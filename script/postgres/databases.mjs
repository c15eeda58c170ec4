/** Databases of their own for whoever asks, each owned by an ordinary role. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'

/**
 * Creates a database and a role that owns it and may do nothing else. `drop` ends its sessions and removes both.
 * Where roles cannot be created (a TEST_DATABASE_URL with CREATEDB only) the administrator owns it.
 */
export async function createDatabase(
  superuserUrl,
  { name = `gate_${randomBytes(5).toString('hex')}`, password } = {},
) {
  const owned = await withClient(superuserUrl, async client => {
    const made = await createOwner(client, name, password ?? randomBytes(12).toString('base64url'))
    await client.query(`CREATE DATABASE ${name} TEMPLATE template0${made ? ` OWNER ${name}` : ''}`)
    return made
  })
  const superuser = new URL(superuserUrl)
  superuser.pathname = `/${name}`
  const url = new URL(superuser)
  if (owned) {
    url.username = name
    url.password = ''
  }
  const text = owned ? withPassword(url, owned) : url.href
  return { url: text, superuserUrl: superuser.href, name, drop: () => dropDatabase(superuserUrl, name) }
}

/** Percent-encoded by the strictest reading: URL's own setter leaves characters that other parsers trip over. */
function withPassword(url, password) {
  return url.href.replace(`${url.username}@`, `${url.username}:${encodeURIComponent(password)}@`)
}

async function createOwner(client, name, password) {
  try {
    await client.query(`CREATE ROLE ${name} LOGIN PASSWORD ${client.escapeLiteral(password)}`)
    // From version 16 only a member may give a database to the role.
    await client.query(`GRANT ${name} TO CURRENT_USER`)
    return password
  } catch (error) {
    if (error.code !== '42501') throw error
    return undefined
  }
}

async function dropDatabase(superuserUrl, name) {
  await withClient(superuserUrl, async client => {
    const force = await client.query('SHOW server_version_num')
    const words = Number(force.rows[0].server_version_num) >= 130_000 ? ' WITH (FORCE)' : ''
    await client.query(`DROP DATABASE IF EXISTS ${name}${words}`)
    const roles = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name])
    if (roles.rowCount && name !== client.user) await client.query(`DROP ROLE ${name}`)
  })
}

/** Lends a connection and closes it. */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
