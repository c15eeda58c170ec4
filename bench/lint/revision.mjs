/** A file of statements as the check reads it: all of it its way up. */
export function revisionOf(id, text, splitStatements, alone = false) {
  const path = `migrations/${id}.sql`
  const up = splitStatements(text, { path }).map(({ text, line, column }) => ({
    code: text,
    text,
    line,
    column,
  }))
  const rest = alone ? [{ code: 'transaction:false', text: '', line: 1 }] : []
  const around = { key: String(Number(id)), version: BigInt(id), checksum: undefined, merge: false, line: 1 }
  return { id, path, text, up, down: [], rest, ...around }
}
