import { beforeAll, describe, expect, test } from '@jest/globals'
import { readToken, type TokenKind } from '../../../../../src/engines/sql/text/tokens.ts'
import {
  matchWords,
  readName,
  readWords,
  skipParentheses,
} from '../../../../../src/engines/sql/text/words.ts'
import { loadOracle, quotedByPostgres } from '../oracle.ts'

beforeAll(loadOracle)

function readAll(text: string): [TokenKind, string][] {
  const all: [TokenKind, string][] = []
  for (let token = readToken(text, 0); token !== undefined; token = readToken(text, token.end))
    all.push([token.kind, text.slice(token.start, token.end)])
  return all
}

/** One text that is one token. */
const single: [TokenKind, string][] = [
  ['string', "'it''s; '"],
  ['string', "'back\\'"],
  ['string', "E'a\\'; b'"],
  ['string', "e'a\\\\'"],
  ['string', "E'a'\n 'b\\';'"],
  ['string', "E'a' -- note\r\n  -- another\n 'b\\';'"],
  ['string', "U&'d\\0061'"],
  ['string', "B'1'"],
  ['string', "X'ff'"],
  ['string', "N'a'"],
  ['string', '$$a; $ b$$'],
  ['string', '$tag$ $$ $other$ $tag$'],
  ['string', '$é_1$;$é_1$'],
  ['quoted', '"a""b;"'],
  ['quoted', 'u&"a;"'],
  ['word', 'a$b$c'],
  ['word', 'größe$1'],
  ['word', '\u00a0a'],
  ['word', '😀'],
  ['number', '1_000'],
  ['number', '0x1F'],
  ['number', '.5e-3'],
  ['number', '5.'],
  ['parameter', '$12'],
  ['operator', '->>'],
  ['operator', '@-'],
  ['sign', ';'],
  ['line-comment', "--it's; "],
  ['block-comment', '/* a /* b */ /**/ */'],
  ['block-comment', '/*/*/ */*/'],
  ['meta', "\\echo it's; fine"],
]

describe('readToken', () => {
  test.each(single)('%s: %j', (kind, text) => {
    expect(readAll(text)).toEqual([[kind, text]])
    expect(readAll(` ${text}\n`)).toEqual([[kind, text]])
  })

  test.each([
    ["E'a'  'b'", ["E'a'", "'b'"]],
    ["E'a' -- note 'b'", ["E'a'", "-- note 'b'"]],
    ["be'a\\'", ['be', "'a\\'"]],
    ['$1$$;$$', ['$1', '$$;$$']],
    ['1e5$$;$$', ['1e5', '$$;$$']],
    ['$a b$', ['$', 'a', 'b$']],
    ['+--x\n-', ['+', '--x', '-']],
    ['*/*;*/2', ['*', '/*;*/', '2']],
    ['1..2', ['1', '.', '.2']],
    ['--a\rb', ['--a', 'b']],
    ['u&1', ['u', '&', '1']],
    ['a\v\fb', ['a', 'b']],
    ["\\.\n'x'", ['\\.', "'x'"]],
  ])('%j', (text, expected) => expect(readAll(text).map(([, raw]) => raw)).toEqual(expected))

  test.each(["'a", "'a''", "E'a\\'", "E'a\\", '"a""', '$$a$', '$a$ $b$', '/* a /* */', "U&'"])(
    '%j never ends',
    text => expect(readToken(text, 0)).toMatchObject({ start: 0, end: text.length, closed: false }),
  )

  test('nothing but white space is no token', () => expect(readToken(' \t\r\n', 0)).toBeUndefined())

  test('strings and comments end where the scanner of Postgres ends them', () => {
    // A comment between the parts of a continued string is left out: libpg_query's scanner differs there.
    const text = single
      .map(([, raw]) => raw)
      .filter(raw => !raw.startsWith('\\') && !raw.includes('-- note'))
      .join('\n + \n')
    const ours = readAll(text).flatMap(([kind, raw]) => (/string|quoted|comment/.test(kind) ? [raw] : []))
    expect(ours.map(raw => raw.replace(/^N/, ''))).toEqual(quotedByPostgres(text))
    expect(ours.length).toBeGreaterThan(15)
  })
})

describe('words', () => {
  test('bare names are folded as the server folds them, names in quotes are never keywords', () => {
    expect(readWords('CREATE /* x */ Größe ÄB "Table" (E\'X\') -- y')).toEqual([
      'create',
      'größe',
      'Äb',
      '"Table"',
      '(',
      "E'X'",
      ')',
    ])
    expect(readWords('select 1, 2', 2)).toEqual(['select', '1'])
    expect(matchWords(['"begin"'], 0, 'begin')).toBe(false)
    expect(matchWords(['a', 'c'], 0, 'a', ['b', 'c'])).toBe(true)
  })

  test('names come as they are stored: unquoted, folded, 63 bytes without half a character', () => {
    expect(readName(readWords('Public."It""s".C x'), 0)).toEqual({ parts: ['public', 'It"s', 'c'], next: 5 })
    expect(readName([`"${'é'.repeat(40)}"`], 0)?.parts).toEqual(['é'.repeat(31)])
    expect(readName([`"${'😀'.repeat(16)}"`], 0)?.parts).toEqual(['😀'.repeat(15)])
    expect(readName(['x'.repeat(70)], 0)?.parts).toEqual(['x'.repeat(63)])
    for (const none of ['(', "'a'", "e'a'", 'U&"a"', '1', '$$a$$'])
      expect(readName([none], 0)).toBeUndefined()
    expect(readName(['a', '.'], 0)).toBeUndefined()
  })

  test('parentheses are passed over in pairs', () => {
    expect(skipParentheses(readWords('(a (b)) c'), 0)).toBe(6)
    expect(skipParentheses(readWords('(a'), 0)).toBe(2)
    expect(skipParentheses(['a'], 0)).toBe(0)
  })
})
