/** A pooler before the database: refused where no lock would hold, and used where one does. */
import { expect, test } from '@jest/globals'
import { withClient } from '../../../script/postgres.mjs'
import { eventually, runIn, useBench } from '../../support/gate.ts'
import { startPooler, usePooler } from '../../support/pgbouncer.ts'
import { onEachServer } from '../../support/servers.ts'

onEachServer(server => {
  const bench = useBench({ server: () => server.superuserUrl })
  const pooler = usePooler(bench)
  const through = () => pooler.through(bench.database.url)
  const run = (url: string, inputs = {}) => runIn(bench.project.path, url, { inputs })

  test('in transaction mode: closed before anything ran, because no lock would hold', async () => {
    bench.write({ '0001_a.sql': 'create table a ();' })
    for (const command of ['upgrade', 'stamp']) {
      const { fault } = await run(through(), { command, revision: 'head' })
      expect(fault?.id).toBe('pooler')
    }
    expect(await bench.tables()).toEqual([])
  })

  test('what only reads goes through it', async () => {
    bench.write({ '0001_a.sql': 'create table a ();' })
    const { report, database } = await run(through(), { command: 'plan' })
    expect(report.gate).toBe('open')
    expect(database.pending).toEqual(['0001'])
  })

  test.each([
    ['whose processes are handed out in turn', { server_round_robin: 1, min_pool_size: 3 }],
    ['that has one process only', { default_pool_size: 1 }],
    ['of statements', { pool_mode: 'statement' }],
  ])('a pool %s is no other', async (_, settings) => {
    bench.write({ '0001_a.sql': 'create table a ();' })
    const started = await startPooler(bench.database, settings)
    try {
      const { fault } = await run(started.through(bench.database.url))
      expect(fault?.id).toBe('pooler')
    } finally {
      await started.stop()
    }
  })

  test('an application at work behind it changes nothing', async () => {
    bench.write({ '0001_a.sql': 'create table a ();' })
    let going = true
    const work = Array.from({ length: 6 }, () =>
      withClient(through(), async client => {
        while (going) await client.query('begin; select pg_sleep(0.003); commit')
      }),
    )
    try {
      for (let count = 0; count < 5; count++) expect((await run(through())).fault?.id).toBe('pooler')
    } finally {
      going = false
      await Promise.all(work)
    }
    expect(await bench.tables()).toEqual([])
  })

  test('in session mode: the lock holds, and the second run waits for the first', async () => {
    const started = await startPooler(bench.database, { pool_mode: 'session' })
    const url = started.through(bench.database.url)
    try {
      bench.write({
        '0001_a.sql': 'create table a ();\nselect pg_sleep(1);',
        '0002_b.sql': 'create table b ();',
      })
      const first = run(url)
      const locks = () => bench.query("select from pg_locks where locktype = 'advisory'")
      await eventually(async () => (await locks()).length > 0)
      const second = run(url)
      const [one, two] = await Promise.all([first, second])
      expect(one.database.applied).toEqual(['0001', '0002'])
      expect(two.report).toMatchObject({ gate: 'open', status: 'up-to-date' })
      expect(two.log).toContain('waiting for the gate lock')
    } finally {
      await started.stop()
    }
  })

  test('in session mode with no process left for a second session', async () => {
    const started = await startPooler(bench.database, { pool_mode: 'session', default_pool_size: 1 })
    try {
      bench.write({ '0001_a.sql': 'create table a ();' })
      expect((await run(started.through(bench.database.url))).database.applied).toEqual(['0001'])
    } finally {
      await started.stop()
    }
  })

  test('in session mode an interruption cancels the statement of our own process', async () => {
    const started = await startPooler(bench.database, { pool_mode: 'session' })
    const stop = new AbortController()
    try {
      bench.write({ '0001_a.sql': 'create table a ();\nselect pg_sleep(600);' })
      const going = runIn(bench.project.path, started.through(bench.database.url), { signal: stop.signal })
      const asleep = () =>
        bench.superuser(
          "select from pg_stat_activity where query like '%pg_sleep(600)%' and pid <> pg_backend_pid() and state = 'active'",
        )
      await eventually(async () => (await asleep()).length > 0)
      stop.abort()
      const { fault } = await going
      expect(fault?.id).toBe('interrupted')
      expect(await bench.tables()).toEqual([])
    } finally {
      await started.stop()
    }
  })

  test('a parameter that it does not take', async () => {
    bench.write({ '0001_a.sql': 'create table a ();' })
    const { fault } = await run(`${through()}?options=-c%20search_path%3Dapp`)
    expect(fault).toMatchObject({ id: 'connect-parameter' })
    expect(fault?.cure).toMatch(/^Take options out of the URL/)
  })

  test('its own console', async () => {
    const started = await startPooler(bench.database, { admin_users: bench.database.name })
    try {
      bench.write({ '0001_a.sql': 'create table a ();' })
      const console = started.through(bench.database.url).replace(/[^/]*$/, 'pgbouncer')
      const { fault } = await run(console, { command: 'plan' })
      expect(fault).toMatchObject({
        id: 'other-system',
        message: expect.stringContaining('PgBouncer’s own console'),
      })
    } finally {
      await started.stop()
    }
  })
})
