/** What the witness wrote down, as facts of statements and tables. Pure. */
import { writeName } from '../../database/identifiers.ts'
import { blocks, type LockMode, strongest } from './lock-modes.ts'
import type { EndRow, Look, Looks, RewrittenRow, StatementRow } from './rows.ts'

/** What a statement did to one table that was there before the change. */
export interface TableEvidence {
  /** As people write it: without `public`, in quotes where it needs them. */
  table: string
  /** The strongest lock that the session held on it when the statement was done. */
  lock: LockMode | undefined
  /** The statement took it; else an earlier one of the same transaction. */
  taken: boolean
  /** From the beginning of the statement that took it to the end of the transaction; undefined: the end was not seen. */
  heldMs: number | undefined
  /** All rows were written to a new place. */
  rewritten: boolean
  /** It was read from its first row to its last, though it may have none here. */
  scanned: boolean
  /** Rows that were inserted, updated or deleted. */
  rows: number
  /** A materialized view. */
  view: boolean
  /** A partition of a table that is locked as well. */
  part: boolean
  /** The command names or drops it; else it was reached through a foreign key, a partition, a trigger. */
  named: boolean
}

/** What was seen of one statement, or of what ran between two that were seen. */
export interface Evidence {
  revision: string
  /** As the server got it; undefined: what ran was no DDL, or in no transaction, and only its work was seen. */
  statement: string | undefined
  /** The statement that was seen before, in the same transaction. */
  after: string | undefined
  /** `ALTER TABLE`; empty where there is no statement. */
  tag: string
  /** A block or a function ran the command: the text of the statement says nothing sure of it. */
  nested: boolean
  /** Milliseconds. */
  took: number | undefined
  wal: number | undefined
  lockTimeout: string | undefined
  timeZone: string | undefined
  tables: TableEvidence[]
}

/** Work of which no command told. */
const noStatement = {
  statement: undefined,
  tag: '',
  nested: false,
  took: undefined,
  wal: undefined,
  lockTimeout: undefined,
  timeZone: undefined,
}

/** Puts together what each statement did, and what was done between them. */
export function shapeEvidence(
  statements: readonly StatementRow[],
  ends: readonly EndRow[],
  rewritten: readonly RewrittenRow[],
): Evidence[] {
  const transactions = groupBy([...statements], row => row.xid)
  const endOf = new Map(ends.map(end => [end.xid, end]))
  for (const end of ends) if (!transactions.has(end.xid)) transactions.set(end.xid, [])
  const lastOf = new Map<number, Looks>()
  const evidence: Evidence[] = []
  const at = (xid: string) => transactions.get(xid)?.[0]?.ended ?? endOf.get(xid)?.ended ?? 0
  for (const xid of [...transactions.keys()].sort((one, other) => at(one) - at(other))) {
    evidence.push(...shapeTransaction(transactions.get(xid) ?? [], endOf.get(xid), lastOf))
  }
  return [...evidence, ...unseen(evidence, rewritten)].filter(one => one.statement || one.tables.length > 0)
}

function groupBy<Row>(rows: Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return groups
}

/** `lastOf`: what a session had counted when it was last seen; kept up to date. */
function shapeTransaction(
  rows: StatementRow[],
  end: EndRow | undefined,
  lastOf: Map<number, Looks>,
): Evidence[] {
  const evidence: Evidence[] = []
  const taken = new Map<string, number>()
  let previous: StatementRow | undefined
  const { pid, revision } = rows[0] ?? end ?? { pid: 0, revision: '' }
  for (const row of rows) {
    // Before the first statement nothing of this transaction was seen: what the session had counted is not told apart.
    if (previous !== undefined) {
      evidence.push(
        between(revision, previous.statement, previous.after, row.before, taken, row.began ?? row.ended, end),
      )
    }
    const { statement, tag, nested, wal, lockTimeout, timeZone, began, ended } = row
    const tables = compare(row.before, row.after, {
      taken,
      at: began ?? ended,
      end,
      objects: row.objects.map(String),
    })
    const took = began === null ? undefined : ended - began
    const facts = { took, wal: wal ?? undefined, lockTimeout, timeZone, tables }
    evidence.push({ revision, statement, after: previous?.statement, tag, nested, ...facts })
    previous = row
  }
  if (end !== undefined) {
    const from = previous?.after ?? withoutLocks(lastOf.get(pid) ?? {})
    evidence.push(
      between(revision, previous?.statement, from, end.after, taken, previous?.ended ?? end.ended, end),
    )
  }
  lastOf.set(pid, end?.after ?? previous?.after ?? {})
  return evidence
}

function withoutLocks(looks: Looks): Looks {
  return Object.fromEntries(
    Object.entries(looks).map(([oid, look]) => [oid, { ...look, locks: null, file: null }]),
  )
}

function between(
  revision: string,
  after: string | undefined,
  from: Looks,
  to: Looks,
  taken: Map<string, number>,
  at: number,
  end: EndRow | undefined,
): Evidence {
  const all = compare(from, to, { taken, at, end, objects: [] })
  const did = (one: TableEvidence) => one.rewritten || one.scanned || one.rows > 0 || one.taken
  const tables = all.some(did) ? all.filter(one => did(one) || blocks(one.lock) !== undefined) : []
  return { ...noStatement, revision, after, tables }
}

interface Around {
  /** When the lock on a table was first seen: by oid. Added to. */
  taken: Map<string, number>
  at: number
  end: EndRow | undefined
  objects: string[]
}

/** What changed from one look to the next. */
function compare(from: Looks, to: Looks, { taken, at, end, objects }: Around): TableEvidence[] {
  return Object.entries(to).flatMap(([oid, look]): TableEvidence[] => {
    const then = from[oid]
    const lock = strongest(look.locks ?? [])
    if (lock === undefined) return []
    const isTaken = lock !== strongest(then?.locks ?? [])
    if (isTaken) taken.set(oid, at)
    const grown = (count: (one: Look) => number) => {
      const [now, before] = [count(look), then === undefined ? 0 : count(then)]
      return now < before ? now : now - before
    }
    const since = taken.get(oid)
    return [
      {
        table: writeName(...look.name),
        lock,
        taken: isTaken,
        heldMs: end === undefined || since === undefined ? undefined : end.ended - since,
        rewritten: look.file !== null && look.file !== (then?.file ?? null),
        scanned: grown(one => one.scans) > 0,
        rows: grown(one => one.added + one.changed + one.removed),
        named: objects.includes(oid) || look.gone,
        view: look.view,
        part: look.parent !== null && strongest(to[look.parent]?.locks ?? []) === lock,
      },
    ]
  })
}

/** Tables that were written anew by what no trigger told of: VACUUM FULL, for one. */
function unseen(evidence: readonly Evidence[], rewritten: readonly RewrittenRow[]): Evidence[] {
  const told = new Set(
    evidence.flatMap(one =>
      one.tables.filter(table => table.rewritten).map(table => `${one.revision}\n${table.table}`),
    ),
  )
  return rewritten.flatMap(({ revision, name }): Evidence[] => {
    const table = writeName(...name)
    if (told.has(`${revision}\n${table}`)) return []
    const seen = {
      lock: undefined,
      taken: false,
      heldMs: undefined,
      scanned: false,
      rows: 0,
      named: false,
      view: false,
      part: false,
    }
    return [{ ...noStatement, revision, after: undefined, tables: [{ table, ...seen, rewritten: true }] }]
  })
}
