/** Defences of revisions that are sent ahead which no other test would miss: each was taken away once, and this failed. */
import { expect, test } from '@jest/globals'
import { withClient } from '../../../script/postgres.mjs'
import { lockKey } from '../../../src/database/lock.ts'
import { eventually, runIn, useBench } from '../../support/gate.ts'
import { ofThisDatabase } from '../../support/postgres.ts'
import { bendWire } from '../../support/wire.ts'

const bench = useBench()

test('a transaction that is left unseen in the first revision of a run: what follows in it is refused', async () => {
  bench.write({
    '0001_a.sql': `create table early ();\nselect 'leave';\ncreate table late ();`,
    '0002_b.sql': 'create table never ();',
  })
  const edit = (text: string) => (text === `select 'leave'` ? 'commit' : text)
  const wire = await bendWire(bench.database.url, { edit })
  const { fault } = await runIn(bench.project.path, wire.url)
  await wire.close()
  // It is sent before the COMMIT is seen.
  expect(wire.queries).toContain('create table late ()')
  expect(fault).toMatchObject({ id: 'revision-escaped', place: { line: 2 } })
  expect(await bench.tables()).toEqual(['early'])
  expect(await bench.history()).toEqual([])
})

test('the lock that somebody else has got by now stops a revision without a transaction, too', async () => {
  bench.write({
    '0001_a.sql':
      'create table a ();\nselect pg_sleep(1);\nselect pg_advisory_unlock_all();\nselect pg_sleep(0.5);',
    '0002_b.sql': '-- migrate:up transaction:false\ncreate table b ();',
  })
  const going = bench.run()
  const locks = () => bench.query(`select from pg_locks where locktype = 'advisory' and ${ofThisDatabase}`)
  await eventually(async () => (await locks()).length > 0)
  await withClient(bench.database.url, async other => {
    const key = lockKey(bench.database.name, 'public.migration_history')
    await other.query('select pg_advisory_lock($1::bigint)', [key])
    const { fault } = await going
    expect(fault).toMatchObject({ id: 'lock-lost', message: expect.stringContaining('0002') })
  })
  expect(await bench.tables()).toEqual(['a'])
  expect((await bench.history()).map(({ version }) => version)).toEqual(['0001'])
})
