/** What a runner downloads and Node has to read at every start. `npm run bench` says what else there is. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { root } from '../../script/tools.mjs'

const megabyte = 1e6

test.each([
  ['dist/index.js', 2.2],
  ['dist/cli/index.js', 2.2],
])('%s has at most %d MB, not minified', (file, most) => {
  expect(statSync(join(root, file)).size).toBeLessThanOrEqual(most * megabyte)
})
