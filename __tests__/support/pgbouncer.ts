/** A real PgBouncer before the server of a test. Tests that use it lie in folders called pooler. */
import { afterAll, beforeAll } from '@jest/globals'
import { startPgbouncer } from '../../script/pgbouncer/server.mjs'
import type { Database } from './postgres.ts'

/** What startPooler started. */
export interface Pooler {
  /** The URL of a database, by way of PgBouncer. The database must be one that it was started with. */
  through(url: string): string
  logFile: string
  stop(): Promise<void>
}

/** Its section [pgbouncer]: `{ pool_mode: 'session' }`. Transaction mode unless told otherwise. */
export type PoolerSettings = Record<string, string | number>

/** Starts PgBouncer on the loopback for the owner and the superuser of a database. Stop it when done. */
export async function startPooler(
  database: Pick<Database, 'url' | 'superuserUrl'>,
  settings: PoolerSettings = {},
): Promise<Pooler> {
  const started = await startPgbouncer([database.url, database.superuserUrl], settings)
  const through = (url: string) => url.replace(`:${new URL(url).port}/`, `:${started.port}/`)
  return { through, logFile: started.logFile, stop: started.stop }
}

/** One PgBouncer for a test file; call it after `useBench`, whose database it stands before. */
export function usePooler(
  of: { readonly database: Database },
  settings: PoolerSettings = {},
): Pick<Pooler, 'through'> {
  let pooler: Pooler
  beforeAll(async () => {
    pooler = await startPooler(of.database, settings)
  })
  afterAll(() => pooler.stop())
  return { through: url => pooler.through(url) }
}
