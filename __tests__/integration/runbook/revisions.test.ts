/** docs/runbook.md, of revisions that fail: each failure is brought about, and its commands are typed as they stand there. */
import { describe, expect, test } from '@jest/globals'
import { withClient } from '../../../script/postgres.mjs'
import type { TestRevision } from '../../support/alembic.ts'
import { scriptFiles } from '../../support/alembic.ts'
import { useAlembic } from '../../support/alembic-gate.ts'
import { type GateOptions, useBench } from '../../support/gate.ts'
import { pythonOf } from '../../support/python.ts'
import { expectClosedBy, type, ways } from '../../support/runbook.ts'

describe('with SQL', () => {
  const bench = useBench()
  const typed = (words: string[], options?: GateOptions) =>
    type(words, { path: bench.project.path, url: bench.database.url }, options)
  const three = {
    '0001_customers.sql': 'create table customers (id bigint primary key);',
    '0002_orders.sql': 'create table orders (id bigint primary key);',
    '0003_totals.sql': 'alter table orders add column total bigint;',
  }

  test('A revision failed: mend the file, and the same command goes on', async () => {
    bench.write({ ...three, '0002_orders.sql': 'create table orders (id bigint primary kye);' })
    expectClosedBy(await bench.run(), 'revision-failed', 'upgrade')
    bench.write(three)
    const [upgrade = []] = ways('A revision failed')
    expect((await typed(upgrade)).database).toMatchObject({ status: 'upgraded', applied: ['0002', '0003'] })
  })

  test('A revision failed: the rows are to blame', async () => {
    bench.write({
      ...three,
      '0003_totals.sql': 'create unique index total on orders (id); insert into orders values (1);',
    })
    await bench.run({ revision: '0002' })
    await bench.query('alter table orders drop constraint orders_pkey')
    await bench.query('insert into orders values (7), (7)')
    expectClosedBy(await bench.run(), 'revision-failed', 'upgrade')
    await bench.query('delete from orders')
    const [upgrade = []] = ways('A revision failed')
    expect((await typed(upgrade)).report.status).toBe('upgraded')
  })

  test('A revision failed: a right is missing', async () => {
    bench.write(three)
    await bench.run({ revision: '0001' })
    await bench.superuser('create schema theirs; create table theirs.parts (id int)')
    bench.write({
      '0002_orders.sql': 'alter table theirs.parts add column name text;',
      '0003_totals.sql': 'select 1;',
    })
    expectClosedBy(await bench.run(), 'revision-failed', 'upgrade')
    const owner = new URL(bench.database.url).username
    await bench.superuser(
      `grant usage on schema theirs to "${owner}"; alter table theirs.parts owner to "${owner}"`,
    )
    const [upgrade = []] = ways('A revision failed')
    expect((await typed(upgrade)).report.status).toBe('upgraded')
  })

  test('A revision failed: our own timeout', async () => {
    bench.write({ ...three, '0002_orders.sql': 'select pg_sleep(1); create table orders (id int);' })
    expectClosedBy(await bench.run({ 'statement-timeout': '300ms' }), 'revision-failed')
    const [, longer = []] = ways('A revision failed')
    expect((await typed(longer)).report.status).toBe('upgraded')
  })

  test('A revision failed: in a section outside of a transaction what took effect stays', async () => {
    const section = (second: string) =>
      `-- migrate:up transaction:false\ncreate index concurrently a on orders (id);\n${second}\n`
    bench.write({ ...three, '0003_totals.sql': section('create index concurrently b on orders (nothing);') })
    expectClosedBy(await bench.run(), 'revision-failed', 'upgrade')
    bench.write({ '0003_totals.sql': section('create index concurrently b on orders (id);') })
    const [upgrade = []] = ways('A revision failed')
    expect((await typed(upgrade)).report.status).toBe('upgraded')
    expect(
      await bench.query(
        "select indexrelid::regclass::text as name from pg_index where indrelid = 'orders'::regclass order by 1",
      ),
    ).toEqual([{ name: 'a' }, { name: 'b' }, { name: 'orders_pkey' }])
  })

  test('Out of step: all of it is there, or a part', async () => {
    bench.write(three)
    await bench.run({ revision: '0001' })
    await bench.query('create table orders (id bigint primary key)')
    expectClosedBy(await bench.run(), 'out-of-step', 'stamp 0002')
    const [stamp = [], upgrade = [], again = []] = ways('Out of step')
    expect((await typed(stamp)).database).toMatchObject({ status: 'stamped', to: ['0002'] })
    expect((await typed(upgrade)).database).toMatchObject({ applied: ['0003'], to: ['0003'] })

    bench.write({ '0004_parts.sql': 'create table parts (id int); create table shelves (id int);' })
    await bench.query('create table parts (something text)')
    expectClosedBy(await bench.run(), 'half-there')
    await bench.query('drop table parts')
    expect((await typed(again)).database).toMatchObject({ applied: ['0004'] })
  })

  test('A table is locked: who is in the way is named, and a longer wait gets through', async () => {
    bench.write(three)
    await bench.run({ revision: '0002' })
    await withClient(bench.database.url, async other => {
      await other.query("set application_name = 'report of the night'; begin; lock table orders")
      const closed = await bench.run({ 'lock-timeout': '100ms' })
      expectClosedBy(closed, 'revision-blocked', 'upgrade --lock-timeout 30s')
      expect(closed.log).toContain('report of the night')
      const [patient = []] = ways('A table is locked')
      expect(patient).toEqual(['upgrade', '--lock-timeout', '30s'])
      const running = typed(patient, {
        on: event => {
          if (event.kind === 'started') setTimeout(() => void other.query('rollback'), 500)
        },
      })
      expect((await running).database).toMatchObject({ status: 'upgraded', applied: ['0003'] })
    })
  })
})

describe('with Alembic', () => {
  const alembic = useAlembic()
  const table = (id: string, name: string): TestRevision => ({
    id,
    message: name,
    upgrade: `op.create_table("${name}", sa.Column("id", sa.Integer))`,
    downgrade: `op.drop_table("${name}")`,
  })
  const three = [table('0001', 'customers'), table('0002', 'orders'), table('0003', 'totals')]
  const run = `${pythonOf()} -m alembic`
  const options = { inputs: { run }, env: { PATH: process.env.PATH ?? '' } }

  test('A revision failed: mend the file, and the same command goes on', async () => {
    const [first, second, third] = three as [TestRevision, TestRevision, TestRevision]
    const project = alembic.make({
      revisions: [first, { ...second, upgrade: 'op.execute("select 1 / 0")' }, third],
    })
    expectClosedBy(await alembic.run(project), 'alembic-failed', 'upgrade')
    project.write(scriptFiles(three))
    const [upgrade = []] = ways('A revision failed')
    // All of the run was rolled back, as env.py has it.
    const mended = await type(upgrade, { path: project.path, url: alembic.url }, options)
    expect(mended.database).toMatchObject({ status: 'upgraded', applied: ['0001', '0002', '0003'] })
  })

  test('Out of step: say so, and go on', async () => {
    const project = alembic.make({ revisions: three })
    await alembic.run(project, { revision: '0001' })
    await alembic.query('create table orders (id int)')
    expectClosedBy(await alembic.run(project), 'out-of-step', 'stamp 0002')
    const [stamp = [], upgrade = []] = ways('Out of step')
    const at = { path: project.path, url: alembic.url }
    expect((await type(stamp, at, options)).database).toMatchObject({ status: 'stamped', to: ['0002'] })
    expect((await type(upgrade, at, options)).database).toMatchObject({ applied: ['0003'], to: ['0003'] })
  })

  test('Downgrade and fix: look, go back, mend, go on', async () => {
    const project = alembic.make({ revisions: three })
    await alembic.run(project)
    const at = { path: project.path, url: alembic.url }
    const [look = [], back = [], upgrade = []] = ways('Downgrade and fix')
    const seen = await type(look, at, options)
    expect(seen.report.gate).toBe('open')
    expect(await alembic.versions()).toEqual(['0003'])
    expect(seen.log).toContain('drop table totals')
    expect((await type(back, at, options)).database).toMatchObject({ status: 'downgraded', to: ['0002'] })
    project.write(scriptFiles([...three.slice(0, 2), table('0003', 'sums')]))
    expect((await type(upgrade, at, options)).database).toMatchObject({ status: 'upgraded', to: ['0003'] })
  })

  test('A smoke check failed: back to the revision that the message names', async () => {
    const project = alembic.make({ revisions: three, files: { 'db/smoke.sql': 'select 1 where false' } })
    await alembic.run(project, { revision: '0002' })
    const closed = await alembic.run(project, { smoke: 'db/smoke.sql' })
    expectClosedBy(closed, 'smoke-failed', 'downgrade 0002')
    const [, back = []] = ways('A smoke check failed')
    const at = { path: project.path, url: alembic.url }
    expect((await type(back, at, options)).database).toMatchObject({ status: 'downgraded', to: ['0002'] })
  })
})
