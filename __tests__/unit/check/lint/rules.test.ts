/** One unsafe statement, or more, for each rule of the lint. */
import { describe, expect, it } from '@jest/globals'
import { lintTexts } from '../../../support/lint.ts'
import { earlier, unsafe } from '../../../support/lint-unsafe.ts'

describe.each(Object.entries(unsafe))('%s', (rule, statements) => {
  it.each(statements)('%s', async text => {
    const found = (await lintTexts(text, { earlier })).filter(finding => finding.rule === rule)
    expect(found).not.toEqual([])
    const said = found.map(({ level, fault: { message, cure, place } }) => {
      return `${level} ${place?.line}:${place?.column}\n${message}\n→ ${cure}`
    })
    expect(said.join('\n')).toMatchSnapshot()
  })
})

it('a statement of one rule has no other finding', async () => {
  const alone = Object.values(unsafe)
    .flat()
    .filter(text => !text.includes(';'))
  const several: string[] = []
  for (const text of alone) {
    const rules = new Set((await lintTexts(text, { earlier })).map(({ rule }) => rule))
    if (rules.size !== 1) several.push(`${text}: ${[...rules].join(' ')}`)
  }
  expect(several).toEqual([])
})
