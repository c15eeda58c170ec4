/** Queries for rows that violate a constraint of which the statement says too little: the catalog has the rest. */

import { quoteIdentifier, writeName } from '../../database/identifiers.ts'
import { DatabaseError, type Session } from '../../database/session.ts'
import type { Fault, ForeignLine } from '../../domain.ts'
import { matchWords, readName, readWords, skipWords } from '../sql/text/words.ts'
import { orphansQuery, outsideQuery } from './violations.ts'

type Asking = Pick<Session, 'query'>

/** `columns` are those that the server named. Undefined where no query can tell. Throws DatabaseError. */
export async function findRowsQuery(
  session: Asking,
  statement: string,
  columns: readonly string[],
): Promise<string | undefined> {
  const words = readWords(statement)
  if (!matchWords(words, 0, 'alter', 'table')) return undefined
  const named = readName(words, skipWords(words, skipWords(words, 2, 'if', 'exists'), 'only'))
  if (named === undefined) return undefined
  const validated = words.indexOf('validate', named.next)
  if (validated !== -1) {
    const constraint = readName(words, validated + 2)?.parts[0]
    return constraint === undefined ? undefined : ofConstraint(session, named.parts, constraint)
  }
  const target = readName(words, words.indexOf('references', named.next) + 1)
  if (!words.includes('references') || target === undefined || columns.length === 0) return undefined
  const theirs = await primaryKeyOf(session, target.parts)
  return theirs.length !== columns.length
    ? undefined
    : orphansQuery({ table: writeName(...named.parts), columns, target: writeName(...target.parts), theirs })
}

/** Without the queries that the database could not run, for what they ask was undone: it plans them, and runs none. */
export async function keepRunnable(fault: Fault, session: Asking): Promise<Fault> {
  const { foreign, ...bare } = fault
  if (foreign === undefined) return fault
  const kept: ForeignLine[] = []
  for (const one of foreign) if (await isRunnable(one.line, session)) kept.push(one)
  return kept.length === 0 ? bare : { ...bare, foreign: kept }
}

async function isRunnable(line: string, session: Asking): Promise<boolean> {
  if (!line.startsWith('select ')) return true
  try {
    await session.query(`explain ${line}`)
    return true
  } catch (error) {
    if (error instanceof DatabaseError) return false
    throw error
  }
}

/** A constraint that is there, and is not validated. */
async function ofConstraint(
  session: Asking,
  table: readonly string[],
  name: string,
): Promise<string | undefined> {
  const [found] = await session.query<{
    condition: string | null
    ours: string[]
    target: string | null
    theirs: string[]
  }>(
    `select pg_catalog.pg_get_expr(k.conbin, k.conrelid) as condition,
       array(select a.attname::text from pg_catalog.unnest(k.conkey) with ordinality as c(num, at)
         join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = c.num order by c.at) as ours,
       nullif(k.confrelid, 0)::pg_catalog.regclass::text as target,
       array(select a.attname::text from pg_catalog.unnest(k.confkey) with ordinality as c(num, at)
         join pg_catalog.pg_attribute a on a.attrelid = k.confrelid and a.attnum = c.num order by c.at) as theirs
     from pg_catalog.pg_constraint k where k.conrelid = pg_catalog.to_regclass($1) and k.conname = $2`,
    [quoted(table), name],
  )
  if (found === undefined) return undefined
  const { condition, target } = found
  // The server writes every condition in parentheses of its own.
  if (condition !== null) return outsideQuery(writeName(...table), condition.replace(/^\((.*)\)$/s, '$1'))
  const [columns, theirs] = [found.ours, found.theirs].map(names => names.map(each => writeName(each)))
  if (target === null || columns === undefined || theirs === undefined) return undefined
  return orphansQuery({ table: writeName(...table), columns, target, theirs })
}

async function primaryKeyOf(session: Asking, table: readonly string[]): Promise<string[]> {
  const rows = await session.query<{ name: string }>(
    `select a.attname::text as name
     from pg_catalog.pg_constraint k, pg_catalog.unnest(k.conkey) with ordinality as c(num, at)
     join pg_catalog.pg_attribute a on a.attnum = c.num
     where k.contype = 'p' and k.conrelid = pg_catalog.to_regclass($1) and a.attrelid = k.conrelid order by c.at`,
    [quoted(table)],
  )
  return rows.map(({ name }) => writeName(name))
}

function quoted(parts: readonly string[]): string {
  return parts.map(quoteIdentifier).join('.')
}
