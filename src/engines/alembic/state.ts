import { gateError } from '../../catalogue/catalogue.ts'
import { type At, type Facts, readFacts, showTable, whileReading } from '../../database/facts.ts'
import { type QualifiedName, quoteName } from '../../database/identifiers.ts'
import { historyTables, recogniseTool } from '../../database/other-tools.ts'
import type { Session } from '../../database/session.ts'

/** Where the database stands, as Alembic's version table has it. */
export interface AlembicState extends Omit<Facts, 'columns' | 'known'> {
  /** Rows of the version table: one per head of what is applied. */
  rows: string[]
  /** A history table of another tool, or of the gate's own sql engine: `dbmate (public.schema_migrations)`. */
  otherTool: string
}

/** Name of the version table unless env.py says otherwise (Alembic documentation, EnvironmentContext.configure). */
const usualTable = 'alembic_version'
const sqlEngineTable = 'migration_history'

/**
 * Reads where the database stands, in two queries that write nothing. `named` is the table that the input or env.py
 * names; without one, and for Alembic's own name, a version table outside of the search path is found too.
 * Throws GateError when the database refuses, or the table is no version table.
 */
export async function readState(session: Session, named: string | undefined, at: At): Promise<AlembicState> {
  try {
    const { columns, known, ...facts } = await readFacts(
      session,
      named ?? usualTable,
      [...historyTables, sqlEngineTable],
      at,
    )
    const elsewhere = known.filter(one => one.name === usualTable && one.columns.includes('version_num'))
    const found =
      (named ?? usualTable) === usualTable && !facts.exists && elsewhere.length === 1
        ? elsewhere[0]
        : undefined
    const history: QualifiedName =
      found === undefined ? facts.history : { schema: found.schema, table: found.name }
    const exists = facts.exists || found !== undefined
    if (facts.exists && !columns.includes('version_num'))
      throw gateError('history-foreign', { table: showTable(history), lacks: 'version_num' })
    const own = known.find(one => one.name === sqlEngineTable && one.columns.includes('statement_hashes'))
    const other = recogniseTool(known.filter(one => one.name !== usualTable))
    return {
      ...facts,
      history,
      exists,
      tables: facts.tables - (found === undefined ? 0 : 1),
      rows: exists ? await readVersions(session, history) : [],
      otherTool:
        own !== undefined
          ? `the engine \`sql\` of this gate (${showTable({ schema: own.schema, table: own.name })})`
          : other === undefined
            ? ''
            : `${other.tool} (${other.table})`,
    }
  } catch (error) {
    throw whileReading(error, at)
  }
}

/** The rows of a version table, none where there is no such table. Writes nothing. Throws as `readState` does. */
export async function readVersionRows(session: Session, table: string, at: At): Promise<string[]> {
  return (await readState(session, table, at)).rows
}

async function readVersions(session: Session, table: QualifiedName): Promise<string[]> {
  const rows = await session.query<{ version: string }>(
    `select coalesce(version_num::text, 'NULL') as version from ${quoteName(table)} order by 1`,
  )
  return rows.map(row => row.version)
}
