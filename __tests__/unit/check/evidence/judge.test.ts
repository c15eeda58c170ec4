/** When a rehearsal contradicts what the text says. */
import { expect, test } from '@jest/globals'
import { judgeByEvidence } from '../../../../src/check/evidence/judge.ts'
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
