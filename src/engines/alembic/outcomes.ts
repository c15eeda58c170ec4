import type { Outcome, OutcomeResult } from '../../domain.ts'
import { describeSql } from './describe-sql.ts'
import type { ChildEvent, Script } from './shapes.ts'

/** What was seen of one revision while Alembic ran, with the clock of this process (ms). */
export interface Seen {
  startedAt: number
  /** When its version row was written, or the run ended. */
  endedAt?: number
  stepped: boolean
  /** It opened `autocommit_block`: what it did before is committed, whatever becomes of the rest. */
  autocommit: boolean
  /** What its statements did, in order. */
  did: string[]
}

/** Follows the events of one run of Alembic. */
export interface Watch {
  /** By revision, in the order in which they began. */
  seen: Map<string, Seen>
  /** The revision under way. */
  current: string | undefined
  /** The statement under way, and since when. */
  statement: { sql: string; since: number } | undefined
  /** Statements are seen at all. */
  hooked: boolean
  event(event: ChildEvent, now: number): void
}

/** Starts with nothing seen. */
export function watchRun(): Watch {
  let versionTable = ''
  const watch: Watch = {
    seen: new Map(),
    current: undefined,
    statement: undefined,
    hooked: false,
    event(event, now) {
      if (event.kind === 'hooked') watch.hooked = true
      if (event.kind === 'configured') versionTable = event.versionTable
      if (!('revision' in event) || event.revision === null || event.kind === 'failure') return
      if (event.kind === 'started') {
        const fresh = { startedAt: now, stepped: false, autocommit: false, did: [] }
        watch.seen.set(event.revision, fresh)
        watch.current = event.revision
      }
      const one = watch.seen.get(event.revision)
      if (one === undefined) return
      if (event.kind === 'statement') watch.statement = { sql: event.sql, since: now }
      if (event.kind === 'done') {
        const did = watch.statement === undefined ? undefined : describeSql(watch.statement.sql, versionTable)
        if (did !== undefined) one.did.push(did)
        watch.statement = undefined
      }
      if (event.kind === 'autocommit') one.autocommit = true
      if (event.kind === 'stepped') {
        one.stepped = true
        one.endedAt = now
        watch.current = undefined
      }
    },
  }
  return watch
}

/** How a run of Alembic ended, for what its revisions came to. */
export interface Ending {
  /** Ids that the version table implies now. */
  applied: ReadonlySet<string>
  /** The run did not end well. */
  failed: boolean
  now: number
}

/**
 * What became of each planned revision. The version table decides what is applied; what was seen only tells the
 * others apart: begun and undone, failed, or never begun. Pure.
 */
export function outcomesOf(planned: readonly Script[], watch: Watch, ending: Ending): Outcome[] {
  return planned.map(script => {
    const seen = watch.seen.get(script.id)
    const durationMs = seen === undefined ? 0 : Math.round((seen.endedAt ?? ending.now) - seen.startedAt)
    const revision = { id: script.id, name: script.message, path: script.path }
    const did = watch.hooked || seen === undefined ? (seen?.did ?? []) : ['its statements were not seen']
    return { revision, result: resultOf(script.id, seen, watch, ending), durationMs, did }
  })
}

function resultOf(id: string, seen: Seen | undefined, watch: Watch, ending: Ending): OutcomeResult {
  if (ending.applied.has(id)) return 'applied'
  if (seen === undefined) return 'skipped'
  return ending.failed && watch.current === id ? 'failed' : 'rolled-back'
}
