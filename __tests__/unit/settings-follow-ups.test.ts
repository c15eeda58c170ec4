import { describe, expect, test } from '@jest/globals'
import type { Disk } from '../../src/disk.ts'
import type { RawInputs } from '../../src/settings/inputs.ts'
import { readSettings } from '../../src/settings/read-settings.ts'

const absent = { ok: false, absent: true, reason: 'it does not exist' } as const
const diskWith = (files: Record<string, string>) =>
  ({
    readBytes: (path: string) =>
      path in files ? { ok: true, value: Buffer.from(files[path] ?? '') } : absent,
    listFolder: () => absent,
  }) as unknown as Disk
const read = (raw: RawInputs, files: Record<string, string> = {}) =>
  readSettings(raw, { disk: diskWith(files), environment: () => 'postgres://a:b@c/d' })
const faultsOf = (raw: RawInputs, files?: Record<string, string>) =>
  read(raw, files).then(
    () => [],
    error => [error.fault, ...error.others].map(({ id, message }) => `${id}: ${message}`),
  )
const first = async (raw: RawInputs, files?: Record<string, string>) => (await read(raw, files)).databases[0]
const sha = 'a'.repeat(64)

describe('after and smoke', () => {
  test('none, unless told', async () => {
    expect(await first({})).toMatchObject({ after: [], smoke: [], smokeCommand: [], approvedPlan: undefined })
  })

  test('one a line or comma separated; a path may have a space', async () => {
    const { after, smoke } = (await first({ after: '\n a b.sql\n\n ./c.sql ,d.sql\n', smoke: 'e.sql' })) ?? {}
    expect(after?.map(({ given }) => given)).toEqual(['a b.sql', './c.sql', 'd.sql'])
    expect(after?.map(({ candidates }) => candidates)).toEqual([['a b.sql'], ['c.sql'], ['d.sql']])
    expect(smoke).toEqual([{ given: 'e.sql', candidates: ['e.sql'] }])
  })

  test('looked up in the working directory, then at the root of the repository', async () => {
    const found = await first({ after: '../db/a.sql', smoke: 'b.sql', 'working-directory': 'apps/shop' })
    expect(found?.after).toEqual([{ given: '../db/a.sql', candidates: ['apps/db/a.sql', '../db/a.sql'] }])
    expect(found?.smoke[0]?.candidates).toEqual(['apps/shop/b.sql', 'b.sql'])
  })

  test('a URL in their place is refused, and not shown', async () => {
    const [fault, ...others] = await faultsOf({ after: 'postgres://u:secret@h/d' })
    expect(others).toEqual([])
    expect(fault).toMatch(/^input-value: `after` is "a URL"; it takes paths of SQL files/)
  })

  test.each([
    [{ smoke: ',' }, /^input-value: `smoke` is ","; it takes paths of SQL files/],
    [{ after: ' ,\n, ' }, /^input-value: `after` is/],
    [
      { 'smoke-command': "''" },
      /^input-value: `smoke-command` is "''"; it takes a program and its arguments/,
    ],
    [{ 'smoke-command': '" " x' }, /^input-value: `smoke-command` is/],
  ])('%j names nothing that could run, and is no check that passes', async (raw, said) => {
    const [fault] = await faultsOf(raw)
    expect(fault).toMatch(said)
  })

  test('the config file goes before the step', async () => {
    const text = 'databases:\n  a: { url: A, after: [x.sql] }\n  b: { url: B, smoke: [y.sql] }\n'
    const files = { '.github/migration-gate.yml': text }
    const { databases } = await read(
      { after: 'step.sql', smoke: 'step.sql', 'smoke-command': 'npm test' },
      files,
    )
    expect(
      databases.map(({ after, smoke, smokeCommand }) =>
        [after, smoke]
          .flat()
          .map(({ given }) => given)
          .concat(smokeCommand),
      ),
    ).toEqual([
      ['x.sql', 'step.sql', 'npm', 'test'],
      ['step.sql', 'y.sql', 'npm', 'test'],
    ])
  })
})

describe('smoke-command', () => {
  test('is split as a shell would, and expands nothing', async () => {
    const words = (await first({ 'smoke-command': `pytest -k 'a b' "$HOME" \\; *` }))?.smokeCommand
    expect(words).toEqual(['pytest', '-k', 'a b', '$HOME', ';', '*'])
  })

  test('an open quote is told beside all other faults', async () => {
    expect(await faultsOf({ 'smoke-command': 'a "b', allow: 'x', 'approved-plan': 'y' })).toEqual([
      expect.stringMatching(/^input-value: `allow`/),
      'smoke-command-words: `smoke-command` cannot be split into words: a " is never closed.',
      expect.stringMatching(
        /^input-value: `approved-plan` is "y"; it takes the fingerprint that `plan` gives/,
      ),
    ])
  })
})

describe('approved-plan', () => {
  const files = { '.github/migration-gate.yml': 'databases:\n  a: { url: A }\n  b-2: { url: B }\n' }
  const approvedOf = async (given: string, inputs = {}) =>
    (await read({ 'approved-plan': given, ...inputs }, files)).databases.map(one => one.approvedPlan)

  test.each([sha, `${sha}-${'0'.repeat(16)}`, `default:${sha}`, ` ${sha}\n`])('%j is one', async given => {
    const { approvedPlan } = (await first({ 'approved-plan': given })) ?? {}
    expect(approvedPlan).toBe(given.trim().replace('default:', ''))
  })

  test.each([
    ',',
    ' , \n,',
    'x',
    sha.slice(1),
    `${sha}a`,
    sha.toUpperCase(),
    `${sha}-00`,
    `:${sha}`,
    `a b:${sha}`,
  ])('%j is none', async given => {
    expect((await faultsOf({ 'approved-plan': given })).length).toBeGreaterThan(0)
  })

  test('of several databases each needs its own', async () => {
    const other = 'b'.repeat(64)
    expect(await approvedOf(`a:${sha},b-2:${other}`)).toEqual([sha, other])
    expect(await approvedOf(`a:${sha} b-2:${other}`, { database: 'b-2' })).toEqual([other])
    expect(await approvedOf(other, { database: 'b-2' })).toEqual([other])
    expect(await approvedOf('')).toEqual([undefined, undefined])
    expect(await faultsOf({ 'approved-plan': `a:${sha}` }, files)).toEqual([
      expect.stringMatching(/^approved-lacking: .*no fingerprint for b-2/),
    ])
    expect(await faultsOf({ 'approved-plan': sha }, files)).toEqual([expect.stringMatching(/^input-value: /)])
  })
})
