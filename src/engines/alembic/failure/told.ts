/** What every reader of a failure is given, and how it makes its fault. */

import { type FactsOf, type FaultId, makeFault } from '../../../catalogue/catalogue.ts'
import type { Fault, NextCommand } from '../../../domain.ts'
import { oneLine } from '../../../text.ts'
import { type Said, sayError } from '../../server-errors/said.ts'
import { headline } from '../../sql/text/describe.ts'
import type { ChildFailure } from '../shapes.ts'
import type { Ended, FailureFacts } from './ended.ts'
import { cutExcerpt, type Found, findPlace, indented, trailOf } from './place.ts'

/** An exception with its place in the user's files. */
export interface Told {
  /** Its server error is without people’s data. */
  failure: ChildFailure
  /** What the server said, if it did. */
  said: Said | undefined
  end: Ended
  facts: FailureFacts
  found: Found | undefined
  /** The revision to blame, or empty. */
  id: string
  /** `alembic/env.py:5 → app/settings.py:8` */
  trail: string
  /** The beginning of the statement, without its strings; empty where none was sent. */
  sql: string
}

/** Reads one kind of failure; undefined when it is another kind. */
export type Reader = (told: Told) => Fault | undefined

export function tell(raised: ChildFailure, end: Ended, facts: FailureFacts): Told {
  const said = raised.server === null ? undefined : sayError(raised.server)
  const server = said === undefined || raised.server === null ? null : { ...raised.server, ...said.server }
  const failure = { ...raised, server }
  const found = findPlace(end.failure === undefined ? indented(failure, facts) : failure, facts)
  return {
    failure,
    said,
    end,
    facts,
    found,
    id: oneLine(failedRevision(failure, facts), 80),
    trail: trailOf(failure, facts),
    sql: showSql(failure.sql ?? ''),
  }
}

/** The revision to blame: where it was raised, else the one that ran when the server refused; empty if none did. */
export function failedRevision(failure: ChildFailure, facts: FailureFacts): string {
  return findPlace(failure, facts)?.script?.id ?? (failure.server === null ? '' : (failure.revision ?? ''))
}

/** A fault with place, excerpt and what the server said. */
export function faultOf<Id extends FaultId>(
  told: Told,
  id: Id,
  given: FactsOf<Id>,
  next: NextCommand[] = [{ command: 'upgrade' }],
): Fault {
  const { found, said } = told
  const excerpt = found?.script === undefined ? undefined : cutExcerpt(found.script, found.place)
  return makeFault(id, given, {
    next,
    ...(found === undefined ? {} : { place: found.place }),
    ...(excerpt === undefined ? {} : { excerpt }),
    ...said,
  })
}

/** A folder relative to the repository, as a reader would write it. */
export function folderOf({ start }: FailureFacts): string {
  return start.folder === '' ? '.' : oneLine(start.folder)
}

/** One line of somebody else's, without the full stop that our sentence sets itself. */
export function reasonOf(text: string): string {
  return oneLine(text.trim()).replace(/[.?\s]+$/, '')
}

function showSql(sql: string): string {
  return sql === '' ? '' : headline({ text: sql })
}
