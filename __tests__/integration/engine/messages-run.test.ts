/** What a person reads where the way to the database, or somebody else in it, is to blame: kept word for word. */
import { createServer, connect as dial } from 'node:net'
import { expect, test } from '@jest/globals'
import { withClient } from '../../../script/postgres.mjs'
import { closeServer, eventually, type GateRun, listen, runIn, useBench } from '../../support/gate.ts'
import { ofThisDatabase, query, serverUrl } from '../../support/postgres.ts'
import { bendWire } from '../../support/wire.ts'

const bench = useBench()

/** The failure as it is printed, without what differs from run to run. */
function said({ log }: GateRun): string {
  const { name, url } = bench.database
  const lines = log.split('\n')
  const from = lines.findLastIndex(line => line.startsWith('❌'))
  return (
    `${lines.slice(from, -2).join('\n')}\n`
      .replaceAll(name, 'app')
      .replaceAll(new URL(url).host, 'db.example.com:5432')
      .replace(/127\.0\.0\.1:\d+/g, 'db.example.com:5432')
      .replace(/\b(pid|process|Process|backend\()\s?\d+/g, '$1 4711')
      .replace(/\b(relation|transaction|database) \d+/g, '$1 16384')
      .replace(/Postgres 9\.6 +, and the gate knows \d+/, 'Postgres 9.6, and the gate knows 14')
      // Who was seen in its way is a matter of the moment.
      .replace(/; (?:in its way|who held it)[^\n]*/, '; …')
  )
}

async function closed(url: string, id: string, inputs: Record<string, string> = {}): Promise<void> {
  bench.write({ '0001_a.sql': 'create table a ();' })
  const run = await runIn(bench.project.path, url, { inputs: { wait: '1s', ...inputs } })
  expect(run.report.gate).toBe('closed')
  expect(run.fault?.id).toBe(id)
  expect(said(run)).toMatchSnapshot()
}

/** The same database over a wire on which the server says something else of itself. */
async function overWire(edit: (text: string) => string, id: string): Promise<void> {
  const wire = await bendWire(bench.database.url, { edit })
  try {
    await closed(wire.url, id)
  } finally {
    await wire.close()
  }
  expect(await bench.tables()).toEqual([])
}

test('url-unexpected', () => closed(bench.database.url, 'url-unexpected', { 'expect-database': 'staging_*' }))

test('connect-database', async () => {
  const url = new URL(bench.database.url)
  url.pathname = '/nowhere'
  await closed(url.href, 'connect-database')
})

test('connect-server', async () => {
  const { name } = bench.database
  await query(serverUrl(), `alter database "${name}" allow_connections false`)
  try {
    await closed(bench.database.url, 'connect-server')
  } finally {
    await query(serverUrl(), `alter database "${name}" allow_connections true`)
  }
})

test('not-postgres', async () => {
  const server = createServer(socket =>
    socket
      .resume()
      .on('error', () => undefined)
      .end('HTTP/1.1 400 Bad Request\r\n\r\n'),
  )
  const port = await listen(server)
  try {
    await closed(`postgres://app:secret@127.0.0.1:${port}/app`, 'not-postgres')
  } finally {
    await closeServer(server)
  }
})

test('replica', () => overWire(text => text.replaceAll('pg_catalog.pg_is_in_recovery()', 'true'), 'replica'))

test('server-old', async () => {
  const { port, hostname } = new URL(bench.database.url)
  const server = createServer(client => {
    const upstream = dial(Number(port), hostname)
    client.on('error', () => upstream.destroy()).pipe(upstream)
    upstream.on('error', () => client.destroy())
    upstream.on('data', (piece: Buffer) => {
      const said = piece.toString('latin1')
      // In its greeting, at the same length.
      const older = said.replace(
        /(server_version\0)([^\0]+)/,
        (_, name, is) => name + '9.6'.padEnd(is.length),
      )
      client.write(Buffer.from(older, 'latin1'))
    })
  })
  const own = await listen(server)
  try {
    await closed(bench.database.url.replace(`:${port}/`, `:${own}/`), 'server-old')
  } finally {
    await closeServer(server)
  }
  expect(await bench.tables()).toEqual([])
})

test('revision-deadlock', async () => {
  await bench.query('create table a (); create table b ()')
  bench.write({ '0001_a.sql': '-- migrate:up transaction:false\ndrop table a, b;' })
  await bench.run({ command: 'stamp', revision: 'base' })
  const run = await withClient(bench.database.url, async other => {
    await other.query('begin; lock table b')
    const going = bench.run()
    const waiting = () => bench.query(`select from pg_locks where not granted and ${ofThisDatabase}`)
    await eventually(async () => (await waiting()).length > 0)
    // It waits for the gate, which waited first, and is told of the circle first.
    await other.query('lock table a')
    await other.query('commit')
    return going
  })
  expect(run.fault?.id).toBe('revision-deadlock')
  expect(said(run)).toMatchSnapshot()
  expect(await bench.tables()).toEqual(['a', 'b'])
})
