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
export function findByPlace<Found>(index: ReadonlyMap<string, Found>): (path: string) => Found[] {
  const byFolder = new Map<string, Found[]>()
  const look = (places: readonly string[]): Found[] => {
    const found = places.map(place => index.get(place))
    return found.filter(one => one !== undefined)
  }
  return path => {
    const folder = path.slice(0, path.lastIndexOf('/') + 1)
    let above = byFolder.get(folder)
    if (above === undefined) {
      above = look(placesOfFolder(folder))
      byFolder.set(folder, above)
    }
    const own = look(placesOfName(path, folder.length))
    return own.length === 0 ? above : [...above, ...own]
  }
}

function placesOfFolder(folder: string): string[] {
  const places = ['']
  let from = 0
  for (let slash = folder.indexOf('/'); slash !== -1; slash = folder.indexOf('/', from)) {
    places.push(folder.slice(0, slash + 1), `/${folder.slice(from, slash)}`)
    from = slash + 1
  }
  return places
}

function placesOfName(path: string, from: number): string[] {
  const dot = path.lastIndexOf('.')
  const places = [path, `/${path.slice(from)}`]
  return dot >= from ? [...places, `*${path.slice(dot)}`] : places
}
