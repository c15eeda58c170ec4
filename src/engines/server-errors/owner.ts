import type { Session } from '../../database/session.ts'
import type { Denied } from './grants.ts'

/** Who owns an object, and the schema that it is in. */
export interface Owner {
  owner: string
  /** Absent for what is in no schema. */
  schema?: string
}

/** By name in the catalogs: a role without rights on the schema may read them all the same. */
const query = `select distinct owner, schema from (
  select 'table' as kind, pg_catalog.pg_get_userbyid(c.relowner)::text as owner, n.nspname::text as schema
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace where c.relname = $2
  union all select 'function', pg_catalog.pg_get_userbyid(p.proowner)::text, n.nspname::text
    from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace where p.proname = $2
  union all select 'type', pg_catalog.pg_get_userbyid(t.typowner)::text, n.nspname::text
    from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace where t.typname = $2
  union all select 'schema', pg_catalog.pg_get_userbyid(n.nspowner)::text, null
    from pg_catalog.pg_namespace n where n.nspname = $2
  union all select 'database', pg_catalog.pg_get_userbyid(d.datdba)::text, null
    from pg_catalog.pg_database d where d.datname = $2
) as found where kind = $1`

/** Objects that share the names of tables. */
const relations = ['view', 'materialized view', 'sequence', 'index', 'foreign table']

/** Undefined where no object has the name, or more than one. Throws DatabaseError. */
export async function findOwner(
  session: Pick<Session, 'query'>,
  { kind, name }: Denied,
): Promise<Owner | undefined> {
  const asked = relations.includes(kind) ? 'table' : kind === 'procedure' ? 'function' : kind
  const rows = await session.query<{ owner: string; schema: string | null }>(query, [asked, name])
  const [row] = rows
  if (row === undefined || rows.length > 1) return undefined
  return { owner: row.owner, ...(row.schema === null ? {} : { schema: row.schema }) }
}
