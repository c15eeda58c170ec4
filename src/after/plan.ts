import { createHash } from 'node:crypto'
import { makeFault } from '../catalogue/catalogue.ts'
import type { Fault, Plan } from '../domain.ts'
import { oneLine } from '../text.ts'
import type { FollowUps } from './follow-up.ts'

/**
 * The plan with what follows its revisions: their problems are in its way, and files of `after` give its fingerprint a
 * second part, since they write. Pure.
 */
export function withFollowUps(plan: Plan, followUps: FollowUps | undefined): Plan {
  if (followUps === undefined) return plan
  const { after, problems } = followUps
  const part = createHash('sha256').update(JSON.stringify(after.map(({ path, text }) => [path, text])))
  return {
    ...plan,
    problems: [...plan.problems, ...problems],
    fingerprint:
      after.length === 0 ? plan.fingerprint : `${plan.fingerprint}-${part.digest('hex').slice(0, 16)}`,
  }
}

/**
 * Why a plan may not be carried out: it is not the one that was approved. Where nothing is pending, as in a second run
 * of the same deploy, there is nothing to hold against it but the files of `after`. Pure.
 */
export function findDisapproval(plan: Plan, approved: string | undefined): Fault | undefined {
  if (approved === undefined || approved === plan.fingerprint) return undefined
  if (plan.pending.length === 0 && afterPart(approved) === afterPart(plan.fingerprint)) return undefined
  const ids = plan.pending.map(revision => revision.id)
  const pending = oneLine(
    ids.length <= 20 ? ids.join(', ') : `${ids.slice(0, 19).join(', ')} and ${ids.length - 19} more`,
    600,
  )
  return makeFault(
    'plan-differs',
    { now: plan.fingerprint, approved, pending },
    { next: [{ command: 'plan' }] },
  )
}

function afterPart(fingerprint: string): string {
  return fingerprint.split('-')[1] ?? ''
}
