import { arm, comment, grants, lines, ownWork, userSchema, when } from './parts.ts'

const argumentsOf = `p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')'`
const own = `${userSchema} and ${ownWork('pg_proc', 'p.oid')}
  and not exists (select from pg_depend d
    where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'i')`

const functions = arm({
  kind: `case p.prokind when 'p' then 'procedure' else 'function' end`,
  schema: 'n.nspname',
  name: argumentsOf,
  lines: `${lines(`'as ' || pg_get_functiondef(p.oid)`, comment('p.oid', 'pg_proc'))} || ${grants('p.proacl', 'f', 'p.proowner')}`,
  from: `pg_proc p join pg_namespace n on n.oid = p.pronamespace`,
  where: `p.prokind <> 'a' and ${own}`,
})

const aggregates = arm({
  kind: `'aggregate'`,
  schema: 'n.nspname',
  name: argumentsOf,
  lines: `${lines(
    `'returns ' || format_type(p.prorettype, null)`,
    `format('as %s', concat_ws(' ', g.aggkind, g.aggtransfn::regprocedure, format_type(g.aggtranstype, null),
      nullif(g.aggfinalfn::oid, 0)::regprocedure, nullif(g.aggcombinefn::oid, 0)::regprocedure,
      nullif(g.aggserialfn::oid, 0)::regprocedure, nullif(g.aggdeserialfn::oid, 0)::regprocedure,
      nullif(g.aggmtransfn::oid, 0)::regprocedure, g.aggfinalmodify, nullif(g.aggsortop, 0)::regoperator,
      quote_literal(g.agginitval), p.proparallel))`,
    comment('p.oid', 'pg_proc'),
  )} || ${grants('p.proacl', 'f', 'p.proowner')}`,
  from: `pg_proc p join pg_aggregate g on g.aggfnoid = p.oid join pg_namespace n on n.oid = p.pronamespace`,
  where: own,
})

const enabled = (column: string) =>
  `case ${column} when 'D' then 'disabled' when 'R' then 'on replicas only' when 'A' then 'also on replicas' end`

const onRelation = `pg_class c on c.oid = %s join pg_namespace n on n.oid = c.relnamespace`
const on = (oid: string) => onRelation.replace('%s', oid)

/** A partition's are its parent's. */
const triggers = arm({
  kind: `'trigger'`,
  schema: 'n.nspname',
  table: 'c.relname',
  name: 't.tgname',
  lines: lines(
    `regexp_replace(pg_get_triggerdef(t.oid), '^CREATE (CONSTRAINT )?TRIGGER \\S+ ', '\\1')`,
    enabled('t.tgenabled'),
    comment('t.oid', 'pg_trigger'),
  ),
  from: `pg_trigger t join ${on('t.tgrelid')}`,
  where: `not t.tgisinternal and t.tgparentid = 0 and ${userSchema} and ${ownWork('pg_trigger', 't.oid')}
    and ${ownWork('pg_class', 'c.oid')}`,
})

const rules = arm({
  kind: `'rule'`,
  schema: 'n.nspname',
  table: 'c.relname',
  name: 'r.rulename',
  lines: lines('pg_get_ruledef(r.oid)', enabled('r.ev_enabled'), comment('r.oid', 'pg_rewrite')),
  from: `pg_rewrite r join ${on('r.ev_class')}`,
  where: `r.rulename <> '_RETURN' and ${userSchema} and ${ownWork('pg_class', 'c.oid')}`,
})

const policies = arm({
  kind: `'policy'`,
  schema: 'n.nspname',
  table: 'c.relname',
  name: 'p.polname',
  lines: lines(
    `format('for %s to %s', case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update'
      when 'd' then 'delete' else 'all' end, (select string_agg(case r.oid when 0 then 'public'
      else pg_get_userbyid(r.oid)::text end, ', ' order by 1) from unnest(p.polroles) as r(oid)))`,
    when('not p.polpermissive', `'restrictive'`),
    `'using ' || pg_get_expr(p.polqual, p.polrelid)`,
    `'with check ' || pg_get_expr(p.polwithcheck, p.polrelid)`,
    comment('p.oid', 'pg_policy'),
  ),
  from: `pg_policy p join ${on('p.polrelid')}`,
  where: `${userSchema} and ${ownWork('pg_class', 'c.oid')}`,
})

const eventTriggers = arm({
  kind: `'event trigger'`,
  name: 'e.evtname',
  lines: lines(
    `'on ' || e.evtevent`,
    `'for ' || array_to_string(e.evttags, ', ')`,
    `'runs ' || e.evtfoid::regproc`,
    enabled('e.evtenabled'),
    comment('e.oid', 'pg_event_trigger'),
  ),
  from: 'pg_event_trigger e',
  where: ownWork('pg_event_trigger', 'e.oid'),
})

/** Queries of what runs: functions, and what calls them. */
export const codeArms: readonly string[] = [functions, aggregates, triggers, rules, policies, eventTriggers]
