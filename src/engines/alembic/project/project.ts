import { posix } from 'node:path'
import { gateError } from '../../../catalogue/catalogue.ts'
import type { Disk } from '../../../disk.ts'
import { oneLine } from '../../../text.ts'
import type { Project, Start } from '../shapes.ts'
import { type Config, readConfig } from './config.ts'
import { findLocation, readPaths, refused } from './locations.ts'

/**
 * Where the project's configuration says that everything is, read without Python. Throws GateError
 * `alembic-config-absent`, `alembic-config-broken`, `alembic-config-value`, `alembic-no-location`, `alembic-package` or
 * `alembic-run`.
 */
export function readProject(disk: Disk, start: Start): Project {
  const real = disk.realPath('.')
  const root = real.ok ? real.value : '/'
  const config = readConfig(disk, start, root)
  const location = readLocation(config)
  const finder = {
    disk,
    root,
    folder: start.folder,
    packagePaths: readPaths(config, 'prepend_sys_path') ?? [],
  }
  const scriptLocation = findLocation(finder, location)
  const written = readPaths(config, 'version_locations')
  return {
    files: config.files,
    section: config.section,
    scriptLocation,
    versionLocations: written?.map(each => findLocation(finder, each)) ?? [
      posix.join(scriptLocation, 'versions'),
    ],
    recursive: readFlag(config, 'recursive_version_locations'),
    sourceless: readFlag(config, 'sourceless'),
    envPath: posix.join(scriptLocation, 'env.py'),
  }
}

function readLocation(config: Config): string {
  const found = config.ini('script_location') ?? config.toml('script_location')
  if (found === undefined)
    throw gateError('alembic-no-location', { looked: config.looked.map(each => oneLine(each)) })
  if (typeof found.value !== 'string') throw refused(found, 'script_location', 'it is no string')
  return found.value
}

/** In an ini only the word `true`, in small letters, is true. */
function readFlag(config: Config, key: string): boolean {
  const inIni = config.ini(key)
  if (inIni !== undefined) return inIni.value === 'true'
  const inToml = config.toml(key)
  if (inToml === undefined) return false
  if (typeof inToml.value !== 'boolean') throw refused(inToml, key, 'it is neither true nor false')
  return inToml.value
}
