import type { Outcome, OutcomeResult } from '../../domain.ts'
import type { ChildEvent, Script } from './shapes.ts'

/** What was seen of one revision while Alembic ran, with the clock of this process (ms). */
export interface Seen {
  startedAt: number
  /** When its version row was written, or the run ended. */
  endedAt?: number
  stepped: boolean
  /** It opened `autocommit_block`: what it did before is committed, whatever becomes of the rest. */
  autocommit: boolean
}

/** Follows the events of one run of Alembic. */
export interface Watch {
  /** By revision, in the order in which they began. */
  seen: Map<string, Seen>
  /** The revision under way. */
  current: string | undefined
  event(event: ChildEvent, now: number): void
}

/** Starts with nothing seen. */
export function watchRun(): Watch {
  const seen = new Map<string, Seen>()
  const watch: Watch = {
    seen,
    current: undefined,
    event(event, now) {
      if (event.kind === 'started') {
        seen.set(event.revision, { startedAt: now, stepped: false, autocommit: false })
        watch.current = event.revision
        return
      }
      if (event.kind !== 'stepped' && event.kind !== 'autocommit') return
      const one = seen.get(event.revision)
      if (one === undefined) return
      if (event.kind === 'autocommit') one.autocommit = true
      else {
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
    return { revision, result: resultOf(script.id, seen, watch, ending), durationMs, did: [] }
  })
}

function resultOf(id: string, seen: Seen | undefined, watch: Watch, ending: Ending): OutcomeResult {
  if (ending.applied.has(id)) return 'applied'
  if (seen === undefined) return 'skipped'
  return ending.failed && watch.current === id ? 'failed' : 'rolled-back'
}
