import { type Disk, decodeText } from '../../disk.ts'
import type { FilesOptions } from '../../engines/alembic/files.ts'
import { readProject } from '../../engines/alembic/project/project.ts'
import { readStart } from '../../engines/alembic/project/start.ts'
import { GateError } from '../../errors.ts'

/** Schemes in which a project may want its URL, the likeliest first. */
export type Scheme = 'postgresql' | 'postgresql+asyncpg' | 'postgresql+psycopg' | 'postgresql+psycopg2'

/** Files that say which driver is installed. */
const requirements = ['pyproject.toml', 'requirements.txt', 'uv.lock', 'poetry.lock', 'requirements/base.txt']

/**
 * Guesses from env.py and the requirements. What env.py writes anew may come in any form, so the plain one is tried
 * first; then what its engine needs. A wrong guess costs a start of Python: the next one is tried.
 */
export function guessSchemes(options: FilesOptions): Scheme[] {
  const read = (path: string) => readText(options.disk, path)
  const env = readEnv(options)
  const folders = options.directory === '.' ? ['.'] : [options.directory, '.']
  const installed = folders.flatMap(folder => requirements.map(name => read(`${folder}/${name}`))).join('\n')
  const has = (name: string) => new RegExp(`(?:^|[^\\w-])${name}(?![\\w-])`, 'm').test(installed)
  const rewrites = /postgres(?:ql)?(?:\+\w+)?:\/\/|drivername/.test(env)
  const asynchronous = /create_async_engine|async_engine_from_config|AsyncEngine/.test(env)
  const asked: Scheme[] = asynchronous
    ? has('asyncpg') || !has('psycopg')
      ? ['postgresql+asyncpg', 'postgresql+psycopg']
      : ['postgresql+psycopg', 'postgresql+asyncpg']
    : has('psycopg') && !has('psycopg2(?:-binary)?')
      ? ['postgresql+psycopg']
      : ['postgresql+psycopg2', 'postgresql+psycopg']
  const all: Scheme[] = rewrites || !asynchronous ? ['postgresql', ...asked] : [...asked, 'postgresql']
  return [...new Set<Scheme>([...all, 'postgresql+asyncpg', 'postgresql+psycopg2'])]
}

/** Whether env.py may give models that `alembic check` compares: as long as it does not say that there are none. */
export function mayHaveModels(options: FilesOptions): boolean {
  const env = readEnv(options).replace(/#.*/g, '')
  // What is handed on, or is None, names none.
  const rest = env.replace(
    /target_metadata(?:\s*:[^=\n]*)?\s*=\s*(?:None|target_metadata)(?=\s*(?:[,)\n]|$))/g,
    '',
  )
  return env === '' || rest.includes('target_metadata')
}

/** Failures by which another scheme may do: the driver, or how the URL is spelled. */
const ofScheme: readonly string[] = [
  'driver-missing',
  'driver-sync',
  'driver-async',
  'url-dialect',
  'url-unread',
  'setting-invalid',
]

/** Whether a failure may be one of the scheme, and not of the project. */
export function isOfScheme({ id }: { id: string }): boolean {
  return ofScheme.includes(id)
}

/** Empty where it is not found. */
function readEnv(options: FilesOptions): string {
  try {
    return readText(options.disk, readProject(options.disk, readStart(options)).envPath)
  } catch (error) {
    if (error instanceof GateError) return ''
    throw error
  }
}

function readText(disk: Disk, path: string): string {
  const read = disk.readBytes(path)
  const text = read.ok ? decodeText(read.value) : undefined
  return text?.ok === true ? text.text : ''
}
