/**
 * Revisions are sent ahead of the answers to those before them. Each way in which one could be run or recorded that
 * may not: made to happen, on the wire where no revision can make it happen by itself.
 */
import { expect, test } from '@jest/globals'
import { withClient } from '../../../script/postgres.mjs'
import { lockKey } from '../../../src/database/lock.ts'
import { eventually, runIn, useBench } from '../../support/gate.ts'
import { ofThisDatabase } from '../../support/postgres.ts'
import type { Files } from '../../support/repo.ts'
import { bendWire, type Wire, type WireOptions } from '../../support/wire.ts'

const bench = useBench()

/** Runs over a bent wire; `sent` are the texts that reached the server. */
async function runOver(options: WireOptions, more: { on?: (wire: Wire) => void } = {}) {
  const wire = await bendWire(bench.database.url, options)
  try {
    more.on?.(wire)
    return { ...(await runIn(bench.project.path, wire.url)), queries: wire.queries, trips: wire.trips }
  } finally {
    await wire.close()
  }
}

const tablesOf = (count: number): Files =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => {
      const id = String(i + 1).padStart(4, '0')
      return [`${id}_make.sql`, `create table t${id} ();`]
    }),
  )
const results = (run: { database: { outcomes: { result: string }[] } }) =>
  run.database.outcomes.map(outcome => outcome.result).join(' ')
const versions = async () => (await bench.history()).map(row => row.version)
const wasSent = (queries: string[], text: string) => queries.some(query => query.includes(text))

/** Replaces texts in the messages that belong to one revision's transaction: its opening, its record. */
const inRecordOf = (id: string, from: string | RegExp, to: string) => (text: string) =>
  text.includes(`values ('${id}',`) ? text.replace(from, to) : text
const isOpening = (text: string) => text.startsWith('begin') && text.includes('set local')
/** The opening that asks for the revision before. */
const inOpeningAfter = (id: string, from: string | RegExp, to: string) => (text: string) =>
  text.startsWith('begin') && text.includes(`=) '${id}'`) ? text.replace(from, to) : text

test('(a) behind a statement that fails, everything that was sent is refused', async () => {
  bench.write({
    ...tablesOf(4),
    '0002_make.sql': 'create table t0002 ();\nselect nope;\ncreate table never ();',
  })
  const run = await runOver({})
  expect(wasSent(run.queries, 'create table t0004')).toBe(true)
  expect(results(run)).toBe('applied failed skipped skipped')
  expect(run.fault).toMatchObject({
    id: 'revision-failed',
    place: { path: 'migrations/0002_make.sql', line: 2, column: 8 },
    state: 'All of 0002 was rolled back: the database is at 0001, as before.',
  })
  expect(run.log.match(/nope/g)).toHaveLength(3)
  expect(run.log).not.toContain('current transaction is aborted')
  expect(await bench.tables()).toEqual(['t0001'])
})

test('(b) a COMMIT that fails: the next BEGIN succeeds, and its guard stops what follows', async () => {
  bench.write({
    ...tablesOf(4),
    '0001_make.sql': `create table a (id int primary key);
      create table b (a int references a deferrable initially deferred);
      create function late() returns trigger language plpgsql as $$ begin
        if new.version = '0002' then set constraints all deferred; insert into b values (7); end if;
        return null; end $$;
      create trigger late after insert on migration_history for each row execute function late();`,
  })
  const run = await runOver({})
  expect(wasSent(run.queries, 'create table t0004')).toBe(true)
  expect(results(run)).toBe('applied failed skipped skipped')
  expect(run.fault).toMatchObject({ id: 'revision-commit', server: { code: '23503' } })
  expect(run.database.to).toEqual(['0001'])
  expect(await bench.tables()).toEqual(['a', 'b'])
  expect(await versions()).toEqual(['0001'])
})

test('(c) a transaction that is left unseen: what follows in it is refused, and nothing is recorded', async () => {
  bench.write({
    ...tablesOf(4),
    '0002_make.sql': `create table early ();\nselect 'leave';\ncreate table late ();`,
  })
  const run = await runOver({ edit: text => (text === `select 'leave'` ? 'commit' : text) })
  expect(wasSent(run.queries, 'create table t0004')).toBe(true)
  expect(results(run)).toBe('applied failed skipped skipped')
  expect(run.fault).toMatchObject({ id: 'revision-escaped', place: { line: 2 } })
  // What stood before the COMMIT is there, as the fault says; nothing after it.
  expect(await bench.tables()).toEqual(['early', 't0001'])
  expect(await versions()).toEqual(['0001'])
})

test('(d) a BEGIN that did not take effect: its statements are refused, and so is the record', async () => {
  bench.write({ ...tablesOf(4), '0003_make.sql': 'create table t0003 ();\ncreate table u0003 ();' })
  const run = await runOver({ edit: inOpeningAfter('0002', /^begin/, 'cancelled') })
  expect(wasSent(run.queries, 'create table t0004')).toBe(true)
  expect(results(run)).toBe('applied applied failed skipped')
  expect(run.fault).toMatchObject({
    id: 'query-refused',
    message: expect.stringContaining('transaction of 0003'),
  })
  expect(await bench.tables()).toEqual(['t0001', 't0002'])
  expect(await versions()).toEqual(['0001', '0002'])
})

test('(d) nor are those of the first revision: the session refuses them since the lock', async () => {
  bench.write(tablesOf(2))
  const edit = (text: string) => (isOpening(text) ? text.replace(/^begin/, 'cancelled') : text)
  const run = await runOver({ edit })
  expect(results(run)).toBe('failed skipped')
  expect(wasSent(run.queries, 'create table t0002')).toBe(true)
  expect(await bench.tables()).toEqual([])
})

test('(d) and where it is not known to refuse them, they wait for the BEGIN', async () => {
  bench.write(tablesOf(2))
  const edit = (text: string) =>
    isOpening(text) || text === 'set default_transaction_read_only = on'
      ? text.replace(/^(?:begin|set)/, 'cancelled')
      : text
  const run = await runOver({ edit })
  expect(results(run)).toBe('failed skipped')
  expect(wasSent(run.queries, 'create table t0001')).toBe(false)
  expect(await bench.tables()).toEqual([])
})

test('(d) nor those of a revision that is tried again: its session is fresh, and refuses nothing yet', async () => {
  await bench.query('create table taken ()')
  bench.write({ '0001_make.sql': 'create table t0001 ();\ndrop table taken;' })
  await bench.run({ command: 'stamp', revision: 'base' })
  await withClient(bench.database.url, async holder => {
    await holder.query('begin; lock table taken')
    let again = false
    const wire = await bendWire(bench.database.url, {
      edit: text => (again && isOpening(text) ? text.replace(/^begin/, 'cancelled') : text),
    })
    const on = (event: { kind: string }) => {
      if (event.kind !== 'retrying') return
      again = true
      void holder.query('rollback')
    }
    const run = await runIn(bench.project.path, wire.url, { inputs: { 'lock-timeout': '200ms' }, on })
    await wire.close()
    expect(run.fault).toMatchObject({ id: 'query-refused' })
  })
  expect(await bench.tables()).toEqual(['taken'])
})

test('(e) a COMMIT that is answered with ROLLBACK', async () => {
  bench.write(tablesOf(4))
  const run = await runOver({ edit: inRecordOf('0002', /commit$/, 'rollback') })
  expect(wasSent(run.queries, 'create table t0004')).toBe(true)
  expect(results(run)).toBe('applied failed skipped skipped')
  expect(run.fault).toMatchObject({ id: 'revision-commit', message: expect.stringContaining('ROLLBACK') })
  expect(await bench.tables()).toEqual(['t0001'])
  expect(await versions()).toEqual(['0001'])
})

test.each([
  ['reset all', 'reset all'],
  ['a setting', 'set default_transaction_read_only = off'],
  ['session characteristics', 'set session characteristics as transaction read write'],
  ['a function', `select set_config('default_transaction_' || 'read_only', 'off', false)`],
])('(f) a revision that turns the refusal off by %s: it is on again behind its commit', async (_, off) => {
  bench.write({ ...tablesOf(4), '0002_make.sql': `create table t0002 ();\n${off};` })
  const run = await runOver({ edit: inOpeningAfter('0002', /^begin/, 'cancelled') })
  expect(wasSent(run.queries, 'create table t0004')).toBe(true)
  expect(results(run)).toBe('applied applied failed skipped')
  expect(await bench.tables()).toEqual(['t0001', 't0002'])
})

test.each(['reset all', 'set default_transaction_read_only = off'])(
  '(f) %s in a revision whose BEGIN did not take effect: it was not sent ahead',
  async off => {
    bench.write({ ...tablesOf(4), '0003_make.sql': `${off};\ncreate table t0003 ();` })
    let begun = 0
    const edit = (text: string) =>
      isOpening(text) && ++begun === 3 ? text.replace('begin', 'cancelled') : text
    const run = await runOver({ edit })
    expect(results(run)).toBe('applied applied failed skipped')
    expect(await bench.tables()).toEqual(['t0001', 't0002'])
  },
)

test.each([
  `set transaction_isolation = 'serializable'`,
  `set local transaction_isolation to serializable`,
  `set "transaction_isolation" = 'serializable'`,
])('(g) %s may be the first statement of a revision', async set => {
  bench.write({
    '0001_a.sql': 'create table seen (level text);',
    '0002_b.sql': `${set};\nset transaction_deferrable = on;\ninsert into seen select current_setting('transaction_isolation');`,
    '0003_c.sql': `insert into seen select current_setting('transaction_isolation');`,
  })
  expect((await bench.run()).report.gate).toBe('open')
  expect(await bench.query('select level from seen')).toEqual([
    { level: 'serializable' },
    { level: 'read committed' },
  ])
})

test('a role that is read-only by default stays so: nothing is begun', async () => {
  bench.write({ '0001_a.sql': 'create table a ();' })
  await bench.run()
  await bench.superuser(`alter role "${bench.database.name}" set default_transaction_read_only = on`)
  bench.write({ '0002_b.sql': 'create table b ();' })
  const { fault } = await bench.run()
  await bench.superuser(`alter role "${bench.database.name}" reset default_transaction_read_only`)
  expect(fault).toMatchObject({ id: 'read-only', message: expect.stringContaining(bench.database.name) })
  expect(await bench.tables()).toEqual(['a'])
})

test('the lock that somebody else has got by now stops what was sent ahead', async () => {
  bench.write({
    ...tablesOf(3),
    '0001_make.sql': `create table t0001 ();\nselect pg_sleep(1);\nselect pg_advisory_unlock_all();\nselect pg_sleep(1);`,
  })
  const going = bench.run()
  const locks = () => bench.query(`select from pg_locks where locktype = 'advisory' and ${ofThisDatabase}`)
  await eventually(async () => (await locks()).length > 0)
  await withClient(bench.database.url, async other => {
    await other.query('select pg_advisory_lock($1::bigint)', [
      lockKey(bench.database.name, 'public.migration_history'),
    ])
    const run = await going
    expect(run.fault).toMatchObject({ id: 'lock-lost', message: expect.stringContaining('0002') })
    expect(results(run)).toBe('applied failed skipped')
  })
  expect(await bench.tables()).toEqual(['t0001'])
})

test('a row of the history that somebody removed meanwhile stops what was sent ahead', async () => {
  bench.write(tablesOf(3))
  const run = await runOver({
    edit: inRecordOf('0002', /commit$/, `delete from migration_history where version = '0002'; commit`),
  })
  expect(run.fault).toMatchObject({
    id: 'history-lost',
    message: expect.stringContaining('does not hold 0002'),
  })
  expect(await bench.tables()).toEqual(['t0001', 't0002'])
})

test.each([
  [
    'the one that was not has the fault',
    'create table t0005 ();\nselect pg_sleep(30);',
    { outcome: 'failed', to: '0004', state: 'does not have 0005: it is at 0004.' },
  ],
  [
    'all were, and the last says so',
    'create table t0005 ();',
    { outcome: 'applied', to: '0005', state: 'has 0005: it was committed before the connection went.' },
  ],
])(
  'a connection that goes while several are under way: what was committed is applied, %s',
  async (_, last, then) => {
    bench.write({ ...tablesOf(5), '0005_make.sql': last })
    const wire = await bendWire(bench.database.url, { deafAfterCommits: 2 })
    const going = runIn(bench.project.path, wire.url)
    await eventually(async () => (await versions().catch(() => [])).at(-1) === then.to)
    wire.cut()
    const run = await going
    await wire.close()
    expect(results(run)).toBe(`applied applied applied applied ${then.outcome}`)
    expect(run.report.gate).toBe('closed')
    expect(run.fault).toMatchObject({
      id: 'revision-lost',
      message: expect.stringContaining('revision 0005 make'),
      state: expect.stringContaining(then.state),
    })
    expect(run.database.to).toEqual([then.to])
  },
)

test('in few round trips, however many revisions', async () => {
  bench.write(tablesOf(2))
  const two = await runOver({ delayMs: 30 })
  bench.write(Object.fromEntries(Object.entries(tablesOf(102)).slice(2)))
  const hundred = await runOver({ delayMs: 30 })
  expect(hundred.database.applied).toHaveLength(100)
  // What is written in one go may still come in pieces; one by one it would be three hundred.
  expect(hundred.trips).toBeLessThanOrEqual(two.trips + 10)
})

test('in as few as there can be: the lock with what is read under it, the revisions with what is read behind them', async () => {
  bench.write(tablesOf(1))
  const first = await runOver({ delayMs: 30 })
  bench.write(tablesOf(2))
  const second = await runOver({ delayMs: 30 })
  // To connect four, the question for TLS among them. Where it stands; the history, made or read; the lock with the state
  // again; all revisions with the state at the end; and the goodbye.
  expect([first.trips, second.trips]).toEqual([9, 9])
})

test('notices are told under their revision, and durations do not overlap', async () => {
  bench.write(
    Object.fromEntries(
      ['0001', '0002', '0003'].map(id => [`${id}_say.sql`, `do $$ begin raise notice 'from ${id}'; end $$;`]),
    ),
  )
  const { events } = await bench.run()
  const told = events.flatMap(event => {
    if (event.kind === 'started') return [`started ${event.revision.id}`]
    if (event.kind === 'notice') return [event.message]
    return event.kind === 'ended' ? [`ended ${event.outcome.revision.id}`] : []
  })
  expect(told).toEqual(['0001', '0002', '0003'].flatMap(id => [`started ${id}`, `from ${id}`, `ended ${id}`]))
})

test('an interruption among 400 revisions: what was committed is applied, and nothing is sent after it', async () => {
  bench.write({ ...tablesOf(400), '0200_make.sql': 'create table t0200 ();\nselect pg_sleep(60);' })
  const controller = new AbortController()
  const wire = await bendWire(bench.database.url, {})
  let sent = 0
  const run = await runIn(bench.project.path, wire.url, {
    signal: controller.signal,
    on: event => {
      if (event.kind !== 'ended' || event.outcome.revision.id !== '0100') return
      controller.abort()
      sent = wire.queries.filter(text => text.startsWith('begin')).length
    },
  })
  await wire.close()
  expect(run.fault?.id).toBe('interrupted')
  expect(wire.queries.filter(text => text.startsWith('begin'))).toHaveLength(sent)
  // More than the window holds: those behind it were never sent.
  expect(sent).toBeLessThan(400)
  const history = await versions()
  expect(history.length).toBeGreaterThanOrEqual(100)
  expect(run.database.applied).toEqual(history)
  expect(await bench.tables()).toEqual(history.map(id => `t${id}`))
  bench.write({ '0200_make.sql': 'create table t0200 ();' })
  expect((await bench.run()).database.to).toEqual(['0400'])
})
