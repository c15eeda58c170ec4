/** What script/test consists of: each part with its commands and the tools that setup has to bring for it. */
import { cpus } from 'node:os'
import { join } from 'node:path'
import { flags } from './setup.mjs'
import { root, toolPath } from './tools.mjs'

const node = process.execPath
const program = path => join(root, 'node_modules', path)

/** In the order in which they run: what is quick and explains most comes first. */
const parts = [
  checkPart('biome', '@biomejs/biome/bin/biome', ['check']),
  checkPart('types', 'typescript/bin/tsc', []),
  checkPart('knip', 'knip/bin/knip.js', []),
  // Without the shell linters that some machines have: the same answer everywhere.
  workflowPart('actionlint', ['-shellcheck=', '-pyflakes=']),
  workflowPart('zizmor', ['--offline', '--no-progress', '--quiet', '.']),
  jestPart('unit', []),
  jestPart('contract', []),
  jestPart('integration', ['postgres', 'postgres-15', 'postgres-18', 'pgbouncer', 'python']),
  { name: 'dist', word: 'dist', tools: [], command: [node, join(root, 'script', 'check-dist.mjs')] },
  jestPart('bundle', ['postgres', 'python', 'node20'], 20),
  jestPart('bundle', ['postgres', 'python', 'node24'], 24),
  jestPart('e2e', ['postgres', 'python', 'act', 'node24'], 24),
]

/** The words that script/test takes. */
const words = [...new Set(parts.map(part => part.word))]

export const usage = `script/test [${words.join('|')} …] [flags]

Runs everything, or the named parts. Flags leave out what this machine cannot have:
  --without-act       no workflows under act (part e2e)
  --without-lint      no actionlint, no zizmor
  --without-node20    no bundle tests on Node 20
  --without-node24    no bundle tests on Node 24; act uses the Node that is here
  --without-pgbouncer nothing that runs PgBouncer (the folders pooler/ of these parts)
  --without-postgres  nothing that needs a database (parts integration, bundle, e2e)
  --without-python    nothing that runs Alembic (the folders alembic/ of these parts)`

/** Reads the command line: the parts to run and the tools they need. */
export function partsOf(args) {
  const unknown = args.find(arg => !(arg in flags) && !words.includes(arg))
  if (unknown) throw new Error(`${unknown} is no part and no flag of script/test.\n\n${usage}`)
  const left = args.flatMap(arg => flags[arg] ?? [])
  const named = args.filter(arg => words.includes(arg))
  const wanted = parts
    .filter(part => named.length === 0 || named.includes(part.word))
    .map(part => (part.word === 'e2e' && left.includes('node24') ? onThisNode(part) : part))
    .map(part => (left.includes('python') ? without('python', 'alembic', part) : part))
    .map(part => (left.includes('pgbouncer') ? without('pgbouncer', 'pooler', part) : part))
    .filter(part => !part.tools.some(tool => left.includes(tool)))
  if (wanted.length === 0)
    throw new Error(`The flags leave nothing to run of ${named.join(', ') || 'script/test'}.`)
  return { parts: wanted, tools: [...new Set(wanted.flatMap(part => part.tools))] }
}

function onThisNode(part) {
  return { ...part, tools: part.tools.filter(tool => tool !== 'node24'), env: {} }
}

/** Tests that need a tool which a machine may lack lie in folders of one name. */
function without(left, folder, part) {
  if (!part.tools.includes(left)) return part
  const tools = part.tools.filter(tool => tool !== left)
  return { ...part, tools, command: [...part.command, `--testPathIgnorePatterns=/${folder}/`] }
}

function checkPart(name, path, args) {
  return { name, word: 'check', tools: [], command: [node, program(path), ...args] }
}

function workflowPart(name, args) {
  return { name, word: 'lint', tools: [name], command: [toolPath(name), ...args] }
}

/** Jest on this Node; `major` is the Node that the bundle runs on. */
function jestPart(word, tools, major) {
  // Three workers even on two cores: most tests wait for Postgres, git or a child.
  const workers = `--maxWorkers=${Math.max(3, cpus().length - 1)}`
  return {
    name: word === 'bundle' ? `bundle on Node ${major}` : word,
    word,
    tools,
    command: [
      node,
      '--experimental-vm-modules',
      program('jest/bin/jest.js'),
      '--selectProjects',
      word,
      workers,
    ],
    env: major ? { NODE_UNDER_TEST: toolPath(`node${major}`) } : {},
    counts: true,
  }
}
