/** What follows the revisions, and where the database has to stand for it. */
import { describe, expect, test } from '@jest/globals'
import { useAlembic, users } from '../../support/alembic-gate.ts'
import { useBench } from '../../support/gate.ts'

describe('two branches of Alembic, of which one depends on the other', () => {
  const bench = useAlembic()
  // Its version table has b2 alone: a1, a head of the files, is implied.
  const make = () =>
    bench.make({
      revisions: [
        { ...users, down: null, labels: 'people' },
        { id: 'b2', down: null, dependsOn: 'a1', labels: 'mail', message: 'mail' },
      ],
      files: { 'smoke.sql': 'select 1 where false', 'roles.sql': 'grant select on users to public' },
    })

  test('at `heads` a check is asked, by the run that gets there and by later ones', async () => {
    const project = make()
    for (const status of ['upgraded', 'up-to-date']) {
      const open = await bench.run(project, { revision: 'heads', after: 'roles.sql' })
      expect(open.fault).toBeUndefined()
      expect(open.database).toMatchObject({ status, followUps: [{ result: 'done' }] })
      expect(await bench.versions()).toEqual(['b2'])
    }
    const closed = await bench.run(project, { revision: 'heads', smoke: 'smoke.sql' })
    expect(closed.report.gate).toBe('closed')
    expect(closed.fault?.id).toBe('smoke-failed')
  })

  test('at the head of one branch it is not, and that is said', async () => {
    const { report, log } = await bench.run(make(), { revision: 'people@head', smoke: 'smoke.sql' })
    expect(report.gate).toBe('open')
    expect(log).toContain('not run: `smoke`, which belong to a1, b2; the database is at a1, without b2')
  })

  test('a file of `after` that takes a row away closes the gate', async () => {
    const project = make()
    project.write({ 'roles.sql': 'delete from alembic_version' })
    const { fault } = await bench.run(project, { revision: 'heads', after: 'roles.sql' })
    expect(fault).toMatchObject({
      id: 'after-history',
      message:
        'The files of `after` changed the history: it says no revision, where the revisions had left it at b2; it lacks a1, b2.',
    })
  })
})

describe('sql', () => {
  const bench = useBench()

  test('a file whose version got another number of zeros is applied, and a check is asked', async () => {
    bench.write({ '1_orders.sql': 'create table orders (id int);' })
    await bench.run()
    bench.write({ '1_orders.sql': null, '0001_orders.sql': 'create table orders (id int);' })
    bench.project.write({ 'smoke.sql': 'select 1 where false' })
    expect((await bench.run({ smoke: 'smoke.sql' })).fault?.id).toBe('smoke-failed')
  })

  test.each(['head', '0001'])(
    'a file of `after` that takes an earlier revision out of the history closes the gate: %s',
    async revision => {
      bench.write({
        '0001_orders.sql': 'create table orders (id int);',
        '0002_lines.sql': 'create table lines (id int);',
        '0003_plans.sql': 'create table plans (id int);',
      })
      await bench.run()
      bench.project.write({ 'roles.sql': "delete from migration_history where version = '0002'" })
      const { report, fault } = await bench.run({ after: 'roles.sql', revision })
      expect(report.gate).toBe('closed')
      expect(fault).toMatchObject({
        id: 'after-history',
        message: 'The files of `after` changed the history: it lacks 0002.',
        next: [{ command: 'plan' }],
      })
    },
  )
})
