/**
 * Alembic by itself and through the gate, as an application runs it: async, with its settings and models, started by
 * `uv run`. The same project, the same Python, the same database server. With nothing to do also as a deploy job finds
 * it, on a runner that is new: `uv sync` leaves no compiled Python unless it is told to, and a checkout has none.
 */
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { createDatabase, startPostgres, withClient } from '../script/postgres.mjs'
import { installTool, root, toolPath } from '../script/tools.mjs'
import { cli } from './contenders.mjs'
import { interleave, time } from './measure.mjs'
import { makeRevisions } from './revisions.mjs'

export const theAction = 'Migration Gate, the action on Node 24'
export const theCli = 'Migration Gate, the CLI'
export const alone = 'uv run alembic upgrade head'
/** More than the gate's hook leaves out of Python's passes, left out without a gate: what watching costs by itself is over this. */
export const spared = 'the same, without Python’s passes for cycles'

/**
 * Applies `count` revisions in one transaction, as Alembic does by default, then finds nothing to do. `within`: what of
 * each application was Alembic's own process, from its start to its end.
 */
export async function measureAlembic({ count, rounds, idleRounds }) {
  const postgres = await startPostgres({ durable: true, parent: inMemory })
  try {
    return await measureOn(postgres, { count, rounds, idleRounds })
  } finally {
    await postgres.stop()
  }
}

/** Of two runs of seconds on one disk one is often half a second slower than the other; undefined where there is no such folder. */
const inMemory = existsSync('/dev/shm') ? '/dev/shm' : undefined

async function measureOn(postgres, { count, rounds, idleRounds }) {
  await installTool('python')
  const python = toolPath('python')
  const folder = await mkdtemp(join(tmpdir(), 'gate-bench-alembic-'))
  const commands = {
    [theAction]: [await installTool('node24'), join(root, 'dist', 'index.js')],
    [theCli]: [process.execPath, cli, 'upgrade'],
    [alone]: [join(folder, 'bin', 'uv'), 'run', 'alembic', 'upgrade', 'head'],
  }
  commands[spared] = commands[alone]
  const own = { [theAction]: runner(folder), [spared]: { PYTHONPATH: join(folder, 'spared') } }
  const databases = {}
  const start = name => {
    const env = { ...environment(python, folder), HOME: folder, DATABASE_URL: databases[name].url }
    return time(commands[name], {
      cwd: folder,
      env: { ...env, ...own[name] },
    })
  }
  try {
    const head = await writeProject(folder, count)
    await writeClock(folder, join(dirname(python), 'uv'))
    await writeSpared(own[spared].PYTHONPATH)
    const all = Object.keys(commands)
    const names = all.filter(name => name !== spared)
    const within = Object.fromEntries(all.map(name => [name, []]))
    // Two runs of seconds lie far apart: more rounds than for what takes a moment.
    const apply = await interleave(all, idleRounds * 3 - 2, async name => {
      await databases[name]?.drop()
      databases[name] = await createDatabase(postgres.superuserUrl)
      await withClient(postgres.superuserUrl, client => client.query('checkpoint'))
      const ms = await start(name)
      await expectHead(databases[name].url, head)
      within[name].push(await readClock(folder))
      return ms
    })
    const idle = await interleave(names, idleRounds, start)
    const compiled = [dirname(dirname(python)), folder]
    const fresh = await interleave(names, rounds, async name => {
      for (const place of compiled) await forgetCompiled(place)
      return start(name)
    })
    return { count, apply, within, idle, fresh }
  } finally {
    for (const database of Object.values(databases)) await database.drop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** A `uv` that writes down when it began and when it ended, and is the real one otherwise. */
async function writeClock(folder, uv) {
  await mkdir(join(folder, 'bin'))
  const note = `date +%s%N >> '${join(folder, 'clock')}'`
  const text = `#!/bin/sh\n${note}\n'${uv}' "$@"\ncode=$?\n${note}\nexit $code\n`
  await writeFile(join(folder, 'bin', 'uv'), text, { mode: 0o755 })
}

/** A sitecustomize.py that does to the end of Python what the hook does, and fails where that is nothing; no pass before it either. */
async function writeSpared(place) {
  await mkdir(place)
  const hook = JSON.stringify(join(root, 'dist', 'alembic'))
  const text = `import sys\nsys.path.insert(0, ${hook})\nimport atexit, ending, gc, os\ndel sys.path[0]\ngc.disable()\nborn = gc.get_freeze_count()\natexit.register(lambda: gc.get_freeze_count() > born or os._exit(99))\nending.end_soon()\n`
  await writeFile(join(place, 'sitecustomize.py'), text)
}

/** Milliseconds from the beginning of the last run of that `uv` to its end. */
async function readClock(folder) {
  const [began, ended] = (await readFile(join(folder, 'clock'), 'utf8')).trim().split('\n').slice(-2)
  return Number(BigInt(ended) - BigInt(began)) / 1e6
}

/** What Python has compiled of an environment's packages and of a project; its own library stays as it was installed. */
async function forgetCompiled(place) {
  const names = await readdir(place, { recursive: true, withFileTypes: true })
  const caches = names.filter(entry => entry.isDirectory() && entry.name === '__pycache__')
  for (const { parentPath, name } of caches)
    await rm(join(parentPath, name), { recursive: true, force: true })
}

async function expectHead(url, head) {
  const { rows } = await withClient(url, client => client.query('select version_num from alembic_version'))
  if (rows[0]?.version_num !== head)
    throw new Error(`Alembic stands at ${rows[0]?.version_num}, not at ${head}.`)
}

/** The application of the tests with so many revisions in all; the head of them. */
async function writeProject(folder, count) {
  await cp(join(root, '__tests__/fixtures/alembic/relay/backend'), folder, { recursive: true })
  const versions = join(folder, 'alembic', 'versions')
  const own = (await readdir(versions)).filter(name => name.endsWith('.py')).length
  let before = 'd1f7a0b4c826'
  for (const { id, name, sql } of makeRevisions(count - own)) {
    const text = `"""${name}"""\nfrom alembic import op\n\nrevision: str = "r${id}"\ndown_revision: str | None = "${before}"\n\n\ndef upgrade() -> None:\n    op.execute("""${sql}""")\n\n\ndef downgrade() -> None:\n    pass\n`
    await writeFile(join(versions, `r${id}_${name}.py`), text)
    before = `r${id}`
  }
  for (const name of runnerFiles) await writeFile(runner(folder)[name], '')
  return before
}

/** What a runner reads afterwards. */
const runnerFiles = ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_STATE']

/** What a runner tells a step. */
function runner(folder) {
  return {
    ...Object.fromEntries(runnerFiles.map(name => [name, join(folder, name.toLowerCase())])),
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: folder,
    INPUT_COMMAND: 'upgrade',
  }
}

/** The packages that script/setup installed, and no network. */
function environment(python, folder) {
  return {
    PATH: [join(folder, 'bin'), dirname(python), process.env.PATH].join(delimiter),
    LANG: 'C.UTF-8',
    NO_COLOR: '1',
    UV_PROJECT_ENVIRONMENT: dirname(dirname(python)),
    UV_PYTHON: python,
    UV_PYTHON_DOWNLOADS: 'never',
    UV_NO_SYNC: '1',
    UV_OFFLINE: '1',
    SESSION_SECRET: 'not-a-secret',
  }
}
