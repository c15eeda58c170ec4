/** Alembic, kept from a lock by others: started again where all it did is undone, and only there. */
import { expect, test } from '@jest/globals'
import type { ClientBase } from 'pg'
import { withClient } from '../../../script/postgres.mjs'
import type { GateEvent } from '../../../src/report/reporter.ts'
import { envOf } from '../../support/alembic-env.ts'
import { email, results, useAlembic, users } from '../../support/alembic-gate.ts'
import { eventually } from '../../support/gate.ts'

const bench = useAlembic()
const retries = (events: GateEvent[]) =>
  events.flatMap(event => (event.kind === 'retrying' ? [`${event.revision.id} ${event.retry.attempt}`] : []))

/** A session of another program that has the table `users` for itself. */
const holding = (work: (holder: ClientBase) => Promise<void>): Promise<void> =>
  withClient(bench.url, async holder => {
    await holder.query(`set application_name = 'web 1'`)
    await holder.query('begin; lock table users')
    await work(holder)
  })
const letGo = (holder: ClientBase) => (event: GateEvent) =>
  void (event.kind === 'retrying' && holder.query('rollback'))
const orders = {
  id: 'o1',
  message: 'orders',
  upgrade: 'op.create_table("orders", sa.Column("id", sa.Integer))',
}

test.each(['psycopg', 'asyncpg'] as const)(
  'all of it was rolled back: all of it runs again, %s',
  async driver => {
    const env = driver === 'asyncpg' ? 'async' : 'sync'
    const project = bench.make({ revisions: [users, orders, email], env, driver })
    await bench.run(project, { revision: 'a1' })
    await holding(async holder => {
      const { database, events, log } = await bench.run(
        project,
        { 'lock-timeout': '2s' },
        { on: letGo(holder) },
      )
      expect(database).toMatchObject({ status: 'upgraded', applied: ['o1', 'b2'], to: ['b2'] })
      expect(results(database.outcomes)).toEqual(['o1 applied', 'b2 applied'])
      expect(retries(events)).toEqual(['b2 2'])
      expect(log).toMatch(
        /🔁 b2 email did not get a lock in time \(55P03\) and was rolled back; attempt 2 of 3 in [\d.]+ m?s\. In its way: pid \d+ \(user \S+, web 1\), idle in transaction/,
      )
    })
    expect(await bench.versions()).toEqual(['b2'])
  },
)

test('a part was committed: it stays, and the rest is tried again', async () => {
  const project = bench.make({
    revisions: [users, orders, email],
    configure: 'transaction_per_migration=True',
  })
  await bench.run(project, { revision: 'a1' })
  await holding(async holder => {
    const { database, report } = await bench.run(project, { 'lock-timeout': '500ms' }, { on: letGo(holder) })
    expect(report.gate).toBe('open')
    expect(results(database.outcomes)).toEqual(['o1 applied', 'b2 applied'])
    expect(database).toMatchObject({ from: ['a1'], to: ['b2'], pending: ['o1', 'b2'], applied: ['o1', 'b2'] })
  })
})

test.each(['+2', 'o1@+2'])(
  'a part was committed, and the target %s counts from where it stands: no more than was asked for',
  async revision => {
    const revisions = [users, orders, email, { id: 'd4', upgrade: 'pass' }]
    const project = bench.make({ revisions, configure: 'transaction_per_migration=True' })
    await bench.run(project, { revision: 'a1' })
    await holding(async () => {
      const { database, events } = await bench.run(project, { revision, 'lock-timeout': '300ms' })
      expect(retries(events)).toEqual([])
      expect(results(database.outcomes)).toEqual(['o1 applied', 'b2 failed'])
    })
  },
)

test.each([1000, 300])(
  'given up after three attempts of %d ms: who is in the way, what to type next',
  async ms => {
    const project = bench.make({ revisions: [users, orders, email] })
    await bench.run(project, { revision: 'a1' })
    await holding(async () => {
      const { database, events, fault } = await bench.run(project, { 'lock-timeout': `${ms}ms` })
      expect(retries(events)).toEqual(['b2 2', 'b2 3'])
      // The server has waited for so long.
      expect(database.outcomes.at(-1)?.durationMs).toBeGreaterThanOrEqual(ms - 1)
      expect(results(database.outcomes)).toEqual(['o1 rolled-back', 'b2 failed'])
      expect(fault).toMatchObject({
        id: 'revision-blocked',
        place: { path: project.script('b2') },
        state: 'All 2 revisions of this run were rolled back: the database is at a1, as before.',
        next: [{ command: 'upgrade', with: { 'lock-timeout': '30s' } }],
      })
      expect(fault?.message).toMatch(
        /^Revision b2 email did not get a lock in time at `ALTER TABLE users .*` in 3 attempts over \d+ s \(55P03\); in its way: pid \d+ \(user \S+, web 1\)/,
      )
    })
    expect(await bench.versions()).toEqual(['a1'])
  },
)

test.each([
  [
    'an autocommit_block',
    { upgrade: `with op.get_context().autocommit_block():\n    pass\n${email.upgrade}` },
    {},
  ],
  ['a COMMIT of its own', { upgrade: `op.execute("commit")\n${email.upgrade}` }, {}],
  ['a connection without transactions', {}, { arguments: ', isolation_level="AUTOCOMMIT"' }],
])('what may be half done is not tried again: %s', async (_, revision, env) => {
  const project = bench.make({ revisions: [users, { ...email, ...revision }] })
  await bench.run(project, { revision: 'a1' })
  project.write({ 'alembic/env.py': envOf(env) })
  await holding(async () => {
    const { database, events, fault } = await bench.run(project, { 'lock-timeout': '300ms' })
    expect(fault?.id).toBe('revision-blocked')
    expect(retries(events)).toEqual([])
    expect(results(database.outcomes)).toEqual(['b2 failed'])
  })
})

test('interrupted in the pause before an attempt: Alembic is not started again', async () => {
  const project = bench.make({ revisions: [users, email] })
  await bench.run(project, { revision: 'a1' })
  await holding(async () => {
    const stop = new AbortController()
    const on = (event: GateEvent) => void (event.kind === 'retrying' && setTimeout(() => stop.abort(), 50))
    const { events, fault, database } = await bench.run(
      project,
      { 'lock-timeout': '2s' },
      { on, signal: stop.signal },
    )
    expect(retries(events)).toHaveLength(1)
    expect(fault).toMatchObject({ id: 'interrupted-pause', exit: 130 })
    expect(database).toMatchObject({ applied: [], to: ['a1'] })
  })
})

test('interrupted while it waits for a lock: rolled back, and the one in its way goes on', async () => {
  const project = bench.make({ revisions: [users, orders, email] })
  await bench.run(project, { revision: 'a1' })
  await holding(async holder => {
    const stop = new AbortController()
    const run = bench.run(project, { 'lock-timeout': '0' }, { signal: stop.signal })
    await eventually(
      async () =>
        (await bench.query(`select 1 from pg_locks where relation = 'users'::regclass and not granted`))[0],
    )
    const busy = holder.query('select pg_sleep(1)')
    stop.abort()
    const { fault, database } = await run
    expect(fault).toMatchObject({ id: 'interrupted', exit: 130 })
    expect(results(database.outcomes)).toEqual(['o1 rolled-back', 'b2 failed'])
    await busy
    await holder.query('rollback')
  })
  expect((await bench.run(project)).database).toMatchObject({ applied: ['o1', 'b2'], to: ['b2'] })
})
