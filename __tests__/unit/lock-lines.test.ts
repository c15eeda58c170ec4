import { describe, expect, test } from '@jest/globals'
import { type SeenSession, saySession, saySessions } from '../../src/database/sessions.ts'
import { countTries, isLockFailure } from '../../src/engines/tries.ts'
import { lockLine } from '../../src/report/lock-lines.ts'
import { sayAge } from '../../src/text.ts'

const session: SeenSession = {
  pid: 77,
  kind: 'client backend',
  user: 'app',
  application: 'web 1',
  since: '2026-11-23 14:02:07',
  state: 'active',
  inState: 3,
  inStatement: 3,
  inTransaction: 3,
  query: 'select * from orders',
  behind: null,
}
const idle = { state: 'idle in transaction', inState: 125, inTransaction: 7325 }

describe('a session in one line', () => {
  test.each<[string, Partial<SeenSession>, string]>([
    ['that works', {}, 'pid 77 (user app, web 1), active for 3 s, runs: select * from orders'],
    [
      'whose transaction is older than its statement',
      { inTransaction: 60 },
      'pid 77 (user app, web 1), active for 3 s, in a transaction of 1 min, runs: select * from orders',
    ],
    [
      'idle in a transaction',
      idle,
      'pid 77 (user app, web 1), idle in transaction for 2 min 5 s, in a transaction of 2 h 2 min, last ran: select * from orders',
    ],
    ['idle', { state: 'idle', inTransaction: null }, 'pid 77 (user app, web 1), idle for 3 s'],
    ['without a name', { application: '' }, 'pid 77 (user app), active for 3 s, runs: select * from orders'],
    [
      'that waits itself',
      { behind: [5, 6] },
      'pid 77 (user app, web 1), active for 3 s, runs: select * from orders, itself waiting for pid 5, 6',
    ],
    [
      'of the server',
      { kind: 'autovacuum worker', user: null, application: '', query: 'autovacuum: VACUUM public.orders' },
      'autovacuum worker pid 77, active for 3 s, runs: autovacuum: VACUUM public.orders',
    ],
    [
      'of another role',
      { state: null, kind: null },
      'pid 77 (user app, web 1), whose work our role may not see (pg_read_all_stats)',
    ],
    [
      'that is gone',
      { kind: null, user: null, application: null, state: null },
      'pid 77, which has just ended',
    ],
    [
      'that nobody has',
      { pid: 0, application: null },
      'a prepared transaction (select * from pg_prepared_xacts)',
    ],
  ])('%s', (_, more, line) => {
    expect(saySession({ ...session, ...more })).toBe(line)
  })

  test('no string, comment or control of its statement is shown, and its name steers nothing', () => {
    const query = `alter role x password 'hunter2' -- hunter3\n; do $$ hunter4 $$; select E'\\'hunter5`
    const line = saySession({ ...session, query, application: 'a\n::error::b\x1b[31m' })
    expect(line).not.toMatch(/hunter|\x1b|\n/)
    expect(line).toContain(`runs: alter role x password '…' ; do '…'; select '…'`)
  })

  test('nor a long number, which may be that of a card or a person', () => {
    const query = 'update pay set pan = 4111111111111111, tel=0049151.5 from o_2024 limit 10'
    const line = saySession({ ...session, query })
    expect(line).toContain('runs: update pay set pan = …, tel=… from o_2024 limit 10')
  })

  test('of several, two', () => {
    expect(saySessions([1, 2, 3, 4].map(pid => ({ ...session, pid })))).toMatch(
      /^pid 1 .*; pid 2 .*; and 2 more$/,
    )
  })
})

test.each([
  [0, '0 s'],
  [59.9, '59 s'],
  [60, '1 min'],
  [3_725, '1 h 2 min'],
  [200_000, '2 d 7 h'],
])('an age of %d s', (seconds, text) => expect(sayAge(seconds)).toBe(text))

describe('attempts', () => {
  test.each([
    [5_000, [5_000, 10_000, 15_000, 15_000, 15_000]],
    [100, [100, 200, 400, 800, 1_600]],
    [0, [1_000, 2_000, 4_000, 8_000, 15_000]],
  ])(
    'with a lock timeout of %d ms there are six, after pauses of half to all of %j',
    (lockTimeoutMs, pauses) => {
      const tries = countTries(6)
      for (const most of pauses) {
        const ms = tries.fail(lockTimeoutMs) as number
        expect(ms).toBeGreaterThanOrEqual(most / 2)
        expect(ms).toBeLessThanOrEqual(most)
      }
      expect(tries.fail(lockTimeoutMs)).toBeUndefined()
    },
  )

  test('two that met do not pause alike', () => {
    expect(countTries(6).fail(5_000)).not.toBe(countTries(6).fail(5_000))
  })

  test('only what others have done is tried again', () => {
    expect(['55P03', '40P01', '40001', '57014', '', undefined].filter(isLockFailure)).toEqual([
      '55P03',
      '40P01',
    ])
  })
})

test('lines of what is waited for', () => {
  const revision = { id: '0003', name: 'status', path: 'x' }
  const retry = { code: '55P03', attempt: 2, most: 6, pauseMs: 4_200, blocked: 'pid 77' }
  const statement = 'alter table orders add status text'
  const lines = [
    lockLine({ kind: 'waiting', database: 'orion', holder: 'pid 77', elapsedMs: 65_400 }),
    lockLine({ kind: 'running', database: '', revision, statement, elapsedMs: 10_000, blocked: '' }),
    lockLine({ kind: 'running', database: '', revision, statement, elapsedMs: 20_000, blocked: 'pid 77' }),
    lockLine({ kind: 'retrying', database: '', revision, retry }),
    lockLine({ kind: 'retrying', database: '', revision, retry: { ...retry, code: '40P01', blocked: '' } }),
  ]
  expect(lines.map(({ text }) => text)).toEqual([
    '⏳ orion: waiting for the gate lock (1 min 5 s): held by pid 77',
    '   … 10 s in: alter table orders add status text',
    '   … 20 s in: alter table orders add status text; waits for a lock, in its way: pid 77',
    '   🔁 0003 status did not get a lock in time (55P03) and was rolled back; attempt 2 of 6 in 4.2 s. In its way: pid 77.',
    '   🔁 0003 status was the one to give way in a deadlock (40P01) and was rolled back; attempt 2 of 6 in 4.2 s.',
  ])
})
