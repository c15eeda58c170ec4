/** A service on a stage: a real git repository, a real Postgres, the committed CLI, and a flyctl that only writes down that it was called. */
import { execFile, spawn } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { createDatabase, startPostgres, withClient } from '../postgres.mjs'
import { root } from '../tools.mjs'

const run = promisify(execFile)

/** What the job of a workflow does, as one line: the second half is not reached unless the first ends well. */
export const jobLine = 'migration-gate upgrade && flyctl deploy --remote-only'

const programs = {
  'migration-gate': 'exec "$STAGE_NODE" "$STAGE_CLI" "$@"',
  flyctl: [
    'echo "$@" >>"$STAGE_CALLS"',
    'printf "\\n🚀 flyctl %s   (a stand-in: it only prints this line)\\n" "$*"',
  ].join('\n'),
}

/** Sets the stage. `close` ends the server and removes every folder. */
export async function openStage() {
  const cli = join(root, 'dist', 'cli', 'index.js')
  if (!existsSync(cli)) throw new Error('dist/cli/index.js is missing. Run `npm run build`.')
  const folder = await mkdtemp(join(tmpdir(), 'gate-demo-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  // However we end but by SIGKILL; the server sees to itself.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  try {
    const postgres = await startPostgres()
    const close = () => postgres.stop().finally(remove)
    try {
      // A name that people recognise; on a server that others use, the one that cannot be taken yet.
      const shop = postgres.port ? (await createDatabase(postgres.superuserUrl, { name: 'shop' })).url : ''
      const url = shop || postgres.url
      const stage = makeStage(folder, url, environment(folder, url, cli))
      await stage.prepare()
      return { ...stage, version: postgres.version, close }
    } catch (error) {
      await close()
      throw error
    }
  } catch (error) {
    await remove()
    throw error
  }
}

function makeStage(folder, url, env) {
  const repository = join(folder, 'shop')
  const git = async (...args) => (await run('git', args, { cwd: repository, env })).stdout.trim()
  return {
    git,
    async prepare() {
      await mkdir(join(repository, 'migrations'), { recursive: true })
      await mkdir(join(folder, 'bin'))
      for (const [name, text] of Object.entries(programs)) {
        await writeFile(join(folder, 'bin', name), `#!/bin/sh\n${text}\n`)
        await chmod(join(folder, 'bin', name), 0o755)
      }
      await git('init', '--quiet', '--initial-branch=main')
    },
    /** Copies revisions of this repository, writes others, and commits. */
    async commit(message, { copied = [], written = {} }) {
      for (const name of copied)
        await copyFile(join(root, 'migrations', name), join(repository, 'migrations', name))
      for (const [name, text] of Object.entries(written))
        await writeFile(join(repository, 'migrations', name), text)
      await git('add', '--all')
      await git('commit', '--quiet', '-m', message)
    },
    /** Runs a line as a step would; `captured` keeps what it prints, in colour, instead of showing it. */
    shell: (line, { captured = false } = {}) => shell(line, repository, env, captured),
    /** How often flyctl was called. */
    async deploys() {
      const calls = await readFile(env.STAGE_CALLS, 'utf8').catch(() => '')
      return calls.split('\n').filter(Boolean).length
    },
    /** The newest revision in the history, asked of the database itself. */
    async current() {
      const newest = "select max(version) as version from migration_history where state = 'applied'"
      const { rows } = await withClient(url, client => client.query(newest))
      return rows[0].version
    },
  }
}

/** A person's own, but for what would make the gate or git behave otherwise than told. */
function environment(folder, url, cli) {
  const own = Object.entries(process.env).filter(([name]) => !/^(GITHUB_|INPUT_|GIT_|PG[A-Z]+$)/.test(name))
  return {
    ...Object.fromEntries(own),
    PATH: [join(folder, 'bin'), dirname(process.execPath), process.env.PATH].join(delimiter),
    DATABASE_URL: url,
    STAGE_NODE: process.execPath,
    STAGE_CLI: cli,
    STAGE_CALLS: join(folder, 'calls'),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Demo',
    GIT_AUTHOR_EMAIL: 'demo@example.com',
    GIT_COMMITTER_NAME: 'Demo',
    GIT_COMMITTER_EMAIL: 'demo@example.com',
  }
}

function shell(line, cwd, env, captured) {
  const child = spawn('bash', ['-euo', 'pipefail', '-c', line], {
    cwd,
    env: captured ? { ...env, FORCE_COLOR: '1' } : env,
    stdio: ['ignore', captured ? 'pipe' : 'inherit', captured ? 'pipe' : 'inherit'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', part => {
      text += part
    })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', code => resolve({ code: code ?? 1, text }))
  })
}
