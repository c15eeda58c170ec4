import { posix } from 'node:path'
import { parse } from 'smol-toml'
import { gateError } from '../../../catalogue/catalogue.ts'
import { type Disk, decodeText } from '../../../disk.ts'
import { showInput } from '../../../text.ts'
import type { Start } from '../shapes.ts'
import { splitWords } from './words.ts'

/** What decides how Alembic is started. */
export interface StartInputs {
  disk: Disk
  /** The input `run`. */
  run: string | undefined
  /** Relative to the repository root. */
  directory: string
  /** The variable ALEMBIC_CONFIG. */
  alembicConfig: string | undefined
}

/** Decides how Alembic is started, and reads its own options out of `run`. Throws GateError `alembic-run`. */
export function readStart({ disk, run, directory, alembicConfig }: StartInputs): Start {
  const folder = posix.normalize(directory)
  const chosen = run === undefined || run.trim() === '' ? chooseTool(disk, folder) : givenTool(run)
  const options = readOptions(chosen.argv)
  return { ...chosen, ...options, folder, ...withVariable(options.config, alembicConfig) }
}

function givenTool(run: string): Pick<Start, 'argv' | 'why'> {
  const split = splitWords(run)
  if (!split.ok) throw gateError('alembic-run', { reason: split.reason })
  if (split.words.length === 0 || split.words[0] === '')
    throw gateError('alembic-run', { reason: 'its first word is empty' })
  return { argv: split.words, why: 'the input run' }
}

/** The nearest lock file, from the configuration's folder up to the repository root: a workspace keeps one for all. */
function chooseTool(disk: Disk, directory: string): Pick<Start, 'argv' | 'why'> {
  for (let folder = directory; ; folder = posix.dirname(folder)) {
    const has = (name: string) => disk.readBytes(posix.join(folder, name)).ok
    if (has('uv.lock')) return { argv: ['uv', 'run', 'alembic'], why: 'uv.lock' }
    if (hasToolUv(disk, posix.join(folder, 'pyproject.toml')))
      return { argv: ['uv', 'run', 'alembic'], why: '[tool.uv] in pyproject.toml' }
    if (has('poetry.lock')) return { argv: ['poetry', 'run', 'alembic'], why: 'poetry.lock' }
    if (folder === '.' || folder === posix.dirname(folder) || folder.startsWith('..')) break
  }
  return { argv: ['alembic'], why: 'default, as there is no lock file' }
}

function hasToolUv(disk: Disk, path: string): boolean {
  const read = disk.readBytes(path)
  const text = read.ok ? decodeText(read.value) : undefined
  if (text?.ok !== true) return false
  try {
    const tool = parse(text.text).tool
    return typeof tool === 'object' && 'uv' in tool
  } catch {
    return false
  }
}

/** What stands behind the word `alembic`, or behind the first word where there is none. */
function readOptions(argv: readonly string[]): Pick<Start, 'config' | 'name' | 'x'> {
  const named = argv.findIndex(word => /^alembic(?:\.exe)?$/.test(posix.basename(word)))
  const rest = argv.slice(named === -1 ? 1 : named + 1)
  const found: { config: string[]; name: string | undefined; x: string[] } = {
    config: [],
    name: undefined,
    x: [],
  }
  for (let at = 0; at < rest.length; at++) {
    const option = readOption(rest[at] ?? '')
    if (option === undefined) {
      // Of another program's words nothing can be said.
      if (named !== -1 && !(rest[at] ?? '').startsWith('-')) refuseCommand(rest[at] ?? '')
      continue
    }
    const value = option.value ?? rest[++at]
    if (value === undefined) throw gateError('alembic-run', { reason: `${rest[at - 1]} has no value` })
    if (option.name === 'name') found.name = value
    else found[option.name].push(value)
  }
  return found
}

const longOptions = { '--config': 'config', '--name': 'name' } as const
const shortOptions = { '-c': 'config', '-n': 'name', '-x': 'x' } as const

/** One of Alembic's options that take a value; the value, if the same word has it. */
function readOption(word: string): { name: 'config' | 'name' | 'x'; value: string | undefined } | undefined {
  const [flag = '', ...rest] = word.split('=')
  for (const [long, name] of Object.entries(longOptions)) {
    // Python's argparse takes any unique beginning.
    if (flag.length > 2 && long.startsWith(flag))
      return { name, value: word === flag ? undefined : rest.join('=') }
  }
  for (const [short, name] of Object.entries(shortOptions)) {
    if (word === short) return { name, value: undefined }
    if (word.startsWith(short)) return { name, value: word.slice(2).replace(/^=/, '') }
  }
  return undefined
}

function refuseCommand(word: string): never {
  throw gateError('alembic-run', { reason: `"${showInput(word, 80)}" is behind the word alembic` })
}

/** The variable stands for the file that no `-c` names. */
function withVariable(config: string[], variable = ''): Pick<Start, 'config' | 'variable'> {
  if (variable === '' || config.some(path => isToml(path) === isToml(variable))) return { config }
  return { config: [...config, variable], variable }
}

/** Alembic tells the two kinds of file apart by this name. */
export function isToml(path: string): boolean {
  return posix.basename(path) === 'pyproject.toml'
}
