import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Removal } from '../../../src/stamp.ts'
import { type GateOptions, useBench } from '../../support/gate.ts'

const bench = useBench()

const orders = {
  '0001_orders.sql':
    '-- migrate:up\ncreate table orders (id int);\n-- migrate:down\n-- the first of all\ndrop table orders;\n',
  '0002_note.sql':
    '-- migrate:up\nalter table orders add column note text;\n-- migrate:down\nalter table orders drop column note;\n',
  '0003_index.sql':
    '-- migrate:up transaction:false\ncreate index concurrently orders_id on orders (id);\n-- migrate:down transaction:false\ndrop index concurrently orders_id;\n',
  '0004_lines.up.sql': 'create table lines (id int);\n',
  '0004_lines.down.sql': 'drop table lines;\n',
}

const downgrade = (revision: string, inputs: object = {}, options: GateOptions = {}) =>
  bench.run({ command: 'downgrade', revision, ...inputs }, options)
const versions = async () => (await bench.history()).map(row => row.version)

beforeEach(async () => {
  bench.write(orders)
  await bench.run()
})

test('takes back all that is above the target, newest first, and its rows with it', async () => {
  const { report, database, log, events } = await downgrade('0001')
  expect(report).toMatchObject({ gate: 'open', status: 'downgraded' })
  expect(database).toMatchObject({
    from: ['0004'],
    to: ['0001'],
    applied: ['0004', '0003', '0002'],
    failed: '',
    descent: { leaves: ['0001'] },
  })
  expect(database.outcomes.map(one => `${one.revision.id} ${one.result} ${one.did}`)).toEqual([
    '0004 downgraded drop table lines',
    '0003 downgraded drop index orders_id',
    '0002 downgraded alter table orders',
  ])
  expect(await versions()).toEqual(['0001'])
  expect(await bench.tables()).toEqual(['orders'])
  expect(log).toContain('takes back 3 revisions, newest first, and leaves it at 0001')
  expect(log).toContain('takes away: drop column orders.note')
  expect(log).toContain('⬇️  0002 note (3 of 3)')
  expect(log).toContain('The next upgrade runs 0002, 0003, 0004 again')
  const kinds = events.map(event => event.kind)
  expect(kinds.indexOf('descent')).toBeLessThan(kinds.indexOf('started'))
  expect((await bench.run()).database.applied).toEqual(['0002', '0003', '0004'])
})
