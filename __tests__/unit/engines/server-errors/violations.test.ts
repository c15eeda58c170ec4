import { expect, test } from '@jest/globals'
import { grantLine, lineFor, readDenied } from '../../../../src/engines/server-errors/grants.ts'
import { aboutOf, queriesFor, type Violation } from '../../../../src/engines/server-errors/violations.ts'

function queryOf(given: Partial<Violation>): string | undefined {
  const found = queriesFor({
    code: '23505',
    message: 'could not create unique index "i"',
    detail: 'Key (a)=(1) is duplicated.',
    about: { schema: 'public', table: 't' },
    statement: 'create unique index i on t (a)',
    undone: [],
    ...given,
  })
  return found[0]?.line
}

test.each<[string, Partial<Violation>, string | undefined]>([
  [
    'a name that needs quotes',
    { about: { schema: 'Big', table: 'order' } },
    'select a, count(*) from "Big"."order" where a is not null group by a having count(*) > 1;',
  ],
  [
    'several columns',
    { detail: 'Key (a, lower(b))=(1, x) is duplicated.' },
    'select a, lower(b), count(*) from t where (a, lower(b)) is not null group by a, lower(b) having count(*) > 1;',
  ],
  [
    'nulls that count',
    { statement: 'create unique index i on t (a) nulls not distinct' },
    'select a, count(*) from t group by a having count(*) > 1;',
  ],
  [
    'a part of the table',
    { statement: "create unique index i on t (a) where b = 'x' -- said\n  and c/**/is null" },
    "select a, count(*) from t where a is not null and (b = 'x' and c is null) group by a having count(*) > 1;",
  ],
  ['a row that is inserted', { message: 'duplicate key value violates unique constraint "i"' }, undefined],
  ['a table that the revision made', { undone: [{ kind: 'table', name: 't', effect: 'makes' }] }, undefined],
  [
    'a column that the revision made',
    { undone: [{ kind: 'column', table: 't', name: 'a', effect: 'makes' }] },
    undefined,
  ],
])('duplicates: %s', (_, given, line) => {
  expect(queryOf(given)).toBe(line)
})

test.each<[string, string | undefined]>([
  [
    'alter table t add constraint c check (a > 0), add constraint d check (b > (1))',
    'select * from t where not (a > 0) limit 20;',
  ],
  [
    'alter table t add constraint "C" check (a > 0), add constraint c check ((b) in (1, 2))',
    'select * from t where not ((b) in (1, 2)) limit 20;',
  ],
  ['alter table t add check (a > 0)', 'select * from t where not (a > 0) limit 20;'],
  ['alter table t add check (a > 0), add check (b > 0)', undefined],
  ['insert into t values (1)', undefined],
])('a check: %s', (statement, line) => {
  const about = { schema: 'public', table: 't', constraint: 'c' }
  expect(queryOf({ code: '23514', message: 'x', detail: '', about, statement })).toBe(line)
})

test.each([
  ['permission denied for schema public', undefined, 'grant usage, create on schema public to "Me";'],
  [
    'permission denied for table two words',
    's',
    'grant select, insert, update, delete on table s."two words" to "Me";',
  ],
  [
    'permission denied for sequence s_id_seq',
    'public',
    'grant usage, select, update on sequence s_id_seq to "Me";',
  ],
  ['permission denied for database app', undefined, 'grant create on database app to "Me";'],
  ['must be owner of relation t', 'app', 'alter table app.t owner to "Me";'],
  ['must be owner of function f', undefined, 'alter function f owner to "Me";'],
  ['must be owner of materialized view v', undefined, 'alter materialized view v owner to "Me";'],
])('%s', (message, schema, line) => {
  const denied = readDenied(message)
  expect(denied && grantLine(denied, 'Me', schema)).toBe(line)
})

test.each([
  ['permission denied to create extension "uuid-ossp"', 'create extension if not exists "uuid-ossp";'],
  ['must be able to SET ROLE "owner"', 'grant owner to me;'],
  ['must be member of role "owner"', 'grant owner to me;'],
  ['permission denied to set role "owner"', 'grant owner to me;'],
  ['new row violates row-level security policy for table "t"', undefined],
])('%s', (message, line) => {
  expect(readDenied(message)).toBeUndefined()
  expect(lineFor(message, 'me')).toBe(line)
})

test.each([
  [
    'column "a" of relation "t" contains null values',
    'ALTER TABLE t ALTER a SET NOT NULL',
    { column: 'a', table: 't' },
  ],
  ['could not create unique index "i"', 'CREATE UNIQUE INDEX i ON s."T" (a)', { schema: 's', table: 'T' }],
  [
    'check constraint "c" of relation "t" is violated by some row',
    'ALTER TABLE IF EXISTS ONLY t ADD CONSTRAINT c CHECK (a > 0)',
    { table: 't', constraint: 'c' },
  ],
  ['x', 'select 1', {}],
  ['x', '', {}],
])('what it is about: %s', (message, statement, about) => {
  expect(aboutOf(message, statement)).toEqual(about)
})
