/** `check` by the bundle: annotations on the lines, the summary, the report. */
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { runAction, runCli } from '../support/bundle.ts'
import { sqlRevision } from '../support/check.ts'
import { makeRepo, type Repo } from '../support/repo.ts'
import { findCommands } from '../support/runner-commands.ts'
import { checkAgainst } from '../support/schemas.ts'

const faultsOfReport = checkAgainst('report', true)
const first = 'migrations/0001_customers.sql'

let repo: Repo
beforeEach(() => {
  repo = makeRepo()
  repo.commit({ [first]: sqlRevision('create table customers (id int)') })
})
afterEach(() => repo.remove())

function pull(inputs: Record<string, string> = {}) {
  const [base, head] = [repo.git('rev-parse', 'main'), repo.git('rev-parse', 'HEAD')]
  const full_name = 'octo/relay'
  const pull_request = {
    number: 7,
    base: { sha: base, ref: 'main', repo: { full_name } },
    head: { sha: head, ref: 'change', repo: { full_name } },
  }
  const payload = { number: 7, pull_request, repository: { full_name, default_branch: 'main' } }
  return runAction({
    cwd: repo.path,
    inputs: { command: 'check', ...inputs },
    event: 'pull_request',
    payload,
  })
}

test('what closes the gate is annotated first, warnings and what is let through after it', async () => {
  repo.git('checkout', '--quiet', '-b', 'change')
  repo.commit({
    'migrations/0002_orders.sql': 'create table orders (id int);\n',
    'migrations/0003_events.sql': `-- gate: allow empty-upgrade because it only takes the number\n-- migrate:up\n`,
    [first]: sqlRevision('create table customers (id bigint)'),
  })
  const run = await pull({ comment: 'off' })
  expect(run).toMatchObject({ code: 1, stderr: '', outputs: { status: 'failed', changed: 'true' } })
  const annotations = findCommands(run.stdout).filter(({ name }) => name !== 'add-mask')
  expect(annotations.map(({ name, properties }) => `${name} ${properties}`)).toEqual([
    `error title=Migration Gate%3A edited,file=${first},line=2`,
    'warning title=Migration Gate%3A no-way-down,file=migrations/0002_orders.sql,line=1',
    'warning title=Migration Gate%3A empty-upgrade,file=migrations/0003_events.sql,line=2',
  ])
  expect(run.summary).toMatch(/^## 🔴 Gate closed: 2 new revisions, 1 error, 1 warning, 1 let through\.$/m)
  expect(run.summary).toContain('```diff\n- 2 │ create table customers (id int)\n+ 2 │')
  expect(run.summary).toContain('it only takes the number')
  const report = JSON.parse(readFileSync(run.outputs.report ?? '', 'utf8'))
  expect(faultsOfReport(report)).toEqual([])
  expect(report.databases).toMatchObject([
    { added: ['0002', '0003'], findings: [{}, {}, {}], fault: { id: 'edited' } },
  ])
})

test('nothing wrong is one line, and needs no URL', async () => {
  repo.git('checkout', '--quiet', '-b', 'change')
  repo.commit({
    'migrations/0002_orders.sql': sqlRevision('create table orders (id int)', 'drop table orders'),
  })
  const run = await pull()
  expect(run).toMatchObject({ code: 0, outputs: { status: 'checked' } })
  expect(findCommands(run.stdout).filter(({ name }) => name !== 'add-mask')).toEqual([])
  expect(run.stdout).toContain('🟢 Gate open: 1 new revision, nothing wrong with the history.')
})

test('on a terminal: exit 1, and the same report', async () => {
  repo.git('checkout', '--quiet', '-b', 'change')
  repo.write({ [first]: sqlRevision('select 1') })
  const { code, stdout } = await runCli(['check', '--json'], { cwd: repo.path })
  expect(code).toBe(1)
  expect(faultsOfReport(JSON.parse(stdout))).toEqual([])
  expect((await runCli(['check', '--allow', 'modified'], { cwd: repo.path })).code).toBe(0)
  expect(await runCli(['check', '--wait', '5s'], { cwd: repo.path })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--wait'),
  })
})
