import { expect, it } from '@jest/globals'
import { leaksIn, password, wrongPassword } from './secret.ts'

const asMarkdown = (text: string) =>
  text.replace(/[\\#]/g, '\\$&').replaceAll('&', '&amp;').replaceAll('@', '&#64;')

it.each([password, wrongPassword])('finds %s in every form', secret => {
  const forms = [
    secret,
    encodeURIComponent(secret),
    encodeURIComponent(secret).toLowerCase(),
    encodeURIComponent(encodeURIComponent(secret)),
    decodeURIComponent(encodeURIComponent(secret)),
    JSON.stringify(secret),
    JSON.stringify(secret).replaceAll('&', '\\u0026'),
    asMarkdown(secret),
    secret.slice(0, 7),
    secret.slice(-6),
    ...['', 'x', 'me:'].map(before => Buffer.from(`${before}${secret}`).toString('base64')),
  ]
  for (const form of forms) expect([form, leaksIn(`at ${form} or`).length > 0]).toEqual([form, true])
  expect(leaksIn('postgres://me:***@127.0.0.1:5432/app refuses the password of me')).toEqual([])
})
