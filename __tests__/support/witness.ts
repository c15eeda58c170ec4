/** A rehearsal in small: tables that are there, a revision as the ordinary owner, and what the witness saw of it. */
import type { Client } from 'pg'
import { withClient } from '../../script/postgres.mjs'
import type { Evidence } from '../../src/check/evidence/shape.ts'
import {
  installWitness,
  readEvidence,
  removeWitness,
  watchRevision,
} from '../../src/check/evidence/witness.ts'
import { asSuperuser } from '../../src/check/rehearsal/superuser.ts'
import { openPostgres } from '../../src/database/postgres.ts'
import type { Session } from '../../src/database/session.ts'
import { readUrl } from '../../src/database/url.ts'
import { type Database, freshDatabase } from './postgres.ts'

/** The superuser's session, as the rehearsal has it. */
export function openSuperuser(url: string): Promise<Session> {
  const open = asSuperuser(
    readUrl(url, ''),
    target => onNotice =>
      openPostgres(target, {
        redact: text => text,
        readCertificate: () => '',
        applicationName: 'rehearsal',
        onNotice,
      }),
  )
  return open(() => undefined)
}

export interface Rehearsal {
  database: Database
  /** The superuser's. */
  session: Session
  /** Runs one revision as the owner and gives what was seen of it. */
  run(work: string[] | ((client: Client) => Promise<void>), revision?: string): Promise<Evidence[]>
  /** As at the beginning. */
  reset(): Promise<void>
  end(): Promise<void>
}

const history = { schema: 'public', table: 'alembic_version' }

/** `earlier`: what makes the tables that are there, as the owner. */
export async function rehearse(server: string, earlier: string): Promise<Rehearsal> {
  const database = await freshDatabase({ server })
  const session = await openSuperuser(database.superuserUrl)
  const begin = async () => {
    await withClient(database.url, client =>
      client.query(`create table alembic_version (version_num text); ${earlier}`),
    )
    await installWitness(session, [history])
  }
  await begin()
  return {
    database,
    session,
    async run(work, revision = 'next') {
      await watchRevision(session, revision)
      await withClient(database.url, client =>
        typeof work === 'function' ? work(client) : transaction(client, work),
      )
      await watchRevision(session, undefined)
      return (await readEvidence(session)).filter(one => one.revision === revision)
    },
    async reset() {
      await removeWitness(session)
      await withClient(database.superuserUrl, client =>
        client.query(`drop owned by "${database.name}" cascade; create schema if not exists public;
          grant all on schema public to "${database.name}"; grant all on database "${database.name}" to "${database.name}"`),
      )
      await begin()
    },
    async end() {
      await session.close()
      await database.drop()
    },
  }
}

/** One statement a message, and the history row last, as both engines send them. */
async function transaction(client: Client, statements: string[]): Promise<void> {
  await client.query('begin')
  for (const text of statements) await client.query(text)
  await client.query("insert into alembic_version values ('next')")
  await client.query('commit')
}

/** `orders ACCESS EXCLUSIVE rewritten scanned`: what each table met, in one line. */
export function sayTables(evidence: readonly Evidence[]): string[] {
  return evidence.flatMap(({ tag, tables }) =>
    tables.map(({ table, lock, rewritten, scanned, rows }) =>
      [
        tag || '-',
        table,
        lock?.replace('Lock', '') ?? '?',
        ...(rewritten ? ['rewritten'] : []),
        ...(scanned ? ['scanned'] : []),
        ...(rows > 0 ? [`${rows} rows`] : []),
      ].join(' '),
    ),
  )
}
