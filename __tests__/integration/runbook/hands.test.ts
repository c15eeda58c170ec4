/** docs/runbook.md, of a history that somebody changed: each case is brought about, and its commands are typed as they stand there. */
import { expect, test } from '@jest/globals'
import { useBench } from '../../support/gate.ts'
import { expectClosedBy, type, ways } from '../../support/runbook.ts'

const bench = useBench()
const typed = (words: string[] = []) => type(words, { path: bench.project.path, url: bench.database.url })
const [upgrade, stamp, onward] = ways('The history was changed')
const three = {
  '0001_customers.sql': 'create table customers (id bigint primary key);',
  '0002_orders.sql': 'create table orders (id bigint primary key);',
  '0003_totals.sql': 'alter table orders add column total bigint;',
}

test('a revision changes the history table: take that out of it', async () => {
  bench.write({ ...three, '0002_orders.sql': `${three['0002_orders.sql']}\ndrop table migration_history;` })
  expectClosedBy(await bench.run(), 'revision-unrecorded', 'upgrade')
  bench.write(three)
  expect((await typed(upgrade)).database).toMatchObject({ status: 'upgraded', applied: ['0002', '0003'] })
})

test('rows were written by hand: say where the database stands', async () => {
  bench.write(three)
  await bench.run({ revision: '0002' })
  await bench.query(
    `alter table migration_history drop constraint migration_history_state_check; update migration_history set state = 'done'`,
  )
  expectClosedBy(await bench.run(), 'history-row')
  expect((await typed(stamp)).database).toMatchObject({ status: 'stamped', to: ['0002'] })
  expect((await typed(onward)).database).toMatchObject({ status: 'upgraded', applied: ['0003'] })
})

test('a revision empties the history: say where the database stands', async () => {
  bench.write({ ...three, '0002_orders.sql': `${three['0002_orders.sql']}\ndelete from migration_history;` })
  expectClosedBy(await bench.run({ revision: '0002' }), 'history-lost')
  expect((await typed(stamp)).database).toMatchObject({ status: 'stamped', to: ['0002'] })
  expect((await typed(onward)).database).toMatchObject({ status: 'upgraded', applied: ['0003'] })
})
