import type { Session } from '../../database/session.ts'
import type { ExpectedObject, FoundObject } from './objects.ts'

/**
 * One row for each object asked for. Read from the catalogs and not by to_regclass, which refuses a schema that
 * the role may not use; a name without a schema is looked up as the server would, by the session's search_path.
 */
const query = `with asked as (
  select row_number() over () as i, kind, nullif(schema, '') as schema, name, nullif(tbl, '') as tbl
  from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as a(kind, schema, name, tbl)
), relation as (
  select a.i, c.oid, c.relkind::text as relkind, on_table.relname::text as on_table,
    coalesce(i.indisvalid, true) as valid
  from asked a
  join pg_catalog.pg_class c on c.relname = a.name
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  left join pg_catalog.pg_index i on i.indexrelid = c.oid
  left join pg_catalog.pg_class on_table on on_table.oid = i.indrelid
  where a.kind in ('table', 'view', 'sequence', 'index')
    and case when a.schema is null then pg_catalog.pg_table_is_visible(c.oid) else n.nspname = a.schema end
), owner as (
  select a.i, c.oid
  from asked a
  join pg_catalog.pg_class c on c.relname = a.tbl
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where a.kind in ('column', 'constraint')
    and case when a.schema is null then pg_catalog.pg_table_is_visible(c.oid) else n.nspname = a.schema end
)
select r.relkind, r.on_table, r.valid, case a.kind
  when 'column' then exists (select from owner o join pg_catalog.pg_attribute t on t.attrelid = o.oid
    where o.i = a.i and t.attname = a.name and t.attnum > 0 and not t.attisdropped)
  when 'constraint' then exists (select from owner o join pg_catalog.pg_constraint k on k.conrelid = o.oid
    where o.i = a.i and k.conname = a.name)
  when 'type' then exists (select from pg_catalog.pg_type t
    join pg_catalog.pg_namespace n on n.oid = t.typnamespace
    left join pg_catalog.pg_class c on c.oid = t.typrelid
    where t.typname = a.name and (c.oid is null or c.relkind = 'c')
      and case when a.schema is null then pg_catalog.pg_type_is_visible(t.oid) else n.nspname = a.schema end)
  when 'schema' then exists (select from pg_catalog.pg_namespace n where n.nspname = a.name)
  when 'function' then exists (select from pg_catalog.pg_proc p
    join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    where p.proname = a.name
      and case when a.schema is null then pg_catalog.pg_function_is_visible(p.oid) else n.nspname = a.schema end)
  when 'extension' then exists (select from pg_catalog.pg_extension e where e.extname = a.name)
  else false end as found
from asked a left join relation r on r.i = a.i
order by a.i`

interface Row {
  relkind: string | null
  on_table: string | null
  valid: boolean | null
  found: boolean
}

/** Which of the objects the database has, by one query of the catalogs. Throws DatabaseError. */
export async function findObjects(
  session: Pick<Session, 'query'>,
  objects: readonly ExpectedObject[],
): Promise<FoundObject[]> {
  if (objects.length === 0) return []
  const column = (read: (one: ExpectedObject) => string) => objects.map(read)
  const rows = await session.query<Row>(query, [
    column(one => one.kind),
    column(one => one.schema ?? ''),
    column(one => one.name),
    column(one => one.table ?? ''),
  ])
  return objects.map((one, index) => judge(one, rows[index]))
}

const relkinds: Partial<Record<ExpectedObject['kind'], string>> = {
  table: 'rpf',
  view: 'vm',
  sequence: 'S',
  index: 'iI',
}

const words: Record<string, string> = {
  r: 'a table',
  p: 'a table',
  f: 'a foreign table',
  v: 'a view',
  m: 'a materialized view',
  S: 'a sequence',
  c: 'a type',
}

function judge(one: ExpectedObject, row: Row | undefined): FoundObject {
  const wanted = relkinds[one.kind]
  if (wanted === undefined || row === undefined) return { ...one, exists: row?.found ?? false }
  const { relkind, on_table: onTable, valid } = row
  if (relkind === null) return { ...one, exists: false }
  // ALTER TABLE and DROP TABLE take a view's name too; what is only needed need not be a table.
  const fits = wanted.includes(relkind) || (one.effect === 'needs' && 'rpfvm'.includes(relkind))
  if (!fits) {
    const index = `an index${onTable === null ? '' : ` of ${onTable}`}`
    return { ...one, exists: false, instead: words[relkind] ?? index }
  }
  if (valid === false)
    return { ...one, exists: false, instead: 'an INVALID index that a failed CREATE INDEX CONCURRENTLY left' }
  if (one.kind === 'index' && one.table !== undefined && onTable !== null && onTable !== one.table)
    return { ...one, exists: false, instead: `an index of ${onTable}` }
  return { ...one, exists: true }
}
