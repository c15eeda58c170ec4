/**
 * What Migration Gate costs, next to others: `npm run bench -- [--only apply|nothing|alembic|start|size] [--quick] [--peers]`.
 * Whole and not quick, it writes docs/benchmarks.md. --peers adds those that Go has to build first.
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
import { renderReport } from './report.mjs'
import { readSizes } from './sizes.mjs'
import { measureStart } from './start.mjs'

const parts = ['apply', 'nothing', 'alembic', 'start', 'size']

async function main() {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, quick: { type: 'boolean' }, peers: { type: 'boolean' } },
  })
  const { only, quick = false, peers = false } = values
  if (only !== undefined && !parts.includes(only)) throw new Error(`--only takes ${parts.join(', ')}.`)
  if (!existsSync(cli)) throw new Error('dist/ is not built. Run `npm run build`.')
  const wants = part => only === undefined || only === part
  const size = quick
    ? { count: 100, rounds: 5, idleRounds: 5, startRounds: 5 }
    : { count: 1000, rounds: 5, idleRounds: 11, startRounds: 31 }

  const sizes = wants('size') ? await readSizes() : undefined
  const start = wants('start')
    ? { ...(await measureStart(size.startRounds)), rounds: size.startRounds }
    : undefined
  const server = ['apply', 'nothing', 'alembic'].some(wants)
  const measured = server ? await measureServer({ ...size, only, peers }) : {}
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

async function measureServer({ only, peers, ...size }) {
  const postgres = await startPostgres({ durable: true })
  try {
    const alembic =
      only === undefined || only === 'alembic' ? await measureAlembic(postgres, size) : undefined
    if (only === 'alembic') return { version: postgres.version, alembic }
    await install({ peers })
    const psql = await findPsql(postgres)
    const all = available(contenders({ psql }))
    return {
      version: postgres.version,
      alembic,
      contenders: all,
      database: await measureDatabase(postgres, all, { ...size, only }),
    }
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
