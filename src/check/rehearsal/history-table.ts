import type { Disk } from '../../disk.ts'
import { findHistoryTable } from '../../engines/alembic/alembic.ts'
import type { Choice } from '../../engines/choose.ts'
import type { DatabaseSettings } from '../../settings/settings.ts'

/** Where the engine writes what ran: `table` or `schema.table`. Throws GateError where there is no project. */
export function historyTableOf(
  database: DatabaseSettings,
  choice: Choice,
  { disk, alembicConfig }: { disk: Disk; alembicConfig: string | undefined },
): string {
  if (database.historyTable !== undefined) return database.historyTable
  if (choice.engine === 'sql') return 'migration_history'
  const { directory } = choice
  return findHistoryTable({ disk, directory, run: database.run, alembicConfig }) ?? 'alembic_version'
}
