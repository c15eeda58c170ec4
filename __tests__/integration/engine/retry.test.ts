/** A revision that others keep from its locks: tried again, told with who is in the way, and run exactly once. */
import { expect, test } from '@jest/globals'
import type { ClientBase } from 'pg'
import { withClient } from '../../../script/postgres.mjs'
import type { GateEvent } from '../../../src/report/reporter.ts'
import { eventually, runIn, useBench } from '../../support/gate.ts'
import { bendWire } from '../../support/wire.ts'

const bench = useBench()
const versions = async () => (await bench.history()).map(row => row.version)
const retries = (events: GateEvent[]) => events.flatMap(event => (event.kind === 'retrying' ? [event] : []))

/** A session of another program that has a table for itself. */
const holding = (table: string, work: (holder: ClientBase) => Promise<void>): Promise<void> =>
  withClient(bench.database.url, async holder => {
    await holder.query(`set application_name = 'web 1'`)
    await holder.query(`begin; lock table ${table}; select 'somebody''s data'`)
    await work(holder)
  })

const three = {
  '0001_a.sql': 'create table a (n int);',
  '0002_b.sql': 'create table b (); insert into a values (2); alter table a add column b int;',
  '0003_c.sql': 'create table c ();',
}

test('one that gets its lock at a later attempt is applied once, and so is what was sent ahead behind it', async () => {
  bench.write(three)
  await bench.run({ revision: '1' })
  await holding('a', async holder => {
    const { report, database, events, log } = await bench.run(
      { 'lock-timeout': '1s' },
      { on: event => void (event.kind === 'retrying' && holder.query('rollback')) },
    )
    expect(report.gate).toBe('open')
    expect(database).toMatchObject({ applied: ['0002', '0003'], to: ['0003'] })
    const told = events.flatMap(event => {
      if (event.kind === 'started') return [`started ${event.revision.id} ${event.index}/${event.total}`]
      if (event.kind === 'retrying') return [`again ${event.revision.id} ${event.retry.attempt}`]
      return event.kind === 'ended' ? [`ended ${event.outcome.revision.id}`] : []
    })
    expect(told).toEqual(['started 0002 1/2', 'again 0002 2', 'ended 0002', 'started 0003 2/2', 'ended 0003'])
    expect(log).toMatch(
      /🔁 0002 b did not get a lock in time \(55P03\) and was rolled back; attempt 2 of 6 in [\d.]+ m?s\. In its way: pid \d+ \(user \S+, web 1\), idle in transaction for \d+ s(?:, in a transaction of \d+ s)?, last ran: begin; lock table a; select '…'\.$/m,
    )
    expect(log).not.toContain('data')
  })
  expect(await bench.query('select n from a')).toEqual([{ n: 2 }])
  expect(await bench.tables()).toEqual(['a', 'b', 'c'])
  expect(await versions()).toEqual(['0001', '0002', '0003'])
})

test('given up: rolled back, with who is in the way and what to type next', async () => {
  bench.write(three)
  await bench.run({ revision: '1' })
  await holding('a', async () => {
    const { fault, events, database } = await bench.run({ 'lock-timeout': '200ms' })
    expect(retries(events).map(({ retry }) => retry.attempt)).toEqual([2, 3, 4, 5, 6])
    expect(fault).toMatchObject({
      id: 'revision-blocked',
      server: { code: '55P03' },
      state: 'All of 0002 was rolled back: the database is at 0001, as before.',
      place: { path: 'migrations/0002_b.sql', line: 1 },
      next: [{ command: 'upgrade', with: { 'lock-timeout': '30s' } }],
    })
    expect(fault?.message).toMatch(
      /^Revision 0002 b did not get a lock in time at statement 2 of 3 in 6 attempts over \d+ s \(55P03\); in its way: pid \d+ \(user \S+, web 1\), idle in transaction/,
    )
    expect(fault?.cure).toMatch(/select pg_terminate_backend\(\d+\)/)
    expect(database.outcomes.map(outcome => outcome.result)).toEqual(['failed', 'skipped'])
  })
  expect(await bench.tables()).toEqual(['a'])
  expect(await versions()).toEqual(['0001'])
})

test('who waits in the queue before us is named with whom it waits for', async () => {
  bench.write(three)
  await bench.run({ revision: '1' })
  await holding('a', async () => {
    await withClient(bench.database.url, async queued => {
      const waits = queued.query(`set lock_timeout = '20s'; alter table a add column other int`)
      const ended = waits.catch(() => undefined)
      await eventually(async () => (await bench.query('select 1 from pg_locks where not granted')).length > 0)
      const { fault } = await bench.run({ 'lock-timeout': '200ms' })
      expect(fault?.message).toMatch(/itself waiting for pid \d+/)
      await bench.query(
        `select pg_cancel_backend(pid) from pg_stat_activity where query like '%other int%' and pid <> pg_backend_pid()`,
      )
      await ended
    })
  })
})

test('the winner of a deadlock is named, and the loser is tried again', async () => {
  bench.write({
    '0001_a.sql': 'create table a (n int); create table b (n int);',
    '0002_b.sql': 'insert into a values (1); lock table a; select pg_sleep(0.3); lock table b;',
  })
  await bench.run({ revision: '1' })
  await holding('b', async holder => {
    const run = bench.run({ 'lock-timeout': '0' })
    await eventually(
      async () =>
        (await bench.query(`select 1 from pg_locks where relation = 'b'::regclass and not granted`))[0],
    )
    // Theirs waits for ours, which has waited longer and gives way.
    const theirs = holder.query('lock table a').then(() => holder.query('commit'))
    const { report, events, log } = await run
    await theirs
    expect(report.gate).toBe('open')
    expect(retries(events).map(({ retry }) => retry.code)).toEqual(['40P01'])
    expect(log).toMatch(/deadlock \(40P01\) and was rolled back; .* In its way: pid \d+ \(user \S+, web 1\)/)
  })
  expect(await bench.query('select n from a')).toEqual([{ n: 1 }])
})

test('a history table that is locked is a lock as well', async () => {
  bench.write(three)
  await bench.run({ revision: '1' })
  await holding('migration_history in share mode', async holder => {
    const { report, events } = await bench.run(
      { 'lock-timeout': '100ms' },
      { on: event => void (event.kind === 'retrying' && holder.query('rollback')) },
    )
    expect(report.gate).toBe('open')
    expect(retries(events)).toHaveLength(1)
  })
  expect(await versions()).toEqual(['0001', '0002', '0003'])
})

test('interrupted in the pause before an attempt: nothing is tried any more', async () => {
  bench.write(three)
  await bench.run({ revision: '1' })
  await holding('a', async () => {
    const stop = new AbortController()
    const { fault, events, database } = await bench.run(
      { 'lock-timeout': '2s' },
      {
        signal: stop.signal,
        on: event => void (event.kind === 'retrying' && setTimeout(() => stop.abort(), 50)),
      },
    )
    expect(retries(events)).toHaveLength(1)
    expect(fault).toMatchObject({
      id: 'interrupted-pause',
      exit: 130,
      state: 'All of 0002 was rolled back: the database is at 0001, as before.',
    })
    expect(database).toMatchObject({ applied: [], to: ['0001'] })
  })
  expect(await bench.tables()).toEqual(['a'])
})

test('interrupted while it waits for a lock: cancelled, and the one in its way is not', async () => {
  bench.write(three)
  await bench.run({ revision: '1' })
  await holding('a', async holder => {
    const stop = new AbortController()
    const run = bench.run({ 'lock-timeout': '0' }, { signal: stop.signal })
    await eventually(
      async () =>
        (await bench.query(`select 1 from pg_locks where relation = 'a'::regclass and not granted`))[0],
    )
    const busy = holder.query('select pg_sleep(1)')
    stop.abort()
    const { fault } = await run
    expect(fault).toMatchObject({ id: 'interrupted', exit: 130 })
    await busy
    await holder.query('commit')
  })
  expect(await bench.tables()).toEqual(['a'])
  // And none of what was cancelled hits the next run.
  expect((await bench.run()).database.to).toEqual(['0003'])
})

test('a database without a connection to spare: it is tried again, and says that nobody was seen', async () => {
  bench.write(three)
  await bench.run({ revision: '1' })
  const { name } = bench.database
  await holding('a', async holder => {
    await bench.superuser(`alter role "${name}" connection limit 2`)
    const { report, log } = await bench.run(
      { 'lock-timeout': '100ms' },
      { on: event => void (event.kind === 'retrying' && holder.query('rollback')) },
    )
    await bench.superuser(`alter role "${name}" connection limit -1`)
    expect(report.gate).toBe('open')
    expect(log).toMatch(/attempt 2 of 6 in [\d.]+ m?s\.$/m)
  })
})

test('outside of a transaction nothing is tried again: what was done stays, and who is in the way is named', async () => {
  bench.write({
    '0001_a.sql': 'create table a (n int);',
    '0002_b.sql':
      '-- migrate:up transaction:false\ncreate table b ();\nalter table a add column b int;\ncreate index concurrently a_n on a (n);',
  })
  await bench.run({ revision: '1' })
  await holding('a', async () => {
    const { fault, events } = await bench.run({ 'lock-timeout': '1s' })
    expect(retries(events)).toEqual([])
    expect(fault?.message).toMatch(/at statement 2 of 3 \(55P03\); in its way: pid \d+ \(user \S+, web 1\)/)
    expect(fault?.state).toContain('The next run goes on with statement 2.')
  })
  expect((await bench.run()).database.to).toEqual(['0002'])
})

test('it begins again with the one that failed: what was applied before it stays, what was sent behind it is sent anew', async () => {
  const before = { '0002_before.sql': 'create table before ();', '0003_z.sql': 'create table z ();' }
  const failing = { '0004_b.sql': 'alter table a add column b int;', '0005_c.sql': 'create table c ();' }
  bench.write({ '0001_a.sql': 'create table a (n int);', ...before, ...failing })
  await bench.run({ revision: '1' })
  const wire = await bendWire(bench.database.url, {})
  await holding('a', async holder => {
    const { database } = await runIn(bench.project.path, wire.url, {
      inputs: { 'lock-timeout': '100ms' },
      on: event => void (event.kind === 'retrying' && holder.query('rollback')),
    })
    expect(database.applied).toEqual(['0002', '0003', '0004', '0005'])
  })
  await wire.close()
  const sent = wire.queries.flatMap(text => /^create table \w+|^alter table a/.exec(text)?.[0] ?? [])
  const again = ['alter table a', 'create table c']
  expect(sent).toEqual(['create table before', 'create table z', ...again, ...again])
  expect(await versions()).toEqual(['0001', '0002', '0003', '0004', '0005'])
})

test('beside a session that takes and gives up locks at random: every revision once, in as many runs as it takes', async () => {
  const ids = Array.from({ length: 25 }, (_, i) => String(i + 2).padStart(4, '0'))
  bench.write({
    '0001_a.sql': 'create table a (n int); create table done (id text);',
    ...Object.fromEntries(
      ids.map(id => [
        `${id}_add.sql`,
        `insert into done values ('${id}'); alter table a add column c${id} int;`,
      ]),
    ),
  })
  await bench.run({ revision: '1' })
  const stop = new AbortController()
  let held = (): void => undefined
  const first = new Promise<void>(resolve => {
    held = resolve
  })
  const other = withClient(bench.database.url, async holder => {
    // The first time for certain, and longer than a revision waits.
    await holder.query('begin; lock table a')
    held()
    await holder.query('select pg_sleep(0.3); commit')
    while (!stop.signal.aborted) {
      await holder.query('begin; lock table a; select pg_sleep(random() * 0.15); commit')
      await holder.query('select pg_sleep(random() * 0.1)')
    }
  })
  await first
  const runs = []
  do runs.push(await bench.run({ 'lock-timeout': '50ms' }))
  while (runs.at(-1)?.report.gate !== 'open' && runs.length < 20)
  stop.abort()
  await other
  expect(runs.at(-1)?.report.gate).toBe('open')
  expect(runs.flatMap(run => retries(run.events)).length).toBeGreaterThan(0)
  expect(runs.flatMap(run => run.database.applied)).toEqual(ids)
  expect((await bench.query('select id from done order by 1')).map(row => row.id)).toEqual(ids)
  expect(await versions()).toEqual(['0001', ...ids])
})

test('a way down is tried again as well, and is offered again when it is given up', async () => {
  bench.write({
    '0001_a.sql': 'create table a (n int);',
    '0002_b.sql':
      '-- migrate:up\ncreate table b ();\n-- migrate:down\ndrop table b; insert into a values (1);',
  })
  await bench.run()
  const inputs = { command: 'downgrade', revision: '1', 'lock-timeout': '100ms' }
  await holding('b', async () => {
    const { fault, events } = await bench.run(inputs)
    expect(retries(events)).toHaveLength(5)
    expect(fault).toMatchObject({
      id: 'revision-blocked',
      next: [{ command: 'downgrade', revision: '0001' }],
    })
  })
  await holding('b', async holder => {
    const on = (event: GateEvent) => void (event.kind === 'retrying' && holder.query('rollback'))
    const { database } = await bench.run(inputs, { on })
    expect(database.to).toEqual(['0001'])
  })
  expect(await bench.query('select n from a')).toEqual([{ n: 1 }])
})
