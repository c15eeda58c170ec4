import { gateError } from '../catalogue/catalogue.ts'
import type { Fault, NextCommand } from '../domain.ts'

/** Throws GateError `downgrade-asks` where something would go that nobody agreed to. */
export function expectAgreed(
  ids: readonly string[],
  agreed: readonly string[] | undefined,
  { database, host }: { database: string; host: string },
): void {
  const unforeseen = ids.filter(id => agreed !== undefined && !agreed.includes(id))
  if (unforeseen.length === 0) return
  const facts = { ids: unforeseen.join(', '), database, host, losses: [], why: 'meanwhile' as const }
  throw gateError('downgrade-asks', facts)
}

const mend =
  'Mend the way down and commit it, and run again; or fix forward: merge a new revision that undoes the change, and `upgrade`.'

const fixForward: NextCommand = { command: 'upgrade', when: 'a new revision undoes it instead' }
/** Failures that say nothing of the way down. */
const passing = [
  'revision-lost',
  'revision-blocked',
  'revision-deadlock',
  'lock-lost',
  'lock-lost-during',
  'history-lost',
  'query-refused',
]

/**
 * A failure of what runs both ways, told as one of a way down: its message, its cure and what to type next. `stays`: the
 * revision that the run was to leave, by name: a step back (`-2`) would count from where it ended by now. Without it,
 * where that is to be looked up.
 */
export function ofWayDown(fault: Fault, stays: string | undefined): void {
  fault.message = fault.message.replace(/^Revision /, 'The way down of ')
  if (/\bMend the (?:file|revision)\b/.test(fault.cure)) fault.cure = mend
  const again: NextCommand =
    stays === undefined ? { command: 'history' } : { command: 'downgrade', revision: stays }
  const next = (fault.next ?? []).map(one =>
    ['upgrade', 'downgrade'].includes(one.command) ? { ...one, ...again } : one,
  )
  // What is to be run again as it was needs no other way, and what is half taken back lets no upgrade begin.
  const closed = next.some(one => one.command === 'stamp')
  const forward = closed || passing.includes(fault.id) || fault.exit === 130 ? [] : [fixForward]
  fault.next = [...next, ...forward]
}
