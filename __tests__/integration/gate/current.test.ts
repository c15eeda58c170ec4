import { expect, test } from '@jest/globals'
import { useBench } from '../../support/gate.ts'

const bench = useBench()

test('current says which revisions came last, when, by whom and from which commit; plan does not', async () => {
  expect((await bench.run({ command: 'current', engine: 'sql', directory: '.' })).fault?.id).toBe(
    'no-revisions',
  )
  bench.write(Object.fromEntries([1, 2, 3, 9, 10, 11, 12].map(id => [`${id}_t.sql`, 'select 1;'])))
  expect((await bench.run({ command: 'current' })).database.recent).toEqual([])
  await bench.run({ command: 'stamp', revision: '11' })
  await bench.run()
  await bench.query(`update migration_history set applied_by = null, commit_sha = null where version = '3'`)
  const { log, database, report } = await bench.run({ command: 'current' })
  expect(database.recent?.map(row => row.id)).toEqual(['12', '11', '10', '9', '3'])
  expect(log).toMatch(/✔️ 12 t {3}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC by octocat, ccccccc\n/)
  expect(log).toMatch(/✔️ 3 t {3}\S+ \S+ UTC\n/)
  expect(log).not.toContain(' 2 t ')
  expect(report.status).toBe('up-to-date')
  expect((await bench.run({ command: 'plan' })).database).not.toHaveProperty('recent')
})

test('what stands in the history is shown on one harmless line', async () => {
  bench.write({ '1_t.sql': 'select 1;' })
  await bench.run()
  await bench.query(`update migration_history set applied_by = E'a\\n::error::b'`)
  const { log } = await bench.run({ command: 'current' })
  expect(log).toContain('by a ⏎ :\u200d:error::b, ccccccc')
})
