/** A server that has no connection for us yet is tried again: for a while, saying so, and until a signal comes. */
import { createServer } from 'node:net'
import { expect, test } from '@jest/globals'
import { withClient } from '../../../script/postgres.mjs'
import { closeServer, eventually, listen, runIn, useBench } from '../../support/gate.ts'
import { errorMessage, startGatekeeper } from '../../support/gatekeeper.ts'
import { startOwnServer } from '../../support/own-server.ts'

const bench = useBench()
const starting = errorMessage('57P03', 'the database system is starting up')

test.each([
  ['it is starting', starting, 'the database system is starting up (57P03)'],
  [
    'it goes down, and comes back',
    errorMessage('57P01', 'terminating connection due to administrator command'),
    '57P01',
  ],
  [
    'it has no connection left',
    errorMessage('53300', 'sorry, too many clients already'),
    'sorry, too many clients already (53300)',
  ],
  [
    'its pooler has none left',
    errorMessage('08P01', 'no more connections allowed (max_client_conn)'),
    'no more connections allowed',
  ],
  [
    'Supabase’s pooler has none left',
    errorMessage('XX000', 'MaxClientsInSessionMode: max clients reached'),
    'MaxClients',
  ],
  [
    'its pooler cannot reach it yet',
    errorMessage('08P01', 'server login has been failing, try again later (server_login_retry)'),
    'server login has been failing',
  ],
  ['it hangs up', undefined, 'the other side closed the connection'],
])('%s: tried again, and said', async (_, answer, words) => {
  bench.write({ '0001_a.sql': 'create table a ();' })
  const keeper = await startGatekeeper(bench.database.url, 3, answer)
  try {
    const { database, events, log } = await runIn(bench.project.path, keeper.url)
    expect(database.applied).toEqual(['0001'])
    expect(keeper.turned).toBe(3)
    // Three times within 5 s: one line.
    expect(events.filter(event => event.kind === 'connecting')).toHaveLength(1)
    expect(log).toContain(words)
    expect(log).toMatch(/⏳ 127\.0\.0\.1:\d+\/gate_\w+: .*; trying again \(0 s of (?:1 min|5 s) at most\)/)
  } finally {
    await keeper.close()
  }
})

test.each([
  [
    'starting',
    starting,
    'connect-starting',
    /takes no connections yet, in \d+ attempts over \d+ s: the database system is starting up \(57P03\)\.$/,
  ],
  [
    'full',
    errorMessage('53300', 'too many connections'),
    'connect-full',
    /had no connection left for the gate, in \d+ attempts over \d+ s: too many connections \(53300\)\.$/,
  ],
  ['refusing', undefined, 'connect-refused', /^No connection to .*: the other side closed the connection\.$/],
])('a server that stays %s is given up', async (_, answer, id, words) => {
  bench.write({ '0001_a.sql': 'create table a ();' })
  const keeper = await startGatekeeper(bench.database.url, Number.POSITIVE_INFINITY, answer)
  try {
    const { fault } = await runIn(bench.project.path, `${keeper.url}?connect_timeout=3`)
    expect(fault).toMatchObject({ id, message: expect.stringMatching(words) })
    expect(keeper.turned).toBeGreaterThan(1)
  } finally {
    await keeper.close()
  }
})

test('what will not pass is asked once', async () => {
  const keeper = await startGatekeeper(
    bench.database.url,
    9,
    errorMessage('28P01', 'password authentication failed'),
  )
  try {
    bench.write({ '0001_a.sql': 'create table a ();' })
    expect((await runIn(bench.project.path, keeper.url)).fault?.id).toBe('connect-password')
    expect(keeper.turned).toBe(1)
  } finally {
    await keeper.close()
  }
})

test('a signal ends the waiting', async () => {
  const keeper = await startGatekeeper(bench.database.url, Number.POSITIVE_INFINITY, starting)
  const stop = new AbortController()
  try {
    bench.write({ '0001_a.sql': 'create table a ();' })
    const on = (event: { kind: string }) => event.kind === 'connecting' && stop.abort()
    const { fault } = await runIn(bench.project.path, keeper.url, { signal: stop.signal, on })
    expect(fault).toMatchObject({ id: 'interrupted', exit: 130 })
  } finally {
    await keeper.close()
  }
})

test('a signal ends an attempt that nobody answers', async () => {
  const sockets = new Set<{ destroy(): void }>()
  const silent = createServer(socket => sockets.add(socket))
  const port = await listen(silent)
  const stop = new AbortController()
  try {
    bench.write({ '0001_a.sql': 'create table a ();' })
    const url = new URL(bench.database.url)
    url.port = String(port)
    const going = runIn(bench.project.path, url.href, { signal: stop.signal })
    await eventually(async () => sockets.size > 0)
    stop.abort()
    expect((await going).fault).toMatchObject({ id: 'interrupted', exit: 130 })
  } finally {
    for (const socket of sockets) socket.destroy()
    await closeServer(silent)
  }
})

test('a server without a connection left: closed while it is full, and open when a session ends', async () => {
  const server = await startOwnServer({ settings: ['max_connections=5', 'superuser_reserved_connections=1'] })
  try {
    await withClient(server.superuserUrl, async client => {
      await client.query("create role relay login password 'pw'")
      await client.query('create database relay owner relay')
    })
    const url = `postgres://relay:pw@127.0.0.1:${server.port}/relay`
    const leave: (() => void)[] = []
    const left = Array.from({ length: 4 }, () =>
      withClient(url, () => new Promise<void>(resolve => leave.push(resolve))),
    )
    await eventually(async () => leave.length === 4)
    bench.write({ '0001_a.sql': 'create table a ();' })
    const closed = await runIn(bench.project.path, `${url}?connect_timeout=1`)
    expect(closed.fault).toMatchObject({ id: 'connect-full', message: expect.stringContaining('(53300)') })
    const on = (event: { kind: string }) => {
      if (event.kind === 'connecting') for (const go of leave) go()
    }
    const open = await runIn(bench.project.path, url, { on })
    expect(open.database.applied).toEqual(['0001'])
    expect(open.log).toContain('trying again')
    await Promise.all(left)
  } finally {
    await server.stop()
  }
})

test('a server that crashes under a revision is waited for, and the truth is read from it', async () => {
  // Servers of tests may lose what was committed; this one may not.
  const server = await startOwnServer({ settings: ['synchronous_commit=on'] })
  try {
    const url = server.superuserUrl
    bench.write({
      '0001_a.sql': 'create table a ();',
      '0002_b.sql': 'create table b ();\nselect pg_sleep(600);',
    })
    const going = runIn(bench.project.path, url)
    const asleep = () =>
      withClient(url, async client => {
        const found = await client.query<{ pid: number }>(
          `select pid from pg_stat_activity where query = 'select pg_sleep(600)' and state = 'active'`,
        )
        return found.rows[0]?.pid
      })
    const pid = await eventually(asleep)
    process.kill(pid ?? 0, 'SIGKILL')
    const { fault, database } = await going
    expect(fault?.id).toBe('revision-lost')
    expect(database).toMatchObject({ to: ['0001'], applied: ['0001'], failed: '0002' })
  } finally {
    await server.stop()
  }
})
