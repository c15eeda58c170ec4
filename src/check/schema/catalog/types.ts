import { arm, comment, grants, lines, ownWork, userSchema, when } from './parts.ts'

const inSchema = 'pg_type t join pg_namespace n on n.oid = t.typnamespace'
const own = `${userSchema} and ${ownWork('pg_type', 't.oid')}`
const end = `${lines(comment('t.oid', 'pg_type'))} || ${grants('t.typacl', 'T', 't.typowner')}`

const enums = `'enum ' || (select '(' || string_agg(quote_literal(l.enumlabel), ', ' order by l.enumsortorder) || ')'
  from pg_enum l where l.enumtypid = t.oid)`

/** The order of the attributes is a part of the type: a row is written by it. */
const attributes = `'of ' || (select '(' || string_agg(format('%I %s%s', a.attname, format_type(a.atttypid, a.atttypmod),
    (select format(' collate %I', o.collname) from pg_collation o, pg_type b
      where o.oid = a.attcollation and b.oid = a.atttypid and a.attcollation <> b.typcollation)),
  ', ' order by a.attnum) || ')'
  from pg_attribute a where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped)`

const range = `(select format('range of %s', concat_ws(' ', format_type(r.rngsubtype, null),
    (select o.opcname from pg_opclass o where o.oid = r.rngsubopc),
    (select o.collname from pg_collation o where o.oid = r.rngcollation),
    nullif(r.rngcanonical::oid, 0)::regproc, nullif(r.rngsubdiff::oid, 0)::regproc))
  from pg_range r where r.rngtypid = t.oid)`

const types = arm({
  kind: `'type'`,
  schema: 'n.nspname',
  name: 't.typname',
  lines: `array_remove(array[case t.typtype
    when 'e' then ${enums}
    when 'c' then ${attributes}
    when 'r' then ${range}
    when 'p' then 'a shell'
    else format('base %s %s %s %s', t.typinput, t.typoutput, t.typlen, t.typstorage) end]::text[], null) || ${end}`,
  from: `${inSchema} left join pg_class c on c.oid = t.typrelid`,
  where: `(t.typtype in ('e', 'r', 'p') or c.relkind = 'c' or (t.typtype = 'b' and not exists (
      select from pg_type e where e.typarray = t.oid)))
    and (t.typtype <> 'c' or c.relkind = 'c') and ${own}`,
})

const domains = arm({
  kind: `'domain'`,
  schema: 'n.nspname',
  name: 't.typname',
  lines: `${lines(
    'format_type(t.typbasetype, t.typtypmod)',
    `(select 'collation ' || o.collname from pg_collation o, pg_type b
      where o.oid = t.typcollation and b.oid = t.typbasetype and t.typcollation <> b.typcollation)`,
    when('t.typnotnull', `'not null'`),
    `'default ' || t.typdefault`,
  )} || ${end}`,
  from: inSchema,
  where: `t.typtype = 'd' and ${own}`,
})

const collations = arm({
  kind: `'collation'`,
  schema: 'n.nspname',
  name: 'o.collname',
  // The columns of this catalog change from version to version.
  lines: lines(
    `(select 'as ' || string_agg(format('%s %s', replace(j.key, 'iculocale', 'locale'), j.value), ', '
      order by replace(j.key, 'iculocale', 'locale')) from jsonb_each_text(to_jsonb(o)) j
      where j.key not in ('oid', 'collname', 'collnamespace', 'collowner', 'collversion') and j.value is not null)`,
    comment('o.oid', 'pg_collation'),
  ),
  from: 'pg_collation o join pg_namespace n on n.oid = o.collnamespace',
  where: `${userSchema} and ${ownWork('pg_collation', 'o.oid')}`,
})

const casts = arm({
  kind: `'cast'`,
  name: `format('%s as %s', format_type(k.castsource, null), format_type(k.casttarget, null))`,
  lines: lines(
    `concat_ws(' ', k.castcontext, k.castmethod, nullif(k.castfunc, 0)::regprocedure)`,
    comment('k.oid', 'pg_cast'),
  ),
  from: 'pg_cast k',
  // 16384: the first number of an object that no initdb made (FirstNormalObjectId, access/transam.h). A range brings one.
  where: `k.oid >= 16384 and ${ownWork('pg_cast', 'k.oid')} and not exists (select from pg_depend d
    where d.classid = 'pg_cast'::regclass and d.objid = k.oid and d.deptype = 'i')`,
})

const operators = arm({
  kind: `'operator'`,
  schema: 'n.nspname',
  name: `format('%s (%s, %s)', p.oprname, case p.oprleft when 0 then 'none' else format_type(p.oprleft, null) end,
    format_type(p.oprright, null))`,
  lines: lines(
    `concat_ws(' ', p.oprcode::regprocedure, nullif(p.oprcom, 0)::regoperator, nullif(p.oprnegate, 0)::regoperator,
      nullif(p.oprrest::oid, 0)::regproc, nullif(p.oprjoin::oid, 0)::regproc, p.oprcanhash, p.oprcanmerge)`,
    comment('p.oid', 'pg_operator'),
  ),
  from: 'pg_operator p join pg_namespace n on n.oid = p.oprnamespace',
  where: `${userSchema} and ${ownWork('pg_operator', 'p.oid')}`,
})

const families = arm({
  kind: `'operator family'`,
  schema: 'n.nspname',
  name: `f.opfname || ' using ' || m.amname`,
  lines: `coalesce((select array_agg(format('operator %s %s %s', o.amopstrategy, o.amopopr::regoperator, o.amoppurpose)
      order by o.amopstrategy, o.amopopr::regoperator::text) from pg_amop o where o.amopfamily = f.oid), '{}')
    || coalesce((select array_agg(format('function %s %s', o.amprocnum, o.amproc::regprocedure)
      order by o.amprocnum, o.amproc::regprocedure::text) from pg_amproc o where o.amprocfamily = f.oid), '{}')`,
  from: `pg_opfamily f join pg_am m on m.oid = f.opfmethod join pg_namespace n on n.oid = f.opfnamespace`,
  where: `${userSchema} and ${ownWork('pg_opfamily', 'f.oid')}`,
})

const classes = arm({
  kind: `'operator class'`,
  schema: 'n.nspname',
  name: `o.opcname || ' using ' || m.amname`,
  lines: lines(
    `'for ' || format_type(o.opcintype, null)`,
    when('o.opcdefault', `'default'`),
    when('o.opckeytype <> 0', `'storage ' || format_type(o.opckeytype, null)`),
    `'of family ' || f.opfname`,
  ),
  from: `pg_opclass o join pg_am m on m.oid = o.opcmethod join pg_opfamily f on f.oid = o.opcfamily
    join pg_namespace n on n.oid = o.opcnamespace`,
  where: `${userSchema} and ${ownWork('pg_opclass', 'o.oid')}`,
})

/** Queries of types and of what is defined on types. */
export const typeArms: readonly string[] = [types, domains, collations, casts, operators, families, classes]
