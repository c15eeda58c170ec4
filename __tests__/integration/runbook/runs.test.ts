/** docs/runbook.md, of runs: waiting, cut off, approved, and what follows the revisions. Commands are typed as they stand there. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from '@jest/globals'
import { withClient } from '../../../script/postgres.mjs'
import { root } from '../../../script/tools.mjs'
import { sayNextOf } from '../../../src/action/reporter.ts'
import { catalogue } from '../../../src/catalogue/catalogue.ts'
import { lockKey } from '../../../src/database/lock.ts'
import { aimOf } from '../../../src/next-line.ts'
import { renderSummary } from '../../../src/report/markdown.ts'
import { commandsOf, readText } from '../../support/documents.ts'
import { type GateOptions, useBench } from '../../support/gate.ts'
import { expectClosedBy, runbook, type, ways } from '../../support/runbook.ts'

const bench = useBench()
const typed = (words: string[] = [], options: GateOptions = {}) =>
  type(words, { path: bench.project.path, url: bench.database.url }, options)
const three = {
  '0001_customers.sql':
    '-- migrate:up\ncreate table customers (id int);\n-- migrate:down\ndrop table customers;',
  '0002_orders.sql': '-- migrate:up\ncreate table orders (id int);\n-- migrate:down\ndrop table orders;',
  '0003_totals.sql':
    '-- migrate:up\nalter table orders add column total int;\n-- migrate:down\nalter table orders drop column total;',
}

beforeEach(() => {
  bench.write(three)
})

test('Runbook: look, and nothing is changed', async () => {
  const looks = ways('Runbook')
  expect(looks.map(([command]) => command)).toEqual(['plan', 'current', 'history'])
  for (const words of looks) expect((await typed(words)).report.gate).toBe('open')
  expect(await bench.tables()).toEqual([])
})

test('The lock is not had: wait longer, or end who has it', async () => {
  const [longer, upgrade] = ways('The lock is not had')
  const held = (work: (end: () => Promise<unknown>) => Promise<void>) =>
    withClient(bench.database.url, async holder => {
      holder.on('error', () => undefined)
      await holder.query('select pg_advisory_lock($1::bigint)', [
        lockKey(bench.database.name, 'public.migration_history'),
      ])
      await work(() => holder.query('select pg_advisory_unlock_all()'))
    })
  await held(async end => {
    expectClosedBy(await bench.run({ wait: '300ms' }), 'lock-wait')
    const waited = await typed(longer, {
      on: event => {
        if (event.kind === 'waiting') void end()
      },
    })
    expect(waited.database).toMatchObject({ status: 'upgraded', to: ['0003'] })
  })
  bench.write({ '0004_more.sql': 'create table more ();' })
  await held(async () => {
    const { log } = await bench.run({ wait: '300ms' })
    const [, pid = ''] = /pid (\d+)/.exec(log) ?? []
    await bench.superuser(`select pg_terminate_backend(${pid})`)
    expect((await typed(upgrade)).database).toMatchObject({ status: 'upgraded', applied: ['0004'] })
  }).catch((error: Error) => expect(error.message).toMatch(/terminat/i))
})

test('The run was cut off: the connection', async () => {
  bench.write({
    '0002_orders.sql': 'create table orders (id int); select pg_terminate_backend(pg_backend_pid());',
  })
  expectClosedBy(await bench.run(), 'revision-lost', 'upgrade')
  bench.write(three)
  const [current, upgrade] = ways('The run was cut off')
  expect((await typed(current)).database).toMatchObject({ to: ['0001'], pending: ['0002', '0003'] })
  expect((await typed(upgrade)).database).toMatchObject({ status: 'upgraded', applied: ['0002', '0003'] })
})

test('The run was cut off: a person', async () => {
  bench.write({ '0002_orders.sql': 'create table orders (id int); select pg_sleep(60);' })
  const controller = new AbortController()
  const run = await bench.run(
    {},
    {
      signal: controller.signal,
      on: event => {
        if (event.kind === 'started' && event.revision.id === '0002')
          setTimeout(() => controller.abort(), 100)
      },
    },
  )
  expectClosedBy(run, 'interrupted', 'upgrade')
  bench.write(three)
  const [current, upgrade] = ways('The run was cut off')
  expect((await typed(current)).database.to).toEqual(['0001'])
  expect((await typed(upgrade)).database.to).toEqual(['0003'])
})

test('Fix forward: a revision that mends the one before', async () => {
  await bench.run()
  bench.write({ '0004_mend.sql': 'alter table orders alter column total type bigint;' })
  for (const words of ways('Fix forward'))
    expect((await typed(words)).database).toMatchObject({ status: 'upgraded', applied: ['0004'] })
})

test('Downgrade and fix: look, go back, mend, go on', async () => {
  await bench.run()
  const [look, back, upgrade] = ways('Downgrade and fix')
  const seen = await typed(look)
  expect(seen.log).toContain('takes away: drop column orders.total')
  expect(seen.database.to).toEqual(['0003'])
  expect((await typed(back)).database).toMatchObject({ status: 'downgraded', from: ['0003'], to: ['0002'] })
  bench.write({ '0003_totals.sql': 'alter table orders add column total bigint;' })
  expect((await typed(upgrade)).database).toMatchObject({ status: 'upgraded', applied: ['0003'] })
})

test('Not the approved plan: look, and approve what is there', async () => {
  const [look] = ways('Not the approved plan')
  const before = await typed(look)
  bench.write({ '0004_more.sql': 'create table more ();' })
  expectClosedBy(await bench.run({ 'approved-plan': before.database.plan }), 'plan-differs', 'plan')
  const now = await typed(look)
  const [, approve] = ways('Not the approved plan', { PLAN: now.database.plan })
  expect((await typed(approve)).database).toMatchObject({ status: 'upgraded', to: ['0004'] })
})

test('After failed: mend it, and it runs though nothing is pending', async () => {
  bench.project.write({ 'db/roles.sql': 'grant select on orders to nobody_here;' })
  const closed = await bench.run({ after: 'db/roles.sql' })
  expectClosedBy(closed, 'after-failed', 'upgrade --after db/roles.sql')
  expect(closed.database.to).toEqual(['0003'])
  bench.project.write({ 'db/roles.sql': 'grant select on orders to public;' })
  const [way = []] = ways('After failed')
  expect(way).toEqual(['upgrade', '--after', 'db/roles.sql'])
  expect((await typed(way)).database).toMatchObject({ status: 'up-to-date', followUps: [{ result: 'done' }] })
})

test('A smoke check failed: forward, or back', async () => {
  await bench.run({ revision: '0002' })
  await bench.query('insert into orders values (1)')
  bench.project.write({
    'db/smoke.sql': 'select count(*) = 0 as all_have_a_total from orders where total is null',
  })
  const fail = () => bench.run({ smoke: 'db/smoke.sql' })
  const offered = ['upgrade --smoke db/smoke.sql', 'downgrade 0002']
  const [forward, back] = ways('A smoke check failed')
  expect([forward, back]).toEqual(offered.map(line => line.split(' ')))

  const closed = await fail()
  expectClosedBy(closed, 'smoke-failed', ...offered)
  const summary = renderSummary(closed.report, sayNextOf(aimOf({ smoke: 'db/smoke.sql' })))
  for (const dispatch of [
    'command upgrade',
    'command downgrade, revision 0002, confirm &lt;its environment&gt;',
  ])
    expect(summary).toContain(`or run your operate workflow with ${dispatch} (if `)
  expect((await typed(back)).database).toMatchObject({ status: 'downgraded', to: ['0002'] })

  expectClosedBy(await fail(), 'smoke-failed', ...offered)
  bench.write({ '0004_totals.sql': 'update orders set total = 0;' })
  expect((await typed(forward)).database).toMatchObject({
    ...{ status: 'upgraded', applied: ['0004'] },
    followUps: [{ result: 'done' }],
  })
})

test('No connection: see that it answers, and that it is the right one', async () => {
  const { port } = new URL(bench.database.url)
  const url = bench.database.url.replace(`:${port}/`, ':1/')
  expectClosedBy(await type(['upgrade'], { path: bench.project.path, url }), 'connect-refused')
  const [words] = ways('No connection', { app: bench.database.name })
  expect((await typed(words)).report.gate).toBe('open')
  const [elsewhere] = ways('No connection')
  expectClosedBy(await typed(elsewhere), 'url-unexpected')
})

test('The deploy failed after the gate: nothing is left, and the checks are asked again', async () => {
  bench.project.write({ 'db/smoke.sql': 'select 1' })
  await bench.run({ smoke: 'db/smoke.sql' })
  const [words = []] = ways('The deploy failed after the gate')
  const again = await typed([...words, '--smoke', 'db/smoke.sql'])
  expect(again.database).toMatchObject({ status: 'up-to-date', followUps: [{ result: 'done' }] })
})

test('every section with a command is in a test, and every message that it names is one', () => {
  const folder = join(root, '__tests__/integration/runbook')
  const tests = readdirSync(folder).map(name => readFileSync(join(folder, name), 'utf8'))
  const headings = new Set(commandsOf(runbook).map(({ heading }) => heading))
  expect(headings.size).toBeGreaterThan(15)
  for (const heading of headings) expect(tests.join('\n')).toContain(`ways('${heading}'`)
  const table = readText(runbook)
    .split('\n')
    .filter(line => line.startsWith('| `'))
    .map(line => line.split('|')[1] ?? '')
  const kinds = ['multiple-heads']
  for (const [, id = ''] of table.join().matchAll(/`([a-z-]+)`/g))
    expect([...Object.keys(catalogue), ...kinds]).toContain(id)
})
