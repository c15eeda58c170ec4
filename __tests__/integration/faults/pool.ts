/** Several databases at once, for work that mostly waits. */
import { afterAll, beforeAll } from '@jest/globals'
import { withClient } from '../../../script/postgres.mjs'
import { type Database, freshDatabase } from '../../support/postgres.ts'

/** A database with a connection that stays: a new one for each question would cost more than the question. */
export interface Place {
  url: string
  ask<Row extends object = Record<string, unknown>>(text: string): Promise<Row[]>
}

export interface Pool {
  /** Does `work` for each of the items, each on an empty database of its own; results in the order of the items. */
  each<Item, Result>(
    items: readonly Item[],
    work: (item: Item, place: Place) => Promise<Result>,
  ): Promise<Result[]>
}

/** Call it at the top of a test file. `make` brings databases of another server. */
export function usePool(size: number, make: () => Promise<Database> = freshDatabase): Pool {
  const databases: Database[] = []
  beforeAll(async () => {
    for (let index = 0; index < size; index++) databases.push(await make())
  })
  afterAll(async () => {
    for (const database of databases) await database.drop()
  })
  return {
    async each(items, work) {
      const results: Awaited<ReturnType<typeof work>>[] = []
      const left = [...items.entries()]
      const drain = (database: Database) =>
        withClient(database.url, async client => {
          const place: Place = { url: database.url, ask: async text => (await client.query(text)).rows }
          for (let next = left.shift(); next !== undefined; next = left.shift()) {
            const [index, item] = next
            results[index] = await work(item, place)
            await quiet(place)
            await place.ask('drop schema public cascade; create schema public')
          }
        })
      await Promise.all(databases.map(drain))
      return results
    },
  }
}

/** Waits until the server has come to the end of everything that it was sent before. */
export async function quiet({ ask }: Place): Promise<void> {
  for (;;) {
    const rows = await ask(
      `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
         and backend_type = 'client backend'`,
    )
    if (rows.length === 0) return
    await new Promise(resolve => setTimeout(resolve, 10))
  }
}
