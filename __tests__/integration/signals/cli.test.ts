import { expect, test } from '@jest/globals'
import { withClient } from '../../../script/postgres.mjs'
import { runCli, startCli } from '../../support/bundle.ts'
import { eventually, useBench } from '../../support/gate.ts'
import { ofThisDatabase } from '../../support/postgres.ts'

const bench = useBench()
const options = () => ({ cwd: bench.project.path, env: { DATABASE_URL: bench.database.url } })
const sleeps = async () =>
  (
    await bench.query(
      `select from pg_stat_activity where datname = current_database() and state = 'active'
         and application_name like 'migration-gate%' and query ilike '%pg_sleep%' and pid <> pg_backend_pid()`,
    )
  ).length === 1

test('SIGINT: the revision is rolled back, exit 130, and the next run finishes', async () => {
  bench.write({
    '0001_a.sql': 'create table a ();',
    '0002_b.sql': 'create table b ();\nselect pg_sleep(60);',
  })
  const cli = startCli(['upgrade'], options())
  await eventually(sleeps)
  cli.child.kill('SIGINT')
  const ended = await cli.ended
  expect(ended).toMatchObject({ code: 130, signal: null, stderr: '' })
  expect(ended.stdout).toContain('now: All of 0002 was rolled back: the database is at 0001, as before.')
  expect(ended.stdout).toMatch(/Gate closed: gate_\w+ is at 0001\.\n$/)
  bench.write({ '0002_b.sql': 'create table b ();' })
  expect(await runCli(['upgrade'], options())).toMatchObject({ code: 0 })
  expect(await bench.tables()).toEqual(['a', 'b'])
})

test('SIGKILL: the next run waits for the session that was left behind, says so, and finishes', async () => {
  bench.write({
    '0001_a.sql': 'create table a ();',
    '0002_b.sql': 'create table b ();\nselect pg_advisory_xact_lock(42);',
  })
  const patient = ['upgrade', '--lock-timeout', '1m']
  await withClient(bench.database.url, async blocker => {
    await blocker.query('select pg_advisory_lock(42)')
    const cli = startCli(patient, options())
    await eventually(blocked)
    cli.child.kill('SIGKILL')
    expect(await cli.ended).toMatchObject({ signal: 'SIGKILL' })
    // The server knows nothing of it: the statement still waits, and its session holds the gate lock.
    const next = startCli(patient, options())
    await next.until(
      /waiting for the gate lock .*held by pid \d+ \(user .+, migration-gate.*pg_advisory_xact_lock/,
    )
    await blocker.query('select pg_advisory_unlock(42)')
    expect(await next.ended).toMatchObject({ code: 0 })
  })
  expect(await bench.tables()).toEqual(['a', 'b'])
  expect((await bench.history()).map(row => row.version)).toEqual(['0001', '0002'])
})

const blocked = async () =>
  (
    await bench.query(
      `select from pg_locks where locktype = 'advisory' and not granted and ${ofThisDatabase}`,
    )
  ).length === 1
