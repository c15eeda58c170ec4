import { oneLine } from '../../text.ts'
import type { Survey } from './survey.ts'

/** A run of Alembic as far as it tells where that worked. */
interface Visit {
  before: Survey
  /** Of Alembic's sessions, as the server calls them. */
  databases: ReadonlySet<string>
}

/** The databases that Alembic worked in, where the one of the plan is not among them; else empty. Pure. */
export function placesElsewhere({ before, databases }: Visit): string {
  if (databases.has(before.state.server.database)) return ''
  return [...databases].map(name => oneLine(name, 80)).join(', ')
}

/** What is known after such a run, `at` being where the database of the plan stands. Pure. */
export function sayElsewhere(elsewhere: string, { state }: Survey, at: string): string {
  const here = oneLine(state.server.database, 80)
  return `What Alembic did in ${elsewhere} was not read, and may stay there. Here, in ${here}, ${at}.`
}
