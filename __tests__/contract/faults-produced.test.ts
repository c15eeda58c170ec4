/** Every failure of the sql engine, its history and the connection is met by a test with real files and a real server. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { connectionEntries } from '../../src/catalogue/connection.ts'
import { historyEntries } from '../../src/catalogue/history.ts'
import { revisionEntries } from '../../src/catalogue/revisions.ts'
import { runEntries } from '../../src/catalogue/run.ts'

const root = fileURLToPath(new URL('../', import.meta.url))

/** Where servers, repositories and processes are real. */
const real = ['integration', 'bundle', 'e2e']

const ids = Object.keys({ ...connectionEntries, ...revisionEntries, ...historyEntries, ...runEntries })

const tests = real.flatMap(folder =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => ({ name: join(folder, name), text: readFileSync(join(root, folder, name), 'utf8') })),
)

/** Files that expect the id of a fault. */
function producers(id: string): string[] {
  return tests.filter(({ text }) => text.includes(`'${id}'`)).map(({ name }) => name)
}

test('every entry is produced by some test', () => {
  expect(ids.length).toBeGreaterThan(50)
  expect(ids.filter(id => producers(id).length === 0)).toEqual([])
})

test('an id that nobody produces is found', () => {
  expect(producers(`no-such-${'fault'}`)).toEqual([])
})
