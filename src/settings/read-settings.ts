import { posix } from 'node:path'
import { makeFault } from '../catalogue/catalogue.ts'
import { type Detection, quantifiers } from '../changes/detection.ts'
import { looksLikePath } from '../changes/filter.ts'
import type { Disk } from '../disk.ts'
import { allowable, type Command, commands, type Fault } from '../domain.ts'
import { GateError } from '../errors.ts'
import { looksLikeUrl, showInput } from '../text.ts'
import { builtEngines } from './built.ts'
import { readConfig } from './config.ts'
import type { Config, DatabaseConfig } from './config-schema.ts'
import { readDuration } from './duration.ts'
import { type Find, findFile } from './find-file.ts'
import { type InputReader, type RawInputs, readInputs } from './inputs.ts'
import { readApproved } from './read-approved.ts'
import { readFollowUps, settleFollowUps } from './read-follow-ups.ts'
import { readRevision, stampFaults } from './read-revision.ts'
import { readUrlInput } from './read-url.ts'
import { type DatabaseSettings, engineNames, onlyDatabase, type Settings, tableForm } from './settings.ts'

const conventionalConfig = '.github/migration-gate.yml'

/** What reading settings may ask of the outside. */
export interface SettingsPorts {
  disk: Disk
  environment: (name: string) => string | undefined
}

/** Turns raw inputs into Settings. Throws one GateError with every fault that was found. */
export async function readSettings(raw: RawInputs, ports: SettingsPorts): Promise<Settings> {
  const inputs = readInputs(raw)
  const command = inputs.oneOf('command', commands)
  const workingDirectory = posix.normalize(inputs.folder('working-directory')).replace(/\/$/, '')
  const revision = readRevision(inputs, command)
  const find = (path: string) => findFile(path, workingDirectory, ports.disk)
  const detection = readDetection(inputs, find)
  const template = readDatabaseInputs(inputs, workingDirectory)
  const allowPullRequest = inputs.yesNo('allow-pull-request')
  const image = inputs.folder('image') || undefined
  const comment = inputs.oneOf('comment', ['auto', 'on', 'off'])
  const failOn = inputs.oneOf('fail-on', ['error', 'warning'])
  const config = await attempt(inputs.faults, () => loadConfig(inputs.text('config'), find))
  const databases =
    config === undefined
      ? [withUrl(inputs, template, raw, ports, command)]
      : fromConfig(config, { inputs, template, raw, ports, workingDirectory })
  const names = databases.map(database => database.name)
  inputs.faults.push(...stampFaults(command, revision, names))
  const approved = readApproved(inputs, names)
  const [first, ...others] = inputs.faults
  if (first !== undefined) throw new GateError(first, others)
  return {
    command,
    revision,
    dryRun: false,
    workingDirectory,
    databases: databases.map(one => ({ ...one, approvedPlan: approved.get(one.name) })),
    urlVariables: Object.values(config?.config.databases ?? {}).map(one => one.url),
    several: config !== undefined,
    detection,
    allowPullRequest,
    image,
    comment,
    failOn,
    configPaths: [
      ...(config === undefined ? [] : [config.path]),
      posix.join(workingDirectory, conventionalConfig),
      conventionalConfig,
    ],
    rules: config?.config.rules ?? {},
  }
}

function readDetection(inputs: InputReader, find: Find): Detection {
  const given = inputs.text('filters')
  const detection: Detection = {
    filters: given === '' ? undefined : given,
    filtersSource: 'the filters input',
    base: inputs.text('base') || undefined,
    ref: inputs.text('ref') || undefined,
    token: inputs.text('token') || undefined,
    listFiles: inputs.oneOf('list-files', ['none', 'csv', 'json', 'shell', 'escape']),
    quantifier: inputs.oneOf('predicate-quantifier', quantifiers),
    fetchDepth: inputs.wholeNumber('initial-fetch-depth', 1, 1_000_000),
    ...(inputs.oneOf('since', ['none', 'last-success']) === 'none' ? {} : { since: 'last-success' }),
  }
  if (given === '' || !looksLikePath(given)) return detection
  const found = find(given)
  if ('text' in found) return { ...detection, filters: found.text, filtersSource: found.path }
  inputs.faults.push(
    makeFault('filters-missing', {
      path: showInput(given, 120),
      looked: found.looked.map(path => showInput(path)),
    }),
  )
  return detection
}

type Template = Omit<DatabaseSettings, 'name' | 'url' | 'paths'>

function readDatabaseInputs(inputs: InputReader, workingDirectory: string): Template {
  const directory = inputs.folder('directory')
  return {
    engine: inputs.oneOf('engine', engineNames, builtEngines),
    directory: directory === '' ? undefined : posix.join(workingDirectory, directory),
    run: inputs.text('run') || undefined,
    historyTable: inputs.matching('history-table', tableForm, 'table or schema.table') || undefined,
    lockTimeoutMs: inputs.durationMs('lock-timeout'),
    statementTimeoutMs: inputs.durationMs('statement-timeout'),
    waitMs: inputs.durationMs('wait'),
    waitText: inputs.text('wait'),
    expectHost: globs(inputs.text('expect-host')),
    expectDatabase: globs(inputs.text('expect-database')),
    allow: inputs.listOf('allow', allowable),
    approvedPlan: undefined,
    ...readFollowUps(inputs, workingDirectory),
  }
}

async function loadConfig(given: string, find: Find): Promise<{ path: string; config: Config } | undefined> {
  const found = find(given === '' ? conventionalConfig : given)
  if ('text' in found) return { path: found.path, config: await readConfig(found.text, found.path) }
  if (found.reason !== undefined) {
    throw new GateError(
      makeFault('config-unreadable', { path: showInput(found.looked[0] ?? ''), reason: found.reason }),
    )
  }
  if (given === '') return undefined
  throw new GateError(
    makeFault('config-missing', {
      path: showInput(given, 120),
      looked: found.looked.map(path => showInput(path)),
    }),
  )
}

/** Keeps the faults of one reader beside those of the others. */
async function attempt<Value>(faults: Fault[], read: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof GateError)) throw error
    faults.push(error.fault, ...error.others)
    return undefined
  }
}

function withUrl(
  inputs: InputReader,
  template: Template,
  raw: RawInputs,
  ports: SettingsPorts,
  command: Command,
): DatabaseSettings {
  for (const name of inputs.text('database').split(',')) {
    if (name.trim() === '') continue
    inputs.faults.push(
      makeFault('database-unknown', { name: showInput(name.trim(), 60), known: '', path: '' }),
    )
  }
  return { name: onlyDatabase, url: readUrlInput(inputs, raw, ports, command), paths: undefined, ...template }
}

interface Base {
  inputs: InputReader
  template: Template
  raw: RawInputs
  ports: SettingsPorts
  workingDirectory: string
}

function fromConfig({ path, config }: { path: string; config: Config }, base: Base): DatabaseSettings[] {
  const { inputs, template, raw, ports, workingDirectory } = base
  const known = Object.keys(config.databases)
  const asked = inputs
    .text('database')
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '')
  for (const name of asked.filter(one => !known.includes(one))) {
    inputs.faults.push(
      makeFault('database-unknown', { name: showInput(name, 60), known: known.join(', '), path }),
    )
  }
  const chosen = known.filter(name => asked.length === 0 || asked.includes(name))
  const direct = raw['database-url'] !== undefined && raw['database-url'] !== 'env:DATABASE_URL'
  if (direct && chosen.length > 1) {
    inputs.faults.push(makeFault('url-for-several', { names: chosen.join(' and ') }))
  }
  return chosen.map(name => {
    const given = config.databases[name] as DatabaseConfig
    if (looksLikeUrl(given.directory ?? ''))
      inputs.refuse(`databases.${name}.directory`, given.directory ?? '', 'a folder')
    const url = direct
      ? readUrlInput(inputs, raw, ports, 'detect')
      : {
          source: `the environment variable ${given.url}`,
          variable: given.url,
          value: ports.environment(given.url) ?? '',
        }
    return { ...template, ...settled(given, template, workingDirectory), name, url, paths: given.paths }
  })
}

/** The config file's word for a database, before the step's inputs. Durations were checked by the schema. */
function settled(given: DatabaseConfig, template: Template, workingDirectory: string): Partial<Template> {
  const ms = (text: string | undefined, otherwise: number): number =>
    text === undefined ? otherwise : (readDuration(text) ?? otherwise)
  return {
    engine: given.engine ?? template.engine,
    directory:
      given.directory === undefined ? template.directory : posix.join(workingDirectory, given.directory),
    run: given.run ?? template.run,
    historyTable: given['history-table'] ?? template.historyTable,
    lockTimeoutMs: ms(given['lock-timeout'], template.lockTimeoutMs),
    statementTimeoutMs: ms(given['statement-timeout'], template.statementTimeoutMs),
    waitMs: ms(given.wait, template.waitMs),
    waitText: given.wait ?? template.waitText,
    // Both hold: what a pull request may edit must not loosen the step's guard.
    expectHost: [...template.expectHost, ...globs(given['expect-host'])],
    expectDatabase: [...template.expectDatabase, ...globs(given['expect-database'])],
    ...settleFollowUps(given, template, workingDirectory),
  }
}

function globs(given = ''): string[] {
  return given === '' ? [] : [given]
}
