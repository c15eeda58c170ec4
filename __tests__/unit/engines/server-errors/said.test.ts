import { describe, expect, test } from '@jest/globals'
import { conditionOf, sqlstateOfClass } from '../../../../src/database/conditions.ts'
import { sayError } from '../../../../src/engines/server-errors/said.ts'

const secret = 'ann@example.com'
const error = (
  code: string,
  message: string,
  more: { detail?: string; where?: string; hint?: string } = {},
) => ({
  code,
  severity: 'ERROR',
  message,
  ...more,
})

describe('what a public log may have', () => {
  test.each([
    ['23505', `Key (email)=(${secret}) already exists.`, 'Key (email)=(…) already exists.'],
    ['23505', `Key (a, lower(b))=(1, ${secret}) is duplicated.`, 'Key (a, lower(b))=(…) is duplicated.'],
    ['23505', `Key (a)=(x)=(${secret}) y) already exists.`, 'Key (a)=(…) already exists.'],
    ['23505', `Key (a)=(one\n${secret}) already exists.`, 'Key (a)=(…) already exists.'],
    [
      '23503',
      `Key (of)=(${secret}) is not present in table "users".`,
      'Key (of)=(…) is not present in table "users".',
    ],
    ['23P01', `Key (d)=([1,${secret})) conflicts with existing key (d)=([1,${secret})).`, 'Key (d)=(…).'],
    ['23502', `Failing row contains (1, ${secret}).`, undefined],
    ['23514', `Failing row contains (${secret}).`, undefined],
    ['44000', `Failing row contains (${secret}).`, undefined],
    ['22P02', `Token "${secret}" is invalid.`, undefined],
  ])('%s, of the detail %j', (code, detail, shown) => {
    const { server, withheld } = sayError(error(code, 'x', { detail }))
    expect(server.detail).toBe(shown)
    expect(withheld).toEqual({ detail })
    expect(JSON.stringify(server)).not.toContain('example.com')
  })

  test.each([
    [
      '22P02',
      `invalid input syntax for type integer: "${secret}"`,
      'invalid input syntax for type integer: "…"',
    ],
    [
      '22P02',
      `invalid input syntax for type integer: "a" ${secret} "b"`,
      'invalid input syntax for type integer: "…"',
    ],
    [
      '22P02',
      `invalid input value for enum mood: "the table "${secret}"`,
      'invalid input value for enum mood: "…"',
    ],
    [
      '22003',
      `value "${secret}" is out of range for type integer`,
      'value "…" is out of range for type integer',
    ],
  ])('%s, of the message %j', (code, message, shown) => {
    const { server, withheld } = sayError(error(code, message), 'update t set a = b::int')
    expect(server.message).toBe(shown)
    expect(withheld).toEqual({ message })
  })

  test('a literal of the statement stays, and a piece of one does not', () => {
    const said = (value: string) =>
      sayError(error('22P02', `bad: "${value}"`), "select 'it''s', 'seven'::int").server
    expect(said('seven').message).toBe('bad: "seven"')
    expect(said("it's").message).toBe(`bad: "it's"`)
    expect(said('seve').message).toBe('bad: "…"')
    expect(said('select').message).toBe('bad: "…"')
  })

  test('of the context, the places in functions', () => {
    const where = `COPY t, line 1: "${secret}"\nSQL statement "insert ${secret}"\nPL/pgSQL function f(text) line 3 at EXECUTE`
    const { server, withheld } = sayError(error('22P04', 'x', { where }))
    expect(server.where).toBe('PL/pgSQL function f(text) line 3 at EXECUTE')
    expect(withheld).toEqual({ where })
  })

  test('of all other classes everything, and nothing is held back', () => {
    const told = error('42P07', 'relation "a" already exists', { detail: 'd', hint: 'h', where: 'w' })
    expect(sayError(told)).toEqual({ server: told })
  })

  test('nothing of it steers a terminal or a runner', () => {
    const { server } = sayError(error('XX000', '::error::a\x1b[2J', { detail: '::warning::b' }))
    expect(`${server.message}${server.detail}`).not.toMatch(/^::|\x1b/m)
  })
})

test('a condition has its name, and a driver’s class its condition', () => {
  expect(conditionOf('42P07')).toBe('duplicate_table')
  expect(conditionOf('99999')).toBe('')
  for (const [type, code] of [
    ['psycopg.errors.DuplicateTable', '42P07'],
    ['asyncpg.exceptions.DuplicateTableError', '42P07'],
    ['asyncpg.exceptions.PostgresSyntaxError', '42601'],
    ['asyncpg.exceptions.ReadOnlySQLTransactionError', '25006'],
    ['psycopg.errors.QueryCanceled', '57014'],
    ['asyncpg.exceptions.RaiseError', 'P0001'],
    ['psycopg.InternalError', ''],
    ['SystemError', ''],
    ['OSError', ''],
  ])
    expect([type, sqlstateOfClass(type ?? '')]).toEqual([type, code])
})
