import { describe, expect, test } from '@jest/globals'
import type { Changes } from '../../src/changes/changes.ts'
import type { Change } from '../../src/domain.ts'
import { type EventFacts, readEvent } from '../../src/event.ts'
import type { DatabaseRun } from '../../src/plan.ts'
import { renderSummary } from '../../src/report/markdown.ts'
import { listMigrations } from '../../src/report/migrations.ts'
import { makeReport } from '../../src/report/report.ts'

const [base, head] = ['a'.repeat(40), 'b'.repeat(40)]
const runner = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'o/r',
  GITHUB_RUN_ID: '7',
  GITHUB_EVENT_NAME: 'push',
}
const push = readEvent(runner, {})

function changed(matches: Record<string, Change[]>): Changes {
  const all = Object.values(matches).flat()
  const changeSet = {
    known: true as const,
    comparison: { base, head, why: 'push to main' },
    changes: all,
    warnings: [],
  }
  const named = Object.entries(matches).map(([name, changes]) => ({ name, changes }))
  return { changeSet, matches: named, matched: Object.keys(matches), changed: true, warnings: [] }
}

const files: Change[] = [
  { path: 'db/orders/0003_add.sql', status: 'added' },
  { path: 'db/versions/2026_01_02_1f2e3d4c5b6a_x.py', status: 'modified' },
  { path: 'src/app.py', status: 'modified' },
]

describe('the revisions of a change', () => {
  test('by the names of their files, with a link to each diff', () => {
    expect(listMigrations(changed({ orders: files }), [], push)).toEqual([
      {
        path: 'db/orders/0003_add.sql',
        status: 'added',
        revision: '0003',
        database: 'orders',
        // printf %s db/orders/0003_add.sql | sha256sum
        diff: `https://github.com/o/r/compare/${base}..${head}#diff-d0f24be0ac66d1cc6a115a2cadddf04c8665a4f50ea83e204cfa0be8c557504c`,
      },
      expect.objectContaining({ revision: '1f2e3d4c5b6a', status: 'modified' }),
    ])
  })

  test('of a pull request, on its page', () => {
    const pullRequest = { number: 5, baseRef: 'main', baseSha: base, headRef: 't', headSha: head }
    const [first] = listMigrations(changed({ orders: files }), [], { ...push, pullRequest })
    expect(first?.diff).toMatch(/^https:\/\/github\.com\/o\/r\/pull\/5\/files#diff-[0-9a-f]{64}$/)
  })

  test('as the plan knows them', () => {
    const revision = { id: 'r-1', name: 'x', path: 'src/app.py' }
    const runs = [
      { settings: { name: 'app' }, engineName: '', plan: { revisions: [revision] } },
    ] as unknown as DatabaseRun[]
    const [found] = listMigrations(
      changed({ app: [{ path: 'src/app.py', status: 'added' }] }),
      runs,
      undefined,
    )
    expect(found).toEqual({ path: 'src/app.py', status: 'added', revision: 'r-1', database: 'app' })
  })

  test('none where nobody knows what changed, and no link outside of GitHub', () => {
    const unknown: Changes = { ...changed({}), changeSet: { known: false, why: 'no git', level: 'note' } }
    expect(listMigrations(unknown, [], push)).toEqual([])
    const strange = { ...push, runUrl: 'javascript:alert(1)/actions/runs/7' } as EventFacts
    expect(listMigrations(changed({ a: files }), [], strange)[0]?.diff).toBeUndefined()
  })

  test('are a table in the summary that no name gets out of', () => {
    const hostile: Change = { path: 'db/1_](x) | <img> `@a`\n.sql', status: 'added' }
    const at = new Date(0)
    const about = {
      command: 'detect',
      notes: [],
      faults: [],
      skipped: false,
      dryRun: false,
      several: false,
    } as const
    const input = {
      ...about,
      notes: [],
      faults: [],
      runs: [],
      changes: changed({ 'a|b': [files[0] as Change, hostile] }),
    }
    const summary = renderSummary(makeReport({ ...input, event: push, startedAt: at, endedAt: at }), () => '')
    const rows = summary.split('\n').filter(line => line.startsWith('| '))
    expect(rows.slice(0, 2)).toEqual(['| change | revision | filter | file |', '| --- | --- | --- | --- |'])
    expect(rows[2]).toMatch(
      /^\| added \| 0003 \| a&#124;b \| \[db\/orders\/0003\\_add\.sql\]\(https:\/\/github/,
    )
    expect(rows).toHaveLength(4)
    expect(rows[3]).not.toMatch(/[^\\]\](?!\()|<img>/)
  })
})
