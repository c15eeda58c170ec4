import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { count, harmless, oneLine } from '../../src/text.ts'
import { findCommands } from '../support/runner-commands.ts'

describe('harmless', () => {
  test.each([
    ['plain text, žluťoučký 🐘', 'plain text, žluťoučký 🐘'],
    ['tab\tstays', 'tab\tstays'],
    ['\x1b[31mred\x1b[0m', 'red'],
    ['\x1b[2J\x1b[1;1Hgone', 'gone'],
    ['\x9b31mC1 CSI', 'C1 CSI'],
    ['\x1b]0;title\x07after', 'after'],
    ['\x1b]8;;http://evil\x1b\\link\x1b]8;;\x1b\\', 'link'],
    ['\x1bcreset', 'reset'],
    ['bell\x07 back\x08 nul\0 del\x7f', 'bell back nul del'],
    ['a\rb\r\nc', 'a\nb\nc'],
    ['user\u202etxt.exe\u2066\u200f', 'usertxt.exe'],
    ['\ufeffbom', 'bom'],
    ['line\u2028separator\u0085next', 'lineseparatornext'],
  ])('%j', (given, expected) => {
    expect(harmless(given)).toBe(expected)
  })

  test.each([
    '::set-output name=x::y',
    '  ::add-mask::secret',
    '\u00a0\u3000::error::x',
    'fine\n::error::x',
    'fine\r::error::x',
    'fine\r\n::error file=a,line=1::x',
    '\x1b[0m::warning::x',
    '\u202e::warning::x',
    ':\x1b[0m:error::x',
    '##[set-env name=PATH;]x',
    'in the middle ##[add-path]/tmp',
    '###[error]x',
    '#\x07#[error]x',
    '::stop-commands::token',
    '::::error::x',
    '\u2028::error::x',
  ])('%j is no command to the runner any more, and can still be read', given => {
    const stripped = given.replaceAll('\x1b[0m', '').replace(/[\x07\u202e]/g, '')
    expect(findCommands(stripped)).not.toEqual([])
    expect(findCommands(harmless(given))).toEqual([])
    expect(harmless(given).replaceAll('\u200d', '')).toMatch(/::|##\[/)
  })

  test('whatever is said, no command and no control is left', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '::',
        ':',
        '##[',
        '#',
        '[',
        'error::',
        '\r',
        '\n',
        '\x1b',
        '\x1b[',
        '\x9b',
        '\x1b]',
        '\x07',
        ' ',
        '\u202e',
        '\u200d',
      ),
      fc.string({ maxLength: 3 }),
    )
    fc.assert(
      fc.property(
        fc.array(piece).map(parts => parts.join('')),
        text => {
          const clean = harmless(text)
          expect(findCommands(clean)).toEqual([])
          expect(clean).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]/)
          expect(harmless(clean)).toBe(clean)
          expect(oneLine(text)).not.toMatch(/[\n\r\t]/)
          expect(findCommands(oneLine(text))).toEqual([])
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('oneLine', () => {
  test('shows where lines ended, and cuts at code points', () => {
    expect(oneLine('a\n\n  b\tc\r\n')).toBe('a ⏎ b c ⏎ ')
    expect(oneLine('🐘'.repeat(10), 5)).toBe('🐘🐘🐘🐘…')
    expect(oneLine('12345', 5)).toBe('12345')
  })
})

test.each(['a', ' ', '\x1b[', '\x1b[0', '\x9d', ':', '#', ' \n', '\n', '\t', '\r', '\x1b]'])(
  'takes linear time on %j over and over',
  piece => {
    const began = performance.now()
    const long = `x${piece.repeat(200_000 / piece.length)}x`
    harmless(long)
    oneLine(long)
    // No measure of speed: in quadratic time this takes minutes.
    expect(performance.now() - began).toBeLessThan(20_000)
  },
)

test('count', () => {
  expect([count(1, 'file'), count(0, 'file'), count(1204, 'row')]).toEqual([
    '1 file',
    '0 files',
    '1,204 rows',
  ])
})
