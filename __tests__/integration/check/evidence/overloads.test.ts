/** The owner of the database makes functions and operators with the names of those that the witness uses. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { withClient } from '../../../../script/postgres.mjs'
import { installWitness, readEvidence, watchRevision } from '../../../../src/check/evidence/witness.ts'
import * as sql from '../../../../src/check/evidence/witness-sql.ts'
import { query } from '../../../support/postgres.ts'
import { onEachServer } from '../../../support/servers.ts'
import { openSuperuser, type Rehearsal, rehearse, sayTables } from '../../../support/witness.ts'

const text = Object.values(sql)
  .map(one => (typeof one === 'function' ? one('h') : one))
  .join('\n')
const words = [...new Set(text.match(/[a-z_]\w*/g))]
const signs = [...new Set([...(text.match(/[-+*<>=~!|]+/g) ?? []), '=', '<>', '~~', '!~~', '*'])]

/** Each of every type that the server has one for, and some that fit better than those: they tell when a superuser ran them. */
const overload = `do $do$
declare
  one record; number int := 0; made int := 0;
  body text := $b$ language plpgsql as $f$ begin
    if (select rolsuper from pg_catalog.pg_roles where rolname operator(pg_catalog.=) current_user) then
      insert into public.caught values (%L); end if;
    return null; end $f$ $b$;
begin
  for one in
    select proname as name, pg_get_function_identity_arguments(p.oid) as arguments, pg_get_function_result(p.oid) as result
    from pg_proc p where pronamespace = 'pg_catalog'::regnamespace and prokind = 'f' and proname = any (%WORDS%)
    union all values ('pg_relation_filenode', 'o oid', 'oid'), ('to_jsonb', 'n name[]', 'jsonb'), ('to_regclass', 't name', 'regclass')
  loop
    begin
      execute format('create function public.%I(%s) returns %s ' || body, one.name, one.arguments, one.result, one.name);
      made := made + 1;
    exception when others then null;
    end;
  end loop;
  for one in
    select oprname as name, format_type(oprleft, null) as l, format_type(oprright, null) as r,
      format_type(oprresult, null) as result
    from pg_operator where oprnamespace = 'pg_catalog'::regnamespace and oprleft <> 0 and oprname = any (%SIGNS%)
    union all values ('=', 'oid', 'regclass', 'boolean'), ('<>', 'oid', 'regclass', 'boolean'),
      ('=', '"char"', 'text', 'boolean'), ('<>', 'name', 'name', 'boolean'), ('*', 'double precision', 'integer', 'double precision'),
      ('*', 'numeric', 'integer', 'numeric')
  loop
    begin
      number := number + 1;
      execute format('create function public.%I(a %s, b %s) returns %s ' || body, 'op' || number, one.l, one.r, one.result,
        one.name || ' ' || one.l || ' ' || one.r);
      execute format('create operator public.%s (leftarg = %s, rightarg = %s, function = public.%I)', one.name, one.l, one.r,
        'op' || number);
      made := made + 1;
    exception when others then null;
    end;
  end loop;
  if made < 100 then raise 'only % were made', made; end if;
  execute format('alter database %I set search_path = public, pg_catalog', current_database());
end $do$`

const list = (all: string[]) => `array['${all.join("','")}']`

onEachServer(server => {
  let rehearsal: Rehearsal
  beforeAll(async () => {
    rehearsal = await rehearse(
      server.superuserUrl,
      'create table orders (id int); create table caught (what text)',
    )
  })
  afterAll(() => rehearsal.end())

  it('no superuser runs them, before or after the witness came', async () => {
    const { database } = rehearsal
    const made = overload.replace('%WORDS%', list(words)).replace('%SIGNS%', list(signs))
    await rehearsal.run(client => client.query(made).then(() => undefined))
    await readEvidence(rehearsal.session)
    await rehearsal.session.run(sql.remove)
    const session = await openSuperuser(database.superuserUrl)
    await installWitness(session, [{ schema: 'public', table: 'alembic_version' }])
    await watchRevision(session, 'next')
    await withClient(database.url, client =>
      client.query('alter table orders add a float8 default pg_catalog.random()'),
    )
    await watchRevision(session, undefined)
    const evidence = await readEvidence(session)
    await session.close()
    expect(await query(database.superuserUrl, 'select distinct what from public.caught')).toEqual([])
    expect(sayTables(evidence)).toEqual(['ALTER TABLE orders AccessExclusive rewritten scanned'])
  })
})
