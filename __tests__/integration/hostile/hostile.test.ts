/** Texts that we did not write, in every place where one can stand: none is a command to the runner, none steers a terminal. */
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type ActionResult, runAction, runCli } from '../../support/bundle.ts'
import { useBench } from '../../support/gate.ts'
import { makeRepo, type Repo } from '../../support/repo.ts'
import { findCommands } from '../../support/runner-commands.ts'

const bench = useBench()
let repo: Repo

beforeEach(() => {
  repo = makeRepo()
})
afterEach(() => repo.remove())

/** Controls, line ends that only some see, and marks that turn the reading direction. */
const steering = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/

/** Commands that are ours: masks, annotations, and nothing that sets or stops anything. */
const ours = new Set(['add-mask', 'error', 'warning', 'notice'])

const corpus = readFileSync(new URL('../../fixtures/hostile/texts.json', import.meta.url), 'utf8')
const texts = JSON.parse(corpus) as Record<string, string>
const cases = Object.entries(texts)

/** Nothing of `OWNED` got anywhere by a command, nothing steers a terminal, and outputs are the ones that we set. */
function expectHarmless(action: ActionResult): void {
  const commands = findCommands(action.stdout)
  expect(commands.map(command => command.name).filter(name => !ours.has(name))).toEqual([])
  for (const { name, properties, data } of commands) {
    expect(name === 'add-mask' && data.trim() === 'OWNED').toBe(false)
    expect(properties).not.toMatch(/(?:^|,)(?:file|line|title)=OWNED/)
    if (name !== 'add-mask') expect(properties).toMatch(/title=Migration Gate/)
  }
  // What is to be masked goes out letter for letter; the runner shows nothing of it.
  expect((action.stdout + action.stderr).replace(/^::add-mask::.*$/gm, '')).not.toMatch(steering)
  expect(action.summary).not.toMatch(steering)
  expect(Object.keys(action.outputs)).not.toContain('OWNED')
  expect(action.exported).toEqual({})
  expect(action.paths).toEqual([])
  expect(action.outputs.status).toMatch(/^(?:failed|upgraded|pending)$/)
  expectQuietMarkdown(action.summary)
}

/** Outside of fences and code spans there is no tag of theirs, no image, no link, no heading and no table row of theirs. */
function expectQuietMarkdown(summary: string): void {
  const prose = summary
    .replace(/^(`{3,})text\n[\s\S]*?\n\1$/gm, '')
    .replace(/(?<!`)`(?!`)[^`\n]*`(?!`)/g, '')
    .replace(/<br>|&emsp;/g, '')
    // Our own spans of what no backticks can hold; a sign of theirs in one would be left, and found below.
    .replace(/<code>[^<>|`\n]*<\/code>/g, '')
    // Our own links: to the diff of a file, by the hash of its path.
    .replace(/\]\(https:\/\/github\.com\/o\/r\/(?:compare|pull)\/[\w./]+#diff-[0-9a-f]{64}\)/g, ']')
  expect(prose).not.toMatch(/<[a-z!/]/i)
  expect(prose).not.toMatch(/(?<!\\)!\[|(?<!\\)\]\(/)
  expect(prose).not.toMatch(/^#{1,6} (?!🔴|🟢|🟡|⏭️)/m)
  expect(prose).not.toMatch(/https?:\/\//)
  const rows = prose.split('\n').filter(line => line.startsWith('|'))
  for (const row of rows) expect(row.replace(/\\\|/g, '').split('|')).toHaveLength(6)
}

const run = (
  inputs: Record<string, string> = {},
  more: { event?: string; env?: Record<string, string> } = {},
) => runAction({ cwd: repo.path, inputs: { 'database-url': bench.database.url, ...inputs }, ...more })

describe.each(cases)('%s', (_, text) => {
  test('in what the server says, and in the statement that failed', async () => {
    const literal = `E'${[...text].map(point => `\\U${(point.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`).join('')}'`
    repo.commit({
      'migrations/0001_a.sql': `do $d$ declare t text := ${literal}; begin raise notice '%', t; raise warning '%', t;
         execute format('create table %I ()', left(t, 60)); end $d$;
         do $d$ declare t text := ${literal}; begin
         raise exception '%', t using detail = t, hint = t, errcode = 'P0001'; end $d$; -- ${text.replace(/[\r\n\0]/g, ' ')}`,
    })
    const action = await run()
    expect(action).toMatchObject({ code: 1, outputs: { status: 'failed', failed: '0001' } })
    expectHarmless(action)
    const cli = await runCli(['upgrade'], { cwd: repo.path, env: { DATABASE_URL: bench.database.url } })
    expect(cli.stdout).not.toMatch(steering)
  })

  test('in names of files, revisions, branches, tables and columns', async () => {
    const name = text.replaceAll('/', '∕').replaceAll('\0', '').slice(0, 60)
    const column = `"${text.replaceAll('"', '""').replaceAll('\0', '').slice(0, 20)}"`
    repo.commit({ 'README.md': 'x' })
    repo.commit({
      [`migrations/0001_${name}.sql`]: `create table ${column} (${column} int);\ninsert into ${column} (${column}) values (1);`,
      [`migrations/${name}.sql`]: 'select 1;',
      [`other/${name}`]: 'x',
    })
    const closed = await run({ filters: `all:\n  - '**'\n`, base: 'HEAD~1', 'list-files': 'json' })
    expect(closed.outputs).toMatchObject({ status: 'failed', all: 'true' })
    expect(closed.code).toBeGreaterThan(0)
    expectHarmless(closed)
    expect(JSON.parse(closed.outputs.all_files ?? '')).toHaveLength(3)

    // A name of several lines is no revision's.
    if (/[\n\r\u2028\u2029]/.test(name)) return
    repo.write({ [`migrations/${name}.sql`]: null })
    const open = await run({ base: text.replaceAll('\0', '') })
    expect(open.outputs).toMatchObject({ status: 'upgraded', to: '0001' })
    expectHarmless(open)

    const edited = `migrations/0001_${name}.sql`
    repo.write({
      [edited]: `create table ${column} (); -- edited`,
      [`migrations/0002_${name}.sql`]: `select ${column};`,
    })
    expectHarmless(await run())
    expectHarmless(await run({ allow: 'modified' }))
  })

  test('in inputs', async () => {
    repo.commit({ 'migrations/0001_a.sql': 'select 1;' })
    const given = text.replaceAll('\0', '')
    for (const inputs of [
      {
        command: given,
        revision: given,
        wait: given,
        allow: given,
        'history-table': given,
        'list-files': given,
      },
      { directory: given },
      { config: given },
      { filters: JSON.stringify({ [given]: ['**'] }), 'expect-host': given },
      { 'database-url': `postgres://${encodeURIComponent(given)}@127.0.0.1:1/${encodeURIComponent(given)}` },
    ]) {
      const action = await run(inputs)
      expect(action.code).toBeGreaterThan(0)
      expectHarmless(action)
    }
  })
})
