/**
 * Repositories from their description, for the recorder of paths-filter's answers and for the test that replays them:
 * both build the same commits, to the letter.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const zeros = '0'.repeat(40)

/** The environment for git: nothing of the machine's or the person's configuration. */
function gitEnvironment(home) {
  return {
    PATH: process.env.PATH ?? '',
    HOME: home,
    LANG: 'C.UTF-8',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
  }
}

/** Builds a world in a folder of its own: `origin`, and the hashes of its commits in order. */
export function buildWorld(world) {
  const folder = mkdtempSync(join(tmpdir(), 'gate-world-'))
  const origin = join(folder, 'origin')
  const env = gitEnvironment(folder)
  git(folder, env, 'init', '--quiet', '--bare', '-b', 'main', origin)
  // GitHub's servers give any commit that is named by its hash.
  git(origin, env, 'config', 'uploadpack.allowAnySHA1InWant', 'true')
  const marks = join(folder, 'marks')
  execFileSync('git', ['fast-import', '--quiet', `--export-marks=${marks}`], {
    cwd: origin,
    env,
    input: fastImport(world),
  })
  const listed = execFileSync('sort', ['-t:', '-k2n', marks], { encoding: 'utf8' }).trim().split('\n')
  const commits = listed.map(line => line.split(' ')[1])
  return {
    folder,
    origin,
    env,
    commits,
    full: undefined,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A work tree for a situation, as actions/checkout leaves it. A full one is shared; a shallow one is new each time. */
export function checkOut(built, situation) {
  const { ref, depth = 0, dirty } = situation
  const target = ref.startsWith('refs/heads/') ? ref.replace('refs/heads/', 'refs/remotes/origin/') : ref
  const path = depth === 0 ? fullClone(built) : emptyClone(built)
  const { env } = built
  if (depth > 0)
    git(path, env, 'fetch', '--quiet', '--no-tags', `--depth=${depth}`, 'origin', `+${ref}:${target}`)
  const where = ref.startsWith('refs/heads/') ? ['-B', ref.slice('refs/heads/'.length)] : ['--detach']
  git(path, env, 'checkout', '--quiet', '--force', ...where, target)
  if (dirty !== undefined) writeDirty(path, env, dirty)
  return { path, remove: () => leave(built, path, situation) }
}

/** A payload with the hash of commit 3 where `@3` stands. */
export function fillPayload(value, commits) {
  if (typeof value === 'string') {
    if (value === '@zeros') return zeros
    const found = /^@(\d+)$/.exec(value)
    return found === null ? value : commits[Number(found[1])]
  }
  if (Array.isArray(value)) return value.map(one => fillPayload(one, commits))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fillPayload(one, commits)]))
}

/** The variables of the runner that tell the event. */
export function eventEnvironment(situation, commits) {
  return {
    GITHUB_EVENT_NAME: situation.event,
    GITHUB_REF: situation.githubRef ?? situation.ref,
    GITHUB_SHA: fillPayload(situation.sha ?? '', commits),
    GITHUB_REPOSITORY: 'o/r',
  }
}

function fullClone(built) {
  if (built.full === undefined) {
    built.full = emptyClone(built)
    const all = [
      '+refs/heads/*:refs/remotes/origin/*',
      '+refs/tags/*:refs/tags/*',
      '+refs/pull/*:refs/pull/*',
    ]
    git(built.full, built.env, 'fetch', '--quiet', 'origin', ...all)
  }
  return built.full
}

function emptyClone(built) {
  const path = mkdtempSync(join(built.folder, 'clone-'))
  git(path, built.env, 'init', '--quiet', '-b', 'none')
  git(path, built.env, 'remote', 'add', 'origin', `file://${built.origin}`)
  return path
}

function leave(built, path, { depth = 0, dirty }) {
  if (depth > 0) return rmSync(path, { recursive: true, force: true })
  if (dirty === undefined) return
  git(path, built.env, 'reset', '--quiet', '--hard')
  git(path, built.env, 'clean', '--quiet', '-ffdx')
}

function writeDirty(path, env, { written, staged }) {
  for (const [name, content] of Object.entries(written)) {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), content)
  }
  if (staged.length > 0) git(path, env, 'add', '--', ...staged)
}

function git(cwd, env, ...args) {
  execFileSync('git', args, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** A stream for git fast-import: paths and contents byte for byte, one minute between two commits. */
function fastImport({ commits, refs }) {
  const pieces = commits.map((commit, index) => {
    const parents = commit.parents ?? []
    const lines = [
      `commit refs/made/${index}`,
      `mark :${index + 1}`,
      `committer Test <test@example.com> ${1767225600 + index * 60} +0000`,
      data(`change ${index}`),
    ]
    if (parents.length > 0) lines.push(`from :${parents[0] + 1}`)
    for (const parent of parents.slice(1)) lines.push(`merge :${parent + 1}`)
    for (const [path, content] of Object.entries(commit.files)) lines.push(fileLines(path, content))
    return `${lines.join('\n')}\n`
  })
  const resets = Object.entries(refs).map(([ref, index]) => `reset ${ref}\nfrom :${index + 1}\n`)
  const gone = commits.map((_, index) => `reset refs/made/${index}\nfrom ${zeros}\n`)
  return Buffer.from([...pieces, ...resets, ...gone].join('\n'), 'latin1')
}

/** `null` deletes, `-> x` is a symlink, `@commit` a submodule; anything else is what the file holds. */
function fileLines(path, content) {
  if (content === null) return `D ${quotePath(path)}`
  if (content.startsWith('-> ')) return `M 120000 inline ${quotePath(path)}\n${data(content.slice(3))}`
  if (content.startsWith('@')) return `M 160000 ${content.slice(1)} ${quotePath(path)}`
  return `M 100644 inline ${quotePath(path)}\n${data(content)}`
}

/** Each byte for itself. A path of our worlds is text, but for `\xff`, which stands for that byte alone. */
function quotePath(path) {
  const bytes = Buffer.concat(
    [...path].map(sign => (sign === '\xff' ? Buffer.from([255]) : Buffer.from(sign))),
  )
  return `"${[...bytes].map(byte => `\\${byte.toString(8).padStart(3, '0')}`).join('')}"`
}

function data(text) {
  return `data ${text.length}\n${text}`
}
