/** When a rehearsal contradicts what the text says. */
import { expect, test } from '@jest/globals'
import { judgeByEvidence, textAlone } from '../../../../src/check/evidence/judge.ts'
import type { Evidence, TableEvidence } from '../../../../src/check/evidence/shape.ts'
import { lintRevisions } from '../../../support/lint.ts'

const alter = 'alter table users alter a type bigint'
const users: TableEvidence = {
  table: 'users',
  lock: 'AccessExclusiveLock',
  taken: true,
  heldMs: 1,
  rewritten: false,
  scanned: false,
  rows: 0,
  view: false,
  part: false,
  named: true,
}
const facts = { after: undefined, tag: 'ALTER TABLE', took: 1, wal: 0, lockTimeout: '0', timeZone: 'UTC' }
const seen = (statement: string, table: Partial<TableEvidence> = {}, nested = false): Evidence => ({
  ...facts,
  revision: '0002',
  statement,
  nested,
  tables: [{ ...users, ...table }],
})
const own = seen(alter)

test.each<[string, Evidence[], boolean]>([
  ['nothing else ran', [own], true],
  ['a statement of the text was before it', [seen('alter table users add b int'), own], true],
  ['a function changed it before', [seen('select f()', {}, true), own], false],
  ['in an earlier revision', [{ ...seen('select f()', {}, true), revision: '0001' }, own], false],
  ['a function changed it afterwards', [own, seen('select f()', {}, true)], true],
  ['a function changed another', [seen('select f()', { table: 'orders' }, true), own], true],
  [
    'a function ran under a lock on it',
    [seen('select f()', { taken: false, named: false }, true), own],
    true,
  ],
  ['it was neither named nor locked by it', [seen(alter, { taken: false, named: false })], false],
])('%s', async (_, evidence, contradicted) => {
  const earlier = ['create table users (a int)']
  const { linted, added } = await lintRevisions(alter, { earlier })
  const around = { server: 'Postgres', comment: '--', rehearsed: new Set(['0002']) }
  const { findings, notes } = judgeByEvidence({ linted, added, evidence, ...around })
  expect([findings.length, notes.length]).toEqual(contradicted ? [0, 1] : [1, 0])
})

test.each([
  ['was none', { why: 'off' }, [], 'not rehearsed'],
  ['failed', {}, ['failed'], 'its rehearsal failed'],
  ['stopped before', { why: 'it broke off' }, [], 'the rehearsal stopped before its end'],
  ['was not watched', {}, ['applied'], 'nobody watched its rehearsal'],
] as const)('a rehearsal that %s is told as that', async (_, { ...more }, ups, told) => {
  const { linted, added } = await lintRevisions(alter, { earlier: ['create table users (a int)'] })
  const revisions = ups.map(up => ({ id: '0002', up, down: 'none' as const, durationMs: 1 }))
  const server = told === 'not rehearsed' ? {} : { postgres: '18.0' }
  const rehearsal = { ...server, ...more, revisions, durationMs: 1 }
  const basis = (id: string) => textAlone(rehearsal, id)
  const around = { server: 'Postgres', comment: '--', rehearsed: new Set<string>(), evidence: [], basis }
  const [found] = judgeByEvidence({ linted, added, ...around }).findings
  expect(found?.finding.fault.message).toMatch(new RegExp(`\\. From the text alone: ${told}\\.$`))
})
