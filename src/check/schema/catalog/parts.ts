/** Pieces of SQL that the queries of the catalogs share. They run with `search_path = pg_catalog, pg_temp`. */

/** Not the server's own schemas, and no temporary ones. */
export const userSchema = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`

/** Not what an extension brought: that is told by the extension's name. */
export function ownWork(catalog: string, oid: string): string {
  return `not exists (select from pg_depend brought
    where brought.classid = '${catalog}'::regclass and brought.objid = ${oid} and brought.deptype = 'e')`
}

/** Lines of an object: those that are null are left out. */
export function lines(...parts: string[]): string {
  return `array_remove(array[${parts.join(',\n    ')}]::text[], null)`
}

/** A line that is there under a condition. */
export function when(condition: string, line: string): string {
  return `case when ${condition} then ${line} end`
}

/** What somebody noted on an object. */
export function comment(oid: string, catalog: string): string {
  return `'comment ' || quote_literal(obj_description(${oid}, '${catalog}'))`
}

/** A line for each role that may do something, but for the owner. `type` as acldefault takes it. */
export function grants(acl: string, type: string, owner: string): string {
  return `coalesce((select array_agg(format('grant %s to %s%s', privileges, grantee, option) order by grantee, option)
    from (select case x.grantee when 0 then 'public' else pg_get_userbyid(x.grantee)::text end as grantee,
        case when x.is_grantable then ' with grant option' else '' end as option,
        string_agg(lower(x.privilege_type), ', ' order by x.privilege_type) as privileges
      from aclexplode(coalesce(${acl}, acldefault('${type}', ${owner}))) x
      where x.grantee <> ${owner} group by 1, 2) g), '{}')`
}

/** One arm of the query: a row for each object. */
export function arm(parts: {
  kind: string
  schema?: string
  table?: string
  name: string
  lines: string
  from: string
  where: string
}): string {
  const { kind, schema = 'null', table = 'null', name, from, where } = parts
  return `select ${kind}::text, ${schema}::text, ${table}::text, ${name}::text,
    ${parts.lines}
  from ${from}
  where ${where}`
}
