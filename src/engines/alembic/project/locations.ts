import { delimiter, posix } from 'node:path'
import { gateError } from '../../../catalogue/catalogue.ts'
import type { Disk } from '../../../disk.ts'
import { oneLine } from '../../../text.ts'
import type { Config, Found } from './config.ts'

const separators = new Map([
  ['space', ' '],
  ['newline', '\n'],
  ['os', delimiter],
  [':', ':'],
  [';', ';'],
])

/** The entries of a list of paths: split in an ini by its separator, in toml a list. Undefined where it is not set. */
export function readPaths(
  config: Config,
  key: 'version_locations' | 'prepend_sys_path',
): string[] | undefined {
  const inIni = config.ini(key)
  if (inIni !== undefined && inIni.value !== '') return splitPaths(config, key, String(inIni.value))
  const inToml = config.toml(key)
  if (inToml === undefined) return undefined
  const { value } = inToml
  if (!Array.isArray(value) || value.some(each => typeof each !== 'string'))
    throw refused(inToml, key, 'it is no list of strings')
  return value.length === 0 ? undefined : (value as string[])
}

/** Without a separator Alembic keeps an older way, which takes a colon for one in `prepend_sys_path` only. */
function splitPaths(config: Config, key: 'version_locations' | 'prepend_sys_path', text: string): string[] {
  const names =
    key === 'version_locations' ? ['path_separator', 'version_path_separator'] : ['path_separator']
  const [name] = names.filter(each => config.ini(each) !== undefined)
  const found = name === undefined ? undefined : config.ini(name)
  if (name === undefined || found === undefined)
    return text.split(key === 'version_locations' ? /, *| +/ : /, *| +|:/)
  const separator = separators.get(String(found.value))
  if (separator === undefined)
    throw refused(found, name, `"${oneLine(String(found.value), 40)}" is none of os, space, newline, : and ;`)
  return text
    .split(separator)
    .filter(each => each !== '')
    .map(each => each.trim())
}

/** What turns a location as written into a folder. */
export interface Finder {
  disk: Disk
  /** Absolute path of the repository root, links resolved. */
  root: string
  /** Where Alembic is started, relative to the root. */
  folder: string
  /** Where packages are looked for: `prepend_sys_path`. */
  packagePaths: readonly string[]
}

/**
 * The folder of a location, relative to the repository root unless it is outside: a path is taken from where Alembic is
 * started, `package:folder` from where the package is. Throws GateError `alembic-package`.
 */
export function findLocation(finder: Finder, location: string): string {
  const from = posix.join(finder.root, finder.folder)
  if (posix.isAbsolute(location) || !location.includes(':'))
    return relativeTo(finder.root, posix.resolve(from, location))
  const [name = '', ...parts] = location.split(':')
  const places = [...new Set(['.', ...finder.packagePaths, 'src'])]
  const candidates = places.map(place =>
    relativeTo(finder.root, posix.resolve(from, place, name.replaceAll('.', '/'))),
  )
  const found = candidates.find(path => finder.disk.listFolder(path).ok)
  if (found !== undefined) return relativeTo(finder.root, posix.resolve(finder.root, found, ...parts))
  throw gateError('alembic-package', {
    location: oneLine(location),
    looked: candidates.map(path => oneLine(path)),
  })
}

function relativeTo(root: string, path: string): string {
  const relative = posix.relative(root, path)
  return relative === '..' || relative.startsWith('../') ? path : relative || '.'
}

/** GateError for a value that Alembic would not take. */
export function refused(found: Found, key: string, reason: string) {
  return gateError('alembic-config-value', { path: oneLine(found.path), key, reason })
}
