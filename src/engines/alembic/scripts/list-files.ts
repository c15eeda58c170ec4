import { posix } from 'node:path'
import type { Disk } from '../../../disk.ts'
import type { Project } from '../shapes.ts'

/** A file in a version location that Alembic would load. */
interface ScriptPath {
  /** As found; relative to the repository root. */
  path: string
  /** The name of the file itself, behind symbolic links: by it Alembic goes. */
  name: string
}

/** What the version locations hold, in the order in which Alembic loads it. */
export interface Listing {
  files: ScriptPath[]
  /** Compiled files that Alembic would load because of `sourceless`. */
  compiled: string[]
  /** Folders that cannot be read, and why. */
  absent: { path: string; reason: string }[]
}

const sourceName = /^(?!\.#|__init__).*\.py$/
const compiledName = /^(?!\.#|__init__).*\.py[co]$/

/** Lists every version location; a file that is reached twice counts once. */
export function listScripts(disk: Disk, project: Project): Listing {
  const listing: Listing = { files: [], compiled: [], absent: [] }
  const seen = new Set<string>()
  const realPath = realPaths(disk)
  for (const location of project.versionLocations) {
    for (const path of walk(disk, location, project, listing)) {
      const key = realPath(path)
      if (seen.has(key)) continue
      seen.add(key)
      const name = posix.basename(key)
      if (sourceName.test(name)) listing.files.push({ path, name })
      else if (project.sourceless === true && compiledName.test(name) && !hasSource(disk, path))
        listing.compiled.push(path)
    }
  }
  return listing
}

/** Where files really are, with one question for each folder and each link: a thousand files are in a few folders. */
function realPaths(disk: Disk): (path: string) => string {
  const folders = new Map<string, { at: string; links: Set<string> } | undefined>()
  const look = (folder: string) => {
    const at = disk.realPath(folder)
    const links = disk.listLinks?.(folder)
    return at.ok && links?.ok === true ? { at: at.value, links: new Set(links.value) } : undefined
  }
  return path => {
    const folder = posix.dirname(path)
    if (!folders.has(folder)) folders.set(folder, look(folder))
    const known = folders.get(folder)
    const name = posix.basename(path)
    if (known !== undefined && !known.links.has(name)) return posix.join(known.at, name)
    const real = disk.realPath(path)
    return real.ok ? real.value : path
  }
}

/** Each folder's own files first, then its folders one by one; links to folders are not followed. */
function walk(disk: Disk, top: string, project: Project, listing: Listing): string[] {
  const found: string[] = []
  const todo = [top]
  for (let folder = todo.pop(); folder !== undefined; folder = todo.pop()) {
    const listed = disk.listFolder(folder)
    if (!listed.ok) {
      listing.absent.push({ path: folder, reason: listed.reason })
      continue
    }
    const at = folder
    const names = [...listed.value].sort(byCodePoint)
    const files = names.filter(name => !name.endsWith('/'))
    const cached = posix.basename(at) === '__pycache__'
    if (!cached) found.push(...files.map(name => posix.join(at, name)))
    if (!cached && project.sourceless === true) found.push(...listCache(disk, at, files))
    if (project.recursive !== true) break
    const folders = names.filter(name => name.endsWith('/')).map(name => posix.join(at, name.slice(0, -1)))
    todo.push(...folders.filter(path => !isLink(disk, path)).reverse())
  }
  return found
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
function byCodePoint(a: string, b: string): number {
  if (beyond.test(a) || beyond.test(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b))
  return a < b ? -1 : a > b ? 1 : 0
}

const beyond = /[\ud800-\udfff]/
