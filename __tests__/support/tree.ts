import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A folder with files, where nothing else is. */
export interface Tree {
  path: string
  remove(): void
}

/** Writes files into a new folder; the keys are their paths. */
export function makeTree(files: Record<string, string | Buffer>): Tree {
  const path = mkdtempSync(join(tmpdir(), 'gate-tree-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), content)
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
