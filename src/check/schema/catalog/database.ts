import { arm, comment, grants, lines, ownWork, userSchema, when } from './parts.ts'

const schemas = arm({
  kind: `'schema'`,
  name: 'n.nspname',
  // The comment that initdb makes is gone once the schema was made anew.
  lines: `${lines(
    `'comment ' || quote_literal(nullif(obj_description(n.oid, 'pg_namespace'), 'standard public schema'))`,
  )} || ${grants('n.nspacl', 'n', 'n.nspowner')}`,
  from: 'pg_namespace n',
  where: `${userSchema} and ${ownWork('pg_namespace', 'n.oid')}`,
})

const extensions = arm({
  kind: `'extension'`,
  name: 'e.extname',
  lines: lines(`'version ' || e.extversion`, `'in schema ' || n.nspname`),
  from: 'pg_extension e join pg_namespace n on n.oid = e.extnamespace',
  where: `e.extname <> 'plpgsql'`,
})

/** `schemas`: what a publication of whole schemas is kept in, from version 15 on. */
const publications = (inSchemas: string) =>
  arm({
    kind: `'publication'`,
    name: 'p.pubname',
    lines: `${lines(
      when('p.puballtables', `'all tables'`),
      `'publishes ' || concat_ws(', ', ${['insert', 'update', 'delete', 'truncate']
        .map(what => when(`p.pub${what}`, `'${what}'`))
        .join(', ')})`,
      when('p.pubviaroot', `'by way of the root of partitions'`),
      ...(inSchemas === '' ? [] : [inSchemas]),
      comment('p.oid', 'pg_publication'),
    )} || coalesce((select array_agg(concat_ws(' ', 'table', r.prrelid::regclass,
        case when to_jsonb(r) ->> 'prattrs' is not null then to_jsonb(t) ->> 'attnames' end,
        'where ' || (to_jsonb(t) ->> 'rowfilter')) order by r.prrelid::regclass::text)
      from pg_publication_rel r join pg_class c on c.oid = r.prrelid join pg_namespace n on n.oid = c.relnamespace
      left join pg_publication_tables t
        on t.pubname = p.pubname and t.schemaname = n.nspname and t.tablename = c.relname
      where r.prpubid = p.oid), '{}')`,
    from: 'pg_publication p',
    where: ownWork('pg_publication', 'p.oid'),
  })

const publishedSchemas = `(select 'tables in schema ' || string_agg(s.pnnspid::regnamespace::text, ', '
  order by s.pnnspid::regnamespace::text) from pg_publication_namespace s where s.pnpubid = p.oid)`

const dictionaries = arm({
  kind: `'text search dictionary'`,
  schema: 'n.nspname',
  name: 'd.dictname',
  lines: lines(`concat_ws(' ', t.tmplname, d.dictinitoption)`, comment('d.oid', 'pg_ts_dict')),
  from: `pg_ts_dict d join pg_ts_template t on t.oid = d.dicttemplate join pg_namespace n on n.oid = d.dictnamespace`,
  where: `${userSchema} and ${ownWork('pg_ts_dict', 'd.oid')}`,
})

const configurations = arm({
  kind: `'text search configuration'`,
  schema: 'n.nspname',
  name: 'f.cfgname',
  lines: `${lines(comment('f.oid', 'pg_ts_config'))} || coalesce((select array_agg(
      format('%s %s', m.maptokentype, m.mapdict::regdictionary) order by m.maptokentype, m.mapseqno)
    from pg_ts_config_map m where m.mapcfg = f.oid), '{}')`,
  from: 'pg_ts_config f join pg_namespace n on n.oid = f.cfgnamespace',
  where: `${userSchema} and ${ownWork('pg_ts_config', 'f.oid')}`,
})

const languages = arm({
  kind: `'language'`,
  name: 'l.lanname',
  lines: `${lines(when('l.lanpltrusted', `'trusted'`), `'handler ' || l.lanplcallfoid::regproc`)} || ${grants('l.lanacl', 'l', 'l.lanowner')}`,
  from: 'pg_language l',
  where: `l.lanispl and ${ownWork('pg_language', 'l.oid')}`,
})

/** Options may be credentials: whether they differ is told, and not what they are. */
const wrappers = arm({
  kind: `'foreign-data wrapper'`,
  name: 'w.fdwname',
  lines: `${lines(
    `concat_ws(' ', nullif(w.fdwhandler::oid, 0)::regproc, nullif(w.fdwvalidator::oid, 0)::regproc)`,
    `'options ' || md5(w.fdwoptions::text)`,
  )} || ${grants('w.fdwacl', 'F', 'w.fdwowner')}`,
  from: 'pg_foreign_data_wrapper w',
  where: ownWork('pg_foreign_data_wrapper', 'w.oid'),
})

const servers = arm({
  kind: `'foreign server'`,
  name: 's.srvname',
  lines: `${lines(
    `concat_ws(' ', 'of', w.fdwname, s.srvtype, s.srvversion)`,
    `'options ' || md5(s.srvoptions::text)`,
    comment('s.oid', 'pg_foreign_server'),
  )} || ${grants('s.srvacl', 'S', 's.srvowner')}`,
  from: 'pg_foreign_server s join pg_foreign_data_wrapper w on w.oid = s.srvfdw',
  where: ownWork('pg_foreign_server', 's.oid'),
})

const defaultPrivileges = arm({
  kind: `'default privileges'`,
  schema: 'n.nspname',
  name: `format('of %s on %s', pg_get_userbyid(p.defaclrole), case p.defaclobjtype when 'r' then 'tables'
    when 'S' then 'sequences' when 'f' then 'functions' when 'T' then 'types' when 'n' then 'schemas'
    else p.defaclobjtype::text end)`,
  lines: `coalesce((select array_agg(g.line order by g.line) from (
    select format('grant %s to %s', string_agg(lower(x.privilege_type), ', ' order by x.privilege_type),
      case x.grantee when 0 then 'public' else pg_get_userbyid(x.grantee)::text end) as line
    from aclexplode(p.defaclacl) x group by x.grantee) g), '{}')`,
  from: 'pg_default_acl p left join pg_namespace n on n.oid = p.defaclnamespace',
  where: 'true',
})

/** A value may be a secret that an application reads: whether it differs is told, and not what it is. */
const settings = arm({
  kind: `'database setting'`,
  name: `split_part(v.setting, '=', 1) || coalesce(' of ' || nullif(s.setrole, 0)::regrole::text, '')`,
  lines: `array[md5(v.setting)]`,
  from: 'pg_db_role_setting s cross join unnest(s.setconfig) as v(setting)',
  where: 's.setdatabase = (select b.oid from pg_database b where b.datname = current_database())',
})

/** Queries of what belongs to no table and is no code; `version` as in server_version_num. */
export function databaseArms(version: number): string[] {
  return [
    schemas,
    extensions,
    publications(version < 150_000 ? '' : publishedSchemas),
    dictionaries,
    configurations,
    languages,
    wrappers,
    servers,
    defaultPrivileges,
    settings,
  ]
}
