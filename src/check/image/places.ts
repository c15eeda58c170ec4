import { posix } from 'node:path'
import type { Disk } from '../../disk.ts'
import { readProject } from '../../engines/alembic/project/project.ts'
import { isToml, readStart } from '../../engines/alembic/project/start.ts'
import type { Project, Start } from '../../engines/alembic/shapes.ts'
import { GateError } from '../../errors.ts'
import { quoteWord } from '../../shell-word.ts'
import type { Need, Needs } from './needs.ts'
import type { Release } from './release.ts'
import type { Stage } from './shapes.ts'

/** Where a migration in an image looks for what it needs: absolute paths there by paths in the repository. */
export type Places = ReadonlyMap<string, string>

/** What decides where a migration looks. */
export interface PlacesOptions {
  needs: Needs
  release: Release
  stage: Stage
  /** The image as a disk. */
  image: Disk
  /** The variable ALEMBIC_CONFIG of the place where the image runs. */
  alembicConfig: string | undefined
  /** The engine’s folder. */
  directory: string
  /** The image may be another database’s. */
  several: boolean
}

/** Where each file is looked for; undefined where the migration is another one than ours, as far as can be told. */
export function findPlaces(options: PlacesOptions): Map<string, string> | undefined {
  const { needs, release } = options
  const { project } = needs
  if (project !== undefined) return findAlembic(options, project)
  if (release.tool === 'alembic') return undefined
  const usual = posix.basename(options.directory) === 'migrations' && !options.several
  if (release.directory === undefined && !usual) return undefined
  const folder = posix.resolve(release.folder, release.directory ?? 'migrations')
  return new Map(needs.all.map(({ path }) => [path, posix.join(folder, posix.basename(path))]))
}

function findAlembic(options: PlacesOptions, project: Project): Map<string, string> | undefined {
  const { needs, release, stage, image } = options
  const folder = posix.resolve(release.folder, release.directory ?? '.')
  const start = readImageStart(options, folder)
  const own = needs.all.find(need => need.role === 'configuration')?.path
  if (start === undefined || own === undefined) return undefined
  const name =
    start.config.find(one => isToml(one) === isToml(own)) ?? (isToml(own) ? 'pyproject.toml' : 'alembic.ini')
  const config = posix.resolve(folder, name)
  const there = stage.files.get(config)
  const ours = there === undefined ? isOurs(options, own, name) : project.files.includes(there.source)
  if (!ours) return undefined
  const inImage = there === undefined ? undefined : readInImage(image, start)
  return new Map(needs.all.map(need => [need.path, placeOf(need, { own, config, project, inImage })]))
}

function readImageStart(
  { release, stage, image, alembicConfig }: PlacesOptions,
  folder: string,
): Start | undefined {
  const variable = release.alembicConfig ?? alembicConfig ?? stage.variables.get('ALEMBIC_CONFIG')
  const run = release.argv.map(quoteWord).join(' ')
  try {
    return readStart({ disk: image, run, directory: folder.slice(1) || '.', alembicConfig: variable })
  } catch (error) {
    if (error instanceof GateError) return undefined
    throw error
  }
}

/** Of a configuration that is not there only its name tells whose it is. */
function isOurs({ several, release, directory }: PlacesOptions, own: string, name: string): boolean {
  if (posix.basename(own) !== posix.basename(name)) return false
  const named = name.includes('/') || release.directory !== undefined
  if (posix.isAbsolute(name)) return !several
  const written = posix.join(release.directory ?? '.', name)
  return named ? `/${own}`.endsWith(`/${written}`) : !several || directory === '.'
}

function readInImage(image: Disk, start: Start): Project | undefined {
  try {
    return readProject(image, start)
  } catch (error) {
    if (error instanceof GateError) return undefined
    throw error
  }
}

interface Layout {
  /** The configuration in the repository, and in the image. */
  own: string
  config: string
  project: Project
  inImage: Project | undefined
}

/** As the configuration in the image says; where it is not there, beside it as in the repository. */
function placeOf({ path, role }: Need, { own, config, project, inImage }: Layout): string {
  if (path === own) return config
  if (inImage !== undefined && role === 'environment script') return posix.resolve('/', inImage.envPath)
  if (inImage !== undefined && role === 'revision') {
    const index = project.versionLocations.findIndex(one => path.startsWith(`${one}/`))
    const [from, to] = [project.versionLocations[index], inImage.versionLocations[index]]
    if (from !== undefined && to !== undefined) return posix.resolve('/', to, posix.relative(from, path))
  }
  return posix.join(posix.dirname(config), posix.relative(posix.dirname(own), path))
}
