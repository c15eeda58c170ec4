import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { runSmokeCommand } from '../../../src/after/smoke-command.ts'
import { start } from '../../support/child.ts'
import { compileSources } from '../../support/compiled.ts'
import { blocksOf } from '../../support/documents.ts'
import { eventually, useBench } from '../../support/gate.ts'

const bench = useBench()

beforeEach(() => {
  bench.write({
    '0001_plans.sql':
      "create table plans (id int, name text, valid bool); insert into plans values (1, 'free', true);",
  })
})

const check = (sql: string) => {
  bench.project.write({ 'db/smoke.sql': sql })
  return bench.run({ smoke: 'db/smoke.sql' })
}

describe('smoke', () => {
  test('that nobody could ask, for what the database holds cannot be read, closes the gate', async () => {
    bench.write({ '0002_shuts.sql': 'revoke select on migration_history from current_user;' })
    const { report, database, fault, log } = await check('select false;')
    expect(report).toMatchObject({ gate: 'closed', status: 'failed' })
    expect(database).toMatchObject({ applied: ['0001', '0002'], followUps: [{ result: 'skipped' }] })
    expect(fault).toMatchObject({
      id: 'follow-up-unread',
      state: expect.stringMatching(/^0001, 0002 are applied and stay; where \w+ stands is not known\.$/),
    })
    expect(log).toContain('so nothing ran of db/smoke.sql (`smoke`)')
  })

  test('asks after the revisions and after `after`, and says how much it found', async () => {
    bench.project.write({
      'after.sql': 'delete from plans; insert into plans select 2 from generate_series(1, 1200);',
    })
    bench.project.write({
      'db/smoke.sql': 'select count(*) = 1200 as all_there from plans;\nselect id from plans;',
    })
    const { report, database, log } = await bench.run({ smoke: 'db/smoke.sql', after: 'after.sql' })
    expect(report).toMatchObject({ gate: 'open', status: 'upgraded' })
    expect(database.followUps).toMatchObject([
      { kind: 'after', result: 'done' },
      { kind: 'smoke', name: 'db/smoke.sql', result: 'done', did: ['1 row', '1,200 rows'] },
    ])
    expect(log).toMatch(/✅ db\/smoke\.sql \(`smoke`\) in \d+ ms: 1 row, 1,200 rows/)
    expect((await bench.run({ smoke: 'db/smoke.sql', after: 'after.sql' })).report.status).toBe('up-to-date')
  })

  test.each([
    [
      "select 1;\nselect id from plans where name = 'secret plan';",
      2,
      "it returned no row: select id from plans where name = '…'",
    ],
    ['table plans limit 0', 1, 'it returned no row'],
    ['declare c cursor for table plans limit 0;\nfetch c', 2, 'it returned no row'],
    ['select true, false', 1, '1 row of 1 has false in ?column?'],
    ['select id, id < 2 as small from generate_series(1, 5) id', 1, '4 rows of 5 have false in small'],
    ['values (true), (false), (null)', 1, '1 row of 3 has false in column1'],
  ])('%j fails', async (sql, line, reason) => {
    const { report, database, fault } = await check(sql)
    expect(report).toMatchObject({ gate: 'closed', status: 'failed' })
    expect(database).toMatchObject({
      applied: ['0001'],
      to: ['0001'],
      followUps: [{ result: 'failed', did: [] }],
    })
    expect(fault).toMatchObject({
      id: 'smoke-failed',
      message: expect.stringContaining(reason),
      place: { path: 'db/smoke.sql', line, column: 1 },
      state: expect.stringMatching(/^0001 is applied and stays; \S+ is at 0001\.$/),
      next: [
        { command: 'upgrade', when: 'what it found is mended' },
        { command: 'downgrade', revision: 'base', when: 'the new schema has to go' },
      ],
    })
    expect(JSON.stringify(fault?.message)).not.toContain('secret plan')
  })

  test.each([
    ['select null::bool, 0, array[false]', 'only what is false is false'],
    [
      "set local search_path = 'public'; do $$ begin assert (select count(*) = 1 from plans); end $$; show server_version",
      'what is no query only has to run',
    ],
    ['explain select 1', 'a plan is no query'],
    ['select from plans', 'rows without columns are rows'],
  ])('%s passes: %s', async sql => {
    const { report, fault } = await check(sql)
    expect(fault).toBeUndefined()
    expect(report.gate).toBe('open')
  })

  test('no value of a row is told, also where one does not pass', async () => {
    const { log, report } = await check("select 'Ada Lovelace' as name, false as ok;")
    expect(report.gate).toBe('closed')
    expect(log.replaceAll("select 'Ada Lovelace' as name", '')).not.toContain('Ada Lovelace')
    expect((await check('select name from plans')).log).not.toContain('free')
  })

  test.each([
    ["insert into plans values (2, 'x')", '25006'],
    ['set transaction_read_only = off; delete from plans', '25001'],
    ["select set_config('transaction_read_only', 'off', true); delete from plans", '25001'],
    ["select nextval('serial_seq')", '25006'],
    ['select * from nowhere', '42P01'],
  ])('%j cannot write, and an error of the server is told as one', async (sql, code) => {
    await bench.query('create sequence serial_seq')
    await bench.run({ command: 'stamp', revision: 'base' })
    const { fault, log } = await check(sql)
    expect(fault).toMatchObject({ id: 'smoke-failed', server: { code } })
    expect(log).toContain(code === '25006' ? 'A smoke check only reads' : 'Mend what it found')
    expect(await bench.query('select name from plans')).toEqual([{ name: 'free' }])
    expect(await bench.query('select is_called from serial_seq')).toEqual([{ is_called: false }])
  })

  test('transaction control and a file that asks nothing are refused before the first revision', async () => {
    expect((await check('set transaction read write; select 1')).fault).toMatchObject({
      id: 'sql-transaction-control',
    })
    expect((await check('-- nothing yet\n')).fault).toMatchObject({ id: 'smoke-empty' })
    expect(await bench.tables()).toEqual([])
  })

  test('a second file has its turn only when the first has passed', async () => {
    bench.project.write({ 'a.sql': 'select 1 where false', 'b.sql': 'select 1' })
    const { database } = await bench.run({ smoke: 'a.sql,b.sql', 'smoke-command': 'false' })
    expect(database.followUps?.map(({ name, result }) => [name, result])).toEqual([
      ['a.sql', 'failed'],
      ['b.sql', 'skipped'],
      ['false', 'skipped'],
    ])
  })

  test('asks again though nothing is pending, and a failure then offers no way back', async () => {
    await bench.run()
    const { report, fault } = await check('select 1 where false')
    expect(report.gate).toBe('closed')
    expect(fault).toMatchObject({
      state: expect.stringMatching(/^This run applied no revision; \S+ is at 0001\.$/),
      next: [{ command: 'upgrade' }],
    })
  })

  test('a statement timeout holds in it, and an interruption ends it', async () => {
    bench.project.write({ 'db/smoke.sql': 'select pg_sleep(60)' })
    const slow = await bench.run({ smoke: 'db/smoke.sql', 'statement-timeout': '300ms' })
    expect(slow.fault).toMatchObject({ id: 'smoke-failed', server: { code: '57014' } })
    const controller = new AbortController()
    const { fault } = await bench.run(
      { smoke: 'db/smoke.sql' },
      {
        signal: controller.signal,
        on: event => {
          if (event.kind === 'follow-started') setTimeout(() => controller.abort(), 100)
        },
      },
    )
    expect(fault).toMatchObject({ id: 'follow-up-interrupted', exit: 130 })
  })
})

describe('smoke-command', () => {
  const write = (name: string, script: string) => {
    bench.project.write({ [name]: script })
    chmodSync(join(bench.project.path, name), 0o755)
  }
  const run = (
    command: string,
    more: Parameters<typeof bench.run>[1] & { inputs?: Record<string, string> } = {},
  ) =>
    bench.run(
      { 'smoke-command': command, ...more.inputs },
      { ...more, env: { PATH: process.env.PATH ?? '', ...more.env } },
    )

  test('is started without a shell, in the working directory, after the SQL; what it prints is in the log', async () => {
    bench.project.write({ 'app/app.txt': '' })
    write('app/smoke.sh', '#!/bin/sh\nprintf "%s|" "$@"; pwd\necho "::error::not a command" >&2\n')
    const { report, database, log } = await run(`./smoke.sh one "two words" '$HOME' ';' *`, {
      inputs: { 'working-directory': 'app', directory: '../migrations' },
    })
    expect(report).toMatchObject({ gate: 'open', status: 'upgraded' })
    expect(database.followUps).toMatchObject([{ kind: 'smoke-command', result: 'done' }])
    expect(log).toContain('smoke: one|two words|$HOME|;|*|')
    expect(log).toMatch(/\/app$/m)
    expect(log).not.toMatch(/^\s*::error/m)
  })

  test('finds the URL, and nothing that steers the runner or belongs to another database', async () => {
    write('smoke.sh', '#!/bin/sh\nenv > env.txt\necho "$DATABASE_URL"\n')
    const { log, fault } = await run('./smoke.sh', {
      env: {
        GITHUB_TOKEN: 'ghs_token',
        GITHUB_ENV: '/env',
        GITHUB_OUTPUT: '/output',
        ACTIONS_RUNTIME_TOKEN: 'x',
        'INPUT_DATABASE-URL': 'y',
        OWN: 'mine',
      },
    })
    expect(fault).toBeUndefined()
    const env = readFileSync(join(bench.project.path, 'env.txt'), 'utf8')
    expect(env).toContain(`DATABASE_URL=${bench.database.url}\n`)
    expect(env).toContain('OWN=mine\n')
    expect(env).not.toMatch(/^(?:GITHUB_(?:TOKEN|ENV|OUTPUT)|ACTIONS_|INPUT_)/m)
    expect(log).toContain('smoke: ')
    expect(log).not.toContain(new URL(bench.database.url).password)
  })

  test('the command sees no other database', async () => {
    write('smoke.sh', '#!/bin/sh\nenv > env.txt\n')
    bench.project.write({
      '.github/migration-gate.yml':
        'databases:\n  a: { url: A_URL, engine: sql, directory: migrations }\n  b: { url: B_URL }\n',
    })
    const { fault } = await run('./smoke.sh', {
      inputs: { database: 'a' },
      env: { A_URL: bench.database.url, B_URL: 'postgres://other' },
    })
    expect(fault).toBeUndefined()
    const env = readFileSync(join(bench.project.path, 'env.txt'), 'utf8')
    expect(env).toContain(`A_URL=${bench.database.url}\n`)
    expect(env).toContain(`DATABASE_URL=${bench.database.url}\n`)
    expect(env).not.toContain('B_URL')
  })

  test.each([
    ['sh -c "echo broken; exit 3"', 'smoke-command-failed', 'ended with exit code 3; its last line: broken'],
    ['sh -c "kill -9 $$"', 'smoke-command-failed', 'was ended by SIGKILL'],
    ['no-such-program --x', 'smoke-command-start', 'no-such-program was not found'],
    ['./smoke.txt', 'smoke-command-start', './smoke.txt may not be run'],
    [
      'bash -c "pytestt --all"',
      'smoke-command-start',
      'bash was not found, or did not find what it starts; its last line: bash: line 1: pytestt: command not found.',
    ],
    [
      'bash -c ./smoke.txt',
      'smoke-command-start',
      'bash may not be run, or may not run what it starts; its last line: bash: line 1: ./smoke.txt: Permission denied.',
    ],
    ['sh -c "exit 127"', 'smoke-command-start', 'sh was not found, or did not find what it starts.'],
  ])('%s closes the gate', async (command, id, text) => {
    bench.project.write({ 'smoke.txt': 'text' })
    const { report, database, fault } = await run(command.replace('$$', '$$$$'))
    expect(report.gate).toBe('closed')
    expect(database).toMatchObject({ applied: ['0001'], followUps: [{ result: 'failed' }] })
    expect(fault).toMatchObject({
      id,
      message: expect.stringContaining(text),
      state: expect.stringContaining('0001 is applied and stays'),
    })
    expect(fault?.message).not.toContain('could not be started')
  })

  test('that cannot be split is refused, with every other fault of the settings', async () => {
    await expect(run("echo 'open")).rejects.toMatchObject({ fault: { id: 'smoke-command-words', exit: 2 } })
  })

  test('that runs for too long is ended with all that it started', async () => {
    write('smoke.sh', '#!/bin/sh\n(sleep 2; touch late.txt) &\necho begun\nsleep 60\n')
    const fault = await runSmokeCommand({
      words: ['./smoke.sh'],
      folder: bench.project.path,
      environment: { PATH: process.env.PATH ?? '' },
      timeoutMs: 500,
      timeoutText: '500ms',
      redact: text => text,
      signal: new AbortController().signal,
      onLine: () => undefined,
      onRunning: () => undefined,
    })
    expect(fault).toMatchObject({
      id: 'smoke-command-slow',
      message: expect.stringContaining('./smoke.sh was still running after 500ms'),
    })
    await new Promise(resolve => setTimeout(resolve, 2_500))
    expect(existsSync(join(bench.project.path, 'late.txt'))).toBe(false)
  })

  test('a short `wait` for the lock of others does not shorten it', async () => {
    expect((await run('sleep 1', { inputs: { wait: '0' } })).report.gate).toBe('open')
    expect((await run('sleep 1', { inputs: { wait: '300ms' } })).report.gate).toBe('open')
  })

  test('an interruption asks it to end', async () => {
    write(
      'smoke.sh',
      '#!/bin/sh\ntrap "touch asked.txt; exit 0" INT\necho begun\nwhile :; do sleep 0.1; done\n',
    )
    const controller = new AbortController()
    const { fault } = await run('./smoke.sh', {
      signal: controller.signal,
      on: event => {
        if (event.kind === 'notice' && event.message === 'begun') controller.abort()
      },
    })
    expect(fault).toMatchObject({ id: 'follow-up-interrupted', exit: 130 })
    await eventually(async () => existsSync(join(bench.project.path, 'asked.txt')))
  })
})

test('kill -9 of us ends the smoke-command and what it started', async () => {
  const compiled = compileSources()
  const folder = bench.project.path
  const program = `
    import { runSmokeCommand } from '${compiled}/after/smoke-command.js'
    const nothing = () => {}
    const words = ['sh', '-c', 'sleep 600 & echo $! > pids.txt; echo $$ >> pids.txt; wait']
    await runSmokeCommand({ words, folder: '${folder}', environment: process.env, timeoutMs: 600000, timeoutText: '10m',
      redact: text => text, signal: new AbortController().signal, onLine: nothing, onRunning: nothing })`
  try {
    const us = start(process.execPath, ['--input-type=module', '-e', program], {
      cwd: folder,
      env: { PATH: process.env.PATH ?? '' },
    })
    const pids = await eventually(async () => {
      const file = join(folder, 'pids.txt')
      const found = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
      return found.length === 2 && found
    })
    expect((pids as string[]).every(isAlive)).toBe(true)
    us.child.kill('SIGKILL')
    await us.ended
    await eventually(async () => !(pids as string[]).some(isAlive))
  } finally {
    rmSync(compiled, { recursive: true })
  }
})

/** Ended and not yet waited for is dead. */
function isAlive(pid: string): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

test('what docs/after.md shows runs as it stands there', async () => {
  const [roles = '', checks = ''] = blocksOf('docs/after.md')
    .filter(({ language }) => language === 'sql')
    .map(({ lines }) => lines.join('\n'))
  // Roles are the server's, which other tests share.
  const role = `reader_of_${bench.database.name}`
  await bench.superuser(`create role ${role}; grant ${role} to "${new URL(bench.database.url).username}"`)
  bench.write({
    '0001_plans.sql': `create table customers (id int); create table orders (customer_id int);
      create table plans (id int, name text); insert into plans values (1, 'free');`,
  })
  bench.project.write({
    'roles.sql': roles.replaceAll('app_reader', role),
    'smoke.sql': `set local role ${role};\n${checks}`,
  })
  try {
    const run = () => bench.run({ after: 'roles.sql', smoke: 'smoke.sql' })
    expect((await run()).fault).toBeUndefined()
    await bench.query('insert into orders values (1)')
    expect((await run()).fault?.message).toContain('1 row of 1 has false in every_order_has_a_customer')
  } finally {
    await bench.superuser(`drop owned by ${role}; drop role ${role}`)
  }
})
