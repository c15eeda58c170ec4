/**
 * What Migration Gate costs, next to others: `npm run bench -- [--only PART] [--quick] [--peers]`.
 * PART: apply, nothing, distance, memory, alembic, start or size. Whole and not quick, it writes docs/benchmarks.md.
 * --peers adds those that Go has to build first to the parts on loopback; at a distance they are always there.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { realpath, writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { startPostgres } from '../script/postgres.mjs'
import { root } from '../script/tools.mjs'
import { measureAlembic } from './alembic.mjs'
import { available, cli, contenders, install } from './contenders.mjs'
import { measureDatabase } from './database.mjs'
import { measureDistance } from './distance.mjs'
import { measureMemory } from './memory.mjs'
import { renderReport } from './report.mjs'
import { readSizes } from './sizes.mjs'
import { measureStart } from './start.mjs'

const parts = ['apply', 'nothing', 'distance', 'memory', 'alembic', 'start', 'size']

const wholeSize = {
  count: 1000,
  rounds: 5,
  idleRounds: 11,
  startRounds: 31,
  scale: 1,
  // The first is what all of them are measured at.
  distances: [
    { roundTripMs: 20, rounds: 3 },
    { roundTripMs: 1, rounds: 5 },
    { roundTripMs: 100, rounds: 1 },
  ],
}
const quickSize = {
  count: 100,
  rounds: 5,
  idleRounds: 5,
  startRounds: 5,
  scale: 0.1,
  distances: [{ roundTripMs: 20, rounds: 1 }],
}

async function main() {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, quick: { type: 'boolean' }, peers: { type: 'boolean' } },
  })
  const { only, quick = false, peers = false } = values
  if (only !== undefined && !parts.includes(only)) throw new Error(`--only takes ${parts.join(', ')}.`)
  if (!existsSync(cli)) throw new Error('dist/ is not built. Run `npm run build`.')
  const wants = part => only === undefined || only === part
  const size = quick ? quickSize : wholeSize

  const sizes = wants('size') ? await readSizes() : undefined
  const start = wants('start')
    ? { ...(await measureStart(size.startRounds)), rounds: size.startRounds }
    : undefined
  const server = ['apply', 'nothing', 'distance', 'memory', 'alembic'].some(wants)
  const measured = server ? await measureServer({ ...size, only, wants, peers }) : {}
  const facts = {
    date: new Date().toISOString().slice(0, 10),
    machine: `${process.platform} ${process.arch}, ${cpus().length} cores, load ${loadavg()[1].toFixed(1)}`,
    node: process.versions.node,
    postgres: measured.version,
  }
  const text = renderReport({ facts, start, sizes, ...measured })
  process.stdout.write(text)
  if (only === undefined && !quick) await writeFile(join(root, 'docs', 'benchmarks.md'), text)
}

async function measureServer({ only, wants, peers, ...size }) {
  const postgres = await startPostgres({ durable: true })
  const at = { version: postgres.version }
  try {
    if (wants('memory')) at.memory = await measureMemory(postgres, size)
    if (wants('alembic')) at.alembic = await measureAlembic(size)
    if (!['apply', 'nothing', 'distance'].some(wants)) return at
    await install({ peers: peers || wants('distance') })
    const all = available(contenders({ psql: await findPsql(postgres) }))
    if (wants('distance')) at.distance = await measureDistance(postgres, all, size)
    if (only === 'distance') return at
    at.contenders = peers ? all : all.filter(one => !one.built)
    at.database = await measureDatabase(postgres, at.contenders, { ...size, only })
    return at
  } finally {
    await postgres.stop()
  }
}

/** Of the server's own version where it can be: what is on PATH may be a script that looks for one. */
async function findPsql({ bin }) {
  // What is on PATH may be a link into the folder where all of it is.
  const beside = bin === undefined ? '' : join(dirname(await realpath(join(bin, 'postgres'))), 'psql')
  if (existsSync(beside)) return beside
  const { stdout } = await promisify(execFile)('sh', ['-c', 'command -v psql']).catch(() => ({ stdout: '' }))
  if (stdout.trim() === '') throw new Error('There is no psql: install the client programs of Postgres.')
  return stdout.trim()
}

main().catch(error => {
  console.error(`bench: ${error.message}`)
  process.exitCode = 1
})
