import { posix } from 'node:path'
import type { Disk } from '../../disk.ts'
import { readProject } from '../../engines/alembic/project/project.ts'
import { isToml, readStart } from '../../engines/alembic/project/start.ts'
import { listScripts } from '../../engines/alembic/scripts/list-files.ts'
import type { Project } from '../../engines/alembic/shapes.ts'
import type { Choice } from '../../engines/choose.ts'
import { GateError } from '../../errors.ts'
import { readText } from './find.ts'

/** A file without which the migration does not run, relative to the repository root. */
export interface Need {
  path: string
  /** In the words of a message. */
  role: 'configuration' | 'environment script' | 'revision' | 'script'
  /** The folder of its kind, for messages that speak of many; undefined: it stands by itself. */
  folder: string | undefined
}

/** What an engine’s run needs of the repository. */
export interface Needs {
  all: Need[]
  /** Of Alembic only. */
  project: Project | undefined
}

/** What was asked: an engine, and how Alembic is started. */
export interface NeedsOptions {
  choice: Choice
  run: string | undefined
  alembicConfig: string | undefined
}

/** The files that a migration needs; undefined where the project cannot be read, which is said elsewhere. */
export function readNeeds(disk: Disk, options: NeedsOptions): Needs | undefined {
  if (options.choice.engine === 'sql') return readSql(disk, options.choice.directory)
  try {
    return readAlembic(disk, options)
  } catch (error) {
    if (!(error instanceof GateError)) throw error
    return undefined
  }
}

function readSql(disk: Disk, directory: string): Needs | undefined {
  const listed = disk.listFolder(directory)
  const names = listed.ok ? listed.value.filter(name => name.endsWith('.sql')).sort() : []
  const all = names.map(
    (name): Need => ({ path: posix.join(directory, name), role: 'revision', folder: directory }),
  )
  return all.length === 0 ? undefined : { all, project: undefined }
}

function readAlembic(disk: Disk, { choice, run, alembicConfig }: NeedsOptions): Needs {
  const project = readProject(disk, readStart({ disk, run, directory: choice.directory, alembicConfig }))
  const { scriptLocation, versionLocations, envPath } = project
  const [first = ''] = project.files
  // A pyproject.toml is read where it is there; it is needed where the ini does not say where everything is.
  const alone = /^\s*script_location\s*[=:]/m.test(isToml(first) ? '' : (readText(disk, first) ?? ''))
  const files = alone ? [first] : project.files
  const within = (path: string) => path.startsWith(`${scriptLocation}/`)
  const folderOf = (path: string) =>
    within(path) ? scriptLocation : versionLocations.find(one => path.startsWith(`${one}/`))
  const revisions = listScripts(disk, project).files.map(({ path }) => path)
  return {
    project,
    all: [
      ...files.map((path): Need => ({ path, role: 'configuration', folder: undefined })),
      { path: envPath, role: 'environment script', folder: scriptLocation },
      ...revisions.map((path): Need => ({ path, role: 'revision', folder: folderOf(path) })),
    ],
  }
}
