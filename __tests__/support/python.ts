import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { toolPath } from '../../script/tools.mjs'

/** The Python that has Alembic, SQLAlchemy and the drivers of fixtures/alembic/requirements.txt. Throws if it was not set up. */
export function pythonOf(): string {
  const path = toolPath('python')
  if (!existsSync(path))
    throw new Error(
      'The Python of the Alembic tests is not installed. Run script/setup; or leave these tests out with script/test --without-python.',
    )
  return path
}

/** The file of a program in that environment: `uv`, `alembic`. Its folder is `dirname` of it, for PATH. Throws if it is not there. */
export function toolOf(name: 'uv' | 'alembic'): string {
  const path = join(dirname(pythonOf()), name)
  if (!existsSync(path))
    throw new Error(`${name} is not in the Python of the Alembic tests. Run script/setup.`)
  return path
}
