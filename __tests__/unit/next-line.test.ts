import { execFileSync } from 'node:child_process'
import { expect, test } from '@jest/globals'
import { sayNextOf } from '../../src/action/reporter.ts'
import { aimOf, typeCommand } from '../../src/next-line.ts'

const stamp = { command: 'stamp', revision: '0002' } as const

test.each([
  [{ 'database-url': 'env:PROD_URL' }, ' --database-url env:PROD_URL'],
  [{ directory: 'db' }, ' --directory db'],
  [{ 'history-table': 'ops.done' }, ' --history-table ops.done'],
  [{ config: 'ci/gate.yml' }, ' --config ci/gate.yml'],
  [{ 'working-directory': 'my app' }, " --working-directory 'my app'"],
  [{ engine: 'alembic', run: 'uv run alembic' }, " --engine alembic --run 'uv run alembic'"],
  [{ database: 'orion, events' }, " --database 'orion, events'"],
  [{ engine: 'auto', 'working-directory': '.', 'database-url': 'env:DATABASE_URL' }, ''],
  [{ 'expect-host': '*.prod', 'expect-database': 'app' }, " --expect-host '*.prod' --expect-database app"],
  [{ wait: '1m', filters: 'x' }, ''],
])('what chooses the target is repeated: %j', (inputs, typed) => {
  expect(typeCommand(stamp, aimOf(inputs))).toBe(`migration-gate stamp 0002${typed}`)
})

test('a database that a command names takes the place of those that were asked for', () => {
  const aim = aimOf({ database: 'orion,events', config: 'g.yml' }, { 'env-file': '.env' })
  expect(typeCommand({ ...stamp, database: 'events', with: { allow: 'ahead' } }, aim)).toBe(
    'migration-gate stamp 0002 --config g.yml --database events --env-file .env --allow ahead',
  )
})

test('a URL is never repeated, wherever it was given', () => {
  const url = 'postgres://relay:s3cret@h/app'
  const given = {
    'smoke-command': `check ${url}`,
    'database-url': url,
    directory: url,
    run: `alembic -x url=${url}`,
    config: url,
  }
  const aim = aimOf(given, { 'env-file': url })
  expect(aim).toEqual({ options: {}, upgrade: {}, urlGiven: true })
  expect(aimOf({ 'database-url': `env:${url}` }).options).toEqual({})
})

test('a shell reads each value as one word', () => {
  const directory = `it's; $(rm -rf x) "y" \`z\` *`
  const line = typeCommand(stamp, aimOf({ directory })).replace('migration-gate', 'printf "%s\\n"')
  const words = execFileSync('sh', ['-c', line], { encoding: 'utf8' }).trimEnd().split('\n')
  expect(words).toEqual(['stamp', '0002', '--directory', directory])
})

test('an upgrade is repeated with what it was to do, and nothing else is', () => {
  const aim = aimOf({
    ...{ allow: 'missing', after: 'a.sql\n  b c.sql', smoke: 's.sql', 'smoke-command': 'npm test' },
    'approved-plan': 'a'.repeat(64),
  })
  expect(typeCommand({ command: 'upgrade', with: { allow: 'missing,ahead' } }, aim)).toBe(
    "migration-gate upgrade --allow missing,ahead --after 'a.sql,b c.sql' --smoke s.sql --smoke-command 'npm test'",
  )
  expect(typeCommand({ command: 'upgrade', with: { 'lock-timeout': '30s' } }, aim)).toContain(
    '--allow missing ',
  )
  expect(typeCommand({ command: 'downgrade', revision: '0002' }, aim)).toBe('migration-gate downgrade 0002')
})

test.each(['stamp', 'downgrade'] as const)('in Actions the dispatch of %s is confirmed', command => {
  expect(sayNextOf(aimOf({}))({ command, revision: '0002' })).toBe(
    `migration-gate ${command} 0002   or run your operate workflow with command ${command}, revision 0002, confirm <its environment>`,
  )
})

test('in Actions the dispatch names revision, database and what is allowed', () => {
  const say = sayNextOf(aimOf({ 'database-url': 'postgres://a:b@c/d', directory: 'db' }))
  expect(say({ command: 'upgrade', database: 'orion', with: { allow: 'missing' } })).toBe(
    'migration-gate upgrade --directory db --database orion --allow missing (with the URL of this database)' +
      '   or run your operate workflow with command upgrade, database orion, allow missing',
  )
})

test('an upgrade that is offered goes as far as the run was to go, and no other command does', () => {
  const aim = aimOf({ command: 'upgrade', revision: '0007' })
  expect(typeCommand({ command: 'upgrade' }, aim)).toBe('migration-gate upgrade 0007')
  expect(typeCommand({ command: 'upgrade', revision: '0009' }, aim)).toBe('migration-gate upgrade 0009')
  expect(typeCommand({ command: 'current' }, aim)).toBe('migration-gate current')
  expect(sayNextOf(aim)({ command: 'upgrade' })).toContain('with command upgrade, revision 0007')
  // The revision of a way down is none to go up to.
  expect(typeCommand({ command: 'upgrade' }, aimOf({ command: 'downgrade', revision: '0007' }))).toBe(
    'migration-gate upgrade',
  )
})
