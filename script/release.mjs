// The release, on git alone: see script/release for its commands. Runs in the folder it is started in.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const ourselves = 'migration-gate/migration-gate'
/** Our own parts by their moving tag, as they stand on main: `migration-gate/migration-gate/deploy@v1`. */
const selfReference = new RegExp(`(${ourselves}(?:/[\\w.-]+)*)@v\\d+(?![\\w.])`, 'g')
/** Where people copy from, or run from. Decisions speak of `@v1` itself and stay as they are. */
const rewritten =
  /^(\.github\/workflows\/[^/]+\.yml|([\w-]+\/)*action\.yml|([\w-]+\/)*README\.md|docs\/(?!decisions\/).+\.(md|yml))$/
/** What users run by reference: a moving reference left in one of these would make vX.Y.Z change later. */
const executed = [
  'alembic/action.yml',
  'alembic/setup/action.yml',
  'deploy/action.yml',
  '.github/workflows/check.yml',
  '.github/workflows/deploy.yml',
  '.github/workflows/operate.yml',
]

class Refusal extends Error {}
const refuse = sentence => {
  throw new Refusal(sentence)
}

const git = (...args) =>
  execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()
const gitSays = (...args) => {
  try {
    git(...args)
    return true
  } catch {
    return false
  }
}
const remoteTag = tag => git('ls-remote', '--tags', 'origin', `refs/tags/${tag}`).split('\t')[0]

/** The section of this version in CHANGELOG.md, without its heading. */
function readNotes(version) {
  const sections = readFileSync('CHANGELOG.md', 'utf8').split(/^## /m).slice(1)
  const section =
    sections.find(text => text.startsWith(`[${version}]`)) ??
    refuse(`CHANGELOG.md has no section [${version}]. Rename Unreleased to [${version}] - YYYY-MM-DD.`)
  const [heading, ...body] = section.split('\n')
  if (!/\] - \d{4}-\d{2}-\d{2}$/.test(heading.trim()))
    refuse(`The section [${version}] of CHANGELOG.md has no date. Write ## [${version}] - YYYY-MM-DD.`)
  const notes = body
    .filter(line => !/^\[.+\]: /.test(line))
    .join('\n')
    .trim()
  return notes || refuse(`The section [${version}] of CHANGELOG.md is empty. Say what changed.`)
}

function checkTag(version, distChecked) {
  const tag = `v${version}`
  if (git('status', '--porcelain') !== '')
    refuse('The work tree has changes. Commit them or put them away: a release ships a commit.')
  if (gitSays('rev-parse', '-q', '--verify', `refs/tags/${tag}`) || remoteTag(tag) !== '')
    refuse(`${tag} exists. A release is never changed: take the next version.`)
  git('fetch', '--quiet', 'origin', 'main')
  if (!gitSays('merge-base', '--is-ancestor', 'HEAD', 'FETCH_HEAD'))
    refuse('This commit is not on origin/main. Merge it first: only what CI tested there is released.')
  const stated = JSON.parse(readFileSync('package.json', 'utf8')).version
  if (stated !== version)
    refuse(`package.json says ${stated}, not ${version}. Set it in a pull request first.`)
  readNotes(version)
  if (!distChecked) {
    try {
      execFileSync(join(process.cwd(), 'script/check-dist'), { stdio: ['ignore', 'inherit', 'inherit'] })
    } catch {
      refuse('dist/ is not what src/ builds to. Build it, commit it, and let CI test it.')
    }
  }
}

/** Self references as they will read at the tag: path → new text. */
function rewrite(tag) {
  const texts = new Map()
  for (const path of git('ls-files', '-z')
    .split('\0')
    .filter(path => rewritten.test(path))) {
    const before = readFileSync(path, 'utf8')
    const after = before.replace(selfReference, `$1@${tag}`)
    if (after !== before) texts.set(path, after)
  }
  for (const path of executed)
    if (!texts.has(path)) refuse(`${path} has no reference ${ourselves}@v<major> to rewrite. Has it moved?`)
  return texts
}

/** Commits these texts on top of a commit, in an index of its own: branch, index and work tree stay as they are. */
function commitOn(parent, texts, message) {
  const folder = mkdtempSync(join(tmpdir(), 'release-'))
  const env = { ...process.env, GIT_INDEX_FILE: join(folder, 'index') }
  const run = (args, input) =>
    execFileSync('git', args, { encoding: 'utf8', env, input, stdio: 'pipe' }).trim()
  try {
    run(['read-tree', parent])
    for (const [path, text] of texts) {
      const blob = run(['hash-object', '-w', '--stdin', '--path', path], text)
      run(['update-index', '--cacheinfo', `100644,${blob},${path}`])
    }
    return run(['commit-tree', run(['write-tree']), '-p', parent, '-m', message])
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function makeTag(version, { dryRun, distChecked }) {
  const tag = `v${version}`
  checkTag(version, distChecked)
  const tested = git('rev-parse', 'HEAD')
  const texts = rewrite(tag)
  for (const path of texts.keys()) console.log(`rewrite  ${path}`)
  if (dryRun) return console.log(`would tag ${tag} on a child of ${tested}, and push it`)

  const commit = commitOn(
    tested,
    texts,
    `release: ${tag}\n\nSelf references name this tag. Nothing else differs from ${tested}.`,
  )
  git('tag', '-a', tag, '-m', tag, commit)
  try {
    git('push', '--quiet', 'origin', `refs/tags/${tag}`)
  } catch (error) {
    git('tag', '-d', tag)
    throw error
  }
  console.log(`tagged   ${tag} on ${commit}, child of ${tested}`)
}

const byVersion = (a, b) => {
  const [left, right] = [a, b].map(version => version.split('.').map(Number))
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2]
}

function moveMajor(version, { dryRun }) {
  const tag = `v${version}`
  const major = `v${version.split('.')[0]}`
  const released = git('ls-remote', '--tags', 'origin', `refs/tags/${major}.*`)
    .split('\n')
    .map(line => line.match(/refs\/tags\/v(\d+\.\d+\.\d+)$/)?.[1])
    .filter(found => found !== undefined)
  if (!released.includes(version))
    refuse(`${tag} is not on origin. Tag it first: script/release tag ${version}.`)
  const newest = released.sort(byVersion).at(-1)
  if (newest !== version) refuse(`v${newest} is newer than ${tag}: ${major} never moves back.`)
  if (dryRun) return console.log(`would move ${major} to ${tag}`)

  git('fetch', '--quiet', '--force', 'origin', `refs/tags/${tag}:refs/tags/${tag}`)
  const commit = git('rev-parse', `${tag}^{commit}`)
  // Only from where it was seen: two releases at once do not overwrite each other. Empty: it must not exist yet.
  const seen = remoteTag(major)
  git(
    'push',
    '--quiet',
    `--force-with-lease=refs/tags/${major}:${seen}`,
    'origin',
    `+${commit}:refs/tags/${major}`,
  )
  console.log(`moved    ${major} to ${tag}, ${commit}`)
}

const usage = 'Usage: script/release tag|notes|move X.Y.Z [--dry-run] [--dist-checked]'

function readArguments() {
  const options = {
    'dry-run': { type: 'boolean', default: false },
    'dist-checked': { type: 'boolean', default: false },
  }
  try {
    return parseArgs({ allowPositionals: true, options })
  } catch {
    return refuse(usage)
  }
}

function main() {
  const { values, positionals } = readArguments()
  const [command, version, ...rest] = positionals
  const commands = { tag: makeTag, notes: () => console.log(readNotes(version)), move: moveMajor }
  if (!Object.hasOwn(commands, command ?? '') || rest.length > 0) refuse(usage)
  if (!/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.test(version ?? ''))
    refuse(`"${version ?? ''}" is not a version. Give X.Y.Z without a v, as in package.json.`)
  commands[command](version, { dryRun: values['dry-run'], distChecked: values['dist-checked'] })
}

try {
  main()
} catch (error) {
  // A refusal is a sentence; of git, what it said; anything else is ours to mend and keeps its stack.
  console.error(
    error instanceof Refusal ? error.message : (error.stderr || error.stack || String(error)).trim(),
  )
  process.exitCode = error instanceof Refusal ? 1 : 2
}
