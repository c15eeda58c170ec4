import type { AppliedRow } from '../../../by-hand.ts'
import { type QualifiedName, quoteName } from '../../../database/identifiers.ts'
import type { Session } from '../../../database/session.ts'
import { oneLine } from '../../../text.ts'

/** The newest rows of a history, newest first. What was stamped together is in the order of its versions. */
export async function readRecent(
  session: Session,
  history: QualifiedName,
  most: number,
): Promise<AppliedRow[]> {
  const rows = await session.query<Record<keyof AppliedRow, string | null>>(
    `select version::text as id, name::text, applied_by::text as by, commit_sha::text as commit,
       to_char(applied_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
     from ${quoteName(history)} where state = 'applied'
     order by applied_at desc, lpad(version, 40, '0') desc limit ${most}`,
  )
  const text = (value: string | null): string => oneLine(value ?? '', 120)
  return rows.map(({ id, name, at, by, commit }) => ({
    id: text(id),
    name: text(name),
    at: text(at),
    by: text(by),
    commit: text(commit),
  }))
}
