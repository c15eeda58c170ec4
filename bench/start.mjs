/** How long the bundles take to start, on top of what Node itself takes. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../script/tools.mjs'
import { cli } from './contenders.mjs'
import { interleave, median, medianDifference, time } from './measure.mjs'

const run = promisify(execFile)

const action = join(root, 'dist', 'index.js')

/** What is started, from the least work to the most that needs no database. */
function starts(folder) {
  const runner = {
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REPOSITORY: 'o/r',
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: folder,
  }
  const fork = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: join(folder, 'event.json') }
  return [
    { name: 'node -e 0', argv: ['-e', '0'] },
    { name: 'CLI: `--version`', argv: [cli, '--version'] },
    {
      name: 'action: the post step after a step that finished',
      argv: [action],
      env: { ...runner, STATE_phase: 'main', STATE_finished: 'true' },
    },
    {
      name: 'action: an input that is refused',
      argv: [action],
      env: { ...runner, INPUT_COMMAND: 'no-such-command' },
      codes: [2],
    },
    {
      name: 'action: a fork’s pull request without secrets, with git’s comparison',
      argv: [action],
      env: { ...runner, ...fork, 'INPUT_DATABASE-URL': '' },
    },
  ]
}

/** Milliseconds over `node -e 0`, the median over rounds of the difference within a round. */
export async function measureStart(rounds) {
  const folder = await mkdtemp(join(tmpdir(), 'gate-bench-start-'))
  try {
    await writeWorkspace(folder)
    const all = starts(folder)
    const measure = name => {
      const { argv, env, codes } = all.find(one => one.name === name)
      const base = { PATH: process.env.PATH, HOME: folder }
      return time([process.execPath, ...argv], { cwd: folder, env: { ...base, ...env }, codes })
    }
    const names = all.map(one => one.name)
    await interleave(names, 1, measure)
    const times = await interleave(names, rounds, measure)
    const [bare, ...ours] = names
    return {
      node: median(times[bare]),
      over: ours.map(name => ({
        name,
        ms: medianDifference(times[name], times[bare]),
        least: Math.min(...times[name]) - Math.min(...times[bare]),
      })),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A repository of two commits, and the event of a pull request from a fork. */
async function writeWorkspace(folder) {
  const git = (...args) =>
    run('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost', ...args], { cwd: folder })
  await mkdir(join(folder, 'migrations'))
  await git('init', '-q', '-b', 'main')
  const commits = []
  for (const id of ['0001', '0002']) {
    await writeFile(join(folder, 'migrations', `${id}_one.sql`), 'select 1;\n')
    await git('add', 'migrations')
    await git('commit', '-q', '-m', id)
    commits.push((await git('rev-parse', 'HEAD')).stdout.trim())
  }
  const [base, head] = commits
  const pull = {
    number: 1,
    base: { sha: base, ref: 'main', repo: { full_name: 'o/r' } },
    head: { sha: head, ref: 'topic', repo: { full_name: 'fork/r', fork: true } },
  }
  const event = { pull_request: pull, repository: { full_name: 'o/r' } }
  await writeFile(join(folder, 'event.json'), JSON.stringify(event))
}
