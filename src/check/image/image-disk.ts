import { posix } from 'node:path'
import type { Disk } from '../../disk.ts'
import type { Stage } from './shapes.ts'

const absent = { ok: false, reason: 'it does not exist', absent: true } as const

/** The tracked files of an image as a disk whose root is that of the image: what reads a repository reads it, too. */
export function openImage({ files, folders }: Stage, disk: Disk): Disk {
  return {
    readBytes(path) {
      const at = posix.resolve('/', path)
      const file = files.get(at)
      if (file !== undefined) return disk.readBytes(file.source)
      return folders.has(at) ? { ok: false, reason: 'it is a folder', absent: false } : absent
    },
    listFolder(path) {
      const at = posix.resolve('/', path)
      if (!folders.has(at)) return absent
      const inside = (one: string) => one !== '/' && posix.dirname(one) === at
      const names = [...files.keys()].filter(inside).map(one => posix.basename(one))
      const below = [...folders].filter(inside).map(one => `${posix.basename(one)}/`)
      return { ok: true, value: [...names, ...below] }
    },
    realPath(path) {
      const at = posix.resolve('/', path)
      return files.has(at) || folders.has(at) ? { ok: true, value: at } : absent
    },
  }
}
