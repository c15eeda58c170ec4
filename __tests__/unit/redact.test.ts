import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readUrl, secretsOf } from '../../src/database/url.ts'
import { makeRedactor } from '../../src/redact.ts'

const none = makeRedactor([])

test.each([
  ['postgres://relay:hunter2@h/db', 'postgres://relay:***@h/db'],
  ['postgresql+asyncpg://relay:hu@nt/er2@h/db next', 'postgresql+asyncpg://relay:***@h/db next'],
  ['redis://:hunter2@h', 'redis://:***@h'],
  // posix.normalize makes one slash of two.
  ['db/postgres:/relay:hu/nter2@h/db', 'db/postgres:/relay:***@h/db'],
  // Cut off before the @.
  ['postgres://relay:hunter2…', 'postgres://relay:***'],
  ['"postgres://relay:12hunter" is', '"postgres://relay:***" is'],
  ['postgres://u:one@h redis:/u:two', 'postgres://u:***@h redis:/u:***'],
  ['host=h password=hunter2 dbname=x', 'host=h password=*** dbname=x'],
  [`password = 'hun ter2' x`, 'password = *** x'],
  ['PGPASSWORD=hunter2', 'PGPASSWORD=***'],
  ['{"password": "hunter2", "user": "u"}', '{"password": ***, "user": "u"}'],
  [`alter role r password 'hun''ter2' valid`, 'alter role r password *** valid'],
  [`alter role r PASSWORD E'x'`, `alter role r PASSWORD E'x'`],
  ['?user=u&password=hunter2&x=1', '?user=u&password=***&x=1'],
  // Cut off within the quote, as pg_stat_activity and our own lines cut.
  [`runs: alter role r password 'hunter2`, 'runs: alter role r password ***'],
  [`password 'hunter2\nnext 'line'`, `password ***\nnext 'line'`],
  ['invalid_password=hunter2', 'invalid_password=***'],
  ['password=Falsehood, password=none-of-it', 'password=***, password=***'],
  // Shortened in the middle by pydantic.
  [
    "{'database_url': 'postgre...ter2@localhost:5432/r'}",
    "{'database_url': 'postgre...***@localhost:5432/r'}",
  ],
])('without knowing it, out of %s', (text, clean) => {
  expect(none(text)).toBe(clean)
})

test.each([
  'db.example.com:5432/app refuses the password of relay.',
  'password authentication failed for user "relay"',
  'Passwords such as @ / : must be percent-encoded in a URL (@ is %40).',
  'see https://example.com/a?b=c and me@example.com',
  'https://github.com:443/x and (http://localhost:8080), postgres://host:5432/db.',
  'postgres://[::1]:5432/db, postgres://host:5432',
  'str(url) hides it (`render_as_string(hide_password=False)` does not), password=None',
  'FATAL 28P01 invalid_password: password authentication failed for user "relay"',
  'write to me...then to you, or to me@example.com',
])('leaves alone: %s', text => {
  expect(none(text)).toBe(text)
})

test.each([
  'a',
  ' ',
  'a://b:',
  'a://b:1/',
  'a://b:1/@ ',
  ':/',
  '://',
  'a:/',
  '[',
  'password ',
  "password='",
  '...',
  '1',
  '@',
])('takes linear time on %j over and over', piece => {
  const began = performance.now()
  none(piece.repeat(200_000 / piece.length))
  // No measure of speed: in quadratic time this takes minutes.
  expect(performance.now() - began).toBeLessThan(20_000)
})

test('secrets of fewer than four characters stay where no URL or keyword gives them away', () => {
  const redact = makeRedactor(['abc', '1', ''])
  expect(redact('abc 1 postgres://u:abc@h password=abc')).toBe('abc 1 postgres://u:***@h password=***')
})

// No `*`: the mark itself would spell such a secret.
const secret = fc.string({ unit: fc.constantFrom(...`ab:/?#@%&'"\\ =.é$|_`), minLength: 4, maxLength: 12 })

test('no text holds a secret of four characters or more afterwards', () => {
  fc.assert(
    fc.property(
      fc.array(secret, { minLength: 1, maxLength: 3 }),
      fc.array(fc.string()),
      (secrets, around) => {
        const clean = makeRedactor(secrets)(
          around.flatMap((text, i) => [text, secrets[i % secrets.length]]).join(''),
        )
        for (const one of secrets) expect(clean).not.toContain(one)
      },
    ),
  )
})

test('no form of the password of a URL is left: raw, encoded, partly encoded, in JSON', () => {
  fc.assert(
    fc.property(secret, password => {
      const target = readUrl(`postgres://relay:${encodeURIComponent(password)}@h/app`, 's')
      fc.pre(!['relay', 'h', 'app'].includes(password))
      const redact = makeRedactor(secretsOf(target))
      const forms = [
        password,
        encodeURIComponent(password),
        encodeURI(password),
        JSON.stringify(password).slice(1, -1),
        target.original,
      ]
      for (const form of forms) expect(redact(`x ${form} y`)).not.toContain(form)
    }),
  )
})
