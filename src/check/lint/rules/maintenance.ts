import { code, insertAfter } from '../clause.ts'
import { alone, type Hit, type Judge } from '../judge.ts'
import { keyOfRange, optionOf, pick, sayName, sayRange } from '../nodes.ts'
import { isFresh } from '../schema.ts'
import { forCommands } from './commands.ts'

/** Statements that keep a whole table to themselves. */
export const judgeMaintenance: Judge = seen => [
  ...judgeRewrite(seen),
  ...judgeStorage(seen),
  ...judgeRefresh(seen),
  ...judgeLock(seen),
  ...judgeTruncate(seen),
  ...judgeTimeout(seen),
]

function quietly(rule: string): string {
  return `Use pg_repack, or do it while nobody uses the table, and say so: \`-- gate: allow ${rule} because <reason>\`.`
}

const judgeRewrite: Judge = ({ node, schema }) => {
  const cluster = pick(node, 'ClusterStmt')
  const vacuum = pick(node, 'VacuumStmt')
  const safe = quietly('table-rewritten')
  if (cluster !== undefined) {
    if (isFresh(schema, cluster.relation)) return []
    const on = cluster.relation === undefined ? 'every clustered table' : sayRange(cluster.relation)
    return [{ rule: 'table-rewritten', on, does: 'CLUSTER', safe, at: cluster.relation?.location }]
  }
  if (!vacuum?.is_vacuumcmd || !optionOf(vacuum.options, 'full')) return []
  const tables = (vacuum.rels ?? []).flatMap(one => pick(one, 'VacuumRelation')?.relation ?? [])
  const there = tables.filter(table => !isFresh(schema, table))
  if (tables.length > 0 && there.length === 0) return []
  const on = there.length === 0 ? 'every table' : there.map(sayRange).join(', ')
  return [
    {
      rule: 'table-rewritten',
      on,
      does: 'VACUUM FULL',
      safe: `A plain \`vacuum\` locks nobody out. ${safe}`,
    },
  ]
}

const storage: Record<string, string> = {
  AT_SetLogged: 'SET LOGGED',
  AT_SetUnLogged: 'SET UNLOGGED',
  AT_SetTableSpace: 'SET TABLESPACE',
  AT_SetAccessMethod: 'SET ACCESS METHOD',
}

const judgeStorage = forCommands(({ cmd, on, table }) => {
  const does = storage[cmd.subtype ?? '']
  // What is so already stays as it is.
  if (table?.logged !== undefined && does === (table.logged ? 'SET LOGGED' : 'SET UNLOGGED')) return []
  return does === undefined ? [] : [{ rule: 'table-rewritten', on, does, safe: quietly('table-rewritten') }]
})

const judgeRefresh: Judge = ({ node, text, schema }) => {
  const refresh = pick(node, 'RefreshMatViewStmt')
  const view = refresh?.relation
  if (view === undefined || refresh?.concurrent) return []
  if (isFresh(schema, view) || schema.fresh.has(`MATVIEW ${keyOfRange(view)}`)) return []
  const safe = `Write ${code(insertAfter(text, 'view', 'concurrently'))}; it needs a unique index on ${sayRange(view)} without a condition.`
  return [{ rule: 'refresh-blocks-reads', on: sayRange(view), safe, at: view.location }]
}

/** Locks by their number; weaker ones let writes pass. */
const modes: Record<number, string> = {
  5: 'share',
  6: 'share row exclusive',
  7: 'exclusive',
  8: 'access exclusive',
}

const judgeLock: Judge = ({ node, schema }) => {
  const lock = pick(node, 'LockStmt')
  const what = modes[lock?.mode ?? 0]
  if (lock === undefined || what === undefined) return []
  const tables = (lock.relations ?? []).flatMap(one => pick(one, 'RangeVar') ?? [])
  return tables
    .filter(table => !isFresh(schema, table))
    .map((table): Hit => {
      const safe = `Leave it out: each statement takes the lock that it needs, and the gate tries again where one is not free.`
      return { rule: 'lock-held', on: sayRange(table), what, safe, at: table.location }
    })
}

const judgeTruncate: Judge = ({ node, schema }) => {
  const truncate = pick(node, 'TruncateStmt')
  const tables = (truncate?.relations ?? []).flatMap(one => pick(one, 'RangeVar') ?? [])
  const does = truncate?.behavior === 'DROP_CASCADE' ? ', and of every table that refers to it' : ''
  return tables
    .filter(table => !isFresh(schema, table))
    .map((table): Hit => {
      const safe = `Delete what is not needed in batches, ${alone}; if the rows may go: \`-- gate: allow truncate-loses-rows because <reason>\`.`
      return { rule: 'truncate-loses-rows', on: sayRange(table), does, safe, at: table.location }
    })
}

const judgeTimeout: Judge = ({ node }) => {
  const set = pick(node, 'VariableSetStmt')
  const value = pick(set?.args?.[0], 'A_Const')
  const isZero =
    value?.ival !== undefined
      ? (value.ival.ival ?? 0) === 0
      : /^0\s*(?:ms|s|min)?$/.test(value?.sval?.sval ?? '')
  if (set?.name !== 'lock_timeout' || value === undefined || !isZero) return []
  const safe = `Leave ${sayName(set.name)} to the gate: it sets one, and tries again where a lock is not free.`
  return [{ rule: 'timeout-off', on: set.name, safe }]
}
