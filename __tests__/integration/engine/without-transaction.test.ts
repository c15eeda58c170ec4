import { describe, expect, test } from '@jest/globals'
import { checksumOf } from '../../../src/engines/sql/text/checksum.ts'
import { useBench } from '../../support/gate.ts'

const bench = useBench()
const head = '-- migrate:up transaction:false\n'
const statements = [
  'create table log (step int)',
  'insert into log values (2)',
  'insert into log values (3 / 0)',
  'insert into log values (4)',
  'insert into log values (5)',
]
const file = (given: string[]) => `${head}${given.join(';\n')};\n`
const steps = async () =>
  (await bench.query<{ step: number }>('select step from log order by step')).map(row => row.step)

describe('a failure at statement 3 of 5', () => {
  test('is recorded, and the next run goes on with the mended statement', async () => {
    bench.write({ '0001_a.sql': 'select 1;', '0002_b.sql': file(statements) })
    const { fault, database } = await bench.run()
    expect(fault).toMatchObject({
      id: 'revision-failed',
      message: expect.stringMatching(/^Revision 0002 b failed at statement 3 of 5: division by zero/),
      state: 'Statements 1 to 2 of 5 took effect and stay. The next run goes on with statement 3.',
      place: { path: 'migrations/0002_b.sql', line: 4 },
    })
    expect(database).toMatchObject({ to: ['0001'], failed: '0002', unfinished: [{ id: '0002', done: 2 }] })
    expect((await bench.history())[1]).toMatchObject({
      version: '0002',
      state: 'dirty',
      statements_done: 2,
      statement_hashes: statements.slice(0, 2).map(checksumOf),
    })
    expect(await steps()).toEqual([2])

    const plan = await bench.run({ command: 'plan' })
    expect(plan.database).toMatchObject({ pending: ['0002'], problems: [] })

    bench.write({ '0002_b.sql': file(statements.with(2, 'insert into log values (3)')) })
    const again = await bench.run()
    expect(again.database).toMatchObject({ to: ['0002'], applied: ['0002'], unfinished: [] })
    expect(await steps()).toEqual([2, 3, 4, 5])
    expect((await bench.history())[1]).toMatchObject({ state: 'applied', statements_done: 5 })
  })

  test('is for a person to settle when the statements that ran were edited', async () => {
    bench.write({ '0001_a.sql': 'select 1;', '0002_b.sql': file(statements) })
    await bench.run()
    bench.write({ '0002_b.sql': file(statements.with(1, 'insert into log values (22)').with(2, 'select 1')) })
    const { fault, log } = await bench.run()
    expect(fault).toMatchObject({ id: 'dirty-edited', exit: 1 })
    expect(log).toContain('next: migration-gate stamp 0002   (if all of it is in the database)')
    expect(log).toContain('next: migration-gate stamp 0001   (if what took effect was undone)')
    expect(await steps()).toEqual([2])
  })

  test('is so too when the revision was made transactional afterwards', async () => {
    bench.write({ '0002_b.sql': file(statements) })
    await bench.run()
    bench.write({ '0002_b.sql': file(statements).replace(head, '') })
    expect((await bench.run()).fault).toMatchObject({ id: 'dirty-edited' })
  })
})

test('a block that may have committed a part offers what settles it: the next run would be closed', async () => {
  bench.write({
    '0001_a.sql': 'select 1;',
    '0002_b.sql': file(['select 1', 'do $$ begin perform 1 / 0; end $$']),
  })
  const { fault } = await bench.run()
  expect(fault?.state).toContain('it may have committed a part')
  expect(fault?.cure).toContain('Look at the database.')
  const offered = ['stamp 0002', 'stamp 0001']
  expect(fault?.next?.map(one => `${one.command} ${one.revision}`)).toEqual(offered)
  const again = await bench.run()
  expect(again.fault?.id).toBe('dirty')
  expect(again.fault?.next).toEqual(fault?.next)
})

test('a failure of the first statement leaves nothing, and the file may become transactional', async () => {
  bench.write({ '0001_a.sql': `${head}select nope;\ncreate table a ();` })
  expect((await bench.run()).fault?.state).toBe(
    'No statement of 0001 was completed; the next run begins with the first.',
  )
  bench.write({ '0001_a.sql': 'create table a ();' })
  expect((await bench.run()).database.to).toEqual(['0001'])
  expect(await bench.history()).toEqual([expect.objectContaining({ version: '0001', state: 'applied' })])
})

/** Makes the history say that a run died while the statement number `done + 1` was under way. */
async function diedAt(done: number, given: string[]): Promise<void> {
  await bench.query(
    `update migration_history set state = 'dirty', statements_done = $1, statement_hashes = $2 where version = '0002'`,
    [done, given.slice(0, done + 1).map(checksumOf)],
  )
}

describe('a run that died in CREATE INDEX CONCURRENTLY', () => {
  const index = 'create unique index concurrently "Odd_Name" on Items (id)'
  const texts = ['insert into items values (1)', index, 'insert into items values (2)']

  async function makeItems(): Promise<void> {
    bench.write({ '0001_a.sql': 'create table items (id int);', '0002_b.sql': file(texts) })
  }
  const validity = async () =>
    (
      await bench.query<{ valid: boolean }>(
        'select indisvalid as valid from pg_index where indrelid = $1::regclass',
        ['items'],
      )
    ).map(row => row.valid)

  test('goes on behind it when the index is valid', async () => {
    await makeItems()
    await bench.run()
    await bench.query('delete from items where id = 2')
    await diedAt(1, texts)
    const [before] = await bench.query(`select '"Odd_Name"'::regclass::oid as oid`)
    expect((await bench.run()).database.to).toEqual(['0002'])
    expect(await bench.query(`select '"Odd_Name"'::regclass::oid as oid`)).toEqual([before])
    expect(await bench.query('select id from items order by id')).toEqual([{ id: 1 }, { id: 2 }])
  })

  test('drops and redoes it when the index is invalid', async () => {
    await makeItems()
    await bench.run({ revision: '1' })
    await bench.query('insert into items values (1)')
    // Duplicates: the server leaves an invalid index, as a cancelled or killed run does.
    const { fault } = await bench.run()
    expect(fault).toMatchObject({ server: { code: '23505' }, place: { line: 3 } })
    expect(await validity()).toEqual([false])
    await diedAt(1, texts)
    await bench.query('delete from items where ctid = (select min(ctid) from items)')

    expect((await bench.run()).report.gate).toBe('open')
    expect(await validity()).toEqual([true])
    expect(await bench.query('select id from items order by id')).toEqual([{ id: 1 }, { id: 2 }])
  })

  test('redoes it when there is no index', async () => {
    await makeItems()
    await bench.run()
    await bench.query('drop index "Odd_Name"; delete from items where id = 2')
    await diedAt(1, texts)
    expect((await bench.run()).report.gate).toBe('open')
    expect(await validity()).toEqual([true])
  })

  test('after a failure that the server reported, the invalid index goes as well', async () => {
    await makeItems()
    await bench.run({ revision: '1' })
    await bench.query('insert into items values (1)')
    await bench.run()
    expect((await bench.history())[1]).toMatchObject({
      statements_done: 1,
      statement_hashes: [checksumOf(texts[0] ?? '')],
    })
    const { log } = await bench.run({ command: 'plan' })
    expect(log).toMatch(/0002 left the invalid index \w+ behind; the next run drops it first\./)
    expect(log).toMatch(/was begun by an earlier run: 1 statement done, statement 2 is next/)
    await bench.query('delete from items where ctid = (select min(ctid) from items)')
    expect((await bench.run()).database.to).toEqual(['0002'])
    expect(await validity()).toEqual([true])
  })
})

describe('a run that died in a statement that leaves no trace to read', () => {
  const texts = ['create table log (step int)', 'insert into log values (1)', 'insert into log values (2)']

  async function die(): Promise<void> {
    bench.write({ '0001_a.sql': 'select 1;', '0002_b.sql': file(texts) })
    await bench.run()
    await diedAt(1, texts)
  }

  test('closes the gate with both ways out', async () => {
    await die()
    const { fault, log, report } = await bench.run()
    expect(report.gate).toBe('closed')
    expect(fault).toMatchObject({ id: 'dirty', place: { path: 'migrations/0002_b.sql', line: 3 } })
    expect(fault?.message).toContain('statement 2 of 3 was under way (insert into log values (1))')
    expect(log).toContain('next: migration-gate stamp 0002   (if all of it is in the database)')
    expect(log).toContain('next: migration-gate stamp 0001   (if what took effect was undone)')
    expect((await bench.run({ command: 'plan' })).report.gate).toBe('open')
  })

  test('stamp to the revision says that all of it is there', async () => {
    await die()
    const { report, database } = await bench.run({ command: 'stamp', revision: '0002' })
    expect(report).toMatchObject({ status: 'stamped', gate: 'open' })
    expect(database.to).toEqual(['0002'])
    expect((await bench.history())[1]).toMatchObject({
      state: 'applied',
      statement_hashes: [],
      statements_done: 0,
    })
    expect((await bench.run()).report.status).toBe('up-to-date')
  })

  test('stamp to the one before lets it run again', async () => {
    await die()
    await bench.query('drop table log')
    await bench.run({ command: 'stamp', revision: '0001' })
    expect((await bench.run()).database).toMatchObject({ from: ['0001'], to: ['0002'], applied: ['0002'] })
    expect(await steps()).toEqual([1, 2])
  })

  test('a role of the revision does not keep the progress from being recorded', async () => {
    bench.write({
      '0001_a.sql': `${head}set role pg_read_all_data;\nselect 1;\nselect nope;`,
    })
    await bench.superuser(`grant pg_read_all_data to ${bench.database.name}`)
    expect((await bench.run()).fault?.state).toContain('Statements 1 to 2 of 3 took effect')
    expect((await bench.history())[0]).toMatchObject({ state: 'dirty', statements_done: 2 })
  })
})
