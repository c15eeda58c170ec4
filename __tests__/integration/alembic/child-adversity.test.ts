import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { type AlembicOptions, type AlembicProject, makeProject } from '../../support/alembic.ts'
import { absolute, eventsOf, runChild, stepsOf, testEnvironment, ways } from '../../support/alembic-child.ts'
import { hostilePassword, leakedWords } from '../../support/leaks.ts'
import { type Database, freshDatabase, query } from '../../support/postgres.ts'

let database: Database
const projects: AlembicProject[] = []
beforeAll(async () => {
  database = await freshDatabase({ password: hostilePassword })
})
afterEach(async () => {
  for (const project of projects.splice(0)) project.remove()
  await query(database.url, 'drop schema public cascade')
  await query(database.url, 'create schema public')
})
afterAll(() => database.drop())

const table = { id: 'a1', upgrade: 'op.execute("create table t (id int)")' }
function project(options: Partial<AlembicOptions>): AlembicProject {
  const made = makeProject({ revisions: [table], ...options })
  projects.push(made)
  return made
}
const upgrade = (options: Partial<AlembicOptions>, also: Parameters<typeof runChild>[3] = {}) =>
  runChild(project(options), database.url, ['upgrade', 'head'], also)
const steps = ['started a1', 'stepped a1']
const nothing = () => query(database.url, "select from pg_class where relname = 't'")

describe('an env.py that', () => {
  test('raises when it is loaded', async () => {
    const made = project({ top: 'import os\nos.environ["STRIPE_KEY"]' })
    const seen = await runChild(made, database.url, ['upgrade', 'head'])
    expect(seen).toMatchObject({ code: 1, hooked: true })
    expect(eventsOf(seen, 'failure')).toMatchObject([
      { type: 'KeyError', message: "'STRIPE_KEY'", revision: null, sql: null, server: null, operations: [] },
    ])
    expect(eventsOf(seen, 'failure')[0]?.frames).toContainEqual({
      file: absolute(made, 'alembic/env.py'),
      line: 2,
      function: '<module>',
    })
  })

  test('puts an excepthook of its own in place of the one that is there', async () => {
    const top = 'import sys\nsys.excepthook = lambda *_: print("pretty")\nraise ValueError("bad")'
    const seen = await upgrade({ top })
    expect(seen.stdout).toBe('pretty')
    expect(eventsOf(seen, 'failure')).toMatchObject([{ type: 'ValueError', message: 'bad' }])
  })

  test('prints megabytes, without a line end and with many', async () => {
    const top = `import sys
sys.stdout.write("x" * 5_000_000 + "\\n")
for n in range(200_000): sys.stderr.write("line %d of many\\n" % n)`
    const seen = await upgrade({ top })
    expect(seen).toMatchObject({ code: 0 })
    expect(stepsOf(seen)).toEqual(steps)
    expect(seen.stderr.length).toBeLessThan(140_000)
    expect(seen.stderr).toMatch(/^line 0 of many\n[\s\S]*… \d+ lines left out …\n[\s\S]*line 199999 of many/)
    expect(seen.stderr).toContain('Running upgrade  -> a1')
    expect(seen.stdout).toMatch(/^x{8192}…$/)
  })

  test('asks for input', async () => {
    const seen = await upgrade({ top: 'input("really? ")' })
    expect(seen).toMatchObject({ code: 1, stdout: 'really? ' })
    expect(eventsOf(seen, 'failure')).toMatchObject([{ type: 'EOFError' }])
  })

  test('closes every descriptor that it did not open', async () => {
    const seen = await upgrade({ top: 'import os\nos.closerange(3, 200)' })
    expect(seen).toMatchObject({ code: 0, hooked: true })
    expect(await nothing()).toHaveLength(1)
  })

  test('opens others in their place: nothing of ours is written to those', async () => {
    const top = `import atexit, fcntl, os, socket
os.closerange(3, 50)
mine, other = (fcntl.fcntl(each.detach(), fcntl.F_DUPFD, 60) for each in socket.socketpair())
os.set_blocking(other, False)
for n in (3, 4): os.dup2(mine, n)
def check():
    try: print("got", os.read(other, 100))
    except BlockingIOError: print("got nothing")
atexit.register(check)`
    expect(await upgrade({ top })).toMatchObject({ code: 0, stdout: 'got nothing' })
  })

  test('forks and starts programs: the events stay those of Alembic', async () => {
    const top = `import os, subprocess, sys
code = "import os, alembic.config, alembic.runtime.environment; print(sorted(k for k in os.environ if k.startswith('MIGRATION_GATE') or k == 'PYTHONPATH'), [n for n in (3, 4) if os.path.exists('/proc/self/fd/%d' % n) and os.readlink('/proc/self/fd/%d' % n).startswith('socket')])"
os.environ["CODE"] = code
sys.stdout.flush()
os.system(sys.executable + ' -c "$CODE"')
pid = os.fork()
if pid == 0:
    from alembic.config import main
    try: main(["show", "nonsense"])
    finally: os._exit(0)
os.waitpid(pid, 0)`
    const seen = await upgrade({ top })
    expect(seen).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\[] \[]\nFAILED: Can't locate/) })
    expect(stepsOf(seen)).toEqual(steps)
    expect(eventsOf(seen, 'hooked')).toHaveLength(1)
    expect(eventsOf(seen, 'failure')).toEqual([])
  })

  test('leaves a daemon behind that holds its output', async () => {
    const top =
      'import subprocess\nprint(subprocess.Popen(["sleep", "60"], start_new_session=True).pid, flush=True)'
    const seen = await upgrade({ top })
    expect(seen).toMatchObject({ code: 0 })
    expect(stepsOf(seen)).toEqual(steps)
    process.kill(Number(seen.stdout), 'SIGKILL')
  })

  test('ends at once', async () => {
    const seen = await upgrade({ revisions: [{ id: 'a1', upgrade: `${table.upgrade}\nos._exit(7)` }] })
    expect(seen).toMatchObject({ code: 7, hooked: true })
    expect(stepsOf(seen)).toEqual(['started a1'])
    expect(await nothing()).toHaveLength(0)
  })

  test('ignores every signal that can be ignored', async () => {
    const top = `import signal, time
signal.signal(signal.SIGINT, signal.SIG_IGN)
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("up", flush=True)
time.sleep(60)`
    const stop = new AbortController()
    const seen = await upgrade({ top }, { signal: stop.signal, onLine: () => stop.abort() })
    expect(seen).toMatchObject({ code: null, signal: 'SIGKILL', failure: 'aborted' })
  })

  test('prints commands, controls and the URL with its password', async () => {
    const top = `import os, sys
print("::error::pwned\\x1b[2J\\0 " + os.environ["DATABASE_URL"], flush=True)
sys.stderr.buffer.write(b"\\xff\\xfe " + os.environ["DATABASE_URL"].encode()[:40] + b"\\n")
raise RuntimeError("cannot reach " + os.environ["DATABASE_URL"])`
    const seen = await upgrade({ top })
    expect(seen).toMatchObject({ code: 1 })
    const all = JSON.stringify(seen)
    expect(leakedWords(all)).toEqual([])
    expect(seen.stdout).toMatch(/^:\u200d:error::pwned /)
    expect(all).not.toContain('\\u001b')
    expect(eventsOf(seen, 'failure')[0]?.message).toContain('cannot reach')
  })

  test('writes to our descriptor what is no event', async () => {
    const top = `import os
for text in (b"nonsense\\n", b'{"kind":"started"}\\n', b'{"kind":"__proto__"}\\n', b"[1]\\n", b"null\\n"): os.write(3, text)`
    const seen = await upgrade({ top })
    expect(seen).toMatchObject({ code: 0 })
    expect(stepsOf(seen)).toEqual(steps)
  })
})

test('a script that is no Python: file and line', async () => {
  const made = project({ revisions: [table, { id: 'b2', upgrade: 'op.execute("a" "b"' }] })
  const seen = await runChild(made, database.url, ['upgrade', 'head'])
  expect(eventsOf(seen, 'failure')).toMatchObject([
    { type: 'SyntaxError', syntax: { file: absolute(made, made.script('b2')), line: 19 }, revision: null },
  ])
})

test('the sitecustomize that was there is run as before', async () => {
  const made = project({
    files: { 'site/sitecustomize.py': 'print("mine")\nraise RuntimeError("as before")' },
  })
  const environment = testEnvironment(database.url, { PYTHONPATH: absolute(made, 'site') })
  const seen = await runChild(made, database.url, ['upgrade', 'head'], { environment })
  expect(seen).toMatchObject({ code: 0, hooked: true, stdout: 'mine' })
  expect(seen.stderr).toContain('Error in sitecustomize')
  expect(stepsOf(seen)).toEqual(steps)
})

test.each([
  ['psycopg', 'the console script', 'sync'],
  ['asyncpg', 'the console script', 'async'],
  ['psycopg', 'uv run', 'sync'],
  ['asyncpg', 'uv run', 'async'],
] as const)('an interrupt rolls the revision back and is told: %s through %s', async (_, way, env) => {
  const stop = new AbortController()
  const revisions = [{ id: 'a1', upgrade: `${table.upgrade}\nop.execute("select pg_sleep(60)")` }]
  const seen = await upgrade(
    { revisions, env },
    {
      start: { argv: ways[way]() },
      signal: stop.signal,
      onEvent: event => {
        if (event.kind === 'statement' && event.sql.includes('pg_sleep')) setTimeout(() => stop.abort(), 200)
      },
    },
  )
  expect(seen).toMatchObject({ failure: 'aborted' })
  expect(eventsOf(seen, 'failure').map(each => each.revision)).toEqual(['a1'])
  expect(await nothing()).toHaveLength(0)
})
