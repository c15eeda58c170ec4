import { Command, CommanderError } from 'commander'
import { commands } from '../domain.ts'
import { type InputName, inputDefaults, type RawInputs } from '../settings/inputs.ts'
import { refuseOptions } from './options.ts'

/** What a person typed. */
export interface Typed {
  inputs: RawInputs
  json: boolean
  exitCode: boolean
  /** Of `stamp` and `downgrade`; that of `upgrade` is the command `plan`. */
  dryRun: boolean
  /** Every question is answered with yes. */
  yes: boolean
  debug: boolean
  envFile: string | undefined
}

/** Inputs that are words of their own on a command line, or have no meaning there. */
const notOptions: readonly InputName[] = [
  'command',
  'revision',
  'allow-pull-request',
  'token',
  'comment',
  'list-files',
  'since',
]

/** What each option means, in a few words; docs/reference.md has all of it. */
const meanings: Partial<Record<InputName, string>> = {
  'database-url': 'a URL, or env:NAME (keeps the URL out of the process list)',
  'working-directory': 'base of --directory',
  engine: 'auto, sql, alembic',
  directory: 'folder of the revisions, or of alembic.ini',
  run: 'how Alembic is started: uv run alembic',
  'history-table': 'table or schema.table',
  filters: 'paths-filter YAML, inline or a file',
  base: 'branch, tag or commit to compare with',
  ref: 'what to compare; the files as they lie there unless given',
  'predicate-quantifier': 'some, every, gitignore: how the rules of a filter go together',
  'initial-fetch-depth': 'commits of the first fetch in a shallow clone',
  config: 'config file with several databases',
  database: 'names of the config file, comma separated',
  'lock-timeout': 'Postgres lock_timeout of each revision',
  'statement-timeout': 'Postgres statement_timeout',
  wait: 'for another run’s lock',
  'expect-host': 'glob; refuse when the URL points elsewhere',
  'expect-database': 'glob; refuse when the URL points elsewhere',
  allow: 'ahead, modified, out-of-order, missing',
  'approved-plan': 'a plan’s fingerprint; refuse to run anything else',
  after: 'SQL files to run after the revisions, comma separated',
  smoke: 'SQL files whose queries must return rows and no false',
  'smoke-command': 'a program that must exit 0',
  image: 'of check: Dockerfile or fly.toml of the image that migrates; a fly.toml is found',
  rehearse: 'of check and locate: auto, off, env:NAME or the URL of a throw-away database',
  'drift-url': 'of check: URL of a live database to compare with, or env:NAME; only read',
  baseline: 'of check and locate: SQL files to run before the first revision of a rehearsal',
  seed: 'of check: SQL files to run before its new revisions',
  stats: 'of check: file with the sizes of production’s tables',
  'fail-on': 'of check: error, warning',
}

/**
 * Reads the command line. Gives back what was asked, or the text to print and the exit code when there is nothing
 * to run (help, version, wrong use).
 */
export function readArguments(
  argv: readonly string[],
  version: string,
): Typed | { text: string; exit: number } {
  const said: string[] = []
  const listen = (text: string): void => void said.push(text)
  const program = new Command('migration-gate')
    .description('No deploy meets a database it does not expect.')
    .argument('<command>', commands.join(', '))
    .argument('[revision]', 'head, a version, base, +N, -N')
    .version(version, '--version')
    .option('--json', 'print the report as JSON')
    .option('--dry-run', 'of upgrade, downgrade and stamp: say what would be done, write nothing')
    .option('--yes', 'answer every question with yes (stamp asks before it removes, downgrade always)')
    .option('--exit-code', 'exit 1 when upgrade would be closed, 3 when something is pending')
    .option('--env-file <path>', 'read NAME=value lines before anything else')
    .option('--debug', 'print the stack of an unexpected error, and values of rows that the server quotes')
    .showSuggestionAfterError()
    .showHelpAfterError('migration-gate --help says what there is.')
    .exitOverride()
    .configureOutput({ writeOut: listen, writeErr: listen })
  for (const name of optionNames()) program.option(`--${name} <value>`, meanings[name] ?? '')
  // Asked for help it is no fault; asked for nothing it is.
  if (argv.length === 0 || argv[0] === 'help')
    return { text: program.helpInformation(), exit: argv.length === 0 ? 2 : 0 }
  try {
    program.parse([...argv], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return { text: said.join(''), exit: error.exitCode === 0 ? 0 : 2 }
  }
  const options = program.opts<Record<string, string | boolean | undefined>>()
  const [command = '', revision] = program.args
  const given = [...program.options.filter(one => options[one.attributeName()] !== undefined)].map(one =>
    one.name(),
  )
  const idle = refuseOptions(command, revision === undefined ? given : [...given, 'revision'])
  if (idle.length > 0)
    return { text: idle.map(({ message, cure }) => `${message} ${cure}\n`).join(''), exit: 2 }
  const inputs: RawInputs = {
    command: options.dryRun === true && command === 'upgrade' ? 'plan' : command,
    wait: '4m',
  }
  if (revision !== undefined) inputs.revision = revision
  for (const name of optionNames()) {
    const value = options[name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())]
    if (typeof value === 'string') inputs[name] = value
  }
  return {
    inputs,
    json: options.json === true,
    exitCode: options.exitCode === true,
    dryRun: options.dryRun === true && command !== 'upgrade',
    yes: options.yes === true,
    debug: options.debug === true,
    envFile: typeof options.envFile === 'string' ? options.envFile : undefined,
  }
}

function optionNames(): InputName[] {
  return (Object.keys(inputDefaults) as InputName[]).filter(name => !notOptions.includes(name))
}
