/** Who lacks what, where models and schema differ; and what is offered for it. */
import { expect, test } from '@jest/globals'
import { modelsDiffer } from '../../../../src/check/rehearsal/findings.ts'
import { readModels, tellModels } from '../../../../src/engines/alembic/models.ts'
import type { ModelDifference } from '../../../../src/engines/alembic/shapes.ts'

const fact = (change: string, what = 'column', was = '', now = ''): ModelDifference => ({
  change,
  what,
  name: 'users.locale',
  was,
  now,
})
const added = "('add_column', None, 'users', Column('remove_x', VARCHAR(), table=<users>))"
const removed = "('remove_index', Index('add_ix', Column('add_x', VARCHAR(), table=<users>)))"
const modified = "[('modify_type', None, 'users', 'locale', {}, VARCHAR(), TEXT())]"

test.each([
  [[fact('add')], [added], ['schema']],
  [[fact('remove')], [removed], ['models']],
  [
    [fact('remove'), fact('add', 'table')],
    [removed, added],
    ['models', 'schema'],
  ],
  [[fact('modify', 'type', 'VARCHAR', 'TEXT')], [modified], ['models', 'schema']],
])('told by our hook and by the text of an older Alembic', (facts, texts, lacking) => {
  expect(tellModels(facts).lacking).toEqual(lacking)
  expect(readModels(`[${texts.join(', ')}]`).lacking).toEqual(lacking)
})

test('a default or a comment that only one side has', () => {
  expect(tellModels([fact('modify', 'default', 'now()', '')]).lacking).toEqual(['models'])
  expect(tellModels([fact('modify', 'comment', '', 'who')]).lacking).toEqual(['schema'])
})

const line = 'alembic revision --autogenerate'

test.each([
  [['schema'], [{ line }], /^Write a revision/],
  [['models'], undefined, /^Put the models right: they lack what the schema has\./],
  [['models', 'schema'], [{ line, when: expect.stringContaining('takes away') }], /^Write a revision/],
] as const)('where the %j lack something', (lacking, foreign, cure) => {
  const fault = modelsDiffer(
    { differences: ['it differs'], lacking, write: [{ line }] },
    { path: 'a.py', line: 1 },
  )
  expect(fault.foreign).toEqual(foreign)
  expect(fault.cure).toMatch(cure)
})
