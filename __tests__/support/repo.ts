import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** A real git repository in a temporary folder. */
export interface Repo {
  path: string
  /** Runs git in it and gives what it printed, trimmed; throws when git fails. */
  git(...args: string[]): string
  /** Writes files (null deletes), leaves them uncommitted. */
  write(files: Files): void
  /** Writes, adds everything, commits; gives the commit's hash. Each commit is a minute after the one before. */
  commit(files: Files, message?: string): string
  /** `git clone` over file://, as shallow as asked; its remote is this repository. */
  clone(...options: string[]): Repo
  remove(): void
}

/** Path → content; null deletes the file. */
export type Files = Record<string, string | Buffer | null>

let clock = Date.UTC(2026, 0, 1) / 1000

/** The environment for git in tests: nothing of the machine's or the person's configuration. */
export function gitTestEnv(home = tmpdir()): Record<string, string> {
  const who = { NAME: 'Test', EMAIL: 'test@example.com' }
  return {
    PATH: process.env.PATH ?? '',
    HOME: home,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: who.NAME,
    GIT_AUTHOR_EMAIL: who.EMAIL,
    GIT_COMMITTER_NAME: who.NAME,
    GIT_COMMITTER_EMAIL: who.EMAIL,
    LC_ALL: 'C',
  }
}

/** Makes an empty repository whose branch is `main`. Remove it when done. */
export function makeRepo(): Repo {
  const repo = repoAt(mkdtempSync(join(tmpdir(), 'gate-repo-')))
  repo.git('init', '--quiet', '-b', 'main')
  // GitHub's servers give any commit that is named by its hash.
  repo.git('config', 'uploadpack.allowAnySHA1InWant', 'true')
  return repo
}

/** Wraps a folder that is or becomes a repository. */
export function repoAt(path: string): Repo {
  const git = (...args: string[]) => {
    const date = `${clock} +0000`
    const env = { ...gitTestEnv(), GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date }
    const argv = ['-c', 'commit.gpgSign=false', '-c', 'protocol.file.allow=always', ...args]
    return execFileSync('git', argv, { cwd: path, env, encoding: 'utf8', stdio: 'pipe' }).trim()
  }
  const write = (files: Files) => {
    for (const [name, content] of Object.entries(files)) writeOne(join(path, name), content)
  }
  return {
    path,
    git,
    write,
    commit(files, message = 'change') {
      clock += 60
      write(files)
      git('add', '--all')
      git('commit', '--quiet', '--allow-empty', '-m', message)
      return git('rev-parse', 'HEAD')
    },
    clone(...options) {
      const target = mkdtempSync(join(tmpdir(), 'gate-clone-'))
      git('clone', '--quiet', ...options, '--', pathToFileURL(path).href, target)
      return repoAt(target)
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  }
}

function writeOne(path: string, content: string | Buffer | null): void {
  mkdirSync(dirname(path), { recursive: true })
  if (content === null) rmSync(path)
  else writeFileSync(path, content)
}
