import { posix } from 'node:path'
import { gateError, makeFault } from '../../catalogue/catalogue.ts'
import { type Disk, decodeText } from '../../disk.ts'
import type { Fault, Revision } from '../../domain.ts'
import { nextTurn } from '../../sleep.ts'
import { staySmall } from '../../stay-small.ts'
import { oneLine } from '../../text.ts'
import { type PlannedFile, versionOf } from './plan.ts'
import { checksumOf } from './text/checksum.ts'
import { findRefusals } from './text/refusals.ts'
import { readSections, type Section } from './text/sections.ts'
import { type Statement, splitStatements } from './text/statements.ts'

/** A revision's file, read and cut into its ways. */
export interface SqlRevision extends PlannedFile {
  /** What others are told of it; one for all of them, for there may be thousands. */
  told: Revision
  up: Section
  down: Section | undefined
  /** The file that has the way down: its own, or the other one of a pair. */
  downPath: string
}

/** The folder as a whole. Faults name file and line; a revision with a fault is not in `revisions`. */
export interface Folder {
  /** In order of version; duplicates stand beside each other. */
  revisions: SqlRevision[]
  faults: Fault[]
}

const revisionName = /^(?<id>\d{1,40})_(?<name>.+?)(?<way>\.up|\.down)?\.sql$/

/** Shapes of other tools' files, for the error that names them. */
const shapes: { form: RegExp; tool: string }[] = [
  { form: /^[VUR][\d._]*__.+\.sql$/, tool: 'Flyway' },
  { form: /^\d{6}(?:-[\w-]+)?\.sql$/, tool: 'graphile-migrate' },
  {
    form: /^(?:current|afterMigrate|beforeMigrate|afterEachMigrate)\.sql$/,
    tool: 'graphile-migrate or Flyway',
  },
  { form: /^\d+-.+\.sql$/, tool: 'postgres-migrations or umzug' },
]

/**
 * Reads every revision of a folder. Throws GateError `no-revisions` when there is nothing to read;
 * everything else that is wrong is a fault in the answer.
 */
export function readRevisions(disk: Disk, folder: string): Folder {
  const reading = readFiles(disk, folder)
  for (;;) {
    const { done, value } = reading.next()
    if (done === true) return value
  }
}

/** As `readRevisions`; many files are read in turns with whatever else is under way. */
export async function readRevisionsInTurns(disk: Disk, folder: string): Promise<Folder> {
  const reading = readFiles(disk, folder)
  for (;;) {
    const { done, value } = reading.next()
    if (done === true) return value
    await nextTurn()
  }
}

/** Files, or revisions, of one turn: a few milliseconds. */
export const ofOneTurn = 200
/** A folder with more files than these is worth some time, to take less memory. */
const many = 2_000

function* readFiles(disk: Disk, folder: string): Generator<undefined, Folder> {
  const listed = disk.listFolder(folder)
  if (!listed.ok) throw gateError('no-revisions', { folder: oneLine(folder), reason: listed.reason })
  const names = listed.value.filter(name => name.toLowerCase().endsWith('.sql')).sort()
  const faults: Fault[] = []
  const revisions: SqlRevision[] = []
  const downs = new Map<string, { down: Section; path: string }>()
  // Joined once and not for each of thousands.
  const before = posix.join(folder, '0').slice(0, -1)
  if (names.length > many) staySmall()
  for (const [index, name] of names.entries()) {
    if (index % ofOneTurn === ofOneTurn - 1) yield
    const path = `${before}${name}`
    const found = revisionName.exec(name)?.groups
    if (found === undefined) {
      faults.push(foreignFile(path, name))
      continue
    }
    const read = readFile(disk, path)
    if ('id' in read) {
      faults.push(read)
      continue
    }
    const { id = '', name: title = '', way } = found
    const sections = readSections(read.text, path, way === '.up' ? 'up' : way === '.down' ? 'down' : 'both')
    faults.push(...sections.faults)
    if (way === '.down') {
      if (sections.down !== undefined) downs.set(`${id}_${title}`, { down: sections.down, path })
    } else if (sections.up !== undefined) {
      const { up, down } = sections
      const told = { id, name: title, path }
      revisions.push({
        id,
        name: title,
        path,
        told,
        version: versionOf(id),
        checksum: checksumOf(up.text),
        up,
        down,
        downPath: path,
      })
    }
  }
  if (revisions.length === 0 && faults.length === 0) {
    throw gateError('no-revisions', {
      folder: oneLine(folder),
      reason: 'it has no file named <digits>_<name>.sql',
    })
  }
  for (const revision of revisions) if (revision.down === undefined) takeDown(downs, revision)
  for (const stem of downs.keys()) faults.push(halfFault(`${before}${stem}.down.sql`))
  return {
    revisions: revisions.sort((a, b) => (a.version < b.version ? -1 : a.version > b.version ? 1 : 0)),
    faults,
  }
}

interface Read {
  statements: Statement[]
  faults: Fault[]
}

/** Every survey of a run asks for the same revisions. */
const alreadyRead = new WeakMap<SqlRevision, Read>()

/** The statements of the way up, and whatever in them may not run. */
export function readStatements(revision: SqlRevision): Read {
  const known = alreadyRead.get(revision)
  if (known !== undefined) return known
  const { up, path } = revision
  const statements = splitStatements(up.text, { path, line: up.startLine })
  const faults = findRefusals(statements, { path, direction: 'up', transaction: up.transaction })
  const read = { statements, faults }
  alreadyRead.set(revision, read)
  return read
}

/** The statements of the way down, and whatever in them may not run. */
export function readWayDown({ downPath: path }: SqlRevision, down: Section): Read {
  const statements = splitStatements(down.text, { path, line: down.startLine })
  return {
    statements,
    faults: findRefusals(statements, { path, direction: 'down', transaction: down.transaction }),
  }
}

function readFile(disk: Disk, path: string): { text: string } | Fault {
  const bytes = disk.readBytes(path)
  const decoded = bytes.ok ? decodeText(bytes.value) : bytes
  if (decoded.ok) return { text: decoded.text }
  return makeFault(
    'revision-unreadable',
    { path: oneLine(path), reason: decoded.reason },
    { place: { path } },
  )
}

function takeDown(downs: Map<string, { down: Section; path: string }>, revision: SqlRevision): void {
  const stem = `${revision.id}_${revision.name}`
  const found = downs.get(stem)
  if (found === undefined) return
  downs.delete(stem)
  revision.down = found.down
  revision.downPath = found.path
}

function halfFault(path: string): Fault {
  return makeFault('revision-half', { path: oneLine(path) }, { place: { path } })
}

function foreignFile(path: string, name: string): Fault {
  const tool = shapes.find(shape => shape.form.test(name))?.tool ?? ''
  return makeFault('revision-foreign', { path: oneLine(path), tool }, { place: { path } })
}
