/** PgBouncer out of the system's own packages, without installing it: no root is needed, and nothing is started. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, realpath, rm } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The machine's own PgBouncer; Debian puts it where only root's PATH looks. */
export function machinePgbouncer() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
  return folders.map(folder => join(folder, 'pgbouncer')).find(existsSync)
}

/** Puts the program and the libraries that this machine lacks side by side into a folder: Debian and its kin. */
export async function unpackPgbouncer(to) {
  if (!existsSync('/usr/bin/apt-get'))
    throw new Error('There is no apt-get here to take it from. Install pgbouncer, so that it is on PATH.')
  const packages = join(to, 'packages')
  const files = join(packages, 'files')
  await mkdir(files, { recursive: true })
  await unpack('pgbouncer', { packages, files, options: [] }).catch(async () => {
    // No lists of packages, or old ones: our own serve without root.
    const options = await freshLists(packages)
    await unpack('pgbouncer', { packages, files, options })
  })
  await copyFile(join(files, 'usr/sbin/pgbouncer'), join(to, 'pgbouncer'))
  for (const folder of ['lib', 'usr/lib']) await copyLibraries(join(files, folder), to)
  await rm(packages, { recursive: true })
}

/** Unpacks a package, then each library it depends on that the machine does not have. */
async function unpack(name, place) {
  const { packages, files, options } = place
  await run('apt-get', [...options, 'download', name], { cwd: packages, maxBuffer: 1e8 })
  const archive = (await readdir(packages)).find(file => file.startsWith(`${name}_`))
  if (archive === undefined) throw new Error(`apt-get brought no ${name}.`)
  await run('dpkg', ['-x', archive, files], { cwd: packages })
  const { stdout } = await run('dpkg-deb', ['-f', archive, 'Depends'], { cwd: packages })
  const wanted = stdout.split(',').map(each => each.trim().split(/[\s:|]/)[0] ?? '')
  for (const library of wanted.filter(each => each.startsWith('lib'))) {
    const there = (await readdir(packages)).some(file => file.startsWith(`${library}_`))
    if (!there && !(await isInstalled(library))) await unpack(library, place)
  }
}

async function isInstalled(name) {
  const { stdout } = await run('dpkg-query', ['-s', name]).catch(() => ({ stdout: '' }))
  return /^Status: .* installed$/m.test(stdout)
}

/** Options that have apt-get keep its lists in a folder of ours. */
async function freshLists(folder) {
  const lists = join(await realpath(folder), 'lists')
  await mkdir(join(lists, 'partial'), { recursive: true })
  const settings = [`Dir::State::lists=${lists}`, `Dir::Cache=${lists}`, 'Debug::NoLocking=1']
  const options = settings.flatMap(setting => ['-o', setting])
  await run('apt-get', [...options, 'update', '-q'], { maxBuffer: 1e8 })
  return options
}

async function copyLibraries(from, to) {
  if (!existsSync(from)) return
  const found = await readdir(from, { recursive: true, withFileTypes: true })
  for (const entry of found.filter(each => /\.so\./.test(each.name) && !each.isDirectory()))
    await copyFile(join(entry.parentPath, entry.name), join(to, entry.name))
}
