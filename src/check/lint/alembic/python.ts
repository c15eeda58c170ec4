/** Python as people write it in a revision. Pure. */

/** A text in double quotes: what JSON writes is a literal of Python, too. */
export function literal(value: string): string {
  return JSON.stringify(value)
}

/** SQL in a literal: SQLAlchemy takes `:name` for the place of a value, but for a cast’s `::`. */
export function sqlLiteral(sql: string): string {
  return literal(sql.replace(/(?<![:\\\w]):(?=\w)/g, '\\:'))
}

/** `["a", "b"]` */
export function list(values: readonly string[]): string {
  return `[${values.map(literal).join(', ')}]`
}

/** `op.name(one, two, key=value)`; what is undefined is left out. */
export function call(
  name: string,
  positional: readonly string[],
  named: Record<string, string | undefined> = {},
): string {
  const given = Object.entries(named).flatMap(([key, value]) =>
    value === undefined ? [] : `${key}=${value}`,
  )
  return `${name}(${[...positional, ...given].join(', ')})`
}

/** A call outside of the transaction that Alembic began. */
export function apart(line: string): string {
  return `with op.get_context().autocommit_block(): ${line}`
}
