import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Options, transformSync } from '@swc/core'

const source = fileURLToPath(new URL('../../src/', import.meta.url))

/** swc knows the rewriting of `.ts` in imports; its types do not yet. */
const options = {
  jsc: { target: 'es2022', parser: { syntax: 'typescript' }, rewriteRelativeImportExtensions: true },
  module: { type: 'es6' },
} as Options

/**
 * src/ as JavaScript in a new folder, for a process of its own that a test may kill. What imports a package does not
 * run there: no node_modules is beside it. Remove it when done.
 */
export function compileSources(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gate-compiled-'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  for (const path of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.ts')) continue
    const { code } = transformSync(readFileSync(join(source, path), 'utf8'), options)
    const to = join(folder, path.replace(/ts$/, 'js'))
    mkdirSync(dirname(to), { recursive: true })
    writeFileSync(to, code)
  }
  return folder
}
