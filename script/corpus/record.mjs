/**
 * What a server does for each case, read from its own catalogs in the session that runs it: no part of the product
 * looks. One in a transaction is rolled back; one in none has a database of its own, and meets somebody who writes.
 */
import pg from 'pg'
import { createDatabase, withClient } from '../postgres.mjs'
import { splitByParser } from './read.mjs'

const known = `select c.oid, relkind, regexp_replace(format('%I.%I', nspname, relname), '^public\\.', '') as name
  from pg_class c join pg_namespace n on n.oid = relnamespace
  where relkind in ('r', 'p', 'm') and nspname !~ '^pg_|^information_schema$'`
const look = stats => `select k.oid, k.name, k.relkind, pg_relation_filenode(k.oid) as file,
  coalesce(seq_tup_read, 0)::int as read from (${known}) k left join ${stats} s on s.relid = k.oid`
const locks = `select relation as oid, array_agg(mode) as locks from pg_locks
  where locktype = 'relation' and pid = $1 group by 1`

const order =
  'AccessShare RowShare RowExclusive ShareUpdateExclusive Share ShareRowExclusive Exclusive AccessExclusive'.split(
    ' ',
  )
const strength = mode => order.indexOf(mode ?? '')
const strongest = locks =>
  (locks ?? []).map(mode => mode.replace('Lock', '')).sort((a, b) => strength(b) - strength(a))[0]

/** Rows of the tables are 2,000 each: whoever read as many read all. */
const whole = 1000

/** `{ id: { verdict, seen, error } }` of one server. */
export async function recordOn(superuserUrl, { merged, byHand, rows, cases }) {
  const base = await createDatabase(superuserUrl)
  const truth = {}
  try {
    // The zone decides what a timestamp costs; UTC would make light of it.
    await withClient(superuserUrl, client =>
      client.query(`alter database ${base.name} set timezone = 'Europe/Berlin'`),
    )
    await withClient(base.url, async client => {
      for (const text of [merged, byHand, rows]) await client.query(text)
    })
    const together = cases.filter(one => !one.alone)
    await withClient(base.url, async client => {
      for (const one of together) truth[one.id] = await recordTogether(client, await splitByParser(one.sql))
    })
    for (const one of cases.filter(one => one.alone))
      truth[one.id] = await recordAlone(superuserUrl, base, one.sql)
  } finally {
    await base.drop()
  }
  return Object.fromEntries(cases.map(({ id }) => [id, truth[id]]))
}

async function recordTogether(client, statements) {
  const seen = []
  await client.query('begin')
  const see = () => lookAt(client, 'pg_stat_xact_all_tables', client.processID)
  const there = await see()
  try {
    let before = there
    for (const text of statements) {
      await client.query(text)
      const after = await see()
      seen.push(compare(there, before, after, after.locks))
      before = after
    }
    return verdictOf(seen)
  } catch (error) {
    return verdictOf(seen, error.code)
  } finally {
    await client.query('rollback')
  }
}

async function lookAt(client, stats, pid) {
  const tables = new Map((await client.query(look(stats))).rows.map(row => [row.oid, row]))
  const held = (await client.query(locks, [pid])).rows.map(row => [row.oid, row.locks])
  return { tables, locks: new Map(held) }
}

/** What a statement did to each table that was there before the case, under its name of then. */
function compare(there, before, after, held) {
  return [...there.tables].flatMap(([oid, { name, relkind }]) => {
    const [then, now] = [before.tables.get(oid), after.tables.get(oid)]
    const lock = strongest(held.get(oid))
    const both = then !== undefined && now !== undefined
    const rewritten = both && now.file !== then.file
    const scanned = both && now.read - then.read >= whole
    return lock === undefined && !rewritten && !scanned
      ? []
      : [{ name, view: relkind === 'm', lock, rewritten, scanned }]
  })
}

function verdictOf(statements, error) {
  const blocks = statements.some(tables => {
    const cost = tables.filter(one => one.rewritten || one.scanned)
    const held = tables.filter(one => strength(one.lock) >= strength(one.view ? 'AccessExclusive' : 'Share'))
    return cost.some(one => one.rewritten) || (cost.length > 0 && held.length > 0)
  })
  const seen = [...new Set(statements.flat().map(sayTable))].sort()
  const refused = error !== undefined && /^(?:42601|0A000)$/.test(error)
  const verdict = refused ? 'refused' : error !== undefined ? 'fails' : blocks ? 'blocks' : 'passes'
  return { verdict, ...(error === undefined ? {} : { error }), seen }
}

function sayTable({ name, lock, rewritten, scanned }) {
  return [name, lock ?? 'no lock', ...(rewritten ? ['rewritten'] : []), ...(scanned ? ['scanned'] : [])].join(
    ' ',
  )
}

/** Somebody who writes is there: what waits for them, or makes others wait, is seen by what it asks for. */
async function recordAlone(superuserUrl, base, sql) {
  const database = await createDatabase(superuserUrl)
  await withClient(superuserUrl, async client => {
    await client.query(`drop database ${database.name}`)
    await client.query(`create database ${database.name} template ${base.name} owner ${database.name}`)
  })
  const worker = new pg.Client({ connectionString: database.superuserUrl })
  try {
    await worker.connect()
    return await withClient(database.superuserUrl, writer =>
      withClient(database.superuserUrl, watcher => watchAlone(worker, writer, watcher, sql)),
    )
  } finally {
    await worker.end()
    await database.drop()
  }
}

async function watchAlone(worker, writer, watcher, sql) {
  const pid = worker.processID
  const see = () => lookAt(watcher, 'pg_stat_all_tables', pid)
  const before = await see()
  await writer.query('begin')
  for (const { name, relkind } of before.tables.values())
    if (relkind !== 'm') await writer.query(`lock table only ${name} in row exclusive mode`)
  let error
  let done = false
  const running = worker.query(sql).then(
    () => undefined,
    failed => {
      error = failed.code
    },
  )
  running.finally(() => {
    done = true
  })
  let held
  const waits = 'select wait_event_type = $$Lock$$ as waits from pg_stat_activity where pid = $1'
  while (!done && held === undefined) {
    const { rows } = await watcher.query(waits, [pid])
    if (rows[0]?.waits) held = (await see()).locks
  }
  await writer.query('commit')
  await running
  await worker.query('select pg_stat_force_next_flush()')
  return verdictOf([compare(before, before, await see(), held ?? new Map())], error)
}
