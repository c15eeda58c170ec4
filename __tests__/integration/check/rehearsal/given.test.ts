/** A server that `rehearse` names: which one is taken, and what becomes of it. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { commitChange, sqlRevision, useChecker } from '../../../support/check.ts'
import { type Database, freshDatabase, query } from '../../../support/postgres.ts'

const check = useChecker()
let database: Database
beforeEach(async () => {
  database = await freshDatabase()
  commitChange(check.repo, 'create table t (id int)')
})
afterEach(() => database.drop())

const pull = (url: string, env: Record<string, string> = {}) =>
  check.pulled('change', { inputs: { rehearse: url }, env: { DATABASE_URL: '', ...env } })
const ours = `select datname::text as name from pg_database where datname like 'rehearsal%'
  union all select rolname::text from pg_roles where rolname like 'rehearsal%'`

test('an empty database of an ordinary role is used as it is', async () => {
  const { said, database: checked } = await pull(database.url)
  expect(said).toEqual([])
  expect(checked.rehearsal?.revisions).toMatchObject([{ id: '0002', down: 'verified', again: 'applied' }])
  expect(await query(database.url, "select to_regclass('t') is not null as there")).toEqual([{ there: true }])
})

test('a superuser makes one beside it, with an ordinary owner, and drops both', async () => {
  const { said, database: checked } = await pull('env:SPARE', { SPARE: database.superuserUrl })
  expect(said).toEqual([])
  expect(checked.rehearsal?.revisions).toMatchObject([{ id: '0002', down: 'verified', again: 'applied' }])
  expect(await query(database.superuserUrl, "select to_regclass('t') is not null as there")).toEqual([
    { there: false },
  ])
  const left = await query<{ name: string }>(database.superuserUrl, ours)
  expect(left).toEqual([])
})

test.each([
  ['is refused', () => database.url, 'create table orders (id int)', 'rehearsal-refused', 2],
  [
    'nobody answers at',
    () => 'postgres://app@127.0.0.1:1/spare?connect_timeout=2',
    'select',
    'connect-refused',
    1,
  ],
  ['is none', () => 'mysql://127.0.0.1/spare', 'select', 'url-form', 1],
])('what was found beside stays found where the URL %s', async (_, url, sql, id, exit) => {
  await query(database.url, sql)
  check.repo.commit({
    'migrations/0001_customers.sql': sqlRevision(
      'create table customers (id bigint)',
      'drop table customers',
    ),
    'migrations/0003_more.sql': sqlRevision('alter table customers alter id type text', 'select 1'),
    Dockerfile: 'FROM node:24\nWORKDIR /srv\nCOPY src/ src/\n',
    'fly.toml': '[deploy]\nrelease_command = "npx migration-gate upgrade"\n',
  })
  const { said, fault, report, log, database: checked } = await pull(url())
  expect(fault).toMatchObject({ id, exit })
  expect(said).toEqual(['not-in-image error', 'type-change-rewrites error', 'edited error'])
  expect(checked).toMatchObject({ status: 'failed', fault: { id }, added: ['0002', '0003'] })
  expect(report.gate).toBe('closed')
  expect(log).toContain(`not rehearsed: ${fault?.message}\n`)
})

test('an interruption while its server is waited for is one', async () => {
  const interrupt = new AbortController()
  setTimeout(() => interrupt.abort(), 1_500)
  const { fault, said, log } = await check.run({
    inputs: { rehearse: 'postgres://app@127.0.0.1:1/spare' },
    env: { GITHUB_EVENT_NAME: '' },
    signal: interrupt.signal,
  })
  expect(fault).toMatchObject({ id: 'interrupted', exit: 130 })
  expect(said).toEqual([])
  expect(log).not.toContain('not rehearsed')
})

describe('refused is', () => {
  test.each([
    ['create table orders (id int)', 'table orders'],
    ["create type mood as enum ('good')", 'type mood'],
    ['create schema billing', 'schema billing'],
    ['create type point2 as (x int, y int)', 'type point2'],
    ['select lo_create(4711)', 'large object 4711'],
    ['create publication news', 'publication news'],
    ['create function f() returns int language sql as $$ select 1 $$', 'function f'],
  ])('a database after %s', async (sql, named) => {
    await query(database.url, sql)
    const { report, fault } = await pull(database.url)
    expect(report.gate).toBe('closed')
    expect(fault).toMatchObject({ id: 'rehearsal-refused', exit: 2 })
    expect(fault?.message).toContain(`it is not empty (${named})`)
  })

  test('the one that DATABASE_URL leads to, by whatever name of its host', async () => {
    const spelled = [
      'localhost',
      '127.0.0.2',
      '127.1',
      '0.0.0.0',
      '0',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
    ]
    for (const host of ['127.0.0.1', ...spelled, '[::]', '[::1]', '[0:0:0:0:0:0:0:1]']) {
      const url = database.url.replace('127.0.0.1', host)
      const { fault } = await pull(url, { DATABASE_URL: database.url })
      expect(fault?.message).toContain('is what the environment variable DATABASE_URL leads to')
    }
  })

  test.each([
    ['create server far foreign data wrapper nowhere', 'foreign server far'],
    ['create event trigger watch on ddl_command_end execute function noted()', 'event trigger watch'],
    [
      `create subscription feed connection 'dbname=nowhere' publication news with (connect = false)`,
      'subscription feed',
    ],
  ])('a database after %s', async (sql, named) => {
    const given = database.superuserUrl
    await query(given, 'create foreign data wrapper nowhere')
    await query(given, `create function noted() returns event_trigger language plpgsql as 'begin end'`)
    await query(given, sql)
    try {
      const { fault } = await pull(database.url)
      expect(fault?.message).toContain('it is not empty (')
      expect(fault?.message).toContain(named)
    } finally {
      if (sql.includes('subscription'))
        await query(given, 'alter subscription feed set (slot_name = none); drop subscription feed')
    }
  })

  test('one of the name of a configured one, on another port of its machine', async () => {
    const other = new URL(database.url)
    other.port = '1'
    const { fault } = await pull(database.url, { DATABASE_URL: other.href })
    expect(fault?.message).toContain('on another port of its machine')
    other.pathname = '/another_name'
    expect((await pull(database.url, { DATABASE_URL: other.href })).fault).toBeUndefined()
  })
})

test('an extension that an image has put there is no reason', async () => {
  await query(database.superuserUrl, 'create extension citext')
  const { said } = await pull(database.url)
  expect(said).toEqual([])
})
