/** Errors of several addresses at once, as Node gathers them; the others are made by real faults in integration/connect. */
import { expect, test } from '@jest/globals'
import { connectFault } from '../../src/database/connect-faults.ts'
import { passingOf } from '../../src/database/doctor/passing.ts'
import { readUrl } from '../../src/database/url.ts'

const target = readUrl('postgres://relay:s3cretpw@db.example.com/app', 'a test')
const failed = (code: string, address: string) =>
  Object.assign(new Error(`connect ${code}`), { code, address })
const several = (...errors: Error[]) => new AggregateError(errors, '')
const said = (error: unknown) =>
  connectFault(error, { target, redact: text => text, tried: { attempts: 1, elapsedMs: 0 } }).fault

test.each(['ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT'])(
  'no way to any IPv6 address, and there is no other: %s',
  code => {
    expect(said(failed(code, '2001:db8::1')).id).toBe('connect-unroutable')
    expect(said(several(failed(code, '2001:db8::1'), failed(code, '2001:db8::2'))).id).toBe(
      'connect-unroutable',
    )
  },
)

test('of two kinds of addresses, what became of IPv4 is told', () => {
  const both = several(failed('ENETUNREACH', '2001:db8::1'), failed('ECONNREFUSED', '192.0.2.1'))
  expect(said(both).message).toBe('No connection to db.example.com:5432/app: the connection was refused.')
  expect(passingOf(both)?.kind).toBe('refused')
})

test('an address that was given up for the next one is tried again', () => {
  const both = several(failed('ETIMEDOUT', '192.0.2.1'), failed('ENETUNREACH', '2001:db8::1'))
  expect(passingOf(both)).toEqual({ kind: 'refused', reason: 'nothing answered in time' })
})

test('no way to an IPv4 address is no question of IPv6', () => {
  expect(said(failed('ENETUNREACH', '192.0.2.1')).message).toContain('there is no way to that network')
})

test('a name that cannot be looked up just now is tried again, and told as a name', () => {
  const error = Object.assign(new Error('getaddrinfo EAI_AGAIN db.example.com'), { code: 'EAI_AGAIN' })
  expect(passingOf(error)?.kind).toBe('unresolved')
  expect(said(error).id).toBe('connect-resolve')
})
