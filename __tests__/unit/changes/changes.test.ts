import { expect, test } from '@jest/globals'
import { sayGitError } from '../../../src/changes/cannot-compare.ts'
import { readChanges } from '../../../src/changes/changes.ts'
import type { Detection } from '../../../src/changes/detection.ts'
import { engineFilter } from '../../../src/changes/filter.ts'
import { parseNameStatus, parseNamesAsAdded } from '../../../src/changes/name-status.ts'
import { pickEarlierTag } from '../../../src/changes/tags.ts'
import type { ChangeSet } from '../../../src/domain.ts'
import type { EventFacts } from '../../../src/event.ts'

const filters = [engineFilter('orion', 'orion'), engineFilter('nebula', 'nebula')]
const detection = { quantifier: 'some' } as Detection

function read(set: ChangeSet) {
  return readChanges({ list: async () => set }, filters, {} as EventFacts, detection)
}

test('what is known decides by its files', async () => {
  const comparison = { base: 'a', head: 'b', why: '' }
  const set: ChangeSet = {
    known: true,
    comparison,
    changes: [{ path: 'orion/1.sql', status: 'added' }],
    warnings: [],
  }
  expect(await read(set)).toEqual({
    changeSet: set,
    matches: [
      { name: 'orion', changes: set.changes },
      { name: 'nebula', changes: [] },
    ],
    matched: ['orion'],
    changed: true,
    warnings: [],
  })
  expect(await read({ ...set, changes: [] })).toMatchObject({ matched: [], changed: false })
})

test('what is unknown counts as changed, for every filter', async () => {
  expect(await read({ known: false, why: 'No git.', level: 'note' })).toMatchObject({
    matches: [
      { name: 'orion', changes: [] },
      { name: 'nebula', changes: [] },
    ],
    matched: ['orion', 'nebula'],
    changed: true,
    warnings: [],
  })
})

test('without a filter what is unknown is changed all the same', async () => {
  const source = { list: async (): Promise<ChangeSet> => ({ known: false, why: 'No git.', level: 'note' }) }
  expect(await readChanges(source, [], {} as EventFacts, detection)).toMatchObject({
    matches: [],
    changed: true,
    warnings: [],
  })
})

test('status letters, scores, odd names and bytes that are not UTF-8', () => {
  const output = Buffer.concat([
    Buffer.from('A\0a\nb\0T\0link\0R100\0old\0Z\0later\0D\0'),
    Buffer.from([0x6d, 0x2f, 0xff, 0xc3, 0x00]),
  ])
  expect(parseNameStatus(output)).toEqual([
    { path: 'a\nb', status: 'added' },
    { path: 'link', status: 'type-changed' },
    { path: 'old', status: 'renamed' },
    { path: 'later', status: 'modified' },
    { path: 'm/\ufffd\ufffd', status: 'deleted' },
  ])
  expect(parseNameStatus(Buffer.alloc(0))).toEqual([])
  expect(parseNamesAsAdded(Buffer.from('x\0y\0'))).toHaveLength(2)
})

test('the earlier tag: nearest, same series, no candidate for a full release', () => {
  const tags = new Map([
    ['c5', ['nightly-77', 'v1']],
    ['c4', ['v2.0.0-rc.1']],
    ['c3', ['v1', 'v1.9.0', 'nebula-8.0']],
    ['c1', ['orion-1.0']],
  ])
  const history = ['c4', 'c3', 'c2', 'c1']
  expect(pickEarlierTag('v2.0.0', history, tags)).toMatchObject({ tag: 'v1.9.0', commit: 'c3' })
  expect(pickEarlierTag('v2.0.0-rc.2', history, tags)).toMatchObject({ tag: 'v2.0.0-rc.1', commit: 'c4' })
  expect(pickEarlierTag('orion-1.1', history, tags)).toMatchObject({ tag: 'orion-1.0', commit: 'c1' })
  expect(pickEarlierTag('v2.0.0', ['c4'], tags)).toMatchObject({ tag: 'v2.0.0-rc.1' })
  expect(pickEarlierTag('zeta-1', history, tags)).toBeUndefined()
  expect(pickEarlierTag('2026-02-01', ['x'], new Map([['x', ['2026-01-31']]]))).toMatchObject({
    tag: '2026-01-31',
  })
})

test('what git says is shown without credentials and without commands', () => {
  const said =
    "remote: hi\nfatal: unable to access 'https://ghs_token@github.com/o/r/': ::error::\x1b[31mno.\n"
  expect(sayGitError(said)).toBe("unable to access 'https://***@github.com/o/r/': ::error::no")
  expect(sayGitError('fatal: https://user:secret@host/ failed')).not.toContain('secret')
  expect(sayGitError('')).toBe('it gave no reason')
})
