/**
 * Builds dist/lint: what `check` loads to read SQL. The rules are a module; Postgres' parser is CommonJS with its
 * WebAssembly beside it, since it looks for that by `__dirname`. Their endings say which is which.
 */
import { execFile } from 'node:child_process'
import { chmod, copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { licencesOf } from './licences.mjs'
import { saidBy } from './tools.mjs'

const run = promisify(execFile)
const parser = 'node_modules/libpg-query/wasm'

/** `bundle(source, to)` runs ncc and gives its statistics. Throws where the result does not read a statement. */
export async function buildLint({ bundle, root }) {
  const to = join(root, 'dist/lint')
  await mkdir(to, { recursive: true })
  await bundleAs(bundle, root, 'build/check/lint/lint.js', 'gate-lint.mjs')
  const stats = await bundleAs(bundle, root, `${parser}/index.cjs`, 'parser.cjs')
  const wasm = join(to, 'libpg-query.wasm')
  await copyFile(join(root, parser, 'libpg-query.wasm'), wasm)
  // The package has it executable.
  await chmod(wasm, 0o644)
  await writeFile(join(to, 'licenses.txt'), await licencesOf(stats, root))
  await reads(join(to, 'gate-lint.mjs'))
}

async function bundleAs(bundle, root, source, name) {
  const folder = join('build', 'lint-bundle')
  await rm(join(root, folder), { recursive: true, force: true })
  const stats = await bundle(source, folder)
  const made = (await readdir(join(root, folder))).filter(file => /\.[cm]?js$/.test(file))
  if (made.length !== 1)
    throw new Error(`${name} has to be one file, and ncc made ${made.join(', ') || 'none'}.`)
  await rename(join(root, folder, made[0]), join(root, 'dist/lint', name))
  return stats
}

/** Away from node_modules: the parser has to be found beside the rules. */
async function reads(file) {
  const code = `
    const { openLint } = await import(${JSON.stringify(pathToFileURL(file).href)})
    const piece = { code: '', text: 'create index on t (a)', line: 1 }
    const around = { id: '1', key: '1', path: '1.sql', text: '', down: [], rest: [], line: 1 }
    console.log((await openLint())({ earlier: [], added: [{ ...around, up: [piece] }] })[0].finding.rule)`
  const args = ['--input-type=module', '--eval', code]
  const { stdout } = await run(process.execPath, args, { cwd: tmpdir() }).catch(error => {
    throw new Error(`dist/lint does not start. It said:\n${saidBy(error)}`)
  })
  if (stdout.trim() !== 'index-blocks-writes') throw new Error(`dist/lint said ${stdout.trim()} of an index.`)
}
