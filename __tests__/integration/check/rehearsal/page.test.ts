/** docs/rehearsal.md: each example is played, and the rules are those of the table. */
import { expect, it, test } from '@jest/globals'
import { rehearsalLevels } from '../../../../src/check/rehearsal/levels.ts'
import { rehearsed, sideOf, useChecker } from '../../../support/check.ts'
import { blocksOf, readText } from '../../../support/documents.ts'

const page = 'docs/rehearsal.md'
const check = useChecker()
const blocks = blocksOf(page)
const examples = blocks.flatMap((block, index) => {
  const said = blocks[index + 1]
  return block.language === 'diff' && said !== undefined ? [{ ...block, said: said.lines }] : []
})

it.each(examples)('$at ($heading) says what is shown', async ({ lines, heading, said }) => {
  check.repo.commit({ 'migrations/.keep': '', ...sideOf(lines, ' -') })
  check.repo.git('checkout', '--quiet', '-b', 'change')
  check.repo.commit(sideOf(lines, ' +'))
  const { log, findings } = await check.pulled('change', rehearsed)
  expect(findings.map(({ rule }) => rule)).toContain(heading)
  expect(log).toContain(said.join('\n'))
})

test('every rule is in the table', () => {
  const rows = [...readText(page).matchAll(/^\| `([\w-]+)` +\| (error|warning) +\|$/gm)]
  expect(Object.fromEntries(rows.map(([, rule = '', level]) => [rule, level]))).toEqual(rehearsalLevels)
})
