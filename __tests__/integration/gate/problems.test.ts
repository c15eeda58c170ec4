import { beforeEach, expect, test } from '@jest/globals'
import { withClient } from '../../../script/postgres.mjs'
import { useBench } from '../../support/gate.ts'

const bench = useBench()

beforeEach(async () => {
  bench.write({ '0002_b.sql': 'create table b ();', '0004_d.sql': 'create table d ();' })
  await bench.run()
})

/** Closed for upgrade with this fault, nothing changed; said and open for plan; open again once it is allowed. */
async function expectClosed(id: string): Promise<void> {
  const before = await bench.tables()
  const upgrade = await bench.run()
  expect(upgrade.report).toMatchObject({ gate: 'closed', status: 'failed' })
  expect(upgrade.fault?.id).toBe(id)
  expect(await bench.tables()).toEqual(before)

  const plan = await bench.run({ command: 'plan' })
  expect(plan.report).toMatchObject({ gate: 'open', upgrade: 'closed' })
  expect(plan.database.problems.map(problem => problem.fault.id)).toContain(id)
  expect(plan.log).toContain('The gate would be closed')

  const allowed = await bench.run({ allow: id })
  expect(allowed.report.gate).toBe('open')
  expect(allowed.report).not.toHaveProperty('upgrade')
  expect((await bench.run({ command: 'plan', allow: id })).report.upgrade).toBe('open')
  expect(allowed.database.problems).toContainEqual(expect.objectContaining({ kind: id, allowed: true }))
  expect(allowed.log).toContain('⚠️  allowed: ')
}

test('modified', async () => {
  bench.write({ '0002_b.sql': 'create table b (id int);' })
  await expectClosed('modified')
  const { log } = await bench.run()
  expect(log).toContain('migrations/0002_b.sql was edited after 0002 ran')
  expect(log).toContain(
    `next: git checkout ${'c'.repeat(40)} -- :/migrations/0002_b.sql   (if the change belongs into a new revision)\n` +
      '   next: migration-gate stamp 0004   (if the database was mended by hand)',
  )
  await bench.run({ command: 'stamp', revision: '0004' })
  expect((await bench.run()).report.status).toBe('up-to-date')
})

test('missing', async () => {
  bench.write({ '0002_b.sql': null })
  const { log } = await bench.run()
  expect(log).toContain(
    `next: git checkout ${'c'.repeat(40)} -- ':/migrations/0002_*'   (if its file was lost)`,
  )
  expect(log).toContain('next: migration-gate upgrade --allow missing   (if it was removed on purpose)')
  await expectClosed('missing')
})

test('ahead', async () => {
  bench.write({ '0004_d.sql': null })
  expect((await bench.run({ allow: 'modified' })).log).toContain(
    'next: migration-gate upgrade --allow modified,ahead   (if this older commit can live with it)',
  )
  await expectClosed('ahead')
})

test('out-of-order', async () => {
  bench.write({ '0003_c.sql': 'create table c ();' })
  expect((await bench.run()).log).toContain(
    'next: migration-gate upgrade --allow out-of-order   (if it may run late)',
  )
  await expectClosed('out-of-order')
  expect(await bench.tables()).toEqual(['b', 'c', 'd'])
})

test('a version with two files is no edited one: nothing is offered that would be wrong', async () => {
  bench.write({ '0002_other.sql': 'create table other ();' })
  const { database, log } = await bench.run()
  expect(database.problems.map(problem => problem.kind)).toEqual(['duplicate'])
  expect(log).not.toContain('next:')
})

test('a commit in the history that is no commit is not offered to a shell', async () => {
  await bench.query(`update migration_history set commit_sha = 'x; rm -rf /' where version = '0002'`)
  bench.write({ '0002_b.sql': 'select 2;' })
  const { fault } = await bench.run()
  expect(fault).toMatchObject({ id: 'modified', foreign: [] })
})

test('ahead is no `head` that lies behind', async () => {
  bench.write({ '0004_d.sql': null })
  const { fault, log } = await bench.run()
  expect(fault?.id).toBe('ahead')
  expect(log).not.toContain('nothing is taken back')
})

test.each(['0002', 'base'])('upgrade %s takes nothing back, and says so', async revision => {
  const { report, log } = await bench.run({ revision })
  expect(report.status).toBe('up-to-date')
  expect(log).toMatch(
    /⚠️ It is at 0004 and (0002 is already applied|base lies behind it): nothing is taken back/,
  )
  expect((await bench.run({ revision: '0004' })).log).not.toContain('taken back')
})

test('a lock is not the file’s fault: wait longer; what is made twice is', async () => {
  bench.write({ '0005_e.sql': 'alter table d add column x int;', '0006_f.sql': 'create table d ();' })
  const locked = await withClient(bench.database.url, async client => {
    await client.query('begin; lock table d')
    return bench.run({ 'lock-timeout': '200ms' })
  })
  expect(locked.log).toContain('cure: The file is not to blame')
  expect(locked.log).toContain('next: migration-gate upgrade --lock-timeout 30s')
  const exists = await bench.run()
  expect(exists.fault?.cure).toContain('Take it out of this revision')
})

test('one allowed problem does not open the gate for another', async () => {
  bench.write({ '0002_b.sql': 'select 2;', '0003_c.sql': 'create table c ();' })
  const { fault, report } = await bench.run({ allow: 'modified' })
  expect(report.gate).toBe('closed')
  expect(fault?.id).toBe('out-of-order')
})

test('file faults close the gate before the first revision runs, each with its line', async () => {
  bench.write({
    '0005_e.sql': 'create table e ();',
    '0006_f.sql': 'create table f ();\ncommit;\n',
    '0007_g.sql': '\\restrict abc\nselect 1;',
    '0008_h.sql': 'copy e from stdin;',
    '0009_i.sql': 'create index concurrently x on e (id);',
    '0010_j.sql': "select 'never ends",
    '0011_k.sql': Buffer.from([0x73, 0xff, 0xfe]),
    '0012_l.sql': Buffer.from('select 1;\0'),
    'V2__flyway.sql': 'select 1;',
  })
  const { report, database, log } = await bench.run()
  expect(report.gate).toBe('closed')
  expect(new Set(database.problems.map(problem => problem.fault.id))).toEqual(
    new Set([
      'sql-transaction-control',
      'sql-meta-command',
      'sql-copy-stdin',
      'sql-outside-transaction',
      'sql-unterminated',
      'revision-unreadable',
      'revision-foreign',
    ]),
  )
  expect(log).toContain('at migrations/0006_f.sql:2:1')
  expect(log).toContain('0011_k.sql cannot be read: it is not UTF-8 (line 1)')
  expect(log).toContain('0012_l.sql cannot be read: it has a NUL byte at offset 9')
  expect(log).toContain('V2__flyway.sql is not named like a revision; it has the shape of Flyway')
  expect(await bench.tables()).toEqual(['b', 'd'])
})
