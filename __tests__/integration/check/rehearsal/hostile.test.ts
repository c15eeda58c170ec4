/** Revisions that mean ill, or that a rehearsal cannot bear: they break their own server and nothing else. */
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { commitChange, rehearsed, sqlRevision, useChecker } from '../../../support/check.ts'

const check = useChecker()

const pull = (up: string, inputs: Record<string, string> = {}) => {
  commitChange(check.repo, up, 'select 1')
  return check.pulled('change', { inputs: { ...rehearsed.inputs, ...inputs } })
}

test.each([
  ['a program', "copy customers to program 'touch /tmp/pwned'", 'rehearsal-superuser'],
  ['a file of the server', "select pg_read_file('/etc/passwd')", 'rehearsal-superuser'],
  ['a large object of a file', "select lo_import('/etc/passwd')", 'rehearsal-superuser'],
  ['a role', 'create role admin superuser', 'rehearsal-superuser'],
  ['a setting of the server', "alter system set shared_preload_libraries = 'x'", 'file-fault'],
  [
    'its own database',
    "do $$ begin execute 'drop database ' || current_database(); end $$",
    'rehearsal-fails',
  ],
  ['its own session', 'select pg_terminate_backend(pg_backend_pid())', 'rehearsal-fails'],
  ['an extension that is not there', 'create extension postgis', 'rehearsal-extension'],
])('%s', async (_, sql, rule) => {
  const { findings, log } = await pull(sql)
  expect(findings.map(one => one.rule)).toContain(rule)
  expect(log).toMatch(/rehearsed/)
})

test('a statement that never ends is ended, and so is the server', async () => {
  const { said, log } = await pull('select pg_sleep(600)', { 'statement-timeout': '1s' })
  expect(said).toEqual(['rehearsal-endless error'])
  expect(log).toContain('did not come to its end within 1 s for a statement in the rehearsal')
})

test('the image that has an extension is named', async () => {
  const { log } = await pull('create extension vector')
  expect(log).toContain('the image `pgvector/pgvector`')
})

test('a function with the name of one that the witness calls runs no program', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gate-program-'))
  chmodSync(folder, 0o777)
  const body = (result: string) => `language plpgsql as $$ begin
    if (select rolsuper from pg_roles where rolname = current_user) then
      execute 'copy (select 1) to program ''touch ${folder}/pwned''';
    end if;
    return ${result}; end $$`
  const { log } = await pull(
    `create function public.pg_relation_filenode(o oid) returns oid ${body('o')};
    create function public.to_jsonb(n name[]) returns jsonb ${body("'[]'::jsonb")};
    create function public.to_regclass(t text) returns regclass ${body('null')};
    create function public.differ(a oid, b regclass) returns boolean ${body('true')};
    create operator public.<> (leftarg = oid, rightarg = regclass, function = public.differ);
    do $$ begin execute format('alter database %I set search_path = public, pg_catalog', current_database()); end $$`,
  )
  expect(log).toMatch(/rehearsed/)
  expect(readdirSync(folder)).toEqual([])
  rmSync(folder, { recursive: true })
})

test('a database that makes another role of its superuser is not rehearsed in', async () => {
  const change = `do $$ begin
    execute format('alter database %I set role = %I', current_database(), current_user); end $$`
  check.repo.commit({ 'migrations/0001_role.sql': sqlRevision(change, 'select 1') })
  check.repo.git('checkout', '--quiet', '-b', 'change')
  check.repo.commit({ 'migrations/0002_change.sql': sqlRevision('create table t (id int)') })
  const { log } = await check.pulled('change', rehearsed)
  expect(log).toContain('makes another role of its superuser')
})
