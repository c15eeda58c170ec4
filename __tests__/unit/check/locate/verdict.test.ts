import { describe, expect, it } from '@jest/globals'
import { judgeSteps, type Step } from '../../../../src/check/locate/verdict.ts'
import { findDifferences } from '../../../../src/check/schema/compare.ts'
import { platformKeys } from '../../../../src/check/schema/platform.ts'
import { keyOf } from '../../../../src/check/schema/read.ts'
import type { Schema, SchemaObject } from '../../../../src/check/schema/shapes.ts'

const schemaOf = (...objects: SchemaObject[]): Schema => ({
  major: 18,
  objects: new Map(objects.map(object => [keyOf(object), object])),
})
const table = (name: string, schema = 'public'): SchemaObject => ({ kind: 'table', schema, name, lines: [] })
const column = (name: string, type = 'text'): SchemaObject => ({
  kind: 'column',
  schema: 'public',
  table: 'a',
  name,
  lines: [type],
})
const extension = (name: string): SchemaObject => ({ kind: 'extension', name, lines: [] })

/** The steps of a history, each with its whole schema, against a live one. */
function judge(history: SchemaObject[][], live: SchemaObject[], says: string[]) {
  const steps = history.map((objects, index): Step => {
    const schema = schemaOf(...objects)
    const id = index === 0 ? 'base' : `000${index}`
    const made = new Set(platformKeys(schema))
    return {
      id,
      heads: index === 0 ? [] : [id],
      differences: findDifferences(schema, schemaOf(...live)),
      made,
    }
  })
  const verdict = judgeSteps(steps, says)
  return {
    kind: verdict.kind,
    at: verdict.at.id,
    same: verdict.kind === 'between' ? undefined : verdict.same.map(({ id }) => id),
    within: verdict.kind === 'between' ? verdict.within?.id : undefined,
    differences: verdict.kind === 'between' ? verdict.differences.length : 0,
    beside: verdict.beside.map(({ name }) => name),
  }
}

/** 0001 makes a table, 0002 rows, 0003 two columns, 0004 rows. */
const [one, three] = [[table('a')], [table('a'), column('x'), column('y')]]
const history = [[], one, one, three, three]

describe('of several revisions with one schema', () => {
  it('that of the history is right', () => {
    expect(judge(history, one, ['0001'])).toMatchObject({ kind: 'equal', at: '0001', same: ['0002'] })
    expect(judge(history, one, ['0002'])).toMatchObject({ kind: 'equal', at: '0002', same: ['0001'] })
  })

  it('else the newest is taken, and the others are named', () => {
    expect(judge(history, three, ['0001'])).toMatchObject({ kind: 'elsewhere', at: '0004', same: ['0003'] })
    expect(judge(history, [], ['0001'])).toMatchObject({ kind: 'elsewhere', at: 'base', same: [] })
    expect(judge(history, one, [])).toMatchObject({ kind: 'elsewhere', at: '0002' })
  })
})

describe('of none', () => {
  it('the history’s is taken where it is as near as others', () => {
    const live = [...one, table('by_hand')]
    expect(judge(history, live, ['0001'])).toMatchObject({
      kind: 'between',
      at: '0001',
      differences: 1,
      within: undefined,
    })
    expect(judge(history, live, ['0004'])).toMatchObject({ kind: 'between', at: '0002' })
  })

  it('a part of the next one is told, wherever the history stands', () => {
    const part = [table('a'), column('x')]
    expect(judge(history, part, ['0002'])).toMatchObject({ kind: 'between', at: '0002', within: '0003' })
    expect(judge(history, part, ['0004'])).toMatchObject({ kind: 'between', at: '0002', within: '0003' })
  })

  it('a part and something else is no part', () => {
    const live = [table('a'), column('x'), column('by_hand')]
    expect(judge(history, live, ['0002'])).toMatchObject({ kind: 'between', within: undefined })
  })

  it('one and the same column of another type is on the way to nowhere', () => {
    const live = [table('a'), column('x', 'integer'), column('y')]
    expect(judge(history, live, ['0003'])).toMatchObject({ kind: 'between', at: '0003', within: undefined })
  })
})

describe('what a platform brings', () => {
  it('is not counted, with all that is in its schemas', () => {
    const auth: SchemaObject = { kind: 'schema', name: 'auth', lines: [] }
    const live = [...three, auth, table('users', 'auth'), extension('pg_stat_statements')]
    expect(judge(history, live, ['0004'])).toMatchObject({
      kind: 'equal',
      at: '0004',
      beside: ['auth', 'pg_stat_statements'],
    })
  })

  it('is counted where a revision makes it: that is how two of them are told apart', () => {
    const made = [[], one, [...one, extension('citext')]]
    expect(judge(made, one, ['0001'])).toMatchObject({ kind: 'equal', at: '0001', same: [] })
    expect(judge(made, [...one, extension('citext')], ['0001'])).toMatchObject({
      kind: 'elsewhere',
      at: '0002',
    })
  })
})
