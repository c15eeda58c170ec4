/** docs/drift.md: every example is brought about as it stands there, and says what it says there. */
import { afterEach, beforeEach, expect, it, test } from '@jest/globals'
import { useChecker } from '../../support/check.ts'
import { type Block, blocksOf, commandsOf, readText } from '../../support/documents.ts'
import { runIn } from '../../support/gate.ts'
import { type Database, freshDatabase, query } from '../../support/postgres.ts'
import { type } from '../../support/runbook.ts'

const page = 'docs/drift.md'
const check = useChecker()
let live: Database
beforeEach(async () => {
  live = await freshDatabase()
})
afterEach(() => live.drop())

const shown = blocksOf(page).filter(({ language }) => language === 'sql' || language === 'text')
const headings = [...new Set(shown.map(({ heading }) => heading))]

/** What stands before the hand is deployed; what comes after it is not. */
async function bringAbout(blocks: Block[]): Promise<void> {
  for (const { lines } of blocks) {
    const [, title = ''] = /^-- (.*)$/.exec(lines[0] ?? '') ?? []
    const text = lines.slice(1).join('\n')
    if (title !== 'by hand') check.repo.commit({ [title]: text })
    else {
      await runIn(check.repo.path, live.url)
      await query(live.url, text)
      check.repo.git('checkout', '--quiet', '-b', 'change')
    }
  }
}

test.each(headings)('%s', async heading => {
  const blocks = shown.filter(one => one.heading === heading)
  await bringAbout(blocks.filter(({ language }) => language === 'sql'))
  const locating = heading !== 'By example'
  const run = locating
    ? await runIn(check.repo.path, live.url, { inputs: { command: 'locate' } })
    : await check.pulled('change', { inputs: { rehearse: 'auto', 'drift-url': live.url } })
  const url = new URL(live.url)
  const log = run.log
    .replaceAll(`${url.host}/${live.name}`, 'db.example.com:5432/relay')
    .replaceAll(live.name, 'relay')
  const told = blocks.filter(({ language }) => language === 'text').flatMap(({ lines }) => lines)
  expect(told.length).toBeGreaterThan(1)
  for (const line of told) expect(log.split('\n')).toContain(line)
})

it('the commands are commands, and the table of rules is that of the code', async () => {
  const typed = commandsOf(page).map(({ words }) => words.slice(1))
  expect(typed.map(([command]) => command)).toEqual(['check', 'locate', 'locate', 'locate'])
  check.repo.commit({
    'migrations/0001_a.sql': 'create table a ();',
    'db/baseline.sql': 'create table old ();',
  })
  const env = { GITHUB_EVENT_NAME: '', READ_ONLY_DATABASE_URL: live.url }
  const reports = []
  for (const words of typed)
    reports.push((await type(words, { path: check.repo.path, url: live.url }, { env })).report)
  expect(reports.map(({ databases: [one] }) => one?.drifted?.differences ?? one?.located?.verdict)).toEqual([
    0,
    'equal',
    'between',
    'equal',
  ])
  const { driftLevels } = await import('../../../src/check/drift/levels.ts')
  const rows = [...readText(page).matchAll(/^\| `([\w-]+)` +\| (error|warning) /gm)]
  expect(Object.fromEntries(rows.map(([, rule, level]) => [rule, level]))).toEqual(driftLevels)
})
