import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { checksumOf, checksumText } from '../../../../../src/engines/sql/text/checksum.ts'
import { readSections, type Shape } from '../../../../../src/engines/sql/text/sections.ts'
import { splitStatements } from '../../../../../src/engines/sql/text/statements.ts'

const path = 'migrations/0001_a.sql'
const read = (text: string, shape?: Shape) => readSections(text, path, shape)
const faultsOf = (text: string, shape?: Shape) =>
  read(text, shape).faults.map(fault => [fault.id, fault.place?.line])

describe('readSections', () => {
  test('without markers all of it is the way up', () => {
    const text = 'select 1;\n'
    expect(read(text)).toEqual({ up: { text, startLine: 1, offset: 0, transaction: true }, faults: [] })
    expect(read('')).toMatchObject({ up: { text: '' }, faults: [] })
  })

  test('a byte order mark is left out, and counted in the offset only', () => {
    expect(read('\ufeffselect 1').up).toEqual({
      text: 'select 1',
      startLine: 1,
      offset: 1,
      transaction: true,
    })
    expect(read('\ufeff-- migrate:up\nselect 1').up).toMatchObject({
      text: 'select 1',
      startLine: 2,
      offset: 15,
    })
  })

  test.each(['\n', '\r\n', '\r'])('sections with lines that end with %j', end => {
    const text = [
      '-- note',
      '',
      '-- migrate:up  ',
      'select 1;',
      '',
      '-- migrate:down transaction:false ',
      'select 2;',
      '',
    ].join(end)
    const { up, down, faults } = read(text)
    expect(faults).toEqual([])
    expect(up).toMatchObject({ startLine: 4, transaction: true, text: `select 1;${end}${end}` })
    expect(down).toMatchObject({ startLine: 7, transaction: false, text: `select 2;${end}` })
    for (const section of [up, down])
      if (section) expect(text.startsWith(section.text, section.offset)).toBe(true)
    expect(splitStatements(down?.text ?? '', { path, line: down?.startLine ?? 0 })[0]?.line).toBe(7)
  })

  test('markers may stand close, in any case of letters, and at the end of the file', () => {
    expect(read('--migrate:up\nselect 1;\n-- Migrate:Down')).toMatchObject({
      up: { text: 'select 1;\n' },
      down: { text: '', startLine: 3 },
      faults: [],
    })
    expect(read('-- migrate:up transaction:true\na').up?.transaction).toBe(true)
  })

  test('a marker within a string, a body or a comment is none', () => {
    const body =
      'select \'\n-- migrate:down\n\', $$\n-- migrate:down\n$$, "\n-- migrate:up\n" /*\n-- migrate:down\n*/;\n'
    expect(read(`-- migrate:up\n${body}`)).toMatchObject({ up: { text: body }, faults: [] })
    expect(read(`-- migrate:up\n${body}`).down).toBeUndefined()
    expect(read(body)).toMatchObject({ up: { text: body }, faults: [] })
  })

  test('a marker ends a statement that has no semicolon', () => {
    const { up, down } = read('-- migrate:up\nselect (1\n-- migrate:down\nselect 2')
    expect([up?.text, down?.text]).toEqual(['select (1\n', 'select 2'])
  })

  test.each<[string, string, [string, number][]]>([
    ['SQL above the first marker', 'select 1;\n-- migrate:up\n', [['marker-late', 1]]],
    ['the same marker twice', '-- migrate:up\n-- migrate:down\n-- migrate:up\n', [['marker-repeated', 3]]],
    ['down twice', '-- migrate:up\n-- migrate:down\na;\n-- migrate:down', [['marker-repeated', 4]]],
    ['down first', '-- migrate:down\n-- migrate:up\n', [['marker-order', 1]]],
    ['down alone', '\n-- migrate:down\ndrop table a;', [['marker-order', 2]]],
    [
      'an unknown option',
      '-- migrate:up lock:none transaction:no\n',
      [
        ['marker-option', 1],
        ['marker-option', 1],
      ],
    ],
    ['an option twice', '-- migrate:up transaction:false transaction:true', [['marker-option', 1]]],
    ['a misspelt marker', 'a;\n-- migrate:dwon\nb;', [['marker-slip', 2]]],
    ['a space too many', '-- migrate:up\n-- migrate: down\nb;', [['marker-slip', 2]]],
    ['a word run into the marker', '-- migrate:upwards', [['marker-slip', 1]]],
    ['an indented marker', '-- migrate:up\n  -- migrate:down\nb;', [['marker-slip', 2]]],
    ['a marker behind a statement', 'a; -- migrate:down\nb;', [['marker-slip', 1]]],
    ['a string that never ends', "-- migrate:up\nselect 'a;\n-- migrate:down\n", [['sql-unterminated', 2]]],
    [
      'all that is wrong',
      'a;\n-- migrate:up x\n-- migrate:up\n-- migrate:dwon',
      [
        ['marker-late', 1],
        ['marker-option', 2],
        ['marker-repeated', 3],
        ['marker-slip', 4],
      ],
    ],
  ])('%s is a fault with its line', (_, text, expected) => {
    expect(faultsOf(text)).toEqual(expected)
    expect(read(text).up).toBeUndefined()
  })

  test('comments that are prose are no markers', () => {
    const prose =
      '-- migrate: the users first\n-- migrate up the stack\n-- migrates:up\n-- down migration of a thing\nselect 1;'
    expect(read(prose)).toMatchObject({ up: { text: prose }, faults: [] })
  })

  test.each([
    ['-- +goose Down', 'goose'],
    ['-- +migrate Down', 'sql-migrate'],
    ['-- +micrate Down', 'micrate'],
    ['-- rambler down', 'rambler'],
    ['-- Down Migration', 'node-pg-migrate'],
    ['--//@UNDO', 'MyBatis Migrations'],
    ['-- !Downs', 'Play evolutions'],
    ['---- create above / drop below ----', 'tern'],
  ])('%s would run the way down: the fault names %s', (mark, tool) => {
    const [fault] = read(`create table a ();\n${mark}\ndrop table a;`).faults
    expect(fault).toMatchObject({ id: 'marker-foreign', place: { line: 2 } })
    expect(fault?.message).toContain(` ${tool},`)
    expect(read(`-- migrate:up\n${mark}\n-- migrate:down\n`).faults).toEqual([])
  })

  test('a pair of files holds one way each', () => {
    expect(read('a', 'up')).toMatchObject({ up: { text: 'a' } })
    expect(read('a', 'down')).toMatchObject({ down: { text: 'a' } })
    expect(read('a', 'down').up).toBeUndefined()
    expect(read('-- migrate:up transaction:false\na', 'up').up?.transaction).toBe(false)
    expect(read('-- migrate:down\na', 'down').down?.text).toBe('a')
    expect(faultsOf('-- migrate:up\na;\n-- migrate:down\nb', 'up')).toEqual([['marker-of-the-other', 3]])
    expect(faultsOf('-- migrate:up\na', 'down')).toEqual([['marker-of-the-other', 1]])
  })
})

describe('checksumOf', () => {
  test('is sha256 of the text with LF line ends, whatever white space stands around it', () => {
    const expected = createHash('sha256').update("select 1;\nselect '\r';").digest('hex')
    expect(checksumOf("\r\nselect 1;\r\nselect '\r';\r\n\r\n")).toBe(expected)
    expect(checksumOf("select 1;\nselect '\r';")).toBe(expected)
    expect(checksumText('a\n\n  b ')).toBe('a\n\n  b')
  })

  test.each(['\r\n', '😀', 'é', 'x'])(
    'is that of the whole where a large text is hashed in pieces: %j at their seams',
    part => {
      for (let before = 0; before < part.length; before++) {
        const text = `${'.'.repeat((1 << 20) - 1 - before)}${part}${'.'.repeat(1 << 20)}${part}.`
        const expected = createHash('sha256').update(checksumText(text)).digest('hex')
        expect(checksumOf(text) === expected).toBe(true)
      }
    },
  )

  test('a way down added below, or the option of a marker, is no modification', () => {
    const checksums = [
      'a;\n',
      '-- migrate:up\na;\n',
      '-- migrate:up transaction:false\n\na;\n\n-- migrate:down\nb;',
    ].map(text => checksumOf(read(text).up?.text ?? ''))
    expect(new Set(checksums).size).toBe(1)
    expect(checksumOf('b;')).not.toBe(checksums[0])
  })
})
