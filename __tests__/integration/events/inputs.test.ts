/** Bad input through the CLI: a sentence, the right exit code, and never a stack trace. */
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { runCli } from '../../support/bundle.ts'
import { useBench } from '../../support/gate.ts'

const bench = useBench()

async function cli(args: string[], env: Record<string, string> = {}) {
  const ended = await runCli(args, {
    cwd: bench.project.path,
    env: { DATABASE_URL: bench.database.url, ...env },
  })
  expect(ended.stdout + ended.stderr).not.toMatch(/^\s+at .*\.[cm]?[jt]s:\d+:\d+\)?$/m)
  expect(ended.stdout + ended.stderr).not.toMatch(/Something happened that the gate does not know/)
  return { ...ended, said: ended.stdout + ended.stderr }
}

/** Files of the project, arguments, exit code, and the sentence. */
const cases: [
  string,
  {
    files?: Record<string, string | Buffer>
    args: string[]
    env?: Record<string, string>
    exit: number
    says: string | RegExp
  },
][] = [
  [
    'no migrations',
    {
      args: ['upgrade'],
      exit: 2,
      says: 'No migrations were found: looked for alembic.ini, pyproject.toml with [tool.alembic], migrations/<digits>_<name>.sql.',
    },
  ],
  [
    'an empty folder that was named',
    {
      files: { 'db/x.txt': '' },
      args: ['upgrade', '--engine', 'sql', '--directory', 'db'],
      exit: 2,
      says: 'No revisions were found in db: it has no file named <digits>_<name>.sql.',
    },
  ],
  [
    'a folder that is not there',
    {
      args: ['upgrade', '--engine', 'sql', '--directory', 'nowhere'],
      exit: 2,
      says: 'No revisions were found in nowhere: it does not exist.',
    },
  ],
  [
    'another tool’s layout',
    {
      files: { 'prisma/schema.prisma': '' },
      args: ['upgrade'],
      exit: 2,
      says: 'prisma/schema.prisma belongs to Prisma',
    },
  ],
  [
    'a file in another tool’s shape',
    {
      files: { 'migrations/0001_a.sql': '', 'migrations/V2__b.sql': '' },
      args: ['upgrade'],
      exit: 1,
      says: 'migrations/V2__b.sql is not named like a revision; it has the shape of Flyway.',
    },
  ],
  [
    'another tool’s marker',
    {
      files: { 'migrations/0001_a.sql': 'select 1;\n-- +goose Down\nselect 2;' },
      args: ['upgrade'],
      exit: 1,
      says: 'is a marker of goose',
    },
  ],
  [
    'invalid UTF-8',
    {
      files: { 'migrations/0001_a.sql': Buffer.from('ok\n\xff', 'latin1') },
      args: ['upgrade'],
      exit: 1,
      says: 'migrations/0001_a.sql cannot be read: it is not UTF-8 (line 2).',
    },
  ],
  [
    'NUL bytes',
    {
      files: { 'migrations/0001_a.sql': 'a\0' },
      args: ['upgrade'],
      exit: 1,
      says: 'it has a NUL byte at offset 1.',
    },
  ],
  [
    'duplicate versions',
    {
      files: { 'migrations/1_a.sql': '', 'migrations/001_b.sql': '' },
      args: ['upgrade'],
      exit: 1,
      says: /Version 0*1 has two files: migrations\/001_b\.sql and migrations\/1_a\.sql\./,
    },
  ],
  [
    'a way down alone',
    {
      files: { 'migrations/1_a.sql': '', 'migrations/2_b.down.sql': '' },
      args: ['upgrade'],
      exit: 1,
      says: 'migrations/2_b.down.sql is a way down without a way up beside it.',
    },
  ],
  [
    'a MySQL URL',
    {
      files: { 'migrations/1_a.sql': '' },
      args: ['upgrade'],
      env: { DATABASE_URL: 'mysql://u:secretly@h/db' },
      exit: 1,
      says: 'is no Postgres URL: it begins with mysql://',
    },
  ],
  [
    'an empty URL',
    {
      files: { 'migrations/1_a.sql': '' },
      args: ['upgrade'],
      env: { DATABASE_URL: '' },
      exit: 1,
      says: 'The database URL is empty: the environment variable DATABASE_URL holds nothing.',
    },
  ],
  [
    'a variable that is not set',
    {
      files: { 'migrations/1_a.sql': '' },
      args: ['upgrade', '--database-url', 'env:NOPE'],
      exit: 2,
      says: 'there is no environment variable of that name',
    },
  ],
  [
    'an unknown engine',
    {
      args: ['upgrade', '--engine', 'mongo'],
      exit: 2,
      says: '`engine` is "mongo"; it takes auto, sql, alembic.',
    },
  ],
  [
    'an unknown command',
    { args: ['migrate'], exit: 2, says: '`command` is "migrate"; it takes detect, plan,' },
  ],
  ['a slip of a command', { args: ['upgarde'], exit: 2, says: 'Did you mean `upgrade`?' }],
  [
    'an option without use',
    { args: ['plan', '--wait', '1s'], exit: 2, says: '`plan` does not take `--wait`' },
  ],
  ['an unknown option', { args: ['upgrade', '--wiat', '1s'], exit: 2, says: 'Did you mean --wait?' }],
  ['no command', { args: [], exit: 2, says: 'Usage: migration-gate' }],
  [
    'an engine of a later version',
    {
      args: ['plan', '--engine', 'command'],
      exit: 2,
      says: 'The engine `command` (.) is not in this version.',
    },
  ],
  ['stamp without a revision', { args: ['stamp'], exit: 2, says: '`stamp` needs `revision`.' }],
  [
    'a revision that is none',
    {
      files: { 'migrations/1_a.sql': '' },
      args: ['upgrade', '77'],
      exit: 2,
      says: 'There is no revision "77" in the files; the newest are 1.',
    },
  ],
  [
    'all faults of the inputs at once',
    {
      args: ['upgrade', '--wait', 'long', '--allow', 'everything', '--history-table', 'a b'],
      exit: 2,
      says: /`wait` is "long"[\s\S]*`allow` is "everything"/,
    },
  ],
  [
    'faults of the config, each with its line',
    {
      files: {
        '.github/migration-gate.yml':
          'databases:\n  one:\n    url: postgres://u:p@h/db\n  two:\n    engin: sql\n',
      },
      args: ['plan'],
      exit: 2,
      says: /at \.github\/migration-gate\.yml:3:5[\s\S]*at \.github\/migration-gate\.yml:5:5/,
    },
  ],
  [
    'a config that is no YAML',
    {
      files: { '.github/migration-gate.yml': 'databases: [\n' },
      args: ['plan'],
      exit: 2,
      says: 'In .github/migration-gate.yml, the file is not YAML',
    },
  ],
  [
    'a config that is not there',
    { args: ['plan', '--config', 'gate.yml'], exit: 2, says: 'The config file "gate.yml" does not exist' },
  ],
  [
    'a host that is not expected',
    {
      files: { 'migrations/1_a.sql': '' },
      args: ['upgrade', '--expect-host', '*.example.com'],
      exit: 1,
      says: 'The URL points at 127.0.0.1, but `expect-host` expects *.example.com: nothing was asked of it.',
    },
  ],
]

test.each(cases)('%s', async (_, { files = {}, args, env = {}, exit, says }) => {
  bench.project.write(files)
  const ended = await cli(args, env)
  if (typeof says === 'string') expect(ended.said).toContain(says)
  else expect(ended.said).toMatch(says)
  expect(ended.code).toBe(exit)
  expect(await bench.tables()).toEqual([])
})

test('a file that may not be read', async () => {
  bench.write({ '0001_a.sql': 'select 1;', '0002_b.sql/x': '' })
  // Root reads everything; a folder of that name no one can read as a file.
  chmodSync(join(bench.project.path, 'migrations/0001_a.sql'), 0o000)
  const ended = await cli(['plan'])
  const root = process.getuid?.() === 0
  expect(ended.code).toBe(0)
  if (!root) expect(ended.said).toContain('migrations/0001_a.sql cannot be read: permission denied.')
  expect((await cli(['upgrade'])).code).toBe(root ? 0 : 1)
})

test('an env file that is not there', async () => {
  const ended = await cli(['plan', '--env-file', 'gate.env'])
  expect(ended.code).toBeGreaterThan(0)
  // Some versions of Node take this option for themselves, wherever it stands (nodejs/node#54232), and end with 9.
  if (ended.code !== 9) {
    expect(ended.code).toBe(2)
    expect(ended.said).toContain('The file of --env-file, gate.env, cannot be read: it does not exist.')
  }
})

test('help and version are no faults', async () => {
  expect(await cli(['--help'])).toMatchObject({
    code: 0,
    stderr: '',
    stdout: expect.stringContaining('Usage: migration-gate'),
  })
  expect(await cli(['--version'])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
  })
})

test('--exit-code, --dry-run, --json and --env-file', async () => {
  bench.write({ '0001_a.sql': 'create table a ();' })
  bench.project.write({ '.env': `MY_URL='${bench.database.url}'\n` })
  expect((await cli(['plan', '--exit-code'])).code).toBe(3)
  expect((await cli(['plan'])).code).toBe(0)
  expect((await cli(['upgrade', '--dry-run'])).stdout).toContain('0001 a is pending')
  expect((await cli(['upgrade', '--dry-run', '--exit-code'])).code).toBe(3)
  expect(await bench.tables()).toEqual([])
  const upgraded = await cli(['upgrade', '--json', '--env-file', '.env', '--database-url', 'env:MY_URL'])
  expect(upgraded.code).toBe(0)
  expect(JSON.parse(upgraded.stdout)).toMatchObject({ version: 1, gate: 'open', status: 'upgraded' })
  expect(upgraded.stderr).toContain('Gate open')
  expect((await cli(['plan', '--exit-code'])).code).toBe(0)
  bench.write({ '0001_a.sql': 'create table a (); -- edited' })
  for (const command of ['plan', 'current']) {
    expect((await cli([command])).code).toBe(0)
    expect((await cli([command, '--exit-code'])).code).toBe(1)
    expect((await cli([command, '--exit-code', '--allow', 'modified'])).code).toBe(0)
  }
})

test('stamp asks before it removes, and there is nobody here: --yes or nothing', async () => {
  bench.write({ '0001_a.sql': 'create table a ();', '0002_b.sql': 'create table b ();' })
  await cli(['upgrade'])
  const versions = async () => (await bench.history()).map(row => row.version)
  expect((await cli(['stamp', '0001', '--dry-run'])).stdout).toContain('history: would remove 0002')
  const refused = await cli(['stamp', '0001'])
  expect(refused).toMatchObject({ code: 2, stdout: expect.stringContaining('there is nobody to be asked') })
  expect(await versions()).toEqual(['0001', '0002'])
  const done = await cli(['stamp', '0001', '--yes'])
  expect(done).toMatchObject({ code: 0, stdout: expect.stringContaining('next: migration-gate stamp 0002') })
  expect(await versions()).toEqual(['0001'])
})
