/** What the bundles weigh. */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../script/tools.mjs'

/** Every program file of dist/, the largest first. */
export async function readSizes() {
  const names = await readdir(join(root, 'dist'), { recursive: true })
  const files = names.filter(name => name.endsWith('.js')).map(name => join('dist', name))
  const sizes = await Promise.all(
    files.map(async file => ({ file, bytes: (await stat(join(root, file))).size })),
  )
  return sizes.sort((a, b) => b.bytes - a.bytes)
}
