import { setImmediate } from 'node:timers/promises'
import { makeFault } from '../../../catalogue/catalogue.ts'
import type { Disk } from '../../../disk.ts'
import type { Fault } from '../../../domain.ts'
import { oneLine } from '../../../text.ts'
import type { Project, Script, Unreadable } from '../shapes.ts'
import { type Listing, listScripts } from './list-files.ts'
import { readScriptFile, readScriptText, type ScriptFile } from './script-file.ts'
import { isPlain } from './source.ts'

/** Every revision file of a project. A file is a script, unreadable, or at fault. */
export interface Scripts {
  /** In the order in which Alembic loads them. */
  scripts: Script[]
  /** What only Alembic itself can read. */
  unreadable: Unreadable[]
  faults: Fault[]
  /** Version locations that could not be listed, though others could: Alembic passes over them in silence. */
  absent: { path: string; reason: string }[]
  /** Links to files and folders that are not in the repository: Alembic runs what they lead to like all else. */
  outside: string[]
}

/** Reads the version locations without running anything. That nothing is there is a fault, `alembic-no-scripts`. */
export function readScripts(disk: Disk, project: Project): Scripts {
  const reading = readInParts(disk, project)
  for (;;) {
    const part = reading.next()
    if (part.done) return part.value
  }
}

/** The same; between parts of it whatever else is under way goes on. */
export async function readScriptsBeside(disk: Disk, project: Project): Promise<Scripts> {
  const reading = readInParts(disk, project)
  for (;;) {
    const part = reading.next()
    if (part.done) return part.value
    await setImmediate()
  }
}

/** Files that are read in one go: a few milliseconds. */
const part = 64

function* readInParts(disk: Disk, project: Project): Generator<void, Scripts> {
  const listing = listScripts(disk, project)
  const { absent, outside } = listing
  const read: Scripts = { scripts: [], unreadable: [], faults: [], absent, outside }
  let count = 0
  for (const listed of listing.files) {
    const { script, unreadable, faults } = readListed(disk, listed)
    const { real } = listed
    if (script !== undefined) read.scripts.push(real === undefined ? script : { ...script, real })
    if (unreadable !== undefined) read.unreadable.push(unreadable)
    if (faults.length > 0) read.faults.push(...faults)
    if (++count % part === 0) yield
  }
  for (const path of listing.compiled)
    read.unreadable.push({ place: { path }, why: 'it is compiled (`sourceless`)' })
  const nothing = read.scripts.length + read.unreadable.length + read.faults.length === 0
  const places = nothing ? describeNothing(project, listing) : describeLocation(disk, project)
  if (places.length > 0) read.faults.unshift(makeFault('alembic-no-scripts', { places }))
  return read
}

function readListed(disk: Disk, { path, name, plain }: Listing['files'][number]): ScriptFile {
  const text = plain ? disk.readAscii?.(path) : undefined
  if (text !== undefined && isPlain(text)) return readScriptText(path, name, text)
  const bytes = disk.readBytes(path)
  if (bytes.ok) return readScriptFile(path, name, bytes.value)
  const facts = { path: oneLine(path), reason: bytes.reason }
  return { faults: [makeFault('revision-unreadable', facts, { place: { path } })] }
}

function describeNothing(project: Project, { absent }: Listing): string[] {
  return project.versionLocations.map(location => {
    const reason = absent.find(({ path }) => path === location)?.reason ?? 'it has no file named *.py'
    return oneLine(`${location}: ${reason}`)
  })
}

/** Alembic does not start without the folder of env.py, wherever the revisions are. */
function describeLocation(disk: Disk, { scriptLocation }: Project): string[] {
  const listed = disk.listFolder(scriptLocation)
  return listed.ok ? [] : [oneLine(`script_location ${scriptLocation}: ${listed.reason}`)]
}
