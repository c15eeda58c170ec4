import { describe, expect, test } from '@jest/globals'
import type { Fault } from '../../src/domain.ts'
import { GateError } from '../../src/errors.ts'
import { readDuration } from '../../src/settings/duration.ts'
import type { RawInputs } from '../../src/settings/inputs.ts'
import { readSettings } from '../../src/settings/read-settings.ts'

const absent = { ok: false, reason: 'it does not exist', absent: true } as const
const conventional = '.github/migration-gate.yml'

function read(inputs: RawInputs, files: Record<string, string> = {}, env: Record<string, string> = {}) {
  const disk = {
    readBytes: (path: string) =>
      files[path] === undefined ? absent : ({ ok: true, value: Buffer.from(files[path]) } as const),
    listFolder: () => absent,
    realPath: () => absent,
  }
  return readSettings(inputs, { disk, environment: name => env[name] })
}

async function faultsOf(...args: Parameters<typeof read>): Promise<Fault[]> {
  try {
    await read(...args)
  } catch (error) {
    if (error instanceof GateError) return [error.fault, ...error.others]
    throw error
  }
  return []
}

test('defaults', async () => {
  const settings = await read({}, {}, { DATABASE_URL: 'postgres://u@h/db' })
  expect(settings).toMatchObject({
    command: 'upgrade',
    revision: 'head',
    workingDirectory: '.',
    several: false,
  })
  expect(settings.databases).toEqual([
    expect.objectContaining({
      name: 'default',
      engine: 'auto',
      historyTable: undefined,
      run: undefined,
      lockTimeoutMs: 5000,
      statementTimeoutMs: 0,
      waitMs: 600_000,
      allow: [],
      url: {
        source: 'the environment variable DATABASE_URL',
        variable: 'DATABASE_URL',
        value: 'postgres://u@h/db',
      },
    }),
  ])
})

test('an explicit empty database-url is empty, whatever the environment holds', async () => {
  const env = { DATABASE_URL: 'postgres://u@h/db', OTHER: 'postgres://o@h/db' }
  const url = async (inputs: RawInputs) => (await read(inputs, {}, env)).databases[0]?.url
  expect(await url({ 'database-url': '' })).toEqual({
    source: 'the input database-url',
    variable: '',
    value: '',
  })
  expect(await url({ 'database-url': 'env:OTHER' })).toMatchObject({ variable: 'OTHER', value: env.OTHER })
  expect(await url({ 'database-url': 'postgres://x@h/db' })).toMatchObject({
    variable: '',
    value: 'postgres://x@h/db',
  })
})

test('every fault at once, each with what is allowed', async () => {
  const faults = await faultsOf(
    {
      command: 'stamp',
      engine: 'mongo',
      'history-table': 'a.b.c',
      'lock-timeout': '5 apples',
      wait: '-1s',
      allow: 'ahead, everything',
      'allow-pull-request': 'maybe',
      'list-files': 'xml',
      'initial-fetch-depth': '0',
      database: 'orion',
      filters: 'no-such-file',
      'database-url': 'env:NOT_SET',
    },
    { [conventional]: 'databases: {}\nnonsense: 1\n' },
  )
  expect(faults.map(fault => fault.message)).toMatchInlineSnapshot(`
[
  "\`stamp\` needs \`revision\`.",
  "\`list-files\` is "xml"; it takes none, csv, json, shell, escape.",
  "\`initial-fetch-depth\` is "0"; it takes a whole number from 1 to 1000000.",
  "The filters file "no-such-file" does not exist; looked for no-such-file.",
  "\`engine\` is "mongo"; it takes auto, sql, alembic.",
  "\`history-table\` is "a.b.c"; it takes table or schema.table.",
  "\`lock-timeout\` is "5 apples"; it takes a duration such as 500ms, 5s, 10m or 1h.",
  "\`wait\` is "-1s"; it takes a duration such as 500ms, 5s, 10m or 1h.",
  "\`allow\` is "everything"; it takes ahead, modified, out-of-order, missing.",
  "\`allow-pull-request\` is "maybe"; it takes true or false.",
  "In .github/migration-gate.yml, \`databases\` is no map of databases, or an empty one.",
  "In .github/migration-gate.yml, \`nonsense\` is not known here.",
  "\`database\` names "orion", which is not in any config file.",
  "\`database-url\` is env:NOT_SET, but there is no environment variable of that name.",
]
`)
  expect(new Set(faults.map(fault => fault.exit))).toEqual(new Set([2]))
})

test.each<[RawInputs, string, string]>([
  [
    { command: 'upgarde' },
    'it takes detect, plan, check, upgrade, downgrade, stamp, current, history, locate.',
    'Did you mean `upgrade`?',
  ],
  [
    { command: 'statmp' },
    'it takes detect, plan, check, upgrade, downgrade, stamp, current, history, locate.',
    'Did you mean `stamp`?',
  ],
  [
    { command: 'deploy' },
    'it takes detect, plan, check, upgrade, downgrade, stamp, current, history, locate.',
    'Correct `command`.',
  ],
  [{ engine: 'flyway' }, 'it takes auto, sql, alembic.', 'Correct `engine`.'],
  [{ engine: 'alembik' }, 'it takes auto, sql, alembic.', 'Did you mean `alembic`?'],
  [{ allow: 'modifed' }, 'it takes ahead, modified, out-of-order, missing.', 'Did you mean `modified`?'],
])('%j: only what this version has, and what was meant', async (inputs, takes, cure) => {
  const [fault] = await faultsOf(inputs)
  expect(fault?.message).toContain(takes)
  expect(fault?.cure).toBe(cure)
})

test('a URL in the wrong place is never shown', async () => {
  const url = `postgres://relay:s3cret${'x'.repeat(200)}@db.example.com/app`
  const given: RawInputs[] = [
    ...(
      ['engine', 'history-table', 'wait', 'revision', 'allow', 'allow-pull-request', 'database'] as const
    ).map(name => ({ [name]: url })),
    ...(['config', 'directory', 'working-directory'] as const).map(name => ({ [name]: url })),
    { 'working-directory': 'back/postgres:/relay:s3cret@h/app' },
    { 'database-url': `env:${url}` },
    { config: 'gate.yml', 'working-directory': url },
  ]
  for (const inputs of given) {
    const faults = await faultsOf(inputs)
    expect(faults).not.toEqual([])
    expect(JSON.stringify(faults)).not.toMatch(/s3cret|relay/)
    expect(faults[0]?.message).toContain('a URL')
  }
  const config = (text: string) => faultsOf({}, { [conventional]: text })
  for (const text of [
    `databases: {a: {url: A, directory: "${url}"}}`,
    `"${url}": 1\ndatabases: {a: {url: A}}`,
  ]) {
    const faults = await config(text)
    expect(faults).not.toEqual([])
    expect(JSON.stringify(faults)).not.toMatch(/s3cret|relay/)
  }
})

test.each(['--help', '$(x)', 'a b', 'a;b', '…'])('the revision %s is refused', async revision => {
  expect((await faultsOf({ revision }))[0]).toMatchObject({ id: 'input-value', exit: 2 })
})

describe('the config file', () => {
  const text = `databases:
  orion:
    engine: sql
    directory: db/orion
    url: ORION_URL
    paths: ["db/**"]
    wait: 30s
    history-table: ops.done
  events: { url: EVENTS_URL }
rules:
  some-rule: warning
`
  test('gives several databases in its order, its words over the inputs', async () => {
    const settings = await read({ wait: '1m' }, { [conventional]: text }, { ORION_URL: 'postgres://o@h/o' })
    expect(settings.several).toBe(true)
    expect(settings.databases).toMatchObject([
      { name: 'orion', directory: 'db/orion', waitMs: 30_000, historyTable: 'ops.done', paths: ['db/**'] },
      { name: 'events', waitMs: 60_000, url: { variable: 'EVENTS_URL', value: '' } },
    ])
    const one = await read({ database: ' events ' }, { [conventional]: text })
    expect(one.databases.map(database => database.name)).toEqual(['events'])
  })

  test('adds to the guard of the step and does not replace it', async () => {
    const files = { [conventional]: 'databases: {a: {url: A, expect-host: "*", expect-database: app}}' }
    const settings = await read({ 'expect-host': '*.staging.example.com' }, files)
    expect(settings.databases).toMatchObject([
      { expectHost: ['*.staging.example.com', '*'], expectDatabase: ['app'] },
    ])
  })

  test('is looked up in the working directory first', async () => {
    const files = { 'back/gate.yml': 'databases: {a: {url: A}}', 'gate.yml': 'databases: {b: {url: B}}' }
    const name = async (inputs: RawInputs) => (await read(inputs, files)).databases[0]?.name
    expect(await name({ config: 'gate.yml', 'working-directory': 'back' })).toBe('a')
    expect(await name({ config: 'gate.yml', 'working-directory': 'front' })).toBe('b')
  })

  test('its faults are told all at once, with line and column, and without a URL that stands there', async () => {
    const faults = await faultsOf(
      {},
      {
        [conventional]: `databases:
  one:
    url: postgres://u:secretly@h/db
    wait: soon
  two:
    engine: mongo
    url: TWO
    typo: 1
  3bad: { url: X }
rules:
  a: loud
`,
      },
    )
    expect(
      faults.map(({ place, message }) => `${place?.line}:${place?.column} ${message}`),
    ).toMatchInlineSnapshot(`
[
  "3:5 In .github/migration-gate.yml, \`databases.one.url\` is no name of an environment variable; the URL itself has no place in a file.",
  "4:5 In .github/migration-gate.yml, \`databases.one.wait\` is no duration; it takes a duration such as 500ms, 5s, 10m or 1h.",
  "6:5 In .github/migration-gate.yml, \`databases.two.engine\` is no engine; it takes auto, sql, alembic.",
  "8:5 In .github/migration-gate.yml, \`databases.two.typo\` is not known here.",
  "9:3 In .github/migration-gate.yml, \`databases.3bad\` is no name: letters, digits, _ and -.",
  "11:3 In .github/migration-gate.yml, \`rules.a\` takes off, warning or error.",
]
`)
    expect(JSON.stringify(faults)).not.toContain('secretly')
  })

  test('one URL does not serve two databases; a name that is not there is said', async () => {
    const faults = await faultsOf(
      { 'database-url': 'postgres://u@h/d', database: '' },
      { [conventional]: text },
    )
    expect(faults.map(fault => fault.id)).toEqual(['url-for-several'])
    const unknown = await faultsOf({ database: 'oron' }, { [conventional]: text })
    expect(unknown[0]?.message).toBe(`\`database\` names "oron", which is not in ${conventional}.`)
  })

  test('aliases cannot unfold without bound', async () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`).join('\n')}\n`
    expect((await faultsOf({}, { [conventional]: bomb }))[0]?.exit).toBe(2)
  })
})

test.each<[string, number | undefined]>([
  ['500ms', 500],
  ['5s', 5000],
  ['1.5s', 1500],
  ['10m', 600_000],
  ['1h', 3_600_000],
  ['0', 0],
  ['596h', 2_145_600_000],
  ['597h', undefined],
  ['5', undefined],
  ['5 s', undefined],
  ['-5s', undefined],
  ['5d', undefined],
  ['', undefined],
  ['Infinitys', undefined],
])('the duration %j is %s ms', (text, ms) => {
  expect(readDuration(text)).toBe(ms)
})
