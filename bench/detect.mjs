/**
 * Detection on a large change: `node bench/detect.mjs [CLONE] [--bundle FILE]`. 20,000 changed files against 200 filters of
 * two patterns each, beside `git diff` itself and, where CLONE is a checkout of dorny/paths-filter, beside its bundle.
 * The aim: no more than 0.35 s over `git diff`.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../script/tools.mjs'
import { interleave, median, medianDifference, time } from './measure.mjs'

const files = 20_000
const filters = 200
const rounds = 9

/** Two commits, of which the second adds all files. */
function makeRepository(path) {
  const commit = (mark, content) =>
    `commit refs/heads/main\nmark :${mark}\ncommitter Test <test@example.com> ${1767225600 + mark} +0000\ndata 1\nx\n${content}\n`
  const paths = Array.from(
    { length: files },
    (_, index) => `src/service_${index % 400}/m/${index % 7}/${index}.sql`,
  )
  const second = paths.map(name => `M 100644 inline ${name}\ndata 1\n1`).join('\n')
  execFileSync('git', ['init', '--quiet', '-b', 'main', path])
  execFileSync('git', ['fast-import', '--quiet'], {
    cwd: path,
    input: commit(1, 'M 100644 inline README.md\ndata 1\n1') + commit(2, `from :1\n${second}`),
  })
  execFileSync('git', ['reset', '--quiet', '--hard'], { cwd: path })
  return execFileSync('git', ['rev-parse', 'main~1', 'main'], { cwd: path, encoding: 'utf8' })
    .trim()
    .split('\n')
}

/** Kinds of two patterns: in a folder, and everywhere. */
const kinds = {
  'two folders': index => [`src/service_${index}/**`, `db/d${index}/**/*.sql`],
  'one folder, one anywhere': index => [`src/service_${index}/**`, `**/${index}.sql`],
}

function inputs(kind, path, folder, [before, after]) {
  const text = Array.from(
    { length: filters },
    (_, index) => `f${index}: ${JSON.stringify(kinds[kind](index))}`,
  )
  const event = join(folder, 'event.json')
  const repository = { full_name: 'o/r', default_branch: 'main' }
  writeFileSync(event, JSON.stringify({ ref: 'refs/heads/main', before, after, repository }))
  writeFileSync(join(folder, 'output'), '')
  return {
    PATH: process.env.PATH,
    HOME: folder,
    RUNNER_TEMP: folder,
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: path,
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: event,
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_REF: 'refs/heads/main',
    GITHUB_SHA: after,
    GITHUB_REPOSITORY: 'o/r',
    INPUT_COMMAND: 'detect',
    INPUT_FILTERS: `${text.join('\n')}\n`,
    'INPUT_LIST-FILES': 'none',
    'INPUT_PREDICATE-QUANTIFIER': 'some',
    INPUT_TOKEN: '',
  }
}

async function main() {
  const options = { bundle: { type: 'string', default: join(root, 'dist/index.js') } }
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const folder = mkdtempSync(join(tmpdir(), 'gate-bench-detect-'))
  try {
    const path = join(folder, 'repository')
    const commits = makeRepository(path)
    const runs = {
      'git diff': ['git', 'diff', '--no-renames', '--name-status', '-z', ...commits],
      ours: [process.execPath, resolve(values.bundle)],
      ...(positionals[0] === undefined
        ? {}
        : { 'paths-filter': [process.execPath, '--no-warnings', resolve(positionals[0], 'dist/index.js')] }),
    }
    for (const kind of Object.keys(kinds)) {
      const env = inputs(kind, path, folder, commits)
      const times = await interleave(Object.keys(runs), rounds, name => time(runs[name], { cwd: path, env }))
      console.log(`${files} files, ${filters} filters of two patterns (${kind}), median of ${rounds}:`)
      for (const [name, all] of Object.entries(times))
        console.log(`  ${name.padEnd(12)} ${median(all).toFixed(0)} ms`)
      const over = medianDifference(times.ours, times['git diff'])
      console.log(
        `  ours over git diff: ${over.toFixed(0)} ms, aim 350 ms: ${over <= 350 ? 'met' : 'missed'}`,
      )
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

main().catch(error => {
  console.error(`bench: ${error.message}`)
  process.exitCode = 1
})
