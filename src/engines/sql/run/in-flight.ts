import { quoteIdentifier, quoteName } from '../../../database/identifiers.ts'
import type { Session } from '../../../database/session.ts'
import type { Statement } from '../text/statements.ts'
import { indexOfStatement } from '../text/transactions.ts'
import { matchWords, readWords } from '../text/words.ts'

/** What became of a statement whose run ended while it was under way. */
export type InFlight =
  | { kind: 'done' }
  /** It may run again; an invalid index that it left must go first. */
  | { kind: 'redo'; invalid?: { schema: string; name: string } }
  | { kind: 'unknown' }

/**
 * Decides from the catalog, by reading only. CREATE INDEX CONCURRENTLY: valid is done, invalid is redone;
 * DROP INDEX CONCURRENTLY: gone is done; VACUUM and ANALYZE may always run again. All others: unknown.
 */
export async function inspectStatement(session: Session, statement: Statement): Promise<InFlight> {
  const index = indexOfStatement(statement)
  if (index?.kind === 'create-index') return inspectIndex(session, index.name, index.table)
  if (index?.kind === 'drop-index') {
    const quoted = index.names.map(parts => parts.map(quoteIdentifier).join('.'))
    const [left] = await session.query<{ count: number }>(
      'select count(*)::int as count from unnest($1::text[]) as n where pg_catalog.to_regclass(n) is not null',
      [quoted],
    )
    return left?.count === 0 ? { kind: 'done' } : { kind: 'redo' }
  }
  const words = readWords(statement.text, 1)
  return matchWords(words, 0, ['vacuum', 'analyze', 'analyse']) ? { kind: 'redo' } : { kind: 'unknown' }
}

/** An index lives in the schema of its table. */
async function inspectIndex(session: Session, name: string, table: string[]): Promise<InFlight> {
  const [found] = await session.query<{ schema: string; valid: boolean }>(
    `select n.nspname::text as schema, i.indisvalid as valid
     from pg_catalog.pg_class t
     join pg_catalog.pg_index i on i.indrelid = t.oid
     join pg_catalog.pg_class c on c.oid = i.indexrelid
     join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where t.oid = pg_catalog.to_regclass($1) and c.relname = $2`,
    [table.map(quoteIdentifier).join('.'), name],
  )
  if (found === undefined) return { kind: 'redo' }
  return found.valid ? { kind: 'done' } : { kind: 'redo', invalid: { schema: found.schema, name } }
}

/** Removes the invalid index that a broken CREATE INDEX CONCURRENTLY left. */
export async function dropInvalid(session: Session, index: { schema: string; name: string }): Promise<void> {
  await session.run(
    `drop index concurrently if exists ${quoteName({ schema: index.schema, table: index.name })}`,
  )
}
