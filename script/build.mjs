/**
 * Builds dist/ from src/: tsc to build/, ncc from there, and runs each bundle once. What is loaded only when needed is in
 * numbered files beside the action; the CLI is one file. What only `check` needs of SQL is in dist/lint.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, copyFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { licencesOf } from './licences.mjs'
import { buildLint } from './lint-bundle.mjs'
import { root, saidBy } from './tools.mjs'

const run = promisify(execFile)

/** What is built: the entry in src/, where its bundle goes, and how it shows that it starts. */
const bundles = [
  { entry: 'main', to: 'dist', starts: startsAsAction },
  { entry: 'cli', to: 'dist/cli', starts: startsAsCommand },
]

async function build() {
  // First of all: a file of an earlier build must not survive.
  for (const folder of ['build', 'dist']) await rm(join(root, folder), { recursive: true, force: true })
  await tool('tsc', '-p', 'tsconfig.build.json')
  for (const name of ['@actions/core', 'smol-toml']) await declareWithoutSideEffects(name)
  for (const bundle of bundles) await buildOne(bundle)
  await buildLint({ bundle: ncc, root })
  await checkText('dist/lint')
  console.log(
    `build: dist/lint reads SQL, ${await size(join(root, 'dist/lint/gate-lint.mjs'))} MB and its parser`,
  )
}

async function buildOne({ entry, to, starts }) {
  const source = join('build', `${entry}.js`)
  if (!existsSync(join(root, source)))
    throw new Error(`src/${entry}.ts is missing, so ${to} cannot be built.`)
  if (entry === 'cli') await bindTogether()
  const stats = await ncc(source, to)
  await copyHook(join(root, to, 'alembic'))
  const licences = await licencesOf(stats, root)
  await writeFile(join(root, to, 'licenses.txt'), licences)
  await checkText(to)
  if (entry === 'cli') await makeOneProgram(join(root, to))
  await starts(join(root, to, 'index.js'))
  console.log(`build: ${to}/index.js starts, ${await size(join(root, to, 'index.js'))} MB`)
}

/** Marks every lazy import of build/ by which the bundler would make a file of its own. */
async function bindTogether() {
  const names = await readdir(join(root, 'build'), { recursive: true })
  for (const name of names.filter(each => each.endsWith('.js') && !each.includes('node_modules'))) {
    const file = join(root, 'build', name)
    const text = await readFile(file, 'utf8')
    const bound = text.replace(/\bimport\('/g, `import(/* webpackMode: "eager" */ '`)
    if (bound !== text) await writeFile(file, bound)
  }
}

/** Bundles a file into a folder; gives ncc's statistics. */
async function ncc(source, to) {
  const stats = join('build', 'stats.json')
  const options = ['--target', 'es2022', '--no-cache', '--quiet', '--stats-out', stats]
  await tool('ncc', 'build', source, '-o', to, ...options)
  return JSON.parse(await readFile(join(root, stats), 'utf8'))
}

/** What Python imports in Alembic's process: files of ours that no bundler knows. `findHookFolder` looks for them here. */
async function copyHook(to) {
  const from = join(root, 'src/engines/alembic/child/hook')
  // Python leaves its compiled files beside them.
  await cp(from, to, { recursive: true, filter: path => !path.includes('__pycache__') })
}

/**
 * A package that does not say that its files do nothing when loaded. Told so, the bundler leaves out what nobody asks
 * for: the OIDC client of @actions/core, and with it an HTTP client of 0.9 MB that would be loaded at every start, and
 * what writes TOML. Only the copy's package.json differs.
 */
async function declareWithoutSideEffects(name) {
  const copy = join(root, 'build', 'node_modules', name)
  await cp(join(root, 'node_modules', name), copy, { recursive: true, dereference: true })
  const manifest = JSON.parse(await readFile(join(copy, 'package.json'), 'utf8'))
  await writeFile(join(copy, 'package.json'), JSON.stringify({ ...manifest, sideEffects: false }))
}

/** A program of node_modules, started by our own Node. */
async function tool(name, ...args) {
  const programs = { tsc: 'typescript/bin/tsc', ncc: '@vercel/ncc/dist/ncc/cli.js' }
  try {
    await run(process.execPath, [join(root, 'node_modules', programs[name]), ...args], {
      cwd: root,
      maxBuffer: 1e8,
    })
  } catch (error) {
    throw new Error(`${name} failed. It said:\n${error.stdout?.trim() || saidBy(error)}`)
  }
}

/** ncc ends well with a bundle that cannot start, or that only starts on this machine. */
async function checkText(to) {
  for (const file of (await readdir(join(root, to))).filter(name => /\.[cm]?js$/.test(name))) {
    const text = await readFile(join(root, to, file), 'utf8')
    if (text.includes('webpackMissingModule')) {
      throw new Error(`${to}/${file} lacks a module: look for webpackMissingModule in it.`)
    }
    if (text.includes(root)) {
      throw new Error(`${to}/${file} contains the path ${root}, so that it would differ on another machine.`)
    }
  }
}

/** A single executable file: a chunk beside it would not be there where people copy it to. */
async function makeOneProgram(folder) {
  const chunks = (await readdir(folder)).filter(name => name.endsWith('.js') && name !== 'index.js')
  if (chunks.length > 0) throw new Error(`The CLI has to be one file: ${chunks.join(', ')} stand beside it.`)
  const file = join(folder, 'index.js')
  // The bundler's marks, before and behind each module and at each name that goes in or out: they tell nobody anything.
  const marks = /^\/\*{3}\/ ?|\/\* (?:harmony (?:export|import)|binding|reexport[^*]*) \*\/ */gm
  const text = (await readFile(file, 'utf8')).replace(marks, '')
  await writeFile(file, text.startsWith('#!') ? text : `#!/usr/bin/env node\n${text}`)
  await chmod(file, 0o755)
}

/** The whole dist/ folder, away from node_modules, asked for a command that does not exist: it has to say so. */
async function startsAsAction(file) {
  // Not our own environment: in a workflow it would carry the files that outputs of the build step go to.
  const env = { PATH: process.env.PATH, GITHUB_ACTIONS: 'true', INPUT_COMMAND: 'no-such-command' }
  const outcome = await run(process.execPath, [file], { env, cwd: tmpdir() }).then(
    () => ({ code: 0, stdout: '', stderr: '' }),
    error => error,
  )
  if (outcome.code !== 0 && outcome.stdout.includes('::error')) return
  throw new Error(
    `dist/index.js does not start as an action should. It said:\n${outcome.stdout}${outcome.stderr}`,
  )
}

/** One file in an empty folder: nothing beside it may be needed. */
async function startsAsCommand(file) {
  const folder = await mkdtemp(join(tmpdir(), 'gate-build-'))
  try {
    await copyFile(file, join(folder, 'index.js'))
    await run(process.execPath, [join(folder, 'index.js'), '--version'], { cwd: folder })
    // What reads YAML is loaded late.
    await run(process.execPath, [join(folder, 'index.js'), 'detect', '--filters', 'all: "**"'], {
      cwd: folder,
    })
  } catch (error) {
    throw new Error(`dist/cli/index.js does not run alone. It said:\n${saidBy(error)}`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function size(file) {
  return ((await readFile(file)).length / 1e6).toFixed(2)
}

build().catch(error => {
  console.error(`build: ${error.message}`)
  process.exitCode = 1
})
