import { expect, test } from '@jest/globals'
import { findDetour } from '../../src/database/doctor/direct.ts'
import { readUrl } from '../../src/database/url.ts'

const way = (address: string) => {
  const found = findDetour(readUrl(`postgres://relay:s3cretpw@${address}/app?sslmode=require`, 'a test'))
  return found && `${found.target.host}:${found.target.port}`
}

test.each([
  [
    'ep-cool-name-123456-pooler.eu-central-1.aws.neon.tech',
    'ep-cool-name-123456.eu-central-1.aws.neon.tech:5432',
  ],
  [
    'ep-cool-name-123456-pooler.c-2.us-east-2.aws.neon.tech:5432',
    'ep-cool-name-123456.c-2.us-east-2.aws.neon.tech:5432',
  ],
  ['EP-cool-POOLER.eu.azure.neon.tech', 'EP-cool.eu.azure.neon.tech:5432'],
  ['aws-0-eu-west-1.pooler.supabase.com:6543', 'aws-0-eu-west-1.pooler.supabase.com:5432'],
  ['db.abcdefgh.supabase.co:6543', 'db.abcdefgh.supabase.co:5432'],
])('%s: %s', (address, direct) => {
  expect(way(address)).toBe(direct)
})

test.each([
  'ep-cool-name-123456.eu-central-1.aws.neon.tech',
  'aws-0-eu-west-1.pooler.supabase.com:5432',
  'db.abcdefgh.supabase.co',
  'db.example.com:6543',
  'my-pooler.example.com',
  'ep-x-pooler.neon.tech.example.com',
  'pooler.supabase.com.example.com:6543',
])('%s is left as it is', address => {
  expect(way(address)).toBeUndefined()
})

test('only the way changes, and the sentence holds no credential', () => {
  const given = readUrl('postgres://relay:s3cretpw@ep-a-pooler.eu.neon.tech/app?sslmode=require', 'a test')
  const found = findDetour(given)
  expect(found?.target).toEqual({ ...given, host: 'ep-a.eu.neon.tech' })
  expect(found?.remark).toBe(
    'ep-a-pooler.eu.neon.tech:5432/app is Neon’s transaction pooler, through which no lock holds: the gate took the direct host, ep-a.eu.neon.tech:5432/app.',
  )
})
