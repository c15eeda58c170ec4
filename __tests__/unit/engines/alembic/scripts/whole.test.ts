/** The quick look at a whole script against the reader of all of Python: it never takes what that one refuses. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { findStringEnd } from '../../../../../src/engines/alembic/scripts/string-end.ts'
import { tokenize } from '../../../../../src/engines/alembic/scripts/tokens.ts'
import { isPlainlyWhole } from '../../../../../src/engines/alembic/scripts/whole.ts'

const usual = [
  '"""add orders"""',
  'from alembic import op',
  "revision: str = '3f2a9c'",
  'def upgrade() -> None:',
  '    # a table: ( [ { " are of the comment',
  '    op.execute("""create table t (id int, n text default \'"\')""")',
  "    op.add_column('t', {'a': [1, 2.5]})",
  '    op.execute("a \\" quote and a \\\\")',
  '',
].join('\n')

test('what revisions are made of is plainly whole', () => {
  expect(tokenize(usual).ok).toBe(true)
  expect(isPlainlyWhole(usual)).toBe(true)
})

test.each([
  ['a bracket that is never closed', 'f(1'],
  ['one that closes nothing', 'f)'],
  ['one that closes another', 'f(1]'],
  ['a string that never ends', "a = 'x\nb = 1\n"],
  ['three quotes that never end', '"""x"'],
  ['an escape at the end', "a = 'x\\"],
  ['no Python', 'a = ?'],
])('%s is not', (_, text) => {
  expect(tokenize(text).ok).toBe(false)
  expect(isPlainlyWhole(text)).toBe(false)
})

test.each([['r"\\"', 'f"{x}"', 'a = 1 \\\n + 2', 'größe = 1']])('what it cannot tell it leaves: %s', text => {
  expect(isPlainlyWhole(text)).toBe(false)
})

const pieces = fc.constantFrom(
  ...[
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    "'",
    '"',
    "'''",
    '"""',
    '\\',
    '\\\n',
    '#',
    '\n',
    ' ',
    'x',
    'r',
    'f',
    '1',
    '.',
    '=',
    '!',
    '?',
    'é',
  ],
)

test('whatever it takes is whole', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), parts => {
      const text = parts.join('')
      return !isPlainlyWhole(text) || tokenize(text).ok
    }),
    { numRuns: 20_000 },
  )
})

/** As the search for the end of a string was before it took a string at a leap. */
function endByCharacters(text: string, from: number, quotes: string): number | undefined {
  for (let at = from; at < text.length; at++) {
    const character = text[at]
    if (character === '\\') at++
    else if (character === quotes[0] && text.startsWith(quotes, at)) return at + quotes.length
    else if (character === '\n' && quotes.length === 1) return undefined
  }
  return undefined
}

test.each(["'", '"', "'''", '"""'])(
  'the end of a string in %s is where a walk through it finds it',
  quotes => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), parts => {
        const text = quotes + parts.join('')
        return findStringEnd(text, 0, quotes) === endByCharacters(text, quotes.length, quotes)
      }),
      { numRuns: 5_000 },
    )
  },
)
