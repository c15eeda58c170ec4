import { posix } from 'node:path'
import type { Disk } from '../../../disk.ts'
import type { Project } from '../shapes.ts'

/** A file in a version location that Alembic would load. */
interface ScriptPath {
  /** As found; relative to the repository root. */
  path: string
  /** The name of the file itself, behind symbolic links: by it Alembic goes. */
  name: string
  /** It is known to be no link. */
  plain: boolean
  /** Where it really is, if not there in the repository. Absolute. */
  real?: string
}

/** What the version locations hold, in the order in which Alembic loads it. */
export interface Listing {
  files: ScriptPath[]
  /** Compiled files that Alembic would load because of `sourceless`. */
  compiled: string[]
  /** Folders that cannot be read, and why. */
  absent: { path: string; reason: string }[]
  /** Links to files and folders that are not in the repository. */
  outside: string[]
}

const sourceName = /^(?!\.#|__init__).*\.py$/
const compiledName = /^(?!\.#|__init__).*\.py[co]$/

/** Lists every version location; a file that is reached twice counts once. */
export function listScripts(disk: Disk, project: Project): Listing {
  const listing: Listing = { files: [], compiled: [], absent: [], outside: [] }
  const seen = new Set<string>()
  const root = beginning(realPathOf(disk, '.'))
  for (const location of project.versionLocations) {
    const inside = !posix.isAbsolute(location) && !location.startsWith('..')
    if (inside && isOutside(disk, realPathOf(disk, location))) listing.outside.push(location)
    for (const { path, real } of walk(disk, location, project, listing)) {
      const key = real ?? realPathOf(disk, path)
      if (seen.has(key)) continue
      seen.add(key)
      const name = key.slice(key.lastIndexOf('/') + 1)
      if (sourceName.test(name)) {
        const linked = key !== root + path && posix.isAbsolute(key)
        listing.files.push({ path, name, plain: real !== undefined, ...(linked ? { real: key } : {}) })
        if (real === undefined && isOutside(disk, key)) listing.outside.push(path)
      } else if (project.sourceless === true && compiledName.test(name) && !hasSource(disk, path))
        listing.compiled.push(path)
    }
  }
  return listing
}

/** A file of a version location. `real`: where it really is, where that is known without asking. */
interface Walked {
  path: string
  real: string | undefined
}

function realPathOf(disk: Disk, path: string): string {
  const real = disk.realPath(path)
  return real.ok ? real.value : path
}

function isOutside(disk: Disk, real: string): boolean {
  const root = disk.realPath('.')
  return root.ok && posix.isAbsolute(real) && !real.startsWith(posix.join(root.value, '/'))
}

/** Each folder's own files first, then its folders one by one; links to folders are not followed. */
function walk(disk: Disk, top: string, project: Project, listing: Listing): Walked[] {
  const found: Walked[] = []
  const todo = [top]
  for (let folder = todo.pop(); folder !== undefined; folder = todo.pop()) {
    const at = folder
    const listed = listWithLinks(disk, at)
    if (!listed.ok) {
      listing.absent.push({ path: at, reason: listed.reason })
      continue
    }
    const names = sortAsPython([...listed.value.names])
    const files = names.filter(name => !name.endsWith('/'))
    const cached = posix.basename(at) === '__pycache__'
    if (!cached) found.push(...locate(disk, at, files, listed.value.links))
    if (!cached && project.sourceless === true)
      found.push(...listCache(disk, at, files).map(path => ({ path, real: undefined })))
    if (project.recursive !== true) break
    const folders = names.filter(name => name.endsWith('/')).map(name => posix.join(at, name.slice(0, -1)))
    todo.push(...folders.filter(path => !isLink(disk, path)).reverse())
  }
  return found
}

function listWithLinks(disk: Disk, folder: string) {
  if (disk.listLinks !== undefined) return disk.listLinks(folder)
  const listed = disk.listFolder(folder)
  return listed.ok ? ({ ok: true, value: { names: listed.value, links: undefined } } as const) : listed
}

/** One question for each folder and each link: a thousand files are in a few folders. */
function locate(disk: Disk, folder: string, names: string[], links: string[] | undefined): Walked[] {
  const at = links === undefined ? undefined : disk.realPath(folder)
  const linked = new Set(links)
  const found = beginning(folder)
  const real = at?.ok === true ? beginning(at.value) : undefined
  return names.map(name => ({
    path: found + name,
    real: real === undefined || linked.has(name) ? undefined : real + name,
  }))
}

/** What a name in a folder follows. */
function beginning(folder: string): string {
  return posix.join(folder, 'x').slice(0, -1)
}

/** Compiled files of which there is no source beside the cache. */
function listCache(disk: Disk, folder: string, files: readonly string[]): string[] {
  const listed = disk.listFolder(posix.join(folder, '__pycache__'))
  const stems = new Set(files.map(name => name.split('.')[0]))
  const names = listed.ok ? listed.value.filter(name => !name.endsWith('/')) : []
  return names
    .filter(name => !stems.has(name.split('.')[0]))
    .map(name => posix.join(folder, '__pycache__', name))
}

function hasSource(disk: Disk, compiled: string): boolean {
  return disk.readBytes(compiled.slice(0, -1)).ok
}

function isLink(disk: Disk, path: string): boolean {
  const real = disk.realPath(path)
  const parent = disk.realPath(posix.dirname(path))
  return !real.ok || !parent.ok || real.value !== posix.join(parent.value, posix.basename(path))
}

/** As Python sorts texts; JavaScript's own order differs outside of the basic plane. */
function sortAsPython(names: string[]): string[] {
  if (!names.some(name => beyond.test(name))) return names.sort()
  return names.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
}

const beyond = /[\ud800-\udfff]/
