import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { missingEntries } from '../../script/complete-lock.mjs'
import { root } from '../../script/tools.mjs'

const text = readFileSync(join(root, 'package-lock.json'), 'utf8')

test('the lock file has the programs of every platform; else run `node script/complete-lock.mjs`', () => {
  expect(missingEntries(JSON.parse(text))).toEqual({})
})

test('a program of another platform that npm left out is entered with what its name tells', () => {
  const packages = {
    'node_modules/x': { dev: true, optionalDependencies: { '@x/cli-linux-x64-musl': '1.2.3' } },
  }
  expect(missingEntries({ packages })).toEqual({
    'node_modules/@x/cli-linux-x64-musl': {
      version: '1.2.3',
      cpu: ['x64'],
      dev: true,
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    },
  })
})

test('the lock file names no registry: whoever installs chooses theirs', () => {
  expect(text).not.toMatch(/"resolved": "https?:/)
})
