/** Installs what the demo or the tests need. Each step looks first, so that a second run costs nothing. */
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { installTool, npmCi, root, saidBy } from './tools.mjs'

/** What can be left out, by the flag that does it. */
export const flags = {
  '--without-act': ['act'],
  '--without-lint': ['actionlint', 'zizmor'],
  '--without-node20': ['node20'],
  '--without-node24': ['node24'],
  '--without-pgbouncer': ['pgbouncer'],
  '--without-postgres': ['postgres', 'postgres-15', 'postgres-18', 'pgbouncer'],
  '--without-python': ['python'],
}

const everything = [
  'postgres',
  'postgres-15',
  'postgres-18',
  'pgbouncer',
  'node20',
  'node24',
  'act',
  'actionlint',
  'zizmor',
  'python',
]

/**
 * Installs the packages of package.json and the named tools; `apt` lets root bring Postgres by the system's package
 * manager. Throws an error whose message is for people.
 */
export async function setUp(names, { apt = true } = {}) {
  requireNode()
  await step('npm packages', undefined, packages)
  // Together: they wait for the network more than for each other.
  const results = await Promise.allSettled(names.map(name => step(name, flagOf(name), () => tool(name, apt))))
  const failed = results.find(result => result.status === 'rejected')
  if (failed) throw failed.reason
}

function requireNode() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < 20)
    throw new Error(`Node 20 or newer is needed, and this is ${process.version}. Install a newer Node.`)
}

async function step(name, flag, work) {
  const from = performance.now()
  try {
    const did = await work()
    const seconds = ((performance.now() - from) / 1000).toFixed(1)
    if (did) console.log(`setup: ${did} (${seconds} s)`)
  } catch (error) {
    const skip = flag ? ` To go on without it, give ${flag}.` : ''
    throw new Error(`setup: ${name} could not be installed.${skip} What was said:\n${saidBy(error)}`)
  }
}

function flagOf(name) {
  return Object.keys(flags).find(flag => flags[flag].includes(name))
}

async function packages() {
  const installed = join(root, 'node_modules', '.package-lock.json')
  const wanted = join(root, 'package-lock.json')
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return ''
  await npmCi()
  return 'npm packages of package-lock.json'
}

async function tool(name, apt) {
  if (!name.startsWith('postgres')) {
    const from = performance.now()
    const file = await installTool(name)
    return performance.now() - from > 100 ? `${name}: ${file.replace(`${root}/`, '')}` : ''
  }
  const { majorsHere, provideBinaries } = await import('./postgres/binaries.mjs')
  // Where a server is given, nothing is started.
  if (process.env.TEST_DATABASE_URL) return ''
  const major = Number(name.split('-')[1]) || undefined
  if (major !== undefined && !majorsHere().includes(major)) return ''
  const found = await provideBinaries({ major, apt: apt && major === undefined })
  return found.installed ? `Postgres ${found.version} (${found.source})` : ''
}

async function main(args) {
  const unknown = args.find(arg => arg !== '--demo' && !(arg in flags))
  if (unknown)
    throw new Error(`${unknown} is no flag of setup: it knows --demo, ${Object.keys(flags).join(', ')}.`)
  const left = args.flatMap(arg => flags[arg] ?? [])
  const demo = args.includes('--demo')
  const wanted = demo ? ['postgres'] : everything
  // A demo leaves the machine as it was.
  await setUp(
    wanted.filter(name => !left.includes(name)),
    { apt: !demo },
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main(process.argv.slice(2)).catch(error => {
    console.error(error.message)
    process.exitCode = 1
  })
}
