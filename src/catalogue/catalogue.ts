import type { Fault } from '../domain.ts'
import { GateError } from '../errors.ts'
import { alembicEntries } from './alembic.ts'
import { alembicFileEntries } from './alembic-files.ts'
import { alembicRunEntries } from './alembic-run.ts'
import { changesEntries } from './changes.ts'
import { checkEntries } from './check.ts'
import { connectionEntries } from './connection.ts'
import { doorEntries } from './doors.ts'
import { downgradeEntries } from './downgrade.ts'
import { driftEntries } from './drift.ts'
import { type Around, type Entry, fillEntry } from './entry.ts'
import { eventEntries } from './events.ts'
import { followUpEntries } from './follow-ups.ts'
import { historyEntries } from './history.ts'
import { imageEntries } from './image.ts'
import { pythonEntries } from './python.ts'
import { rehearsalEntries } from './rehearsal.ts'
import { revisionEntries } from './revisions.ts'
import { runEntries } from './run.ts'
import { settingsEntries } from './settings.ts'

/** Every failure that a person can meet: id → sentence → cure. docs/errors.md is generated from it. */
export const catalogue = {
  ...settingsEntries,
  ...eventEntries,
  ...changesEntries,
  ...checkEntries,
  ...imageEntries,
  ...rehearsalEntries,
  ...driftEntries,
  ...connectionEntries,
  ...revisionEntries,
  ...historyEntries,
  ...downgradeEntries,
  ...runEntries,
  ...followUpEntries,
  ...alembicEntries,
  ...pythonEntries,
  ...doorEntries,
  ...alembicFileEntries,
  ...alembicRunEntries,
}

export type FaultId = keyof typeof catalogue
export type FactsOf<Id extends FaultId> = (typeof catalogue)[Id] extends Entry<infer Facts> ? Facts : never

/** Fills an entry of the catalogue with its facts, whose texts may be foreign: what comes out is one harmless line. */
export function makeFault<Id extends FaultId>(id: Id, facts: FactsOf<Id>, around: Around = {}): Fault {
  return fillEntry(id, catalogue[id] as unknown as Entry<FactsOf<Id>>, facts, around)
}

/** The same, ready to be thrown. */
export function gateError<Id extends FaultId>(id: Id, facts: FactsOf<Id>, around: Around = {}): GateError {
  return new GateError(makeFault(id, facts, around))
}
