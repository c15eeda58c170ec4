/** The application of fixtures/alembic/relay, shaped in the ways in which projects use Alembic, and Alembic itself beside it. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { root } from '../../script/tools.mjs'
import { type Ended, start } from './child.ts'
import { pythonOf, toolOf } from './python.ts'
import type { Files } from './repo.ts'

const fixtures = join(root, '__tests__/fixtures/alembic')
const versions = 'backend/alembic/versions'

/** Each is the same revisions but for `databases`, which has a second database with two of its own. */
export const variants = ['async', 'sync', 'pyproject', 'locations', 'databases'] as const
export type Variant = (typeof variants)[number]

/** The newest revision of relay. */
export const relayHead = 'd1f7a0b4c826'
/** All revisions of relay, in an order that Alembic takes. */
export const relayRevisions: string[] = readdirSync(join(fixtures, 'relay', versions))
  .filter(name => name.endsWith('.py'))
  .sort()
  .map(
    name => /^revision(?:: str)? = ["'](.+)["']$/m.exec(readFixture(`relay/${versions}/${name}`))?.[1] ?? '',
  )

function readFixture(path: string): string {
  return readFileSync(join(fixtures, path), 'utf8')
}

/** The files of relay by their path in its repository. */
export function relayFiles(variant: Variant = 'async'): Files {
  const files = folder('relay')
  const from = (path: string) => readFixture(`variants/${variant}/${path}`)
  if (variant === 'sync') {
    files['backend/alembic/env.py'] = from('env.py')
    files['backend/requirements.txt'] = from('requirements.txt')
    for (const path of ['pyproject.toml', 'uv.lock']) delete files[`backend/${path}`]
  }
  if (variant === 'pyproject') {
    files['backend/pyproject.toml'] = from('pyproject.toml')
    delete files['backend/alembic.ini']
  }
  if (variant === 'locations') {
    files['backend/alembic.ini'] = from('alembic.ini')
    for (const [path, text] of Object.entries(files)) {
      const name = posix.basename(path)
      if (!path.startsWith(versions) || name < '202505') continue
      delete files[path]
      files[`backend/alembic/since_may/${name}`] = text
    }
  }
  if (variant === 'databases') {
    files['backend/alembic.ini'] = from('alembic.ini')
    files['.github/migration-gate.yml'] = from('migration-gate.yml')
    Object.assign(files, folder('variants/databases/nebula', 'backend/nebula'))
  }
  return files
}

/** Every file under a folder of the fixtures, by its path there, under another folder if asked. */
function folder(name: string, to = ''): Files {
  const from = join(fixtures, name)
  const found = readdirSync(from, { recursive: true, withFileTypes: true }).filter(
    entry =>
      entry.isFile() && !entry.parentPath.includes('__pycache__') && !entry.parentPath.includes('.venv'),
  )
  return Object.fromEntries(
    found.map(entry => {
      const path = join(entry.parentPath, entry.name)
      return [posix.join(to, path.slice(from.length + 1)), readFileSync(path, 'utf8')]
    }),
  )
}

/** One more revision of relay, after its head unless told otherwise. `upgrade` is Python, a line an element. */
export function relayRevision(
  id: string,
  upgrade: string[],
  down: string | null = relayHead,
  downgrade: string[] = ['pass'],
): Files {
  const text = [
    `"""Revision ${id}"""`,
    'from alembic import op',
    'import sqlalchemy as sa',
    '',
    `revision = "${id}"`,
    `down_revision = ${down === null ? 'None' : `"${down}"`}`,
    '',
    '',
    'def upgrade():',
    ...upgrade.map(line => `    ${line}`),
    '',
    '',
    'def downgrade():',
    ...downgrade.map(line => `    ${line}`),
    '',
  ]
  return { [`${versions}/${id}.py`]: text.join('\n') }
}

/**
 * What `uv run` and Alembic need to find the packages that script/setup installed, and to reach no network: every
 * machine's index is its own affair. With `session`, the setting that relay needs beside the URL.
 */
export function pythonEnvironment({ session = true } = {}): Record<string, string> {
  return {
    UV_PROJECT_ENVIRONMENT: dirname(dirname(pythonOf())),
    UV_PYTHON: pythonOf(),
    UV_PYTHON_DOWNLOADS: 'never',
    UV_NO_SYNC: '1',
    UV_OFFLINE: '1',
    UV_NO_CACHE: '1',
    PYTHONDONTWRITEBYTECODE: '1',
    ...(session && { SESSION_SECRET: 'not-a-secret' }),
  }
}

/** The folder of `uv`, `alembic` and `python`, for PATH. */
export const pythonFolder = () => dirname(toolOf('uv'))

/** Alembic without a gate, in a folder of the project: `plainAlembic(path, url, 'upgrade', 'head')`. */
export function plainAlembic(cwd: string, url: string, ...args: string[]): Promise<Ended> {
  const env = { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8', HOME: cwd, ...pythonEnvironment() }
  const urls = { DATABASE_URL: url, ORION_DATABASE_URL: url, NEBULA_DATABASE_URL: url }
  return start(toolOf('alembic'), args, { cwd, env: { ...env, ...urls } }).ended
}
