import { gateError } from '../../../catalogue/catalogue.ts'
import { type At, type Facts, readFacts, showTable, whileReading } from '../../../database/facts.ts'
import { type QualifiedName, quoteName } from '../../../database/identifiers.ts'
import { historyTables, recogniseTool } from '../../../database/other-tools.ts'
import { DatabaseError, type Session } from '../../../database/session.ts'
import { rightsError } from './history-rights.ts'

/** A row of the history table, as interface.md's columns have it. */
export interface HistoryRow {
  version: string
  name: string
  checksum: string
  /** `unknown`: a word that the gate does not write. */
  state: 'applied' | 'dirty' | 'unknown'
  statementsDone: number
  /** One hash per statement that was begun; one more than `statementsDone` while one is under way. */
  statementHashes: string[]
  /** Of the checkout from which it was applied or stamped; empty when it is not known. */
  commitSha: string
}

/** Everything that is read before a plan is made. Two queries, and nothing is written. */
export interface DatabaseState extends Omit<Facts, 'columns' | 'known'> {
  rows: HistoryRow[]
  /** The history has a column for the commit: a table of the first version has none. */
  keepsCommit: boolean
  /** A history table of another tool: `dbmate (public.schema_migrations)`. */
  otherTool: string
  alembicTable: string
}

/** Columns without which a table is no history of ours. */
const ourColumns = [
  'version',
  'name',
  'checksum',
  'state',
  'statements_done',
  'statement_hashes',
  'applied_at',
]

/** Where the history was when it was asked for the last time. */
export type SeenHistory = Pick<DatabaseState, 'history' | 'exists' | 'keepsCommit'>

/**
 * Reads where the database stands. `historyTable` is `table` or `schema.table`. Where a history was `seen` before, both
 * queries are sent at once, and its rows count if it is still that one.
 * Throws GateError when the database refuses, or the table under our name is not ours.
 */
export async function readState(
  session: Session,
  historyTable: string,
  at: At,
  seen?: SeenHistory,
): Promise<DatabaseState> {
  try {
    const asked = readFacts(session, historyTable, historyTables, at)
    const early = seen?.exists ? readRows(session, seen.history, seen.keepsCommit) : undefined
    early?.catch(() => undefined)
    const { columns, known, ...facts } = await asked
    const { history, exists, server } = facts
    const lacks = ourColumns.find(column => exists && !columns.includes(column))
    if (lacks !== undefined) throw gateError('history-foreign', { table: showTable(history), lacks })
    const other = recogniseTool(known)
    const keepsCommit = columns.includes('commit_sha')
    const same =
      seen?.keepsCommit === keepsCommit &&
      seen.history.schema === history.schema &&
      seen.history.table === history.table
    const reading = same ? early : undefined
    return {
      ...facts,
      rows: exists
        ? await readHistory(reading ?? readRows(session, history, keepsCommit), history, server.user)
        : [],
      keepsCommit,
      otherTool: other === undefined ? '' : `${other.tool} (${other.table})`,
      alembicTable: other?.tool === 'Alembic' ? other.table : '',
    }
  } catch (error) {
    throw whileReading(error, at)
  }
}

async function readHistory(
  reading: ReturnType<typeof readRows>,
  history: QualifiedName,
  user: string,
): Promise<HistoryRow[]> {
  const rows = await reading.catch((error: unknown) => {
    throw error instanceof DatabaseError && error.code === '42501'
      ? rightsError(error, history, user, 'read')
      : error
  })
  return rows.map(row => ({
    version: row.version ?? '',
    name: row.name ?? '',
    checksum: row.checksum ?? '',
    state: row.state === 'applied' || row.state === 'dirty' ? row.state : 'unknown',
    statementsDone: row.done ?? 0,
    statementHashes: row.hashes ?? [],
    commitSha: row.commit ?? '',
  }))
}

function readRows(session: Session, history: QualifiedName, hasCommit: boolean) {
  return session.query<{
    version: string | null
    name: string | null
    checksum: string | null
    state: string | null
    done: number | null
    hashes: string[] | null
    commit: string | null
  }>(
    `select version::text, name::text, checksum::text, state::text, statements_done::int as done,
       statement_hashes::text[] as hashes, ${hasCommit ? 'commit_sha::text' : 'null::text'} as commit
     from ${quoteName(history)}`,
  )
}
