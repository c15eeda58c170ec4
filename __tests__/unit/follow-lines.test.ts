import { expect, test } from '@jest/globals'
import type { FollowUp } from '../../src/after/follow-up.ts'
import { noteFollowUps } from '../../src/after/list.ts'
import { sayApproval } from '../../src/report/approval.ts'
import { followParts } from '../../src/report/follow-lines.ts'
import { renderEvent } from '../../src/report/lines.ts'
import type { GateEvent } from '../../src/report/reporter.ts'

const followUp = (more: Partial<FollowUp> = {}): FollowUp => ({
  kind: 'after',
  name: 'db/roles.sql',
  result: 'done',
  durationMs: 12,
  did: ['grant select on orders to reader'],
  ...more,
})
const said = (event: GateEvent) => renderEvent(event, () => '').map(({ tone, text }) => [tone, text])
const database = 'orion'

test('what follows is said as it happens', () => {
  const name = 'db/roles.sql'
  expect(said({ kind: 'follow-started', database, what: 'after', name })).toEqual([
    ['plain', '🔧 orion: db/roles.sql (`after`)'],
  ])
  expect(said({ kind: 'follow-running', database, statement: "select '…'", elapsedMs: 20_400 })).toEqual([
    ['dim', "   … 20.4 s in: select '…'"],
  ])
  expect(said({ kind: 'follow-ended', database: 'default', followUp: followUp() })).toEqual([
    ['good', '   ✅ db/roles.sql (`after`) in 12 ms: grant select on orders to reader'],
  ])
  expect(said({ kind: 'follow-ended', database, followUp: followUp({ result: 'failed', did: [] }) })).toEqual(
    [['bad', '   ❌ orion: db/roles.sql (`after`) failed after 12 ms']],
  )
  const command = followUp({ kind: 'smoke-command', name: 'npm test', did: [] })
  expect(said({ kind: 'follow-ended', database, followUp: command })).toEqual([
    ['good', '   ✅ orion: the `smoke-command` npm test in 12 ms'],
  ])
})

test('a name of a file cannot steer the log', () => {
  const followUps = followUp({ name: 'a\n::error::b\u001b[31m.sql' })
  for (const [, text] of said({ kind: 'follow-ended', database, followUp: followUps }))
    expect(text).not.toMatch(/[\n\u001b]/)
})

test('in the summary each has a line', () => {
  const parts = followParts(
    [
      followUp(),
      followUp({ kind: 'smoke', name: 'db/smoke.sql', result: 'failed', did: [] }),
      followUp({ kind: 'smoke-command', name: 'npm test', result: 'skipped', did: [] }),
    ],
    text => text.toUpperCase(),
  )
  expect(parts).toEqual([
    '- ✅ DB/ROLES.SQL (`AFTER`) IN 12 MS: GRANT SELECT ON ORDERS TO READER\n' +
      '- ❌ DB/SMOKE.SQL (`SMOKE`) FAILED\n' +
      '- ⏭️ THE `SMOKE-COMMAND` NPM TEST WAS NOT RUN',
  ])
  expect(followParts([], text => text)).toEqual([])
})

test('before an upgrade it is said what will follow', () => {
  expect(noteFollowUps('default', undefined)).toEqual([])
  const script = { path: 'db/roles.sql', text: '', statements: [] }
  const followUps = { after: [script], smoke: [], command: ['npm', 'test'], problems: [] }
  expect(noteFollowUps('orion', followUps)).toEqual([
    {
      kind: 'applies-now',
      database: 'orion',
      text: 'then db/roles.sql (`after`), the `smoke-command` npm test',
    },
  ])
})

test('a plan says what approves it, for as many databases as it has; what has nothing to run says nothing', () => {
  const report = (command: string, databases: object[]) =>
    sayApproval({ command, databases } as unknown as Parameters<typeof sayApproval>[0])
  const [a, b] = [
    { name: 'a', plan: 'aa', pending: ['1'] },
    { name: 'b', plan: 'bb', pending: [] },
  ]
  expect(report('plan', [{ ...a, name: 'default' }])).toBe('to run this plan and no other: approved-plan aa')
  expect(report('plan', [a, b])).toBe('to run this plan and no other: approved-plan a:aa,b:bb')
  expect(report('plan', [b])).toBe('')
  expect(report('plan', [{ ...b, plan: 'bb-cc' }])).toContain('b:bb-cc')
  expect(report('plan', [a, { ...b, plan: '' }])).toBe('')
  expect(report('upgrade', [a])).toBe('')
})
