import { beforeEach, describe, expect, test } from '@jest/globals'
import { withClient } from '../../../script/postgres.mjs'
import { lockKey } from '../../../src/database/lock.ts'
import { scriptFiles } from '../../support/alembic.ts'
import { email, failing, useAlembic, users } from '../../support/alembic-gate.ts'
import { type GateOptions, type GateRun, useBench } from '../../support/gate.ts'
import { freshDatabase } from '../../support/postgres.ts'

const bench = useBench()
const plan = async (inputs = {}) => (await bench.run({ command: 'plan', ...inputs })).database.plan
const approve = (fingerprint: string, inputs = {}, options: GateOptions = {}): Promise<GateRun> =>
  bench.run({ 'approved-plan': fingerprint, ...inputs }, options)

describe('of the sql engine', () => {
  beforeEach(() => {
    bench.write({
      '0001_a.sql': 'create table a ();',
      '0002_b.sql': 'create table b ();',
      '0003_c.sql': 'create table c ();',
    })
  })

  test('the approved plan runs, and a second run of the same deploy has nothing to refuse', async () => {
    const approved = await plan()
    expect(approved).toMatch(/^[0-9a-f]{64}$/)
    expect((await bench.run({ command: 'plan' })).log).toContain(`no other: approved-plan ${approved}\n`)
    expect((await approve(approved)).report).toMatchObject({ gate: 'open', status: 'upgraded' })
    expect((await approve(approved)).report).toMatchObject({ gate: 'open', status: 'up-to-date' })
  })

  test('another one does not: both fingerprints, what is pending now, and where to look', async () => {
    const approved = await plan()
    bench.write({ '0004_d.sql': 'create table d ();' })
    const { report, fault, log } = await approve(approved)
    expect(report).toMatchObject({ gate: 'closed', status: 'failed' })
    const now = await plan()
    expect(fault).toMatchObject({
      id: 'plan-differs',
      exit: 1,
      message: `This is not the plan that was approved: ${approved} was, and what would run now is ${now}, with 0001, 0002, 0003, 0004 pending.`,
      next: [{ command: 'plan' }],
    })
    expect(log).toContain('next: migration-gate plan')
    expect(await bench.tables()).toEqual([])
    expect((await approve(now)).report.gate).toBe('open')
  })

  /** What makes it another plan. */
  const changes: Record<string, { change?: () => unknown; inputs?: Record<string, string> }> = {
    contents: { change: () => bench.write({ '0003_c.sql': 'create table c (id int);' }) },
    'one more': { change: () => bench.write({ '0004_d.sql': 'select 1;' }) },
    'one less': { change: () => bench.write({ '0003_c.sql': null }) },
    'the order': { change: () => bench.write({ '0003_c.sql': null, '0000_c.sql': 'create table c ();' }) },
    'the target': { inputs: { revision: '0002' } },
    'a section outside of a transaction': {
      change: () => bench.write({ '0003_c.sql': '-- migrate:up transaction:false\ncreate table c ();' }),
    },
    'where the database stands': { change: () => bench.run({ revision: '0001' }) },
    'the checksum of what is applied': {
      change: async () => {
        await bench.run({ command: 'stamp', revision: '0001' })
        await bench.query("update migration_history set checksum = repeat('0', 64)")
      },
    },
  }

  test.each(Object.entries(changes))('%s makes another plan', async (_, { change, inputs = {} }) => {
    const approved = await plan()
    await change?.()
    const now = { ...inputs, allow: 'modified' }
    expect(await plan(now)).not.toBe(approved)
    expect((await approve(approved, now)).fault?.id).toBe('plan-differs')
  })

  test('what is no part of it makes none: a way down, a line end, a comment above the first marker', async () => {
    bench.write({ '0003_c.sql': '-- migrate:up\ncreate table c ();\n' })
    const before = await plan()
    bench.write({
      '0003_c.sql': '-- why\r\n-- migrate:up\r\ncreate table c ();\r\n-- migrate:down\r\ndrop table c;',
    })
    expect(await plan()).toBe(before)
  })

  test('it is compared under the lock: what another run did while this one waited counts', async () => {
    await bench.run({ revision: '0001' })
    const approved = await plan()
    await withClient(bench.database.url, async other => {
      const key = lockKey(bench.database.name, 'public.migration_history')
      await other.query('select pg_advisory_lock($1::bigint)', [key])
      let meanwhile: Promise<unknown> | undefined
      const { report, database, fault } = await approve(
        approved,
        { allow: 'modified' },
        {
          on: event => {
            if (event.kind !== 'waiting') return
            meanwhile ??= other
              .query(
                "insert into migration_history (version, name, checksum, state) values ('0002', 'b', repeat('0', 64), 'applied')",
              )
              .then(() => other.query('select pg_advisory_unlock($1::bigint)', [key]))
          },
        },
      )
      await meanwhile
      expect(report.gate).toBe('closed')
      expect(database.applied).toEqual([])
      expect(fault?.id).toBe('plan-differs')
    })
    expect(await bench.tables()).toEqual(['a'])
  })

  test.each([
    ['5be4', 'the fingerprint that `plan` gives'],
    [`default:${'a'.repeat(63)}`, 'the fingerprint that `plan` gives'],
    ['--help', 'the fingerprint that `plan` gives'],
  ])('%s is refused as an input', async (given, allowed) => {
    await expect(approve(given)).rejects.toMatchObject({
      fault: { id: 'input-value', message: expect.stringContaining(allowed), exit: 2 },
    })
  })

  test('files of `after` are a part of it, which counts also when no revision is pending', async () => {
    bench.project.write({ 'roles.sql': 'select 1;' })
    const approved = await plan({ after: 'roles.sql' })
    expect(approved).toMatch(/^[0-9a-f]{64}-[0-9a-f]{16}$/)
    expect(approved).toContain(await plan())
    expect((await approve(await plan(), { after: 'roles.sql' })).fault?.id).toBe('plan-differs')
    const first = await approve(approved, { after: 'roles.sql' })
    expect(first.report).toMatchObject({ gate: 'open', status: 'upgraded' })
    expect(first.database.plan).toBe(approved)
    expect((await approve(approved, { after: 'roles.sql' })).report.gate).toBe('open')
    bench.project.write({ 'roles.sql': 'drop table a;' })
    expect((await approve(approved, { after: 'roles.sql' })).fault?.id).toBe('plan-differs')
    expect(await bench.tables()).toEqual(['a', 'b', 'c'])
  })
})

describe('of Alembic', () => {
  const alembic = useAlembic()

  test('contents, target and the version table make another plan, and the approved one runs', async () => {
    const project = alembic.make({ revisions: [users, email] })
    const planned = async (inputs = {}) =>
      (await alembic.run(project, { command: 'plan', ...inputs })).database.plan
    const approved = await planned()
    expect(await planned({ revision: 'a1' })).not.toBe(approved)
    project.write(scriptFiles([users, { ...email, upgrade: 'pass' }]))
    expect(await planned()).not.toBe(approved)
    const closed = await alembic.run(project, { 'approved-plan': approved })
    expect(closed.fault).toMatchObject({
      id: 'plan-differs',
      message: expect.stringContaining('a1, b2 pending'),
    })
    project.write(scriptFiles([users, email]))
    expect((await alembic.run(project, { 'approved-plan': approved })).report.status).toBe('upgraded')
    expect((await alembic.run(project, { 'approved-plan': approved })).report.status).toBe('up-to-date')
    project.write(scriptFiles([users, email, failing]))
    expect((await alembic.run(project, { 'approved-plan': approved })).fault?.id).toBe('plan-differs')
    expect(await alembic.versions()).toEqual(['b2'])
  })
})

describe('of several databases', () => {
  test('each has its own; where one differs none is changed', async () => {
    const second = await freshDatabase()
    try {
      bench.project.write({
        '.github/migration-gate.yml':
          'databases:\n  a: { url: A_URL, engine: sql, directory: a }\n  b: { url: B_URL, engine: sql, directory: b }\n',
        'a/0001_a.sql': 'create table a ();',
        'b/0001_b.sql': 'create table b ();',
      })
      const env = { A_URL: bench.database.url, B_URL: second.url }
      const { report, log } = await bench.run({ command: 'plan' }, { env })
      expect(log).toMatch(/approved-plan a:[0-9a-f]{64},b:[0-9a-f]{64}\n/)
      const [a = '', b = ''] = report.databases.map(({ plan: fingerprint }) => fingerprint)
      const run = (given: string, inputs = {}) => bench.run({ 'approved-plan': given, ...inputs }, { env })

      for (const given of [a, `a:${a}, ${b}`])
        await expect(run(given)).rejects.toMatchObject({
          fault: { id: 'input-value', message: expect.stringContaining('name:fingerprint for each') },
        })
      await expect(run(`a:${a}`)).rejects.toMatchObject({
        fault: { id: 'approved-lacking', message: expect.stringContaining('no fingerprint for b') },
      })
      const closed = await run(`a:${a},b:${a}`)
      expect(closed.report.gate).toBe('closed')
      expect(closed.report.databases.map(({ fault }) => fault?.id)).toEqual([undefined, 'plan-differs'])
      expect(closed.log).toContain('next: migration-gate plan --database b')
      expect(await bench.tables()).toEqual([])

      // Of one, its fingerprint alone serves, and so does the list.
      expect((await run(a, { database: 'a' })).report.status).toBe('upgraded')
      expect((await run(`a:${a}\nb:${b}`, { database: 'b' })).report.status).toBe('upgraded')
      expect((await run(`a:${a} b:${b}`)).report).toMatchObject({ gate: 'open', status: 'up-to-date' })
    } finally {
      await second.drop()
    }
  })
})
