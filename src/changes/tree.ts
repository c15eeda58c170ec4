import { posix } from 'node:path'
import type { Disk } from '../disk.ts'
import { CannotCompare, sayGitError } from './cannot-compare.ts'
import type { Repository } from './repository.ts'

/** The files of a commit, read without checking it out. */
export interface Tree {
  commit: string
  /**
   * Gives `work` a disk that holds the commit's files, and its answer back. `work` is called again until all that it
   * read has been fetched, so it must do nothing but read. Throws what it throws, and CannotCompare.
   */
  read<Value>(work: (disk: Disk) => Value): Promise<Value>
}

interface Entry {
  kind: 'file' | 'link' | 'module'
  object: string
}

const linksAtMost = 40

/** Lists a commit's files. The root of its disk is that of the work tree. Throws CannotCompare. */
export async function openTree(repository: Repository, commit: string): Promise<Tree> {
  const listed = await repository.git(['ls-tree', '-r', '-z', '--full-tree', commit, '--'])
  if (listed.code !== 0)
    throw new CannotCompare(`git could not list a commit: ${sayGitError(listed.stderr)}.`)
  const entries = parseTree(listed.stdout)
  const folders = foldersOf(entries)
  const contents = new Map<string, Buffer | undefined>()
  const load = async (objects: Iterable<string>): Promise<void> => {
    for (const [object, bytes] of await readObjects(repository, [...objects])) contents.set(object, bytes)
  }
  await load([...entries.values()].filter(entry => entry.kind === 'link').map(entry => entry.object))
  return {
    commit,
    async read(work) {
      for (;;) {
        const wanted = new Set<string>()
        const disk = treeDisk({ root: repository.root, entries, folders, contents, wanted })
        try {
          const value = work(disk)
          if (wanted.size === 0) return value
        } catch (error) {
          if (wanted.size === 0) throw error
        }
        await load(wanted)
      }
    },
  }
}

interface Known {
  root: string
  entries: ReadonlyMap<string, Entry>
  folders: ReadonlyMap<string, ReadonlySet<string>>
  /** By object; undefined for one that git does not have. */
  contents: ReadonlyMap<string, Buffer | undefined>
  /** Filled with the objects that were asked for and are not there yet. */
  wanted: Set<string>
}

const absent = { ok: false, reason: 'it does not exist', absent: true } as const

function treeDisk({ root, entries, folders, contents, wanted }: Known): Disk {
  const find = (path: string) => followLinks(inTree(root, path), entries, contents)
  return {
    readBytes(path) {
      const at = find(path)
      const entry = at === undefined ? undefined : entries.get(at)
      if (at === undefined || entry?.kind !== 'file')
        return at !== undefined && folders.has(at)
          ? { ok: false, reason: 'it is a folder', absent: false }
          : absent
      const bytes = contents.get(entry.object)
      if (bytes !== undefined) return { ok: true, value: bytes }
      if (contents.has(entry.object))
        return { ok: false, reason: 'git does not have its content', absent: false }
      wanted.add(entry.object)
      return absent
    },
    listFolder(path) {
      const at = find(path)
      const names = at === undefined ? undefined : folders.get(at)
      if (at === undefined || names === undefined) return absent
      const named = [...names].map(name => {
        const behind = followLinks(posix.join(at, name), entries, contents)
        return behind !== undefined && folders.has(behind) ? `${name}/` : name
      })
      return { ok: true, value: named }
    },
    realPath(path) {
      const at = find(path)
      return at !== undefined && (entries.has(at) || folders.has(at))
        ? { ok: true, value: posix.join(root, at) }
        : absent
    },
  }
}

/** A path as git has it: from the root, `.` for the root itself; undefined outside of it. */
function inTree(root: string, path: string): string | undefined {
  const at = posix.relative(root, posix.resolve(root, path)) || '.'
  return at === '..' || at.startsWith('../') ? undefined : at
}

/** The path behind symbolic links; undefined where one leads out of the tree or round. */
function followLinks(
  path: string | undefined,
  entries: ReadonlyMap<string, Entry>,
  contents: ReadonlyMap<string, Buffer | undefined>,
): string | undefined {
  let at = path
  for (let turn = 0; at !== undefined && turn <= linksAtMost; turn++) {
    const parts: string[] = at.split('/')
    const end: number = parts.findIndex(
      (_, index) => entries.get(parts.slice(0, index + 1).join('/'))?.kind === 'link',
    )
    if (end === -1) return at
    const link = parts.slice(0, end + 1).join('/')
    const target: string = contents.get(entries.get(link)?.object ?? '')?.toString('utf8') ?? ''
    if (target === '' || posix.isAbsolute(target)) return undefined
    at = inTree('/', posix.join('/', posix.dirname(link), target, ...parts.slice(end + 1)))
    if (posix.join(posix.dirname(link), target).startsWith('..')) return undefined
  }
  return undefined
}

/** Each row of `ls-tree -r -z`: `<mode> <type> <object>\t<path>`. */
function parseTree(listed: Buffer): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  for (const row of listed.toString('utf8').split('\0')) {
    const tab = row.indexOf('\t')
    if (tab === -1) continue
    const [mode = '', , object = ''] = row.slice(0, tab).split(' ')
    const kind = mode === '120000' ? 'link' : mode === '160000' ? 'module' : 'file'
    entries.set(row.slice(tab + 1), { kind, object })
  }
  return entries
}

function foldersOf(entries: ReadonlyMap<string, Entry>): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>([['.', new Set()]])
  for (const path of entries.keys()) {
    for (let child = path; child !== '.'; child = posix.dirname(child)) {
      const parent = posix.dirname(child)
      const names = folders.get(parent)
      if (names?.has(posix.basename(child))) break
      if (names === undefined) folders.set(parent, new Set([posix.basename(child)]))
      else names.add(posix.basename(child))
    }
  }
  return folders
}

/** Contents by object, in one process. Those that git does not have are undefined. */
async function readObjects(
  repository: Repository,
  objects: string[],
): Promise<Map<string, Buffer | undefined>> {
  const found = new Map<string, Buffer | undefined>(objects.map(object => [object, undefined]))
  if (objects.length === 0) return found
  const read = await repository.git(['cat-file', '--batch'], undefined, `${objects.join('\n')}\n`)
  if (read.code !== 0) throw new CannotCompare(`git could not read a commit: ${sayGitError(read.stderr)}.`)
  for (let at = 0; at < read.stdout.length; ) {
    const end = read.stdout.indexOf(10, at)
    const [object = '', kind = '', size = '0'] = read.stdout.subarray(at, end).toString('latin1').split(' ')
    at = end + 1
    if (kind !== 'blob') continue
    found.set(object, read.stdout.subarray(at, at + Number(size)))
    at += Number(size) + 1
  }
  return found
}
