import type { Fault, Outcome, Plan } from '../../../domain.ts'

/**
 * A revision that ended in the midst of a statement of which nobody can tell what it did closes the next run: so its
 * failure offers at once what that run would. Changes `fault`.
 */
export function offerSettling(fault: Fault, plan: Plan, outcomes: readonly Outcome[]): void {
  const failed = outcomes.find(({ result }) => result === 'failed')?.revision.id
  const dirty = plan.problems.find(one => one.kind === 'dirty' && one.revision === failed)?.fault
  if (dirty?.next === undefined) return
  fault.next = dirty.next
  if (dirty.id === 'dirty-down') return
  fault.cure = fault.exit === 130 ? dirty.cure : `${fault.cure} ${dirty.cure}`
}
