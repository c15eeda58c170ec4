import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { root } from '../../script/tools.mjs'
import { gitTestEnv, type Repo } from './repo.ts'

/** The repositories of the tests, over HTTP. */
export interface GitServer {
  urlOf(repo: Repo): string
  /** The same repository, for which git needs credentials. */
  privateUrlOf(repo: Repo): string
  stop(): void
}

export async function startGitServer(): Promise<GitServer> {
  const script = join(root, '__tests__/support/git-server.mjs')
  const env = {
    ...gitTestEnv(),
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'safe.directory',
    GIT_CONFIG_VALUE_0: '*',
  }
  const child = spawn(process.execPath, [script, tmpdir()], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  const server = `http://127.0.0.1:${said.toString().trim()}`
  return {
    urlOf: repo => `${server}/${basename(repo.path)}/.git`,
    privateUrlOf: repo => `${server}/private/${basename(repo.path)}/.git`,
    stop: () => void child.kill(),
  }
}
