import { posix } from 'node:path'
import type { Sides } from '../../changes/sides.ts'
import type { Tree } from '../../changes/tree.ts'
import type { Disk } from '../../disk.ts'
import type { Fault } from '../../domain.ts'
import { type Choice, chooseEngine } from '../../engines/choose.ts'
import { GateError } from '../../errors.ts'
import { oneLine } from '../../text.ts'
import type { Side } from '../guard/shapes.ts'
import { readAlembicSide } from './alembic.ts'
import { type EarlierOptions, readEarlierSettings } from './earlier.ts'
import { findFolders, pickMoved } from './moved.ts'
import { readSqlSide } from './sql.ts'

/** What reading the revisions of a database at several commits needs. */
export interface SidesOptions extends EarlierOptions {
  choice: Choice
  /** The work tree. */
  disk: Disk
  /** The variable ALEMBIC_CONFIG. */
  alembicConfig: string | undefined
}

/** The revisions of each commit. */
export interface ReadSides {
  /** Undefined: there is nothing to compare with. */
  base: Side | undefined
  /** Where the revisions of the base are; undefined where there are none. */
  directory?: string | undefined
  tip: Side
  head: Side
  /** What a person should know of the comparison itself: a sentence each. */
  notes: string[]
}

/** Reads the revisions of all commits of a comparison, or of the files as they lie. Throws CannotCompare. */
export async function readSides(options: SidesOptions, sides: Sides | undefined): Promise<ReadSides> {
  const { choice, disk } = options
  const onHead = <Value>(work: (at: Disk) => Value): Promise<Value> =>
    sides?.head === undefined ? Promise.resolve(work(disk)) : sides.head.read(work)
  const head = await onHead(at => readSide(options, choice, at))
  if (sides === undefined) return { base: undefined, tip: nothing, head, notes: [] }
  const earlier = await findEarlier(options, sides, head, onHead)
  const read = (tree: Tree) => tree.read(at => readEarlier(earlier.options, at).side)
  const base = earlier.base ?? (await read(sides.base))
  const tip = sides.tip === sides.base ? base : await read(sides.tip)
  return { base, tip, head, notes: earlier.notes, directory: earlier.directory }
}

/** Where the revisions were from which a change starts: by the settings there, else where files of their names are gone. */
async function findEarlier(
  options: SidesOptions,
  { base, target }: Sides,
  head: Side,
  onHead: <Value>(work: (at: Disk) => Value) => Promise<Value>,
): Promise<{ options: SidesOptions; base?: Side; directory?: string | undefined; notes: string[] }> {
  const { choice } = options
  const settings = await readEarlierSettings(options, base, target)
  const there = { ...options, database: settings.database }
  const { side, engine, directory } = await base.read(at => readEarlier(there, at))
  const notes = [...settings.notes]
  if (engine !== undefined && engine !== choice.engine)
    notes.push(`The engine is ${choice.engine} here and ${engine} in ${target}: nothing was compared.`)
  else if (directory !== undefined && directory !== choice.directory) notes.push(sayMoved(directory))
  if (side.revisions.length + side.faults.filter(isFault).length > 0 || head.revisions.length === 0)
    return { options: there, base: side, directory, notes }
  const names = head.revisions.map(one => posix.relative(choice.directory, one.path))
  const folders = await base.read(at => findFolders(at, names))
  const moved = await onHead(at => pickMoved(folders, at))
  if (moved === undefined) return { options: there, base: side, directory, notes }
  const database = { ...options.database, engine: choice.engine, directory: moved }
  return { options: { ...options, database }, directory: moved, notes: [...settings.notes, sayMoved(moved)] }

  function sayMoved(from: string): string {
    const [old, young] = [from, choice.directory].map(folder => oneLine(folder))
    return `The revisions are in ${young} here and in ${old} in ${target}: the two were compared.`
  }
}

function readSide({ database, alembicConfig }: SidesOptions, choice: Choice, disk: Disk): Side {
  const { directory } = choice
  return choice.engine === 'alembic'
    ? readAlembicSide({ disk, directory, run: database.run, alembicConfig })
    : readSqlSide(disk, directory)
}

const nothing: Side = { revisions: [], faults: [], unread: [] }

/** An earlier commit may have had no revisions yet, or those of another engine: then there is nothing to hold on to. */
function readEarlier(options: SidesOptions, disk: Disk): { side: Side } & Partial<Choice> {
  try {
    const choice = chooseEngine(options.database, options.workingDirectory, disk)
    if (choice.engine !== options.choice.engine) return { side: nothing, ...choice }
    const side = readSide(options, choice, disk)
    return side.revisions.length === 0 ? { side } : { side, ...choice }
  } catch (error) {
    if (!(error instanceof GateError)) throw error
    return { side: nothing }
  }
}

const nothingThere: readonly string[] = ['no-revisions', 'alembic-no-scripts', 'alembic-config-absent']

/** A fault of files that are there, not that there are none. */
export function isFault({ id }: Fault): boolean {
  return !nothingThere.includes(id)
}
