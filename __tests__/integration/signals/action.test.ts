/** The built action, signalled as the runner does it: SIGINT, after 7.5 s SIGTERM, after 2.5 s SIGKILL, and the post step. */
import { expect, test } from '@jest/globals'
import { withClient } from '../../../script/postgres.mjs'
import { type ActionResult, type RunningAction, runAction, startAction } from '../../support/bundle.ts'
import { eventually, useBench } from '../../support/gate.ts'

const bench = useBench()
const inputs = () => ({ 'database-url': bench.database.url })
const start = () => startAction({ cwd: bench.project.path, inputs: inputs() })
const run = () => runAction({ cwd: bench.project.path, inputs: inputs() })

/** Server sessions of ours that run a statement like this, as the server sees them. */
const running = (text: string) =>
  bench.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and state = 'active'
       and application_name like 'migration-gate%' and query ilike $1 and pid <> pg_backend_pid()`,
    [`%${text}%`],
  )

/** The ladder of a cancelled job; resolves to the end and the last signal that was needed. */
async function cancel(action: RunningAction): Promise<ActionResult & { last: string }> {
  let last = 'SIGINT'
  const send = (signal: NodeJS.Signals) => {
    last = signal
    action.child.kill(signal)
  }
  action.child.kill('SIGINT')
  const timers = [setTimeout(() => send('SIGTERM'), 7_500), setTimeout(() => send('SIGKILL'), 10_000)]
  const ended = await action.ended
  timers.forEach(clearTimeout)
  return { ...ended, last }
}

async function killed(action: RunningAction): Promise<ActionResult> {
  action.child.kill('SIGKILL')
  return action.ended
}

const post = (state: Record<string, string>) =>
  runAction({ cwd: bench.project.path, inputs: inputs(), phase: 'post', state })

const sleeping = {
  '0001_a.sql': 'create table a ();',
  '0002_b.sql': 'create table b ();\nselect pg_sleep(60);',
}

test('SIGINT in a transaction: rolled back, everything told, and the next run finishes', async () => {
  bench.write(sleeping)
  const action = start()
  await eventually(async () => (await running('pg_sleep')).length === 1)
  const ended = await cancel(action)
  expect(ended).toMatchObject({ last: 'SIGINT', code: 130, signal: null })
  expect(ended.outputs).toMatchObject({
    status: 'failed',
    from: '',
    to: '0001',
    applied: '["0001"]',
    pending: '["0001","0002"]',
    failed: '0002',
  })
  expect(ended.summary).toMatch(/^## 🔴 Gate closed/)
  expect(ended.stdout).toContain('now: All of 0002 was rolled back: the database is at 0001, as before.')
  expect(await bench.tables()).toEqual(['a'])
  expect(await running('pg_sleep')).toEqual([])
  // Nothing is left to do for the post step.
  expect((await post(ended.state)).stdout).toBe('')

  bench.write({ '0002_b.sql': 'create table b ();' })
  expect((await run()).outputs).toMatchObject({ status: 'upgraded', from: '0001', to: '0002' })
})

test('SIGINT outside of one: the statement is cancelled, and the next run goes on with it', async () => {
  bench.write({
    '0001_a.sql':
      '-- migrate:up transaction:false\ncreate table a (id int);\nselect pg_sleep(60);\ninsert into a values (1);',
  })
  const action = start()
  await eventually(async () => (await running('pg_sleep')).length === 1)
  const ended = await cancel(action)
  expect(ended).toMatchObject({ last: 'SIGINT', code: 130 })
  expect(ended.outputs).toMatchObject({ status: 'failed', failed: '0001', to: '' })
  expect(ended.stdout).toContain('The next run goes on with statement 2')

  bench.write({
    '0001_a.sql':
      '-- migrate:up transaction:false\ncreate table a (id int);\nselect pg_sleep(0);\ninsert into a values (1);',
  })
  expect((await run()).outputs).toMatchObject({ status: 'upgraded', to: '0001' })
  expect(await bench.query('select * from a')).toEqual([{ id: 1 }])
})

test('SIGINT while it waits for another run: nothing was begun', async () => {
  bench.write({ '0001_a.sql': 'create table a ();\nselect pg_sleep(3);' })
  const first = start()
  await eventually(async () => (await running('pg_sleep')).length === 1)
  const second = start()
  await second.until('waiting for the gate lock')
  const ended = await cancel(second)
  expect(ended).toMatchObject({ last: 'SIGINT', code: 130, outputs: { status: 'failed', applied: '[]' } })
  expect((await first.ended).outputs).toMatchObject({ status: 'upgraded', to: '0001' })
})

test('SIGKILL in a transaction: the post step ends what was left behind and says where it stands', async () => {
  bench.write(sleeping)
  const action = start()
  await eventually(async () => (await running('pg_sleep')).length === 1)
  const [{ pid } = { pid: 0 }] = await running('pg_sleep')
  const ended = await killed(action)
  expect(ended.signal).toBe('SIGKILL')
  // The server knows nothing of it: the statement goes on, and holds the gate lock.
  expect(await running('pg_sleep')).toEqual([{ pid }])

  const after = await post(ended.state)
  expect(after.code).toBe(0)
  expect(after.stdout).toContain(`its server session (pid ${pid} on `)
  expect(after.stdout).toMatch(/was ended\.\n.*is at 0001/s)
  expect(await running('pg_sleep')).toEqual([])
  expect(await bench.tables()).toEqual(['a'])

  bench.write({ '0002_b.sql': 'create table b ();' })
  expect((await run()).outputs).toMatchObject({ status: 'upgraded', from: '0001', to: '0002' })
})

test('SIGKILL in CREATE INDEX CONCURRENTLY: what it left is dropped, and the next run finishes', async () => {
  bench.write({
    '0001_a.sql': 'create table a (id int);',
    '0002_b.sql':
      '-- migrate:up transaction:false\ncreate index concurrently a_id on a (id);\ninsert into a values (1);',
  })
  await runAction({ cwd: bench.project.path, inputs: { ...inputs(), revision: '0001' } })
  const ended = await withClient(bench.database.url, async blocker => {
    await blocker.query('begin; lock table a in row exclusive mode')
    const action = start()
    await eventually(async () => (await running('create index')).length === 1)
    const dead = await killed(action)
    const after = await post(dead.state)
    expect(after.stdout).toMatch(/was ended\./)
    await blocker.query('rollback')
    return dead
  })
  expect(ended.signal).toBe('SIGKILL')
  const indexes = () => bench.query(`select indisvalid as valid from pg_index where indrelid = 'a'::regclass`)
  expect(await indexes()).toEqual([{ valid: false }])
  expect((await run()).outputs).toMatchObject({ status: 'upgraded', to: '0002' })
  expect(await indexes()).toEqual([{ valid: true }])
})

test('SIGKILL in a statement that leaves no trace: a person has to say', async () => {
  bench.write({
    '0001_a.sql': '-- migrate:up transaction:false\ncreate table a (id int);\nselect pg_sleep(60);',
  })
  const action = start()
  await eventually(async () => (await running('pg_sleep')).length === 1)
  const ended = await killed(action)
  await post(ended.state)
  const closed = await run()
  expect(closed.outputs).toMatchObject({ status: 'failed', to: '' })
  expect(closed.stdout).toContain('while statement 2 of 2 was under way (select pg_sleep(60))')
  expect(closed.stdout).toContain('next: migration-gate stamp 0001')
  expect(closed.stdout).toContain('next: migration-gate stamp base')
})

test('the post step leaves a later session of the same number alone', async () => {
  bench.write({ '0001_a.sql': 'select 1;' })
  await run()
  await withClient(bench.database.url, async bystander => {
    const { rows } = await bystander.query<{ pid: number }>('select pg_backend_pid() as pid')
    const backend = { database: 'default', pid: rows[0]?.pid, startedAt: '2026-01-01 00:00:00+00' }
    const after = await post({ phase: 'main', backend: JSON.stringify(backend) })
    expect(after.stdout).toContain('had already ended')
    expect((await bystander.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })
})
