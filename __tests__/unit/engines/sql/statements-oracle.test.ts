import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { splitStatements } from '../../../../src/engines/sql/text/statements.ts'
import { isComment, readToken, type Token } from '../../../../src/engines/sql/text/tokens.ts'
import { loadOracle, splitByPostgres } from './oracle.ts'

const corpus = new URL('../../../fixtures/sql/corpus/', import.meta.url)
const files = readdirSync(corpus)
const split = (text: string) => splitStatements(text, { path: 'x.sql' })
const texts = (text: string) => split(text).map(statement => statement.text)

beforeAll(loadOracle)

describe('every file of the corpus is cut as Postgres cuts it', () => {
  test('the corpus is there', () => expect(files.length).toBeGreaterThanOrEqual(60))

  test.each(files)('%s', name => {
    const text = readFileSync(new URL(name, corpus), 'utf8').replace(/^\ufeff/, '')
    expect(texts(text)).toEqual(splitByPostgres(text))
  })
})

/** Characters that open, close, escape or hide something. */
const hostile = fc
  .array(
    fc.constantFrom(
      "'",
      '"',
      ';',
      '$',
      '$$',
      '$a$',
      '--',
      '/*',
      '*/',
      '\\',
      '\n',
      '\r\n',
      '(',
      ')',
      ' end ',
      'begin atomic',
      'é',
      '😀',
      'x',
    ),
    { maxLength: 6 },
  )
  .map(parts => parts.join(''))

const gap = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(' ', '\n', '\t', '\r\n', '\f') },
  hostile.map(inside => ` --${inside.replace(/[\r\n]/g, '')}\n`),
  hostile.map(inside => ` /*${inside.replace(/\/|\*/g, '')}/* ; */ */ `),
)

const dollarQuoted = fc.tuple(fc.constantFrom('$$', '$a$', '$é$', '$_9$'), hostile).map(([tag, inside]) => {
  const body = inside.replaceAll(tag, '').replace(/\$+$/, '')
  return `${tag}${body.includes(tag) ? '' : body}${tag}`
})

const literal = fc.oneof(
  hostile.map(inside => `'${inside.replaceAll("'", "''")}'`),
  hostile.map(inside => `E'${inside.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`),
  hostile.map(inside => `e'${inside.replaceAll('\\', '\\\\').replaceAll("'", "''")}'\n '\\';'`),
  hostile.map(inside => `U&'${inside.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`),
  hostile.map(inside => `N'${inside.replaceAll("'", "''")}'`),
  dollarQuoted,
  fc.constantFrom(
    '1',
    '.5',
    '1e3',
    'a$b',
    'a$$',
    'é',
    '"end"',
    't.end',
    't.case',
    '$1',
    'x->>1',
    '1 */*;*/ 2',
    '1 -- ;\n',
  ),
)

const expression: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: literal },
  fc.tuple(literal, gap, literal).map(([a, g, b]) => `case when true${g}then ${a} else ${b}${g}end`),
  hostile.map(inside => `"q${inside.replaceAll('"', '""')}"`),
)

const query = fc
  .tuple(
    fc.array(fc.tuple(gap, expression, gap), { minLength: 1, maxLength: 4 }),
    fc.constantFrom('', ' as end', ' as "a;"', ' as case'),
  )
  .map(([parts, label]) => `select${parts.map(part => part.join('')).join(',')}${label}`)

const block = fc
  .tuple(fc.array(fc.tuple(query, gap), { maxLength: 3 }), gap)
  .map(([inner, g]) => `begin${g}atomic ${inner.map(([one, g2]) => `${one}${g2};`).join('')}${g}END`)

const statement = fc.oneof(
  { weight: 4, arbitrary: query },
  fc
    .array(query, { minLength: 1, maxLength: 3 })
    .map(all => `create rule r as on insert to t do (${all.join(';')}\n;)`),
  block.map(body => `create or replace function f(a begin) returns int language sql ${body}`),
  block.map(
    body => `create procedure p() begin atomic create function f() returns int ${body}; select 1; end`,
  ),
  fc.tuple(gap, dollarQuoted).map(([g, body]) => `do${g}${body}`),
)

const script = fc
  .array(fc.tuple(gap, statement, gap), { maxLength: 6 })
  .chain(all =>
    fc.tuple(
      fc.constant(all.map(parts => parts.join('')).join(';')),
      fc.constantFrom('', ';', ';;', '; -- end;'),
    ),
  )
  .map(parts => parts.join(''))

/** Any text at all, mostly of characters that matter. */
const noise = fc
  .array(
    fc.oneof(
      hostile,
      fc.constantFrom(
        'create function f() ',
        'begin atomic ',
        ' end;',
        'copy t from stdin;\n',
        '\\.\n',
        "E'",
        "'\n'",
        '\\x ',
        ';',
        ' a',
        '1',
      ),
    ),
    { maxLength: 20 },
  )
  .map(parts => parts.join(''))

describe('properties', () => {
  test('composed scripts are cut as Postgres cuts them', () => {
    let judged = 0
    let given = 0
    const check = (text: string) => {
      given++
      let expected: string[]
      try {
        expected = splitByPostgres(text)
      } catch {
        return
      }
      judged++
      expect(texts(text)).toEqual(expected)
    }
    fc.assert(fc.property(script, check), { numRuns: 1500 })
    expect(judged / given).toBeGreaterThan(0.9)
  })

  test('whatever Postgres takes of any noise is cut alike, and nothing throws but the unterminated', () => {
    fc.assert(
      fc.property(noise, text => {
        let ours: string[] | undefined
        try {
          ours = texts(text)
        } catch (error) {
          expect(error).toMatchObject({ fault: { id: 'sql-unterminated' } })
        }
        let expected: string[]
        try {
          expected = splitByPostgres(text)
        } catch {
          return
        }
        // The data below a COPY is left out by us; what the server would make of it is no matter.
        if (!/copy/i.test(text)) expect(ours).toEqual(expected)
      }),
      { numRuns: 3000 },
    )
  })

  test('between the statements stands nothing but separators, and lines ascend', () => {
    fc.assert(
      fc.property(script, text => {
        let at = 0
        let line = 1
        for (const one of split(text)) {
          expect(text.slice(one.offset, one.offset + one.text.length)).toBe(one.text)
          expectNothingIn(text.slice(at, one.offset))
          expect(one.line).toBeGreaterThanOrEqual(line)
          expect(one.endLine).toBeGreaterThanOrEqual(one.line)
          at = one.offset + one.text.length
          line = one.endLine
        }
        expectNothingIn(text.slice(at))
      }),
    )
  })

  test('splitting what was split changes nothing', () => {
    fc.assert(
      fc.property(script, text => {
        const once = texts(text)
        expect(once.flatMap(texts)).toEqual(once)
        expect(texts(once.join(';\n'))).toEqual(once)
      }),
    )
  })
})

function expectNothingIn(between: string): void {
  for (let token: Token | undefined = readToken(between, 0); token; token = readToken(between, token.end))
    expect(isComment(token) || between.slice(token.start, token.end) === ';').toBe(true)
}
