import { posix } from 'node:path'
import type { Disk } from '../../disk.ts'

/** Files of an earlier commit by the folder that would make them ours. */
export type Folders = ReadonlyMap<string, readonly string[]>

/**
 * Folders in which an earlier commit has files that are named like ours. `names` are paths below our own folder:
 * `0001_a.sql`, `alembic/versions/9c1e_a.py`.
 */
export function findFolders(disk: Disk, names: readonly string[]): Folders {
  const byName = new Map<string, string[]>()
  for (const name of names)
    byName.set(posix.basename(name), [...(byName.get(posix.basename(name)) ?? []), name])
  const folders = new Map<string, string[]>()
  for (const path of filesBelow(disk, '.', new Set())) {
    for (const name of byName.get(posix.basename(path)) ?? []) {
      if (path !== name && !path.endsWith(`/${name}`)) continue
      const folder = posix.normalize(path.slice(0, path.length - name.length) || '.').replace(/(.)\/$/, '$1')
      const there = folders.get(folder)
      if (there === undefined) folders.set(folder, [path])
      else there.push(path)
    }
  }
  return folders
}

/** The folder of which most is gone: it was moved. Undefined: every one is where it was. */
export function pickMoved(folders: Folders, now: Disk): string | undefined {
  const gone = [...folders].map(
    ([folder, paths]) => [folder, paths.filter(path => !now.realPath(path).ok).length] as const,
  )
  const [most] = gone.filter(([, count]) => count > 0).sort(([, one], [, other]) => other - one)
  return most?.[0]
}

/** Each folder once, whatever links lead to it. */
function* filesBelow(disk: Disk, folder: string, seen: Set<string>): Generator<string> {
  const real = disk.realPath(folder)
  const listed = disk.listFolder(folder)
  if (!real.ok || !listed.ok || seen.has(real.value)) return
  seen.add(real.value)
  for (const name of listed.value) {
    const path = posix.join(folder, name)
    if (name.endsWith('/')) yield* filesBelow(disk, path.slice(0, -1), seen)
    else yield path
  }
}
