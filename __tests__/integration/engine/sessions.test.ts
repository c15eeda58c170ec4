import { expect, test } from '@jest/globals'
import { runIn, useBench } from '../../support/gate.ts'
import { query, serverUrl } from '../../support/postgres.ts'

const bench = useBench()

/** What a session may carry from one revision to the next. */
const look = (id: string) => `insert into seen select '${id}', current_user, session_user,
  current_setting('search_path'), current_setting('work_mem'), coalesce(current_setting('my.own', true), ''),
  (select count(*) from pg_prepared_statements), (select count(*) from pg_cursors where name <> ''),
  to_regclass('pg_temp.scratch') is not null, (select count(*) from pg_listening_channels());`
const seen = `create table seen (id text, role text, login text, path text, mem text, own text, prepared int,
  cursors int, scratch bool, channels int);`

const leave = `set search_path = elsewhere; set work_mem = '99MB'; select set_config('my.own', 'x', false);
  prepare kept as select 1; create temp table scratch (id int); declare held cursor with hold for select 1; listen news;`

test.each([
  ['in a transaction', ''],
  ['outside of one', '-- migrate:up transaction:false\n'],
])(
  'settings, prepared statements, temporary tables and cursors %s do not reach the next revision',
  async (_, head) => {
    bench.write({
      '0001_a.sql': `create schema elsewhere; ${seen} ${look('0001')}`,
      '0002_b.sql': `${head}${leave}`,
      '0003_c.sql': look('0003'),
      '0004_d.sql': `-- migrate:up transaction:false\n${look('0004')}`,
    })
    expect((await bench.run()).report.gate).toBe('open')
    const [first, ...later] = await bench.query<{ id: string }>('select * from public.seen order by id')
    expect(first).toMatchObject({ scratch: false, prepared: 0, cursors: 0, channels: 0, own: '' })
    expect(later).toEqual(['0003', '0004'].map(id => ({ ...first, id })))
  },
)

test('after a failure nothing is left either', async () => {
  bench.write({ '0001_a.sql': `create schema elsewhere; ${leave} select nope;` })
  const { fault, database } = await bench.run()
  expect(fault?.message).toContain('column "nope" does not exist')
  expect(database.to).toEqual([])
})

test.each([
  ['set role', 'set role reader;'],
  ['set session authorization', 'set session authorization reader;'],
  ['set local role', 'set local role reader;'],
])('%s does not keep the history from being written, and ends with its revision', async (_, change) => {
  const reader = `reader_${bench.database.name}`
  await query(serverUrl(), `create role ${reader}; grant ${reader} to ${bench.database.name}`)
  try {
    const text = change.replace('reader', reader)
    bench.write({
      '0001_a.sql': `create table who (id text, role text); grant insert on who to public;`,
      '0002_b.sql': `${text}\ninsert into who values ('0002', current_user);`,
      '0003_c.sql': `insert into who values ('0003', current_user);`,
      '0004_d.sql': `-- migrate:up transaction:false\n${text.replace(' local', '')}\ninsert into who values ('0004', current_user);\nselect 1;`,
      '0005_e.sql': `insert into who values ('0005', current_user);`,
    })
    // Only a superuser may change who it is.
    const url = change.includes('authorization') ? bench.database.superuserUrl : bench.database.url
    const { report, database } = await runIn(bench.project.path, url)
    expect(report.gate).toBe('open')
    expect(database.to).toEqual(['0005'])
    const me = url === bench.database.url ? bench.database.name : 'postgres'
    expect(await bench.superuser('select role from who order by id')).toEqual([
      { role: reader },
      { role: me },
      { role: reader },
      { role: me },
    ])
  } finally {
    await query(bench.database.superuserUrl, `drop owned by ${reader} cascade; drop role ${reader}`)
  }
})

test('a revision may hide the history table behind its search_path', async () => {
  bench.write({
    '0001_a.sql': `create schema decoy; create table decoy.migration_history (version text); set search_path = decoy;`,
    '0002_b.sql': `select set_config('search_path', '', false); create table public.b ();`,
    '0003_c.sql': 'create table c ();',
  })
  expect((await bench.run()).database.to).toEqual(['0003'])
  expect((await bench.history()).map(row => row.version)).toEqual(['0001', '0002', '0003'])
})

test('a revision that gives up all advisory locks is applied once all the same', async () => {
  bench.write({
    '0001_a.sql': 'create table a (); select pg_advisory_unlock_all();',
    '0002_b.sql': 'create table b ();',
  })
  const [one, two] = await Promise.all([bench.run(), bench.run()])
  const applied = [one, two].flatMap(run => run.database.applied)
  expect(applied.sort()).toEqual(['0001', '0002'])
  expect(await bench.tables()).toEqual(['a', 'b'])
})
