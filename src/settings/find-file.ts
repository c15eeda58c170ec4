import { posix } from 'node:path'
import { type Disk, decodeText } from '../disk.ts'

/** A file that was there, and what it holds. */
export interface Found {
  path: string
  text: string
}
/** Where it was looked for; with a reason when something was there that cannot be read. */
export interface NotFound {
  looked: string[]
  reason?: string
}
export type Find = (path: string) => Found | NotFound

/** Config and filters are looked up in the working directory, then at the repository root. */
export function findFile(path: string, workingDirectory: string, disk: Disk): Found | NotFound {
  const looked = placesOf(path, workingDirectory)
  for (const candidate of looked) {
    const read = disk.readBytes(candidate)
    if (!read.ok && read.absent) continue
    if (!read.ok) return { looked: [candidate], reason: read.reason }
    const text = decodeText(read.value)
    return text.ok ? { path: candidate, text: text.text } : { looked: [candidate], reason: text.reason }
  }
  return { looked }
}

/** Where `findFile` looks, in its order. */
export function placesOf(path: string, workingDirectory: string): string[] {
  return [...new Set([posix.join(workingDirectory, path), posix.normalize(path)])]
}
