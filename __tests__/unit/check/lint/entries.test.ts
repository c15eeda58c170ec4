/** The sentences of the lint, and the page that lists its rules. */
import { expect, it, test } from '@jest/globals'
import { catalogue } from '../../../../src/catalogue/catalogue.ts'
import { fillEntry } from '../../../../src/catalogue/entry.ts'
import { lintEntries } from '../../../../src/catalogue/lint.ts'
import { ruleLevels } from '../../../../src/check/guard/rules.ts'
import { lintLevels } from '../../../../src/check/lint/levels.ts'
import { readText } from '../../../support/documents.ts'

test.each(Object.entries(lintEntries))('%s: a sentence and a cure', (id, entry) => {
  const { message, cure, exit } = fillEntry(id, entry, entry.example, {})
  expect(message).toMatch(/^\S.{15,}\.$/u)
  expect(cure).toMatch(/^\S.{10,}\.$/u)
  expect(exit).toBe(1)
  for (const text of [message, cure]) {
    expect(text).not.toMatch(/undefined|NaN|\[object| {2}/)
    expect(text.split('`').length % 2).toBe(1)
  }
})

it('every rule has a level and a sentence, and no name of another rule or failure', () => {
  const rules = Object.keys(lintLevels)
  expect(Object.keys(lintEntries).sort()).toEqual([...rules].sort())
  expect(rules.filter(rule => rule in catalogue || rule in ruleLevels)).toEqual([])
})

it('docs/lint.md has every rule with its level, and every pattern', () => {
  const page = readText('docs/lint.md')
  const rows = [...page.matchAll(/^\| `([\w-]+)` +\| (error|warning) +\|/gm)]
  expect(Object.fromEntries(rows.map(([, rule = '', level]) => [rule, level]))).toEqual(lintLevels)
  const patterns = [...page.matchAll(/^\| (\d+) +\| .+? +\| (.+?) +\|$/gm)]
  expect(patterns.map(([, number]) => Number(number))).toEqual(Array.from({ length: 49 }, (_, at) => at + 1))
  const named = patterns.flatMap(([, , said = '']) =>
    [...said.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, rule]) => rule),
  )
  expect(named.filter(rule => !(String(rule) in lintLevels || rule === 'file-fault'))).toEqual([])
})
