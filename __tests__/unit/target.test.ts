import { expect, test } from '@jest/globals'
import { versionOf } from '../../src/engines/sql/plan.ts'
import { resolveTarget } from '../../src/engines/sql/target.ts'

const files = ['0001_users', '0002_orders', '0010_index', '20240101_a', '20240102_b'].map(stem => {
  const [id = '', name = ''] = stem.split('_')
  return { id, name, path: `migrations/${stem}.sql`, version: versionOf(id), checksum: '' }
})
const resolve = (wanted: string, current?: string) => resolveTarget(wanted, files, current)

test.each<[string, string | undefined, bigint | undefined]>([
  ['head', undefined, 20240102n],
  ['heads', undefined, 20240102n],
  ['base', '0002', undefined],
  ['0002', undefined, 2n],
  ['2', undefined, 2n],
  ['00010', undefined, 10n],
  ['0002_orders', undefined, 2n],
  ['0002_o', undefined, 2n],
  ['20240102', undefined, 20240102n],
  ['202401', '0001', undefined],
  ['+1', undefined, 1n],
  ['+2', '0001', 10n],
  ['+99', '0001', 20240102n],
  ['+0', '0002', 2n],
  ['+0', undefined, undefined],
])('%s from %s', (wanted, current, expected) => {
  if (wanted === '202401')
    expect(() => resolve(wanted)).toThrow('"202401" begins more than one revision: 20240101_a, 20240102_b.')
  else expect(resolve(wanted, current)).toBe(expected)
})

test.each(['0009', '-1', 'label@head', 'users', '0'])('%s is no revision', wanted => {
  if (wanted === '0') expect(() => resolve(wanted)).toThrow('begins more than one revision')
  else
    expect(() => resolve(wanted)).toThrow(
      `There is no revision "${wanted}" in the files; the newest are 0010, 20240101, 20240102.`,
    )
})

test('without files there is no head', () => {
  expect(resolveTarget('head', [], undefined)).toBeUndefined()
  expect(() => resolveTarget('1', [], undefined)).toThrow('There is no revision "1" in the files.')
})
