/** Which changes of a type write the table anew: what the lint believes, held against a real server. */
import { expect, it } from '@jest/globals'
import { withClient } from '../../../script/postgres.mjs'
import { rulesOf } from '../../support/lint.ts'
import { freshDatabase } from '../../support/postgres.ts'

const types = [
  'smallint, integer, bigint, real, double precision, money, numeric, numeric(8,2), numeric(12,2), numeric(12,4)',
  'varchar(5), varchar(20), varchar, text, char(5), char(9), name, bytea, uuid, boolean, oid',
  'timestamp, timestamp(3), timestamptz, timestamptz(3), time, time(2), timetz, date, interval, interval(3)',
  'json, jsonb, xml, cidr, inet, bit(3), bit(5), varbit(3), varbit(9), varbit',
  'text[], varchar(5)[], varchar(9)[], varchar[], numeric[], timestamp(3)[], timestamp[], numeric(8,2)[], numeric(9,2)[]',
].flatMap(line => line.split(/, (?!\d)/))

it('every pair of types that the server changes by itself', async () => {
  const database = await freshDatabase()
  const truth = await withClient(database.url, async client => {
    const found: { from: string; to: string; rewritten: boolean }[] = []
    await client.query('set timezone = $$Europe/Berlin$$')
    for (const from of types) {
      await client.query(`drop table if exists t; create table t (c ${from})`)
      for (const to of types) {
        const node = "select pg_relation_filenode('t') as node"
        try {
          const before = (
            (await client.query<{ node: number }>(`begin; ${node}`)) as unknown as {
              rows: { node: number }[]
            }[]
          )[1]
          await client.query(`alter table t alter c type ${to}`)
          const after = await client.query<{ node: number }>(node)
          found.push({ from, to, rewritten: before?.rows[0]?.node !== after.rows[0]?.node })
        } catch {
          // No cast without USING.
        } finally {
          await client.query('rollback')
        }
      }
    }
    return found
  })
  await database.drop()
  const wrong: string[] = []
  for (const { from, to, rewritten } of truth) {
    const [rule = 'none'] = await rulesOf(`alter table t alter c type ${to}`, {
      earlier: [`create table t (c ${from})`],
    })
    // The zone of the session decides.
    const isOpen =
      [from, to]
        .map(name => name.replace(/\(.*/, ''))
        .sort()
        .join() === 'timestamp,timestamptz'
    const believed = rule.startsWith('type-change-rewrites')
      ? 'rewritten'
      : rule === 'none'
        ? 'kept'
        : 'unknown'
    const isRight = (rewritten ? 'rewritten' : 'kept') === believed || (isOpen && believed === 'unknown')
    if (!isRight) wrong.push(`${from} → ${to}: ${rewritten ? 'rewritten' : 'kept'}, but ${rule}`)
  }
  expect(truth.length).toBeGreaterThan(150)
  expect(wrong).toEqual([])
})
