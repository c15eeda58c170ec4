/** A database's schema as one text, to hold two databases against each other. */
import { withClient } from '../../script/postgres.mjs'

const users = `nspname !~ '^pg_' and nspname <> 'information_schema'`
/** What an extension brought is told by its name and version. */
const ownWork = (catalog: string, oid: string) =>
  `not exists (select from pg_depend d where d.classid = '${catalog}'::regclass and d.objid = ${oid} and d.deptype = 'e')`

/** One query a kind of thing; each gives lines. Object ids and owners differ between databases and are not told. */
const queries: Record<string, string> = {
  schemas: `select nspname as line from pg_namespace where ${users}`,
  extensions: `select format('%s %s in %s', extname, extversion, extnamespace::regnamespace) as line from pg_extension`,
  relations: `
    select format('%s.%I %s persistence %s partition %s options %s', nspname, relname, relkind, relpersistence,
      pg_get_partkeydef(c.oid), reloptions) as line
    from pg_class c join pg_namespace n on n.oid = relnamespace
    where relkind in ('r', 'p', 'f') and ${users} and ${ownWork('pg_class', 'c.oid')}`,
  columns: `
    select format('%s.%I %s. %I %s%s%s default %s identity %s generated %s collation %s', nspname, relname,
      row_number() over (partition by c.oid order by attnum), attname, format_type(atttypid, atttypmod),
      case when attnotnull then ' not null' end, '', pg_get_expr(adbin, adrelid), attidentity, attgenerated,
      (select collname from pg_collation where oid = attcollation)) as line
    from pg_attribute a join pg_class c on c.oid = attrelid join pg_namespace n on n.oid = relnamespace
    left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where attnum > 0 and not attisdropped and relkind in ('r', 'p', 'f', 'c') and ${users}
      and ${ownWork('pg_class', 'c.oid')}`,
  constraints: `
    select format('%s %I %s validated %s', conrelid::regclass, conname, pg_get_constraintdef(c.oid), convalidated) as line
    from pg_constraint c join pg_namespace n on n.oid = connamespace
    where contype <> 'n' and ${users} and ${ownWork('pg_constraint', 'c.oid')}`,
  indexes: `
    select format('%s valid %s ready %s', pg_get_indexdef(indexrelid), indisvalid, indisready) as line
    from pg_index join pg_class c on c.oid = indexrelid join pg_namespace n on n.oid = relnamespace
    where ${users} and ${ownWork('pg_class', 'c.oid')}`,
  enums: `
    select format('%s.%I %s', nspname, typname, string_agg(quote_literal(enumlabel), ', ' order by enumsortorder)) as line
    from pg_enum join pg_type t on t.oid = enumtypid join pg_namespace n on n.oid = typnamespace
    where ${users} and ${ownWork('pg_type', 't.oid')} group by nspname, typname`,
  domains: `
    select format('%s.%I %s%s default %s', nspname, typname, format_type(typbasetype, typtypmod),
      case when typnotnull then ' not null' end, typdefault) as line
    from pg_type t join pg_namespace n on n.oid = typnamespace
    where typtype = 'd' and ${users} and ${ownWork('pg_type', 't.oid')}`,
  sequences: `
    select format('%s.%I %s start %s increment %s min %s max %s cycle %s', nspname, relname, format_type(seqtypid, null),
      seqstart, seqincrement, seqmin, seqmax, seqcycle) as line
    from pg_sequence join pg_class c on c.oid = seqrelid join pg_namespace n on n.oid = relnamespace where ${users}`,
  functions: `
    select pg_get_functiondef(p.oid) as line from pg_proc p join pg_namespace n on n.oid = pronamespace
    where prokind in ('f', 'p') and ${users} and ${ownWork('pg_proc', 'p.oid')}`,
  triggers: `
    select format('%s %s', pg_get_triggerdef(t.oid), tgenabled) as line from pg_trigger t
    where not tgisinternal`,
  views: `
    select format('%s.%I %s', nspname, relname, pg_get_viewdef(c.oid)) as line
    from pg_class c join pg_namespace n on n.oid = relnamespace
    where relkind in ('v', 'm') and ${users} and ${ownWork('pg_class', 'c.oid')}`,
  policies: `select format('%s.%I %I %s %s %s', schemaname, tablename, policyname, cmd, qual, with_check) as line from pg_policies`,
  comments: `
    select format('%s %s: %s', pg_describe_object(classoid, objoid, objsubid), classoid::regclass, description) as line
    from pg_description join pg_class c on classoid = 'pg_class'::regclass and objoid = c.oid
    join pg_namespace n on n.oid = relnamespace where ${users}`,
}

/** Everything that DDL makes, in lines under headings, always in the same order. No rows of tables. */
export function describeSchema(url: string): Promise<string> {
  return withClient(url, async client => {
    // With an empty search_path every name is told with its schema.
    await client.query("set search_path to ''")
    const parts: string[] = []
    for (const [kind, sql] of Object.entries(queries)) {
      const { rows } = await client.query<{ line: string }>(sql)
      parts.push(`# ${kind}`, ...rows.map(row => row.line).sort())
    }
    return parts.join('\n')
  })
}

/** The rows of every table but history, in the order of their text: for data that revisions move. */
export function describeRows(url: string): Promise<string> {
  return withClient(url, async client => {
    const { rows: tables } = await client.query<{ name: string }>(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'public' order by 1",
    )
    const parts: string[] = []
    for (const { name } of tables) {
      const { rows } = await client.query<{ line: string }>(
        `select (to_jsonb(t) - 'created_at' - 'sent_at')::text as line from ${name} t order by 1`,
      )
      parts.push(`# ${name}`, ...rows.map(row => row.line))
    }
    return parts.join('\n')
  })
}
