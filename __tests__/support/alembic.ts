import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface TestRevision {
  id: string
  /** Parents: none of its own means the revision before it in the list. */
  down?: string | string[] | null
  message?: string
  dependsOn?: string | string[]
  labels?: string | string[]
  /** Python lines of `upgrade()`; `op`, `sa`, `os`, `sys` and `time` are imported. SQL goes in `op.execute("…")`. */
  upgrade?: string
  downgrade?: string
}

export interface AlembicOptions {
  revisions: TestRevision[]
  env?: 'sync' | 'async'
  driver?: 'psycopg' | 'psycopg2' | 'asyncpg'
  /** `pyproject`: no alembic.ini at all. */
  layout?: 'ini' | 'pyproject'
  /** Whether env.py reads the ini's logging, as Alembic's template does. */
  logging?: boolean
  /** The variable that env.py reads the URL from. */
  variable?: string
  /** Python arguments of `context.configure` after the connection: `transaction_per_migration=True`. */
  configure?: string
  /** Python at the top of env.py, before anything else. */
  top?: string
  /** Further files, or others in place of those that are made. */
  files?: Record<string, string>
}

/** An Alembic project in a folder of its own. Remove it when done. */
export interface AlembicProject {
  path: string
  write(files: Record<string, string>): void
  /** Where a revision's script is, relative to the project. */
  script(id: string): string
  remove(): void
}

/** Makes a small real project: `alembic/env.py`, `alembic/versions/<id>_.py`, and the configuration. */
export function makeProject(options: AlembicOptions): AlembicProject {
  const path = mkdtempSync(join(tmpdir(), 'gate-alembic-'))
  const write = (files: Record<string, string>) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(path, name)), { recursive: true })
      writeFileSync(join(path, name), text)
    }
  }
  mkdirSync(join(path, 'alembic', 'versions'), { recursive: true })
  write(options.layout === 'pyproject' ? { 'pyproject.toml': pyproject } : { 'alembic.ini': ini })
  write({ 'alembic/env.py': envOf(options) })
  write(scriptFiles(options.revisions))
  write(options.files ?? {})
  return { path, write, script, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Name → text of revision scripts, for a project that exists. */
export function scriptFiles(revisions: TestRevision[]): Record<string, string> {
  const before = (index: number) => revisions[index - 1]?.id ?? null
  return Object.fromEntries(
    revisions.map((revision, index) => [
      script(revision.id),
      scriptText({ ...revision, down: revision.down === undefined ? before(index) : revision.down }),
    ]),
  )
}

const script = (id: string) => `alembic/versions/${id}_.py`

function scriptText(revision: TestRevision): string {
  return `"""${revision.message ?? `make ${revision.id}`}

Revision ID: ${revision.id}
"""
import os
import sys
import time

from alembic import op
import sqlalchemy as sa

revision = ${python(revision.id)}
down_revision = ${python(revision.down)}
branch_labels = ${python(revision.labels)}
depends_on = ${python(revision.dependsOn)}


def upgrade():
${indent(revision.upgrade)}


def downgrade():
${indent(revision.downgrade)}
`
}

function python(value: string | string[] | null | undefined): string {
  if (value === undefined || value === null) return 'None'
  return typeof value === 'string'
    ? JSON.stringify(value)
    : `(${value.map(each => `${python(each)},`).join(' ')})`
}

const indent = (text = 'pass') => text.replace(/^(?=.)/gm, '    ')

function envOf({
  env = 'sync',
  driver,
  logging = true,
  variable = 'DATABASE_URL',
  ...options
}: AlembicOptions) {
  const scheme = `postgresql+${driver ?? (env === 'async' ? 'asyncpg' : 'psycopg')}://`
  return `${options.top ?? ''}
import asyncio
import os
import re
from logging.config import fileConfig

from alembic import context
from sqlalchemy import create_engine, pool
${env === 'async' ? 'from sqlalchemy.ext.asyncio import create_async_engine' : ''}

config = context.config
${logging ? 'if config.config_file_name is not None:\n    fileConfig(config.config_file_name)' : ''}
url = re.sub(r"^postgres(ql)?(\\+\\w+)?://", ${JSON.stringify(scheme)}, os.environ["${variable}"])


def migrate(connection):
    context.configure(connection=connection, ${options.configure ?? ''})
    with context.begin_transaction():
        context.run_migrations()


${env === 'async' ? asyncRun : syncRun}

if context.is_offline_mode():
    context.configure(url=url, literal_binds=True)
    with context.begin_transaction():
        context.run_migrations()
else:
    run()
`
}

const syncRun = `def run():
    with create_engine(url, poolclass=pool.NullPool).connect() as connection:
        migrate(connection)
`

const asyncRun = `async def connect():
    engine = create_async_engine(url, poolclass=pool.NullPool)
    async with engine.connect() as connection:
        await connection.run_sync(migrate)
    await engine.dispose()


def run():
    asyncio.run(connect())
`

const pyproject = `[tool.alembic]
script_location = "%(here)s/alembic"
`

/** As Alembic's generic template has it, less the comments. */
const ini = `[alembic]
script_location = %(here)s/alembic
prepend_sys_path = .

[loggers]
keys = root,sqlalchemy,alembic

[handlers]
keys = console

[formatters]
keys = generic

[logger_root]
level = WARNING
handlers = console
qualname =

[logger_sqlalchemy]
level = WARNING
handlers =
qualname = sqlalchemy.engine

[logger_alembic]
level = INFO
handlers =
qualname = alembic

[handler_console]
class = StreamHandler
args = (sys.stderr,)
level = NOTSET
formatter = generic

[formatter_generic]
format = %(levelname)-5.5s [%(name)s] %(message)s
datefmt = %H:%M:%S
`
