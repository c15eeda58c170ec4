import { beforeEach, expect, test } from '@jest/globals'
import type { Removal } from '../../../src/stamp.ts'
import { useBench } from '../../support/gate.ts'

const bench = useBench()
const all = ['0001', '0002', '0003', '0004']

beforeEach(async () => {
  bench.write(Object.fromEntries(all.map(id => [`${id}_t.sql`, `create table t${id} ();`])))
  await bench.run()
})
const versions = async () => (await bench.history()).map(row => row.version)
const stamp = (revision: string, options: object = {}) => bench.run({ command: 'stamp', revision }, options)

test('a dry run says what would be written, and writes nothing', async () => {
  bench.write({ '0001_t.sql': 'create table t0001 (); -- edited', '0005_t.sql': 'select 1;' })
  const before = await bench.history()
  const back = await stamp('0002', { dryRun: true })
  expect(back.report).toMatchObject({ gate: 'open', dryRun: true, status: 'pending' })
  expect(back.database).toMatchObject({
    to: ['0004'],
    wouldStamp: { recorded: [], refreshed: ['0001'], removed: ['0003', '0004'] },
  })
  expect(back.database.stamped).toBeUndefined()
  expect(back.log).toContain('history: would take the files’ contents for 0001; would remove 0003, 0004')
  expect(back.log).toContain('🟢 Nothing was written: ')
  expect(back.log).not.toContain('next:')
  expect((await stamp('head', { dryRun: true })).log).toContain('history: would record 0005; would take')
  expect(await bench.history()).toEqual(before)
})

test('a dry run asks nobody, makes no table, and is closed where the stamp would be', async () => {
  await bench.query('drop table migration_history')
  const agree = () => Promise.reject(new Error('asked'))
  const { log } = await stamp('base', { dryRun: true, agree })
  expect(log).toContain('history: would make its table, empty')
  expect(await bench.query(`select to_regclass('migration_history') as found`)).toEqual([{ found: null }])
  expect((await stamp('0009', { dryRun: true })).fault).toMatchObject({ id: 'revision-unknown', exit: 2 })
  bench.write({ '0005_t.sql': 'select 1;', '005_u.sql': 'select 1;' })
  expect((await stamp('head', { dryRun: true })).fault?.id).toBe('duplicate')
})

test('the table of a first contact is said to be made', async () => {
  await bench.query('drop table migration_history')
  expect((await stamp('base')).log).toContain('history: made its table, empty')
  expect((await stamp('base')).log).toContain('history: it said so already')
})

test('rows are only taken out when somebody agreed, and the way back is named', async () => {
  const asked: Removal[] = []
  const answer = (given: 'yes' | 'no' | 'nobody') => ({
    agree: async (removal: Removal) => {
      asked.push(removal)
      return given
    },
  })
  for (const given of ['no', 'nobody'] as const) {
    const { fault, report } = await stamp('0002', answer(given))
    expect(fault).toMatchObject({ id: 'stamp-removes', exit: 2 })
    expect(fault?.message).toContain(`would take 0003, 0004 out of the history of ${bench.database.name} on`)
    expect(report.gate).toBe('closed')
    expect(await versions()).toEqual(all)
  }
  expect(asked[0]).toMatchObject({ ids: ['0003', '0004'], database: bench.database.name })
  const { log, database } = await stamp('0002', answer('yes'))
  expect(await versions()).toEqual(['0001', '0002'])
  expect(database.next).toEqual([expect.objectContaining({ command: 'stamp', revision: '0004' })])
  expect(log).toContain('next: migration-gate stamp 0004   (if it was at the right place before)')
  asked.length = 0
  await stamp('0004', answer('no'))
  expect([asked, await versions()]).toEqual([[], all])
})

test('what was not there when it was agreed stays', async () => {
  const agree = async () => {
    await bench.query(`insert into migration_history (version, name, checksum, state)
      values ('0005', 'other', '', 'applied')`)
    return 'yes' as const
  }
  const { fault } = await stamp('0002', { agree })
  expect(fault?.message).toContain('would take 0005 out of the history')
  expect(await versions()).toEqual([...all, '0005'])
})
