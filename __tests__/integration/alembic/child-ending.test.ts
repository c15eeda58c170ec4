/** The end of Python: as without the hook wherever something ends there, and sooner where nothing does. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { AlembicOptions } from '../../support/alembic.ts'
import { runChild, testEnvironment } from '../../support/alembic-child.ts'
import { useAlembic } from '../../support/alembic-gate.ts'

const bench = useAlembic()
const revisions = [{ id: 'a1', upgrade: 'op.execute("create table t (id int)")' }]

/** Registered before all else, so that it runs last: tells whether the last passes have been left out. */
const teller = `import atexit, gc, os
born = gc.get_freeze_count()
atexit.register(lambda: os.write(1, b"spared\\n" if gc.get_freeze_count() > born else b"as ever\\n"))`

async function run(options: Partial<AlembicOptions>, also: Parameters<typeof runChild>[3] = {}) {
  const files = { 'site/sitecustomize.py': teller }
  const made = bench.make({ revisions, files, ...options })
  const environment = testEnvironment(bench.url, { PYTHONPATH: join(made.path, 'site') })
  const seen = await runChild(made, bench.url, ['upgrade', 'head'], { environment, ...also })
  await bench.query('drop table t, alembic_version')
  return { made, seen }
}

test.each<[string, Partial<AlembicOptions>]>([
  ['psycopg, sync', {}],
  ['asyncpg, async', { env: 'async' }],
  ['psycopg, async', { env: 'async', driver: 'psycopg' }],
])('%s: nothing has anything to do at its end, and the last passes are left out', async (_, options) => {
  expect((await run(options)).seen).toMatchObject({ code: 0, stdout: 'spared' })
})

const warned = 'import socket, warnings\nwarnings.simplefilter("always", ResourceWarning)'

/** What env.py leaves behind, and what of it shows only because Python looks for it at its very end. */
const leftBehind: [string, string, string][] = [
  [
    'an object',
    'class Kept:\n    def __del__(self, say=os.write): say(1, b"ended ")\nkept = Kept()',
    'ended',
  ],
  ['a file', 'kept = open("told", "w")\nkept.write("all of it")', 'all of it'],
  [
    'a file that programs inherit',
    'kept = open("told", "w")\nos.set_inheritable(kept.fileno(), True)\nkept.write("all of it")',
    'all of it',
  ],
  ['a pipe to a program', 'kept = os.popen("cat > told", "w")\nkept.write("all of it")', 'all of it'],
  ['its output, opened again', 'kept = open(1, "w", closefd=False)\nkept.write("all of it ")', 'all of it'],
  [
    'its output, wrapped',
    'kept = io.TextIOWrapper(sys.stdout.buffer)\nkept.write("all of it ")',
    'all of it',
  ],
  ['its output, copied', 'kept = os.fdopen(os.dup(1), "w")\nkept.write("all of it ")', 'all of it'],
  [
    'a database in a file',
    'import sqlite3\nkept = sqlite3.connect("told.db", isolation_level=None)\nkept.execute("pragma journal_mode = wal")\nkept.execute("create table t (id int)")',
    // Beside it no journal that waits.
    'told.db;',
  ],
  ['a socket', `${warned}\nkept = socket.socket()`, 'unclosed <socket'],
  [
    'a generator',
    'def wait():\n    try: yield\n    finally: os.write(1, b"ended ")\nkept = wait()\nnext(kept)',
    'ended',
  ],
  [
    'a task that failed',
    'async def fail(): raise ValueError("of the task")\nloop = asyncio.new_event_loop()\nkept = loop.create_task(fail())\nloop.run_until_complete(asyncio.sleep(0))',
    'ValueError: of the task',
  ],
]

/** Nothing refers to what env.py made when Alembic is done; to what another module has, that module does. */
const holders = { 'env.py': '', 'another module': '\nsqlalchemy.kept = kept' }

describe.each(Object.entries(holders))('left behind by %s, it ends as without the hook:', (_, hold) => {
  test.each(leftBehind)('%s', async (_, left, shows) => {
    const all = async (also?: Parameters<typeof runChild>[3]) => {
      const top = `import asyncio, io, os, sqlalchemy, sys\n${left}${hold}`
      const { made, seen } = await run({ top, logging: false, files: {} }, also)
      const names = () => readdirSync(made.path).filter(name => name.startsWith('told'))
      const told = () => (names().includes('told') ? readFileSync(join(made.path, 'told'), 'utf8') : '')
      // The program at the other end of a pipe may outlive its Alembic by a moment.
      for (let tries = 0; told() === '' && left.includes('popen') && tries < 500; tries++)
        await new Promise(resolve => setTimeout(resolve, 20))
      return [
        seen.code,
        seen.stdout,
        seen.stderr.replaceAll(made.path, '').replace(/fd=\d+/g, ''),
        told(),
        `${names().sort()};`,
      ]
    }
    const without = await all({ hookFolder: undefined })
    if (hold === '') expect(without.join('\n')).toContain(shows)
    expect(await all()).toEqual(without)
  })
})

test('what it was handed at its start is no file of its own', async () => {
  const top =
    'import os\nhanded = os.open("told", os.O_CREAT | os.O_RDWR)\nos.dup2(handed, 90)\nos.close(handed)'
  expect((await run({ top })).seen).toMatchObject({ code: 0, stdout: 'spared' })
})

test('a fork that ends as Python does ends as ever', async () => {
  const top = 'import os\nif os.fork() == 0:\n    raise SystemExit(0)\nos.wait()'
  expect((await run({ top })).seen).toMatchObject({ code: 0, stdout: 'as ever\nspared' })
})

test('a fork made while our thread is at work ends, too', async () => {
  const top = `import os, sys
channel = sys.modules["migration_gate_watch"].channel
with channel.waiting._cond:
    if os.fork() == 0:
        raise SystemExit(0)
os.wait()`
  expect((await run({ top })).seen).toMatchObject({ code: 0, stdout: 'as ever\nspared' })
})

test('where nothing more can be opened, a run that went well ends well, and nothing is said', async () => {
  const top = 'import atexit, resource\natexit.register(resource.setrlimit, resource.RLIMIT_NOFILE, (0, 0))'
  const { seen } = await run({ top, logging: false })
  expect(seen).toMatchObject({ code: 0, stdout: 'as ever', stderr: '' })
})
