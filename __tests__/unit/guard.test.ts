import { expect, test } from '@jest/globals'
import { connectionGuard } from '../../src/database/guard.ts'

const target = { host: 'DB.staging.example.com', database: 'App' }
const guard = (expectHost: string[], expectDatabase: string[] = []) =>
  connectionGuard(target, { expectHost, expectDatabase })

test('a host is compared without regard to case, a database with it', () => {
  expect(() => guard(['db.*'], ['App', 'A??'])).not.toThrow()
  expect(() => guard([], ['app'])).toThrow('points at App, but `expect-database` expects app')
})

test('every glob must hold', () => {
  expect(() => guard(['*', '*.example.com'])).not.toThrow()
  expect(() => guard(['*.prod.example.com', '*'])).toThrow('`expect-host` expects *.prod.example.com')
  expect(() => guard(['*', '*.prod.example.com'])).toThrow('`expect-host` expects *.prod.example.com')
})
