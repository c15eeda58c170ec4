import type { Outcome, OutcomeResult, Revision } from '../../domain.ts'
import { describeSql } from './describe-sql.ts'
import type { ChildEvent } from './shapes.ts'

/** What was seen of one revision while Alembic ran, with the clock of this process (ms). */
interface Seen {
  startedAt: number
  /** When its version row was written, or the run ended. */
  endedAt?: number
  stepped: boolean
  /** It opened `autocommit_block`: what it did before is committed, whatever becomes of the rest. */
  autocommit: boolean
  /** What its statements did, in order. */
  did: string[]
  /** It raised: what it did is undone, or half done. */
  raised: boolean
}

/** Follows the events of one run of Alembic. */
export interface Watch {
  /** By revision, in the order in which they began. */
  seen: Map<string, Seen>
  /** Those that began again after they had gone well: env.py works with several databases. */
  again: Set<string>
  /** The revision under way. */
  current: string | undefined
  /** Statements are seen at all. */
  hooked: boolean
  /** env.py was seen to configure Alembic: what began after that was seen as well. */
  configured: boolean
  event(event: ChildEvent, now: number): void
}

/** Starts with nothing seen. */
export function watchRun(): Watch {
  let versionTable = ''
  let statement: string | undefined
  const note = (one: Seen, sql: string): void => {
    const did = describeSql(sql, versionTable)
    if (did !== undefined && !one.stepped) one.did.push(did)
  }
  const watch: Watch = {
    seen: new Map(),
    again: new Set(),
    current: undefined,
    hooked: false,
    configured: false,
    event(event, now) {
      if (event.kind === 'hooked') watch.hooked = true
      if (event.kind === 'configured') {
        watch.configured = true
        versionTable = event.versionTable
      }
      if (!('revision' in event) || event.revision === null) return
      if (event.kind === 'started') {
        const fresh = { startedAt: now, stepped: false, autocommit: false, did: [], raised: false }
        if (watch.seen.get(event.revision)?.stepped === true) watch.again.add(event.revision)
        else watch.seen.set(event.revision, fresh)
        watch.current = event.revision
      }
      const one = watch.seen.get(event.revision)
      if (one === undefined) return
      if (event.kind === 'statement') statement = event.sql
      if (event.kind === 'done') {
        if (statement !== undefined) note(one, statement)
        statement = undefined
      }
      if (event.kind === 'ran' || event.kind === 'stepped') for (const sql of event.ran) note(one, sql)
      if (event.kind === 'autocommit') one.autocommit = true
      if (event.kind === 'failure' && !one.stepped) {
        one.raised = true
        one.endedAt = event.ms === undefined ? now : one.startedAt + event.ms
      }
      if (event.kind === 'stepped') {
        // By the clock of its own process: here several arrive at once.
        one.endedAt ??= one.startedAt + event.ms
        one.stepped = true
        watch.current = undefined
      }
    },
  }
  return watch
}

/** How a run of Alembic ended, for what its revisions came to. */
export interface Ending {
  /** Ids that the version table implies now; undefined when it could not be read. */
  applied: ReadonlySet<string> | undefined
  /** The run did not end well. */
  failed: boolean
  /** It worked in another database, of which nothing is known. */
  elsewhere: boolean
  now: number
}

/**
 * What became of each revision. The version table decides what is applied; what was seen tells whose work it is, and
 * the others apart: begun and undone, failed, or never begun. Pure.
 */
export function outcomesOf(revisions: readonly Revision[], watch: Watch, ending: Ending): Outcome[] {
  return revisions.map(revision => {
    const seen = watch.seen.get(revision.id)
    const durationMs = seen === undefined ? 0 : Math.round((seen.endedAt ?? ending.now) - seen.startedAt)
    const result = resultOf(revision.id, seen, watch, ending)
    // Its last words may be lost with its process; without the hook there were none.
    const unseen = result === 'applied' && seen?.stepped !== true
    return {
      revision,
      result,
      durationMs,
      did: unseen ? ['its statements were not seen'] : (seen?.did ?? []),
    }
  })
}

function resultOf(id: string, seen: Seen | undefined, watch: Watch, ending: Ending): OutcomeResult {
  if (ending.applied?.has(id) === true) return isElses(seen, watch) ? 'skipped' : 'applied'
  if (seen === undefined) return 'skipped'
  // What nobody could read again is not called rolled back.
  return ending.applied === undefined || ending.elsewhere || (ending.failed && watch.current === id)
    ? 'failed'
    : 'rolled-back'
}

/** Applied by another program at the same time: ours was seen to begin others only, or to fail in this one. */
function isElses(seen: Seen | undefined, watch: Watch): boolean {
  return seen === undefined ? watch.configured : seen.raised
}
