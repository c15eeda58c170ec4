/** Wrong use, as the command line tells it: each entry of the settings and of the filters by what a person gets wrong. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { root } from '../../../script/tools.mjs'
import { makeFault } from '../../../src/catalogue/catalogue.ts'
import type { Report } from '../../../src/report/shape.ts'
import { runCli } from '../../support/bundle.ts'
import { start } from '../../support/child.ts'
import { type Files, makeRepo, type Repo } from '../../support/repo.ts'

let repo: Repo
beforeEach(() => {
  repo = makeRepo()
})
afterEach(() => repo.remove())

const config = '.github/migration-gate.yml'
const url = 'postgres://127.0.0.1:1/app'
const two = `databases:\n  orion:\n    url: ORION_URL\n  events:\n    url: EVENTS_URL\n`
const revision = { 'migrations/0001_a.sql': 'select 1;\n' }
const filters = (text: string) => ['detect', '--filters', text]

/** The entry, what is typed, the files, and DATABASE_URL. */
const cases: [string, string[], Files?, string?][] = [
  ['config-missing', ['upgrade', '--config', 'gate.yml']],
  ['config-unreadable', ['upgrade'], { [config]: Buffer.from('databases: \xff', 'latin1') }],
  ['config-shape', ['upgrade'], { [config]: 'databases: 3\n' }],
  ['database-unknown', ['upgrade', '--database', 'oron'], { [config]: two }],
  ['url-for-several', ['upgrade', '--database-url', url], { [config]: two }],
  ['variable-unset', ['upgrade', '--database-url', 'env:NOWHERE_URL']],
  ['engine-unknown', ['upgrade'], {}],
  ['url-empty', ['upgrade'], revision, ''],
  ['env-file', ['upgrade', '--env-file', 'bad.env'], { 'bad.env': Buffer.from('A=\xff\n', 'latin1') }],
  ['filters-missing', filters('filters.yml')],
  ['filters-yaml', filters('a: [\n')],
  ['filters-root', filters('- a\n- b\n')],
  ['filters-shape', filters('a:\n  - 3\n')],
  ['pattern-complex', filters(`a:\n  - '${'{a,b}'.repeat(20)}'\n`)],
]

test.each(cases)('%s', async (id, args, files = revision, given = url) => {
  repo.commit({ 'README.md': 'x\n', ...files })
  const env = { DATABASE_URL: given }
  const { stdout, stderr, code } = await runCli([...args, '--json'], { cwd: repo.path, env })
  expect({ stdout, stderr }).toMatchObject({ stdout: expect.stringContaining('"faults"') })
  const report = JSON.parse(stdout) as Report
  const faults = [...report.faults, ...report.databases.flatMap(database => database.fault ?? [])]
  expect(faults.map(fault => fault.id)).toContain(id)
  const told = faults.find(fault => fault.id === id)
  expect(stderr.replaceAll(/\s+/g, ' ')).toContain(told?.message.split('\n')[0])
  expect(code).toBe(id === 'url-empty' ? 1 : 2)
})

test('option-idle', async () => {
  const { message } = makeFault('option-idle', { command: 'plan', option: '`--wait`' })
  const { stderr, code } = await runCli(['plan', '--wait', '1m'], { cwd: repo.path })
  expect(stderr).toContain(message)
  expect(code).toBe(2)
})

test('folder-gone', async () => {
  const { message } = makeFault('folder-gone', { reason: 'ENOENT' })
  const gone = makeRepo()
  const script = 'rmdir "$PWD" && exec "$@"'
  rmSync(`${gone.path}/.git`, { recursive: true })
  const words = ['-c', script, 'sh', process.execPath, join(root, 'dist/cli/index.js'), 'upgrade']
  const { stderr, stdout, code } = await start('sh', words, {
    cwd: gone.path,
    env: { PATH: process.env.PATH ?? '' },
  }).ended
  expect(stdout + stderr).toContain(message)
  expect(code).toBe(2)
})
