/** What a runner downloads and Node has to read at every start. `npm run bench` says what else there is. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { root } from '../../script/tools.mjs'

const megabyte = 1e6

// What is loaded when it is needed is beside the one, and in the other.
test.each([
  ['dist/index.js', 1.5],
  ['dist/cli/index.js', 2.2],
])('%s has at most %d MB, not minified', (file, most) => {
  expect(statSync(join(root, file)).size).toBeLessThanOrEqual(most * megabyte)
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

test('the CLI is one file', () => {
  expect(readdirSync(join(root, 'dist/cli')).filter(file => file.endsWith('.js'))).toEqual(['index.js'])
})
