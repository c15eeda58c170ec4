/** docs/runbook.md, where history, files and database disagree: each is brought about, and its commands are typed as they stand there. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { scriptFiles } from '../../support/alembic.ts'
import { useAlembic, users } from '../../support/alembic-gate.ts'
import { useBench } from '../../support/gate.ts'
import { pythonOf } from '../../support/python.ts'
import { expectClosedBy, type, ways } from '../../support/runbook.ts'

const bench = useBench()
const typed = (words: string[] = []) => type(words, { path: bench.project.path, url: bench.database.url })
const three = {
  '0001_customers.sql': 'create table customers (id bigint primary key);',
  '0002_orders.sql': 'create table orders (id bigint primary key);',
  '0003_totals.sql': 'alter table orders add column total bigint;',
}
const versions = async () => (await bench.history()).map(row => row.version)

describe('an edit, a file that is gone, another order', () => {
  beforeEach(async () => {
    bench.write(three)
    await bench.run()
  })

  test('Modified: restore it, take it as it is, or go on', async () => {
    const edited = { '0002_orders.sql': 'create table orders (id int primary key);' }
    const [upgrade, stamp, allow] = ways('Modified')
    bench.write(edited)
    expectClosedBy(await bench.run(), 'modified', 'stamp 0003')
    expect((await typed(allow)).report).toMatchObject({ gate: 'open', status: 'up-to-date' })
    bench.write(three)
    expect((await typed(upgrade)).report.status).toBe('up-to-date')
    bench.write(edited)
    expect((await typed(stamp)).database).toMatchObject({ status: 'stamped', to: ['0003'] })
    expect((await typed(upgrade)).report.status).toBe('up-to-date')
  })

  test('Missing: it was removed on purpose', async () => {
    bench.write({ '0002_orders.sql': null })
    expectClosedBy(await bench.run(), 'missing', 'upgrade --allow missing')
    for (const way of ways('Missing')) expect((await typed(way)).report.gate).toBe('open')
  })

  test('Ahead: the older commit can live with it', async () => {
    bench.write({ '0003_totals.sql': null })
    expectClosedBy(await bench.run(), 'ahead', 'upgrade --allow ahead')
    for (const way of ways('Ahead'))
      expect((await typed(way)).database).toMatchObject({ status: 'up-to-date', to: ['0003'], applied: [] })
  })

  test('Out of order: it runs late', async () => {
    // Two branches, of which the later number was merged first.
    bench.write({ '0005_last.sql': 'select 1;' })
    await bench.run()
    bench.write({ '0004_later.sql': 'create table parts (id int);' })
    expectClosedBy(await bench.run(), 'out-of-order', 'upgrade --allow out-of-order')
    for (const way of ways('Out of order'))
      expect((await typed(way)).database).toMatchObject({ status: 'upgraded', applied: ['0004'] })
  })
})

test('A row has lost its checksum: write the rows anew, up to the newest', async () => {
  bench.write(three)
  await bench.run()
  await bench.query("update migration_history set checksum = '' where version = '0002'")
  expectClosedBy(await bench.run(), 'history-row', 'stamp 0003')
  const stamp = await bench.run({ command: 'stamp', revision: '0003' })
  expect(stamp.database).toMatchObject({ status: 'stamped', to: ['0003'] })
  expect((await bench.run()).report).toMatchObject({ gate: 'open', status: 'up-to-date' })
})

test('Which revision is it: locate, stamp what it says, go on', async () => {
  const [locate, stamp, upgrade] = ways('Which revision is it')
  bench.write(three)
  await bench.run({ command: 'upgrade', revision: '0002' })
  await bench.run({ command: 'stamp', revision: '0001' })
  expectClosedBy(await typed(locate), 'schema-elsewhere', 'stamp 0002')
  expect((await typed(stamp)).database).toMatchObject({ status: 'stamped', to: ['0002'] })
  expect((await typed(locate)).database.located?.verdict).toBe('equal')
  expect((await typed(upgrade)).database).toMatchObject({ status: 'upgraded', applied: ['0003'] })
  await bench.query('create index by_hand on orders (id)')
  expectClosedBy(await typed(locate), 'schema-between')
})

describe('First contact', () => {
  const [head, second, onward, base, all] = ways('First contact')
  beforeEach(async () => {
    bench.write(three)
  })

  test('every revision is in it', async () => {
    await bench.query('create table customers (id int); create table orders (id int, total int)')
    expectClosedBy(await bench.run(), 'first-contact', 'stamp 0003', 'stamp base')
    expect((await typed(head)).database).toMatchObject({ status: 'stamped', to: ['0003'] })
    expect((await bench.run()).report.status).toBe('up-to-date')
  })

  test('the earlier ones are', async () => {
    await bench.query('create table customers (id int); create table orders (id int)')
    expectClosedBy(await bench.run(), 'first-contact')
    expect((await typed(second)).database).toMatchObject({ status: 'stamped', to: ['0002'] })
    expect((await typed(onward)).database).toMatchObject({ status: 'upgraded', applied: ['0003'] })
  })

  test('none is', async () => {
    await bench.query('create table of_somebody_else (id int)')
    expectClosedBy(await bench.run(), 'first-contact')
    expect((await typed(base)).database).toMatchObject({ status: 'stamped', to: [] })
    expect((await typed(all)).database.applied).toEqual(['0001', '0002', '0003'])
  })
})

describe('half of a revision', () => {
  beforeEach(async () => {
    bench.write(three)
    await bench.run()
  })

  test('Half applied: all of it is there, or none', async () => {
    const update = 'update orders set total = 1'
    bench.write({ '0004_backfill.sql': `-- migrate:up transaction:false\n${update};` })
    /** As a run leaves it that is killed in the middle of the statement. */
    const dirty = () =>
      bench.query(
        `insert into migration_history (version, name, checksum, state, statement_hashes)
         values ('0004', 'backfill', '', 'dirty', array[encode(sha256('${update}'), 'hex')])`,
      )
    const [all, none, upgrade] = ways('Half applied')
    await dirty()
    expectClosedBy(await bench.run(), 'dirty', 'stamp 0004', 'stamp 0003')
    expect((await typed(all)).database).toMatchObject({ status: 'stamped', to: ['0004'] })
    await bench.query("delete from migration_history where version = '0004'")
    await dirty()
    expect((await typed(none)).database).toMatchObject({ status: 'stamped', to: ['0003'] })
    expect((await typed(upgrade)).database).toMatchObject({ status: 'upgraded', applied: ['0004'] })
  })

  test('Half taken back: to the end', async () => {
    const way = (second: string) => ({
      '0004_index.sql': `-- migrate:up transaction:false
create index concurrently a on orders (id);
create index concurrently b on orders (total);
-- migrate:down transaction:false
drop index concurrently b;
${second}`,
    })
    bench.write(way('drop index concurrently nowhere;'))
    await bench.run()
    await bench.run({ command: 'downgrade', revision: '0003' })
    expectClosedBy(await bench.run(), 'dirty-down', 'downgrade 0003')
    bench.write(way('drop index concurrently a;'))
    for (const words of ways('Half taken back'))
      expect((await typed(words)).database).toMatchObject({ status: 'downgraded', to: ['0003'] })
    expect(await versions()).toEqual(['0001', '0002', '0003'])
  })
})

describe('of Alembic', () => {
  const alembic = useAlembic()

  test('Several heads: join them', async () => {
    const branch = (id: string) => ({ id, down: 'a1', upgrade: `op.create_table("of_${id}")` })
    const project = alembic.make({ revisions: [users, branch('b2'), branch('c3')] })
    const closed = await alembic.run(project)
    expectClosedBy(closed, 'multiple-heads')
    expect(closed.log).toContain('what is pending cannot be told')
    expect(closed.log).toContain('alembic merge')
    project.write(scriptFiles([{ id: 'd4', down: ['b2', 'c3'] }]))
    const options = { inputs: { run: `${pythonOf()} -m alembic` }, env: { PATH: process.env.PATH ?? '' } }
    for (const words of ways('Several heads')) {
      const { database } = await type(words, { path: project.path, url: alembic.url }, options)
      expect(database).toMatchObject({ status: 'upgraded', to: ['d4'] })
    }
  })
})
