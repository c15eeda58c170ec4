/** Alembic as a contender at its quickest: a driver that waits once for each statement, no application around it. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { installTool } from '../script/tools.mjs'

/** See `contenders`. Its environment writes nothing but what Alembic asks for. */
export async function alembicContender() {
  const python = await installTool('python')
  return {
    name: 'alembic',
    does: 'psycopg without `uv run`: all in one transaction as is its default, an update of its one row for each; no checksum, no lock',
    write: writeProject,
    command: () => [join(dirname(python), 'alembic'), 'upgrade', 'head'],
    history: 'select substr(version_num, 2)::int from alembic_version',
  }
}

const environment = `import os
from alembic import context
from sqlalchemy import create_engine, pool

url = os.environ["DATABASE_URL"].replace("postgresql://", "postgresql+psycopg://", 1)
with create_engine(url, poolclass=pool.NullPool).connect() as connection:
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()
`

async function writeProject(folder, revisions) {
  const versions = join(folder, 'alembic', 'versions')
  await mkdir(versions, { recursive: true })
  await writeFile(join(folder, 'alembic.ini'), '[alembic]\nscript_location = alembic\n')
  await writeFile(join(folder, 'alembic', 'env.py'), environment)
  let before = 'None'
  for (const { id, name, sql } of revisions) {
    const text = `"""${name}"""\nfrom alembic import op\n\nrevision = "r${id}"\ndown_revision = ${before}\n\n\ndef upgrade():\n    op.execute("""${sql}""")\n\n\ndef downgrade():\n    pass\n`
    await writeFile(join(versions, `r${id}_${name}.py`), text)
    before = `"r${id}"`
  }
}
