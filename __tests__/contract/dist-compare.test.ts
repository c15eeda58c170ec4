import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from '@jest/globals'
import { compareFolders } from '../../script/check-dist.mjs'

const scratch = mkdtempSync(join(tmpdir(), 'gate-compare-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const [committed, built] = [join(scratch, 'committed'), join(scratch, 'built')]

beforeEach(() => {
  for (const folder of [committed, built]) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(join(folder, 'cli'), { recursive: true })
    writeFileSync(join(folder, 'index.js'), 'one\ntwo\n')
    writeFileSync(join(folder, 'cli', 'index.js'), 'three\n', { mode: 0o755 })
  }
})

test('folders that are alike differ in nothing', async () => {
  expect(await compareFolders(committed, built)).toEqual([])
})

test('a chunk that no build makes any more is named', async () => {
  writeFileSync(join(committed, '221.index.js'), '')
  expect(await compareFolders(committed, built)).toEqual([
    'dist/221.index.js is committed, but no build makes it any more.',
  ])
})

test('a chunk that was not committed is named', async () => {
  rmSync(join(committed, 'cli', 'index.js'))
  expect(await compareFolders(committed, built)).toEqual([
    'dist/cli/index.js is missing: the build makes it.',
  ])
})

test('a stale file is named with its first line that differs', async () => {
  writeFileSync(join(committed, 'index.js'), 'one\n2\n')
  expect(await compareFolders(committed, built)).toEqual([
    'dist/index.js is not what src/ builds to, from line 2 on.',
  ])
})

test('a CLI that cannot be executed is named', async () => {
  chmodSync(join(committed, 'cli', 'index.js'), 0o644)
  expect(await compareFolders(committed, built)).toEqual([
    'dist/cli/index.js is not executable, unlike the built one.',
  ])
})

test('without dist everything is missing', async () => {
  expect(await compareFolders(join(scratch, 'nowhere'), built)).toHaveLength(2)
})
