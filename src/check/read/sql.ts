import { makeFault } from '../../catalogue/catalogue.ts'
import type { Disk } from '../../disk.ts'
import { decodeText } from '../../disk.ts'
import type { Fault } from '../../domain.ts'
import { readRevisions, readStatements, type SqlRevision } from '../../engines/sql/revisions.ts'
import { findRefusals } from '../../engines/sql/text/refusals.ts'
import type { Section } from '../../engines/sql/text/sections.ts'
import { type Statement, splitStatements } from '../../engines/sql/text/statements.ts'
import { readWords } from '../../engines/sql/text/words.ts'
import { GateError } from '../../errors.ts'
import { oneLine } from '../../text.ts'
import type { Guarded, Piece, Side } from '../guard/shapes.ts'
import { readLazily } from './lazy.ts'

/** Reads the SQL revisions of a folder. A folder without any is a fault of the side. Never throws a GateError. */
export function readSqlSide(disk: Disk, folder: string): Side {
  try {
    const { revisions, faults } = readRevisions(disk, folder)
    const refusals = (paths: ReadonlySet<string>) =>
      revisions.filter(one => paths.has(one.path)).flatMap(refusalsOf)
    const guardedOnes = revisions.map(one => guarded(one, disk))
    return { revisions: guardedOnes, faults: [...faults, ...namedInBytes(guardedOnes)], unread: [], refusals }
  } catch (error) {
    if (!(error instanceof GateError)) throw error
    return { revisions: [], faults: [error.fault, ...error.others], unread: [] }
  }
}

/** git reads a file by what it is, and a run by its name: one whose bytes are no UTF-8 it does not find. */
function namedInBytes(revisions: readonly Guarded[]): Fault[] {
  const named = revisions.filter(one => one.path.includes('\ufffd'))
  return named.map(({ path }) =>
    makeFault(
      'revision-unreadable',
      { path: oneLine(path), reason: 'its name is not UTF-8' },
      { place: { path } },
    ),
  )
}

function refusalsOf(revision: SqlRevision): Fault[] {
  const { path, down } = revision
  const { faults } = readStatements(revision)
  if (down === undefined) return faults
  const around = { path, direction: 'down' as const, transaction: down.transaction }
  return [...faults, ...findRefusals(statementsOf(down, path), around)]
}

function guarded(revision: SqlRevision, disk: Disk): Guarded {
  const { id, version, path, checksum, up, down } = revision
  const bytes = disk.readBytes(path)
  const decoded = bytes.ok ? decodeText(bytes.value) : bytes
  const own = decoded.ok ? decoded.text : ''
  // The way down may have a file of its own.
  const whole = down === undefined || own.includes(down.text) ? own : `${own}\n${down.text}`
  const text = whole.replaceAll('\r\n', '\n')
  return readLazily({ id, key: String(version), version, path, text, checksum, merge: false }, () => ({
    up: piecesOf(up, path),
    down: down === undefined ? [] : piecesOf(down, path),
    rest: optionOf(up),
    line: up.startLine === 1 ? 1 : up.startLine - 1,
  }))
}

function piecesOf(section: Section, path: string): Piece[] {
  return statementsOf(section, path).map(({ text, line, column }) => ({
    code: readWords(text).join(' '),
    text,
    line,
    column,
  }))
}

/** A statement that never ends was told with the file’s other faults. */
function statementsOf({ text, startLine }: Section, path: string): Statement[] {
  try {
    return splitStatements(text, { path, line: startLine })
  } catch (error) {
    if (error instanceof GateError) return []
    throw error
  }
}

function optionOf({ transaction, startLine }: Section): Piece[] {
  if (transaction) return []
  return [{ code: 'transaction:false', text: '-- migrate:up transaction:false', line: startLine - 1 }]
}
