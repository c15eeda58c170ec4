import { describe, expect, it } from '@jest/globals'
import { readCode } from '../../../src/check/read/python.ts'

const head = 'from alembic import op\nrevision = "a"\ndown_revision = None\n\n'
const codeOf = (text: string) => {
  const { up = [], down = [], rest = [] } = readCode(text) ?? {}
  return { up: up.map(one => one.code), down: down.map(one => one.code), rest: rest.map(one => one.code) }
}

describe('the code of a revision', () => {
  it('is apart by function, and what is shown is as written', () => {
    const code = readCode(
      `${head}def upgrade() -> None:\n    op.execute(\n        "a",\n    )\n\ndef downgrade(): op.drop()\n`,
    )
    expect(code).toMatchObject({
      up: [{ text: 'op.execute( "a", )', line: 6 }],
      down: [{ text: 'def downgrade(): op.drop()', line: 10 }],
      line: 5,
    })
    expect(code?.rest).toHaveLength(3)
  })

  it.each([
    ['comments', 'def upgrade():\n    # why\n    x()  # how\n'],
    ['a docstring', 'def upgrade():\n    """Why."""\n    x()\n'],
    ['another indentation', 'def upgrade():\n  x()\n'],
    ['blank lines and line ends of Windows read as LF', 'def upgrade():\n\n\n    x()\n\n'],
    ['an annotation of the function', 'def upgrade() -> None:\n    x()\n'],
    ['pass beside it', 'def upgrade():\n    x()\n    pass\n'],
  ])('is the same with %s', (_, text) => {
    expect(codeOf(head + text).up).toEqual(codeOf(`${head}def upgrade():\n    x()\n`).up)
  })

  it.each([
    [
      'a statement out of its condition',
      'def upgrade():\n    if y():\n        x()\n    z()\n',
      'def upgrade():\n    if y():\n        x()\n        z()\n',
    ],
    ['a text', 'def upgrade():\n    x("a")\n', 'def upgrade():\n    x("b")\n'],
    ['the order', 'def upgrade():\n    x()\n    y()\n', 'def upgrade():\n    y()\n    x()\n'],
  ])('is another with %s changed', (_, one, other) => {
    expect(codeOf(head + one).up).not.toEqual(codeOf(head + other).up)
  })

  it.each(['pass', '...', '"""Nothing."""', 'return', 'return None', '# nothing\n    pass'])(
    'of an upgrade that is `%s` is none',
    body => expect(codeOf(`${head}def upgrade():\n    ${body}\n`).up).toEqual([]),
  )

  it('of a way down that only refuses is none', () => {
    const text = `${head}def downgrade():\n    raise NotImplementedError("no way back")\n`
    expect(codeOf(text).down).toEqual([])
  })

  it('outside of the two functions counts as well', () => {
    const text = `${head}def names():\n    return ["a"]\n\n@decorated\ndef upgrade(): x()\n`
    expect(codeOf(text).rest).toEqual(expect.arrayContaining(['1 return [ "a" ]', '0 @ decorated']))
  })

  it('of what is no Python is undefined', () => {
    expect(readCode('x = (')).toBeUndefined()
  })
})
