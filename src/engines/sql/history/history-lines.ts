import type { HistoryLine, Standing } from '../../../by-hand.ts'
import { quoteName } from '../../../database/identifiers.ts'
import type { Session } from '../../../database/session.ts'
import { oneLine } from '../../../text.ts'
import { versionOf } from '../plan.ts'
import type { Survey } from '../survey.ts'

interface Row {
  id: string
  at: string | null
  by: string | null
  commit: string | null
  run: string | null
  ms: number | null
}

/** Columns that a history of ours may lack, with what stands for them. */
const optional = { applied_by: 'by', commit_sha: 'commit', run_url: 'run' } as const

/** Every revision of files and history, newest first, and how each stands. Reads only. */
export async function readHistoryLines(session: Session, survey: Survey): Promise<HistoryLine[]> {
  const { files, plan, state } = survey
  const rows = state.exists ? await readRows(session, survey) : []
  const rowOf = new Map(rows.map(row => [versionOf(row.id), row]))
  const nameOf = new Map(state.rows.map(row => [versionOf(row.version), row.name]))
  const fileOf = new Map(files.map(file => [file.version, file]))
  const versions = [...new Set([...fileOf.keys(), ...rowOf.keys()])].sort((a, b) => (a < b ? 1 : -1))
  const standings = standingsOf(survey)
  return versions.map(version => {
    const file = fileOf.get(version)
    const row = rowOf.get(version)
    const id = text(file?.id ?? row?.id)
    const { current, head } = plan
    return {
      id,
      name: text(file?.name ?? nameOf.get(version)),
      standing: standings.get(version) ?? 'pending',
      at: text(row?.at),
      by: text(row?.by),
      commit: text(row?.commit),
      runUrl: text(row?.run),
      ...(row?.ms === undefined || row.ms === null ? {} : { durationMs: row.ms }),
      ...(current.some(one => versionOf(one) === version) ? { current: true as const } : {}),
      ...(head.includes(file?.id ?? '') ? { head: true as const } : {}),
    }
  })
}

/** Of what is in the history; all else is pending. */
function standingsOf({ plan, state }: Survey): Map<bigint, Standing> {
  const standings = new Map<bigint, Standing>()
  for (const row of state.rows)
    standings.set(versionOf(row.version), row.state === 'applied' ? 'applied' : 'dirty')
  for (const { kind, revision } of plan.problems) {
    const worse = kind === 'modified' || kind === 'missing' || kind === 'ahead' ? kind : undefined
    const version = versionOf(revision ?? '')
    if (worse !== undefined && standings.get(version) === 'applied') standings.set(version, worse)
  }
  return standings
}

async function readRows(session: Session, { state }: Survey): Promise<Row[]> {
  const table = quoteName(state.history)
  const known = await session.query<{ name: string }>(
    `select attname::text as name from pg_catalog.pg_attribute
     where attrelid = $1::pg_catalog.regclass and attnum > 0 and not attisdropped`,
    [table],
  )
  const has = (column: string): boolean => known.some(({ name }) => name === column)
  const columns = Object.entries(optional).map(
    ([column, name]) => `${has(column) ? `${column}::text` : 'null::text'} as ${name}`,
  )
  const ms = has('duration_ms') ? 'duration_ms::int' : 'null::int'
  return session.query<Row>(
    `select version::text as id, ${ms} as ms, ${columns.join(', ')},
       to_char(applied_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
     from ${table}`,
  )
}

function text(value: string | null | undefined): string {
  return oneLine(value ?? '', 200)
}
