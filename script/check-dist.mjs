/** Builds the sources a second time, in another folder, and compares dist/ with it file by file, both ways. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { root } from './tools.mjs'

const run = promisify(execFile)

const sources = ['src', 'script', 'package.json', 'tsconfig.json', 'tsconfig.build.json']

/** One sentence for each way in which the committed folder is not the built one; none when they are alike. */
export async function compareFolders(committed, built) {
  const [ours, theirs] = await Promise.all([files(committed), files(built)])
  const names = [...new Set([...ours.keys(), ...theirs.keys()])].sort()
  return names.flatMap(name => difference(name, ours.get(name), theirs.get(name)))
}

function difference(name, committed, built) {
  if (!built) return [`dist/${name} is committed, but no build makes it any more.`]
  if (!committed) return [`dist/${name} is missing: the build makes it.`]
  const sentences = []
  if (!committed.bytes.equals(built.bytes)) {
    sentences.push(`dist/${name} is not what src/ builds to${firstDifference(committed.bytes, built.bytes)}.`)
  }
  if (committed.executable !== built.executable) {
    sentences.push(
      `dist/${name} is ${committed.executable ? 'executable' : 'not executable'}, unlike the built one.`,
    )
  }
  return sentences
}

function firstDifference(committed, built) {
  const [left, right] = [committed, built].map(bytes => bytes.toString('utf8').split('\n'))
  const index = left.findIndex((line, at) => line !== right[at])
  return index < 0 ? '' : `, from line ${index + 1} on`
}

async function files(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const found = new Map()
  for (const entry of entries) {
    // Python compiles the hook where it has run.
    if (entry.isDirectory() || entry.name.endsWith('.pyc')) continue
    const path = join(entry.parentPath ?? entry.path, entry.name)
    const { mode } = await lstat(path)
    found.set(relative(folder, path), { bytes: await readFile(path), executable: (mode & 0o100) !== 0 })
  }
  return found
}

async function checkDist() {
  const scratch = await mkdtemp(join(tmpdir(), 'gate-dist-'))
  try {
    for (const name of sources) await cp(join(root, name), join(scratch, name), { recursive: true })
    await installInto(scratch)
    await run(process.execPath, [join(scratch, 'script', 'build.mjs')], { cwd: scratch, maxBuffer: 1e8 })
    return await compareFolders(join(root, 'dist'), join(scratch, 'dist'))
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/**
 * What ends up in a bundle is copied, and ncc, whose loaders are part of each module's name: the paths of both, from
 * the folder on, make the module ids. The rest is linked.
 */
async function installInto(scratch) {
  const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'))
  const bundled = Object.keys(packages).filter(path => path.endsWith('@vercel/ncc') || !packages[path].dev)
  for (const path of Object.keys(packages).filter(path => path.lastIndexOf('node_modules/') === 0)) {
    if (!existsSync(join(root, path))) continue
    await mkdir(dirname(join(scratch, path)), { recursive: true })
    if (bundled.includes(path)) await cp(join(root, path), join(scratch, path), { recursive: true })
    else await symlink(join(root, path), join(scratch, path))
  }
}

async function main() {
  const sentences = await checkDist()
  for (const sentence of sentences) console.error(`check-dist: ${sentence}`)
  if (sentences.length > 0) throw new Error('check-dist: Run `npm run build` and commit dist/.')
  console.log('check-dist: dist/ is what src/ builds to.')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch(error => {
    console.error(error.stderr || error.message)
    process.exitCode = 1
  })
}
