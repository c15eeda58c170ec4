import { delimiter, join } from 'node:path'
import type { Disk } from '../../disk.ts'

/** The programs of a Postgres of this machine. */
export interface Binaries {
  /** Folder of `initdb` and `postgres`. */
  bin: string
}

/** Where packages put one folder for each major: Debian and Ubuntu, Red Hat, Homebrew. */
const homes: { parent: string; name: RegExp }[] = [
  { parent: '/usr/lib/postgresql', name: /^(\d+)\/$/ },
  { parent: '/usr', name: /^pgsql-(\d+)\/$/ },
  { parent: '/opt/homebrew/opt', name: /^postgresql@(\d+)\/$/ },
  { parent: '/usr/local/opt', name: /^postgresql@(\d+)\/$/ },
]

/** The newest Postgres of this machine, else the one on `path`; undefined where there is none that we can start. */
export function findBinaries(disk: Disk, path: string): Binaries | undefined {
  if (process.platform === 'win32') return undefined
  const majors = homes.flatMap(({ parent, name }) => {
    const listed = disk.listFolder(parent)
    const names = listed.ok ? listed.value : []
    return names.flatMap(each => {
      const major = name.exec(each)?.[1]
      return major === undefined ? [] : [{ bin: join(parent, each, 'bin'), major: Number(major) }]
    })
  })
  const newest = majors.sort((a, b) => b.major - a.major).map(({ bin }) => bin)
  const onPath = path.split(delimiter).filter(folder => folder.startsWith('/'))
  const found = [...newest, ...onPath].find(bin => isComplete(disk, bin))
  return found === undefined ? undefined : { bin: behindLinks(disk, found) }
}

function isComplete(disk: Disk, bin: string): boolean {
  const names = disk.listFolder(bin)
  return names.ok && ['initdb', 'postgres'].every(name => names.value.includes(name))
}

/** `initdb` looks for `postgres` beside itself, where a link would lead it astray. */
function behindLinks(disk: Disk, bin: string): string {
  const real = disk.realPath(join(bin, 'initdb'))
  return real.ok ? join(real.value, '..') : bin
}
