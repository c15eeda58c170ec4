import { expect, test } from '@jest/globals'
import { withClient } from '../../../script/postgres.mjs'
import { lockKey } from '../../../src/database/lock.ts'
import { eventually, useBench } from '../../support/gate.ts'
import { ofThisDatabase } from '../../support/postgres.ts'

const bench = useBench()
const key = () => lockKey(bench.database.name, 'public.migration_history')

test('two gates at once apply each revision once; the second waits, says for whom, and sees the new state', async () => {
  bench.write({
    '0001_a.sql': 'create table a (); select pg_sleep(1);',
    '0002_b.sql': 'create table b ();',
  })
  const first = bench.run()
  await eventually(async () => (await locks()).length > 0)
  const second = bench.run()
  const [one, two] = await Promise.all([first, second])
  expect(one.database.applied).toEqual(['0001', '0002'])
  expect(two.report).toMatchObject({ gate: 'open', status: 'up-to-date' })
  // Under the lock there was nothing left: the plan that was made before it is not the one that counts.
  expect(two.events.filter(event => event.kind === 'plan')[0]).toMatchObject({ plan: { pending: [{}, {}] } })
  expect(two.database).toMatchObject({ from: ['0002'], to: ['0002'], pending: [], applied: [] })
  expect(two.log).toMatch(
    /waiting for the gate lock \(0 s\): held by pid \d+ \(user .+, migration-gate.*\), connected since [\d: -]+ UTC/,
  )
  expect(two.log).toContain('Another run has applied 0001, 0002 while this one waited for the lock.')
  expect(one.log).not.toContain('Another run has')
  expect((await bench.history()).length).toBe(2)
})

test('a statement of a run that is alive is waited for: nothing is half applied yet', async () => {
  bench.write({
    '0001_a.sql':
      '-- migrate:up transaction:false\ncreate table a ();\ndo $$ begin perform pg_sleep(1.5); end $$;',
  })
  const first = bench.run()
  await eventually(async () => {
    const busy = `select 1 from pg_stat_activity where state = 'active' and query like 'do $$%' and datname = current_database()`
    return (await bench.query(busy)).length > 0
  })
  const plan = await bench.run({ command: 'plan' })
  expect(plan.database.problems).toEqual([])
  expect(plan.log).toMatch(/0001 is not finished, and another run has the gate lock: pid \d+/)
  const second = await bench.run()
  expect((await first).report.status).toBe('upgraded')
  expect(second.report).toMatchObject({ gate: 'open', status: 'up-to-date' })
})

const locks = () =>
  bench.query(`select 1 from pg_locks where locktype = 'advisory' and granted and ${ofThisDatabase}`)

test('over the time of `wait` the gate is closed with the holder named', async () => {
  bench.write({ '0001_a.sql': 'create table a ();' })
  await withClient(bench.database.url, async holder => {
    await holder.query(`set application_name = 'somebody else'`)
    await holder.query('select pg_advisory_lock($1::bigint)', [key()])
    const { fault, report, database } = await bench.run({ wait: '300ms' })
    expect(report.gate).toBe('closed')
    expect(fault).toMatchObject({ id: 'lock-wait', exit: 1 })
    const since = String.raw`\(user \S+, somebody else\), connected since [\d-]{10} [\d:]{8} UTC`
    expect(fault?.message).toMatch(
      new RegExp(`for longer than 300ms: pid \\d+ ${since}, idle for \\d+ s\\.$`),
    )
    expect(fault?.cure).toMatch(/end it \(select pg_terminate_backend\(\d+\)\)/)
    expect(fault?.next).toEqual([{ command: 'upgrade', with: { wait: '30m' } }])
    // What it runs is said while it runs: no more than the first words, and no string in them.
    const busy = holder.query(`select pg_sleep(3), '::error::s3cret\u001b[31m'`)
    const again = await bench.run({ wait: '300ms' })
    expect(again.fault?.message).toMatch(
      new RegExp(`${since}, active for \\d+ s, runs: select pg_sleep\\(3\\), '…'\\.$`),
    )
    expect(again.log).not.toContain('s3cret')
    await busy
    expect(database).toMatchObject({ applied: [], to: [] })
    // Neither a plan nor a run with nothing to do asks for the lock.
    expect((await bench.run({ command: 'plan' })).report.gate).toBe('open')
  })
  expect((await bench.run()).report.status).toBe('upgraded')
})

test('stamp waits for it as well', async () => {
  bench.write({ '0001_a.sql': 'create table a ();' })
  await withClient(bench.database.url, async holder => {
    await holder.query('select pg_advisory_lock($1::bigint)', [key()])
    const { fault } = await bench.run({ command: 'stamp', revision: 'head', wait: '200ms' })
    expect(fault?.id).toBe('lock-wait')
  })
})

test('another history table is another lock', async () => {
  bench.write({ '0001_a.sql': 'create table a ();' })
  await withClient(bench.database.url, async holder => {
    await holder.query('select pg_advisory_lock($1::bigint)', [key()])
    expect((await bench.run({ 'history-table': 'other_history', wait: '0' })).report.status).toBe('upgraded')
  })
})

test('who waits holds no snapshot: CREATE INDEX CONCURRENTLY of the holder goes through', async () => {
  bench.write({
    '0001_a.sql': 'create table a (id int);',
    '0002_b.sql':
      '-- migrate:up transaction:false\nselect pg_sleep(0.5);\ncreate index concurrently i on a (id);',
  })
  const [one, two] = await Promise.all([bench.run(), bench.run()])
  expect([one.report.gate, two.report.gate]).toEqual(['open', 'open'])
  expect([...one.database.applied, ...two.database.applied].sort()).toEqual(['0001', '0002'])
})

test('a holder of another role: what it does is hidden from ours, and that is said', async () => {
  bench.write({ '0001_a.sql': 'create table a ();' })
  await withClient(bench.database.superuserUrl, async holder => {
    await holder.query('select pg_advisory_lock($1::bigint)', [key()])
    const { fault } = await bench.run({ wait: '0' })
    expect(fault?.message).toMatch(/: pid \d+ \(user \w+.*\), whose work our role may not see/)
  })
})

test('interrupted while it waits: nothing was begun, and nobody else is cancelled', async () => {
  bench.write({ '0001_a.sql': 'create table a ();' })
  await withClient(bench.database.url, async holder => {
    await holder.query('select pg_advisory_lock($1::bigint)', [key()])
    const stop = new AbortController()
    const busy = holder.query('select pg_sleep(1)')
    const { fault, database } = await bench.run(
      {},
      { signal: stop.signal, on: event => (event.kind === 'waiting' ? stop.abort() : undefined) },
    )
    expect(fault).toMatchObject({ id: 'interrupted', exit: 130 })
    expect(database).toMatchObject({ applied: [], to: [] })
    await busy
  })
  expect(await bench.tables()).toEqual([])
})
