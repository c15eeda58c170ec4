import { posix } from 'node:path'
import { parse, TomlError } from 'smol-toml'
import { gateError } from '../../../catalogue/catalogue.ts'
import { type Disk, decodeText } from '../../../disk.ts'
import { oneLine } from '../../../text.ts'
import type { Start } from '../shapes.ts'
import { type Ini, iniValue, readIni } from './ini.ts'
import { isToml } from './start.ts'

/** A value with the file that has it, for messages. */
export interface Found {
  path: string
  value: unknown
  from: 'ini' | 'toml'
}

/** Alembic's configuration from its one or two files. */
export interface Config {
  files: string[]
  section: string
  /** Where a value was looked for. */
  looked: string[]
  /** From the ini's section, else undefined. */
  ini(key: string): Found | undefined
  /** From `[tool.alembic]`, `%(here)s` replaced in strings; else undefined. */
  toml(key: string): Found | undefined
}

/**
 * Reads the files that Alembic would. Throws GateError `alembic-config-absent`, `alembic-config-broken` or, when a
 * value is asked for, `alembic-config-value`.
 */
export function readConfig(disk: Disk, start: Start, root: string): Config {
  const iniPath = pathOf(start, false)
  const tomlPath = pathOf(start, true)
  const ini = loadIni(disk, iniPath)
  const tool = loadToml(disk, tomlPath)
  const files = [...(ini === undefined ? [] : [iniPath]), ...(tool === undefined ? [] : [tomlPath])]
  if (files.length === 0) throw gateError('alembic-config-absent', { looked: [iniPath, tomlPath] })
  const section = start.name ?? 'alembic'
  const hereOf = (path: string) => posix.dirname(posix.resolve(root, path))
  return {
    files,
    section,
    looked: [`[${section}] of ${iniPath}`, `[tool.alembic] of ${tomlPath}`],
    ini: key => findInIni(ini, { path: iniPath, section, key, here: hereOf(iniPath) }),
    toml: key => findInToml(tool, { path: tomlPath, key, here: hereOf(tomlPath) }),
  }
}

function pathOf({ config, folder }: Start, toml: boolean): string {
  const given = config.filter(path => isToml(path) === toml)
  if (given.length > 1)
    throw gateError('alembic-run', { reason: `it names ${given.map(path => oneLine(path)).join(' and ')}` })
  const path = given[0] ?? (toml ? 'pyproject.toml' : 'alembic.ini')
  return posix.isAbsolute(path) ? path : posix.join(folder, path)
}

function loadText(disk: Disk, path: string): string | undefined {
  const read = disk.readBytes(path)
  if (!read.ok && read.absent) return undefined
  if (!read.ok) throw broken(path, read.reason)
  if (read.value[0] === 0xef && read.value[1] === 0xbb)
    throw broken(path, 'it begins with a byte order mark, which Python takes for text', 1)
  const text = decodeText(read.value)
  if (!text.ok) throw broken(path, text.reason)
  return text.text.replace(/\r\n?/g, '\n')
}

function loadIni(disk: Disk, path: string): Ini | undefined {
  const text = loadText(disk, path)
  if (text === undefined) return undefined
  const read = readIni(text)
  if (read.ok) return read.ini
  throw broken(path, read.fault.reason, read.fault.line)
}

function loadToml(disk: Disk, path: string): Record<string, unknown> | undefined {
  const text = loadText(disk, path)
  if (text === undefined) return undefined
  const tool = tableOf(parseToml(path, text), 'tool', path)
  return tableOf(tool, 'alembic', path)
}

function parseToml(path: string, text: string): Record<string, unknown> {
  try {
    return parse(text)
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    const [reason = ''] = error.message.replace(/^Invalid TOML document: /, '').split('\n')
    throw broken(path, reason, error.line)
  }
}

function tableOf(table: Record<string, unknown>, key: string, path: string): Record<string, unknown> {
  const value = table[key] ?? {}
  if (isTable(value)) return value
  throw broken(path, `${key} in it is no table`)
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}

interface Wanted {
  path: string
  key: string
  here: string
}

function findInIni(ini: Ini | undefined, wanted: Wanted & { section: string }): Found | undefined {
  if (ini === undefined) return undefined
  const { path, key } = wanted
  const found = iniValue(ini, wanted.section, key, wanted.here)
  if (!found.ok)
    throw gateError('alembic-config-value', { path: oneLine(path), key, reason: oneLine(found.reason) })
  return found.value === undefined ? undefined : { path, value: found.value, from: 'ini' }
}

function findInToml(tool: Record<string, unknown> | undefined, wanted: Wanted): Found | undefined {
  const { path, key, here } = wanted
  const value = tool !== undefined && Object.hasOwn(tool, key) ? tool[key] : undefined
  if (value === undefined) return undefined
  const filled = Array.isArray(value)
    ? value.map(each => fill(each, path, key, here))
    : fill(value, path, key, here)
  return { path, value: filled, from: 'toml' }
}

/** Python's own `%`: only `%(here)s` is known, and a lone `%` is an error. */
function fill(value: unknown, path: string, key: string, here: string): unknown {
  if (typeof value !== 'string') return value
  const left = value.replaceAll('%%', '').replaceAll('%(here)s', '')
  if (left.includes('%')) {
    const reason = 'a % in it is neither %% nor %(here)s'
    throw gateError('alembic-config-value', { path: oneLine(path), key, reason })
  }
  return value.replace(/%%|%\(here\)s/g, found => (found === '%%' ? '%' : here))
}

function broken(path: string, reason: string, line?: number) {
  const place = line === undefined ? { path } : { path, line }
  return gateError('alembic-config-broken', { path: oneLine(path), reason: oneLine(reason) }, { place })
}
