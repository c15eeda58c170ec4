/** Thirty revisions of Alembic whose every statement leaves one trace, and the truth about them. */
import type { Report } from '../../../../src/report/shape.ts'
import type { TestRevision } from '../../../support/alembic.ts'
import type { Place } from '../pool.ts'

export const ids = Array.from({ length: 30 }, (_, index) => `r${String(index + 1).padStart(2, '0')}`)
/** Every seventh works in an autocommit_block. */
export const isApart = (id: string) => Number(id.slice(1)) % 7 === 0
const tracesOf = (id: string) => [1, 2, 3].map(n => `${id}.${n}`)

/** Each writes a line to the file that MARKS names, when it begins and amid its statements. */
export const revisions: TestRevision[] = ids.map(id => {
  const mark = [`open(os.environ.get("MARKS", "marks"), "a").write("${id}\\n")`, 'time.sleep(0.01)']
  const table = (n: number) => `op.execute('create table "${id}.${n}" (n int)')`
  const row = (n: number) => `op.execute("insert into ledger values ('${id}.${n}')")`
  const index = `op.execute('create index concurrently "${id}.3" on "${id}.1" (n)')`
  const block = [table(1), ...mark, row(2), index].map(line => `    ${line}`)
  const ground = id === 'r01' ? ['op.execute("create table ledger (what text)")'] : []
  const lines = isApart(id)
    ? ['with op.get_context().autocommit_block():', ...block]
    : [...ground, row(1), ...mark, table(2), row(3)]
  return { id, upgrade: [...mark, ...lines].join('\n') }
})

export interface AlembicTruth {
  traces: string[]
  /** Ids up to the one in the version table. */
  applied: string[]
  /** Traces of the revision behind them: only an autocommit_block leaves such. */
  half: string[]
  next: string
}

/** Reads all of it. */
export async function readAlembic({ ask }: Place): Promise<AlembicTruth> {
  const [there] = await ask<{ ledger: boolean; versions: boolean }>(
    `select to_regclass('ledger') is not null as ledger, to_regclass('alembic_version') is not null as versions`,
  )
  const traces = await ask<{ what: string }>(
    `select c.relname::text as what from pg_class c where relnamespace = 'public'::regnamespace
       and relname ~ '^r\\d\\d\\.\\d$'${there?.ledger ? ' union all select what from ledger' : ''} order by 1`,
  )
  const rows = there?.versions
    ? await ask<{ id: string }>('select version_num as id from alembic_version')
    : []
  const applied = ids.slice(0, ids.indexOf(rows[0]?.id ?? '') + 1)
  const next = ids[applied.length] ?? ''
  const all = traces.map(({ what }) => what)
  return { traces: all, applied, next, half: all.filter(what => next !== '' && what.startsWith(next)) }
}

/** Where version table and traces disagree, in sentences. */
export function findTornAlembic({ traces, applied, half, next }: AlembicTruth): string[] {
  const torn: string[] = []
  const due = applied.flatMap(tracesOf).sort()
  const found = traces.filter(what => !half.includes(what))
  if (due.join() !== found.join()) torn.push(`at ${applied.at(-1)}, and there is ${found.join()}`)
  const possible = isApart(next) ? tracesOf(next).slice(0, half.length) : []
  if (possible.join() !== half.join()) torn.push(`${next} is not applied, and has left ${half.join()}`)
  return torn
}

/** Claims of a report that are not so. */
export function findAlembicLies({ databases }: Report, { applied, half, next }: AlembicTruth): string[] {
  const [database] = databases
  if (database === undefined) return ['no database in the report']
  const { to, outcomes, fault } = database
  const lies = outcomes
    .filter(({ revision, result }) => (result === 'applied') !== applied.includes(revision.id))
    .map(({ revision, result }) => `${revision.id} is said to be ${result}`)
  if (to?.join() !== applied.slice(-1).join()) lies.push(`to ${to?.join()}, and it is at ${applied.at(-1)}`)
  const began = outcomes.some(({ revision, result }) => revision.id === next && result !== 'skipped')
  if (began && half.length > 0 && !fault?.state?.includes(`${next} is half applied`))
    lies.push(`${half.join()} is there, and it says: ${fault?.state}`)
  return lies
}
