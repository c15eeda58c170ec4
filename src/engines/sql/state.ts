import { gateError } from '../../catalogue/catalogue.ts'
import { DatabaseError, type Session } from '../../database/session.ts'
import type { ServerFacts } from '../../domain.ts'
import { oneLine } from '../../text.ts'
import { type QualifiedName, quoteIdentifier, quoteName } from './identifiers.ts'

/** A row of the history table, as interface.md's columns have it. */
export interface HistoryRow {
  version: string
  name: string
  checksum: string
  state: 'applied' | 'dirty'
  statementsDone: number
  /** One hash per statement that was begun; one more than `statementsDone` while one is under way. */
  statementHashes: string[]
}

/** Everything that is read before a plan is made. Two queries, and nothing is written. */
export interface DatabaseState {
  server: ServerFacts
  /** When this backend began, to tell it from a later one with the same pid. */
  backendStarted: string
  replica: boolean
  /** Pid of the backend that answered; behind a transaction pooler not the one that was announced. */
  backend: number
  /** The history table; where it would be made, if `exists` is false. */
  history: QualifiedName
  exists: boolean
  rows: HistoryRow[]
  /** Ordinary tables, those of extensions and our own apart. */
  tables: number
  /** A history table of another tool: `dbmate (public.schema_migrations)`. */
  otherTool: string
  alembicTable: string
}

interface FactsRow {
  database: string
  role: string
  version: number
  replica: boolean
  backend: number
  started: string | null
  schema: string
  found_schema: string | null
  columns: string[] | null
  tables: number
  known: { schema: string; name: string; columns: string[] }[] | null
}

/** Columns without which a table is no history of ours. */
const ourColumns = [
  'version',
  'name',
  'checksum',
  'state',
  'statements_done',
  'statement_hashes',
  'applied_at',
]

/** Tables that other tools keep, told apart by their columns where names collide. */
const otherTools: { table: string; column: string; tool: string }[] = [
  { table: 'alembic_version', column: 'version_num', tool: 'Alembic' },
  { table: 'schema_migrations', column: 'dirty', tool: 'golang-migrate' },
  { table: 'schema_migrations', column: 'statements', tool: 'the Supabase CLI' },
  { table: 'ar_internal_metadata', column: 'key', tool: 'Rails' },
  { table: 'schema_migrations', column: 'inserted_at', tool: 'Ecto' },
  { table: 'schema_migrations', column: 'version', tool: 'dbmate' },
  { table: 'goose_db_version', column: 'version_id', tool: 'goose' },
  { table: 'flyway_schema_history', column: 'installed_rank', tool: 'Flyway' },
  { table: 'pgmigrations', column: 'run_on', tool: 'node-pg-migrate' },
  { table: '_prisma_migrations', column: 'migration_name', tool: 'Prisma' },
  { table: '__drizzle_migrations', column: 'hash', tool: 'Drizzle' },
  { table: '_sqlx_migrations', column: 'checksum', tool: 'sqlx' },
  { table: 'atlas_schema_revisions', column: 'operator_version', tool: 'Atlas' },
  { table: 'django_migrations', column: 'applied', tool: 'Django' },
  { table: 'databasechangelog', column: 'md5sum', tool: 'Liquibase' },
  { table: 'knex_migrations', column: 'migration_time', tool: 'Knex' },
  { table: 'SequelizeMeta', column: 'name', tool: 'Sequelize' },
  { table: 'kysely_migration', column: 'timestamp', tool: 'Kysely' },
  { table: 'migrations', column: 'executed_at', tool: 'postgres-migrations' },
  { table: 'migrations', column: 'previous_hash', tool: 'graphile-migrate' },
]

const factsQuery = `select pg_catalog.current_database()::text as database, current_user::text as role,
  pg_catalog.current_setting('server_version_num')::int as version,
  pg_catalog.pg_is_in_recovery() as replica, pg_catalog.pg_backend_pid() as backend,
  (select a.backend_start::text from pg_catalog.pg_stat_activity a where a.pid = pg_catalog.pg_backend_pid()) as started,
  coalesce(pg_catalog.current_schema(), 'public')::text as schema,
  (select n.nspname::text from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.oid = pg_catalog.to_regclass($1)) as found_schema,
  (select pg_catalog.json_agg(a.attname) from pg_catalog.pg_attribute a
    where a.attrelid = pg_catalog.to_regclass($1) and a.attnum > 0 and not a.attisdropped) as columns,
  (select count(*)::int from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_'
      and c.oid is distinct from pg_catalog.to_regclass($1)::oid
      and not exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
        and d.objid = c.oid and d.deptype = 'e')) as tables,
  (select pg_catalog.json_agg(pg_catalog.json_build_object('schema', n.nspname, 'name', c.relname, 'columns',
      (select pg_catalog.json_agg(a.attname) from pg_catalog.pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)))
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and c.relname = any($2::text[])) as known`

/**
 * Reads where the database stands. `historyTable` is `table` or `schema.table`.
 * Throws GateError when the database refuses, or the table under our name is not ours.
 */
export async function readState(
  session: Session,
  historyTable: string,
  at: { host: string; port: number; where: string },
): Promise<DatabaseState> {
  const asked = parseTableName(historyTable)
  const quoted = asked.schema === '' ? quoteIdentifier(asked.table) : quoteName(asked)
  try {
    const [facts] = await session.query<FactsRow>(factsQuery, [quoted, otherTools.map(one => one.table)])
    if (facts === undefined) throw new DatabaseError({ message: 'the server sent no row' })
    const exists = facts.found_schema !== null
    const history = {
      schema: facts.found_schema ?? (asked.schema === '' ? facts.schema : asked.schema),
      table: asked.table,
    }
    const lacks = ourColumns.find(column => exists && !(facts.columns ?? []).includes(column))
    const shown = oneLine(`${history.schema}.${history.table}`)
    if (lacks !== undefined) throw gateError('history-foreign', { table: shown, lacks })
    return {
      server: {
        host: at.host,
        port: at.port,
        database: facts.database,
        user: facts.role,
        version: facts.version,
      },
      backendStarted: facts.started ?? '',
      replica: facts.replica,
      backend: facts.backend,
      history,
      exists,
      rows: exists ? await readHistory(session, history) : [],
      tables: facts.tables,
      ...recogniseTools(facts.known ?? []),
    }
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    if (error.lost) throw gateError('connection-lost', { where: at.where, reason: error.message })
    throw gateError(
      'query-refused',
      { where: at.where, doing: 'reading where the database stands' },
      { server: { code: error.code, severity: error.severity, message: error.message } },
    )
  }
}

async function readHistory(session: Session, history: QualifiedName): Promise<HistoryRow[]> {
  const rows = await session.query<{
    version: string
    name: string | null
    checksum: string | null
    state: string
    done: number | null
    hashes: string[] | null
  }>(
    `select version::text, name::text, checksum::text, state::text, statements_done::int as done,
       statement_hashes::text[] as hashes from ${quoteName(history)}`,
  )
  return rows.map(row => ({
    version: row.version,
    name: row.name ?? '',
    checksum: row.checksum ?? '',
    state: row.state === 'applied' ? 'applied' : 'dirty',
    statementsDone: row.done ?? 0,
    statementHashes: row.hashes ?? [],
  }))
}

function parseTableName(name: string): QualifiedName {
  const dot = name.indexOf('.')
  return dot === -1 ? { schema: '', table: name } : { schema: name.slice(0, dot), table: name.slice(dot + 1) }
}

function recogniseTools(known: { schema: string; name: string; columns: string[] }[]): {
  otherTool: string
  alembicTable: string
} {
  for (const { table, column, tool } of otherTools) {
    const found = known.find(one => one.name === table && one.columns.includes(column))
    if (found === undefined) continue
    const shown = oneLine(`${found.schema}.${found.name}`)
    return { otherTool: `${tool} (${shown})`, alembicTable: tool === 'Alembic' ? shown : '' }
  }
  return { otherTool: '', alembicTable: '' }
}
