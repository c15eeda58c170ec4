/** What the lint calls harmless, run on tables with rows: nothing is read whole or written anew. */
import { expect, it } from '@jest/globals'
import { withClient } from '../../../script/postgres.mjs'
import { harmless, schema } from '../../support/lint-statements.ts'
import { type Database, freshDatabase } from '../../support/postgres.ts'

const rows = 2000

const filled = `${schema};
  create domain email as text;
  insert into customers select n, n::text from generate_series(1, ${rows}) n;
  insert into orders select n, n::text, 1, '10.0.0.0/8', now(), 'x', 'y' from generate_series(1, ${rows}) n;
  alter table orders add constraint c check (total > 0) not valid;
  drop index orders_code; create unique index orders_code on orders (code)`

/** The sum of what was read of tables one after another in this transaction, and where their rows lie. */
const look = `select (select coalesce(sum(seq_tup_read), 0)::int from pg_stat_xact_user_tables) as read,
  (select json_agg(array[oid, relfilenode] order by oid) from pg_class where relname in ('orders', 'customers'))::text as nodes`

/** These read every row while writes pass, or are asked to. */
const mayRead = /^(?:alter table orders validate|analyze|update|delete)/

let database: Database

it('on a server', async () => {
  database = await freshDatabase()
  const wrong: string[] = []
  const run: string[] = []
  await withClient(database.url, async client => {
    await client.query(filled)
    const see = async () => (await client.query<{ read: number; nodes: string }>(look)).rows[0]
    for (const text of harmless) {
      await client.query('begin')
      try {
        const before = await see()
        await client.query(text)
        const after = await see()
        run.push(text)
        const read = (after?.read ?? 0) - (before?.read ?? 0)
        if (before?.nodes !== after?.nodes) wrong.push(`${text}: written anew`)
        if (read >= rows && !mayRead.test(text)) wrong.push(`${text}: ${read} rows read`)
      } catch {
        // A newer server's syntax, or what the owner may not do.
      }
      await client.query('rollback')
    }
  })
  await database.drop()
  expect(wrong).toEqual([])
  expect(harmless.length - run.length).toBeLessThan(9)
})
