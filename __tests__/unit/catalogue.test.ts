import { expect, test } from '@jest/globals'
import { catalogue, type FaultId, makeFault } from '../../src/catalogue/catalogue.ts'

const ids = Object.keys(catalogue) as FaultId[]
const exampleOf = (id: FaultId) => makeFault(id, catalogue[id].example as never)

test.each(ids)('%s: a sentence, a cure, an exit code', id => {
  const { message, cure, exit } = exampleOf(id)
  expect(message).toMatch(/^\S.{15,}\.$/u)
  expect(cure).toMatch(/^\S.{10,}[.;?]$/u)
  expect([1, 2, 130]).toContain(exit)
  for (const text of [message, cure]) {
    expect(text).not.toMatch(/\bundefined (?!\.)|\bnull\b|NaN|\[object|\.\.$| {2}|\s[.,;](?:\s|$)/)
    expect(text).not.toContain('\n')
    // Backticks in pairs, or the summary shows none of them as code.
    expect(text.split('`').length % 2).toBe(1)
  }
})

test('no two failures say the same', () => {
  const messages = ids.map(id => exampleOf(id).message)
  expect(new Set(messages).size).toBe(messages.length)
})

test('facts that are foreign make one harmless line', () => {
  const { message } = makeFault('no-revisions', {
    folder: 'a\n::error::b\x1b[2J',
    reason: 'it does not exist',
  })
  expect(message).toBe('No revisions were found in a ⏎ :\u200d:error::b: it does not exist.')
})
