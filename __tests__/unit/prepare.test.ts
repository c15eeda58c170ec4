import { afterEach, expect, test } from '@jest/globals'
import { prepare } from '../../src/action/prepare.ts'

const before = { ...process.env }
afterEach(() => {
  process.env = { ...before }
})

function prepareWith(more: Record<string, string>) {
  // @actions/core reads the process's own.
  Object.assign(process.env, { GITHUB_WORKSPACE: process.cwd() }, more)
  return prepare(process.env)
}

test.each([
  { DATABASE_URL: 'postgres://relay:pass%2Fwort@h/app' },
  { ORION_URL: 'postgres://relay:pass%2Fwort@h/app' },
  { 'INPUT_DATABASE-URL': 'env:ORION', ORION: 'postgres://relay:pass%2Fwort@h/app' },
  { 'INPUT_DATABASE-URL': 'postgres://relay:pass%2Fwort@h/app' },
  { INPUT_DATABASE: 'postgres://relay:pass%2Fwort@h/app' },
])('a password is known although settings have faults: %j', async more => {
  const { settings, redact } = await prepareWith({ INPUT_WAIT: '5 apples', ...more })
  expect(settings).toBeUndefined()
  expect(redact('said pass/wort, pass%2Fwort')).toBe('said ***, ***')
})

test('what is known early stays known', async () => {
  const { settings, redact } = await prepareWith({
    DATABASE_URL: 'postgres://relay:first-one@h/app',
    OTHER_URL: 'postgres://relay:second-one@h/app',
    INPUT_TOKEN: 'token-one',
  })
  expect(settings).toBeDefined()
  expect(redact('first-one second-one token-one')).toBe('*** *** ***')
})
