/** Faults of the way to the database, through both doors: one sentence, exit 1, no stack trace, no password. */
import { createServer as createHttp } from 'node:http'
import { createServer } from 'node:net'
import { expect, test } from '@jest/globals'
import { runAction, runCli, startCli } from '../../support/bundle.ts'
import { closeServer, listen, runIn, useBench } from '../../support/gate.ts'
import { hostilePassword, leakedWords } from '../../support/leaks.ts'

const bench = useBench({ password: hostilePassword })

/** The bench's URL with other parts. */
function other(change: (url: URL) => void): string {
  const url = new URL(bench.database.url)
  change(url)
  return url.href
}
const encoded = encodeURIComponent(hostilePassword)

async function expectSentence(url: string, sentence: RegExp): Promise<void> {
  bench.write({ '0001_a.sql': 'create table a ();' })
  const { report, fault, log } = await runIn(bench.project.path, url)
  expect(report).toMatchObject({ gate: 'closed', status: 'failed' })
  expect(fault?.message).toMatch(sentence)
  expect(fault?.id).not.toBe('unexpected')
  expect(log).toMatch(/Gate closed\.$/)
  expect(log).not.toMatch(/\n\s+at .*\.[jt]s:\d+/)
  expect(leakedWords(log + JSON.stringify(report))).toEqual([])
}

test('the connection is refused', async () => {
  const server = createServer()
  const port = await listen(server)
  await closeServer(server)
  await expectSentence(
    other(url => {
      url.port = String(port)
      url.search = 'connect_timeout=1'
    }),
    /^No connection to 127\.0\.0\.1:\d+\/gate_\w+: the connection was refused\.$/,
  )
})

test('the password is wrong', async () => {
  await expectSentence(
    bench.database.url.replace(encoded, `${encoded}x`),
    /^127\.0\.0\.1:\d+\/gate_\w+ refuses the password of gate_\w+\.$/,
  )
})

test('there is no password', async () => {
  await expectSentence(bench.database.url.replace(`:${encoded}`, ''), /refuses the password of gate_\w+\.$/)
})

test('there is no such database', async () => {
  await expectSentence(
    other(url => {
      url.pathname = '/nowhere'
    }),
    /^The server of 127\.0\.0\.1:\d+\/nowhere has no database "nowhere"\.$/,
  )
})

test('there is no such host', async () => {
  await expectSentence(
    other(url => {
      url.hostname = 'no-such-host.invalid'
    }),
    /^The host no-such-host\.invalid has no address that this machine can find\.$/,
  )
})

test('there is no such socket', async () => {
  await expectSentence(
    `postgres://u:${encoded}@/db?host=/nowhere`,
    /^No connection to \/nowhere:5432\/db: there is no such socket\.$/,
  )
})

test('TLS is demanded of a server without', async () => {
  await expectSentence(
    `${bench.database.url}?sslmode=require`,
    /^No TLS connection to .*: the server does not offer TLS, and the URL demands it\.$/,
  )
})

test.each([
  [
    'says something else and ends',
    () => createServer(socket => socket.end('SSH-2.0-OpenSSH_9.2\r\n').resume()),
  ],
  ['speaks HTTP', () => createHttp((_, response) => response.end('hello'))],
  ['hangs up', () => createServer(socket => socket.destroy())],
])('what listens there %s', async (_, make) => {
  const server = make()
  server.on('connection', socket => socket.on('error', () => undefined))
  const port = await listen(server)
  try {
    for (const mode of ['', '&sslmode=disable']) {
      await expectSentence(
        `${other(url => {
          url.port = String(port)
        })}?connect_timeout=1${mode}`,
        /does not speak the Postgres protocol|the other side closed the connection/,
      )
    }
  } finally {
    await closeServer(server)
  }
})

test('what listens there says something else and stays: the process ends all the same', async () => {
  const open = new Set<{ destroy(): void }>()
  const server = createServer(socket => open.add(socket.on('error', () => undefined).resume()))
  server.on('connection', socket => socket.write('SSH-2.0-OpenSSH_9.2\r\n'))
  const port = await listen(server)
  try {
    bench.write({ '0001_a.sql': 'select 1;' })
    const url = other(one => {
      one.port = String(port)
    })
    const cli = startCli(['plan'], { cwd: bench.project.path, env: { DATABASE_URL: url } })
    const late = setTimeout(() => cli.child.kill('SIGKILL'), 30_000)
    const ended = await cli.ended
    clearTimeout(late)
    expect(ended).toMatchObject({ code: 1, signal: null })
    expect(ended.stdout).toContain('does not speak the Postgres protocol')
  } finally {
    for (const socket of open) socket.destroy()
    await closeServer(server)
  }
})

test('what listens there says nothing', async () => {
  const server = createServer()
  const sockets = new Set<{ destroy(): void }>()
  server.on('connection', socket => sockets.add(socket))
  const port = await listen(server)
  try {
    await expectSentence(
      `${other(url => {
        url.port = String(port)
      })}?connect_timeout=1`,
      /: nothing answered in time\.$/,
    )
  } finally {
    for (const socket of sockets) socket.destroy()
    await closeServer(server)
  }
})

test('the server ends the session in the middle of a revision', async () => {
  bench.write({
    '0001_a.sql': 'create table a ();',
    '0002_b.sql': 'create table b ();\nselect pg_terminate_backend(pg_backend_pid());\nselect 1;',
  })
  const { fault, database, log } = await bench.run()
  expect(fault).toMatchObject({
    id: 'revision-lost',
    state: 'Asked again, the database does not have 0002: it is at 0001.',
    place: { path: 'migrations/0002_b.sql', line: 2 },
  })
  expect(database).toMatchObject({ to: ['0001'], applied: ['0001'], failed: '0002' })
  expect(await bench.tables()).toEqual(['a'])
  expect(leakedWords(log)).toEqual([])
})

test('through the doors: exit 1, and nothing in any file that a runner keeps', async () => {
  bench.write({ '0001_a.sql': 'select 1;' })
  const wrong = bench.database.url.replace(encoded, `${encoded}x`)
  const action = await runAction({ cwd: bench.project.path, inputs: { 'database-url': wrong } })
  expect(action).toMatchObject({ code: 1, stderr: '', outputs: { status: 'failed', to: '', applied: '[]' } })
  expect(action.summary).toContain('refuses the password of')
  const shown = action.everything.replace(/^::add-mask::.*$/gm, '')
  expect(leakedWords(shown)).toEqual([])
  for (const [args, env] of [
    [['upgrade'], { DATABASE_URL: wrong }],
    [['plan', '--json', '--debug'], { DATABASE_URL: wrong }],
    [['plan', '--database-url', wrong], {}],
  ] as const) {
    const cli = await runCli([...args], { cwd: bench.project.path, env })
    expect(cli.code).toBe(1)
    expect(cli.stdout + cli.stderr).toContain('refuses the password of')
    expect(leakedWords(cli.stdout + cli.stderr)).toEqual([])
  }
})
