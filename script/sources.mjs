/** The sources, compiled for scripts that run them. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from './tools.mjs'

const run = promisify(execFile)

/** The sources as JavaScript in a folder of their own, removed afterwards. */
export async function withSources(work) {
  await mkdir(join(root, '.tmp'), { recursive: true })
  const folder = await mkdtemp(join(root, '.tmp', 'docs-'))
  try {
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    const args = [tsc, '-p', 'tsconfig.build.json', '--noCheck', '--outDir', folder]
    await run(process.execPath, args, { cwd: root })
    return await work(path => join(folder, path))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
