import { posix } from 'node:path'
import { splitWords } from '../../engines/alembic/project/words.ts'
import { dropPrefixes, splitCommands } from './run-step.ts'

/** A migration of ours that a command starts. */
export interface Release {
  tool: 'alembic' | 'migration-gate'
  /** Where it is started: an absolute path in the image. */
  folder: string
  /** The tool and its options, without the sub-command. */
  argv: string[]
  /** `--directory` of ours, joined to its `--working-directory`. */
  directory: string | undefined
  alembicConfig: string | undefined
}

/** What a command comes to: a migration, a script that has to be read first, something that is not seen, or nothing of ours. */
export type Reading = { release: Release } | { script: string } | { unseen: string } | undefined

/** Reads a command line as Fly splits it, without a shell. Pure. */
export function readCommandLine(line: string, folder: string): Reading {
  const split = splitWords(line)
  return split.ok ? readWords(split.words, folder) : { unseen: split.reason }
}

/** Reads the lines of a shell script up to the first migration. `self`: its own path in the image. Pure. */
export function readShell(text: string, folder: string, self: string | undefined): Reading {
  let at: string | undefined = folder
  for (const command of splitCommands(text.replace(/\\\r?\n/g, ' ').replace(/^\s*#.*$/gm, ''))) {
    const split = splitWords(command)
    const words = split.ok ? dropPrefixes(split.words) : []
    if (words[0] === 'cd') at = changeFolder(words[1], at, self, command)
    else {
      const found: Reading = split.ok ? readWords(split.words, at ?? '/') : undefined
      if (found === undefined) continue
      return at === undefined ? { unseen: 'where its `cd` leads' } : found
    }
  }
  return undefined
}

function changeFolder(
  to: string | undefined,
  at: string | undefined,
  self: string | undefined,
  command: string,
): string | undefined {
  const own = /\$\(dirname [^)]*\)(\/[\w./-]*)?/.exec(command)
  if (own !== null) return self === undefined ? undefined : posix.join(posix.dirname(self), own[1] ?? '')
  if (to === undefined || /[$`~]/.test(to)) return undefined
  if (at === undefined && !to.startsWith('/')) return undefined
  return posix.resolve(at ?? '/', to)
}

function readWords(given: readonly string[], folder: string): Reading {
  const words = dropPrefixes(given)
  const before = given.slice(0, given.length - words.length)
  const program = words[0] ?? ''
  if (/^(?:ba|da|a|z)?sh$/.test(posix.basename(program))) {
    const flag = words.findIndex(word => /^-\w*c$/.test(word))
    if (flag !== -1) return readShell(words[flag + 1] ?? '', folder, undefined)
    const script = words.slice(1).find(word => !word.startsWith('-'))
    return script === undefined ? undefined : { script }
  }
  const at = words.findIndex(word => /^alembic(?:\.exe)?$/.test(posix.basename(word)))
  if (at !== -1) return { release: ofAlembic(words, at, folder, before) }
  const gate = words.findIndex(word => /^migration-gate(?:\.[cm]?js)?$/.test(posix.basename(word)))
  if (gate !== -1) return { release: ofGate(words.slice(gate + 1), folder) }
  return /\.(?:ba)?sh$/.test(program) || /^\.{0,2}\/[^.]+$/.test(program) ? { script: program } : undefined
}

function ofAlembic(words: readonly string[], at: number, folder: string, before: readonly string[]): Release {
  const starter = words.slice(0, at)
  const moved = optionOf(
    starter,
    posix.basename(starter[0] ?? '') === 'poetry' ? ['--directory', '-C'] : ['--directory'],
  )
  const variable = before.find(word => word.startsWith('ALEMBIC_CONFIG='))
  return {
    tool: 'alembic',
    folder: posix.resolve(folder, moved ?? '.'),
    argv: ['alembic', ...ownOptions(words.slice(at + 1))],
    directory: undefined,
    alembicConfig: variable?.slice('ALEMBIC_CONFIG='.length),
  }
}

/** Alembic’s options stand before its sub-command. */
function ownOptions(words: readonly string[]): string[] {
  let at = 0
  while (words[at]?.startsWith('-') === true)
    at += /^(?:-[cnx]|--config|--name)$/.test(words[at] ?? '') ? 2 : 1
  return words.slice(0, at)
}

function ofGate(words: readonly string[], folder: string): Release {
  const working = optionOf(words, ['--working-directory'])
  const directory = optionOf(words, ['--directory'])
  return {
    tool: 'migration-gate',
    folder: posix.resolve(folder, working ?? '.'),
    argv: ['alembic'],
    directory,
    alembicConfig: undefined,
  }
}

function optionOf(words: readonly string[], names: readonly string[]): string | undefined {
  for (const name of names) {
    const at = words.indexOf(name)
    if (at !== -1) return words[at + 1]
    const joined = words.find(word => word.startsWith(`${name}=`))
    if (joined !== undefined) return joined.slice(name.length + 1)
  }
  return undefined
}
