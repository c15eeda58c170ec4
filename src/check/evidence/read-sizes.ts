import { writeName } from '../../database/identifiers.ts'
import { oneLine } from '../../text.ts'
import type { TableSize, TableSizes } from './sizes.ts'

/** What one query of docs/check.md gives, for one table. */
type Row = Record<string, unknown>

const wanted = ['schema', 'table', 'rows', 'bytes']

/** Sizes of tables from a file: CSV with a heading, or JSON, a list of objects. Else why not, half a sentence. Pure. */
export function readSizes(text: string): TableSizes | { why: string } {
  const rows = /^\s*\[/.test(text) ? readJson(text) : readCsv(text)
  if (typeof rows === 'string') return { why: rows }
  const lacking = wanted.find(name => rows.some(row => row[name] === undefined))
  if (lacking !== undefined) return { why: `it has no ${lacking}` }
  const sizes = new Map<string, TableSize>()
  for (const row of rows) {
    const size = { rows: Number(row.rows), bytes: Number(row.bytes) }
    if (!(size.rows >= 0 && size.bytes >= 0))
      return { why: `${oneLine(String(row.table), 80)} has rows or bytes that are no number` }
    sizes.set(writeName(String(row.schema), String(row.table)), size)
  }
  const date = /^\d{4}-\d\d-\d\d/.exec(String(rows[0]?.date ?? ''))?.[0]
  return { from: date === undefined ? 'stats' : `stats of ${date}`, of: table => sizes.get(table) }
}

function readJson(text: string): Row[] | string {
  try {
    const rows: unknown = JSON.parse(text)
    const isList = Array.isArray(rows) && rows.every(row => typeof row === 'object' && row !== null)
    return isList ? (rows as Row[]) : 'it is no list of objects'
  } catch {
    return 'it is no JSON'
  }
}

/** As psql writes it: a name with a comma or a quote stands in quotes. */
function readCsv(text: string): Row[] | string {
  const lines = text.split(/\r?\n/).filter(line => line !== '')
  const [heading = [], ...rows] = lines.map(line =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain,
    ),
  )
  if (rows.length === 0) return 'it has no line under its heading'
  return rows.map(row => Object.fromEntries(heading.map((name, at) => [name ?? '', row[at]])))
}
