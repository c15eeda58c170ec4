import { entry } from './entry.ts'

/** The way to the database: the URL and the connection. */
export const connectionEntries = {
  'url-form': entry<{ source: string; reason: string }>({
    exit: 1,
    says: f => `${f.source} is no Postgres URL: ${f.reason}.`,
    cure: () =>
      'Use postgres://user:password@host:5432/database; the SQLAlchemy forms postgresql+asyncpg://, +psycopg:// and +psycopg2:// serve too.',
    example: { source: 'DATABASE_URL', reason: 'it begins with mysql://' },
  }),
}
