import { dirname, join, relative, resolve } from 'node:path'
import { openDisk } from '../disk.ts'
import { type ProcessResult, runProcess } from '../process.ts'
import { CannotCompare, quote, sayGitError } from './cannot-compare.ts'

type Environment = Record<string, string | undefined>

/** A work tree, and the way to ask its git. */
export interface Repository {
  /** Absolute path of the work tree. */
  root: string
  /** Runs git in the root; the caller reads the exit code. Throws CannotCompare when git cannot run at all. */
  git(args: readonly string[], timeoutMs?: number, input?: string): Promise<ProcessResult>
}

/** Where to look, and the environment of the door, of which git gets a chosen part. */
export interface RepositoryOptions {
  cwd: string
  env: Environment
  /** The repository around `cwd`, where it was found before: git is not asked again. */
  found?: Repository | undefined
}

const localTimeoutMs = 60_000

/** What git and its transports (ssh, https behind a proxy or a private CA) need; nothing of ours, no secret. */
const passed =
  /^(?:PATH|HOME|USER|LOGNAME|TMPDIR|TEMP|TMP|XDG_CONFIG_HOME|SSH_AUTH_SOCK|SSL_CERT_(?:FILE|DIR)|CURL_CA_BUNDLE|(?:https?|all|no)_proxy|GIT_(?:CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+)|SSH|SSH_COMMAND|SSL_\w+|EXEC_PATH)|SYSTEMROOT|USERPROFILE|APPDATA|LOCALAPPDATA|PROGRAMDATA|COMSPEC|PATHEXT)$/i

/** The environment for git: never a question on the terminal, English messages, no lock for reading. */
function gitEnvironment(env: Environment): Environment {
  const chosen = Object.entries(env).filter(([name]) => passed.test(name))
  return {
    ...Object.fromEntries(chosen),
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_PAGER: 'cat',
    LC_ALL: 'C',
  }
}

/** Opens the repository around a folder. Throws CannotCompare, as a note where there simply is none. */
export async function openRepository(options: RepositoryOptions): Promise<Repository> {
  if (options.found !== undefined) return options.found
  if (isOutside(options.cwd)) throw new CannotCompare(outside, 'note')
  const env = gitEnvironment(options.env)
  const found = await runGit(options.cwd, env, ['rev-parse', '--show-toplevel'])
  if (found.code === 0) return repositoryAt(checkRoot(readLine(found)), env)
  if (/dubious ownership|unsafe repository/.test(found.stderr)) return openForeign(options, env)
  if (/not a git repository|must be run in a work tree/i.test(found.stderr)) {
    throw new CannotCompare(outside, 'note')
  }
  throw new CannotCompare(`git cannot read this repository: ${sayGitError(found.stderr)}.`)
}

const outside = 'There is no git repository here, so what changed is not known.'

/** No folder above has a `.git`, without which git finds nothing that `checkRoot` would take: it need not be asked. */
function isOutside(folder: string): boolean {
  const real = openDisk(folder).realPath('.')
  return real.ok && workTreeAbove(real.value) === undefined
}

/** The repository around a folder, or undefined where there is none or git cannot read it. */
export async function findRepository(options: RepositoryOptions): Promise<Repository | undefined> {
  return openRepository(options).catch(() => undefined)
}

/** The commit that is checked out, or undefined. */
export async function headCommit(options: RepositoryOptions): Promise<string | undefined> {
  try {
    return await commitOf(await openRepository(options), 'HEAD')
  } catch {
    return undefined
  }
}

/** The full hash of a commit that this clone has, or undefined. The expression must not begin with `-`. */
export async function commitOf(repository: Repository, expression: string): Promise<string | undefined> {
  const found = await repository.git(['rev-parse', '--verify', '--quiet', `${expression}^{commit}`])
  return found.code === 0 ? readLine(found) : undefined
}

/** The first line of what git printed. */
export function readLine(result: ProcessResult): string {
  return result.stdout.toString('utf8').split('\n')[0] ?? ''
}

/**
 * Container jobs: the workspace belongs to another user, and git refuses to look for a repository in it. Inside
 * GITHUB_WORKSPACE the repository is named outright instead, which every version of git accepts (safe.directory
 * from the command line or the environment is ignored before 2.38) and which leaves no file behind. Elsewhere
 * git's refusal protects a person, and stands.
 */
async function openForeign(options: RepositoryOptions, env: Environment): Promise<Repository> {
  const workspace = options.env.GITHUB_WORKSPACE
  const root = workTreeAbove(resolve(options.cwd))
  if (workspace === undefined || root === undefined || !isInside(resolve(workspace), root)) {
    throw new CannotCompare(
      `git does not trust this folder, because another user owns it: git config --global --add safe.directory ${quote(root ?? options.cwd)}.`,
    )
  }
  const named = { ...env, GIT_DIR: join(root, '.git'), GIT_WORK_TREE: root }
  const checked = await runGit(root, named, ['rev-parse', '--git-dir'])
  if (checked.code === 0) return repositoryAt(root, named)
  throw new CannotCompare(`git cannot read this repository: ${sayGitError(checked.stderr)}.`)
}

/** Where git is older than 2.38 and takes any folder with a HEAD for a repository; `.git` itself cannot be committed. */
function checkRoot(root: string): string {
  if (workTreeAbove(root) === root) return root
  throw new CannotCompare(`The repository of ${quote(root)} has no .git there, so it is not trusted.`)
}

function workTreeAbove(folder: string): string | undefined {
  // A folder, or the file of a worktree or submodule.
  const own = openDisk(folder).readBytes('.git')
  if (own.ok || !own.absent) return folder
  const above = dirname(folder)
  return above === folder ? undefined : workTreeAbove(above)
}

function isInside(outer: string, inner: string): boolean {
  const way = relative(outer, inner)
  return way === '' || (!way.startsWith('..') && resolve(outer, way) === inner)
}

function repositoryAt(root: string, env: Environment): Repository {
  return { root, git: (args, timeoutMs, input) => runGit(root, env, args, timeoutMs, input) }
}

/**
 * A monitor, hooks (which may lie in the work tree) and automatic maintenance would start programs of their own, the
 * last behind our back. A folder of the work tree that looks like a repository is files, and its `config` no configuration.
 */
const settings = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'gc.auto=0',
  'maintenance.auto=false',
  'safe.bareRepository=explicit',
]
const quiet = settings.flatMap(setting => ['-c', setting])

async function runGit(
  cwd: string,
  env: Environment,
  args: readonly string[],
  timeoutMs = localTimeoutMs,
  input = '',
) {
  const result = await runProcess(['git', ...quiet, ...args], { cwd, env, timeoutMs, input })
  if (result.failure === 'missing') {
    throw new CannotCompare('There is no git on PATH, so what changed is not known.', 'note')
  }
  if (result.failure === 'no-folder') {
    throw new CannotCompare(`The folder ${quote(cwd)} does not exist, so what changed is not known.`)
  }
  if (result.failure === 'denied') throw new CannotCompare('git may not be run by this user.')
  return result
}
