/** The quick reader of usual heads against the reader of all of Python: the same answer, or none. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { tokenize } from '../../../../../src/engines/alembic/scripts/tokens.ts'
import { readUsual } from '../../../../../src/engines/alembic/scripts/usual.ts'
import { readVariables } from '../../../../../src/engines/alembic/scripts/variables.ts'

const usual = [
  '"""add orders',
  '',
  'Revision ID: 3f2a9c',
  '"""',
  'from typing import Sequence, Union',
  'from alembic import op',
  'import sqlalchemy as sa',
  '',
  '# revision identifiers, used by Alembic.',
  "revision: str = '3f2a9c'",
  "down_revision: Union[str, Sequence[str], None] = ('a1', 'b2')",
  'branch_labels: Union[str, Sequence[str], None] = None',
  'depends_on: Union[str, Sequence[str], None] = "c3"',
  '',
  '',
].join('\n')

function slow(head: string) {
  const tokens = tokenize(head)
  return tokens.ok ? readVariables(tokens.lines) : undefined
}

test('what Alembic’s template writes is read', () => {
  expect(readUsual(usual)?.values.get('down_revision')).toMatchObject({ values: ['a1', 'b2'], line: 11 })
  expect(readUsual(usual)).toEqual(slow(usual))
})

test.each([
  ["revision = 'a'\nrevision = 'b'\n"],
  ["revision = make('a')\n"],
  ["revision = 'a' 'b'\n"],
  ["revision = ('a')\n"],
  ["revision = (',a')\n"],
  ["revision = 'a\\x41'\n"],
  ["revision = f'a'\n"],
  ["from x import revision\nrevision = 'a'\n"],
  ["exec('x')\nrevision = 'a'\n"],
  ["revision = 'a'; down_revision = 'b'\n"],
  ["if x:\n  revision = 'a'\n"],
  ["revision = 'a'\n  \\\n= 'b'\n"],
])('%j is left to the reader of all of Python', text => {
  expect(readUsual(text)).toBeUndefined()
})

const piece = fc.constantFrom(
  ...[
    "'",
    '"',
    '"""',
    '\n',
    ' ',
    '\t',
    ',',
    '(',
    ')',
    '[',
    ']',
    '=',
    ':',
    '#',
    '\\',
    ';',
    '\f',
    'é',
    '\u2028',
  ],
  ...[
    'revision',
    'down_revision',
    'None',
    'import',
    'from',
    'as',
    'x',
    'global',
    'if x:',
    "u'a'",
    '"b"',
    '(',
  ],
)
const edit = fc.record({
  at: fc.nat(usual.length),
  remove: fc.nat(6),
  insert: fc.array(piece, { maxLength: 3 }),
})

test('with edits anywhere: never another answer', () => {
  let read = 0
  const property = fc.property(fc.array(edit, { maxLength: 3 }), edits => {
    const head = edits.reduce(
      (text, { at, remove, insert }) => text.slice(0, at) + insert.join('') + text.slice(at + remove),
      usual,
    )
    const answer = readUsual(head)
    if (answer === undefined) return
    read++
    expect({ head, answer }).toEqual({ head, answer: slow(head) })
  })
  fc.assert(property, { numRuns: 5000 })
  expect(read).toBeGreaterThan(500)
})
