/** Servers on which nothing can be done, each told from the others before anything runs. */
import { afterEach, expect, test } from '@jest/globals'
import { runIn, useBench } from '../../support/gate.ts'
import { onOwnServer } from '../../support/own-server.ts'
import { query, serverUrl } from '../../support/postgres.ts'
import { bendWire, type Wire } from '../../support/wire.ts'

const bench = useBench()
let wire: Wire | undefined
afterEach(async () => {
  wire?.cut()
  await wire?.close()
  wire = undefined
})

/** What the gate says of a server that says this of itself, in place of one thing that Postgres says. */
async function greetedBy(said: string, value: string, instead = said) {
  bench.write({ '0001_a.sql': 'create table a ();' })
  wire = await bendWire(bench.database.url, {
    greet: (name, given) => (name === instead ? [said, value] : [name, given]),
  })
  return (await runIn(bench.project.path, wire.url, { inputs: { command: 'plan' } })).fault
}

test.each(['9.6.24', '13.23 (Debian 13.23-1)', '8.0.2'])('a server that is too old: %s', async version => {
  expect(await greetedBy('server_version', version)).toMatchObject({
    id: 'server-old',
    message: expect.stringMatching(/is Postgres \S+.*, and the gate knows 14 and newer\.$/),
  })
})

test.each(['14.0', '18beta1', '19devel', '15.2-YB-2.25'])('one that is not: %s', async version => {
  expect(await greetedBy('server_version', version)).toBeUndefined()
})

test('CockroachDB, whose advisory locks do nothing', async () => {
  expect(await greetedBy('crdb_version', 'CockroachDB CCL v25.1.0', 'is_superuser')).toMatchObject({
    id: 'other-system',
    message: expect.stringContaining('is CockroachDB, which speaks the Postgres protocol'),
  })
})

test.each([
  ['by the database', () => `alter database "${bench.database.name}" set default_transaction_read_only = on`],
  ['by the role', () => `alter role "${bench.database.name}" set default_transaction_read_only = on`],
])('read-only %s: nothing is written, and what reads goes on', async (_, statement) => {
  bench.write({ '0001_a.sql': 'create table a ();' })
  await bench.superuser(statement())
  try {
    for (const command of ['upgrade', 'stamp'])
      expect((await bench.run({ command, revision: 'head' })).fault).toMatchObject({ id: 'read-only' })
    expect((await bench.run({ command: 'plan' })).report.gate).toBe('open')
  } finally {
    // From another database: this one is read-only for everybody by now.
    await query(serverUrl(), statement().replace(/set (\w+) = on/, 'reset $1'))
  }
})

test.each([
  [
    'may not log in',
    () => `alter role "${bench.database.name}" nologin`,
    'login',
    'connect-denied',
    /is not permitted to log in \(28000\)/,
  ],
  [
    'is not there',
    () => `alter role "${bench.database.name}" rename to gate_gone`,
    '',
    'connect-password',
    /refuses the password/,
  ],
])('a role that %s', async (_, statement, back, id, words) => {
  bench.write({ '0001_a.sql': 'create table a ();' })
  await bench.superuser(statement())
  try {
    expect((await bench.run()).fault).toMatchObject({ id, message: expect.stringMatching(words) })
  } finally {
    const name = bench.database.name
    await bench.superuser(
      back === '' ? `alter role gate_gone rename to "${name}"` : `alter role "${name}" ${back}`,
    )
  }
})

test('a role that may not connect to the database', async () => {
  bench.write({ '0001_a.sql': 'create table a ();' })
  const { name } = bench.database
  await bench.superuser(`alter database "${name}" owner to postgres`)
  await bench.superuser(`revoke connect on database "${name}" from public`)
  try {
    expect((await bench.run()).fault).toMatchObject({
      id: 'connect-denied',
      message: expect.stringContaining('permission denied for database'),
      cure: `As the owner of the database: grant connect on it to ${name}.`,
    })
  } finally {
    await bench.superuser(`grant connect on database "${name}" to public; `)
    await bench.superuser(`alter database "${name}" owner to "${name}"`)
  }
})

test('a role without the right to make the history table', async () => {
  bench.write({ '0001_a.sql': 'create table a ();' })
  await bench.superuser('alter schema public owner to postgres; revoke create on schema public from public')
  const { fault } = await bench.run()
  expect(fault).toMatchObject({ id: 'history-rights' })
  expect(await bench.tables()).toEqual([])
})

onOwnServer({ settings: ['hot_standby=on'], files: () => ({ 'standby.signal': '' }) }, server => {
  test('a replica: a standby that follows nobody is one', async () => {
    bench.write({ '0001_a.sql': 'create table a ();' })
    const url = server().superuserUrl
    for (const command of ['upgrade', 'stamp'])
      expect(
        (await runIn(bench.project.path, url, { inputs: { command, revision: 'head' } })).fault,
      ).toMatchObject({
        id: 'replica',
        cure: 'Use the URL of the primary.',
      })
    expect((await runIn(bench.project.path, url, { inputs: { command: 'plan' } })).database.pending).toEqual([
      '0001',
    ])
  })
})

onOwnServer({ files: () => ({ 'pg_hba.conf': 'host all postgres all scram-sha-256\n' }) }, server => {
  test('a machine that the rules of the server do not know', async () => {
    bench.write({ '0001_a.sql': 'create table a ();' })
    const url = `postgres://relay:s3cretpw@127.0.0.1:${server().port}/postgres`
    expect((await runIn(bench.project.path, `${url}?sslmode=require`)).fault).toMatchObject({
      id: 'connect-tls',
    })
    const { fault } = await runIn(bench.project.path, `${url}?sslmode=disable`)
    expect(fault?.message).toMatch(/no pg_hba\.conf entry|wants TLS/)
  })
})
