import { gateError } from '../catalogue/catalogue.ts'
import type { ServerFacts } from '../domain.ts'
import { oneLine } from '../text.ts'
import { type QualifiedName, quoteIdentifier, quoteName } from './identifiers.ts'
import { DatabaseError, type Session } from './session.ts'

/** Where a session leads, for messages. */
export interface At {
  host: string
  port: number
  /** Host, port and database. */
  where: string
  /** Why it leads elsewhere than the URL says. */
  remark?: string | undefined
}

/** What every engine asks of a database before it looks into its history. */
export interface Facts {
  server: ServerFacts
  /** When this backend began, to tell it from a later one with the same pid. */
  backendStarted: string
  replica: boolean
  /** `default_transaction_read_only` as role, database or URL set it. */
  readOnly: boolean
  /** The history table; where it would be made, if `exists` is false. */
  history: QualifiedName
  exists: boolean
  /** Columns of the table under that name. */
  columns: string[]
  /** Ordinary tables, those of extensions and the history apart. */
  tables: number
  /** History tables of tools that we know. */
  known: { schema: string; name: string; columns: string[] }[]
}

interface FactsRow {
  database: string
  role: string
  version: number
  replica: boolean
  read_only: boolean
  backend: number
  started: string | null
  schema: string
  found_schema: string | null
  columns: string[] | null
  tables: number
  known: { schema: string; name: string; columns: string[] }[] | null
}

const factsQuery = `select pg_catalog.current_database()::text as database, current_user::text as role,
  pg_catalog.current_setting('server_version_num')::int as version,
  pg_catalog.pg_is_in_recovery() as replica,
  pg_catalog.current_setting('default_transaction_read_only')::pg_catalog.bool as read_only, pg_catalog.pg_backend_pid() as backend,
  (select a.backend_start::text from pg_catalog.pg_stat_activity a where a.pid = pg_catalog.pg_backend_pid()) as started,
  coalesce(pg_catalog.current_schema(), 'public')::text as schema,
  (select n.nspname::text from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.oid = pg_catalog.to_regclass($1)::pg_catalog.oid) as found_schema,
  (select pg_catalog.json_agg(a.attname) from pg_catalog.pg_attribute a
    where a.attrelid = pg_catalog.to_regclass($1)::pg_catalog.oid and a.attnum > 0 and not a.attisdropped) as columns,
  (select count(*)::int from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_'
      and c.oid is distinct from pg_catalog.to_regclass($1)::pg_catalog.oid
      and not exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid
        and d.objid = c.oid and d.deptype = 'e')) as tables,
  (select pg_catalog.json_agg(pg_catalog.json_build_object('schema', n.nspname, 'name', c.relname, 'columns',
      (select pg_catalog.json_agg(a.attname) from pg_catalog.pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)))
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and c.relname = any($2::text[])) as known`

/**
 * Reads what is known of every database, in one query that writes nothing. `historyTable` is `table` or
 * `schema.table`; `known` are names of tables to look for in every schema. Throws DatabaseError.
 */
export async function readFacts(
  session: Session,
  historyTable: string,
  known: readonly string[],
  at: At,
): Promise<Facts> {
  const asked = parseTableName(historyTable)
  const quoted = asked.schema === '' ? quoteIdentifier(asked.table) : quoteName(asked)
  const [facts] = await session.query<FactsRow>(factsQuery, [quoted, known])
  if (facts === undefined) throw new DatabaseError({ message: 'the server sent no row' })
  session.knowBackend(facts.backend)
  const { database, role: user, version } = facts
  return {
    server: { host: at.host, port: at.port, database, user, version },
    backendStarted: facts.started ?? '',
    replica: facts.replica,
    readOnly: facts.read_only,
    history: {
      schema: facts.found_schema ?? (asked.schema === '' ? facts.schema : asked.schema),
      table: asked.table,
    },
    exists: facts.found_schema !== null,
    columns: facts.columns ?? [],
    tables: facts.tables,
    known: facts.known ?? [],
  }
}

/** What became of reading where a database stands: a DatabaseError as a GateError with a cure, anything else as it is. */
export function whileReading(error: unknown, at: At): unknown {
  if (!(error instanceof DatabaseError)) return error
  if (error.lost) return gateError('connection-lost', { where: at.where, reason: error.message })
  return gateError(
    'query-refused',
    { where: at.where, doing: 'reading where the database stands' },
    { server: { code: error.code, severity: error.severity, message: error.message } },
  )
}

/** `schema.table`, harmless. */
export function showTable({ schema, table }: QualifiedName): string {
  return oneLine(`${schema}.${table}`)
}

function parseTableName(name: string): QualifiedName {
  const dot = name.indexOf('.')
  return dot === -1 ? { schema: '', table: name } : { schema: name.slice(0, dot), table: name.slice(dot + 1) }
}
