import { expect, test } from '@jest/globals'
import { readScriptFile } from '../../../../../src/engines/alembic/scripts/script-file.ts'

const read = (text: string, name = 'x_y.py') => readScriptFile(`versions/${name}`, name, Buffer.from(text))
const faultOf = (text: string) => read(text).faults.map(({ id, message, place }) => ({ id, message, place }))

test('what Alembic’s own template writes', () => {
  const text = [
    '"""join the two branches',
    '',
    'Revision ID: 3f2a9c',
    'Revises: a1, b2',
    '"""',
    'from typing import Sequence, Union',
    'from alembic import op',
    '',
    '# revision identifiers, used by Alembic.',
    "revision: str = '3f2a9c'",
    "down_revision: Union[str, Sequence[str], None] = ('a1', 'b2')",
    'branch_labels: Union[str, Sequence[str], None] = None',
    "depends_on: Union[str, Sequence[str], None] = 'c3'",
    '',
    'def upgrade() -> None:',
    "    op.execute(f'''update t set revision = {'x'}''')",
  ].join('\r\n')
  expect(read(text)).toEqual({
    faults: [],
    script: {
      id: '3f2a9c',
      message: 'join the two branches',
      path: 'versions/x_y.py',
      down: ['a1', 'b2'],
      dependsOn: ['c3'],
      labels: [],
      revisionLine: 10,
      downLine: 11,
      text,
    },
  })
})

test.each([
  ['x = (1,\n  2', 1, '"(" is never closed'],
  ['\nx = [1)', 2, '")" does not close the "[" of line 2'],
  ["x = 'open\ny = 1", 1, 'a string begins here and never ends'],
  ['x = 1\n"""open\n\n', 2, 'a string begins here and never ends'],
  ['x = 1\ny = ?', 2, '"?" is no Python'],
  ['# coding: utf-16\u0000', 1, 'NUL byte'],
])('%j is a syntax error in line %d', (text, line, reason) => {
  const [fault, ...others] = faultOf(text)
  expect(others).toEqual([])
  expect(fault).toMatchObject({ id: 'alembic-syntax', place: { path: 'versions/x_y.py', line } })
  expect(fault?.message).toContain(reason)
})

test.each([
  ['revision = make_id()\ndown_revision = None', 1, 'revision: it is computed'],
  ['revision = "a"\ndown_revision = f"{x}"', 2, 'down_revision: it is an f-string'],
  [
    'revision = "a"\ndown_revision = None\nif x:\n  down_revision = "b"',
    4,
    'down_revision: it is set or used',
  ],
  ['revision = None\ndown_revision = None', 1, 'revision: it is no string'],
  ['# coding: koi8-r\nrevision = "a"', 1, 'its encoding is koi8-r'],
])('%j cannot be read: line %d', (text, line, why) => {
  const { unreadable, script, faults } = read(text)
  expect({ script, faults }).toEqual({ script: undefined, faults: [] })
  expect(unreadable?.place).toEqual({ path: 'versions/x_y.py', line })
  expect(unreadable?.why).toContain(why)
})

test('no revision is a fault, unless the name of the file is the id as it once was', () => {
  expect(faultOf('down_revision = None')).toMatchObject([{ id: 'alembic-variable-missing' }])
  expect(read('down_revision = None', '3f2a.py').script?.id).toBe('3f2a')
  expect(faultOf('revision = "a"')).toMatchObject([{ id: 'alembic-variable-missing' }])
})

test.each([
  ['a'.repeat(33), 'alembic-id-long'],
  ['é'.repeat(33), 'alembic-id-long'],
  ['a-b', 'alembic-id-characters'],
  ['a@b+c:d', 'alembic-id-characters'],
])('the id %s is a fault', (id, kind) => {
  expect(faultOf(`\nrevision = "${id}"\ndown_revision = None`)).toMatchObject([
    { id: kind, place: { line: 2 } },
  ])
  expect(faultOf(`revision = "${'é'.repeat(32)}"\ndown_revision = None`)).toEqual([])
})
