import { join } from 'node:path'
import type { Disk } from '../../../disk.ts'

/** Where the hook may be: beside this file in the sources, beside the bundle in dist/. */
const places = ['hook', 'alembic']

/**
 * The folder that PYTHONPATH gets. `beside` is the folder of this file: in a bundle, that of the bundle.
 * Undefined where the hook was not copied along: then the child runs unwatched, which its end says.
 */
export function findHookFolder(disk: Disk, beside: string = import.meta.dirname): string | undefined {
  return places
    .map(place => join(beside, place))
    .find(folder => disk.readBytes(join(folder, 'sitecustomize.py')).ok)
}
