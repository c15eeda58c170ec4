import { describeStatement } from '../sql/text/describe.ts'

/**
 * What a statement of Alembic's did, in one harmless line without the value of any constant: `create table users`.
 * Undefined for those that are not the revision's own: the version table's row, SQLAlchemy's looks into the catalog.
 */
export function describeSql(sql: string, versionTable: string): string | undefined {
  const text = sql.trim()
  if (/^select\s+pg_catalog\./i.test(text)) return undefined
  const target = /^(?:update|insert\s+into|delete\s+from)\s+([\w."]+)/i.exec(text)?.[1]
  if (target?.replaceAll('"', '').split('.').at(-1) === versionTable) return undefined
  return describeStatement({ text }, { command: '', count: null })
}
