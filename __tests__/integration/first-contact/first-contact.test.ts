import { beforeEach, describe, expect, test } from '@jest/globals'
import { runIn, useBench } from '../../support/gate.ts'
import { query, serverUrl } from '../../support/postgres.ts'

const bench = useBench()

beforeEach(() => {
  bench.write({ '0001_a.sql': 'create table a ();', '0002_b.sql': 'create table b ();' })
})

/** History tables as their tools make them (their names, columns and types). */
const histories: [tool: string, table: string, sql: string][] = [
  ['dbmate', 'public.schema_migrations', 'create table schema_migrations (version varchar primary key)'],
  [
    'Rails',
    'public.ar_internal_metadata',
    `create table schema_migrations (version varchar primary key);
     create table ar_internal_metadata (key varchar primary key, value varchar, created_at timestamp, updated_at timestamp)`,
  ],
  [
    'golang-migrate',
    'public.schema_migrations',
    'create table schema_migrations (version bigint primary key, dirty boolean not null)',
  ],
  [
    'the Supabase CLI',
    'supabase_migrations.schema_migrations',
    `create schema supabase_migrations;
     create table supabase_migrations.schema_migrations (version text primary key, statements text[], name text)`,
  ],
  [
    'Ecto',
    'public.schema_migrations',
    'create table schema_migrations (version bigint primary key, inserted_at timestamp)',
  ],
  [
    'goose',
    'public.goose_db_version',
    'create table goose_db_version (id int primary key, version_id bigint, is_applied boolean, tstamp timestamp)',
  ],
  [
    'Flyway',
    'public.flyway_schema_history',
    `create table flyway_schema_history (installed_rank int primary key, version varchar(50), description varchar(200),
       type varchar(20), script varchar(1000), checksum int, installed_by varchar(100), installed_on timestamp,
       execution_time int, success boolean)`,
  ],
  [
    'node-pg-migrate',
    'public.pgmigrations',
    'create table pgmigrations (id serial, name varchar(255), run_on timestamp)',
  ],
  [
    'graphile-migrate',
    'graphile_migrate.migrations',
    `create schema graphile_migrate;
     create table graphile_migrate.migrations (hash text primary key, previous_hash text, filename text, date timestamptz)`,
  ],
  [
    'Prisma',
    'public._prisma_migrations',
    `create table _prisma_migrations (id varchar(36) primary key, checksum varchar(64), finished_at timestamptz,
       migration_name varchar(255), logs text, rolled_back_at timestamptz, started_at timestamptz, applied_steps_count int)`,
  ],
  [
    'Drizzle',
    'drizzle.__drizzle_migrations',
    'create schema drizzle; create table drizzle.__drizzle_migrations (id serial primary key, hash text, created_at bigint)',
  ],
  [
    'sqlx',
    'public._sqlx_migrations',
    `create table _sqlx_migrations (version bigint primary key, description text, installed_on timestamptz,
       success boolean, checksum bytea, execution_time bigint)`,
  ],
  [
    'Atlas',
    'atlas_schema_revisions.atlas_schema_revisions',
    `create schema atlas_schema_revisions;
     create table atlas_schema_revisions.atlas_schema_revisions (version varchar primary key, description varchar,
       type bigint, applied bigint, total bigint, executed_at timestamptz, execution_time bigint, error text,
       error_stmt text, hash varchar, partial_hashes jsonb, operator_version varchar)`,
  ],
  [
    'postgres-migrations',
    'public.migrations',
    'create table migrations (id int primary key, name varchar(100), hash varchar(40), executed_at timestamp)',
  ],
]

test.each(histories)('a database of %s is closed, and the tool named (%s)', async (tool, table, sql) => {
  await bench.query(sql)
  const { report, fault, log } = await bench.run()
  expect(report.gate).toBe('closed')
  expect(fault).toMatchObject({ id: 'first-contact', exit: 1 })
  expect(fault?.message).toMatch(/holds \d tables?, and public\.migration_history records no revision/)
  expect(fault?.message).toContain(`; ${tool} (${table}) has kept a history there.`)
  expect(log).toContain('next: migration-gate stamp 0002   (if every revision is in it)')
  expect(log).toContain('next: migration-gate stamp base   (if none is)')
  expect(log).toContain('next: migration-gate locate   (if that is not known)')
  expect(await bench.query(`select to_regclass('migration_history') as found`)).toEqual([{ found: null }])
})

test('a database with tables and no history of any tool is closed for upgrade, and said for plan and current', async () => {
  await bench.query('create table one (); create schema s; create table s.two ()')
  const { fault, report } = await bench.run()
  expect(report.gate).toBe('closed')
  expect(fault?.message).toMatch(
    /^gate_\w+ holds 2 tables, and public\.migration_history records no revision\.$/,
  )
  for (const command of ['plan', 'current']) {
    const read = await bench.run({ command })
    expect(read.report.gate).toBe('open')
    expect(read.log).toContain('holds 2 tables, and public.migration_history records no revision')
  }
})

test('tables of extensions do not count', async () => {
  await bench.superuser('create extension if not exists lo; create extension postgres_fdw')
  // No extension of the server's own distribution is sure to have a table: one is given to an extension.
  await bench.superuser('create table owned (); alter extension lo add table owned')
  expect((await bench.run()).report.status).toBe('upgraded')
})

test('views, sequences and functions alone are no tables', async () => {
  await bench.query(
    `create view v as select 1; create sequence s; create function f() returns int language sql as 'select 1'`,
  )
  expect((await bench.run()).report.status).toBe('upgraded')
})

describe('stamp', () => {
  test('head records every revision and runs none', async () => {
    await bench.query('create table a (); create table b ()')
    const { report, database, log } = await bench.run({ command: 'stamp', revision: 'head' })
    expect(report).toMatchObject({ status: 'stamped', gate: 'open' })
    expect(database).toMatchObject({ to: ['0002'], stamped: { recorded: ['0001', '0002'], removed: [] } })
    expect(log).toContain('history: recorded 0001, 0002')
    expect((await bench.history()).map(row => [row.version, row.state, row.applied_by])).toEqual([
      ['0001', 'applied', 'octocat'],
      ['0002', 'applied', 'octocat'],
    ])
    expect((await bench.run()).report.status).toBe('up-to-date')
  })

  test('an earlier revision leaves the later ones pending', async () => {
    await bench.query('create table a ()')
    await bench.run({ command: 'stamp', revision: '1' })
    expect((await bench.run()).database).toMatchObject({ from: ['0001'], to: ['0002'], applied: ['0002'] })
    await bench.run({ command: 'stamp', revision: '0001' })
    expect((await bench.history()).map(row => row.version)).toEqual(['0001'])
  })

  test('base opens a database that has none of them', async () => {
    await bench.query('create table other ()')
    const { database } = await bench.run({ command: 'stamp', revision: 'base' })
    expect(database).toMatchObject({ status: 'stamped', to: [] })
    expect((await bench.run()).database.applied).toEqual(['0001', '0002'])
  })

  test('of an unknown revision changes nothing', async () => {
    await bench.query('create table other ()')
    const { fault, report } = await bench.run({ command: 'stamp', revision: '0009' })
    expect(report.gate).toBe('closed')
    expect(fault).toMatchObject({ id: 'revision-unknown', exit: 2 })
    expect(await bench.query(`select to_regclass('migration_history') as found`)).toEqual([{ found: null }])
  })
})

test.each(['upgrade', 'stamp'])('%s refuses a database that Alembic manages', async command => {
  await bench.query('create table alembic_version (version_num varchar(32) primary key)')
  const { fault, report } = await bench.run({ command, revision: 'head' })
  expect(report.gate).toBe('closed')
  expect(fault).toMatchObject({ id: 'history-alembic' })
  expect(fault?.message).toContain('(public.alembic_version)')
  expect(await bench.query(`select to_regclass('migration_history') as found`)).toEqual([{ found: null }])
})

test('a table of another shape under our name is left alone', async () => {
  await bench.query(
    'create table migration_history (version text, at timestamp); insert into migration_history values (1, null)',
  )
  for (const command of ['upgrade', 'plan', 'stamp']) {
    const { fault, report } = await bench.run({ command, revision: 'head' })
    expect(report.gate).toBe('closed')
    expect(fault?.message).toBe(
      'The table public.migration_history is not a history of ours: it has no column name.',
    )
  }
  expect(await bench.query('select * from migration_history')).toEqual([{ version: '1', at: null }])
})

test('history-table may name a schema that does not exist yet', async () => {
  const inputs = { 'history-table': 'ops.Gate_History' }
  expect((await bench.run({ ...inputs, command: 'plan' })).report.status).toBe('pending')
  expect((await bench.run(inputs)).report.status).toBe('upgraded')
  expect(await bench.query('select version from ops."Gate_History" order by 1')).toEqual([
    { version: '0001' },
    { version: '0002' },
  ])
  expect((await bench.run(inputs)).report.status).toBe('up-to-date')
})

describe('a role without rights', () => {
  const withRole = async (grants: string, work: (url: string) => Promise<void>) => {
    const role = `poor_${bench.database.name}`
    await query(serverUrl(), `create role ${role} login password 'poor-password'`)
    const url = new URL(bench.database.url)
    url.username = role
    url.password = 'poor-password'
    try {
      await bench.superuser(grants.replaceAll('ROLE', role))
      await work(url.href)
    } finally {
      await bench.superuser(`drop owned by ${role} cascade; drop role ${role}`)
    }
  }

  test('that may not make the history table', async () => {
    await withRole('revoke create on schema public from public', async url => {
      const { fault, report } = await runIn(bench.project.path, url)
      expect(report.gate).toBe('closed')
      expect(fault?.message).toMatch(
        /^The role poor_gate_\w+ may not make the history table public\.migration_history\.$/,
      )
      expect(fault?.server?.code).toBe('42501')
      expect(fault?.foreign?.[0]?.line).toMatch(/^grant usage, create on schema public to poor_gate_\w+;$/)
    })
  })

  test('that may not read it', async () => {
    await bench.run()
    await withRole('select 1', async url => {
      const { fault } = await runIn(bench.project.path, url)
      expect(fault).toMatchObject({ id: 'history-rights', server: { code: '42501' } })
      expect(fault?.foreign?.[0]?.line).toMatch(
        /^grant select, insert, update, delete on table migration_history to poor_gate_\w+;$/,
      )
      expect(fault?.server?.message).toBe('permission denied for table migration_history')
    })
  })

  test('that may read it, and not write', async () => {
    await bench.run()
    bench.write({ '0003_c.sql': 'select 1;', '0004_d.sql': '-- migrate:up transaction:false\nselect 1;' })
    await withRole('grant select on migration_history to ROLE', async url => {
      expect((await runIn(bench.project.path, url, { inputs: { command: 'plan' } })).report.gate).toBe('open')
      for (const inputs of [{}, { command: 'stamp', revision: 'head' }]) {
        const { fault, database } = await runIn(bench.project.path, url, { inputs })
        expect(fault?.server?.message).toBe('permission denied for table migration_history')
        expect(database.applied).toEqual([])
      }
      await bench.run({ revision: '0003' })
      const { fault } = await runIn(bench.project.path, url)
      expect(`${fault?.message} ${fault?.server?.message}`).toContain(
        'permission denied for table migration_history',
      )
      expect(fault?.id).not.toBe('unexpected')
    })
  })
})
