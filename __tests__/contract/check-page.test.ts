/** docs/check.md: each example is played in a repository, and says what the page shows. */
import { describe, expect, it } from '@jest/globals'
import { allowWords, ruleLevels } from '../../src/check/guard/rules.ts'
import { alembicProject, sideOf, useChecker } from '../support/check.ts'
import { blocksOf, readText } from '../support/documents.ts'

const page = 'docs/check.md'
const checker = useChecker()
const blocks = blocksOf(page)
const examples = blocks.flatMap((block, index) => {
  const said = blocks[index + 1]
  return block.language === 'diff' && said !== undefined ? [{ ...block, said: said.lines }] : []
})

/** The commit differs from run to run. */
const steady = (text: string) => text.replace(/git checkout [0-9a-f]{12}/, 'git checkout 1a2b3c4d5e6f')

describe('each example', () => {
  it.each(examples)('$at ($heading) says what is shown', async ({ lines, heading, said }) => {
    const [before, after] = [sideOf(lines, ' -'), sideOf(lines, ' +')]
    const alembic = lines.some(line => line.includes('alembic/versions'))
    checker.repo.commit({ ...(alembic ? alembicProject : { 'migrations/.keep': '' }), ...before })
    checker.repo.git('checkout', '--quiet', '-b', 'change')
    const gone = Object.keys(before).filter(path => !(path in after))
    checker.repo.commit({ ...Object.fromEntries(gone.map(path => [path, null])), ...after })
    const inputs = alembic ? {} : { engine: 'sql' }
    const { log, findings } = await checker.pulled('change', { inputs })
    if (heading in ruleLevels) expect(findings.map(({ rule }) => rule)).toContain(heading)
    expect(steady(log)).toContain(said.join('\n'))
    expect(said.length).toBeGreaterThan(1)
  })
})

it('every rule is in the table, and by an example where files can show it', () => {
  const rows = [...readText(page).matchAll(/^\| `([\w-]+)` +\| (error|warning) +\|(?: `([\w-]+)`)? +\|$/gm)]
  const table = Object.fromEntries(rows.map(([, rule = '', level, word]) => [rule, [level, word]]))
  const words: Record<string, string | undefined> = allowWords
  const rules = Object.entries(ruleLevels).map(([rule, level]) => [rule, [level, words[rule]]])
  expect(table).toEqual(Object.fromEntries(rules))
  const shown = examples.map(({ heading }) => heading).filter(heading => heading in ruleLevels)
  expect(shown.sort()).toEqual(
    Object.keys(ruleLevels)
      .filter(rule => rule !== 'not-compared')
      .sort(),
  )
})
