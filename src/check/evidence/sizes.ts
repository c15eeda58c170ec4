/** How big the tables of production are. Pure. */

export interface TableSize {
  rows: number
  /** With indexes and what lies outside of the rows. */
  bytes: number
}

/** Sizes of tables by their names as people write them: without `public`, in quotes where a name needs them. */
export interface TableSizes {
  /** When they were taken, as it is said: `stats of 2026-11-20`. */
  from: string
  of(table: string): TableSize | undefined
}

/** `orders has 41 million rows, 12 GB in production (stats of 2026-11-20).`; empty where nothing is known of the table. */
export function saySizes(tables: readonly string[], sizes: TableSizes | undefined): string {
  return tables
    .flatMap(table => {
      const size = sizes?.of(table)
      if (size === undefined) return []
      return `${table} has ${sayCount(size.rows)}, ${sayBytes(size.bytes)} in production (${sizes?.from}).`
    })
    .join(' ')
}

function sayCount(rows: number): string {
  if (rows === 1) return '1 row'
  if (rows < 10_000) return `${rows} rows`
  if (rows < 1_000_000) return `${round(rows / 1000)} thousand rows`
  return rows < 1_000_000_000 ? `${round(rows / 1e6)} million rows` : `${round(rows / 1e9)} billion rows`
}

function sayBytes(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  let [value, unit] = [bytes, 0]
  while (value >= 1024 && unit < units.length - 1) [value, unit] = [value / 1024, unit + 1]
  return `${round(value)} ${units[unit]}`
}

/** Two digits say enough. */
function round(value: number): string {
  return String(value < 10 ? Math.round(value * 10) / 10 : Math.round(value))
}
