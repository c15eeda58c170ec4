import { createDatabase, type Database, withClient } from '../../script/postgres.mjs'

export type { Database }

/** Every character that a URL reserves: a place that parses or prints it carelessly shows. */
export const awkwardPassword = 'p@ss/w:rd#%?&1'

/** The superuser's URL of the server of this run. */
export function serverUrl(): string {
  const url = process.env.GATE_TEST_SERVER_URL
  if (!url) {
    throw new Error('This test needs Postgres, which only the projects integration, bundle and e2e start.')
  }
  return url
}

/**
 * An empty database with an owner of its own, an ordinary role whose password is awkward; on the server of this run
 * unless the superuser's URL of another is given. Drop it when done.
 */
export function freshDatabase(options: { password?: string; server?: string } = {}): Promise<Database> {
  return createDatabase(options.server ?? serverUrl(), { password: options.password ?? awkwardPassword })
}

/** The rows of one query, on a connection of its own. */
export function query<Row extends object = Record<string, unknown>>(
  url: string,
  sql: string,
  values?: unknown[],
): Promise<Row[]> {
  return withClient(url, async client => (await client.query<Row>(sql, values)).rows)
}

/** A condition on pg_locks: the server is shared with other tests, which hold advisory locks of their own. */
export const ofThisDatabase = 'database = (select oid from pg_database where datname = current_database())'
