import { oneLine } from '../text.ts'

/** Tables that other tools keep, told apart by their columns where names collide. */
const tools: { table: string; column: string; tool: string }[] = [
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

/** Names to ask a database for. */
export const historyTables: readonly string[] = tools.map(one => one.table)

/** The tool whose history is among these tables: `dbmate`, and its table, `public.schema_migrations`, harmless. */
export function recogniseTool(
  found: readonly { schema: string; name: string; columns: string[] }[],
): { tool: string; table: string } | undefined {
  for (const { table, column, tool } of tools) {
    const one = found.find(({ name, columns }) => name === table && columns.includes(column))
    if (one !== undefined) return { tool, table: oneLine(`${one.schema}.${one.name}`) }
  }
  return undefined
}
