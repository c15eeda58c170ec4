/** A project of the sql engine whose every statement leaves one trace, so that what ran, and how often, can be read back. */
import type { Files } from '../../support/repo.ts'
import type { Place } from './pool.ts'

export type Kind = 'transaction' | 'plain' | 'index'

export interface Step {
  id: string
  kind: Kind
  /** Texts of its statements; the n-th leaves the trace `0005.n`. */
  statements: string[]
}

/**
 * What the others write to. `pause` and `waits` make a statement take some milliseconds, and tell with a notice that it
 * has begun, so that something can be made to happen within it.
 */
const ground = `do $do$ begin
  create table ledger (what text);
  create table slow (n int);
  insert into slow select generate_series(1, 3);
  create function pause(float) returns int language plpgsql as $$ begin
    raise notice 'mark'; perform pg_sleep($1); return 1; end $$;
  create function waits(int) returns int immutable language plpgsql as $$ begin
    if $1 = 1 then raise notice 'mark'; end if; perform pg_sleep(0.005); return $1; end $$;
  insert into ledger values ('0001.1');
end $do$`

/** The first step makes what the others write to. Every third of the rest runs outside of a transaction if `mixed`. */
export function makeSteps(count: number, mixed = true): Step[] {
  return Array.from({ length: count }, (_, index) => {
    const id = String(index + 1).padStart(4, '0')
    const kind =
      index === 0 || !mixed || index % 3 !== 2 ? 'transaction' : index % 6 === 2 ? 'plain' : 'index'
    return { id, kind, statements: statementsOf(id, kind, index === 0) }
  })
}

function statementsOf(id: string, kind: Kind, first: boolean): string[] {
  const seconds = kind === 'transaction' ? 0.002 : 0.01
  const row = (n: number) => `insert into ledger select '${id}.${n}' from pause(${seconds})`
  const table = (n: number) => `create table "${id}.${n}" ()`
  const index = (n: number) => `create index concurrently "${id}.${n}" on slow (waits(n))`
  if (first) return [ground, row(2)]
  if (kind === 'transaction') return [row(1), table(2), row(3)]
  return kind === 'plain' ? [row(1), table(2), row(3)] : [index(1), row(2), index(3)]
}

/** How often a run that does all of these tells of a beginning: of each step, and of what waits in it. */
export function countMarks(steps: Step[]): number {
  const texts = steps.flatMap(({ statements }) => statements)
  return steps.length + texts.filter(text => /pause\(0|waits\(n/.test(text)).length
}

/** The files, under migrations/. */
export function filesOf(steps: Step[]): Files {
  return Object.fromEntries(
    steps.map(({ id, kind, statements }) => {
      const head = kind === 'transaction' ? '' : '-- migrate:up transaction:false\n'
      return [`migrations/${id}_step.sql`, `${head}${statements.join(';\n')};\n`]
    }),
  )
}

export interface Row {
  version: string
  state: string
  statements_done: number
  begun: number
}

/** What a database holds, of the steps and of the history. */
export interface Truth {
  traces: string[]
  rows: Row[]
}

const made = `select c.relname || case when i.indisvalid is false then ' invalid' else '' end as what
  from pg_class c left join pg_index i on i.indexrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relname ~ '^\\d{4}\\.\\d+$'`

/** Reads all of it. */
export async function readTruth({ ask }: Place): Promise<Truth> {
  const [there] = await ask<{ ledger: boolean; history: boolean }>(
    `select to_regclass('ledger') is not null as ledger, to_regclass('migration_history') is not null as history`,
  )
  const ledger = there?.ledger ? ' union all select what from ledger' : ''
  const traces = await ask<{ what: string }>(made + ledger)
  const rows = there?.history
    ? await ask<Row>(
        `select version, state, statements_done, cardinality(statement_hashes) as begun from migration_history order by 1`,
      )
    : []
  return { traces: traces.map(({ what }) => what).sort(), rows }
}

/** Where history and traces disagree, in sentences; empty when the database stands at a boundary or a recorded dirty state. */
export function findTorn(steps: Step[], { traces, rows }: Truth): string[] {
  const torn: string[] = []
  const order = rows.map(row => row.version).join()
  const prefix = steps.slice(0, rows.length).map(step => step.id)
  if (order !== prefix.join()) torn.push(`the history holds ${order}, which is no beginning of the steps`)
  for (const step of steps) {
    const row = rows.find(({ version }) => version === step.id)
    step.statements.forEach((_, index) => {
      const trace = `${step.id}.${index + 1}`
      const times = traces.filter(what => what === trace).length
      const half = traces.includes(`${trace} invalid`)
      const may = mayHave(row, index)
      // A build that was cancelled leaves an invalid index, of which the record says that it is to be begun again.
      const mayBeInvalid = row?.state === 'dirty' && index === row.statements_done
      if (!may.includes(times) || (half && !mayBeInvalid))
        torn.push(
          `${trace} is there ${times} times${half ? ' and invalid' : ''}, and its row is ${JSON.stringify(row)}`,
        )
    })
  }
  return torn
}

/** How often the trace of a statement may be there. */
function mayHave(row: Row | undefined, index: number): number[] {
  if (row === undefined) return [0]
  if (row.state === 'applied' || index < row.statements_done) return [1]
  return index < row.begun ? [0, 1] : [0]
}
