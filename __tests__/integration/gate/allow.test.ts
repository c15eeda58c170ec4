import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { allowable } from '../../../src/domain.ts'
import { redactReport, renderReport } from '../../../src/report/json.ts'
import { email, useAlembic, users } from '../../support/alembic-gate.ts'
import { type GateRun, useBench } from '../../support/gate.ts'
import type { Files } from '../../support/repo.ts'

const bench = useBench()

const release1: Files = { '0002_b.sql': 'create table b ();', '0004_d.sql': 'create table d ();' }

/** What closes the gate → the files that bring it about, once release 1 is applied. */
const causes: Record<(typeof allowable)[number], Files> = {
  ahead: { '0004_d.sql': null },
  modified: { '0002_b.sql': 'create table b (id int);' },
  'out-of-order': { '0003_c.sql': 'create table c ();' },
  missing: { '0002_b.sql': null },
}

const recorded = ({ report }: GateRun) =>
  JSON.parse(renderReport(redactReport(report, text => text))).databases[0].problems.map(
    (problem: { kind: string; allowed: boolean }) => [problem.kind, problem.allowed],
  )

describe('of the sql engine', () => {
  test.each(allowable)(
    '%s closes the gate with the input that lets it pass, and is recorded when it does',
    async kind => {
      bench.write(release1)
      await bench.run()
      bench.write(causes[kind])
      const closed = await bench.run()
      expect(closed.report).toMatchObject({ gate: 'closed', status: 'failed' })
      expect(closed.fault?.id).toBe(kind)
      expect(closed.fault?.cure).toContain(`\`allow\` takes \`${kind}\``)
      expect(recorded(closed)).toEqual([[kind, false]])
      // Restored or stamped is the better way out of an edit: there the input is in the cure alone.
      if (kind !== 'modified') expect(closed.log).toContain(`next: migration-gate upgrade --allow ${kind}`)

      const open = await bench.run({ allow: kind })
      expect(open.report).toMatchObject({
        gate: 'open',
        status: kind === 'out-of-order' ? 'upgraded' : 'up-to-date',
      })
      expect(recorded(open)).toEqual([[kind, true]])
      expect(open.log).toContain(`⚠️  allowed: ${closed.fault?.message}`)
      expect(open.fault).toBeUndefined()
    },
  )

  test('each lets only its own kind pass', async () => {
    bench.write(release1)
    await bench.run()
    bench.write({ ...causes.modified, ...causes['out-of-order'] })
    expect((await bench.run({ allow: 'modified' })).fault?.id).toBe('out-of-order')
    const both = await bench.run({ allow: 'modified, out-of-order' })
    expect(both.report.gate).toBe('open')
    expect(await bench.tables()).toEqual(['b', 'c', 'd'])
  })

  test('the release before is deployed again while the database is ahead: nothing runs, and it is said', async () => {
    bench.write(release1)
    await bench.run()
    const before = await bench.history()
    bench.write({ '0004_d.sql': null })
    bench.project.write({
      'roles.sql': 'create table from_old_roles ();',
      'smoke.sql': 'select count(*) = 0 from b',
    })
    const old = await bench.run({ allow: 'ahead', after: 'roles.sql', smoke: 'smoke.sql' })
    expect(old.report).toMatchObject({ gate: 'open', status: 'up-to-date' })
    expect(old.database).toMatchObject({ from: ['0004'], to: ['0004'], applied: [] })
    expect(old.log).toContain('0004 is in the database but not in this commit')
    expect(old.log).toContain('Gate open: ')
    // What is older than the database is not written into it; that it can live with it is asked.
    expect(old.log).toContain('not run: `after`, whose files are older than what the database is at (0004)')
    expect(old.database.followUps).toMatchObject([
      { kind: 'after', result: 'skipped' },
      { kind: 'smoke', result: 'done' },
    ])
    expect(await bench.tables()).toEqual(['b', 'd'])
    expect(await bench.history()).toEqual(before)

    bench.write(release1)
    expect((await bench.run()).report).toMatchObject({ gate: 'open', status: 'up-to-date' })
  })

  test('a release that cannot live with it is stopped by its smoke check', async () => {
    bench.write({ ...release1, '0004_d.sql': 'alter table b add column note text not null;' })
    await bench.run()
    bench.write({ '0004_d.sql': null })
    bench.project.write({
      'smoke.sql': "select count(*) = 0 as same from information_schema.columns where table_name = 'b'",
    })
    const { report, fault } = await bench.run({ allow: 'ahead', smoke: 'smoke.sql' })
    expect(report.gate).toBe('closed')
    expect(fault).toMatchObject({ id: 'smoke-failed', next: [{ command: 'upgrade' }] })
  })

  test('a value that is none is named with those that are', async () => {
    await expect(bench.run({ allow: 'dirty' })).rejects.toMatchObject({
      fault: {
        id: 'input-value',
        message: expect.stringContaining('ahead, modified, out-of-order, missing'),
      },
    })
  })
})

describe('of Alembic', () => {
  const alembic = useAlembic()

  test('the release before is deployed again while the database is ahead: nothing runs, Python neither', async () => {
    const project = alembic.make({ revisions: [users, email] })
    await alembic.run(project)
    rmSync(join(project.path, project.script('b2')))
    const closed = await alembic.run(project)
    expect(closed.report).toMatchObject({ gate: 'closed', status: 'failed' })
    expect(closed.fault).toMatchObject({
      id: 'ahead',
      cure: expect.stringContaining('`allow` takes `ahead`'),
    })
    expect(closed.log).toMatch(
      /next: migration-gate upgrade .*--allow ahead {3}\(if this older commit can live with it\)/,
    )
    expect(recorded(closed)).toEqual([['ahead', false]])

    project.write({
      'roles.sql': 'create table from_old_roles ();',
      'smoke.sql': 'select count(*) = 0 from users',
    })
    const open = await alembic.run(project, {
      ...{ allow: 'ahead', run: 'no-such-program', after: 'roles.sql', smoke: 'smoke.sql' },
    })
    expect(open.report).toMatchObject({ gate: 'open', status: 'up-to-date' })
    expect(open.database).toMatchObject({
      ...{ from: ['b2'], to: ['b2'], applied: [] },
      followUps: [{ result: 'skipped' }, { result: 'done' }],
    })
    expect(recorded(open)).toEqual([['ahead', true]])
    expect(open.log).toContain('b2 is in the database but not in this commit')
    expect(await alembic.versions()).toEqual(['b2'])
  })

  test('after and smoke run behind its revisions, under the lock, as behind those of SQL', async () => {
    const project = alembic.make({
      revisions: [users, email],
      files: {
        'roles.sql': `do $$ begin
          if not exists (select from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()
            and database = (select oid from pg_database where datname = current_database()))
          then raise exception 'no lock'; end if;
        end $$;\ngrant select on users to public;`,
        'smoke.sql': "select has_table_privilege('pg_monitor', 'users', 'select')",
      },
    })
    const inputs = {
      after: 'roles.sql',
      smoke: 'smoke.sql',
      'smoke-command': 'sh -c "test -n \\"$DATABASE_URL\\""',
    }
    const first = await alembic.run(project, inputs)
    expect(first.fault).toBeUndefined()
    expect(first.database).toMatchObject({
      ...{ status: 'upgraded', applied: ['a1', 'b2'] },
      followUps: [{ result: 'done' }, { result: 'done', did: ['1 row'] }, { result: 'done' }],
    })
    const second = await alembic.run(project, { ...inputs, run: 'no-such-program' })
    expect(second.database).toMatchObject({ status: 'up-to-date', followUps: [{}, {}, {}] })

    project.write({ 'smoke.sql': 'select 1 where false' })
    const failed = await alembic.run(project, inputs)
    expect(failed.fault).toMatchObject({ id: 'smoke-failed', state: expect.stringContaining('is at b2') })
  })
})
