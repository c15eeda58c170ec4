import type { ChildEvent } from '../shapes.ts'

/** From, to and message; the message may hold anything, ids hold neither white space nor commas. */
const running = /\bRunning (upgrade|downgrade) (.*?) ?-> (.*)$/

/**
 * What Alembic's log says when the hook could not be placed: `Running upgrade a -> b, message`, written before the
 * revision runs. Nothing is said of its end. Null for every other line.
 */
export function readLogLine(line: string): ChildEvent | null {
  const found = running.exec(line)
  if (found === null) return null
  const [, direction, from = '', to = ''] = found
  const revision = direction === 'upgrade' ? /^[^\s,]+/.exec(to)?.[0] : /^[^\s,]+/.exec(from)?.[0]
  return revision === undefined ? null : { kind: 'started', revision }
}
