import { expect, test } from '@jest/globals'
import { makeFault } from '../../src/catalogue/catalogue.ts'
import type { Outcome } from '../../src/domain.ts'
import { makeRedactor } from '../../src/redact.ts'
import { redactReport, renderReport } from '../../src/report/json.ts'
import { renderSummary } from '../../src/report/markdown.ts'
import { fixedOutputs, makeOutputs } from '../../src/report/outputs.ts'
import { makeReport } from '../../src/report/report.ts'
import type { DatabaseReport, Report } from '../../src/report/shape.ts'
import type { DatabaseSettings } from '../../src/settings/settings.ts'

const revision = (id: string, name: string) => ({ id, name, path: `migrations/${id}_${name}.sql` })
const outcome = (id: string, name: string, more: Partial<Outcome>): Outcome => ({
  revision: revision(id, name),
  result: 'applied',
  durationMs: 12,
  did: [],
  ...more,
})

function databaseReport(more: Partial<DatabaseReport>): DatabaseReport {
  return {
    name: 'default',
    engine: 'sql',
    url: 'DATABASE_URL',
    status: 'upgraded',
    server: { host: 'db.example.com', port: 5432, database: 'app', user: 'relay', version: 150018 },
    from: ['0001'],
    to: ['0003'],
    pending: ['0002', '0003'],
    applied: ['0002', '0003'],
    failed: '',
    plan: 'f1f1',
    outcomes: [],
    problems: [],
    unfinished: [],
    ...more,
  }
}

function reportOf(database: Partial<DatabaseReport>, more: Partial<Report> = {}): Report {
  return {
    version: 1,
    command: 'upgrade',
    status: 'upgraded',
    gate: 'open',
    startedAt: '2026-01-01T00:00:00.000Z',
    durationMs: 1234,
    comparison: { base: 'a', head: 'b', why: 'push to main' },
    changed: true,
    filters: [{ name: 'migrations', matched: true, files: ['migrations/0003_index.sql'] }],
    notes: [
      { kind: 'left-by-earlier-run', text: '0002 orders was left by an earlier run', database: 'default' },
    ],
    databases: [databaseReport(database)],
    selected: [],
    faults: [],
    ...more,
  }
}

const success = reportOf({
  outcomes: [
    outcome('0002', 'orders', { did: ['create table orders', 'insert 1,204 rows'] }),
    outcome('0003', 'index', { did: ['create index orders_status on orders'], durationMs: 61_000 }),
  ],
})
const fault = makeFault(
  'revision-failed',
  {
    id: '0003',
    name: 'index',
    statement: 2,
    total: 2,
    reason: 'column "stat|us" does not exist',
    code: '42703',
  },
  {
    place: { path: 'migrations/0003_index.sql', line: 7, column: 12 },
    excerpt: {
      firstLine: 6,
      lines: ['-- `x`', 'create index on orders (stat|us);'],
      markedLine: 7,
      caret: 12,
    },
    server: {
      code: '42703',
      severity: 'ERROR',
      message: 'column "stat|us" does not exist',
      hint: 'perhaps ```status```',
    },
    state: 'All of 0003 was rolled back: the database is at 0002, as before.',
    next: [{ command: 'upgrade' }],
  },
)
const failure = reportOf(
  {
    status: 'failed',
    to: ['0002'],
    applied: ['0002'],
    failed: '0003',
    fault,
    outcomes: [
      outcome('0002', 'orders', { did: ['create table orders'] }),
      outcome('0003', 'index', { result: 'failed' }),
      outcome('0004', 'late', { result: 'skipped' }),
    ],
  },
  { status: 'failed', gate: 'closed' },
)
const sayNext = () => 'migration-gate upgrade'

test('the summary of a success', () => {
  expect(renderSummary(success, sayNext)).toMatchInlineSnapshot(`
"## 🟢 Gate open: app is at 0003.

upgrade · push to main · 1.2 s

| | revision | what it did | time |
| --- | --- | --- | ---: |
| ✅ | 0002 orders | create table orders, insert 1,204 rows | 12 ms |
| ✅ | 0003 index | create index orders\\_status on orders | 1 min 1 s |

- ⏳ 0002 orders was left by an earlier run
"
`)
})

test('the summary of a failure', () => {
  expect(renderSummary(failure, sayNext)).toMatchInlineSnapshot(`
"## 🔴 Gate closed: app is at 0002.

upgrade · push to main · 1.2 s

❌ **Revision 0003 index failed at statement 2 of 2: column "stat&#124;us" does not exist (42703).**<br>migrations/0003\\_index.sql:7:12

\`\`\`text
  6 │ -- \`x\`
▶ 7 │ create index on orders (stat|us);
    │            ^
\`\`\`

\`\`\`\`text
perhaps \`\`\`status\`\`\`
\`\`\`\`

**Now:** All of 0003 was rolled back: the database is at 0002, as before.

**Cure:** See that the name is spelled right and in the search\\_path, that a revision before this one makes it, and that nobody has changed this database by hand.

**Next:** migration-gate upgrade

| | revision | what it did | time |
| --- | --- | --- | ---: |
| ✅ | 0002 orders | create table orders | 12 ms |
| ❌ | 0003 index | failed | 12 ms |
| ⏭️ | 0004 late | did not get its turn |  |

- ⏳ 0002 orders was left by an earlier run
"
`)
})

test('a fence is longer than any in the text, a table keeps its columns, and a code span is one', () => {
  const summary = renderSummary(failure, sayNext)
  expect(summary).toMatch(/\n````text\nperhaps ```status```\n````\n/)
  const evil = [
    '`<b>```',
    '``<b>`',
    '`<b>',
    '<b>`<b>``',
    '`a` | `b`',
    '![x](y)',
    '@octocat',
    '# x',
    'https://x',
    'a\\|@octocat www.evil.example',
    '0002_`|@octocat www.evil.example `.sql',
    '0002_`\\|@octocat www.evil.example `.sql',
    '`\\\\|@octocat` | `b\\`',
  ]
  for (const name of evil) {
    const rendered = renderSummary(reportOf({ outcomes: [outcome('0002', name, {})] }), sayNext)
    const row = rendered.split('\n').find(line => line.startsWith('| ✅')) ?? ''
    expect(row.split('|')).toHaveLength(6)
    const prose = row.replace(/(?<!`)`(?!`)[^`]*`(?!`)/g, '')
    expect(prose).not.toMatch(/<b>|(?<!\\)\[|@|\/\/|www\.|`/)
  }
})

test.each(['`a\n\n<img src=x>`', '`a\r\n- <img src=x>`', '`<img src=x>`', '`a\n<img src=x>` | `b`'])(
  'no HTML gets out of the code span %j',
  name => {
    const problem = {
      kind: 'ahead' as const,
      fault: makeFault('unexpected', { message: 'x' }, { state: name }),
      allowed: false,
    }
    const rendered = renderSummary(reportOf({ problems: [problem] }), sayNext)
    expect(rendered).toContain('&lt;img src=x&gt;')
    expect(rendered).not.toContain('<img')
  },
)

test('a summary of more than GitHub takes is cut by bytes, with a word that it was', () => {
  const did = ['ě'.repeat(6000)]
  const outcomes = Array.from({ length: 150 }, (_, i) => outcome(String(i), 'n', { did }))
  const summary = renderSummary(reportOf({ outcomes }), sayNext)
  expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024)
  expect(summary).toContain('The summary was cut')
})

test('outputs of one database', () => {
  const { values, warnings } = makeOutputs(failure, '/tmp/r.json', 'csv', false)
  expect(warnings).toEqual([])
  expect(values).toEqual({
    status: 'failed',
    changed: 'true',
    changes: '["migrations"]',
    migrations: 'true',
    migrations_count: '1',
    migrations_files: 'migrations/0003_index.sql',
    from: '0001',
    to: '0002',
    pending: '["0002","0003"]',
    applied: '["0002"]',
    failed: '0003',
    plan: 'f1f1',
    databases: '[]',
    results: JSON.stringify({
      default: {
        status: 'failed',
        from: '0001',
        to: '0002',
        pending: ['0002', '0003'],
        applied: ['0002'],
        failed: '0003',
        plan: 'f1f1',
      },
    }),
    report: '/tmp/r.json',
  })
})

test('outputs of several databases name them, and the scalars are empty', () => {
  const two = {
    ...success,
    databases: [databaseReport({ name: 'one' }), databaseReport({ name: 'two', applied: [] })],
  }
  const { values } = makeOutputs(two, '', 'none', true)
  expect(values).toMatchObject({
    from: '',
    to: '',
    plan: '',
    failed: '',
    pending: '["one:0002","one:0003","two:0002","two:0003"]',
    applied: '["one:0002","one:0003"]',
  })
  expect(Object.keys(JSON.parse(values.results ?? ''))).toEqual(['one', 'two'])
})

test('a fixed output wins over a filter of that name; a name that would end early is no output at all', () => {
  const names = ['status', 'a=b', 'a\nstatus=open', 'a<<b', 'to', 'fine']
  const filters = names.map(name => ({ name, matched: false, files: [] }))
  const { values, warnings } = makeOutputs({ ...success, filters }, '', 'none', false)
  expect(values).toMatchObject({ status: 'upgraded', to: '0003', fine: 'false', status_count: '0' })
  expect(Object.keys(values).filter(name => /[=\n<]/.test(name))).toEqual([])
  expect(warnings.filter(text => text.includes('has the name of an output of ours'))).toHaveLength(2)
  for (const name of ['a=b', 'a ⏎ status=open', 'a<<b'])
    expect(warnings).toContainEqual(expect.stringContaining(`"${name}" cannot be an output`))
  for (const name of fixedOutputs) expect(values).toHaveProperty(name)
})

test('redaction keeps JSON valid, our own words, and what is one object one', () => {
  const said = `alter role x password 'cut off`
  const problem = { kind: 'modified' as const, fault: { ...fault, message: said }, allowed: false }
  const given = reportOf({ fault: problem.fault, problems: [problem], failed: 'upgraded' })
  const clean = redactReport(given, makeRedactor(['upgraded']))
  expect(clean).toMatchObject({
    status: 'upgraded',
    gate: 'open',
    databases: [{ status: 'upgraded', failed: '***' }],
  })
  expect(clean.databases[0]?.problems[0]?.fault).toBe(clean.databases[0]?.fault)
  const parsed = JSON.parse(
    renderReport(redactReport({ ...given, faults: [{ ...fault, debug: 'stack' }] }, makeRedactor([]))),
  )
  expect(parsed.databases[0].fault.message).toBe('alter role x password ***')
  expect(parsed.databases[0].to).toEqual(['0003'])
  expect(JSON.stringify(parsed)).not.toContain('stack')
})

test.each(['plan', 'upgrade', 'check'] as const)(
  '%s: a database that nothing was asked of is skipped, and not up to date',
  command => {
    const at = new Date(0)
    const settings = { name: 'default', url: { source: '', variable: '', value: '' } } as DatabaseSettings
    const report = makeReport({
      command,
      changes: undefined,
      runs: [{ settings, engineName: '' }],
      notes: [],
      faults: [makeFault('url-empty', { source: 'the input database-url', database: '' })],
      skipped: false,
      dryRun: false,
      several: false,
      startedAt: at,
      endedAt: at,
    })
    expect(report).toMatchObject({ status: 'failed', databases: [{ status: 'skipped' }] })
  },
)
