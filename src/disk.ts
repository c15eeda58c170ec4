import { constants } from 'node:buffer'
import {
  closeSync,
  constants as flags,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'

/** What reading came to: a reason is a few plain words, not an errno. */
type Read<Value> = { ok: true; value: Value } | { ok: false; reason: string; absent: boolean }

/** The owner of the file system, for reading. Doors write what the runner asks them to write. */
export interface Disk {
  readBytes(path: string): Read<Buffer>
  /** Names in a folder, unsorted, folders included with a trailing slash. */
  listFolder(path: string): Read<string[]>
  /** The absolute path behind symbolic links. */
  realPath(path: string): Read<string>
  /** The same names, and which of them are symbolic links, or neither files nor folders. Absent: anything may be one. */
  listLinks?(path: string): Read<{ names: string[]; links: string[] }>
  /** The text of a file that is none of these links and ASCII throughout, by one call; undefined for all else: `readBytes` tells why. */
  readAscii?(path: string): string | undefined
}

/** Of a text in memory, 512 MB in all: no program of ours can hold more of it in one piece. */
const tooLarge = 'it is larger than 512 MB'

const reasons: Record<string, string> = {
  ENOENT: 'it does not exist',
  EACCES: 'permission denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is not a folder',
  ELOOP: 'its symbolic links form a circle',
  ENAMETOOLONG: 'its name is too long',
  ERR_FS_FILE_TOO_LARGE: tooLarge,
}

/** The machine's own file system; paths are taken relative to `root` unless absolute. */
export function openDisk(root: string): Disk {
  const placeOf = placesIn(root)
  return {
    readBytes: path => {
      const file = resolve(root, path)
      const reason = whyUnending(file, path)
      return reason === undefined ? attempt(() => readFileSync(file)) : { ok: false, reason, absent: false }
    },
    listFolder: path => attempt(() => listNames(resolve(root, path)).names),
    realPath: path => attempt(() => realpathSync.native(resolve(root, path))),
    listLinks: path => attempt(() => listNames(resolve(root, path))),
    readAscii: path => {
      const read = attempt(() => readFileSync(placeOf(path), 'utf8'))
      return read.ok && /^[\0-\x7f]*$/.test(read.value) ? read.value : undefined
    },
  }
}

/** Where names of a folder are: a thousand files of one folder are asked for one after another. */
function placesIn(root: string): (path: string) => string {
  let known = ''
  let at = ''
  return path => {
    const cut = path.lastIndexOf('/') + 1
    if (cut === 0) return resolve(root, path)
    const folder = path.slice(0, cut)
    if (folder !== known) [known, at] = [folder, `${resolve(root, folder)}/`]
    return at + path.slice(cut)
  }
}

/**
 * The same disk, on which some paths, which a change may name, lead to files of the repository only: not past its root, nor
 * into git’s own folder, also by a symbolic link.
 */
export function keepWithin(disk: Disk, paths: readonly string[]): Disk {
  const kept = new Set(paths)
  return { ...disk, readBytes: path => (kept.has(path) && leadsOut(disk, path)) || disk.readBytes(path) }
}

function leadsOut(disk: Disk, path: string): (ReturnType<Disk['readBytes']> & { ok: false }) | undefined {
  const [root, file] = [disk.realPath('.'), disk.realPath(path)]
  // What is not there, the reading says.
  if (!root.ok || !file.ok) return undefined
  const steps = relative(root.value, file.value).split(sep)
  if (steps[0] === '..' || isAbsolute(steps.join(sep)))
    return { ok: false, reason: 'it leads out of the repository', absent: false }
  const git = steps.some(step => step.toLowerCase() === '.git')
  return git ? { ok: false, reason: 'it leads into the folder of git', absent: false } : undefined
}

function listNames(folder: string): { names: string[]; links: string[] } {
  const links: string[] = []
  const names = readdirSync(folder, { withFileTypes: true }).map(entry => {
    const { name } = entry
    if (entry.isDirectory()) return `${name}/`
    if (entry.isFile()) return name
    links.push(name)
    return leadsToFolder(join(folder, name)) ? `${name}/` : name
  })
  return { names, links }
}

/**
 * Why reading might never end: a link to such a device, or to our own standard input, can be committed. A pipe that a
 * person names is read, as in `--env-file <(…)`; what a repository holds, nobody writes to.
 */
function whyUnending(file: string, asked: string): string | undefined {
  const found = attempt(() => statSync(file))
  if (!found.ok || found.value.isFile() || found.value.isDirectory()) return undefined
  const real = attempt(() => realpathSync.native(file))
  const at = real.ok ? real.value : ''
  if (/^\/dev\/(?:zero|full|u?random)$/.test(at)) return 'it has no end'
  return isAbsolute(asked) || at === '/dev/null' ? undefined : 'it is no ordinary file'
}

/** A link that leads nowhere, or round in a circle, hides nothing else of its folder. */
function leadsToFolder(link: string): boolean {
  const found = attempt(() => statSync(link).isDirectory())
  return found.ok && found.value
}

function attempt<Value>(read: () => Value): Read<Value> {
  try {
    return { ok: true, value: read() }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    return {
      ok: false,
      reason: reasons[code] ?? `reading failed (${code})`,
      absent: code === 'ENOENT' || code === 'ENOTDIR',
    }
  }
}

/** Writes a file of ours, readable by this user only; false when it cannot be written. */
export function writeText(path: string, text: string): boolean {
  return attempt(() => writeFileSync(path, text, { mode: 0o600 })).ok
}

/** Adds to a file that is there already. The reason is the system's own: `ENOSPC: no space left on device, write`. */
export function appendText(path: string, text: string): { ok: true } | { ok: false; reason: string } {
  try {
    // Without O_CREAT: what is not there is nobody’s to read.
    const file = openSync(path, flags.O_WRONLY | flags.O_APPEND)
    try {
      writeFileSync(file, text)
    } finally {
      closeSync(file)
    }
    return { ok: true }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) }
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Text as UTF-8 that is really UTF-8, without byte order mark; else what is wrong with it, and where. */
export function decodeText(bytes: Buffer): { ok: true; text: string } | { ok: false; reason: string } {
  if (bytes.length > constants.MAX_STRING_LENGTH) return { ok: false, reason: tooLarge }
  const nul = bytes.indexOf(0)
  if (nul !== -1) return { ok: false, reason: `it has a NUL byte at offset ${nul}` }
  try {
    return { ok: true, text: utf8.decode(bytes) }
  } catch {
    return { ok: false, reason: `it is not UTF-8 (line ${badLine(bytes)})` }
  }
}

function badLine(bytes: Buffer): number {
  const lines = bytes.toString('latin1').split('\n')
  const index = lines.findIndex(line => {
    const raw = Buffer.from(line, 'latin1')
    return !raw.equals(Buffer.from(raw.toString('utf8')))
  })
  return index + 1
}
