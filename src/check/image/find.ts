import { posix } from 'node:path'
import { gateError } from '../../catalogue/catalogue.ts'
import { type Disk, decodeText } from '../../disk.ts'
import { oneLine, showInput } from '../../text.ts'
import { type Fly, readFly } from './fly.ts'

/** The image that a release command runs in, as files of the repository describe it. */
export interface ImageFiles {
  /** Absent where a Dockerfile was named. */
  fly: Fly | undefined
  dockerfile: { path: string; text: string }
  /** Folders from which it may be built, the likeliest first. */
  contexts: string[]
}

/** What was asked for, and where to look. */
export interface ImageAsked {
  /** The input `image`; undefined: a fly.toml is looked for. */
  named: string | undefined
  workingDirectory: string
  /** The engine’s folder. */
  directory: string
}

/** Finds the image; undefined where there is none, and a note where it cannot be read. Throws GateError `image-absent`. */
export function findImage(disk: Disk, asked: ImageAsked): ImageFiles | { note: string } | undefined {
  const { named, workingDirectory, directory } = asked
  if (named === undefined) {
    const path = foldersUp(directory)
      .map(folder => posix.join(folder, 'fly.toml'))
      .find(one => disk.readBytes(one).ok)
    return path === undefined ? undefined : ofFly(disk, path)
  }
  const looked = [...new Set([posix.join(workingDirectory, named), posix.normalize(named)])]
  const path = looked.find(one => disk.readBytes(one).ok)
  if (path === undefined)
    throw gateError('image-absent', {
      path: showInput(named, 120),
      looked: looked.map(one => showInput(one)),
    })
  return path.endsWith('.toml') ? ofFly(disk, path) : ofDockerfile(disk, path, undefined, [workingDirectory])
}

/** More than that nobody writes, and following it could take as long as a stranger likes. */
const longestText = 64 * 1024

/** A text of the repository; undefined where it is none, or not there, or longer than 64 KB. */
export function readText(disk: Disk, path: string): string | undefined {
  const read = disk.readBytes(path)
  const text = read.ok ? decodeText(read.value) : undefined
  return text?.ok === true && text.text.length <= longestText ? text.text : undefined
}

function ofFly(disk: Disk, path: string): ImageFiles | { note: string } | undefined {
  const text = readText(disk, path)
  const read =
    text === undefined
      ? { ok: false as const, reason: 'it is no text of 64 KB at most' }
      : readFly(path, text)
  if (!read.ok) return { note: unseen(path, read.reason) }
  const { fly } = read
  // Without one nothing of ours is run in the image.
  if (fly.releaseCommand === undefined) return undefined
  if (fly.elsewhere !== undefined) return { note: unseen(path, `its image comes from ${fly.elsewhere}`) }
  const written = fly.dockerfile === undefined ? usual(fly.folder) : [fly.dockerfile]
  const found = written.find(one => disk.readBytes(one).ok)
  if (found === undefined && fly.dockerfile === undefined) return undefined
  return ofDockerfile(disk, found ?? written[0] ?? '', fly, [fly.folder])
}

function usual(folder: string): string[] {
  return [folder, '.'].flatMap(one => [posix.join(one, 'Dockerfile'), posix.join(one, 'dockerfile')])
}

function ofDockerfile(
  disk: Disk,
  path: string,
  fly: Fly | undefined,
  first: readonly string[],
): ImageFiles | { note: string } {
  const text = readText(disk, path)
  if (text === undefined)
    return { note: unseen(fly?.path ?? path, `${path} is not there, or no text of 64 KB at most`) }
  const folder = posix.dirname(path)
  const contexts = fly === undefined ? [folder, ...first, '.'] : [...first, '.', folder]
  return {
    fly,
    dockerfile: { path, text },
    contexts: [...new Set(contexts.map(one => posix.normalize(one)))],
  }
}

/** A sentence about an image that was not looked into. */
export function unseen(path: string, reason: string): string {
  return `The image of ${oneLine(path)} was not looked into: ${oneLine(reason)}.`
}

function foldersUp(directory: string): string[] {
  const folders: string[] = []
  for (let at = posix.normalize(directory).replace(/(.)\/$/, '$1'); ; at = posix.dirname(at)) {
    if (at === '..' || at.startsWith('../')) return folders
    folders.push(at)
    if (at === '.' || at === '/') return folders
  }
}
