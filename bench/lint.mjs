/**
 * The lint on its corpus (__tests__/fixtures/corpus): what is caught and what is flagged needlessly, held against the
 * recorded truth of Postgres 18, with squawk beside it; and how long 1,000 statements take. `node bench/lint.mjs`
 * prints both and writes the table of docs/lint.md.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { readCorpus, truthFile } from '../script/corpus/read.mjs'
import { withSources } from '../script/sources.mjs'
import { root } from '../script/tools.mjs'
import { time } from './lint/pace.mjs'
import { openRehearsal } from './lint/rehearsal.mjs'
import { revisionOf } from './lint/revision.mjs'

const run = promisify(execFile)
const squawk = join(
  root,
  'bench/node_modules/@squawk-cli',
  `${process.platform}-${process.arch}`,
  'bin/squawk',
)
const page = join(root, 'docs/lint.md')

/** What has nothing to do with locks, rows or the live version; and timeouts, which are set. */
const style =
  /^(?:prefer-(?!repack)|ban-char-field|identifier-too-long|require-(?:lock-timeout|statement-timeout|timeout-settings|enum-value-ordering|table-schema)|transaction-nesting)/

/** Left out: what a file alone cannot show (a second command in a transaction, rows that are twice there). */
const left = new Set(['32', '33'])

async function main() {
  if (!existsSync(squawk))
    await run('npm', ['install', '--no-fund', '--no-audit', '--no-package-lock', '--ignore-scripts'], {
      cwd: join(root, 'bench'),
    })
  const corpus = await readCorpus()
  const truth = JSON.parse(await readFile(truthFile, 'utf8'))
  const cases = corpus.cases
    .filter(({ row }) => !left.has(row))
    .map(one => ({ ...one, truth: truth[one.id].both ?? truth[one.id]['18'] }))
    .filter(one => one.truth.verdict !== 'refused')
  await withSources(async source => {
    const load = path => import(pathToFileURL(source(path)).href)
    const verdicts = await judgeAll(cases, corpus, load)
    const text = await render(cases, verdicts, await time(source, corpus))
    await writeFile(page, replace(await readFile(page, 'utf8'), text))
    console.log(text)
  })
}

/** Ids that each tool closes the gate for, and those that ours only warns of. */
async function judgeAll(cases, corpus, load) {
  const { openLint } = await load('check/lint/lint.js')
  const lint = await openLint()
  const { splitStatements } = await load('engines/sql/text/statements.js')
  const earlier = [revisionOf('0001', corpus.merged, splitStatements)]
  const rehearsal = await openRehearsal(corpus, load)
  const found = { text: new Set(), warned: new Set(), rehearsed: new Set(), squawk: await runSquawk(cases) }
  try {
    for (const one of cases) {
      const added = [revisionOf('0002', one.sql, splitStatements, one.alone)]
      const linted = lint({ earlier, added })
      const levels = linted.map(({ finding }) => finding.level)
      if (levels.includes('error')) found.text.add(one.id)
      else if (levels.length > 0) found.warned.add(one.id)
      if (await rehearsal.isError(one, { linted, added })) found.rehearsed.add(one.id)
    }
  } finally {
    await rehearsal.end()
  }
  return found
}

/** One file a case, timeouts set, and told which are in a transaction. */
async function runSquawk(cases) {
  const folder = await mkdtemp(join(tmpdir(), 'gate-squawk-'))
  const flagged = new Set()
  try {
    for (const alone of [true, false]) {
      const files = cases.filter(one => one.alone === alone)
      for (const { id, sql } of files)
        await writeFile(
          join(folder, `${id}.sql`),
          `set lock_timeout = '1s';\nset statement_timeout = '5s';\n${sql};\n`,
        )
      const args = ['--pg-version', '18', '--reporter', 'json', ...(alone ? [] : ['--assume-in-transaction'])]
      const names = files.map(({ id }) => `${id}.sql`)
      const { stdout } = await run(squawk, [...args, ...names], { cwd: folder, maxBuffer: 1e8 }).catch(
        error => error,
      )
      for (const { file, rule_name } of JSON.parse(stdout))
        if (!style.test(rule_name)) flagged.add(file.replace(/\.sql$/, ''))
    }
    return flagged
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function render(cases, { text, warned, rehearsed, squawk: other }, pace) {
  const groups = [
    [
      'keep others out while they go through rows, or fail',
      cases.filter(one => !one.breaks && one.truth.verdict !== 'passes'),
    ],
    ['take away what the live version uses', cases.filter(one => one.breaks)],
    ['harmless', cases.filter(one => !one.breaks && one.truth.verdict === 'passes')],
  ]
  const rows = groups.map(([name, group]) => {
    const of = set => group.filter(({ id }) => set.has(id)).length
    return `| ${name} | ${group.length} | ${of(text)} (and ${of(warned)} by a warning) | ${of(rehearsed)} | ${of(other)} |`
  })
  const ids = set =>
    cases
      .filter(one => set(one))
      .map(({ id }) => id)
      .join(', ') || 'none'
  const bad = one => one.breaks || one.truth.verdict !== 'passes'
  const { stdout: version } = await run(squawk, ['--version'])
  return `Written by \`node bench/lint.mjs\`, never by hand. ${cases.length} statements of people’s styles, each run on Postgres 15 and 18 by a
recorder that reads the server’s catalogs (\`script/record-corpus.mjs\`); what they did is the measure. One revision a case. Flagged:
an error, for ${version.trim()} any finding but style and missing timeouts, which were set. It reads each file by itself, and ours
knows the merged revisions; the corpus and the cut are ours, so read it like any vendor’s bench.

| statements that | number | flagged from the text | with a rehearsal | ${version.trim()} |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

Missed from the text: ${ids(one => bad(one) && !text.has(one.id))}; with a rehearsal: ${ids(one => bad(one) && !rehearsed.has(one.id))}.

${pace}`
}

function replace(text, region) {
  return text.replace(
    /(<!-- lint: peers -->\n)[\s\S]*?(<!-- \/lint -->)/,
    (_, open, close) => `${open}\n${region}\n\n${close}`,
  )
}

await main()
