/**
 * Where a glob can be met: a key that it has in common with every path that it matches. So a path is held against few of
 * many patterns. Pure.
 */

const special = /[*?[\]{}()!+@|\\]/

/** `src/orion/` for what is below a folder, `/db` for a part of that name, `*.sql` for an ending, the path itself; or ''. */
export function placeOf(glob: string): string {
  const end = glob.search(special)
  if (end === -1) return glob
  const folder = glob.slice(0, glob.lastIndexOf('/', end) + 1)
  // In a group or a set a slash or a star is not what it seems.
  if (/[[\]{}()\\]/.test(glob.slice(folder.length))) return folder
  const [part = ''] = glob
    .split('/')
    .filter(one => one !== '' && !special.test(one))
    .sort((one, other) => other.length - one.length)
  if (folder.length > part.length) return folder
  if (part !== '') return `/${part}`
  const ending = /[*?][^/]*(\.[^.*?/!+@|]+)$/.exec(glob)?.[1]
  return ending === undefined ? folder : `*${ending}`
}

/** Finds what stands in an index under any place of a path. What folders have in common is looked up once a folder. */
export function findByPlace<Found>(index: ReadonlyMap<string, Found>): (path: string) => readonly Found[] {
  const everywhere = index.get('')
  const byFolder = new Map<string, readonly Found[]>([['', everywhere === undefined ? [] : [everywhere]]])
  const findInFolder = (folder: string): readonly Found[] => {
    const known = byFolder.get(folder)
    if (known !== undefined) return known
    const from = folder === '/' ? 0 : folder.lastIndexOf('/', folder.length - 2) + 1
    const outer = findInFolder(folder.slice(0, from))
    const own = [index.get(folder), index.get(`/${folder.slice(from, -1)}`)].filter(one => one !== undefined)
    const found = own.length === 0 ? outer : [...outer, ...own]
    byFolder.set(folder, found)
    return found
  }
  const findOwn = findByName(index)
  // As git lists them, one path is most often in the folder of the one before it.
  let folder = ''
  let above = findInFolder(folder)
  return path => {
    const length = path.lastIndexOf('/') + 1
    if (length !== folder.length || !path.startsWith(folder)) {
      folder = path.slice(0, length)
      above = findInFolder(folder)
    }
    const found = findOwn(path, length)
    return found.length === 0 ? above : [...above, ...found]
  }
}

/** What a path does not have in common with its folder. Of places that no pattern has, none is made. */
function findByName<Found>(index: ReadonlyMap<string, Found>): (path: string, from: number) => Found[] {
  const places = [...index.keys()]
  const named = places.some(place => place.startsWith('/'))
  const ended = places.some(place => place.startsWith('*'))
  // A pattern is a place too, for a path that is the same letter for letter.
  const plain = places.some(place => !special.test(place) && !place.startsWith('/') && !place.endsWith('/'))
  return (path, from) => {
    const found: Found[] = []
    const look = (place: string): void => {
      const there = index.get(place)
      if (there !== undefined) found.push(there)
    }
    if (plain || special.test(path)) look(path)
    if (named) look(`/${path.slice(from)}`)
    const dot = ended ? path.lastIndexOf('.') : -1
    if (dot >= from) look(`*${path.slice(dot)}`)
    return found
  }
}
