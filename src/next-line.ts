import type { NextCommand } from './domain.ts'
import { type InputName, inputDefaults, type RawInputs } from './settings/inputs.ts'
import { quoteWord } from './shell-word.ts'
import { looksLikeUrl } from './text.ts'

/** Inputs that choose the database and the files that a command is about, or guard that choice, in the order in which they are typed. */
const choosing: InputName[] = [
  'config',
  'database',
  'database-url',
  'working-directory',
  'engine',
  'directory',
  'run',
  'history-table',
  'expect-host',
  'expect-database',
]

/** What an upgrade needs besides, to do what this one was to do. An approved plan is not among it: it is another now. */
const ofUpgrade: InputName[] = ['allow', 'after', 'smoke', 'smoke-command']

/** What of a run every further command needs, so that it reaches the same database. */
export interface Aim {
  /** Input or option → its value, as it was given. */
  options: Record<string, string>
  /** The same of what only `upgrade` takes. */
  upgrade: Record<string, string>
  /** The revision that it was to reach, unless that is the newest; what was offered names its own. */
  revision: string | undefined
  /** The URL itself was given: it is not repeated, and a person has to bring it. */
  urlGiven: boolean
}

/** Reads from the inputs what chooses the target. `more`: further options of the door, such as `env-file`. */
export function aimOf(inputs: RawInputs, more: Record<string, string> = {}): Aim {
  const url = inputs['database-url']?.trim()
  const given = choosing.filter(name => {
    const value = inputs[name]?.trim() ?? ''
    const repeatable = name !== 'database-url' || value.startsWith('env:')
    return value !== '' && value !== inputDefaults[name] && repeatable
  })
  const options = { ...Object.fromEntries(given.map(name => [name, inputs[name]?.trim() ?? ''])), ...more }
  const upgrade = ofUpgrade.map(
    name => [name, (inputs[name]?.trim() ?? '').replace(/\s*\n\s*/g, ',')] as const,
  )
  return {
    options: withoutUrls(options),
    upgrade: withoutUrls(Object.fromEntries(upgrade.filter(([, value]) => value !== ''))),
    revision: aimsAt(inputs),
    urlGiven: url !== undefined && url !== '' && !url.startsWith('env:'),
  }
}

function aimsAt({ command = '', revision = '' }: RawInputs): string | undefined {
  const upgrades = ['', 'upgrade', 'plan'].includes(command.trim())
  return upgrades && revision.trim() !== '' && !looksLikeUrl(revision) ? revision.trim() : undefined
}

/** The revision of what is offered: its own, else for an upgrade the one that this run was to reach. */
export function revisionOf({ command, revision }: NextCommand, aim: Aim): string | undefined {
  return revision ?? (command === 'upgrade' ? aim.revision : undefined)
}

/** Wherever one stands: a URL is never printed. */
function withoutUrls(options: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => !looksLikeUrl(value)))
}

/** A command of ours as it is typed to reach the same database: `migration-gate stamp 0003 --directory db`. */
export function typeCommand(next: NextCommand, aim: Aim): string {
  const { command, database } = next
  const revision = revisionOf(next, aim)
  const named = database === undefined ? {} : { database }
  const options = { ...aim.options, ...named, ...(command === 'upgrade' ? aim.upgrade : {}), ...next.with }
  return [
    'migration-gate',
    command,
    ...(revision === undefined ? [] : [quoteWord(revision)]),
    ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, quoteWord(value)]),
  ].join(' ')
}
