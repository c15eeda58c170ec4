import { headline } from '../engines/sql/text/describe.ts'
import { oneLine, sayAge } from '../text.ts'

/** Another session of the server, as pg_stat_activity shows it to our role. Texts are foreign. */
export interface SeenSession {
  /** 0 for a prepared transaction, which no session has. */
  pid: number
  /** `client backend`, `autovacuum worker` …; null when the session has just ended. */
  kind: string | null
  user: string | null
  application: string | null
  /** When it connected: `2026-11-23 14:02:07`, UTC. */
  since: string | null
  /** Null, and so are the ages, where our role may not see what others do. */
  state: string | null
  /** Seconds: in this state, since its statement began, since its transaction began. */
  inState: number | null
  inStatement: number | null
  inTransaction: number | null
  /** The beginning of its statement, or of its last one. */
  query: string | null
  /** Whom it waits for itself. */
  behind: number[] | null
}

const age = (since: string): string =>
  `greatest(0, extract(epoch from pg_catalog.clock_timestamp() - a.${since}))::float8`

/** Columns of a SeenSession, but for its pid, from pg_stat_activity as `a`. */
export const seenColumns = `a.backend_type as kind, a.usename::text as user, a.application_name as application,
  pg_catalog.to_char(a.backend_start at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') as since, a.state,
  ${age('state_change')} as "inState", ${age('query_start')} as "inStatement", ${age('xact_start')} as "inTransaction",
  pg_catalog.left(a.query, 600) as query,
  case when a.wait_event_type = 'Lock' then pg_catalog.pg_blocking_pids(a.pid) end as behind`

/**
 * A session in one harmless line: who it is, what it does and for how long. Of its statement only the first words are
 * shown, and no string or long number in them, because that may be a password or somebody's data.
 */
export function saySession(seen: SeenSession, since?: 'since'): string {
  if (seen.pid === 0) return 'a prepared transaction (select * from pg_prepared_xacts)'
  const { kind, user, application, behind } = seen
  const who = [user === null ? '' : `user ${user}`, application ?? ''].filter(part => part !== '')
  const foreign = kind === null || kind === 'client backend' ? '' : `${kind} `
  const queued = behind === null || behind.length === 0 ? '' : `, itself waiting for pid ${behind.join(', ')}`
  const name = `${foreign}pid ${seen.pid}${who.length === 0 ? '' : ` (${who.join(', ')})`}`
  const connected = since === undefined || seen.since === null ? '' : `, connected since ${seen.since} UTC`
  return oneLine(`${name}${connected}${sayWork(seen)}${queued}`, 400)
}

/** The first two of them, and how many more there are. */
export function saySessions(seen: readonly SeenSession[]): string {
  const shown = seen
    .slice(0, 2)
    .map(one => saySession(one))
    .join('; ')
  return seen.length > 2 ? `${shown}; and ${seen.length - 2} more` : shown
}

/** Without quotes around it, a number may be somebody's all the same; not a part of a name, such as `orders_2024`. */
const longNumber = /(?<![\w"])\d{4,}(?:\.\d+)?(?!\w)/g

/** `, active for 12 s, runs: vacuum orders`. */
function sayWork(seen: SeenSession): string {
  const { application, state, inState, inStatement, inTransaction, query } = seen
  // Of a session that lives, the name is there for everybody, if empty.
  if (application === null) return ', which has just ended'
  if (state === null) return ', whose work our role may not see (pg_read_all_stats)'
  const running = state === 'active' || state === 'fastpath function call'
  const doing = `, ${state} for ${sayAge((running ? inStatement : inState) ?? 0)}`
  if (state === 'idle' || state === 'disabled') return doing
  const older = (inTransaction ?? 0) - (running ? (inStatement ?? 0) : 0) >= 1
  const open = older ? `, in a transaction of ${sayAge(inTransaction ?? 0)}` : ''
  const words = headline({ text: query ?? '' }).replace(longNumber, '…')
  return `${doing}${open}${words === '' ? '' : `, ${running ? 'runs' : 'last ran'}: ${words}`}`
}
