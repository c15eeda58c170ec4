/** How much memory our process has at most: many revisions, and large ones. */
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createDatabase } from '../script/postgres.mjs'
import { bench, cli, commitAll } from './contenders.mjs'
import { time } from './measure.mjs'
import { makeRevisions, writeFiles } from './revisions.mjs'

/**
 * What is applied, from `scale` 1 downwards. `idle`: and then applied again, where there is nothing to do. A large
 * revision is in one file.
 */
function casesOf(scale) {
  const count = 20_000 * scale
  const megabytes = [200, 50].map(full => full * scale)
  return [
    {
      name: `${count.toLocaleString('en-US')} small revisions`,
      idle: true,
      write: folder => writeFiles(folder, makeRevisions(count)),
    },
    {
      name: `one revision of ${megabytes[0]} MB, a statement a row`,
      idle: true,
      write: folder => writeLarge(folder, insertLines(megabytes[0] * 1e6)),
    },
    {
      name: `one revision of ${megabytes[1]} MB, one statement`,
      write: folder => writeLarge(folder, valueLines(megabytes[1] * 1e6)),
    },
  ]
}

/** Peaks in bytes of each case, and of a Node that does nothing. */
export async function measureMemory(postgres, { scale }) {
  const home = await mkdtemp(join(tmpdir(), 'gate-bench-memory-'))
  try {
    const node = await peakOf([process.execPath, '-e', '0'], { home, cwd: home })
    const peaks = []
    for (const [index, { name, idle = false, write }] of casesOf(scale).entries()) {
      const cwd = join(home, String(index))
      await mkdir(join(cwd, 'migrations'), { recursive: true })
      await write(join(cwd, 'migrations'))
      await commitAll(cwd)
      const database = await createDatabase(postgres.superuserUrl)
      const upgrade = () =>
        peakOf([process.execPath, cli, 'upgrade', '--directory', 'migrations'], {
          home,
          cwd,
          env: { DATABASE_URL: database.url },
        })
      peaks.push({ name, apply: await upgrade(), idle: idle ? await upgrade() : undefined })
      await database.drop()
      await rm(cwd, { recursive: true })
    }
    return { node, peaks }
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

/** Runs Node to its end. */
async function peakOf([node, ...args], { home, cwd, env = {} }) {
  const file = join(home, 'peak')
  const base = { PATH: process.env.PATH, HOME: home, LANG: 'C.UTF-8', NO_COLOR: '1', BENCH_PEAK_FILE: file }
  await time([node, '--import', join(bench, 'peak-memory.mjs'), ...args], { cwd, env: { ...base, ...env } })
  return Number(await readFile(file, 'utf8')) * 1024
}

function writeLarge(folder, lines) {
  return pipeline(Readable.from(lines), createWriteStream(join(folder, '0001_large.sql')))
}

const filler = 'as much as a row of a table that somebody carries over may hold, or thereabouts'

function* insertLines(bytes) {
  yield 'create table large (id bigint, note text);\n'
  for (const row of rowsOf(bytes, 'insert into large values ;\n'.length))
    yield `insert into large values ${row};\n`
}

function* valueLines(bytes) {
  yield 'create table large (id bigint, note text);\ninsert into large values\n'
  let between = ''
  for (const row of rowsOf(bytes, 2)) {
    yield between + row
    between = ',\n'
  }
  yield ';\n'
}

/** Rows until they and what stands around each of them come to so many bytes. */
function* rowsOf(bytes, around) {
  let written = 0
  for (let id = 0; written < bytes; id++) {
    const row = `(${id}, '${filler}')`
    written += row.length + around
    yield row
  }
}
