/** What a rehearsal found is kept, however it ends; and one that did not run what was asked for opens no gate. */
import { delimiter } from 'node:path'
import { expect, test } from '@jest/globals'
import { rehearsed, sqlRevision, useChecker } from '../../../support/check.ts'
import { pythonEnvironment, pythonFolder, relayFiles, relayRevision } from '../../../support/relay.ts'
import type { Files } from '../../../support/repo.ts'

const check = useChecker()
const first = { 'migrations/0001_first.sql': sqlRevision('create table a (id int)', 'drop table a') }

function commit(base: Files, change: Files) {
  check.repo.commit(base)
  check.repo.git('checkout', '--quiet', '-b', 'change')
  check.repo.commit(change)
}

const failingDown = { 'migrations/0002_bad.sql': sqlRevision('create table b (id int)', 'drop table nobody') }

test('a revision that ends all other sessions of its role hides nothing', async () => {
  commit(first, {
    ...failingDown,
    'migrations/0003_hide.sql': sqlRevision(
      'do $$ begin perform pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and pid <> pg_backend_pid(); end $$;\ncreate table z (id int)',
      'drop table z',
    ),
  })
  const { said, fault } = await check.pulled('change', rehearsed)
  expect(said).toContain('rehearsal-down-fails error')
  expect(fault?.exit).toBe(1)
})

test('what a later revision of Alembic’s cannot import hides nothing', async () => {
  const path = `${pythonFolder()}${delimiter}${process.env.PATH ?? ''}`
  const env = { ...pythonEnvironment(), PATH: path, DATABASE_URL: '' }
  commit(relayFiles(), {
    ...relayRevision('aaaa0002', ['op.execute("create table b (id int)")'], undefined, [
      'op.execute("drop table nobody")',
    ]),
    ...relayRevision('aaaa0003', ['import not_installed_here'], 'aaaa0002'),
    ...relayRevision('aaaa0004', ['op.execute("create table d (id int)")'], 'aaaa0003'),
  })
  const inputs = { rehearse: 'auto', 'working-directory': 'backend' }
  const { said, fault, findings, log } = await check.pulled('change', { inputs, env })
  expect(said).toEqual(expect.arrayContaining(['rehearsal-down-fails error', 'rehearsal-broke-off error']))
  expect(fault?.exit).toBe(1)
  const broke = findings.find(({ rule }) => rule === 'rehearsal-broke-off')
  expect(broke?.fault.message).toContain('aaaa0004')
  expect(broke?.fault.place?.path).toContain('aaaa0003')
  expect(log.split('the models were not compared')).toHaveLength(2)
}, 120_000)

test.each([
  [
    'merged',
    { 'migrations/0001_first.sql': sqlRevision('select pg_sleep(30)') },
    'create table b (id int)',
    {},
  ],
  ['new', first, 'select pg_sleep(30)', {}],
  ['seed', { ...first, 'seed.sql': 'select pg_sleep(30);' }, 'create table b (id int)', { seed: 'seed.sql' }],
])('interrupted during what is %s: 130, and nobody is blamed', async (_, base, up, more) => {
  commit(base, { 'migrations/0002_b.sql': sqlRevision(up, 'drop table b') })
  const interrupt = new AbortController()
  setTimeout(() => interrupt.abort(), 3_500)
  const { fault, said, log } = await check.run({
    inputs: { ...rehearsed.inputs, ...more },
    env: { GITHUB_EVENT_NAME: '' },
    signal: interrupt.signal,
  })
  expect(fault?.exit).toBe(130)
  expect(said).toEqual([])
  expect(log).toContain('interrupted')
})

test.each([
  ['is not there', {}, 'script-missing', 2],
  ['does not run', { 'seed.sql': 'select nothing from nowhere;\n' }, 'rehearsal-file', 1],
])('a seed that %s closes the gate', async (_, files, id, exit) => {
  commit(first, { 'migrations/0002_b.sql': sqlRevision('create table b (id int)', 'drop table b') })
  check.repo.write(files)
  const { fault, findings } = await check.typed({ rehearse: 'auto', seed: 'seed.sql' })
  expect(findings.map(({ rule, level, fault }) => [rule, level, fault.id])).toEqual([
    ['rehearsal-file', 'error', id],
  ])
  expect(fault?.exit).toBe(exit)
})

test('a revision that only says that an extension is missing fails', async () => {
  commit(first, {
    'migrations/0002_b.sql': sqlRevision(
      `do $$ begin raise exception 'extension "hstore" is not available' using errcode = '0A000'; end $$`,
    ),
    'migrations/0003_c.sql': sqlRevision('select 1/0'),
  })
  const { said, fault } = await check.pulled('change', rehearsed)
  expect(said).toContain('rehearsal-fails error')
  expect(fault?.exit).toBe(1)
})

test('what gets no turn for want of an extension is named by the finding', async () => {
  commit(first, {
    'migrations/0002_b.sql': sqlRevision(
      '-- maps\ncreate extension if not exists postgis',
      'drop extension postgis',
    ),
    'migrations/0003_c.sql': sqlRevision('select 1/0'),
  })
  const { findings } = await check.pulled('change', rehearsed)
  const found = findings.find(({ rule }) => rule === 'rehearsal-extension')
  expect(found?.fault.message).toContain('Without a turn: 0003.')
})
