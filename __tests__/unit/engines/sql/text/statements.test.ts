import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { placeOfPosition, splitStatements } from '../../../../../src/engines/sql/text/statements.ts'

const path = 'migrations/0001_a.sql'
const split = (text: string, line = 1) => splitStatements(text, { path, line })
const texts = (text: string) => split(text).map(one => one.text)

describe('splitStatements', () => {
  test('a statement goes from its first token to its last', () => {
    expect(split('-- a\n/* b */ select 1 -- c\n  + 2 /* d */ ; -- e\n')).toEqual([
      { text: 'select 1 -- c\n  + 2', offset: 13, line: 2, endLine: 3, column: 9 },
    ])
  })

  test('lines are those of the file, columns count code points', () => {
    const [, second] = split("select '😀'; select\n2", 40)
    expect(second).toMatchObject({ line: 40, column: 13, endLine: 41, offset: 13 })
  })

  test.each(['\n', '\r\n', '\r'])('lines end with %j', end => {
    expect(split(['select', '1;', '', 'select 2'].join(end)).map(one => [one.line, one.endLine])).toEqual([
      [1, 2],
      [4, 4],
    ])
  })

  test.each([
    ['', []],
    [' ;; -- x\n;/* y */', []],
    ['a;;b', ['a', 'b']],
    ['a) ; b', ['a)', 'b']],
    ['a (b; c', ['a (b; c']],
    ['create function f() begin atomic a; b', ['create function f() begin atomic a; b']],
    ['begin atomic; a; end', ['begin atomic', 'a', 'end']],
    ['create begin atomic; a', ['create begin atomic', 'a']],
    [
      'create function f() as $$x;$$; begin atomic; b',
      ['create function f() as $$x;$$', 'begin atomic', 'b'],
    ],
  ])('%j, which the server may refuse', (text, expected) => expect(texts(text)).toEqual(expected))

  test('a psql meta-command is a statement of its own and takes its line', () => {
    expect(texts("\\restrict it's; x \r\nselect 1 \\gset a'\n;select 2;\n\\q")).toEqual([
      "\\restrict it's; x",
      'select 1',
      "\\gset a'",
      'select 2',
      '\\q',
    ])
  })

  test('the data of COPY is left out, to its end or the end of the file', () => {
    const data = "1\tit's; \\N\n2\t$$\n"
    expect(texts(`copy a (b) from stdin; -- x\n${data}\\.\nselect 1;`)).toEqual([
      'copy a (b) from stdin',
      'select 1',
    ])
    expect(texts(`COPY a FROM stdin WITH (format csv);\r\n${data}\\.\r\nselect 1`)).toHaveLength(2)
    expect(texts(`copy a from stdin;\n${data}`)).toEqual(['copy a from stdin'])
    expect(texts("copy a from 'x'; copy (select b from stdin) to 'y'; copyright; select 1")).toHaveLength(4)
  })

  test.each([
    ["select 1;\n\n 'abc", 'string', 3, 2],
    ['select 1; "abc\n', 'name in double quotes', 1, 11],
    ['/* a\n/* */', 'comment /*', 1, 1],
    ['do\n$a$ begin; $$', 'dollar-quoted string $a$', 2, 1],
  ])('%j is a fault at the place where it begins', (text, what, line, column) => {
    expect(() => split(text, 10)).toThrow(
      expect.objectContaining({
        fault: expect.objectContaining({
          id: 'sql-unterminated',
          message: `A ${what} begins here and never ends.`,
          place: { path, line: line + 9, column },
        }),
      }),
    )
  })

  test('the time it takes grows with the text, not with its square', () => {
    const began = performance.now()
    for (const hard of [
      "e'a' -- x\n",
      'select 1; ',
      '(',
      '/*',
      "e'\\'",
      '$a',
      'copy a from stdin;\n',
      "'",
      '\\x\n',
      '--',
      ' \n',
    ]) {
      try {
        split(hard.repeat(100_000))
      } catch (error) {
        expect(error).toMatchObject({ fault: { id: 'sql-unterminated' } })
      }
    }
    // Any of them takes minutes when it is quadratic.
    expect(performance.now() - began).toBeLessThan(20_000)
  })
})

describe('placeOfPosition', () => {
  test('the server counts code points from 1, in the text that was sent', () => {
    const [, one] = split("select 0;\n  select '😀',\r\n\tbad, é")
    if (one === undefined) throw new Error('no statement')
    expect(placeOfPosition(one, 1)).toEqual({ line: 2, column: 3 })
    // select␣'😀',CRLF TAB bad
    expect(placeOfPosition(one, 15)).toEqual({ line: 3, column: 2 })
    expect(placeOfPosition(one, 0)).toEqual({ line: 2, column: 3 })
    expect(placeOfPosition(one, 10_000)).toEqual({ line: 3, column: 8 })
  })

  test('equals a count by brute force', () => {
    const piece = fc.constantFrom('a', '😀', 'é', '\n', '\r\n', '\r', ' ', '\t', "'x'")
    const text = fc.array(piece, { minLength: 1, maxLength: 30 }).map(parts => parts.join(''))
    fc.assert(
      fc.property(text, text, fc.nat(40), (before, inside, position) => {
        const file = `select 1;${before}; x${inside}x`
        const one = split(file).at(-1)
        if (one === undefined) throw new Error('no statement')
        const points = [...one.text].slice(0, Math.max(0, position - 1)).join('')
        const upTo = file.slice(0, one.offset) + points
        // A position between CR and LF belongs to the line that they end.
        const whole = /\r$/.test(upTo) && file.charAt(upTo.length) === '\n' ? upTo.slice(0, -1) : upTo
        const lines = whole.split(/\r\n|\n|\r/)
        const extra = whole === upTo ? 1 : 2
        expect(placeOfPosition(one, position)).toEqual({
          line: lines.length,
          column: [...(lines.at(-1) ?? '')].length + extra,
        })
      }),
    )
  })
})
