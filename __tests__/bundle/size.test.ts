/** What a runner downloads and Node has to read at every start. `npm run bench` says what else there is. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { root } from '../../script/tools.mjs'

const megabyte = 1e6

test.each([
  ['dist/index.js', 1.5],
  ['dist/cli/index.js', 1.5],
])('of %s every start parses at most %d MB, not minified', (file, most) => {
  const [program = ''] = readFileSync(join(root, file), 'utf8').split('\n//# section ')
  expect(program.length).toBeLessThanOrEqual(most * megabyte)
})

test('dist/index.js has at most 2.2 MB', () => {
  expect(statSync(join(root, 'dist/index.js')).size).toBeLessThanOrEqual(2.2 * megabyte)
})

/** A function of the module that only the named file may hold. */
test.each([
  ['check', 'checkHistory'],
  ['the engine sql', 'makeSqlEngine'],
  ['the engine alembic', 'makeAlembicEngine'],
  ['the reader of YAML', 'parseDocument'],
  ['GitHub’s client', 'getOctokit'],
])('of the action %s is a file of its own', (_, name) => {
  const files = readdirSync(join(root, 'dist')).filter(file => file.endsWith('.js'))
  const defines = (file: string) =>
    new RegExp(`^(?:async )?function ${name}\\(`, 'm').test(readFileSync(join(root, 'dist', file), 'utf8'))
  expect(files.filter(defines)).toEqual([expect.stringMatching(/^\d+\.index\.js$/)])
})

test('the CLI is one file, in which they are sections that Node does not parse', () => {
  expect(readdirSync(join(root, 'dist/cli')).filter(file => file.endsWith('.js'))).toEqual(['index.js'])
  const text = readFileSync(join(root, 'dist/cli/index.js'), 'utf8')
  for (const name of ['checkHistory', 'makeSqlEngine', 'makeAlembicEngine', 'parseDocument'])
    expect(text.match(new RegExp(`^/*(?:async )?function ${name}\\(`, 'gm'))).toEqual([
      expect.stringMatching(/^\/\/[^/]/),
    ])
  const sections = text.match(/^\/\/# section (\S+) after line \d+$/gm) ?? []
  const lines = text.split('\n')
  for (const section of sections)
    expect(lines.indexOf(section) + 1).toBe(Number(section.slice(section.lastIndexOf(' '))))
})
