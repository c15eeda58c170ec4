import { beforeEach, describe, expect, it, test } from '@jest/globals'
import type { Removal } from '../../../src/stamp.ts'
import { eventually, type GateOptions, useBench } from '../../support/gate.ts'
import { query } from '../../support/postgres.ts'

const bench = useBench()

const files = {
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
const all = ['0001', '0002', '0003', '0004']

beforeEach(async () => {
  bench.write(files)
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

test.each([
  ['-1', all.slice(0, 3)],
  ['-4', []],
  ['base', []],
  ['2', all.slice(0, 2)],
  ['0002_note', all.slice(0, 2)],
  ['0002_', all.slice(0, 2)],
  ['head', all],
])('%s leaves %j', async (revision, left) => {
  const { report } = await downgrade(revision)
  expect(report).toMatchObject({ gate: 'open', status: revision === 'head' ? 'up-to-date' : 'downgraded' })
  expect(await versions()).toEqual(left)
})

test.each([
  ['-5', 'downgrade-target'],
  ['-0', 'downgrade-target'],
  ['+1', 'downgrade-target'],
  ['0005', 'downgrade-target'],
  ['000', 'revision-ambiguous'],
])('%s leads nowhere', async (revision, id) => {
  bench.write({ '0005_later.sql': 'select 1;' })
  const { fault, report } = await downgrade(revision)
  expect(fault).toMatchObject({ id, exit: 2 })
  expect(report.gate).toBe('closed')
  expect(await versions()).toEqual(all)
})

test('needs a revision', async () => {
  await expect(bench.run({ command: 'downgrade' })).rejects.toMatchObject({ fault: { id: 'input-needed' } })
})

describe('before anything runs', () => {
  it('asks with what goes, and what is lost; a no, or nobody, changes nothing', async () => {
    const asked: Removal[] = []
    for (const given of ['no', 'nobody'] as const) {
      const agree = async (removal: Removal) => {
        asked.push(removal)
        return given
      }
      const { fault } = await downgrade('0001', {}, { agree })
      expect(fault).toMatchObject({ id: 'downgrade-asks', exit: 2 })
      expect(fault?.message).toContain('drop column orders.note')
    }
    expect(asked[0]).toMatchObject({
      ids: ['0004', '0003', '0002'],
      database: bench.database.name,
      losses: ['drop table lines', 'drop column orders.note'],
    })
    expect(await versions()).toEqual(all)
    expect((await downgrade('-1', {}, { agree: async () => 'yes' })).report.status).toBe('downgraded')
  })

  it('a dry run says all of it, asks nobody and writes nothing', async () => {
    const agree = () => Promise.reject(new Error('asked'))
    const { report, database, log } = await downgrade('base', {}, { dryRun: true, agree })
    expect(report).toMatchObject({ gate: 'open', dryRun: true, status: 'up-to-date' })
    expect(database.descent?.revisions.map(one => one.id)).toEqual([...all].reverse())
    expect(log).toContain('would take back 4 revisions, newest first, and leaves it at no revision')
    expect(log).toContain('      -- the first of all\n      drop table orders;')
    expect(log).toContain('🟢 Nothing was written')
    expect(await versions()).toEqual(all)
  })

  it('what came after the question stays', async () => {
    const agree = async () => {
      await bench.query(`insert into migration_history (version, name, checksum, state)
        values ('0005', 'other', 'abc', 'applied')`)
      bench.write({ '0005_other.sql': '-- migrate:up\nselect 1;\n-- migrate:down\nselect 2;\n' })
      return 'yes' as const
    }
    expect((await downgrade('0003', { allow: 'modified' }, { agree })).fault?.message).toContain(
      '0005 has no file in this commit',
    )
    expect(await versions()).toEqual([...all, '0005'])
  })

  it('a file that is gone can be brought back from the commit that ran it', async () => {
    bench.write({ '0003_index.sql': null })
    const { fault } = await downgrade('0002')
    expect(fault?.id).toBe('way-down-missing')
    expect(fault?.foreign?.map(one => one.line)).toEqual([
      `git checkout ${'c'.repeat(40)} -- ':/migrations/0003_*'`,
    ])
  })

  it('every way down that is missing or empty is named at once, with the ways out', async () => {
    bench.write({
      '0002_note.sql': '-- migrate:up\nalter table orders add column note text;\n',
      '0003_index.sql':
        '-- migrate:up transaction:false\ncreate index concurrently orders_id on orders (id);\n-- migrate:down\n-- nothing\n',
      '0004_lines.down.sql': null,
    })
    const { fault } = await downgrade('base')
    expect(fault).toMatchObject({
      id: 'way-down-missing',
      exit: 1,
      place: { path: 'migrations/0004_lines.up.sql' },
    })
    for (const said of [
      'migrations/0004_lines.up.sql has no .down.sql beside it',
      'migrations/0003_index.sql has a way down without a statement',
      'migrations/0002_note.sql has no `-- migrate:down`',
    ])
      expect(fault?.message).toContain(said)
    expect(fault?.next?.map(one => [one.command, one.when])).toEqual([
      ['downgrade', 'its way down is written and committed'],
      ['upgrade', 'a new revision undoes it'],
    ])
    expect(await versions()).toEqual(all)
    // Below what is missing there is nothing to say.
    bench.write({ '0004_lines.down.sql': 'drop table lines;' })
    expect((await downgrade('0003')).report.status).toBe('downgraded')
  })

  it('an edited revision is taken back only where that is allowed; one that stays is no matter', async () => {
    bench.write({
      '0001_orders.sql': files['0001_orders.sql'].replace('id int', 'id bigint'),
      '0004_lines.up.sql': 'create table lines (id bigint);\n',
    })
    const { fault } = await downgrade('-1')
    expect(fault?.id).toBe('modified')
    expect(fault?.next).toEqual([
      expect.objectContaining({ command: 'downgrade', revision: '-1', with: { allow: 'modified' } }),
    ])
    const allowed = await downgrade('-1', { allow: 'modified' })
    expect(allowed.report.status).toBe('downgraded')
    expect(allowed.log).toContain('allowed: ')
    // The way down is no part of the checksum.
    bench.write({ '0002_note.sql': files['0002_note.sql'].replace('drop column note', 'drop note') })
    expect((await downgrade('0001')).report.status).toBe('downgraded')
  })

  it('refuses transaction control and what cannot run in a transaction, in the way down', async () => {
    bench.write({ '0004_lines.down.sql': 'drop table lines;\ncommit;\n' })
    expect((await downgrade('-1')).fault).toMatchObject({
      id: 'sql-transaction-control',
      place: { path: 'migrations/0004_lines.down.sql', line: 2 },
    })
    bench.write({ '0004_lines.down.sql': 'drop index concurrently orders_id;\n' })
    expect((await downgrade('-1')).fault).toMatchObject({ id: 'sql-outside-transaction' })
    expect(await versions()).toEqual(all)
  })

  it('is refused on a pull request', async () => {
    const { fault } = await downgrade('base', {}, { env: { GITHUB_EVENT_NAME: 'pull_request' } })
    expect(fault?.id).toBe('event-writes')
    expect(await versions()).toEqual(all)
  })
})

describe('a way down that fails', () => {
  it('is rolled back; those before it stay taken back, and the way out is a downgrade', async () => {
    bench.write({
      '0002_note.sql': files['0002_note.sql'].replace('drop column note', 'drop column no_te'),
    })
    const { fault, database } = await downgrade('base')
    expect(database.outcomes.map(one => `${one.revision.id} ${one.result}`)).toEqual([
      '0004 downgraded',
      '0003 downgraded',
      '0002 failed',
      '0001 skipped',
    ])
    expect(database).toMatchObject({ status: 'failed', failed: '0002', to: ['0002'] })
    expect(fault).toMatchObject({
      id: 'revision-failed',
      place: { path: 'migrations/0002_note.sql', line: 4 },
      state: 'All of 0002 was rolled back: the database is at 0002, as before.',
    })
    expect(fault?.message).toMatch(/^The way down of 0002 note failed at statement 1 of 1: /)
    expect(fault?.next).toContainEqual(expect.objectContaining({ command: 'downgrade', revision: 'base' }))
    expect(fault?.next).toContainEqual({ command: 'upgrade', when: 'a new revision undoes it instead' })
    expect(await versions()).toEqual(['0001', '0002'])
  })

  it('offers by its name the revision that was to stay, when steps were counted and some are done', async () => {
    bench.write({
      '0003_index.sql': files['0003_index.sql'].replace('ntly orders_id;', 'ntly nothing;'),
    })
    const { fault, database } = await downgrade('-2')
    expect(database).toMatchObject({ applied: ['0004'], failed: '0003' })
    // A further `-2` would take 0002 back as well.
    expect(fault?.next?.[0]).toMatchObject({ command: 'downgrade', revision: '0002' })
  })

  it('is said to be half done where it ran outside of a transaction, and goes on from there', async () => {
    const way = (second: string) =>
      `-- migrate:up transaction:false\ncreate table a ();\ncreate table b ();\n-- migrate:down transaction:false\ndrop table b;\n${second};\n`
    bench.write({ '0005_ab.sql': way('drop table aa') })
    await bench.run()
    const { fault, database } = await downgrade('-1')
    expect(fault?.state).toContain('Statement 1 of 2 took effect and stays')
    // No upgrade: that would be closed.
    expect(fault?.next?.map(one => `${one.command} ${one.revision}`)).toEqual([
      'downgrade 0004',
      'stamp 0005',
      'stamp 0004',
    ])
    expect(database.unfinished).toEqual([{ id: '0005', done: 1, down: true }])
    expect(await bench.tables()).toEqual(['a', 'lines', 'orders'])
    // Neither an upgrade nor a plan takes that for a way up.
    const up = await bench.run()
    expect(up.fault).toMatchObject({ id: 'dirty-down' })
    expect(up.fault?.next?.map(one => `${one.command} ${one.revision}`)).toEqual([
      'downgrade 0004',
      'stamp 0005',
      'stamp 0004',
    ])
    expect(up.log).toContain('half taken back by an earlier run: 1 statement of its way down done')
    // What has run is not what is written there any more.
    bench.write({ '0005_ab.sql': way('drop table a').replace('drop table b;', 'drop table if exists b;') })
    expect((await downgrade('-1')).fault).toMatchObject({ id: 'dirty-down-unknown' })
    bench.write({ '0005_ab.sql': way('drop table a') })
    expect((await downgrade('-1')).database).toMatchObject({ status: 'downgraded', to: ['0004'] })
    expect(await versions()).toEqual(all)
    expect(await bench.tables()).toEqual(['lines', 'orders'])
  })

  it('leaves the row as it was where the first statement fails outside of a transaction', async () => {
    bench.write({ '0003_index.sql': files['0003_index.sql'].replace('ntly orders_id;', 'ntly nothing;') })
    expect((await downgrade('0002')).database).toMatchObject({ failed: '0003', to: ['0003'] })
    expect((await bench.history())[2]).toMatchObject({
      version: '0003',
      state: 'applied',
      duration_ms: expect.any(Number),
    })
    expect((await bench.run({ command: 'plan' })).database).toMatchObject({ problems: [], unfinished: [] })
  })

  it('is rolled back where a trigger keeps its row', async () => {
    await bench.query(`create function keep() returns trigger language plpgsql as 'begin return null; end'`)
    await bench.query(
      'create trigger keep before delete on migration_history for each row execute function keep()',
    )
    const { fault, database } = await downgrade('-1')
    expect(fault).toMatchObject({ id: 'revision-unrecorded' })
    expect(fault?.message).toMatch(/^The way down of 0004 lines could not be recorded/)
    expect(database.to).toEqual(['0004'])
    expect(await bench.tables()).toContain('lines')
  })
})

test('a revision that is half applied is settled first', async () => {
  bench.write({ '0005_ab.sql': '-- migrate:up transaction:false\ncreate table a ();\nselect 1 / 0;\n' })
  await bench.run()
  const { fault } = await downgrade('0003')
  expect(fault).toMatchObject({ id: 'downgrade-unfinished' })
  expect(fault?.next?.map(one => one.command)).toEqual(['upgrade', 'stamp'])
})

test('the lock is taken, and the state read again under it', async () => {
  bench.write({ '0004_lines.down.sql': 'select pg_sleep(1); drop table lines;' })
  const one = downgrade('-1')
  await eventually(async () => {
    const rows = await query(
      bench.database.superuserUrl,
      `select 1 from pg_locks where locktype = 'advisory'`,
    )
    return rows.length > 0
  })
  const [first, second] = await Promise.all([one, downgrade('0003')])
  expect(first.report.status).toBe('downgraded')
  expect(second.report).toMatchObject({ gate: 'open', status: 'pending' })
  expect(second.database.outcomes).toEqual([])
  expect(await versions()).toEqual(all.slice(0, 3))
})

test('session state of one way down does not reach the next', async () => {
  bench.write({ '0004_lines.down.sql': 'drop table lines; set search_path to pg_catalog;' })
  expect((await downgrade('0001')).report.status).toBe('downgraded')
})

test('a deferred constraint that is violated takes the way down back with it', async () => {
  bench.write({
    '0005_parts.sql': `-- migrate:up
create table parts (id int primary key, whole int references parts deferrable initially deferred);
-- migrate:down
insert into parts values (1, 2);
`,
  })
  await bench.run()
  const { fault, database } = await downgrade('-1')
  expect(fault).toMatchObject({ id: 'revision-commit', server: { code: '23503' } })
  expect(database.to).toEqual(['0005'])
})

test('a signal cancels the way down that runs: it is rolled back, and the next command goes on', async () => {
  bench.write({
    '0002_note.sql': files['0002_note.sql'].replace(
      'alter table orders drop',
      'select pg_sleep(60);\nalter table orders drop',
    ),
  })
  const controller = new AbortController()
  const running = downgrade('0001', {}, { signal: controller.signal })
  await eventually(() =>
    bench
      .superuser(`select 1 from pg_stat_activity where query like 'select pg_sleep%'`)
      .then(rows => rows.length > 0),
  )
  controller.abort()
  const { fault, database } = await running
  expect(fault).toMatchObject({ id: 'interrupted', exit: 130 })
  expect(fault?.next).toEqual([expect.objectContaining({ command: 'downgrade', revision: '0001' })])
  expect(database.to).toEqual(['0002'])
  expect(await versions()).toEqual(['0001', '0002'])
})

test('a row that spells its version otherwise goes all the same', async () => {
  await bench.query(`update migration_history set version = '4' where version = '0004'`)
  const { database } = await downgrade('3')
  expect(database).toMatchObject({ status: 'downgraded', to: ['0003'], applied: ['0004'] })
  expect(await versions()).toEqual(['0001', '0002', '0003'])
})

test('one database at a time: a revision of one says nothing of another', async () => {
  bench.project.write({
    'gate.yml':
      'databases:\n  a: {engine: sql, directory: migrations, url: A_URL}\n  b: {engine: sql, directory: migrations, url: B_URL}\n',
  })
  const env = { A_URL: bench.database.url, B_URL: bench.database.url }
  const config = { config: 'gate.yml' }
  for (const revision of ['base', '-1'])
    await expect(downgrade(revision, config, { env })).rejects.toMatchObject({
      fault: { id: 'stamp-several' },
    })
  const { database } = await downgrade('-1', { ...config, database: 'a' }, { env })
  expect(database).toMatchObject({ name: 'a', status: 'downgraded' })
})
