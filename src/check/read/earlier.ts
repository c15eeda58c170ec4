import { posix } from 'node:path'
import type { Tree } from '../../changes/tree.ts'
import { type Disk, decodeText } from '../../disk.ts'
import { GateError } from '../../errors.ts'
import { readConfig } from '../../settings/config.ts'
import type { Config, DatabaseConfig } from '../../settings/config-schema.ts'
import type { DatabaseSettings } from '../../settings/settings.ts'
import { oneLine } from '../../text.ts'
import { sayWeaker } from '../guard/weaker.ts'

/** How the files of a database are found at an earlier commit. */
export interface Earlier {
  database: DatabaseSettings
  /** What of the config file differs and a person should know: a sentence each. */
  notes: string[]
}

/** The settings of a database as a change has them. */
export interface EarlierOptions {
  database: DatabaseSettings
  /** The base of `directory`, relative to the repository root. */
  workingDirectory: string
  /** Where the config file is, and where it may have been. */
  configPaths: readonly string[]
  /** Variables of all databases of the config file. */
  urlVariables: readonly string[]
  /** Levels of the config file, by rule. */
  rules: Readonly<Record<string, 'off' | 'warning' | 'error'>>
}

/**
 * The settings of a database where a change starts. A change may move a folder and its setting together, or switch a rule
 * off: the folder is then the one of the earlier config file, and both are said. Throws CannotCompare.
 */
export async function readEarlierSettings(
  options: EarlierOptions,
  tree: Tree,
  target: string,
): Promise<Earlier> {
  const { database, rules } = options
  const found = await tree.read(disk => findConfig(disk, options.configPaths))
  if (found === undefined) return { database, notes: sayWeaker({}, rules, target) }
  const { path, text } = found
  const config = text === undefined ? undefined : await parse(text, path)
  if (config === undefined) {
    const fault = `${oneLine(path)} cannot be read as it is in ${target}`
    return {
      database,
      notes: [`${fault}: its rules and folders are not compared with those of this change.`],
    }
  }
  const notes = sayWeaker(config.rules ?? {}, rules, target)
  const given = ofDatabase(config, database)
  if (given === undefined)
    return { database, notes: [...notes, ...sayReplaced(config, options, path, target)] }
  return { database: settled(given, options), notes }
}

function findConfig(disk: Disk, paths: readonly string[]): { path: string; text?: string } | undefined {
  for (const path of paths) {
    const read = disk.readBytes(path)
    if (!read.ok && read.absent) continue
    const decoded = read.ok ? decodeText(read.value) : read
    return decoded.ok ? { path, text: decoded.text } : { path }
  }
  return undefined
}

async function parse(text: string, path: string): Promise<Config | undefined> {
  try {
    return await readConfig(text, path)
  } catch (error) {
    if (error instanceof GateError) return undefined
    throw error
  }
}

/** By its name, else by its variable: a database may be given another name. */
function ofDatabase({ databases }: Config, { name, url }: DatabaseSettings): DatabaseConfig | undefined {
  if (Object.hasOwn(databases, name)) return databases[name]
  return Object.values(databases).find(one => one.url === url.variable)
}

function settled(given: DatabaseConfig, { database, workingDirectory }: EarlierOptions): DatabaseSettings {
  const { engine, directory, run } = given
  return {
    ...database,
    engine: engine ?? database.engine,
    directory: directory === undefined ? database.directory : posix.join(workingDirectory, directory),
    run: run ?? database.run,
  }
}

/** A database that is new beside one that is gone may be the same. */
function sayReplaced(config: Config, options: EarlierOptions, path: string, target: string): string[] {
  const gone = Object.entries(config.databases).filter(([, one]) => !options.urlVariables.includes(one.url))
  if (gone.length === 0) return []
  const names = gone.map(([name]) => oneLine(name, 60)).join(', ')
  const { name } = options.database
  return [
    `${oneLine(path)} of ${target} has ${names}, which is gone, and not ${oneLine(name, 60)}: if that is the same database, its revisions were not compared.`,
  ]
}
