/** What a rehearsal showed, in words; and the names of its rules. */
import { expect, it, test } from '@jest/globals'
import { catalogue } from '../../../../src/catalogue/catalogue.ts'
import { fillEntry } from '../../../../src/catalogue/entry.ts'
import { evidenceEntries } from '../../../../src/catalogue/evidence.ts'
import { evidenceLevels } from '../../../../src/check/evidence/levels.ts'
import { blocks, sayLock, strongest } from '../../../../src/check/evidence/lock-modes.ts'
import { saySizes } from '../../../../src/check/evidence/sizes.ts'
import { ruleLevels } from '../../../../src/check/guard/rules.ts'
import { lintLevels } from '../../../../src/check/lint/levels.ts'

test.each(Object.entries(evidenceEntries))('%s: a sentence and a cure', (id, entry) => {
  for (const statement of ['alter table `a`', '']) {
    const { message, cure } = fillEntry(id, entry, { ...entry.example, statement }, {})
    expect(message).toMatch(/^\S.{15,}\.$/u)
    expect(cure).toMatch(/^\S.{10,}\.$/u)
    for (const text of [message, cure]) {
      expect(text).not.toMatch(/undefined|NaN|\[object| {2}/)
      expect(text.split('`').length % 2).toBe(1)
    }
  }
})

it('every rule has a level and a sentence, and no name of another', () => {
  const rules = Object.keys(evidenceLevels)
  expect(Object.keys(evidenceEntries)).toEqual(rules)
  expect(rules.filter(rule => rule in catalogue || rule in ruleLevels || rule in lintLevels)).toEqual([])
})

it('locks', () => {
  const modes = [
    'AccessShareLock',
    'ShareUpdateExclusiveLock',
    'ShareRowExclusiveLock',
    'AccessExclusiveLock',
  ]
  expect(modes.map(mode => blocks(strongest([mode, 'RowShareLock'])))).toEqual([
    undefined,
    undefined,
    'writes',
    'reads',
  ])
  expect(sayLock('ShareRowExclusiveLock')).toBe('SHARE ROW EXCLUSIVE')
  expect(strongest([])).toBeUndefined()
})

it.each([
  [1, 8192, 'a has 1 row, 8 kB'],
  [0, 0, 'a has 0 rows, 0 bytes'],
  [9_999, 2 ** 20, 'a has 9999 rows, 1 MB'],
  [45_600, 1.5 * 2 ** 30, 'a has 46 thousand rows, 1.5 GB'],
  [41_234_567, 12.4 * 2 ** 30, 'a has 41 million rows, 12 GB'],
  [2.5e9, 3 * 2 ** 40, 'a has 2.5 billion rows, 3 TB'],
])('%d rows', (rows, bytes, said) => {
  const sizes = {
    from: 'stats of 2026-11-20',
    of: (name: string) => (name === 'a' ? { rows, bytes } : undefined),
  }
  expect(saySizes(['a', 'b'], sizes)).toBe(`${said} in production (stats of 2026-11-20).`)
  expect(saySizes(['b'], sizes)).toBe('')
})
