import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { describeTarget, readUrl, secretsOf, secretsOfText, type Target } from '../../src/database/url.ts'
import { GateError } from '../../src/errors.ts'

const source = 'the input database-url'
const read = (url: string) => readUrl(url, source)

const plain = {
  host: 'db.example.com',
  port: 5433,
  user: 'relay',
  password: 's3cret',
  database: 'app',
  tls: 'prefer',
}

test.each<[string, Partial<Target>]>([
  ['postgres://relay:s3cret@db.example.com:5433/app', {}],
  ['postgresql://relay:s3cret@db.example.com:5433/app', {}],
  ['PostgreSQL://relay:s3cret@db.example.com:5433/app', {}],
  ['  postgres://relay:s3cret@db.example.com:5433/app\n', {}],
  ['postgresql+asyncpg://relay:s3cret@db.example.com:5433/app?ssl=require', { tls: 'require' }],
  ['postgresql+asyncpg://relay:s3cret@db.example.com:5433/app?ssl=true', { tls: 'require' }],
  ['postgresql+psycopg://relay:s3cret@db.example.com:5433/app?sslmode=verify-full', { tls: 'verify-full' }],
  ['postgresql+psycopg2://relay:s3cret@db.example.com:5433/app', {}],
  [
    'postgres://relay:s3cret@db.example.com:5433/app?sslmode=require&channel_binding=require',
    { tls: 'require', channelBinding: 'require' },
  ],
  ['postgres://db.example.com:5433/app?user=relay&password=s3cret', {}],
  ['postgres://relay:s3cret@/app?host=db.example.com&port=5433', {}],
  ['host=db.example.com port=5433 user=relay password=s3cret dbname=app', {}],
  [`host = db.example.com port= 5433 user='relay' password='s3cret' dbname=app`, {}],
  ['postgres://relay:s3cret@db.example.com/app', { port: 5432 }],
  ['postgres://relay:s3cret@db.example.com:5433', { database: 'relay' }],
  ['postgres://relay@db.example.com:5433/app', { password: undefined }],
  ['postgres://relay:s3cret@[2001:db8::1]:5433/app', { host: '2001:db8::1' }],
  ['postgres://relay:s3cret@[::1]/app', { host: '::1', port: 5432 }],
  ['postgres://relay:s3cret@%2Fvar%2Frun%2Fpostgresql:5433/app', { host: '/var/run/postgresql' }],
  ['postgres://relay:s3cret@:5433/app?host=/var/run/postgresql', { host: '/var/run/postgresql' }],
  ['postgres://rel%40ay:s3cret@db.example.com:5433/%61pp', { user: 'rel@ay' }],
  [`host=db.example.com port=5433 user=relay password='it\\'s \\\\' dbname=app`, { password: `it's \\` }],
  [
    'postgres://relay:s3cret@db.example.com:5433/app?connect_timeout=7&options=-c%20a%3Db',
    {
      connectTimeoutSeconds: 7,
      options: '-c a=b',
    },
  ],
])('reads %s', (url, more) => {
  expect(read(url)).toMatchObject({ ...plain, ...more })
})

describe('refuses, with the source and without the URL,', () => {
  test.each([
    ['mysql://relay:s3cret@h/app', 'it begins with mysql://'],
    ['postgresql+mysql://relay:s3cret@h/app', 'it begins with postgresql+mysql://'],
    ['https://relay:s3cret@h/app', 'it begins with https://'],
    ['s3cret://relay', 'it begins with another scheme'],
    ['mysql+s3cret://relay', 'it begins with another scheme'],
    ['relay:s3cret@h/app', 'it does not begin with postgres://'],
    ['s3cret', 'it does not begin with postgres://'],
    ['postgres://relay:s3cret@one:5432,two:5432/app', 'it names several hosts'],
    ['postgres://relay:s3cret@one,two/app', 'it names several hosts'],
    ['postgres://relay:s3cret@/app?host=one,two', 'it names several hosts'],
    ['host=one,two user=relay password=s3cret', 'it names several hosts'],
    ['postgres://relay:s3cret@h:99999/app', 'its port is no number'],
    ['postgres://relay:s3cret@h:/app?port=x', 'its port is no number'],
    ['postgres://relay:s3cret@h:port/app', 'host, port or database cannot be made out'],
    ['postgres://relay:s3cret@h/app?sslmode=s3cret', 'its sslmode is none of'],
    ['postgres://:s3cret@h/app', 'it names no user'],
    ['host=h password=s3cret', 'it names no user'],
    ['host=h password=s3cret user', 'a keyword=value pair cannot be made out'],
    // What is before the @ and what is behind it both read as a database with options.
    ['postgres://relay:s3c@h?x=ret@real.example.com/app', 'an @ in it may end the password or not'],
    ['postgres://relay:s3cret@h/app?application_name=me@corp', 'an @ in it may end the password or not'],
    ['postgres://relay:5432/app?user=u&password=s3cret@h', 'an @ in it may end the password or not'],
  ])('%s', (url, reason) => {
    const fault = faultOf(url)
    expect(fault?.id).toBe('url-form')
    expect(fault?.message).toContain(source)
    expect(fault?.message).toContain(`is no Postgres URL: ${reason}`)
    expect(JSON.stringify(fault)).not.toMatch(/s3c|ret@/)
  })
})

function faultOf(url: string) {
  try {
    read(url)
  } catch (error) {
    if (error instanceof GateError) return error.fault
    throw error
  }
  return undefined
}

test('a password within the query may hold an @', () => {
  const url = 'postgres://h/app?user=u&password=a@b'
  expect(read(url)).toMatchObject({ host: 'h', user: 'u', password: 'a@b' })
})

const reserved = [...`:/?#[]@!$&'()*+,;=%"\\^\`{}|<>~ -._é🐘`]
const password = fc.string({
  unit: fc.constantFrom(...reserved, ...'abcXYZ019'),
  minLength: 1,
  maxLength: 16,
})

test('every reserved character in a password survives, encoded', () => {
  fc.assert(
    fc.property(password, given => {
      for (const form of [encodeURIComponent(given), encodeEverything(given)]) {
        const target = read(`postgres://relay:${form}@db.example.com:5433/app?sslmode=disable`)
        expect(target).toMatchObject({ ...plain, password: given, tls: 'disable' })
        expect(read(`postgres://db.example.com:5433/app?user=relay&password=${form}`)).toMatchObject({
          ...plain,
          password: given,
        })
        expect(secretsOf(target)).toEqual(expect.arrayContaining([given, form]))
        expect(describeTarget(target)).toBe('db.example.com:5433/app')
      }
      const quoted = `'${given.replace(/['\\]/g, '\\$&')}'`
      expect(read(`host=h user=relay password=${quoted}`).password).toBe(given)
    }),
  )
})

test('as it stands it survives too, or the URL is refused without a piece of it', () => {
  fc.assert(
    fc.property(password, given => {
      // A raw %41 is an A to libpq, SQLAlchemy and us.
      fc.pre(!/%[0-9a-fA-F]{2}/.test(given))
      const url = `postgres://relay:${given}@db.example.com:5433/app`
      const fault = faultOf(url)
      if (fault === undefined) expect(read(url)).toMatchObject({ ...plain, password: given })
      else expect(fault.message).toMatch(/an @ in it may end the password or not/)
    }),
    { numRuns: 3000 },
  )
})

test.each([...`:/?#[]@!$&'()*+,;=%"\\^\`{}|<>~ `])('the character %s alone, as it stands', character => {
  expect(read(`postgres://relay:a${character}z@db.example.com:5433/app`)).toMatchObject({
    ...plain,
    password: `a${character}z`,
  })
})

test('a word that is also the name of user, host or database is no secret', () => {
  const secrets = (url: string) => secretsOf(read(url))
  expect(secrets('postgres://postgres:postgres@localhost/app')).toEqual([
    'postgres://postgres:postgres@localhost/app',
  ])
  expect(secrets('postgres://u:app@localhost/app')).not.toContain('app')
  expect(secrets('postgres://u@localhost/app')).toEqual(['postgres://u@localhost/app'])
})

test('other spellings of a password are secrets too: percent signs in either case, a plus, lines', () => {
  const secrets = secretsOf(read(`postgres://relay:${encodeURIComponent('é /long\nsecond\nabc')}@h/app`))
  expect(secrets).toEqual(
    expect.arrayContaining([
      '%C3%A9%20%2Flong%0Asecond%0Aabc',
      '%c3%a9%20%2flong%0asecond%0aabc',
      '%C3%A9+%2Flong%0Asecond%0Aabc',
      '%c3%a9+%2flong%0asecond%0aabc',
      'é /long',
      'second',
    ]),
  )
  expect(secrets).not.toContain('abc')
})

test('as Python spells it: urllib’s quote, and SQLAlchemy’s URL', () => {
  const secrets = secretsOf(read(`postgres://relay:${encodeURIComponent("a/b c+d'e(f)!")}@h/app`))
  expect(secrets).toEqual(
    expect.arrayContaining([
      'a/b%20c%2Bd%27e%28f%29%21',
      'a%2Fb+c%2Bd%27e%28f%29%21',
      'a%2Fb c+d%27e%28f%29%21',
    ]),
  )
})

test('secrets of a text that may be a URL', () => {
  expect(secretsOfText('postgres://relay:s3cret@h/app')).toContain('s3cret')
  expect(secretsOfText(' mysql://relay:s3cret@h/app')).toContain('mysql://relay:s3cret@h/app')
  expect(secretsOfText('https://github.com')).toEqual([])
  expect(secretsOfText('10m')).toEqual([])
})

function encodeEverything(text: string): string {
  return [...Buffer.from(text)].map(byte => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('')
}
