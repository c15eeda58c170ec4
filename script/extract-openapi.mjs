/**
 * Writes down what GitHub's OpenAPI description says of the operations that we ask for: `node script/extract-openapi.mjs`.
 * The package has 390 MB, too much to be installed for a test: it is downloaded into a temporary folder and removed.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from './tools.mjs'

const run = promisify(execFile)
const source = '@octokit/openapi@23.0.2'
const file = 'package/generated/api.github.com.json'
/** Those of src/action. */
const operations = [
  'pulls/list-files',
  'actions/list-workflow-runs',
  'issues/list-comments',
  'issues/create-comment',
  'issues/update-comment',
  'issues/delete-comment',
]
/** What GitHub answers where it refuses, whether an operation names that status or not. */
const refusal = '#/components/schemas/basic-error'
const words = new Set(['title', 'description'])
const target = join(root, '__tests__/fixtures/github-openapi.json')

async function download() {
  const folder = await mkdtemp(join(tmpdir(), 'openapi-'))
  try {
    await run('npm', ['pack', source, '--silent', '--pack-destination', folder])
    await run('sh', ['-c', `tar xzf ./*.tgz ${file}`], { cwd: folder })
    return JSON.parse(await readFile(join(folder, file), 'utf8'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const find = (document, pointer) =>
  pointer
    .slice(2)
    .split('/')
    .reduce((at, step) => at[step], document)

const resolve = (document, node) => (node.$ref === undefined ? node : find(document, node.$ref))

/** Path, parameters, body and answers of an operation, their first $refs resolved; schemas keep theirs. */
function extractOperation(document, id) {
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(methods)) {
      if (operation.operationId !== id) continue
      const parameters = operation.parameters.map(one => resolve(document, one))
      const responses = Object.entries(operation.responses).map(([status, given]) => {
        const json = resolve(document, given).content?.['application/json']
        const example = Object.values(json?.examples ?? {})[0]
        return [status, { schema: json?.schema, example: example && resolve(document, example).value }]
      })
      const body = operation.requestBody?.content['application/json'].schema
      return { method, path, parameters, ...(body && { body }), responses: Object.fromEntries(responses) }
    }
  throw new Error(`${source} does not describe ${id}.`)
}

/** Adds every schema that a piece of the description names. */
function addSchemas(document, piece, schemas) {
  if (Array.isArray(piece)) for (const one of piece) addSchemas(document, one, schemas)
  else if (typeof piece === 'object' && piece !== null) {
    const { $ref } = piece
    if (typeof $ref === 'string' && !($ref in schemas)) {
      schemas[$ref] = undefined
      schemas[$ref] = withoutWords(find(document, $ref))
      addSchemas(document, schemas[$ref], schemas)
    }
    for (const value of Object.values(piece)) addSchemas(document, value, schemas)
  }
}

/** A schema without what no validator reads. A property may be called `title` or `description`: it is no text. */
function withoutWords(node) {
  if (Array.isArray(node)) return node.map(withoutWords)
  if (typeof node !== 'object' || node === null) return node
  const kept = Object.entries(node).filter(
    ([key, value]) => !/^(?:examples?|x-.*)$/.test(key) && !(words.has(key) && typeof value === 'string'),
  )
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutWords(value)]))
}

const document = await download()
const extracted = Object.fromEntries(operations.map(id => [id, extractOperation(document, id)]))
const schemas = {}
const described = Object.values(extracted).flatMap(({ parameters, body, responses }) => [
  parameters,
  body,
  Object.values(responses).map(one => one.schema),
])
addSchemas(document, [described, { $ref: refusal }], schemas)
const text = {
  source,
  licence: 'MIT, GitHub',
  made: 'node script/extract-openapi.mjs',
  refusal,
  operations: extracted,
  schemas,
}
await writeFile(target, `${JSON.stringify(text, null, 1)}\n`)
