/** Alembic by itself and through the gate: the same project, the same Python, the same database server. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createDatabase, withClient } from '../script/postgres.mjs'
import { installTool, toolPath } from '../script/tools.mjs'
import { cli } from './contenders.mjs'
import { interleave, time } from './measure.mjs'
import { makeRevisions } from './revisions.mjs'

export const throughGate = 'Migration Gate'
export const alone = 'alembic upgrade head'

/** Applies `count` revisions in one transaction, as Alembic does by default, then finds nothing to do. */
export async function measureAlembic(postgres, { count, rounds, idleRounds }) {
  await installTool('python')
  const python = toolPath('python')
  const folder = await mkdtemp(join(tmpdir(), 'gate-bench-alembic-'))
  const commands = {
    [throughGate]: [process.execPath, cli, 'upgrade', '--run', `${python} -m alembic`],
    [alone]: [python, '-m', 'alembic', 'upgrade', 'head'],
  }
  const databases = {}
  const start = name => {
    const env = { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8', NO_COLOR: '1' }
    return time(commands[name], { cwd: folder, env: { ...env, DATABASE_URL: databases[name].url } })
  }
  try {
    await writeProject(folder, makeRevisions(count))
    await promisify(execFile)(python, ['-m', 'compileall', '-q', folder])
    const names = Object.keys(commands)
    const apply = await interleave(names, rounds, async name => {
      await databases[name]?.drop()
      databases[name] = await createDatabase(postgres.superuserUrl)
      await withClient(postgres.superuserUrl, client => client.query('checkpoint'))
      const ms = await start(name)
      await expectHead(databases[name].url, count)
      return ms
    })
    const idle = await interleave(names, idleRounds, start)
    return { count, apply, idle }
  } finally {
    for (const database of Object.values(databases)) await database.drop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function expectHead(url, count) {
  const { rows } = await withClient(url, client => client.query('select version_num from alembic_version'))
  if (rows[0]?.version_num !== idOf(count - 1)) throw new Error(`Alembic stands at ${rows[0]?.version_num}.`)
}

const idOf = index => `r${String(index + 1).padStart(4, '0')}`

async function writeProject(folder, revisions) {
  const versions = join(folder, 'alembic', 'versions')
  await mkdir(versions, { recursive: true })
  await writeFile(join(folder, 'alembic.ini'), '[alembic]\nscript_location = %(here)s/alembic\n')
  await writeFile(join(folder, 'alembic', 'env.py'), env)
  for (const [index, { name, sql }] of revisions.entries()) {
    const down = index === 0 ? 'None' : `"${idOf(index - 1)}"`
    const text = `"""${name}"""\nfrom alembic import op\n\nrevision = "${idOf(index)}"\ndown_revision = ${down}\n\n\ndef upgrade():\n    op.execute("""${sql}""")\n\n\ndef downgrade():\n    pass\n`
    await writeFile(join(versions, `${idOf(index)}_${name}.py`), text)
  }
}

const env = `import os
import re

from alembic import context
from sqlalchemy import create_engine, pool

url = re.sub(r"^postgres(ql)?://", "postgresql+psycopg://", os.environ["DATABASE_URL"])
with create_engine(url, poolclass=pool.NullPool).connect() as connection:
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()
`
