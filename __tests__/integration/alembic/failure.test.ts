/** Failures of real Alembic on real Postgres, explained with the hook and from what was printed. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { openPostgres } from '../../../src/database/postgres.ts'
import type { Session } from '../../../src/database/session.ts'
import { readUrl } from '../../../src/database/url.ts'
import type { Fault } from '../../../src/domain.ts'
import type { Ended, FailureFacts } from '../../../src/engines/alembic/failure/ended.ts'
import { explainFailure } from '../../../src/engines/alembic/failure/explain.ts'
import { lookUpObjects } from '../../../src/engines/alembic/failure/look-up.ts'
import { objectsOf } from '../../../src/engines/objects/expect.ts'
import { findObjects } from '../../../src/engines/objects/find.ts'
import { makeRedactor } from '../../../src/redact.ts'
import {
  type AlembicOptions,
  type AlembicProject,
  makeProject,
  type TestRevision,
} from '../../support/alembic.ts'
import { eventsOf, runChild } from '../../support/alembic-child.ts'
import { type Database, freshDatabase, query } from '../../support/postgres.ts'
import { pythonOf, toolOf } from '../../support/python.ts'

let database: Database
let session: Session
const projects: AlembicProject[] = []
const open = () =>
  openPostgres(readUrl(database.url, ''), {
    redact: makeRedactor([]),
    readCertificate: () => '',
    applicationName: 'test',
    onNotice: () => undefined,
  })
beforeAll(async () => {
  database = await freshDatabase({ password: 'plain-secret-1' })
  session = await open()
})
afterEach(async () => {
  for (const project of projects.splice(0)) project.remove()
  await query(database.superuserUrl, 'drop schema if exists app cascade')
  await query(database.superuserUrl, 'drop schema public cascade')
  await query(database.superuserUrl, 'create schema public; grant all on schema public to public')
})
afterAll(async () => {
  await session.close()
  await database.drop()
})

function project(upgrade: string, more: Partial<AlembicOptions> = {}): [AlembicProject, TestRevision[]] {
  const revisions = [
    { id: '0001', upgrade: 'op.execute("create table first (id int)")' },
    { id: '0002', upgrade },
  ]
  const made = makeProject({ revisions, ...more })
  projects.push(made)
  return [made, revisions]
}

function factsOf([made, revisions]: [AlembicProject, TestRevision[]], url: string): FailureFacts {
  const graph = { message: '', down: [], dependsOn: [], labels: [], revisionLine: 1, downLine: 2 }
  const scripts = revisions.map(({ id }) => {
    const path = made.script(id)
    return { id, path, text: readFileSync(join(made.path, path), 'utf8'), ...graph }
  })
  return {
    root: made.path,
    scripts: new Map(scripts.map(one => [one.id, one])),
    variable: 'DATABASE_URL',
    target: readUrl(url.replace(/^postgres\w*(\+\w+)?:/, 'postgresql:'), ''),
    start: {
      argv: ['alembic'],
      folder: '',
      config: [],
      name: undefined,
      x: [],
      why: 'default, as there is no lock file',
    },
    project: {
      files: ['alembic.ini'],
      section: 'alembic',
      scriptLocation: 'alembic',
      versionLocations: ['alembic/versions'],
      recursive: false,
      envPath: 'alembic/env.py',
    },
  }
}

/** With the hook, and with the look at the database that comes after. */
async function hooked(made: [AlembicProject, TestRevision[]], url = database.url): Promise<Fault> {
  const seen = await runChild(made[0], url, ['upgrade', 'head'])
  const [failure] = eventsOf(seen, 'failure')
  const { code, signal, stdout, stderr } = seen
  const facts = factsOf(made, url)
  const end = { code, signal, stdout, stderr, started: undefined, hooked: seen.hooked }
  const fault = explainFailure(failure === undefined ? end : { ...end, failure }, facts)
  if (failure === undefined) return fault
  return lookUpObjects(fault, { failure, facts, session, pending: ['0001', '0002'] })
}

/** Alembic alone: all that is known is what it printed. */
async function printed(made: [AlembicProject, TestRevision[]], url = database.url): Promise<Fault> {
  const env = { PATH: `${dirname(pythonOf())}:${process.env.PATH}`, DATABASE_URL: url }
  const end = await new Promise<Ended>(resolve => {
    execFile(toolOf('alembic'), ['upgrade', 'head'], { cwd: made[0].path, env }, (error, stdout, stderr) =>
      resolve({
        code: Number(error?.code ?? 0),
        signal: null,
        stdout,
        stderr,
        started: undefined,
        hooked: false,
      }),
    )
  })
  return explainFailure(end, factsOf(made, url))
}

const both = [
  ['with the hook', hooked],
  ['from what was printed', printed],
] as const
const drivers = ['psycopg', 'asyncpg'] as const
const using = (driver: NonNullable<AlembicOptions['driver']>): Partial<AlembicOptions> =>
  driver === 'asyncpg' ? { env: 'async', driver } : { driver }

const twoTables =
  'op.create_table("orders", sa.Column("id", sa.Integer))\nop.create_table("items", sa.Column("id", sa.Integer))'

describe('already exists', () => {
  test.each(drivers)('all of it: out of step, with the stamp (%s)', async driver => {
    await query(database.url, 'create table orders (); create table items ()')
    const fault = await hooked(project(twoTables, using(driver)))
    expect(fault).toMatchObject({ id: 'out-of-step', server: { code: '42P07' } })
    expect(fault.message).toContain('everything that 0002 makes is already there (table orders, table items)')
    expect(fault.next?.map(one => [one.command, one.revision])).toEqual([
      ['upgrade', '0001'],
      ['stamp', '0002'],
    ])
    expect(fault.excerpt?.lines.join('\n')).toContain('op.create_table("orders"')
  })

  test('some of it: both ways', async () => {
    await query(database.url, 'create table items ()')
    const fault = await hooked(project(twoTables))
    expect(fault.id).toBe('half-there')
    expect(fault.message).toContain('There: table items. Not there: table orders.')
    expect(fault.place).toMatchObject({ path: 'alembic/versions/0002_.py' })
    expect(fault.excerpt?.lines[(fault.place?.line ?? 0) - (fault.excerpt?.firstLine ?? 0)]).toContain(
      '"items"',
    )
  })

  test('none of it: a view has the name', async () => {
    await query(database.url, 'create view orders as select 1 as id')
    const fault = await hooked(project(twoTables))
    expect(fault.id).toBe('alembic-exists')
    expect(fault.message).toContain('used by something else: orders is a view')
  })

  test.each(drivers)('without the hook: the place, and no claim about the rest (%s)', async driver => {
    await query(database.url, 'create table orders (); create table items ()')
    const fault = await printed(project(twoTables, using(driver)))
    expect(fault).toMatchObject({ id: 'alembic-exists', place: { path: 'alembic/versions/0002_.py' } })
    expect(fault.server?.code).toBe('42P07')
  })
})

describe('does not exist, and is to be removed', () => {
  const made = 'op.create_table("users", sa.Column("id", sa.Integer), sa.Column("full_name", sa.Text))'
  const dropping = async (what: string, first = made) => {
    await query(
      database.url,
      "create table users (); create table alembic_version as select '0001' version_num",
    )
    return hooked(
      project(what, {
        revisions: [
          { id: '0001', upgrade: first },
          { id: '0002', upgrade: what },
        ],
      }),
    )
  }

  test.each([
    ['op.drop_column("users", "full_nmae")', 'column users.full_nmae'],
    ['op.execute("alter table users drop column full_nmae")', 'column users.full_nmae'],
    ['op.drop_constraint("uq_users_fulll_name", "users")', 'constraint users.uq_users_fulll_name'],
  ])('a name that nothing before it has is a typo: %s', async (what, object) => {
    const fault = await dropping(what)
    expect(fault.id).toBe('alembic-absent')
    expect(fault.message).toContain(`No revision before 0002 names ${object}: mend the name.`)
    expect(JSON.stringify([fault.message, fault.cure, fault.next])).not.toMatch(/stamp|Out of step/)
  })

  test.each([
    ['op.drop_column("users", "full_name")', made],
    // Postgres and naming conventions make names of their own.
    ['op.drop_constraint("users_full_name_key", "users")', made],
    // What it makes, its text does not say.
    ['op.drop_column("users", "elsewhere")', 'metadata.create_all(op.get_bind())'],
  ])('what may have been there is out of step: %s', async (what, first) => {
    expect(await dropping(what, first)).toMatchObject({ id: 'out-of-step', next: [{}, { command: 'stamp' }] })
  })
})

test('a typo in SQL: the server’s hint leads, and nobody speaks of a stamp', async () => {
  const fault = await hooked(
    project(
      'op.create_table("m", sa.Column("pinned", sa.Boolean))\nop.add_column("m", sa.Column("pinned_at", sa.Date))\nop.execute("update m set pined_at = now() where m.pined")',
    ),
  )
  expect(fault).toMatchObject({ id: 'alembic-absent', server: { code: '42703' } })
  expect(fault.message).toMatch(/: column m\.pined does not exist \(42703\)\.$/)
  expect(fault.cure).toMatch(/^Perhaps you meant to reference the column "m\.pinned"\. See whether/)
})

describe.each(both)('%s', (_, explained) => {
  test.each(drivers)('does not exist (%s)', async driver => {
    const fault = await explained(project('op.add_column("nowhere", sa.Column("a", sa.Text))', using(driver)))
    expect(fault).toMatchObject({ id: 'alembic-absent', server: { code: '42P01' } })
    expect(fault.place?.path).toBe('alembic/versions/0002_.py')
  })

  test('a missing setting', async () => {
    const settings =
      'from pydantic_settings import BaseSettings\n\nclass Settings(BaseSettings):\n    redis_url: str\n    database_url: str\n\nSettings()\n'
    const fault = await explained(
      project('pass', { top: 'import app_settings', files: { 'app_settings.py': settings } }),
    )
    expect(fault).toMatchObject({ id: 'setting-missing', place: { path: 'app_settings.py', line: 7 } })
    expect(fault.cure).toContain('Set REDIS_URL where the gate runs')
    expect(JSON.stringify({ ...fault, debug: '' })).not.toContain('plain-secret-1')
  })

  test('a missing driver', async () => {
    // It is not among the packages of the tests.
    const fault = await explained(project('pass', using('psycopg2')))
    expect(fault).toMatchObject({ id: 'driver-missing', place: { path: 'alembic/env.py' } })
    expect(fault.cure).toContain('`pip install "psycopg2-binary"`')
  })

  test('postgres://', async () => {
    const top = 'from sqlalchemy import create_engine\nimport os\ncreate_engine(os.environ["DATABASE_URL"])'
    const fault = await explained(project('pass', { top }), database.url.replace(/^postgresql:/, 'postgres:'))
    expect(fault).toMatchObject({ id: 'url-dialect', place: { path: 'alembic/env.py' } })
    expect(fault.cure).toContain('`postgresql://…`')
  })

  test('asyncpg and sslmode', async () => {
    const fault = await explained(project('pass', using('asyncpg')), `${database.url}?sslmode=require`)
    expect(fault.id).toBe('url-keyword')
    expect(fault.cure).toContain('`postgresql+asyncpg://…?ssl=require`')
  })

  test('a syntax error: file, line and column', async () => {
    const made = project('op.create_table("a"')
    const fault = await explained(made)
    const { path = '', line = 0, column = 0 } = fault.place ?? {}
    const text = readFileSync(join(made[0].path, path), 'utf8').split('\n')[line - 1] ?? ''
    expect([fault.id, text.slice(column - 1)]).toEqual(['python-syntax', '("a"'])
  })

  test.each(drivers)('a wrong password (%s)', async driver => {
    const fault = await explained(
      project('pass', using(driver)),
      database.url.replace('plain-secret-1', 'wrong'),
    )
    expect(fault.id).toBe('env-password')
  })

  test.each(drivers)('a lock that others hold (%s)', async driver => {
    const holder = await open()
    try {
      await query(database.url, 'create table orders (id int)')
      await holder.run('begin; lock table orders')
      const upgrade =
        'op.execute("set local lock_timeout = 100")\nop.add_column("orders", sa.Column("a", sa.Text))'
      const fault = await explained(project(upgrade, using(driver)))
      expect(fault).toMatchObject({ id: 'alembic-lock-timeout', server: { code: '55P03' } })
      expect(fault.message).toContain('ALTER TABLE orders ADD COLUMN a TEXT')
    } finally {
      await holder.close()
    }
  })

  test('a row that is there twice, and not whose', async () => {
    await query(
      database.url,
      `create table orders as select 'ann@example.com' as email from generate_series(1, 2)`,
    )
    const fault = await explained(project('op.create_unique_constraint("orders_email", "orders", ["email"])'))
    expect(fault.id).toBe('alembic-duplicate-key')
    expect(fault.server?.detail).toBe('Key (email)=(…) is duplicated.')
    expect(fault.foreign?.map(one => one.line)).toEqual([
      'select email, count(*) from orders where email is not null group by email having count(*) > 1;',
    ])
    expect(JSON.stringify({ ...fault, withheld: undefined })).not.toContain('ann@example.com')
  })
})

test('every kind is found in the catalogs, by schema or by search_path, quoted as it must be', async () => {
  const make = [
    'create schema app',
    'create table app."Big ""One""" (id int constraint positive check (id > 0), "Name" text)',
    'create index "I" on app."Big ""One""" (id)',
    'create table t (a int)',
    'create type mood as enum ()',
    'create sequence s',
    'create view v as select 1',
    'create function f(int) returns int language sql return 1',
  ]
  const wanted = objectsOf(
    [],
    [...make, 'alter table app."Big ""One""" add constraint positive check (true), add "Name" text'],
  )
  const missing = (await findObjects(session, wanted)).filter(one => one.exists)
  expect(missing).toEqual([])
  await query(database.superuserUrl, make.join(';'))
  const found = await findObjects(session, wanted)
  expect(found.filter(one => !one.exists)).toEqual([])
  expect(found.length).toBe(10)
  const others = objectsOf(
    [],
    ['create table s ()', 'create view t as select 1', 'create index i2 on t (a)', 'create type v as ()'],
  )
  expect((await findObjects(session, others)).map(one => [one.name, one.exists, one.instead])).toEqual([
    ['s', false, 'a sequence'],
    ['t', false, 'a table'],
    ['i2', false, undefined],
    ['v', false, undefined],
  ])
})
