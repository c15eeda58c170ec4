import { constants } from 'node:buffer'
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { decodeText, openDisk } from '../../../src/disk.ts'
import { readRevisions } from '../../../src/engines/sql/revisions.ts'

const folder = mkdtempSync(join(tmpdir(), 'gate-large-'))

afterAll(() => rmSync(folder, { recursive: true }))

/** Holes take no room on the disk. */
function writeHoles(name: string, bytes: number): void {
  const file = openSync(join(folder, name), 'w')
  ftruncateSync(file, bytes)
  closeSync(file)
}

test('a text that is too large to be held is a reason in plain words', () => {
  expect(decodeText(Buffer.alloc(constants.MAX_STRING_LENGTH + 1))).toEqual({
    ok: false,
    reason: 'it is larger than 512 MB',
  })
})

test('a file that is too large to be read is a fault of its revision', () => {
  writeHoles('0001_large.sql', 5 * 2 ** 30)
  const { revisions, faults } = readRevisions(openDisk(folder), '.')
  expect(revisions).toEqual([])
  expect(faults).toMatchObject([
    {
      id: 'revision-unreadable',
      message: '0001_large.sql cannot be read: it is larger than 512 MB.',
      cure: 'Divide it into several revisions.',
      place: { path: '0001_large.sql' },
    },
  ])
})
