import { describe, expect, it, test } from '@jest/globals'
import { readArguments } from '../../../src/terminal/arguments.ts'

const read = (line: string) => readArguments(line.split(' ').filter(Boolean), '1.2.3')

describe('an option that a command does not take is refused', () => {
  it.each([
    ['plan --dry-run', '`--dry-run`'],
    ['plan --wait 1m', '`--wait`'],
    ['current --lock-timeout 1s', '`--lock-timeout`'],
    ['detect 0002', 'a revision'],
    ['detect --database-url env:X', '`--database-url`'],
    ['stamp 0002 --allow ahead', '`--allow`'],
    ['stamp 0002 --dry-run --exit-code', '`--exit-code`'],
    ['upgrade --exit-code', '`--exit-code`'],
    ['downgrade -1 --exit-code', '`--exit-code`'],
    ['downgrade 0002 --fail-on error', '`--fail-on`'],
    ['history 0002', 'a revision'],
    ['history --wait 1m', '`--wait`'],
    ['history --dry-run', '`--dry-run`'],
    ['upgrade --dry-run --approved-plan abc', '`--approved-plan`'],
  ])('%s', (line, option) => {
    const read_ = read(line)
    expect(read_).toMatchObject({ exit: 2, text: expect.stringContaining(`does not take ${option}: `) })
  })

  it.each([
    'plan 0002 --exit-code --allow ahead --json --expect-host h',
    'upgrade --dry-run --exit-code --wait 1m',
    'upgrade --yes',
    'stamp 0002 --dry-run --wait 1m --yes',
    'downgrade 0002 --dry-run --yes --allow modified --wait 1m --lock-timeout 1s --json',
    'history --json --exit-code --expect-host h',
    'detect --filters x --base main --working-directory y',
  ])('%s is taken', line => {
    expect(read(line)).not.toHaveProperty('text')
  })
})

test('help is asked for by its name; with nothing at all it is shown, too, and is wrong use', () => {
  const text = expect.stringMatching(/^Usage: migration-gate/)
  expect(read('help')).toEqual({ text, exit: 0 })
  expect(read('--help')).toEqual({ text, exit: 0 })
  expect(read('')).toEqual({ text, exit: 2 })
})

test.each(['-1', '-12', 'base', 'label@-1', 'ae10-2'])(
  'downgrade %s is a revision and no option',
  revision => {
    expect(read(`downgrade ${revision} --yes`)).toMatchObject({
      inputs: { command: 'downgrade', revision },
      yes: true,
      dryRun: false,
    })
  },
)

test('a dry run of upgrade is a plan; that of stamp and downgrade stays what it is', () => {
  expect(read('downgrade -1 --dry-run')).toMatchObject({ inputs: { command: 'downgrade' }, dryRun: true })
  expect(read('upgrade --dry-run')).toMatchObject({ inputs: { command: 'plan' }, dryRun: false })
  expect(read('stamp 2 --dry-run')).toMatchObject({ inputs: { command: 'stamp' }, dryRun: true, yes: false })
  expect(read('stamp 2 --yes')).toMatchObject({ dryRun: false, yes: true })
})
