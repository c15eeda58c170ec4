/** What statements outside of a transaction leave behind: indexes that are not valid, constraints that nobody checked. */

import { writeName } from '../../../database/identifiers.ts'
import { DatabaseError, type Session } from '../../../database/session.ts'
import { oneLine } from '../../../text.ts'
import type { Statement } from '../text/statements.ts'
import { indexOfStatement } from '../text/transactions.ts'
import { readWords } from '../text/words.ts'
import type { Ready } from './context.ts'

/** Something that is there and is not finished. */
export interface LeftOver {
  kind: 'index' | 'constraint'
  schema: string
  table: string
  name: string
  /** Of an index: the statement that would make it. */
  definition: string
}

/** Without those that another session is building; a constraint that is NOT ENFORCED (18) is never validated. */
const query = `select * from (
  select 'index' as kind, n.nspname::text as schema, t.relname::text as table, c.relname::text as name,
    pg_catalog.pg_get_indexdef(i.indexrelid) as definition
  from pg_catalog.pg_index i
  join pg_catalog.pg_class c on c.oid = i.indexrelid
  join pg_catalog.pg_class t on t.oid = i.indrelid
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where not i.indisvalid and c.relkind = 'i'
    and not exists (select from pg_catalog.pg_stat_progress_create_index p where p.index_relid = i.indexrelid)
  union all
  select 'constraint', n.nspname::text, t.relname::text, k.conname::text, ''
  from pg_catalog.pg_constraint k
  join pg_catalog.pg_class t on t.oid = k.conrelid
  join pg_catalog.pg_namespace n on n.oid = t.relnamespace
  where not k.convalidated and k.conparentid = 0
    and (pg_catalog.to_jsonb(k) ->> 'conenforced') is distinct from 'false'
) as left_over where schema !~ '^pg_' order by schema, "table", name`

/** Those that the revisions' statements name, or whose tables they name. Empty where the database does not answer. */
export async function findLeftOvers(
  session: Pick<Session, 'query'>,
  revisions: readonly Pick<Ready, 'statements'>[],
): Promise<LeftOver[]> {
  if (revisions.length === 0) return []
  const named = new Set(revisions.flatMap(({ statements }) => statements.flatMap(namesIn)))
  try {
    const rows = await session.query<LeftOver>(query)
    return rows.filter(
      ({ name, table, schema }) =>
        named.has(table) || named.has(baseName(name)) || named.has(`reindex ${schema}`),
    )
  } catch (error) {
    if (error instanceof DatabaseError) return []
    throw error
  }
}

/** Every name that a statement has; for REINDEX SCHEMA the schema as well. */
function namesIn({ text }: Statement): string[] {
  const words = readWords(text).map(word => word.replace(/^"(.*)"$/s, '$1').replaceAll('""', '"'))
  return words[0] === 'reindex' ? words.flatMap(word => [word, `reindex ${word}`]) : words
}

/** REINDEX CONCURRENTLY names what it builds after the index that it is for. */
function baseName(name: string): string {
  return name.replace(/_cc(?:new|old)\d*$/, '')
}

/** One sentence: what is there, what it costs, and the statement that repairs it. */
export function sayLeftOver(one: LeftOver): string {
  const name = oneLine(one.name, 80)
  const table = oneLine(one.table, 80)
  const what =
    one.kind === 'index'
      ? `The index ${name} of ${table} is not valid: every write pays for it, and no query uses it`
      : `The constraint ${name} of ${table} is not validated: rows that were there before may violate it`
  return `${what}. Outside of a transaction: ${repairOf(one)}`
}

/** The statements that repair it, as they are typed. */
export function repairOf({ kind, schema, table, name, definition }: LeftOver): string {
  if (kind === 'constraint')
    return oneLine(`alter table ${writeName(schema, table)} validate constraint ${writeName(name)};`, 1000)
  const drop = `drop index concurrently ${writeName(schema, name)};`
  if (baseName(name) !== name) return oneLine(drop, 1000)
  const create = definition.replace(
    /^CREATE (UNIQUE )?INDEX /,
    (_, unique) => `create ${unique === undefined ? '' : 'unique '}index concurrently `,
  )
  return oneLine(`${drop} ${create};`, 2000)
}

/** Whether the next run removes it by itself: the index of the statement with which it goes on. */
export function isRedone({ kind, name }: LeftOver, next: Statement | undefined): boolean {
  const index = next === undefined ? undefined : indexOfStatement(next)
  return kind === 'index' && index?.kind === 'create-index' && index.name === name
}
