import { posix } from 'node:path'
import type { Instruction } from './dockerfile.ts'
import { findIgnoring, type IgnoreLine, readIgnore } from './dockerignore.ts'
import { compilePattern, type Matches } from './pattern.ts'

/** What a COPY or ADD copies where, its variables replaced. */
export interface Copy {
  line: number
  sources: string[]
  /** Absolute, without a slash at its end but for the root. */
  target: string
  /** The target is written as a folder. */
  intoFolder: boolean
  /** `--parents`: the folders of a source are kept. */
  parents: boolean
  /** `--exclude`. */
  excludes: IgnoreLine[]
}

/** Makes a copy of an instruction’s words, all known. */
export function makeCopy(
  { line, flags }: Pick<Instruction, 'line' | 'flags'>,
  words: readonly string[],
  folder: string,
): Copy {
  const sources = words.slice(0, -1)
  const written = words.at(-1) ?? '.'
  const parents = flags.has('parents') && flags.get('parents') !== 'false'
  return {
    line,
    sources,
    target: posix.resolve(folder, written),
    intoFolder: parents || sources.length > 1 || /(?:^|\/)\.{0,2}$/.test(written),
    parents,
    excludes: readIgnore(flags.get('exclude') ?? ''),
  }
}

/** A file that a copy takes, and where it ends up. */
export interface Copied {
  /** Two where the target is a folder or not, as the base image has it. */
  to: string[]
  /** Its `--exclude` leaves it out. */
  excluded: boolean
}

/** Where a copy puts a file, whose path is relative to what is copied from; undefined: it does not take it. Pure. */
export function copyFile(copy: Copy, path: string, isFolder: (path: string) => boolean): Copied | undefined {
  const parts = path.split('/')
  for (const source of copy.sources) {
    const { kept, wanted } = readSource(source)
    if (wanted === undefined || wanted.length > parts.length) continue
    if (!wanted.every((matches, index) => matches(parts[index] ?? ''))) continue
    const rest = parts.slice(wanted.length)
    const file = rest.length === 0
    const to = copy.parents
      ? [posix.join(copy.target, ...parts.slice(kept))]
      : file
        ? placeFile(copy, posix.basename(path), isFolder(copy.target))
        : [posix.join(copy.target, ...rest)]
    return { to, excluded: findIgnoring(copy.excludes, file ? path : rest.join('/')) !== undefined }
  }
  return undefined
}

/** Without a slash at its end a target is a folder only where there is one already. */
function placeFile({ target, intoFolder }: Copy, name: string, isFolder: boolean): string[] {
  const inside = posix.join(target, name)
  if (intoFolder || isFolder) return [inside]
  const namesFile = posix.basename(target).includes('.') || posix.basename(target) === name
  return namesFile ? [target] : [target, inside]
}

/** A pattern for each part of a source; `kept`: how many of them stand before the `./` of `--parents`. */
function readSource(source: string): { kept: number; wanted: Matches[] | undefined } {
  const pivot = source.indexOf('/./')
  const clean = posix.normalize(`/${source}`).replace(/^\/|\/$/g, '')
  const parts = clean === '' ? [] : clean.split('/')
  const wanted = parts.map(part => compilePattern(part, false))
  const before = pivot === -1 ? '' : posix.normalize(`/${source.slice(0, pivot)}`).replace(/^\/|\/$/g, '')
  return {
    kept: before === '' ? 0 : before.split('/').length,
    wanted: wanted.every(one => one !== undefined) ? (wanted as Matches[]) : undefined,
  }
}

/** Sources that are a URL or a git repository. */
export function isRemote(source: string): boolean {
  return /^(?:https?|git|ssh):\/\/|^git@/.test(source)
}

/** Sources that ADD unpacks. */
export function isArchive(source: string): boolean {
  return /\.(?:tar|tgz|tbz2?|txz|tar\.\w+)$/.test(source)
}
