import { entry } from './entry.ts'

/** How a private network is reached from outside. */
const tunnels: Record<string, string> = {
  Fly: 'Open a tunnel in a step before (flyctl proxy 15432:5432 -a <database app>) and use 127.0.0.1:15432, or run the gate on a machine of that network.',
  Railway: 'Use the public URL of the database (its TCP proxy, DATABASE_PUBLIC_URL).',
  Kubernetes:
    'Forward the port in a step before (kubectl port-forward), or run the gate on a runner in the cluster.',
}

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
      'Check the host in the URL. The name of a service container is known to containers only: on the runner itself it is 127.0.0.1 with the mapped port.',
    example: { where: 'db.example.com:5432/app', host: 'db.example.com' },
  }),
  'connect-private': entry<{ host: string; network: string; port: string }>({
    exit: 1,
    says: f => `The host ${f.host} is a private name, known only inside of its ${f.network} network.`,
    cure: f => tunnels[f.network] ?? 'Run the gate inside of that network, or open a tunnel to it first.',
    example: { host: 'relay-db.internal', network: 'Fly', port: '5432' },
  }),
  'connect-unroutable': entry<{ where: string; host: string }>({
    exit: 1,
    says: f => `The host ${f.host} has an IPv6 address only, and this machine has no way to one.`,
    cure: () =>
      'GitHub’s runners have no IPv6: use the provider’s IPv4 address, or its pooler in session mode (Supabase: aws-….pooler.supabase.com, port 5432).',
    example: { where: 'db.abcdefgh.supabase.co:5432/postgres', host: 'db.abcdefgh.supabase.co' },
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
  'connect-denied': entry<{ where: string; user: string; reason: string; code: string }>({
    exit: 1,
    says: f => `${f.where} does not admit ${f.user}: ${f.reason} (${f.code}).`,
    cure: f =>
      f.code === '42501'
        ? `As the owner of the database: grant connect on it to ${f.user}.`
        : 'Let the role log in (alter role … login), and this machine’s address through the server’s rules (pg_hba.conf, the provider’s list of addresses).',
    example: {
      where: 'db.example.com:5432/app',
      user: 'relay',
      reason: 'role "relay" is not permitted to log in',
      code: '28000',
    },
  }),
  'connect-tls': entry<{ where: string; reason: string }>({
    exit: 1,
    says: f => `No TLS connection to ${f.where}: ${f.reason}.`,
    cure: () =>
      'sslmode=require encrypts without checking the certificate; verify-full checks it against the system’s authorities or sslrootcert; disable goes without.',
    example: {
      where: 'db.example.com:5432/app',
      reason: 'the server does not offer TLS, and the URL demands it',
    },
  }),
  'connect-certificate': entry<{ where: string; reason: string; kind: 'host' | 'time' | 'authority' }>({
    exit: 1,
    says: f => `The certificate of ${f.where} was not accepted: ${f.reason}.`,
    cure: f =>
      ({
        host: 'Write the host into the URL as the certificate has it; verify-ca checks the authority and not the host.',
        time: 'Renew the certificate of the server, or mend the clock of this machine.',
        authority:
          'Commit the provider’s root certificate, and name it in the URL: sslmode=verify-full&sslrootcert=certs/root.crt.',
      })[f.kind],
    example: {
      where: 'db.example.com:5432/app',
      reason: 'self-signed certificate in certificate chain',
      kind: 'authority',
    },
  }),
  'connect-binding': entry<{ where: string; reason: string }>({
    exit: 1,
    says: f =>
      `${f.where} could not be bound to its certificate, as channel_binding=require has it: ${f.reason}.`,
    cure: () =>
      'Channel binding needs TLS and a password kept as scram-sha-256, and most poolers have none: without it in the URL it is used where it is offered.',
    example: { where: 'db.example.com:5432/app', reason: 'the server offers none' },
  }),
  'connect-parameter': entry<{ where: string; parameter: string }>({
    exit: 1,
    says: f => `The pooler of ${f.where} does not take ${f.parameter} from a URL.`,
    cure: f =>
      `Take ${f.parameter} out of the URL (alter role … set … does the same), or use the direct one.`,
    example: { where: 'pool.example.com:6432/app', parameter: 'options' },
  }),
  'connect-starting': entry<{ where: string; reason: string; over: string }>({
    exit: 1,
    says: f => `${f.where} takes no connections yet${f.over}: ${f.reason}.`,
    cure: () =>
      'See in the server’s log what it is at, and run the same command again once it is up. A longer `connect_timeout` in the URL waits longer: four times as long as it says.',
    example: {
      where: 'db.example.com:5432/app',
      reason: 'the database system is starting up (57P03)',
      over: ', in 14 attempts over 58 s',
    },
  }),
  'connect-full': entry<{ where: string; reason: string; over: string }>({
    exit: 1,
    says: f => `${f.where} had no connection left for the gate${f.over}: ${f.reason}.`,
    cure: () =>
      'End sessions that are idle (pg_stat_activity), raise max_connections or let the application use a pool; the gate itself needs two.',
    example: {
      where: 'db.example.com:5432/app',
      reason: 'sorry, too many clients already (53300)',
      over: ', in 14 attempts over 58 s',
    },
  }),
  'connect-server': entry<{ where: string; code: string; reason: string }>({
    exit: 1,
    says: f => `${f.where} did not admit us: ${f.reason} (${f.code}).`,
    cure: f =>
      /tenant or user not found/i.test(f.reason)
        ? 'Check host and user: through Supabase’s pooler the user is postgres.<project>, the host that of its region, and a paused project has none.'
        : 'Read the server’s reason; once it is mended, run the same command again.',
    example: { where: 'db.example.com:5432/app', code: 'XX000', reason: 'Tenant or user not found' },
  }),
  'not-postgres': entry<{ where: string }>({
    exit: 1,
    says: f => `What listens at ${f.where} does not speak the Postgres protocol.`,
    cure: () => 'Check host and port in the URL: Postgres usually listens on 5432.',
    example: { where: 'db.example.com:3306/app' },
  }),
  'other-system': entry<{ where: string; system: string }>({
    exit: 1,
    says: f => `${f.where} is ${f.system}, which speaks the Postgres protocol and has none of its locks.`,
    cure: () => 'Use the URL of a Postgres database.',
    example: { where: 'db.example.com:26257/app', system: 'CockroachDB' },
  }),
  'server-old': entry<{ where: string; version: string; oldest: string }>({
    exit: 1,
    says: f => `${f.where} is Postgres ${f.version}, and the gate knows ${f.oldest} and newer.`,
    cure: () => 'Upgrade the server; no release of Postgres that old gets fixes any more.',
    example: { where: 'db.example.com:5432/app', version: '9.6.24', oldest: '14' },
  }),
  'read-only': entry<{ where: string; user: string }>({
    exit: 1,
    says: f =>
      `${f.where} is read-only for ${f.user}: default_transaction_read_only is on, by role, database or server.`,
    cure: () =>
      'Use the role that owns the tables; or find out who set it and why (a provider does when the disk is full), and then: alter role or alter database … reset default_transaction_read_only.',
    example: { where: 'db.example.com:5432/app', user: 'report' },
  }),
  pooler: entry<{ where: string }>({
    exit: 1,
    says: f =>
      `${f.where} is a transaction pooler: each statement may reach another server session, so no lock would hold.`,
    cure: () =>
      'Use the direct URL, or the pooler in session mode: on Supabase port 5432 instead of 6543, with PgBouncer a database of pool_mode=session.',
    example: { where: 'pool.example.com:6432/app' },
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
