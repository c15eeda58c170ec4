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
