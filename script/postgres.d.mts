/** Types of postgres.mjs for tests; what each does is written there. */
import type { Client } from 'pg'

export interface PostgresOptions {
  /** Only this major version. */
  major?: number
  /** Keep fsync on, as a measurement needs. */
  durable?: boolean
  /** Where its folder is made; else the folder for temporary files. */
  parent?: string
}

export interface Database {
  /** As the owner, an ordinary role. */
  url: string
  /** As the superuser, the same database. */
  superuserUrl: string
  name: string
  drop(): Promise<void>
}

export interface Postgres {
  url: string
  superuserUrl: string
  /** As `postgres --version` has it: 15.18. */
  version: string
  source: 'TEST_DATABASE_URL' | 'machine' | 'embedded'
  stop(): Promise<void>
  /** These are of a server that we started. */
  port?: number
  /** Of the unix socket and all data. */
  folder?: string
  logFile?: string
  /** Where its programs are; the npm package has no psql. */
  bin?: string
}

export function startPostgres(options?: PostgresOptions): Promise<Postgres>
export function createDatabase(
  superuserUrl: string,
  options?: { name?: string; password?: string },
): Promise<Database>
export function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T>
