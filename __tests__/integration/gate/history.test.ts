import { expect, test } from '@jest/globals'
import { renderSummary } from '../../../src/report/markdown.ts'
import { runIn, tap, useBench } from '../../support/gate.ts'

const bench = useBench()
const history = (options: object = {}) => bench.run({ command: 'history' }, options)

test('every revision is there, newest first, with how it stands, when, by whom, and where', async () => {
  bench.write({ '0001_a.sql': 'select 1;', '0002_b.sql': 'select 2;', '0003_c.sql': 'select 3;' })
  await bench.run({}, { env: { GITHUB_REPOSITORY: 'o/r', GITHUB_RUN_ID: '7' } })
  bench.write({
    '0001_a.sql': 'select 1; -- edited',
    '0002_b.sql': null,
    '0003_c.sql': 'select 3;',
    '0004_d.sql': '-- migrate:up transaction:false\ncreate table d ();\nselect 1 / 0;\n',
    '0005_e.sql': 'select 5;',
  })
  await bench.run({ allow: 'missing, modified' })
  const { database, log, report } = await history()
  expect(report).toMatchObject({ gate: 'open', upgrade: 'closed', status: 'pending' })
  expect(database.history?.map(one => [one.id, one.name, one.standing, one.current, one.head])).toEqual([
    ['0005', 'e', 'pending', undefined, true],
    ['0004', 'd', 'dirty', undefined, undefined],
    ['0003', 'c', 'applied', true, undefined],
    ['0002', 'b', 'missing', undefined, undefined],
    ['0001', 'a', 'modified', undefined, undefined],
  ])
  expect(database.history?.[2]).toMatchObject({
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    by: 'octocat',
    commit: 'c'.repeat(40),
    runUrl: 'https://github.com/o/r/actions/runs/7',
    durationMs: expect.any(Number),
  })
  expect(log).toContain('   ⏳ 0005 e (pending, head)\n')
  expect(log).toMatch(
    /✔️ 0003 c \(current\) {3}\S+ \S+ UTC by octocat, ccccccc, \d+ ms, https:\/\/github.com\/o\/r\/actions\/runs\/7\n/,
  )
  expect(log).toContain('✏️ 0001 a (edited since it ran)')
  expect(log).toContain('👻 0002 b (applied, and its file is gone)')
  expect(log).not.toContain('is pending')
  const summary = renderSummary(report, ({ command }) => command)
  expect(summary).toContain('| ⏳ | 0005 e (pending, head) |  |')
})

test('it takes no lock and writes nothing, also where there is no history yet', async () => {
  bench.write({ '0001_a.sql': 'select 1;' })
  const through = await tap(bench.database.url)
  try {
    const run = await runIn(bench.project.path, through.url, { inputs: { command: 'history' } })
    expect(run.database.history?.map(one => one.standing)).toEqual(['pending'])
    expect(through.queries.filter(text => /advisory|insert|create|update|delete/i.test(text))).toEqual([])
  } finally {
    await through.close()
  }
  expect(await bench.query(`select to_regclass('migration_history') as found`)).toEqual([{ found: null }])
})

test('a history that lacks our optional columns is read, and what stands in it is harmless', async () => {
  bench.write({ '0001_a.sql': 'select 1;' })
  await bench.run()
  await bench.query('alter table migration_history drop column run_url, drop column duration_ms')
  await bench.query(`update migration_history set applied_by = E'a\\n::error::b'`)
  const { database, log } = await history()
  expect(database.history?.[0]).toMatchObject({ standing: 'applied', runUrl: '' })
  expect(database.history?.[0]).not.toHaveProperty('durationMs')
  expect(log).toContain('by a ⏎ :\u200d:error::b, ccccccc')
})
