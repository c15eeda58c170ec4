/** The text of every case of the corpus, held against what servers were seen to do with it. */
import { expect, it } from '@jest/globals'
import { cases, deserves, lintCase, outside, unknowable, worst } from '../../../support/corpus.ts'

it('every row has three cases or more', () => {
  const rows = new Map<string, number>()
  for (const { row } of cases) rows.set(row, (rows.get(row) ?? 0) + 1)
  const wanted = Array.from({ length: 49 }, (_, at) => String(at + 1).padStart(2, '0'))
  expect(wanted.filter(row => (rows.get(row) ?? 0) < 3)).toEqual([])
})

const said = await Promise.all(
  cases.map(async one => {
    const { linted } = await lintCase(one)
    return { ...one, due: deserves(one), said: worst(linted.map(({ finding }) => finding)) }
  }),
)

it('no statement that blocks is missed', () => {
  const missed = said.filter(one => one.due === 'error' && one.said !== 'error')
  const known = missed.filter(one => !outside.has(one.row))
  expect(known.map(one => one.id)).toEqual([...unknowable])
  expect(missed.length - known.length).toBe(6)
})

it('no harmless one is an error', () => {
  expect(said.filter(one => one.due !== 'error' && one.said === 'error').map(one => one.sql)).toEqual([])
})

it('what only some servers take is a warning', () => {
  expect(said.filter(one => one.due === 'warning').map(one => [one.id, one.said])).toEqual([
    ['46-5', 'warning'],
  ])
})
