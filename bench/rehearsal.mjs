/**
 * What a rehearsal costs: `check` of one new SQL revision on a history of 200, from the start of the program to its end,
 * the start of the rehearsal's server included; beside it the same with `rehearse: off`. Taken in turns; the median of
 * each. `node bench/rehearsal.mjs [rounds]`, after `npm run build`.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../script/tools.mjs'

const cli = join(root, 'dist/cli/index.js')
const rounds = Number(process.argv[2] ?? 5)
const merged = 200

const folder = mkdtempSync(join(tmpdir(), 'gate-bench-'))
const git = (...args) =>
  execFileSync('git', ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.com', ...args], {
    cwd: folder,
  })

function revision(number) {
  const table = `t${number}`
  const up = `create table ${table} (id bigint primary key, name text, at timestamptz default now());\ncreate index on ${table} (name);`
  return `-- migrate:up\n${up}\n-- migrate:down\ndrop table ${table};\n`
}

function write(number) {
  const id = String(number).padStart(4, '0')
  writeFileSync(join(folder, 'migrations', `${id}_t.sql`), revision(number))
}

function measure(rehearse) {
  const began = performance.now()
  const ran = spawnSync(process.execPath, [cli, 'check', '--rehearse', rehearse], {
    cwd: folder,
    encoding: 'utf8',
  })
  const took = performance.now() - began
  if (ran.status !== 0) throw new Error(`check ended with ${ran.status}:\n${ran.stdout}${ran.stderr}`)
  if (rehearse === 'auto' && !ran.stdout.includes('up, down, up'))
    throw new Error(`nothing was rehearsed:\n${ran.stdout}`)
  return took
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
}

try {
  mkdirSync(join(folder, 'migrations'))
  git('init', '--quiet', '-b', 'main')
  for (let number = 1; number <= merged; number++) write(number)
  git('add', '--all')
  git('commit', '--quiet', '-m', 'merged')
  git('checkout', '--quiet', '-b', 'change')
  write(merged + 1)
  git('add', '--all')
  git('commit', '--quiet', '-m', 'new')
  const times = { auto: [], off: [] }
  for (let round = 0; round < rounds; round++)
    for (const way of ['auto', 'off']) times[way].push(measure(way))
  const [auto, off] = [median(times.auto), median(times.off)]
  const load = loadavg()[0]?.toFixed(1)
  console.log(
    `rehearsed: ${(auto / 1000).toFixed(2)} s, text alone: ${(off / 1000).toFixed(2)} s (${(auto / off).toFixed(1)} times), median of ${rounds}, load ${load}`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
