/** What Alembic, uv and Python really printed (fixtures/alembic/failures.json: paths are neutral), explained without the hook. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import type { Ended, FailureFacts } from '../../../../src/engines/alembic/failure/ended.ts'
import { explainFailure } from '../../../../src/engines/alembic/failure/explain.ts'
import type { ChildFailure, Script } from '../../../../src/engines/alembic/shapes.ts'
import { grantFor } from '../../../../src/engines/server-errors/grants.ts'
import { faultLines } from '../../../../src/report/fault-lines.ts'

type Printed = { code: number; stdout: string; stderr: string }
const printed: Record<string, Printed> = JSON.parse(
  readFileSync(new URL('../../../fixtures/alembic/failures.json', import.meta.url), 'utf8'),
)
const long = 'a'.repeat(40)

function script(id: string, path: string, more: Partial<Script> = {}): Script {
  const text = Array.from({ length: 20 }, (_, index) => `    line ${index + 1}`).join('\n')
  const graph = { down: [], dependsOn: [], labels: [], revisionLine: 9, downLine: 10 }
  return { id, message: '', path, ...graph, text, ...more }
}

function factsFor(path = 'alembic/versions/0001_x.py'): FailureFacts {
  const scripts = [
    script('0001', path),
    script('0002', 'alembic/versions/b.py', { down: ['0009'] }),
    script(long, 'alembic/versions/a.py'),
  ]
  return {
    root: '/home/runner/work/app/app',
    scripts: new Map(scripts.map(one => [one.id, one])),
    variable: 'DATABASE_URL',
    target: { host: '127.0.0.1', port: 5432, database: 'app_db', user: 'relay', tls: 'require' },
    start: { argv: ['uv', 'run', 'alembic'], folder: '', config: [], name: undefined, x: [], why: 'uv.lock' },
    project: {
      files: ['alembic.ini'],
      section: 'alembic',
      scriptLocation: 'alembic',
      versionLocations: ['alembic/versions'],
      recursive: false,
      envPath: 'alembic/env.py',
    },
  }
}

function ended(given: Partial<Ended>): Ended {
  return { code: 1, signal: null, stdout: '', stderr: '', started: undefined, hooked: false, ...given }
}

const orders = 'alembic/versions/0001_orders.py'

/** Sample, entry, place (path:line:column, or none), a part of the message, a part of the cure. */
const samples: [string, string, string, string, string][] = [
  ['multiple_heads', 'alembic-heads', '', 'more than one head', 'alembic merge'],
  ['unknown_revision', 'alembic-unknown-revision', '', 'revision zzz9', 'ahead of this commit'],
  ['overlap', 'alembic-overlapping', '', '0002 beside 0001', '`stamp`'],
  ['not_up_to_date', 'alembic-behind', '', '127.0.0.1:5432/app_db', '`upgrade`'],
  ['no_script_location', 'alembic-config', '', "No 'script_location' key", 'is in . and'],
  ['no_script_folder', 'alembic-config', '', "Path doesn't exist: nothere", 'script_location'],
  ['bad_ini', 'alembic-config', '', 'no section headers', 'alembic.ini'],
  ['no_env', 'alembic-config', '', "Can't find Python file alembic/env.py", 'env.py'],
  ['cycle', 'alembic-command', '', 'Cycle is detected in revisions (0002, 0003)', 'Mend'],
  ['ambiguous', 'alembic-ambiguous', '', 'Ambiguous upgrade', '`heads`'],
  ['lost_race', 'alembic-raced', '', "updating '0001' to '0002'", 'Run the same command again'],
  ['missing_parent', 'alembic-parent', 'alembic/versions/b.py:10', 'after 0009', 'down_revision'],
  ['usage2', 'alembic-usage', '', "invalid choice: 'upgrad'.", '`uv run alembic`'],
  ['long_id_asyncpg', 'alembic-id-refused', 'alembic/versions/a.py:9', '40 characters', 'at most 32'],
  ['duplicate_psycopg', 'alembic-exists', `${orders}:14`, '"orders" already exists (42P07)', 'stamp'],
  ['duplicate_asyncpg', 'alembic-exists', `${orders}:14`, '`CREATE TABLE orders (', 'stamp'],
  [
    'nested_psycopg',
    'alembic-absent',
    'alembic/versions/0001_x.py:17',
    '`DROP TABLE nowhere`',
    'search_path',
  ],
  ['params_psycopg2', 'alembic-absent', 'alembic/versions/0001_x.py:14', 'does not exist (42P01)', 'by hand'],
  [
    'syntax_sql_psycopg',
    'alembic-failed',
    'alembic/versions/0001_x.py:14',
    'at or near "ad" (42601)',
    'Mend',
  ],
  ['two_statements_asyncpg', 'alembic-several', 'alembic/versions/0001_x.py:14', 'asyncpg refuses', 'one'],
  [
    'permission_select_psycopg',
    'alembic-rights',
    'alembic/versions/0001_x.py:14',
    'as relay: permission denied for table secret',
    '`grant select, insert, update, delete on table secret to relay;`',
  ],
  ['permission_ext_psycopg', 'alembic-rights', 'alembic/versions/0001_x.py:14', 'extension', 'superuser'],
  [
    'lock_timeout_psycopg',
    'alembic-lock-timeout',
    'alembic/versions/0001_x.py:15',
    '55P03',
    'pg_stat_activity',
  ],
  ['deadlock_asyncpg', 'alembic-deadlock', 'alembic/versions/0001_x.py:15', '(40P01)', 'Run again'],
  [
    'colour_exists',
    'alembic-exists',
    'alembic/versions/0001_x.py:14',
    '"orders" already exists (42P07)',
    'stamp',
  ],
  ['colour_syntax', 'python-syntax', 'alembic/versions/0001_x.py:15:14', "'(' was never closed", 'Correct'],
  ['colour_key', 'variable-missing', 'app/settings.py:2', 'STRIPE_KEY', 'Set STRIPE_KEY'],
  [
    'unique_psycopg',
    'alembic-duplicate-key',
    'alembic/versions/0001_x.py:14',
    '"orders_email"',
    'count(*) > 1',
  ],
  ['unique_asyncpg', 'alembic-duplicate-key', 'alembic/versions/0001_x.py:14', '(23505)', 'count(*) > 1'],
  ['notnull_row_psycopg', 'alembic-not-null', 'alembic/versions/0001_x.py:14', '(23502)', 'two steps'],
  [
    'terminated_asyncpg',
    'alembic-lost',
    'alembic/versions/0001_x.py:14',
    'administrator command',
    'Run again',
  ],
  [
    'version_schema',
    'alembic-server',
    'alembic/env.py:13',
    'schema "nowhere" does not exist',
    'version table',
  ],
  ['syntax_error', 'python-syntax', `${orders}:15:14`, "'(' was never closed", 'Correct'],
  ['env_syntax', 'python-syntax', 'alembic/env.py:15:22', 'alembic/env.py', 'Correct'],
  [
    'input_psycopg',
    'child-input',
    'alembic/versions/0001_x.py:14',
    'Revision 0001 asks',
    'Take the question',
  ],
  [
    'missing_settings',
    'setting-missing',
    'app/settings.py:8',
    'redis_url and stripe_key, from alembic/env.py:5 → app/settings.py:8',
    'Set REDIS_URL and STRIPE_KEY where the gate runs',
  ],
  ['settings_nested', 'setting-missing', 'app/settings.py:14', 'db.url', 'DB__URL, API_TOKEN, REDIS_URL'],
  ['keyerror_environ', 'variable-missing', 'app/settings.py:2', 'STRIPE_KEY', 'Set STRIPE_KEY'],
  [
    'import_in_revision_psycopg',
    'module-missing',
    'alembic/versions/0001_x.py:15',
    '"nowhere_at_all"',
    '`uv add nowhere_at_all`',
  ],
  ['env_raises', 'env-raised', 'app/settings.py:1', 'RuntimeError before a revision ran: no vault', 'Mend'],
  ['no_driver_asyncpg', 'driver-missing', 'alembic/env.py:9', 'postgresql+asyncpg', 'uv add "asyncpg"'],
  ['no_driver_psycopg', 'driver-missing', 'alembic/env.py:9', 'since SQLAlchemy 2.1', 'psycopg[binary]'],
  ['no_greenlet', 'greenlet-missing', 'alembic/env.py:4', 'greenlet', 'sqlalchemy[asyncio]'],
  [
    'asyncpg_sslmode',
    'url-keyword',
    'alembic/env.py:16',
    '`sslmode`',
    '`postgresql+asyncpg://…?ssl=require`',
  ],
  [
    'scheme_postgres',
    'url-dialect',
    'alembic/env.py:9',
    'know postgres://.',
    '`postgresql://…` in DATABASE_URL',
  ],
  ['bad_url', 'url-unread', 'alembic/env.py:9', 'cannot read the URL', 'DATABASE_URL'],
  ['async_sync_driver', 'driver-sync', 'alembic/env.py:15', 'psycopg2', 'postgresql+asyncpg://…'],
  ['refused_asyncpg', 'env-connect', 'alembic/env.py:16', 'to 127.0.0.1:1: the connection', 'URL of its own'],
  ['resolve_psycopg', 'env-connect', 'alembic/env.py:10', 'db.invalid', 'URL of its own'],
  ['resolve_asyncpg', 'env-connect', 'alembic/env.py:16', 'has no address', 'URL of its own'],
  ['wrong_password_psycopg', 'env-password', 'alembic/env.py:10', 'was refused', 'hide_password'],
  ['wrong_password_asyncpg', 'env-password', 'alembic/env.py:16', 'was refused', 'hide_password'],
  [
    'exit_psycopg',
    'child-exit',
    'alembic/versions/0001_x.py:9',
    'exit code 3 and without saying why.',
    'os._exit',
  ],
  [
    'sysexit_psycopg',
    'child-exit',
    'alembic/versions/0001_x.py:9',
    'the last it wrote was: stop here',
    'sys.exit',
  ],
  ['uv_no_project', 'alembic-not-installed', '', 'uv found no Alembic', '`uv add alembic`'],
  ['uv_frozen', 'uv-lock', '', 'Unable to find lockfile', '`uv lock`'],
  ['uv_badlock', 'uv-lock', '', 'TOML parse error', '`uv lock`'],
  ['uv_no_network', 'uv-network', '', 'Connection refused', 'uv sync --frozen'],
  ['uv_python', 'uv-failed', '', 'No interpreter found', 'Run the same uv command'],
]

describe('what was printed', () => {
  test.each(samples)('%s', (name, id, place, message, cure) => {
    const { code, stdout, stderr } = printed[name] as Printed
    const facts = factsFor(/"orders"|0001_orders/.test(stderr) && !/0001_x/.test(stderr) ? orders : undefined)
    const fault = explainFailure(ended({ code, stdout, stderr }), facts)
    expect(fault.id).toBe(id)
    const { path, line, column } = fault.place ?? {}
    expect([path, line, column].filter(part => part !== undefined).join(':')).toBe(place)
    expect(fault.message).toContain(message)
    expect(fault.cure).toContain(cure)
    // Rows, parameters and what an input held are for nobody's log; the traceback is folded away.
    const shown = faultLines(fault, false, next => next.command)
      .map(each => each.text)
      .join('\n')
    // Lines that Python quotes from a file are no rows.
    const debug = (fault.debug ?? '').replace(/^ {4}.*$/gm, '')
    expect(`${shown}${debug}`).not.toContain('ann@example.com')
    expect(shown).not.toMatch(/input_value|Traceback|site-packages|sqlalche\.me/)
  })

  test('the next line is one that can work: Alembic as the gate starts it, and no run that would fail in the same way', () => {
    const ways = (name: string, folder: string) => {
      const facts = factsFor(undefined)
      const { code, stdout, stderr } = printed[name] as Printed
      const start = { ...facts.start, folder }
      const { foreign, next } = explainFailure(ended({ code, stdout, stderr }), { ...facts, start })
      return [...(foreign ?? []).map(({ line }) => line), ...(next ?? []).map(({ when }) => when)]
    }
    expect(ways('multiple_heads', 'back end')).toEqual([
      "uv run alembic merge -m 'merge heads' heads   # in back end",
      'the branches are meant to stay apart',
    ])
    expect(ways('colour_key', '')).toEqual(['STRIPE_KEY is set'])
  })

  test('a revision has its lines shown, and the server its words', () => {
    const fault = explainFailure(ended(printed.duplicate_psycopg as Printed), factsFor(orders))
    expect(fault.excerpt).toEqual({
      firstLine: 12,
      lines: ['    line 12', '    line 13', '    line 14', '    line 15'],
      markedLine: 14,
    })
    expect(fault.server).toEqual({
      code: '42P07',
      severity: 'ERROR',
      message: 'relation "orders" already exists',
    })
    expect(fault.debug).toContain('Traceback (most recent call last)')
  })

  test('a hint is kept, a detail of class 23 is not', () => {
    const hinted = explainFailure(ended(printed.permission_ext_psycopg as Printed), factsFor())
    expect(hinted.server?.hint).toBe('Must be superuser to create this extension.')
    expect(explainFailure(ended(printed.unique_psycopg as Printed), factsFor()).server?.detail).toBe(
      'Key (email)=(…) is duplicated.',
    )
  })
})

describe('the hook’s facts', () => {
  const failure: ChildFailure = {
    kind: 'failure',
    type: 'sqlalchemy.exc.ProgrammingError',
    message: '(psycopg.errors.DuplicateColumn) column "status" of relation "orders" already exists',
    revision: '0001',
    frames: [
      { file: '/home/runner/work/app/app/alembic/env.py', line: 15, function: '<module>' },
      { file: '/home/runner/work/app/app/alembic/versions/0001_x.py', line: 14, function: 'upgrade' },
      { file: '/home/runner/work/app/app/.venv/lib/python3.11/site-packages/x.py', line: 1, function: 'x' },
    ],
    syntax: null,
    sql: "ALTER TABLE orders ADD COLUMN status TEXT DEFAULT 'secret'",
    server: {
      code: '42701',
      severity: 'ERROR',
      message: 'column "status" of relation "orders" already exists',
      detail: null,
      hint: null,
      where: null,
      position: null,
    },
    causes: [],
    operations: [],
  }

  test('go before what was printed', () => {
    const fault = explainFailure(
      ended({ ...(printed.missing_settings as Printed), failure, hooked: true }),
      factsFor(),
    )
    expect(fault).toMatchObject({
      id: 'alembic-exists',
      place: { path: 'alembic/versions/0001_x.py', line: 14 },
    })
    expect(fault.message).toContain("`ALTER TABLE orders ADD COLUMN status TEXT DEFAULT '…'`")
  })

  test('a checkout reached by another name is recognised by the end of the path', () => {
    const frames = failure.frames.map(one => ({ ...one, file: one.file.replace('/home', '/private/home') }))
    const fault = explainFailure(ended({ failure: { ...failure, frames }, hooked: true }), factsFor())
    expect(fault.place).toEqual({ path: 'alembic/versions/0001_x.py', line: 14 })
  })

  test('the revision is the place, not the helper of the application that it calls', () => {
    const helper = { file: '/home/runner/work/app/app/app/helpers.py', line: 3, function: 'make' }
    const frames = [...failure.frames.slice(0, 2), helper, ...failure.frames.slice(2)]
    const fault = explainFailure(ended({ failure: { ...failure, frames }, hooked: true }), factsFor())
    expect(fault.place).toEqual({ path: 'alembic/versions/0001_x.py', line: 14 })
  })

  test('outside of a revision it is the user’s own code, never a library in the repository', () => {
    const library = { file: '/home/runner/work/app/app/venv/app.py', line: 3, function: 'make' }
    const frames = [failure.frames[0], library] as ChildFailure['frames']
    const raised = { ...failure, type: 'ValueError', message: 'bad', server: null, sql: null, frames }
    const fault = explainFailure(ended({ failure: raised, hooked: true }), factsFor())
    expect(fault).toMatchObject({ id: 'env-raised', place: { path: 'alembic/env.py', line: 15 } })
  })

  test('a syntax error has its column as Python counts it, and says the line once', () => {
    const raised = {
      ...failure,
      type: 'SyntaxError',
      message: "'(' was never closed (0001_x.py, line 15)",
      syntax: { file: '/home/runner/work/app/app/alembic/versions/0001_x.py', line: 15, column: 14 },
      server: null,
      sql: null,
    }
    const fault = explainFailure(ended({ failure: raised, hooked: true }), factsFor())
    expect(fault.message).toBe(
      "Python cannot read alembic/versions/0001_x.py: SyntaxError: '(' was never closed.",
    )
    expect(fault.place?.column).toBe(14)
  })

  test('a second Alembic is told from a row that is there twice', () => {
    const server = {
      ...failure.server,
      code: '23505',
      message: 'duplicate key value violates unique constraint "alembic_version_pkc"',
    } as NonNullable<ChildFailure['server']>
    const fault = explainFailure(ended({ failure: { ...failure, server }, hooked: true }), factsFor())
    expect(fault.id).toBe('alembic-raced')
  })
})

describe('ends without an exception', () => {
  test.each([
    [{ started: 'missing' as const, code: null }, 'program-missing', 'program "uv"'],
    [{ started: 'denied' as const, code: null }, 'program-denied', 'may not be started'],
    [{ started: 'no-folder' as const, code: null }, 'program-folder', 'folder .'],
    [{ code: null, signal: 'SIGKILL' }, 'child-memory', 'SIGKILL'],
    [{ code: 137 }, 'child-memory', 'exit code 137'],
    [{ code: 139 }, 'child-killed', 'SIGSEGV'],
    [{ code: null, signal: 'SIGTERM' }, 'child-killed', 'SIGTERM'],
    [{ code: 7, stderr: '\x1b[31m::error::gone\n' }, 'child-exit', ':\u200d:error::gone'],
    [{ code: 7, stderr: 'error: of mine\n', hooked: true }, 'child-exit', 'error: of mine'],
  ])('%j', (end, id, message) => {
    const fault = explainFailure(ended(end), factsFor())
    expect(fault.id).toBe(id)
    expect(fault.message).toContain(message)
  })
})

test.each([
  ['must be owner of table Orders', 'me', '`alter table "Orders" owner to me;`'],
  ['permission denied for schema public', 'My Role', '`grant usage, create on schema public to "My Role";`'],
  ['permission denied to create role', 'me', 'allow it to me'],
])('%s', (message, user, way) => {
  expect(grantFor(message, user)).toContain(way)
})
