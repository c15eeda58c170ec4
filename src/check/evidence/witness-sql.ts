/**
 * What stands in the rehearsal database and watches from inside of every session, whatever driver it comes by. Its
 * schema has the prefix that Postgres keeps for itself, so that what walks through all schemas passes it by.
 */
const schema = 'pg_migration_gate'

const is = 'operator(pg_catalog.=)'
const isNot = 'operator(pg_catalog.<>)'

/**
 * Ours alone: the ordinary owner of the database can neither read nor change it, and the functions run as we do. What
 * is known before a command is kept in a setting of the session, since a write there would end DROP INDEX
 * CONCURRENTLY, which must be the first of its transaction; one on top of the other, for commands within commands.
 * `nested`: a block or a function ran the command. Only then has the stack of calls a second line
 * (PostgreSQL documentation, 41.6.9 Obtaining Execution Location Information); nobody but the server writes it.
 */
export const install = `
set search_path = pg_catalog, pg_temp;
set allow_system_table_mods = on;
create schema ${schema};
reset allow_system_table_mods;
revoke all on schema ${schema} from public;

create table ${schema}.watching (revision text, since timestamptz);
insert into ${schema}.watching values (null, null);

create table ${schema}.known (oid oid primary key, home jsonb not null, name jsonb not null, file oid,
  view boolean);

create table ${schema}.statements (
  id bigint generated always as identity primary key, revision text, pid int, xid bigint, statement text, tag text,
  objects jsonb, before jsonb, after jsonb, began timestamptz, ended timestamptz, wal bigint, lock_timeout text,
  time_zone text, nested boolean);

create table ${schema}.ends (
  xid bigint primary key, revision text, pid int, began timestamptz, ended timestamptz, after jsonb);

create table ${schema}.rewritten (revision text, oid oid, name jsonb);

create function ${schema}.look() returns jsonb language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(jsonb_object_agg(known.oid, jsonb_build_object(
    'name', name, 'view', view, 'parent', parent, 'locks', locks, 'gone', gone, 'file', nullif(file_now, file),
    'scans', scans, 'read', read, 'added', added, 'changed', changed, 'removed', removed)), '{}')
  from ${schema}.known
  left join (select relation, jsonb_agg(distinct mode) as locks from pg_locks
    where locktype = 'relation' and granted and pid = pg_backend_pid() group by relation) held on relation = oid,
  lateral (select (select inhparent::text from pg_inherits where inhrelid = known.oid limit 1) as parent,
    not exists (select from pg_class where pg_class.oid = known.oid) as gone, pg_relation_filenode(known.oid) as file_now,
    pg_stat_get_xact_numscans(known.oid) as scans,
    pg_stat_get_xact_tuples_returned(known.oid) as read, pg_stat_get_xact_tuples_inserted(known.oid) as added,
    pg_stat_get_xact_tuples_updated(known.oid) as changed, pg_stat_get_xact_tuples_deleted(known.oid) as removed) seen
  where locks is not null or scans > 0 or added > 0 or changed > 0 or removed > 0 or file_now is distinct from file
$$;

create function ${schema}.before() returns event_trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from ${schema}.watching where revision is not null) then return; end if;
  perform set_config('pg_migration_gate.before', concat(jsonb_build_object('state', ${schema}.look(),
    'at', clock_timestamp(), 'wal', pg_current_wal_insert_lsn()), chr(10),
    current_setting('pg_migration_gate.before', true)), false);
end $$;

create function ${schema}.after() returns event_trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
  watched text := (select revision from ${schema}.watching);
  stack text := coalesce(current_setting('pg_migration_gate.before', true), '');
  seen jsonb;
  done jsonb;
  calls text;
begin
  if watched is null then return; end if;
  get diagnostics calls = pg_context;
  done := ${schema}.look();
  seen := coalesce(nullif(split_part(stack, chr(10), 1), ''), '{}');
  perform set_config('pg_migration_gate.before', substr(stack, nullif(strpos(stack, chr(10)), 0) + 1), false);
  begin
  insert into ${schema}.statements (revision, pid, xid, statement, tag, objects, before, after, began, ended, wal,
    lock_timeout, time_zone, nested)
  values (watched, pg_backend_pid(), txid_current(), left(current_query(), 200000), tg_tag,
    (select jsonb_agg(distinct objid) from pg_event_trigger_ddl_commands() where classid = 'pg_class'::regclass),
    seen -> 'state', done, (seen ->> 'at')::timestamptz, clock_timestamp(),
    pg_wal_lsn_diff(pg_current_wal_insert_lsn(), (seen ->> 'wal')::pg_lsn),
    current_setting('lock_timeout'), current_setting('TimeZone'), strpos(calls, chr(10)) > 0);
  -- REFRESH MATERIALIZED VIEW CONCURRENTLY has commands within, where no trigger may wait for the end.
  exception when others then null;
  end;
end $$;

create function ${schema}.at_end() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare watched text := (select revision from ${schema}.watching);
begin
  if watched is null then return null; end if;
  update ${schema}.ends set ended = clock_timestamp() where xid = txid_current();
  if not found then
    insert into ${schema}.ends
    values (txid_current(), watched, pg_backend_pid(), now(), clock_timestamp(), ${schema}.look());
  end if;
  return null;
end $$;

create constraint trigger at_end after insert on ${schema}.statements deferrable initially deferred
for each row execute function ${schema}.at_end();
alter table ${schema}.statements enable always trigger at_end;

create event trigger pg_migration_gate_before on ddl_command_start execute function ${schema}.before();
create event trigger pg_migration_gate_after on ddl_command_end execute function ${schema}.after();
alter event trigger pg_migration_gate_before enable always;
alter event trigger pg_migration_gate_after enable always;
`

/** `text`: the name of a history table, as it is written. Its rows tell that a transaction of a revision ends. */
export const watchHistory = (text: string) => `
create constraint trigger pg_migration_gate_end after insert or update or delete on ${text}
deferrable initially deferred for each row execute function ${schema}.at_end()`

/** Every name with its schema: the owner of the database may have made any of them in a schema of his own. */
const tables = `select c.oid, pg_catalog.to_jsonb(array[n.nspname, c.relname]) as name,
    pg_catalog.pg_relation_filenode(c.oid::pg_catalog.regclass) as file, c.relkind ${is} 'm' as view
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid ${is} c.relnamespace
  where c.relkind ${is} any (array['r', 'p', 'm']::pg_catalog."char"[]) and c.relpersistence ${isNot} 't'
    and n.nspname ${isNot} 'information_schema' and not pg_catalog.starts_with(n.nspname::pg_catalog.text, 'pg_')`

/** $1: the history tables, which belong to the gate. */
export const knowTables = `
insert into ${schema}.known select t.oid, t.name, t.name, t.file, t.view from (${tables}) t
where t.oid ${isNot} all (select coalesce(pg_catalog.to_regclass(h)::pg_catalog.oid, 0::pg_catalog.oid)
  from pg_catalog.unnest($1::pg_catalog.text[]) h)`

/** $1: a history table. Gives whether it is there. */
export const findHistory = 'select pg_catalog.to_regclass($1::pg_catalog.text) is not null as there'

/** What lies elsewhere than before the revision, whether or not a statement of it was seen. */
export const endWatching = `
insert into ${schema}.rewritten select w.revision, k.oid, k.name from ${schema}.watching w, ${schema}.known k
where w.revision is not null
  and pg_catalog.pg_relation_filenode(k.oid::pg_catalog.regclass) ${isNot} k.file`

/** A table that was dropped and made again, by a way down and up, is the same to a person. $1: the revision, or null. */
export const beginWatching = `
with there as (${tables}), again as (
  update ${schema}.known k set oid = there.oid from there
  where there.name ${is} k.home and not exists (select from pg_catalog.pg_class c where c.oid ${is} k.oid))
update ${schema}.watching set revision = $1, since = pg_catalog.clock_timestamp()`

/** The names and files of now. */
export const refreshKnown = `
update ${schema}.known k set file = there.file, name = there.name from (${tables}) there where there.oid ${is} k.oid`

const milliseconds = (column: string) =>
  `pg_catalog.float8mul(extract(epoch from ${column})::pg_catalog.float8, 1000)`

export const readStatements = `
select s.id::pg_catalog.text, s.revision, s.pid, s.xid::pg_catalog.text, s.statement, s.tag, s.nested,
  coalesce(s.objects, '[]') as objects, coalesce(s.before, '{}') as before, s.after,
  ${milliseconds('s.began')} as began, ${milliseconds('s.ended')} as ended, s.wal::pg_catalog.float8 as wal,
  s.lock_timeout as "lockTimeout", s.time_zone as "timeZone"
from ${schema}.statements s order by s.id`

/** Of every transaction of a revision that had DDL or wrote the history. */
export const readEnds = `
select e.xid::pg_catalog.text, e.revision, e.pid, ${milliseconds('e.ended')} as ended, e.after
from ${schema}.ends e order by e.ended`

export const readRewritten = `select distinct r.revision, r.oid::pg_catalog.text, r.name from ${schema}.rewritten r`

export const remove = `drop schema if exists ${schema} cascade`
