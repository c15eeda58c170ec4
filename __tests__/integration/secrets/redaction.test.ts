/** The password in everything that a database or a file can say. */
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { runAction, runCli } from '../../support/bundle.ts'
import { useBench } from '../../support/gate.ts'
import { hostilePassword, leakedWords } from '../../support/leaks.ts'

const bench = useBench({ password: hostilePassword })
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`
const url = () => bench.database.url
const shownBy = (action: { everything: string; outputs: Record<string, string> }) => {
  const report = readFileSync(action.outputs.report ?? '', 'utf8')
  expect(JSON.parse(report)).toMatchObject({ version: 1 })
  return `${report}${action.everything.replace(/^::add-mask::.*$/gm, '')}`
}

const revisions: [string, () => string][] = [
  ['a NOTICE', () => `do $d$ begin raise notice '%', ${literal(hostilePassword)}; end $d$; select nope;`],
  [
    'a NOTICE with the whole URL',
    () => `do $d$ begin raise warning '%', ${literal(url())}; end $d$; select nope;`,
  ],
  [
    'message, detail and hint of an exception',
    () => `do $d$ declare p text := ${literal(hostilePassword)}; begin
      raise exception '%', p using detail = p, hint = encode(convert_to(p, 'utf8'), 'escape'); end $d$;`,
  ],
  [
    'the lines around a failure',
    () => `select 1;\nalter role nobody_there password ${literal(hostilePassword)};`,
  ],
  [
    'a statement that does not end',
    () => `alter role nobody_there\npassword ${literal(hostilePassword)}; select '`,
  ],
  [
    'a name of a column',
    () => `create table a ("${hostilePassword.replaceAll('"', '""')}" int); select "x";`,
  ],
  [
    'JSON',
    () => `do $d$ begin raise notice '%', to_json(${literal(hostilePassword)}::text); end $d$; select nope;`,
  ],
]

test.each(revisions)('%s', async (_, text) => {
  bench.write({ '0001_a.sql': text() })
  const action = await runAction({ cwd: bench.project.path, inputs: { 'database-url': url() } })
  expect(action).toMatchObject({ code: 1, outputs: { status: 'failed' } })
  expect(leakedWords(shownBy(action))).toEqual([])
  const cli = await runCli(['upgrade', '--json'], { cwd: bench.project.path, env: { DATABASE_URL: url() } })
  expect(cli.code).toBe(1)
  expect(JSON.parse(cli.stdout)).toMatchObject({ gate: 'closed' })
  expect(leakedWords(cli.stdout + cli.stderr)).toEqual([])
})

test('the reasons of settings and of URLs that cannot be read', async () => {
  bench.write({ '0001_a.sql': 'select 1;' })
  const raw = `postgres://u:${hostilePassword}@h:port/db`
  for (const inputs of [
    { 'database-url': raw },
    { 'database-url': `mysql://u:${encodeURIComponent(hostilePassword)}@h/db` },
    { 'database-url': hostilePassword },
    { 'database-url': url(), command: 'frobnicate', wait: 'long' },
    { 'database-url': url(), 'expect-database': 'other*' },
  ]) {
    const action = await runAction({ cwd: bench.project.path, inputs })
    expect(action.code).toBeGreaterThan(0)
    expect(leakedWords(shownBy(action))).toEqual([])
    expect(leakedWords(JSON.stringify(action.outputs) + action.summary)).toEqual([])
  }
  for (const given of [raw, hostilePassword]) {
    const cli = await runCli(['plan', '--database-url', given, '--debug'], { cwd: bench.project.path })
    expect(cli.code).toBe(1)
    expect(leakedWords(cli.stdout + cli.stderr)).toEqual([])
  }
})

test('a password that is one of our own words does not take report and outputs apart', async () => {
  bench.write({ '0001_a.sql': 'select 1;' })
  await bench.superuser(`alter role ${bench.database.name} password 'upgraded'`)
  try {
    const easy = url().replace(encodeURIComponent(hostilePassword), 'upgraded')
    const action = await runAction({ cwd: bench.project.path, inputs: { 'database-url': easy } })
    expect(action).toMatchObject({ code: 0, outputs: { status: 'upgraded', applied: '["0001"]' } })
  } finally {
    const back = literal(hostilePassword)
    await bench.superuser(`alter role ${bench.database.name} password ${back}`)
  }
})
