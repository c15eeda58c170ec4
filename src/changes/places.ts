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

/** Every key by which a glob that matches this path can be found. */
export function placesOfPath(path: string): string[] {
  const places = ['', path]
  let from = 0
  for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', from)) {
    places.push(path.slice(0, slash + 1), `/${path.slice(from, slash)}`)
    from = slash + 1
  }
  places.push(`/${path.slice(from)}`)
  const dot = path.lastIndexOf('.')
  if (dot >= from) places.push(`*${path.slice(dot)}`)
  return places
}
