import { DatabaseError, type Session } from '../../database/session.ts'
import { codeArms } from './catalog/code.ts'
import { databaseArms } from './catalog/database.ts'
import { tableArms } from './catalog/tables.ts'
import { typeArms } from './catalog/types.ts'
import type { Ignore, Kind, Schema, SchemaObject } from './shapes.ts'

/**
 * Names are told with their schemas, and values in one way, whatever the role or the database has set. Reading a view
 * waits for who changes its tables: not for ever. To compile the query would take longer than to run it.
 */
const begin = `begin transaction read only;
  set local search_path = pg_catalog, pg_temp;
  set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local bytea_output = 'hex'; set local extra_float_digits = 1; set local quote_all_identifiers = off;
  set local statement_timeout = '60s'; set local lock_timeout = '5s'; set local jit = off`

interface Row {
  kind: Kind
  schema: string | null
  table: string | null
  name: string
  lines: string[]
}

/** Of an object that somebody changed while it was read: `cache lookup failed`, `could not open relation`. */
const movedAway = ['XX000', '42P01']

/**
 * What a database holds that DDL makes, by one query of the catalogs, which needs no rights; in a read-only transaction
 * of its own, so the session must be in none. The order of columns, numbers of objects, owners and the values of sequences are
 * no part of it, nor is what an extension brought. Throws DatabaseError.
 */
export async function readSchema(session: Pick<Session, 'run' | 'query'>, ignore: Ignore): Promise<Schema> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await readOnce(session, ignore)
    } catch (error) {
      const moved = error instanceof DatabaseError && movedAway.includes(error.code)
      if (!moved || attempt === 3) throw error
    }
  }
}

async function readOnce(session: Pick<Session, 'run' | 'query'>, ignore: Ignore): Promise<Schema> {
  await session.run(begin)
  try {
    const [server] = await session.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    )
    const version = server?.version ?? 0
    const arms = [...databaseArms(version), ...tableArms, ...codeArms, ...typeArms]
    const text = `with found (kind, schema, "table", name, lines) as (${arms.join('\nunion all\n')}) select * from found`
    const rows = await session.query<Row>(text)
    return { major: Math.floor(version / 10_000), objects: collect(rows, ignore) }
  } finally {
    await session.run('rollback')
  }
}

function collect(rows: readonly Row[], ignore: Ignore): Map<string, SchemaObject> {
  const objects = rows.flatMap(row => (isIgnored(row, ignore) ? [] : [objectOf(row)]))
  const keyed = objects.map(object => [keyOf(object), object] as const)
  // By code units: the same on every machine.
  return new Map(keyed.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)))
}

function objectOf({ kind, schema, table, name, lines }: Row): SchemaObject {
  return {
    kind,
    ...(schema === null ? {} : { schema }),
    ...(table === null ? {} : { table }),
    name,
    lines,
  }
}

function isIgnored({ kind, schema, table, name, lines }: Row, { tables, schemas = [] }: Ignore): boolean {
  const within = kind === 'schema' ? name : schema
  if (within !== null && schemas.includes(within)) return true
  if (kind === 'event trigger')
    return schemas.some(one => lines.some(line => line.startsWith(`runs ${one}.`)))
  // The schema of `history-table` may have been made for it.
  if (kind === 'schema') return name !== 'public' && tables.some(one => one.startsWith(`${name}.`))
  const owner = kind === 'table' ? name : table
  return owner !== null && tables.some(one => one === owner || one === `${schema}.${owner}`)
}

/** The same for the same thing in two databases. */
export function keyOf({ kind, schema = '', table = '', name }: Omit<SchemaObject, 'lines'>): string {
  // What owns a sequence may change.
  return JSON.stringify([kind, schema, kind === 'sequence' ? '' : table, name])
}
