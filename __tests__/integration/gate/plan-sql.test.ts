import { expect, test } from '@jest/globals'
import { renderSummary } from '../../../src/report/markdown.ts'
import { useBench } from '../../support/gate.ts'

const bench = useBench()
const plan = (inputs: object = {}) => bench.run({ command: 'plan', ...inputs })

test('plan shows the way up of each pending revision as it is written, and what it takes away', async () => {
  bench.write({ '0001_a.sql': 'create table a (id int);' })
  await bench.run()
  bench.write({
    '0002_b.sql': '-- migrate:up\n-- why\ncreate table b (\n\tid int\n);\n\n-- migrate:down\ndrop table b;\n',
    '0003_c.up.sql': 'alter table a drop column id, drop constraint if exists x;\ntruncate b;\n',
    '0003_c.down.sql': 'select 1;',
  })
  const { database, log, report, events } = await plan()
  expect(database.sql).toEqual({
    revisions: [
      { id: '0002', text: '-- why\ncreate table b (\n  id int\n);', more: 0, losses: [] },
      {
        id: '0003',
        text: 'alter table a drop column id, drop constraint if exists x;\ntruncate b;',
        more: 0,
        losses: ['drop column a.id', 'truncate b'],
      },
    ],
  })
  expect(log).toContain(
    '   0002 b\n      -- why\n      create table b (\n        id int\n      );\n   0003 c\n',
  )
  expect(log).toContain('   ⚠️  takes away: drop column a.id, truncate b')
  // After the list of what is pending.
  const notes = events.flatMap((event, at) => (event.kind === 'note' ? [at] : []))
  expect(Math.max(...notes)).toBeLessThan(events.findIndex(event => event.kind === 'sql'))
  const summary = renderSummary(report, ({ command }) => command)
  expect(summary).toContain('<details><summary>SQL of 0002</summary>\n\n```sql\n-- why\n')
  expect(summary).toContain('<summary>SQL of 0003 · ⚠️ takes away: drop column a.id, truncate b</summary>')
  expect((await bench.run({ command: 'current' })).database).not.toHaveProperty('sql')
})

test('a long one is cut, and says so; the fingerprint is that of all of it', async () => {
  const rows = (last: string) =>
    Array.from({ length: 1000 }, (_, at) => `insert into a values (${at});`).join('\n') + last
  bench.write({ '0001_a.sql': rows('') })
  const one = await plan()
  const [shown] = one.database.sql?.revisions ?? []
  expect(shown?.text.split('\n').length).toBe(200)
  expect(shown?.more).toBe(800)
  expect(one.log).toContain('      … 800 more lines, in migrations/0001_a.sql')
  bench.write({ '0001_a.sql': rows('\nselect 1;') })
  const other = await plan()
  expect(other.database.sql?.revisions[0]?.text).toBe(shown?.text)
  expect(other.database.plan).not.toBe(one.database.plan)
})

test('nothing in it steers the log, the summary or a terminal', async () => {
  bench.write({
    '0001_a.sql':
      "select '\n::error::x\n##[group]y\u001b[31m';\n```\n</details><script>\nalter role r password 'hunter22';\n".replace(
        '```\n</details><script>\n',
        "select '\n```\n</details><script>';\n",
      ),
  })
  const { log, report } = await plan()
  expect(log).not.toMatch(/^\s*::error/m)
  expect(log).not.toContain('##[group]')
  expect(log).not.toContain('\u001b')
  expect(log).not.toContain('hunter22')
  expect(renderSummary(report, ({ command }) => command)).toContain('````sql\n')
})

test('where nothing is pending there is nothing to show', async () => {
  bench.write({ '0001_a.sql': 'select 1;' })
  await bench.run()
  const { database, events } = await plan()
  expect(database).not.toHaveProperty('sql')
  expect(events.map(event => event.kind)).not.toContain('sql')
})
