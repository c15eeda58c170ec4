/** After a failure: what is said of the database, held against the database itself. */
import { describe, expect, test } from '@jest/globals'
import { checksumOf } from '../../../src/engines/sql/text/checksum.ts'
import { eventually, type GateRun, runIn, useBench } from '../../support/gate.ts'
import { bendWire } from '../../support/wire.ts'

const bench = useBench()
const outside = '-- migrate:up transaction:false\n'

/** What the report says is what the history has, and a run after it neither repeats nor loses a revision. */
async function isTrue({ database, report }: GateRun): Promise<void> {
  expect(report.gate).toBe('closed')
  const rows = await bench.history()
  const applied = rows.filter(row => row.state === 'applied').map(row => row.version)
  expect(database.to).toEqual(applied.slice(-1))
  expect(applied).toEqual(expect.arrayContaining(database.applied))
}

/** Ends the session that does the gate's work, once it is at `query`. */
async function killAt(query: string): Promise<void> {
  await eventually(async () => {
    const ended = await bench.superuser(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = '${bench.database.name}' and state = 'active' and query like '${query}%' and pid <> pg_backend_pid()`,
    )
    return ended.length > 0
  })
}

describe('the session is ended', () => {
  test('from outside, in a transaction: rolled back', async () => {
    bench.write({
      '0001_a.sql': 'create table a ();',
      '0002_b.sql': 'create table b ();\nselect pg_sleep(60);',
    })
    const [run] = await Promise.all([bench.run(), killAt('select pg_sleep')])
    expect(run.fault).toMatchObject({
      id: 'revision-lost',
      place: { path: 'migrations/0002_b.sql', line: 2 },
      state: 'Asked again, the database does not have 0002: it is at 0001.',
      server: { code: '57P01' },
    })
    await isTrue(run)
    expect(await bench.tables()).toEqual(['a'])
  })

  test('by the revision itself', async () => {
    bench.write({
      '0001_a.sql': 'create table a ();',
      '0002_b.sql': 'create table b ();\nselect pg_terminate_backend(pg_backend_pid());',
    })
    const run = await bench.run()
    expect(run.fault).toMatchObject({
      id: 'revision-lost',
      state: 'Asked again, the database does not have 0002: it is at 0001.',
    })
    await isTrue(run)
    expect(await bench.tables()).toEqual(['a'])
  })

  test('outside of a transaction: which statements took effect, and which one nobody can tell of', async () => {
    bench.write({
      '0001_a.sql': 'select 1;',
      '0002_b.sql': `${outside}create table b ();\nselect pg_sleep(60);\ncreate table c ();`,
    })
    const [run] = await Promise.all([bench.run(), killAt('select pg_sleep')])
    expect(run.fault).toMatchObject({
      id: 'revision-lost',
      state:
        'Asked again, the database does not have 0002: it is at 0001, with 1 statement of 0002 done; what became of statement 2 is for a person to see.',
      next: [
        { command: 'stamp', revision: '0002' },
        { command: 'stamp', revision: '0001' },
      ],
    })
    await isTrue(run)
    expect(await bench.tables()).toEqual(['b'])
    expect((await bench.run()).fault?.id).toBe('dirty')
  })

  test('outside of a transaction, in a statement that may run again', async () => {
    const slow = `create function slow(n int) returns int immutable language plpgsql as 'begin perform pg_sleep(0.5); return n; end'`
    bench.write({
      '0001_a.sql': `create table t (n int);\ninsert into t select generate_series(1, 10);\n${slow};`,
      '0002_b.sql': `${outside}create table b ();\ncreate index concurrently t_n on t (slow(n));`,
    })
    const [run] = await Promise.all([bench.run(), killAt('create index concurrently')])
    expect(run.fault?.state).toBe(
      'Asked again, the database does not have 0002: it is at 0001, with 1 statement of 0002 done; the next run goes on with statement 2.',
    )
    await isTrue(run)
    await bench.query(
      `create or replace function slow(n int) returns int immutable language sql as 'select n'`,
    )
    expect((await bench.run()).database.to).toEqual(['0002'])
    expect(await bench.query('select indisvalid from pg_index where indrelid = $1::regclass', ['t'])).toEqual(
      [{ indisvalid: true }],
    )
  })
})

describe('what statements outside of a transaction leave behind', () => {
  test('is said when they are applied, with the repair', async () => {
    bench.write({
      '0001_a.sql': 'create table t (n int);\ninsert into t values (1), (1);',
      '0002_b.sql': `${outside}do $$ begin null; end $$;\nalter table t add constraint small check (n < 9) not valid;`,
    })
    const first = await bench.run()
    expect(first.report.gate).toBe('open')
    expect(first.report.notes).toContainEqual({
      kind: 'warning',
      database: 'default',
      text: 'The constraint small of t is not validated: rows that were there before may violate it. Outside of a transaction: alter table t validate constraint small;',
    })
    expect(first.log).toContain('alter table t validate constraint small;')
  })

  test('an invalid index under IF NOT EXISTS passes for an index: it is said', async () => {
    bench.write({ '0001_a.sql': 'create table "T" (n int);\ninsert into "T" values (1), (1);' })
    await bench.run()
    await bench.query('create unique index concurrently t_n on "T" (n)').catch(() => undefined)
    bench.write({ '0002_b.sql': `${outside}create unique index concurrently if not exists t_n on "T" (n);` })
    const { report } = await bench.run()
    expect(report.notes.map(note => note.text)).toContain(
      'The index t_n of T is not valid: every write pays for it, and no query uses it. Outside of a transaction: drop index concurrently t_n; create unique index concurrently t_n ON public."T" USING btree (n);',
    )
  })

  test('is not said where a later revision of the run finished it, and nothing of other tables', async () => {
    bench.write({
      '0001_a.sql': 'create table other (n int);\nalter table other add check (n > 0) not valid;',
    })
    await bench.run()
    bench.write({
      '0002_b.sql': `${outside}create table t (n int);\nalter table t add constraint small check (n < 9) not valid;`,
      '0003_c.sql': 'alter table t validate constraint small;',
    })
    const { report } = await bench.run()
    expect(report).toMatchObject({ gate: 'open' })
    expect(report.notes.filter(note => note.kind === 'warning')).toEqual([])
  })

  test('is a part of the failure', async () => {
    bench.write({
      '0001_a.sql': 'create table t (n int primary key);\ninsert into t values (1);',
      '0002_b.sql': `${outside}alter table t add constraint small check (n < 9) not valid;\ncreate table t ();\nselect 1;`,
    })
    const run = await bench.run()
    expect(run.fault?.state).toContain(
      'Statement 1 of 3 took effect and stays. The next run goes on with statement 2.',
    )
    expect(run.fault?.foreign).toEqual([
      {
        line: 'alter table t validate constraint small;',
        when: 'the constraint small, which is not validated, is to be repaired',
      },
    ])
    await isTrue(run)
  })

  test('REINDEX leaves one that nothing will use', async () => {
    bench.write({
      '0001_a.sql': `create table t (n int);\ncreate index t_n on t (n);`,
      '0002_b.sql': `${outside}reindex index concurrently t_n;`,
    })
    await bench.run({ revision: '0001' })
    // What a REINDEX that was killed leaves: only the catalog can be told so.
    await bench.query('create index t_n_ccnew on t (n)')
    await bench.superuser(`update pg_index set indisvalid = false where indexrelid = 't_n_ccnew'::regclass`)
    const { report } = await bench.run()
    expect(report.notes.map(note => note.text)).toContain(
      'The index t_n_ccnew of t is not valid: every write pays for it, and no query uses it. Outside of a transaction: drop index concurrently t_n_ccnew;',
    )
  })
})

describe('a revision turns against the gate', () => {
  const history = 'public.migration_history'

  test.each([
    ['drops the history table', 'drop table migration_history;', '42P01'],
    ['drops a column of it', 'alter table migration_history drop column checksum;', '42703'],
    ['drops the schema', 'drop schema public cascade;\ncreate schema public;', '42P01'],
    ['makes it swallow rows', 'create rule r as on insert to migration_history do instead nothing;', ''],
  ])('and %s: it is rolled back', async (_, text, code) => {
    await bench.superuser(`alter schema public owner to "${bench.database.name}"`)
    bench.write({ '0001_a.sql': 'create table a ();', '0002_b.sql': `create table b ();\n${text}` })
    const run = await bench.run()
    expect(run.fault).toMatchObject({
      id: 'revision-unrecorded',
      message: expect.stringContaining(`could not be recorded in the history table ${history}`),
      state: 'All of 0002 was rolled back: the database is at 0001, as before.',
    })
    expect(run.fault?.message.includes(code)).toBe(true)
    await isTrue(run)
    expect(await bench.tables()).toEqual(['a'])
  })

  test.each([
    ['drops the history table', 'drop table migration_history;', 'first-contact'],
    ['drops a column of it', 'alter table migration_history drop column statements_done;', 'history-foreign'],
    ['empties it', 'delete from migration_history;', undefined],
  ])('and %s outside of a transaction: what took effect is said', async (_, text, after) => {
    bench.write({
      '0001_a.sql': `${outside}create table a ();\n${text}\ncreate table never ();`,
    })
    const { fault, report } = await bench.run()
    expect(report.gate).toBe('closed')
    expect(fault).toMatchObject({
      id: 'revision-unrecorded',
      state: 'Statements 1 to 2 of 3 took effect and stay, and the history does not say so.',
    })
    expect(await bench.tables()).toEqual(['a'])
    if (after !== undefined) expect((await bench.run()).fault?.id).toBe(after)
  })

  test('and drops its own database: the server refuses', async () => {
    bench.write({ '0001_a.sql': `${outside}create table a ();\ndrop database "${bench.database.name}";` })
    const run = await bench.run()
    expect(run.fault).toMatchObject({
      id: 'revision-failed',
      server: { code: '55006', message: 'cannot drop the currently open database' },
      state: 'Statement 1 of 2 took effect and stays. The next run goes on with statement 2.',
    })
    await isTrue(run)
  })

  test('and makes the database read-only: itself it is applied, the next is refused', async () => {
    const { name } = bench.database
    bench.write({
      '0001_a.sql': `alter database "${name}" set default_transaction_read_only = on;\ncreate table a ();`,
    })
    expect((await bench.run()).report).toMatchObject({ gate: 'open', status: 'upgraded' })
    bench.write({ '0002_b.sql': 'create table b ();' })
    const { fault, database } = await bench.run()
    await bench.superuser(
      `begin read write; alter database "${name}" reset default_transaction_read_only; commit`,
    )
    expect(fault?.id).toBe('read-only')
    expect(database.to ?? ['0001']).toEqual(['0001'])
    expect(await bench.tables()).toEqual(['a'])
  })
})

describe('a history that is not ours, or not any more', () => {
  const two = { '0001_a.sql': 'create table a ();', '0002_b.sql': 'create table b ();' }
  const hash = checksumOf('create table b ()')

  test.each([
    [
      'of another tool',
      'create table migration_history (version bigint primary key, dirty boolean)',
      'it has no column name',
    ],
    ['of nobody', 'create table migration_history ()', 'it has no column version'],
  ])('a table %s under its name', async (_, sql, says) => {
    bench.write(two)
    await bench.query(sql)
    const { fault } = await bench.run()
    expect(fault).toMatchObject({ id: 'history-foreign', message: expect.stringContaining(says) })
    expect(await bench.tables()).toEqual([])
  })

  test('a view under its name', async () => {
    bench.write(two)
    await bench.query('create view migration_history as select 1 as version')
    expect((await bench.run()).fault?.id).toBe('history-foreign')
  })

  test('columns of other types', async () => {
    bench.write(two)
    await bench.query(
      `create table migration_history (version int, name text, checksum text, state text, statements_done text,
         statement_hashes text, applied_at date, commit_sha text);
       insert into migration_history values (1, 'a', '', 'applied', 'none', '-', now(), '')`,
    )
    const { fault } = await bench.run()
    expect(fault).toMatchObject({ id: 'query-refused', server: { code: '22P02' } })
    expect(await bench.tables()).toEqual([])
  })

  test.each([
    [
      'a state that it does not know',
      `update migration_history set state = 'ok' where version = '0002'`,
      '0002: its state is neither applied nor dirty',
    ],
    [
      'a count below none',
      `update migration_history set state = 'dirty', statements_done = -1 where version = '0002'`,
      '0002: it tells of -1 statements done, and has begun 0',
    ],
    [
      'a count above what was begun',
      `update migration_history set state = 'dirty', statements_done = 7 where version = '0002'`,
      '0002: it tells of 7 statements done, and has begun 0',
    ],
    [
      'hashes without a count',
      `update migration_history set state = 'dirty', statement_hashes = '{${hash},${hash}}' where version = '0002'`,
      '0002: it tells of 0 statements done, and has begun 2',
    ],
    [
      'no checksum',
      `update migration_history set checksum = null where version = '0002'`,
      '0002: it has no checksum',
    ],
    [
      'a version that is no number',
      `update migration_history set version = 'two' where version = '0002'`,
      'two: its version is no number',
    ],
    [
      'no version',
      `update migration_history set version = '' where version = '0002'`,
      ': its version is no number',
    ],
    [
      'two spellings of one version',
      `insert into migration_history select '2', name, checksum, state from migration_history where version = '0002'`,
      'is the same version',
    ],
  ])('edited by hand: %s', async (_, sql, says) => {
    bench.write(two)
    await bench.run()
    await bench.query(
      'alter table migration_history drop constraint migration_history_state_check, alter checksum drop not null',
    )
    await bench.query(sql)
    bench.write({ '0003_c.sql': 'create table c ();' })
    const { fault, log } = await bench.run()
    expect(fault).toMatchObject({ id: 'history-row', message: expect.stringContaining(says) })
    expect(log).toMatch(/next: migration-gate stamp \d+ {3}\(if the database is exactly there\)/)
    expect(await bench.tables()).toEqual(['a', 'b'])

    expect((await bench.run({ command: 'stamp', revision: '0002' })).report.gate).toBe('open')
    expect((await bench.run()).database).toMatchObject({ from: ['0002'], to: ['0003'], applied: ['0003'] })
    expect((await bench.history()).map(row => row.version)).toEqual(['0001', '0002', '0003'])
  })

  test('a row that says it ran, of a file that has more statements than it', async () => {
    bench.write({ '0001_a.sql': `${outside}create table a ();\ncreate table b ();` })
    await bench.run()
    const hashes = ['create table a ()', 'create table b ()', 'create table c ()'].map(checksumOf)
    await bench.query(
      `update migration_history set state = 'dirty', statements_done = 3, statement_hashes = $1`,
      [hashes],
    )
    expect((await bench.run()).fault?.id).toBe('dirty-edited')
  })

  test('a clock that is set back makes no duration below nothing', async () => {
    bench.write({ '0001_a.sql': 'create table a ();' })
    const wire = await bendWire(bench.database.url, {
      edit: text =>
        text.replace('pg_catalog.clock_timestamp() - pg_catalog.now()', `pg_catalog."interval"('-1 hour')`),
    })
    try {
      const { report } = await runIn(bench.project.path, wire.url)
      expect(report.gate).toBe('open')
      expect(wire.queries.join()).toContain('clock_timestamp() - pg_catalog.now()')
    } finally {
      await wire.close()
    }
    expect((await bench.history())[0]).toMatchObject({ duration_ms: 0, state: 'applied' })
  })
})
