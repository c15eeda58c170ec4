/** What a person reads of each fault that a server can have with a revision: produced on a server, kept word for word. */
import { describe, expect, test } from '@jest/globals'
import { withClient } from '../../../script/postgres.mjs'
import { eventually, type GateRun, useBench } from '../../support/gate.ts'
import { ofThisDatabase } from '../../support/postgres.ts'

const bench = useBench()

/** The log of a failure from its first line on, with the names of this run's database and server taken out. */
function said({ log }: GateRun): string {
  const { name, url } = bench.database
  const { host } = new URL(url)
  const all = log.split('\n')
  const from = all.findLastIndex(line => line.startsWith('❌'))
  const text = all.slice(from, -2).join('\n').replaceAll(name, 'app').replaceAll(host, 'db.example.com:5432')
  // Where the server is installed, and how one release quotes a setting, is no matter of ours.
  return `${text.replace(/\n.*extension control file.*/, '').replaceAll('"temp_file_limit"', 'temp_file_limit')}\n`
}

/** Runs these files as revisions 0001, 0002 …, the last of which fails. */
async function failing(...texts: string[]): Promise<string> {
  write(...texts)
  return fails()
}

function write(...texts: string[]): void {
  bench.write(Object.fromEntries(texts.map((text, index) => [`000${index + 1}_r.sql`, text])))
}

async function fails(inputs: Record<string, string> = {}): Promise<string> {
  const run = await bench.run(inputs)
  expect(run.report.gate).toBe('closed')
  return said(run)
}

/** The queries that a message offers are run as they stand there, and find something. */
async function findsRows(shown: string): Promise<void> {
  for (const [, query = ''] of shown.matchAll(/next: (select .*;) {3}\(if you look for the rows\)/g)) {
    const [row] = await bench.query(query)
    expect(row).toBeDefined()
    expect(row).not.toEqual({ count: '0' })
  }
}

const users = `create table users (id int primary key, email text, age int);
insert into users values (1, 'a@b.c', 7), (2, 'a@b.c', null);
`

describe('it is there already', () => {
  test('all that the revision makes: out of step', async () => {
    write('select 1;')
    await bench.run()
    await bench.query('create table orders (id int); create index orders_id on orders (id)')
    expect(
      await failing('select 1;', 'create table orders (id int);\ncreate index orders_id on orders (id);\n'),
    ).toMatchSnapshot()
  })

  test('a part of it, as after a run by hand', async () => {
    write('create table orders (id int);')
    await bench.run()
    await bench.query('alter table orders add note text')
    expect(
      await failing(
        'create table orders (id int);',
        'alter table orders\n  add note text;\ncreate table lines ();',
      ),
    ).toMatchSnapshot()
  })

  test('another revision makes it', async () => {
    expect(
      await failing('create type mood as enum ();', 'select 1;\ncreate type mood as enum ();'),
    ).toMatchSnapshot()
  })

  test('the revision makes it twice', async () => {
    expect(await failing('create table a ();\ncreate table b ();\ncreate table a ();')).toMatchSnapshot()
  })

  test('something else has the name', async () => {
    write('select 1;')
    await bench.run()
    await bench.query('create view orders as select 1 as id')
    expect(await failing('select 1;', 'create table orders (id int);')).toMatchSnapshot()
  })

  test('outside of a transaction, what ran before in the same revision is no evidence', async () => {
    write('select 1;')
    await bench.run()
    await bench.query('create table b ()')
    expect(
      await failing(
        'select 1;',
        '-- migrate:up transaction:false\ncreate table a ();\ncreate table b ();\ncreate table c ();',
      ),
    ).toMatchSnapshot()
  })
})

describe('it is not there', () => {
  test('a later revision makes it', async () => {
    write('alter table orders add note text;', 'create table orders ();')
    expect(await fails()).toMatchSnapshot()
  })

  test('it was made and is gone', async () => {
    write('create table orders (id int);')
    await bench.run()
    await bench.query('drop table orders')
    expect(await failing('create table orders (id int);', 'create index on orders (id);')).toMatchSnapshot()
  })

  test('it was dropped by hand, as the revision would', async () => {
    write('create table orders (id int);')
    await bench.run()
    await bench.query('drop table orders')
    expect(await failing('create table orders (id int);', 'drop table orders;')).toMatchSnapshot()
  })

  test('it was never made: the name is wrong', async () => {
    expect(
      await failing('create table orders (id int);', 'alter table orders drop column noet;'),
    ).toMatchSnapshot()
  })

  test.each([
    ['a column', 'create table orders (id int);\nselect id,\n  statsu\nfrom orders;'],
    ['a type', 'create table orders (state mood);'],
    ['a function', `create table orders (id uuid default uuid_generate_v4());`],
    ['a schema', 'create table billing.orders ();'],
    ['an operator for these types', "select 'a' + now();\n"],
  ])('%s', async (_, text) => {
    expect(await failing(text)).toMatchSnapshot()
  })
})

describe('rows are in the way', () => {
  test.each([
    ['twice in a new unique index', 'create unique index users_email on users (email);'],
    ['twice in a new partial index', 'create unique index on users (lower(email)) where age > 5 or id > 0;'],
    ['twice in a new constraint', 'alter table users add constraint one_email unique (email);'],
    ['a key that is there', "insert into users values (2, 'secret@example.com');"],
    ['none in a column', 'alter table users alter age set not null;'],
    ['none in a column that is added', 'alter table users add "Order" text not null;'],
    ['none in a row that is added', 'insert into users (email) values (null);'],
    ['against a check', 'alter table users\n  add constraint adult check (age >= (10 + 8));'],
    [
      'pointing nowhere, into a table of the revision itself',
      'create table teams (id int primary key);\nalter table users add constraint team foreign key (age) references teams (id);',
    ],
    [
      'that others point at',
      'create table notes (of int references users);\ninsert into notes values (1);\ndelete from users;',
    ],
    ['of another type', 'alter table users alter email type int using email::int;'],
    ['too long', 'alter table users alter email type varchar(3);'],
  ])('%s', async (_, text) => {
    const shown = await failing(users, text)
    expect(shown).not.toMatch(/a@b\.c/)
    expect(shown).toMatchSnapshot()
    await findsRows(shown)
  })

  test.each([
    ['against a check that is validated', 'alter table users validate constraint adult;'],
    ['pointing nowhere, where a foreign key is validated', 'alter table users validate constraint team;'],
    ['pointing nowhere', 'alter table users add foreign key (age) references teams ("Id");'],
    ['pointing nowhere, by a primary key', 'alter table users add foreign key (age) references teams;'],
  ])('%s', async (_, text) => {
    const before = `create table teams ("Id" int primary key);
alter table users add constraint adult check (age > 17) not valid,
  add constraint team foreign key (age) references teams not valid;`
    const shown = await failing(users, before, text)
    expect(shown).toMatchSnapshot()
    expect(shown).toContain('next: select')
    await findsRows(shown)
  })

  test('a literal of the file itself is shown', async () => {
    expect(await failing("select 1,\n  'seven'::int;")).toMatchSnapshot()
  })
})

describe('a right is lacking', () => {
  const of = (sql: string) => bench.superuser(sql.replaceAll('ME', `"${bench.database.name}"`))

  test('on a schema', async () => {
    await of('create schema billing')
    expect(await failing('create table billing.orders ();')).toMatchSnapshot()
  })

  test('of the owner of a table', async () => {
    write('alter table billing.orders add id int;')
    await bench.run({ command: 'stamp', revision: 'base' })
    await of('create schema billing; create table billing.orders (); grant usage on schema billing to ME')
    expect(await fails()).toMatchSnapshot()
  })

  test('on a table, for a role that the revision takes on', async () => {
    await of('create table public.orders (); grant pg_monitor to ME')
    write('select 1;')
    await bench.run({ command: 'stamp', revision: 'base' })
    expect(await failing('set role pg_monitor;\nselect * from orders;')).toMatchSnapshot()
    await bench.run({ command: 'stamp', revision: 'base' })
    expect(await failing('set role pg_monitor;\nreset role;\nselect * from orders;')).toContain(
      'It ran as the role app.',
    )
    await of('revoke pg_monitor from ME')
  })

  test('of a superuser', async () => {
    expect(await failing('create extension file_fdw;')).toMatchSnapshot()
  })
})

describe('the server is in no state for it', () => {
  test('statement timeout', async () => {
    write('select pg_sleep(60);')
    expect(await fails({ 'statement-timeout': '200ms' })).toMatchSnapshot()
  })

  test('cancelled by somebody', async () => {
    write('select pg_cancel_backend(pg_backend_pid()), pg_sleep(60);')
    expect(await fails()).toMatchSnapshot()
  })

  test('serialization', async () => {
    const { name } = bench.database
    write('select n from t;\nselect pg_advisory_xact_lock(42);\nupdate t set n = 2;')
    await bench.run({ command: 'stamp', revision: 'base' })
    await bench.query('create table t (n int); insert into t values (1)')
    await bench.superuser(`alter role "${name}" set default_transaction_isolation = 'repeatable read'`)
    const shown = await withClient(bench.database.url, async other => {
      await other.query('select pg_advisory_lock(42)')
      const going = fails()
      const waiting = () => bench.query(`select from pg_locks where not granted and ${ofThisDatabase}`)
      await eventually(async () => (await waiting()).length > 0)
      await other.query('update t set n = 3')
      await other.query('select pg_advisory_unlock(42)')
      return going
    })
    await bench.superuser(`alter role "${name}" reset default_transaction_isolation`)
    expect(shown).toMatchSnapshot()
  })

  test('read only', async () => {
    expect(await failing('set transaction_read_only = on;\ncreate table t ();')).toMatchSnapshot()
  })

  test('the disk is full', async () => {
    await bench.superuser(`grant pg_write_server_files to "${bench.database.name}"`)
    expect(await failing("copy (select 1) to '/dev/full';")).toMatchSnapshot()
    await bench.superuser(`revoke pg_write_server_files from "${bench.database.name}"`)
  })

  test('out of memory, as far as a test may', async () => {
    const raised = `do $$ begin raise 'out of memory' using errcode = '53200', detail = 'Failed on request of size 1048576.'; end $$;`
    expect(await failing(raised)).toMatchSnapshot()
  })

  test('more temporary files than it may have', async () => {
    await bench.superuser(`alter role "${bench.database.name}" set temp_file_limit = '64kB'`)
    const shown = await failing(
      'set work_mem = 64;\nselect g from generate_series(1, 1000000) g order by -g;',
    )
    await bench.superuser(`alter role "${bench.database.name}" reset temp_file_limit`)
    expect(shown).toMatchSnapshot()
  })
})

describe('it is not written as this server has it', () => {
  test.each([
    ['a slip', 'create table orders (\n  id int,\n  note text nul\n);'],
    [
      'an enum value too early',
      "create table m ();\nalter type mood add value 'calm';\nselect 'calm'::mood;",
    ],
    ['an extension that it does not have', 'create extension postgis_of_mars;'],
    [
      'a feature that it does not have',
      'create table t (id int) partition by list (id);\ncreate unique index on t ((id + 1));',
    ],
  ])('%s', async (_, text) => {
    expect(await failing('create type mood as enum ();', text)).toMatchSnapshot()
  })
})
