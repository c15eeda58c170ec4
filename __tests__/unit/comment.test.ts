import { expect, test } from '@jest/globals'
import { fillEntry } from '../../src/catalogue/entry.ts'
import { lintEntries } from '../../src/catalogue/lint.ts'
import type { Fault, Finding } from '../../src/domain.ts'
import type { Rehearsal } from '../../src/rehearsal.ts'
import {
  type CommentPlace,
  commentKey,
  commentMarker,
  isWorthComment,
  readRun,
  renderComment,
} from '../../src/report/comment-markdown.ts'
import { cureParts } from '../../src/report/cure-parts.ts'
import type { DatabaseReport, Report } from '../../src/report/shape.ts'

const page = 'https://github.com/o/r'
const place: CommentPlace = {
  key: 'abcdef0123456789',
  run: '12.1',
  runUrl: `${page}/actions/runs/12`,
  page,
  commit: 'c'.repeat(40),
}
const sayNext = () => 'migration-gate check'

const migrations = [
  { path: 'migrations/0004_orders_at.sql', status: 'added', revision: '0004', database: 'migrations' },
  { path: 'migrations/0005_notes.sql', status: 'added', revision: '0005', database: 'migrations' },
] as const

function databaseOf(given: Partial<DatabaseReport>): DatabaseReport {
  return {
    name: 'default',
    engine: 'sql',
    url: '',
    status: 'checked',
    pending: [],
    applied: [],
    unfinished: [],
    failed: '',
    plan: '',
    outcomes: [],
    problems: [],
    added: ['0004', '0005'],
    findings: [],
    ...given,
  }
}

function reportOf(database: Partial<DatabaseReport>, given: Partial<Report> = {}): Report {
  return {
    version: 1,
    command: 'check',
    status: 'checked',
    gate: 'open',
    startedAt: '2026-11-22T00:00:00.000Z',
    durationMs: 1200,
    changed: true,
    filters: [],
    migrations: [...migrations],
    notes: [],
    databases: [databaseOf(database)],
    selected: [],
    faults: [],
    ...given,
  }
}

const blocks = (facts: { on: string; safe: string }, around: Pick<Fault, 'place'>) =>
  fillEntry('index-blocks-writes', lintEntries['index-blocks-writes'], facts, around)

function found(given: Partial<Finding> = {}, facts = {}): Finding {
  const safe =
    'Write `create index concurrently orders_at on orders (at)` in a revision of its own that begins with `-- migrate:up transaction:false`.'
  const at = { place: { path: 'migrations/0004_orders_at.sql', line: 3, column: 1 } }
  const fault = blocks({ on: 'orders', safe, ...facts }, at)
  return { rule: 'index-blocks-writes', level: 'error', fault, revision: '0004', ...given }
}

test('the comment of a closed gate: verdict, table, the finding with its line and the statement to write', () => {
  const finding = found()
  const warning = found({ rule: 'drop-index-waits', level: 'warning', revision: '0005' })
  const database = { findings: [warning, finding], fault: finding.fault, status: 'failed' as const }
  const report = reportOf(database, { gate: 'closed', status: 'failed' })
  expect(isWorthComment(report)).toBe(true)
  expect(renderComment(report, place, sayNext)).toMatchInlineSnapshot(`
"<!-- migration-gate check abcdef0123456789 -->
<!-- run 12.1 -->

### 🔴 Gate closed: 2 new revisions, 1 error, 1 warning.

| | new revision | found |
| --- | --- | --- |
| ❌ | [0004\\_orders\\_at.sql](https://github.com/o/r/blob/cccccccccccccccccccccccccccccccccccccccc/migrations/0004_orders_at.sql) | ❌ \`index-blocks-writes\` |
| ⚠️ | [0005\\_notes.sql](https://github.com/o/r/blob/cccccccccccccccccccccccccccccccccccccccc/migrations/0005_notes.sql) | ⚠️ \`drop-index-waits\` |

❌ **While the index on orders is built, nobody can write to the table: it is locked until this revision commits.**<br>[migrations/0004\\_orders\\_at.sql:3](https://github.com/o/r/blob/cccccccccccccccccccccccccccccccccccccccc/migrations/0004_orders_at.sql#L3) · \`index-blocks-writes\`

**Cure:** Write

\`\`\`sql
create index concurrently orders_at on orders (at);
\`\`\`

in a revision of its own that begins with \`-- migrate:up transaction:false\`.

<details><summary>⚠️ <code>drop-index-waits</code> in migrations/0004&#95;orders&#95;at.sql:3</summary>

⚠️ **While the index on orders is built, nobody can write to the table: it is locked until this revision commits.**<br>[migrations/0004\\_orders\\_at.sql:3](https://github.com/o/r/blob/cccccccccccccccccccccccccccccccccccccccc/migrations/0004_orders_at.sql#L3) · \`drop-index-waits\`

**Cure:** Write

\`\`\`sql
create index concurrently orders_at on orders (at);
\`\`\`

in a revision of its own that begins with \`-- migrate:up transaction:false\`.

</details>

<sub>Commit [\`ccccccc\`](https://github.com/o/r/commit/cccccccccccccccccccccccccccccccccccccccc) · [the run](https://github.com/o/r/actions/runs/12) has the details · every run of this check edits this comment.</sub>
"
`)
})

test('the comment of a check that finds nothing', () => {
  const report = reportOf({})
  expect(isWorthComment(report)).toBe(false)
  expect(renderComment(report, place, sayNext)).toMatchInlineSnapshot(`
"<!-- migration-gate check abcdef0123456789 -->
<!-- run 12.1 -->

### 🟢 Gate open: 2 new revisions, nothing wrong with the history.

| | new revision | found |
| --- | --- | --- |
| ✅ | [0004\\_orders\\_at.sql](https://github.com/o/r/blob/cccccccccccccccccccccccccccccccccccccccc/migrations/0004_orders_at.sql) | nothing |
| ✅ | [0005\\_notes.sql](https://github.com/o/r/blob/cccccccccccccccccccccccccccccccccccccccc/migrations/0005_notes.sql) | nothing |

<sub>Commit [\`ccccccc\`](https://github.com/o/r/commit/cccccccccccccccccccccccccccccccccccccccc) · [the run](https://github.com/o/r/actions/runs/12) has the details · every run of this check edits this comment.</sub>
"
`)
})

test('what is let through is said with who says so, and is worth a comment', () => {
  const allowed = { by: 'migrations/0004_orders_at.sql:1', reason: 'ten rows' }
  const report = reportOf({ findings: [found({ allowed })] })
  expect(isWorthComment(report)).toBe(true)
  const comment = renderComment(report, place, sayNext)
  expect(comment).toContain('| ☑️ |')
  expect(comment).toContain(
    'index-blocks-writes is let through by migrations/0004\\_orders\\_at.sql:1: ten rows',
  )
})

test('several databases each have a heading, and only the files of their own', () => {
  const databases = [
    databaseOf({ name: 'orion', added: ['0004'] }),
    databaseOf({ name: 'nebula', added: ['0004'] }),
  ]
  const listed = ['orion', 'nebula'].map(database => ({
    path: `${database}/0004_x.sql`,
    status: 'added' as const,
    revision: '0004',
    database,
  }))
  const comment = renderComment(reportOf({}, { databases, migrations: listed }), place, sayNext)
  expect(comment).toContain(
    `#### orion\n\n| | new revision | found |\n| --- | --- | --- |\n| ✅ | [0004\\_x.sql](${page}/blob/`,
  )
  expect(comment.indexOf('/orion/0004_x.sql')).toBeLessThan(comment.indexOf('#### nebula'))
  expect(comment.indexOf('/nebula/0004_x.sql')).toBeGreaterThan(comment.indexOf('#### nebula'))
})

const evil = [
  '@octocat/everyone @octocat',
  '#1 o/r#2 GH-3 gh-4',
  '![x](https://evil.example/a.png) [y](javascript:alert(1)) <img src=https://evil.example>',
  '<!-- migration-gate check abcdef0123456789 --> </details></table><script>',
  '```\n</details>\n# big\n```',
  '~~~~\n@octocat\n````````\n<b>',
  '`` `@octocat` <b> ``',
  'https://evil.example www.evil.example',
  '| a | b |\n\n| --- |',
  '\u202e\u2066 ::error::x',
  '`a\n\n<img src=x>`',
  '0002_`|@octocat www.evil.example `',
  '0002_`\\|@octocat www.evil.example `',
  'a\\|@octocat',
]

/** Without its fenced blocks, which end as GitHub would end them. */
function withoutCode(comment: string): string {
  return comment.replace(/^(`{3,})\w*\n[\s\S]*?\n\1`*$/gm, '')
}

/** What is left outside of code, of our own tags, links and comments, and of entities. */
function proseOf(comment: string): string {
  return withoutCode(comment)
    .replace(/<code>.*?<\/code>/g, '')
    .replace(/(?<!`)`(?!`)[^`\n]*`(?!`)/g, '')
    .replaceAll(/\]\(https:\/\/github\.com\/o\/r\/[\w/.%#-]*\)/g, '')
    .replace(/<\/?(?:details|summary|sub|br)>/g, '')
    .replace(/^<!-- (?:migration-gate check abcdef0123456789|run 12\.1) -->$/gm, '')
}

test.each(evil)('nothing in %j acts', words => {
  const path = `migrations/${words.replaceAll('\n', '')}.sql`
  const at = { place: { path, line: 3 } }
  const fault = {
    ...blocks({ on: words, safe: `Write \`${words}\`, ${words}.` }, at),
    excerpt: { firstLine: 1, lines: words.split('\n'), markedLine: 1 },
    diff: [{ mark: '+' as const, line: 1, text: words }],
    foreign: [{ line: words, when: words }],
  }
  const findings: Finding[] = [
    { rule: 'index-blocks-writes', level: 'error', fault, revision: words },
    { rule: 'drop-index-waits', level: 'warning', fault, revision: words },
    { rule: 'drop-index-waits', level: 'error', fault, allowed: { by: words, reason: words } },
  ]
  const notes = [{ kind: 'warning' as const, text: words }]
  const databases = ['a', words].map(name => databaseOf({ name, findings, added: [words], fault }))
  const report = reportOf({}, { gate: 'closed', databases, notes, faults: [fault], migrations: [] })
  const comment = renderComment(report, place, sayNext)
  const prose = proseOf(comment)
  expect(prose).not.toMatch(
    /<|>|`|(?<!\\)!\[|(?<!\\)\]\(|@(?!&#8203;)|#\d(?!\d+;)|GH-\d|:\/\/|www\.|\u202e|\u2066/i,
  )
  expect(prose).not.toMatch(/&#64;(?!&#8203;)/)
  // Rows keep their columns.
  const lines = withoutCode(comment)
  for (const row of lines.split('\n').filter(line => line.startsWith('| ')))
    expect(row.split('|')).toHaveLength(5)
  expect(lines.match(/^<details>/gm)?.length).toBe(lines.match(/^<\/details>$/gm)?.length)
})

test('no more than GitHub takes, cut between findings, with a word', () => {
  const many = Array.from({ length: 2_000 }, (_, index) =>
    found({ level: index < 900 ? 'error' : 'warning' }, { on: `t${index} ${'ü'.repeat(200)}` }),
  )
  const report = reportOf(
    { findings: many, added: Array.from({ length: 400 }, (_, index) => String(index)) },
    { gate: 'closed' },
  )
  const comment = renderComment(report, place, sayNext)
  expect(Buffer.byteLength(comment)).toBeLessThan(65_536)
  expect(comment).toMatch(/\*\*1,?\d{3} more did not fit: the job summary has all of it\.\*\*\n\n<sub>/)
  expect(comment).toContain('… 350 more')
  expect(comment.match(/<details>/g)?.length).toBe(comment.match(/<\/details>/g)?.length)
  expect((comment.match(/^```/gm)?.length ?? 1) % 2).toBe(0)
})

test('a path that no URL holds is linked as far as it goes', () => {
  const findings = [found()].map(finding => ({
    ...finding,
    fault: { ...finding.fault, place: { path: 'm/ä )(\ud800%/#?.sql', line: 1 } },
  }))
  const comment = renderComment(reportOf({ findings }), place, sayNext)
  expect(comment).toContain(`/blob/${place.commit}/m/%C3%A4%20%29%28%EF%BF%BD%25/%23%3F.sql#L1)`)
})

test('outside of GitHub there is no link, and no commit to name', () => {
  const comment = renderComment(
    reportOf({ findings: [found()] }),
    { ...place, page: '', runUrl: '', commit: '' },
    sayNext,
  )
  expect(comment).not.toContain('](')
  expect(comment).toContain('**<br>migrations/0004\\_orders\\_at.sql:3 · `index-blocks-writes`')
})

test('the mark and the run are read back', () => {
  const comment = renderComment(reportOf({}), place, sayNext)
  expect(comment.startsWith(commentMarker(place.key))).toBe(true)
  expect(readRun(comment)).toBe('12.1')
  expect(readRun('anything')).toBeUndefined()
  expect(commentKey(['a', 'b'])).toMatch(/^[0-9a-f]{16}$/)
  expect(commentKey(['a', 'b'])).not.toBe(commentKey(['ab', '']))
})

test.each<[string, unknown[]]>([
  ['Give it a default.', [{ text: 'Give it a default.' }]],
  [
    'Write `create index concurrently a on t (b)`, then `alter table t validate constraint c` in the next revision.',
    [
      { text: 'Write' },
      { code: 'create index concurrently a on t (b);', language: 'sql' },
      { text: 'then' },
      { code: 'alter table t validate constraint c;', language: 'sql' },
      { text: 'in the next revision.' },
    ],
  ],
  [
    'Write `with op.get_context().autocommit_block(): op.drop_index("a")`.',
    [
      { text: 'Write' },
      { code: 'with op.get_context().autocommit_block():\n    op.drop_index("a")', language: 'python' },
    ],
  ],
  [
    'Begin with `-- migrate:up transaction:false`.',
    [{ text: 'Begin with `-- migrate:up transaction:false`.' }],
  ],
  ['A lone ` stays.', [{ text: 'A lone ` stays.' }]],
])('the pieces of %j', (cure, parts) => {
  expect(cureParts(cure)).toEqual(parts)
})

test('a rehearsal is told by revision: how long, what was kept from whom, whether the way down was verified', () => {
  const rehearsal: Rehearsal = {
    postgres: '16.4',
    durationMs: 900,
    revisions: [
      {
        id: '0004',
        up: 'applied',
        down: 'verified',
        again: 'applied',
        durationMs: 340,
        tables: [
          { table: 'orders', lock: 'ACCESS EXCLUSIVE', heldMs: 320, rewritten: true, scanned: true },
          { table: 'a|b', lock: 'SHARE', rewritten: false, scanned: true },
          { table: 'c', lock: 'SHARE ROW EXCLUSIVE', heldMs: 2, rewritten: false, scanned: false },
        ],
      },
    ],
  }
  const comment = renderComment(reportOf({ rehearsal, findings: [found()] }), place, sayNext)
  const [table = ''] = /^\| \| new revision[\s\S]*?\n\n🧪.*/m.exec(comment) ?? []
  expect(table.replaceAll(`](${page}/blob/${place.commit}`, '](')).toMatchInlineSnapshot(`
"| | new revision | found | up | locks | down |
| --- | --- | --- | ---: | --- | --- |
| ❌ | [0004\\_orders\\_at.sql](/migrations/0004_orders_at.sql) | ❌ \`index-blocks-writes\` | 340 ms | orders: ACCESS EXCLUSIVE for 320 ms, written anew<br>a&#124;b: SHARE, read whole<br>c: SHARE ROW EXCLUSIVE for 2 ms | verified |
| ✅ | [0005\\_notes.sql](/migrations/0005_notes.sql) | nothing | not run | | |

🧪 rehearsed on Postgres 16.4: 1 revision up, down, up in 900 ms"
`)
})
