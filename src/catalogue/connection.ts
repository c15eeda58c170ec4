import { entry } from './entry.ts'

/** The way to the database: the URL and the connection. `where` is host, port and database, never more. */
export const connectionEntries = {
  'url-form': entry<{ source: string; reason: string }>({
    exit: 1,
    says: f => `What ${f.source} holds is no Postgres URL: ${f.reason}.`,
    cure: () =>
      'Use postgres://…@host:5432/database; the SQLAlchemy forms postgresql+asyncpg://, +psycopg:// and +psycopg2:// serve too.',
    example: { source: 'the environment variable DATABASE_URL', reason: 'it begins with mysql://' },
  }),
  'url-unexpected': entry<{ input: string; expected: string; found: string }>({
    exit: 1,
    says: f =>
      `The URL points at ${f.found}, but \`${f.input}\` expects ${f.expected}: nothing was asked of it.`,
    cure: f => `See that the secret belongs to this environment, or correct \`${f.input}\`.`,
    example: { input: 'expect-host', expected: '*.staging.example.com', found: 'db.prod.example.com' },
  }),
  'connect-resolve': entry<{ where: string; host: string }>({
    exit: 1,
    says: f => `The host ${f.host} has no address that this machine can find.`,
    cure: () =>
      'Check the host in the URL. A private name (.internal, .flycast) is only known inside its network: run the gate there, or open a tunnel first.',
    example: { where: 'db.example.internal:5432/app', host: 'db.example.internal' },
  }),
  'connect-refused': entry<{ where: string; reason: string }>({
    exit: 1,
    says: f => `No connection to ${f.where}: ${f.reason}.`,
    cure: () =>
      'See that the server runs, that host and port are right, and that its firewall admits this machine.',
    example: { where: '127.0.0.1:5432/app', reason: 'the connection was refused' },
  }),
  'connect-password': entry<{ where: string; user: string }>({
    exit: 1,
    says: f => `${f.where} refuses the password of ${f.user}.`,
    cure: () =>
      'Check the secret. Characters such as @ / : ? # % in a password must be percent-encoded in a URL (@ is %40).',
    example: { where: 'db.example.com:5432/app', user: 'relay' },
  }),
  'connect-database': entry<{ where: string; database: string }>({
    exit: 1,
    says: f => `The server of ${f.where} has no database "${f.database}".`,
    cure: () => 'Check the last part of the URL, or create the database; the gate never creates one.',
    example: { where: 'db.example.com:5432/app', database: 'app' },
  }),
  'connect-tls': entry<{ where: string; reason: string }>({
    exit: 1,
    says: f => `No TLS connection to ${f.where}: ${f.reason}.`,
    cure: () =>
      'sslmode=require encrypts without checking the certificate; verify-full checks it against the system’s authorities or sslrootcert.',
    example: { where: 'db.example.com:5432/app', reason: 'the certificate has expired' },
  }),
  'connect-server': entry<{ where: string; code: string; reason: string }>({
    exit: 1,
    says: f => `${f.where} did not admit us: ${f.reason} (${f.code}).`,
    cure: () => 'Read the server’s reason; once it is mended, run the same command again.',
    example: { where: 'db.example.com:5432/app', code: '53300', reason: 'sorry, too many clients already' },
  }),
  'not-postgres': entry<{ where: string }>({
    exit: 1,
    says: f => `What listens at ${f.where} does not speak the Postgres protocol.`,
    cure: () => 'Check host and port in the URL: Postgres usually listens on 5432.',
    example: { where: 'db.example.com:3306/app' },
  }),
  pooler: entry<{ where: string }>({
    exit: 1,
    says: f =>
      `${f.where} is a transaction pooler: each statement may reach another server session, so no lock would hold.`,
    cure: () =>
      'Use the direct URL: on Neon the host without “-pooler”, on Supabase port 5432 instead of 6543.',
    example: { where: 'ep-cool-name-pooler.eu.neon.tech:5432/app' },
  }),
  'connection-lost': entry<{ where: string; reason: string }>({
    exit: 1,
    says: f => `The connection to ${f.where} was lost: ${f.reason}.`,
    cure: () =>
      'Run the same command again: it reads from the database what was committed, and goes on from there.',
    example: { where: 'db.example.com:5432/app', reason: 'Connection terminated unexpectedly' },
  }),
  'query-refused': entry<{ where: string; doing: string }>({
    exit: 1,
    says: f => `${f.where} refused a query of ours while ${f.doing}.`,
    cure: () => 'Read what the server said; most often the role of the URL lacks a right.',
    example: { where: 'db.example.com:5432/app', doing: 'reading the history table' },
  }),
}
