/** What a rehearsal has no business with: files beside the repository, other servers, tokens. */
import { symlinkSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { commitChange, rehearsed, useChecker } from '../../../support/check.ts'
import { pythonEnvironment, pythonFolder, relayFiles, relayRevision } from '../../../support/relay.ts'

const check = useChecker()

test.each([
  ['seed', '/etc/passwd', 'it leads out of the repository'],
  ['seed', 'db/seed.sql', 'it leads into the folder of git'],
  ['baseline', '../../../../../../../../etc/passwd', 'it leads out of the repository'],
])('`%s` of %s is not read: %s', async (input, path, why) => {
  commitChange(check.repo, 'create table t (id int)')
  check.repo.commit({ 'db/other.sql': 'select 1' })
  symlinkSync('../.git/config', join(check.repo.path, 'db/seed.sql'))
  const { log, said } = await check.pulled('change', { inputs: { ...rehearsed.inputs, [input]: path } })
  expect(said).toContain('rehearsal-file error')
  expect(log).toContain(why)
  expect(log).not.toMatch(/root:|repositoryformatversion/)
})

test('a link within the repository is followed', async () => {
  commitChange(check.repo, 'create table t (id int)')
  check.repo.commit({ 'db/other.sql': 'select 1' })
  symlinkSync('other.sql', join(check.repo.path, 'db/seed.sql'))
  const { said } = await check.pulled('change', { inputs: { ...rehearsed.inputs, seed: 'db/seed.sql' } })
  expect(said).toEqual([])
})

test('the Python of a revision has no token and no other URL of a Postgres', async () => {
  const there = {
    GH_TOKEN: 'x',
    GH_ENTERPRISE_TOKEN: 'x',
    GITHUB_TOKEN: 'x',
    GITHUB_APP_TOKEN: 'x',
    PGPASSWORD: 'x',
    REPORTING: 'postgresql+asyncpg://app:app@192.0.2.2/reporting',
    OLD_ONE: ' postgres://app:app@192.0.2.3/old',
    JAVA: 'jdbc:postgresql://192.0.2.4/java',
  }
  const names = Object.keys(there).map(name => `"${name}"`)
  check.repo.commit(relayFiles('sync'))
  check.repo.git('checkout', '--quiet', '-b', 'change')
  check.repo.commit(
    relayRevision(
      'aaaa0001',
      [
        'import os',
        `found = [name for name in [${names}] if name in os.environ]`,
        'if found or "192.0.2" in os.environ["DATABASE_URL"] or os.environ["PLAIN"] != "kept": raise Exception(str(found))',
        'op.execute("create view a as select 1")',
      ],
      undefined,
      ['op.execute("drop view a")'],
    ),
  )
  const { findings, database } = await check.pulled('change', {
    inputs: { rehearse: 'auto', 'working-directory': 'backend' },
    env: {
      ...pythonEnvironment(),
      PATH: `${pythonFolder()}${delimiter}${process.env.PATH ?? ''}`,
      DATABASE_URL: 'postgresql://app:app@192.0.2.1/production',
      PLAIN: 'kept',
      ...there,
    },
  })
  expect(findings.map(({ fault }) => fault.server?.message ?? fault.message)).toEqual([])
  expect(database.rehearsal?.revisions).toMatchObject([{ id: 'aaaa0001', up: 'applied' }])
}, 120_000)
