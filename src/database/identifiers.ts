/** A table's name in the two forms that queries need. */
export interface QualifiedName {
  schema: string
  table: string
}

/** `"schema"."table"`, for the text of a statement. */
export function quoteName(name: QualifiedName): string {
  return `${quoteIdentifier(name.schema)}.${quoteIdentifier(name.table)}`
}

/** Double quotes around, and doubled within: the identifier rule of the SQL standard. */
export function quoteIdentifier(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

/** A literal that means the same whatever standard_conforming_strings says. */
export function quoteLiteral(text: string | null): string {
  if (text === null) return 'null'
  const doubled = text.replaceAll("'", "''")
  return doubled.includes('\\') ? ` E'${doubled.replaceAll('\\', '\\\\')}'` : `'${doubled}'`
}

/** Words that name nothing without quotes (PostgreSQL documentation, appendix C: reserved). */
const reserved = new Set(
  'all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation column concurrently constraint create cross current_catalog current_date current_role current_schema current_time current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign freeze from full grant group having ilike in initially inner intersect into is isnull join lateral leading left like limit localtime localtimestamp natural not notnull null offset on only or order outer overlaps placing primary references returning right select session_user similar some symmetric system_user table tablesample then to trailing true union unique user using variadic verbose when where window with'.split(
    ' ',
  ),
)

/** A name as a person would write it in SQL: quotes where the server needs them, no `public.` before it. */
export function writeName(...parts: readonly string[]): string {
  const shown = parts.length > 1 && parts[0] === 'public' ? parts.slice(1) : parts
  return shown
    .map(part => (/^[a-z_][a-z0-9_$]*$/.test(part) && !reserved.has(part) ? part : quoteIdentifier(part)))
    .join('.')
}
