/** Entries of the catalogue that no other test brings about: each by what a person gets wrong, with real files, Python and server. */
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import type { AlembicOptions, AlembicProject } from '../../support/alembic.ts'
import { useAlembic, users } from '../../support/alembic-gate.ts'
import type { GateOptions } from '../../support/gate.ts'
import { pythonOf, toolOf } from '../../support/python.ts'

const bench = useAlembic()

interface Wrong extends Partial<AlembicOptions> {
  inputs?: GateOptions['inputs']
  vars?: Record<string, string>
  /** Sent to the database before. */
  sql?: string
  prepare?: (project: AlembicProject) => void
}

const at = (id: string, down: string | string[] | null, more: Partial<typeof users> = {}) => ({
  id,
  down,
  ...more,
})
const files = (ini: string) => ({ files: { 'alembic.ini': ini } })
const revision = (upgrade: string): Wrong => ({ revisions: [{ id: 'a1', upgrade }] })
const execute = (sql: string) => revision(`op.execute("""${sql}""")`)

/** The entry, and what brings it about before Python starts. */
const readings: [string, Wrong][] = [
  ['alembic-run', { inputs: { run: 'python -m "alembic' } }],
  ['alembic-config-absent', { inputs: { run: 'python -m alembic -c nowhere.ini' } }],
  ['alembic-config-broken', files('[alembic]\nscript_location = alembic\n[alembic]\n')],
  [
    'alembic-config-value',
    files('[alembic]\nscript_location = alembic\nversion_locations = a\nversion_path_separator = comma\n'),
  ],
  ['alembic-no-location', files('[alembic]\n')],
  ['alembic-package', files('[alembic]\nscript_location = nowhere:migrations\n')],
  ['alembic-id-long', { revisions: [at('a'.repeat(33), null)] }],
  ['alembic-id-characters', { revisions: [at('2026-11-22', null)] }],
  ['alembic-duplicate', { files: { 'alembic/versions/copy.py': 'revision = "a1"\ndown_revision = None\n' } }],
  ['alembic-parent-missing', { revisions: [at('a1', 'a0')] }],
  ['alembic-cycle', { revisions: [at('a1', 'b2'), at('b2', 'a1')] }],
  ['alembic-label-twice', { revisions: [at('a1', null, { labels: 'x' }), at('b2', null, { labels: 'x' })] }],
  ['alembic-label-is-id', { revisions: [at('a1', null), at('b2', null, { labels: 'a1' })] }],
  [
    'alembic-not-on-branch',
    { revisions: [at('a1', null, { labels: 'x' }), at('b2', null)], inputs: { revision: 'x@b2' } },
  ],
  [
    'alembic-overlap',
    {
      revisions: [at('a1', null), at('b2', 'a1')],
      sql: "create table alembic_version (version_num varchar(32)); insert into alembic_version values ('a1'), ('b2')",
    },
  ],
  [
    'alembic-not-asked',
    {
      files: { 'alembic/versions/a1_.py': 'revision = "a" + str(1)\ndown_revision = None\n' },
      inputs: { run: 'gate-no-such alembic' },
    },
  ],
]

/** The entry, and what brings it about when Python starts. */
const starts: [string, Wrong][] = [
  ['program-missing', { inputs: { run: 'gate-no-such alembic' } }],
  [
    'program-denied',
    {
      files: { tool: '#!/bin/sh\n' },
      inputs: { run: './tool alembic' },
      prepare: made => chmodSync(join(made.path, 'tool'), 0o644),
    },
  ],
  ['alembic-not-installed', { inputs: { run: `${pythonOf()} -S -m alembic` } }],
  ['uv-failed', { inputs: { run: `${toolOf('uv')} run --offline --no-project --python 9.9 alembic` } }],
  [
    'uv-lock',
    {
      files: {
        'pyproject.toml': '[project]\nname = "app"\nversion = "1"\nrequires-python = ">=3.8"\n',
        'uv.lock': '',
      },
      inputs: { run: `${toolOf('uv')} run --offline --locked alembic` },
    },
  ],
  [
    'uv-network',
    {
      inputs: {
        run: `${toolOf('uv')} run --no-project --no-cache --with gate-no-such --index-url http://127.0.0.1:9/ alembic`,
      },
      vars: { UV_HTTP_RETRIES: '0' },
    },
  ],
  ['variable-missing', { top: 'import os\nos.environ["STRIPE_KEY"]' }],
  [
    'setting-invalid',
    {
      top: 'from pydantic_settings import BaseSettings\nclass Settings(BaseSettings):\n    port: int\nSettings()',
      vars: { PORT: 'many' },
    },
  ],
  ['module-missing', { top: 'import gate_no_such' }],
  ['import-failed', { top: 'from alembic import nothing' }],
  ['greenlet-missing', { env: 'async', top: 'import sys\nsys.modules["greenlet"] = None' }],
  ['url-unread', { top: 'from sqlalchemy import create_engine\ncreate_engine("")' }],
  [
    'driver-sync',
    { top: 'from sqlalchemy.ext.asyncio import create_async_engine\ncreate_async_engine("sqlite://")' },
  ],
  ['driver-async', { env: 'sync', driver: 'asyncpg' }],
  [
    'env-connect',
    {
      top: 'from sqlalchemy import create_engine\ncreate_engine("postgresql+psycopg://u:p@127.0.0.1:1/app").connect()',
    },
  ],
  ['child-killed', { top: 'import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)' }],
  ['child-input', { top: 'input("really? ")' }],
  ['alembic-idle', { files: { 'alembic/env.py': 'from alembic import context\n' } }],
]

/** The entry, and what brings it about when a revision runs. */
const runs: [string, Wrong][] = [
  ['alembic-left', revision('os._exit(0)')],
  ['alembic-raised', revision('op.create_tabel("t")')],
  ['alembic-rights', execute('create role gate_no_such')],
  [
    'alembic-cancelled',
    revision('op.execute("set local statement_timeout = 50")\nop.execute("select pg_sleep(9)")'),
  ],
  [
    'alembic-not-null',
    revision('op.execute("create table t (a int not null)")\nop.execute("insert into t values (null)")'),
  ],
  ['alembic-several', { env: 'async', ...execute('select 1; select 2') }],
  ['alembic-lost', execute('select pg_terminate_backend(pg_backend_pid())')],
  ['alembic-server', { configure: 'version_table_schema="nowhere"' }],
]

test.each([...readings, ...starts, ...runs])(
  '%s',
  async (id, { inputs = {}, vars = {}, sql = '', prepare, ...options }) => {
    const project = bench.make({ revisions: [users], ...options })
    prepare?.(project)
    if (sql !== '') await bench.query(sql)
    const { report, database, log } = await bench.run(project, inputs, { env: vars })
    const faults = [...report.faults, ...database.problems.map(one => one.fault), database.fault]
    const fault = faults.find(one => one?.id === id)
    expect({ found: faults.map(one => one?.id), log }).toMatchObject({ found: expect.arrayContaining([id]) })
    expect(report.gate).toBe('closed')
    for (const said of [fault?.message, fault?.cure])
      expect(log.replaceAll(/\s+/g, ' ')).toContain(said?.split('\n')[0])
  },
)
