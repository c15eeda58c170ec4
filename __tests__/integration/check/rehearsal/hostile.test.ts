/** Revisions that mean ill, or that a rehearsal cannot bear: they break their own server and nothing else. */
import { expect, test } from '@jest/globals'
import { commitChange, rehearsed, useChecker } from '../../../support/check.ts'

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
