/** A statement that takes long is told, with who keeps it waiting for a lock: whatever runs it. */
import { expect, test } from '@jest/globals'
import { withClient } from '../../../script/postgres.mjs'
import type { GateEvent } from '../../../src/report/reporter.ts'
import { useAlembic } from '../../support/alembic-gate.ts'
import { useBench } from '../../support/gate.ts'

const bench = useBench()
const alembic = useAlembic()
const inputs = { 'lock-timeout': '30s' }
const inItsWay =
  /^ {3}… 1\d s in: (?<sql>.*); waits for a lock, in its way: pid \d+ \(user \S+, web 1\), idle in transaction/

/** Has a table of this database for itself until the gate tells of a statement that waits. */
async function whileHeld(
  url: string,
  table: string,
  run: (on: (event: GateEvent) => void) => Promise<string>,
) {
  return withClient(url, async holder => {
    await holder.query(`set application_name = 'web 1'; begin; lock table ${table}`)
    const log = await run(event => void (event.kind === 'running' && holder.query('commit')))
    return log.split('\n').flatMap(line => inItsWay.exec(line)?.groups?.sql ?? [])
  })
}

test('among revisions that are sent ahead', async () => {
  bench.write({
    '0001_a.sql': 'create table a (n int);',
    '0002_b.sql': 'create table b ();',
    '0003_c.sql': `create table c (); alter table a add column s text default 'secret';`,
    '0004_d.sql': 'create table d ();',
  })
  await bench.run({ revision: '1' })
  const told = await whileHeld(bench.database.url, 'a', async on => (await bench.run(inputs, { on })).log)
  expect(told).toEqual([`alter table a add column s text default '…'`])
  expect(await bench.tables()).toEqual(['a', 'b', 'c', 'd'])
})

test('outside of a transaction', async () => {
  bench.write({
    '0001_a.sql': 'create table a (n int);',
    '0002_b.sql': '-- migrate:up transaction:false\ncreate index concurrently a_n on a (n);',
  })
  await bench.run({ revision: '1' })
  const told = await whileHeld(bench.database.url, 'a', async on => (await bench.run(inputs, { on })).log)
  expect(told).toEqual(['create index concurrently a_n on a (n)'])
})

test('in Alembic', async () => {
  const users = { id: 'a1', upgrade: 'op.create_table("users", sa.Column("id", sa.Integer))' }
  const email = { id: 'b2', upgrade: 'op.add_column("users", sa.Column("email", sa.Text))' }
  const project = alembic.make({ revisions: [users, email] })
  await alembic.run(project, { revision: 'a1' })
  const told = await whileHeld(
    alembic.url,
    'users',
    async on => (await alembic.run(project, inputs, { on })).log,
  )
  expect(told).toEqual(['ALTER TABLE users ADD COLUMN email TEXT'])
})
