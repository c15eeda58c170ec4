import { arm, comment, grants, lines, ownWork, userSchema, when } from './parts.ts'

const inTable = `pg_class c join pg_namespace n on n.oid = c.relnamespace`
const isTable = `c.relkind in ('r', 'p', 'f') and ${userSchema} and ${ownWork('pg_class', 'c.oid')}`

const tables = arm({
  kind: `case c.relkind when 'f' then 'foreign table' else 'table' end`,
  schema: 'n.nspname',
  name: 'c.relname',
  lines: `${lines(
    `'partitioned by ' || pg_get_partkeydef(c.oid)`,
    `'partition of ' || (select i.inhparent::regclass::text from pg_inherits i
      where i.inhrelid = c.oid and c.relispartition) || ' ' || pg_get_expr(c.relpartbound, c.oid)`,
    `'inherits ' || (select string_agg(i.inhparent::regclass::text, ', ' order by i.inhseqno) from pg_inherits i
      where i.inhrelid = c.oid and not c.relispartition)`,
    when(`c.reloftype <> 0`, `'of type ' || c.reloftype::regtype`),
    when(`c.relpersistence = 'u'`, `'unlogged'`),
    when('c.relrowsecurity', `'row security'`),
    when('c.relforcerowsecurity', `'row security for the owner, too'`),
    `case c.relreplident when 'n' then 'replica identity nothing' when 'f' then 'replica identity full'
      when 'i' then 'replica identity by index ' || (select ci.relname from pg_index i
        join pg_class ci on ci.oid = i.indexrelid where i.indrelid = c.oid and i.indisreplident limit 1) end`,
    `(select 'access method ' || m.amname from pg_am m where m.oid = c.relam and m.amname <> 'heap')`,
    `'options ' || array_to_string(c.reloptions, ', ')`,
    `(select format('of server %s with options %s', s.srvname, md5(f.ftoptions::text)) from pg_foreign_table f
      join pg_foreign_server s on s.oid = f.ftserver where f.ftrelid = c.oid)`,
    comment('c.oid', 'pg_class'),
  )} || ${grants('c.relacl', 'r', 'c.relowner')}`,
  from: inTable,
  where: isTable,
})

/** Of an identity column: what differs from the usual sequence. */
const identityOptions = `coalesce((select format(' (start %s increment %s cache %s%s)', s.seqstart, s.seqincrement,
  s.seqcache, case when s.seqcycle then ' cycle' else '' end)
  from pg_depend d join pg_sequence s on s.seqrelid = d.objid
  where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.refobjid = c.oid
    and d.refobjsubid = a.attnum and d.deptype = 'i'
    and (s.seqstart, s.seqincrement, s.seqcache, s.seqcycle) <> (1, 1, 1, false)), '')`

const columns = arm({
  kind: `'column'`,
  schema: 'n.nspname',
  table: 'c.relname',
  name: 'a.attname',
  lines: `${lines(
    'format_type(a.atttypid, a.atttypmod)',
    `(select 'collation ' || o.collname from pg_collation o where o.oid = a.attcollation
      and a.attcollation <> t.typcollation)`,
    when('a.attnotnull', `'not null'`),
    when(
      'a.attnotnull',
      `(select 'not null is not validated' from pg_constraint k where k.conrelid = c.oid and k.contype = 'n'
      and a.attnum = any (k.conkey) and not k.convalidated limit 1)`,
    ),
    when(`a.attgenerated = ''`, `'default ' || pg_get_expr(e.adbin, e.adrelid)`),
    when(
      `a.attgenerated <> ''`,
      `format('generated always as (%s)%s', pg_get_expr(e.adbin, e.adrelid),
      case a.attgenerated when 's' then ' stored' else '' end)`,
    ),
    `case a.attidentity when 'a' then 'identity always' when 'd' then 'identity by default' end || ${identityOptions}`,
    when(
      'a.attstorage <> t.typstorage',
      `'storage ' || case a.attstorage when 'p' then 'plain' when 'e' then 'external' when 'm' then 'main' else 'extended' end`,
    ),
    when(
      `a.attcompression <> ''`,
      `'compression ' || case a.attcompression when 'p' then 'pglz' else 'lz4' end`,
    ),
    `'statistics ' || nullif(a.attstattarget::int, -1)`,
    `'options ' || array_to_string(a.attoptions, ', ')`,
    `'options ' || array_to_string(a.attfdwoptions, ', ')`,
    `'comment ' || quote_literal(col_description(c.oid, a.attnum))`,
  )} || case when a.attacl is null then '{}' else ${grants('a.attacl', 'c', 'c.relowner')} end`,
  from: `${inTable} join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
    left join pg_attrdef e on e.adrelid = c.oid and e.adnum = a.attnum`,
  where: `a.attnum > 0 and not a.attisdropped and ${isTable}`,
})

/** Those of NOT NULL are told by the column: only from version 18 on they have a row. A partition's are its parent's. */
const constraints = arm({
  kind: `'constraint'`,
  schema: 'n.nspname',
  table: 'coalesce(c.relname, t.typname)',
  name: 'k.conname',
  lines: lines(
    'pg_get_constraintdef(k.oid)',
    `(select 'clustered' from pg_index i where i.indexrelid = k.conindid and i.indisclustered and k.contype <> 'f')`,
    comment('k.oid', 'pg_constraint'),
  ),
  from: `pg_constraint k left join pg_class c on c.oid = k.conrelid left join pg_type t on t.oid = k.contypid
    join pg_namespace n on n.oid = k.connamespace`,
  where: `k.contype in ('c', 'f', 'p', 'u', 'x') and k.conparentid = 0 and ${userSchema}
    and (c.oid is null or ${ownWork('pg_class', 'c.oid')}) and (t.oid is null or ${ownWork('pg_type', 't.oid')})`,
})

/** Without those that a constraint made. */
const indexes = arm({
  kind: `'index'`,
  schema: 'n.nspname',
  table: 't.relname',
  name: 'c.relname',
  lines: lines(
    `case when i.indisunique then 'unique ' else '' end || substring(pg_get_indexdef(c.oid) from ' USING (.*)$')`,
    when('not i.indisvalid', `'invalid'`),
    when('i.indisclustered', `'clustered'`),
    `'options ' || array_to_string(c.reloptions, ', ')`,
    comment('c.oid', 'pg_class'),
  ),
  from: `pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
    join pg_namespace n on n.oid = c.relnamespace`,
  where: `${userSchema} and ${ownWork('pg_class', 'c.oid')} and ${ownWork('pg_class', 't.oid')}
    and not exists (select from pg_constraint k where k.conindid = c.oid and k.contype in ('p', 'u', 'x'))`,
})

/** Their values are data; those of identity columns are told by the column. */
const sequences = arm({
  kind: `'sequence'`,
  schema: 'n.nspname',
  table: `(select o.relname from pg_depend d join pg_class o on o.oid = d.refobjid
    where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.refclassid = 'pg_class'::regclass
      and d.deptype = 'a' and o.relnamespace = c.relnamespace limit 1)`,
  name: 'c.relname',
  lines: `${lines(
    `format('%s start %s increment %s from %s to %s cache %s%s', format_type(s.seqtypid, null), s.seqstart,
      s.seqincrement, s.seqmin, s.seqmax, s.seqcache, case when s.seqcycle then ' cycle' else '' end)`,
    `(select format('owned by %s.%s', d.refobjid::regclass, a.attname) from pg_depend d
      join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
      where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'a' limit 1)`,
    comment('c.oid', 'pg_class'),
  )} || ${grants('c.relacl', 's', 'c.relowner')}`,
  from: `pg_sequence s join pg_class c on c.oid = s.seqrelid join pg_namespace n on n.oid = c.relnamespace`,
  where: `${userSchema} and ${ownWork('pg_class', 'c.oid')} and not exists (select from pg_depend d
    where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'i')`,
})

const views = arm({
  kind: `case c.relkind when 'v' then 'view' else 'materialized view' end`,
  schema: 'n.nspname',
  name: 'c.relname',
  lines: `${lines(
    `'as ' || pg_get_viewdef(c.oid)`,
    when('not c.relispopulated', `'not populated'`),
    `'options ' || array_to_string(c.reloptions, ', ')`,
    comment('c.oid', 'pg_class'),
    `'comments ' || (select string_agg(format('%I %L', a.attname, m.description), ', ' order by a.attname)
      from pg_description m join pg_attribute a on a.attrelid = m.objoid and a.attnum = m.objsubid
      where m.classoid = 'pg_class'::regclass and m.objoid = c.oid and m.objsubid > 0)`,
  )} || ${grants('c.relacl', 'r', 'c.relowner')}`,
  from: inTable,
  where: `c.relkind in ('v', 'm') and ${userSchema} and ${ownWork('pg_class', 'c.oid')}`,
})

const statistics = arm({
  kind: `'statistics'`,
  schema: 'n.nspname',
  table: 'c.relname',
  name: 's.stxname',
  lines: lines(
    `substring(pg_get_statisticsobjdef(s.oid) from '(?:\\((?:ndistinct|dependencies|mcv)[^)]*\\) )?ON .*$')`,
    `'target ' || nullif(s.stxstattarget::int, -1)`,
    comment('s.oid', 'pg_statistic_ext'),
  ),
  from: `pg_statistic_ext s join pg_class c on c.oid = s.stxrelid join pg_namespace n on n.oid = s.stxnamespace`,
  where: `${userSchema} and ${ownWork('pg_statistic_ext', 's.oid')}`,
})

/** Queries of tables and what belongs to them. */
export const tableArms: readonly string[] = [
  tables,
  columns,
  constraints,
  indexes,
  sequences,
  views,
  statistics,
]
