/** Every failure is met by a test with real files, a real server, git, Python and Alembic. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { catalogue } from '../../src/catalogue/catalogue.ts'

const root = fileURLToPath(new URL('../', import.meta.url))

/** Where servers, repositories and processes are real. */
const real = ['integration', 'bundle', 'e2e']

/** Of an engine that does less than the two that there are. */
const unreached = ['not-built']

const ids = Object.keys(catalogue).filter(id => !unreached.includes(id))

const tests = real.flatMap(folder =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => ({ name: join(folder, name), text: readFileSync(join(root, folder, name), 'utf8') })),
)

/** Files that expect the id of a fault, alone or before what else is said of it: `moved warning`. */
function producers(id: string): string[] {
  return tests
    .filter(({ text }) => text.includes(`'${id}'`) || text.includes(`'${id} `))
    .map(({ name }) => name)
}

test('every entry is produced by some test', () => {
  expect(ids.length).toBeGreaterThan(150)
  expect(ids.filter(id => producers(id).length === 0)).toEqual([])
})

test('an id that nobody produces is found', () => {
  expect(producers(`no-such-${'fault'}`)).toEqual([])
})
