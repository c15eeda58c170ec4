import { posix } from 'node:path'
import { count, oneLine } from '../../text.ts'
import type { Lack } from './lacks.ts'
import type { Need } from './needs.ts'

/** A file, or a folder of which all is lacking: what a person would write a line for. */
export interface Item {
  /** In the repository. */
  path: string
  isFolder: boolean
  /** Where it is looked for in the image. */
  expected: string
  /** Where it was found, for those that are somewhere. */
  at: string | undefined
  /** `alembic/ (19 files)`. */
  label: string
}

const mostLabels = 4

/** Joins files to the highest folder of their kind of which nothing is there. Pure. */
export function joinItems(lacks: readonly Lack[], needs: readonly Need[]): Item[] {
  const lacking = new Set(lacks.map(lack => lack.need.path))
  const items = new Map<string, Item>()
  for (const lack of lacks) {
    const folder = wholeFolder(lack.need, lacking, needs)
    const at = 'at' in lack.cause ? lack.cause.at : undefined
    const item = folder === undefined ? undefined : ofFolder(folder, lack, at, lacking)
    const made = item ?? {
      path: lack.need.path,
      isFolder: false,
      expected: lack.expected,
      at,
      label: oneLine(lack.need.path),
    }
    items.set(made.path, made)
  }
  return [...items.values()]
}

/** The first labels, and how many more there are. */
export function sayItems(items: readonly Item[]): string[] {
  const labels = items.slice(0, mostLabels).map(item => item.label)
  return items.length > mostLabels ? [...labels, `${items.length - mostLabels} more`] : labels
}

function wholeFolder(need: Need, lacking: ReadonlySet<string>, needs: readonly Need[]): string | undefined {
  if (need.folder === undefined || need.folder === '.') return undefined
  const parts = posix.dirname(need.path).split('/')
  const folders = parts.map((_, index) => parts.slice(0, index + 1).join('/'))
  return folders.find(
    one =>
      isWithin(one, need.folder ?? '') &&
      needs.every(({ path }) => !path.startsWith(`${one}/`) || lacking.has(path)),
  )
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}

/** Undefined where the image has the folder in another shape. */
function ofFolder(
  folder: string,
  { need, expected }: Lack,
  at: string | undefined,
  lacking: ReadonlySet<string>,
): Item | undefined {
  const tail = `/${posix.relative(folder, need.path)}`
  if (!expected.endsWith(tail) || at?.endsWith(tail) === false) return undefined
  const files = [...lacking].filter(path => path.startsWith(`${folder}/`)).length
  return {
    path: folder,
    isFolder: true,
    expected: expected.slice(0, -tail.length) || '/',
    at: at?.slice(0, -tail.length),
    label: `${oneLine(folder)}/ (${count(files, 'file')})`,
  }
}
