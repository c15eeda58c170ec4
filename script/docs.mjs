/**
 * Writes what the documents say of action.yml, the catalogue and the config schema; `--check` only compares.
 * Regions between `<!-- docs: name -->` and `<!-- /docs -->` are replaced, the rest of a page is written by people.
 */
import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { renderErrors } from './docs/errors.mjs'
import { takePicture } from './docs/picture.mjs'
import { publicSchema, renderConfigTable } from './docs/schema.mjs'
import { renderInputs, renderOutputs } from './docs/tables.mjs'
import { withSources } from './sources.mjs'
import { root, saidBy } from './tools.mjs'

const run = promisify(execFile)
const usage = 'Usage: node script/docs.mjs [--check | --picture]'
/** Those that a first workflow may want; the reference has all. */
const mainInputs = ['command', 'revision', 'database-url', 'working-directory', 'directory', 'allow']
const pages = ['README.md', 'check/README.md', 'detect/README.md', 'docs/reference.md']

/** Path → text, as each should be. */
async function makeTexts(source) {
  const load = path => import(pathToFileURL(source(path)).href)
  const action = await readFile(join(root, 'action.yml'), 'utf8')
  const detect = await readFile(join(root, 'detect/action.yml'), 'utf8')
  const check = await readFile(join(root, 'check/action.yml'), 'utf8')
  const { configSchema } = await load('settings/config-schema.js')
  const { stdout: help } = await run(process.execPath, [source('cli.js'), '--help'])
  const regions = {
    inputs: renderInputs(action),
    'main inputs': renderInputs(action, mainInputs),
    outputs: renderOutputs(action),
    'check-inputs': renderInputs(check),
    'check-outputs': renderOutputs(check),
    'detect-inputs': renderInputs(detect),
    'detect-outputs': renderOutputs(detect),
    options: `\`\`\`text\n${help.trimEnd()}\n\`\`\``,
    config: renderConfigTable(configSchema),
  }
  const texts = new Map()
  for (const path of pages)
    texts.set(path, await format(path, fill(path, await readFile(join(root, path), 'utf8'), regions)))
  texts.set('docs/errors.md', await format('docs/errors.md', await renderErrors(load)))
  texts.set('docs/schema/config.json', `${JSON.stringify(publicSchema(configSchema), null, 2)}\n`)
  return texts
}

function fill(path, text, regions) {
  return text.replace(/(<!-- docs: ([\w -]+?) -->\n)[\s\S]*?(\n<!-- \/docs -->)/g, (_, begin, name, end) => {
    if (regions[name] === undefined) throw new Error(`${path} has the region ${name}, which is not known.`)
    return `${begin}\n${regions[name]}\n${end}`
  })
}

/** As `npx biome check` wants it, so that a page that was just written is not a finding. */
async function format(path, text) {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const child = run(process.execPath, [biome, 'format', `--stdin-file-path=${path}`], {
    cwd: root,
    maxBuffer: 1e7,
  })
  child.child.stdin.end(text)
  return (await child).stdout
}

async function main([flag, ...rest]) {
  if (rest.length > 0 || ![undefined, '--check', '--picture'].includes(flag)) throw new Error(usage)
  if (flag === '--picture') return takePicture(join(root, 'docs/summary.svg'))
  const texts = await withSources(makeTexts)
  const stale = []
  for (const [path, text] of texts) {
    const file = join(root, path)
    if ((await readFile(file, 'utf8').catch(() => '')) === text) continue
    stale.push(relative(root, file))
    if (flag === undefined) await writeFile(file, text)
  }
  if (flag === undefined)
    return console.log(`docs: ${stale.length === 0 ? 'nothing to do' : stale.join(', ')}`)
  if (stale.length > 0) throw new Error(`${stale.join(', ')} would be written anew. Run \`npm run docs\`.`)
}

main(process.argv.slice(2)).catch(error => {
  console.error(`docs: ${saidBy(error)}`)
  process.exitCode = 1
})
