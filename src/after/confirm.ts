import { makeFault } from '../catalogue/catalogue.ts'
import type { Fault } from '../domain.ts'
import type { Applied, Engine, Stand } from '../engines/engine.ts'
import { asFault } from '../faults.ts'
import { oneLine } from '../text.ts'
import { placeInRun } from './faults.ts'
import type { Followed } from './follow.ts'
import { sayFollowUp } from './list.ts'

/** What became of them, and where the database stands when that is not where the revisions left it. */
export interface Confirmed extends Followed {
  stand?: Stand
}

/**
 * Asked when all of them ended well: whether the lock was ours to the end, so that no other run was at work meanwhile,
 * and, where a file of `after` wrote, whether the history still says what the revisions left. Never throws.
 */
export async function confirmStand(
  followed: Followed,
  engine: Pick<Engine, 'keepsLock' | 'plan'>,
  applied: Applied,
): Promise<Confirmed> {
  const done = followed.followUps.filter(({ result }) => result === 'done')
  const last = done.at(-1)
  if (followed.fault !== undefined || last === undefined) return followed
  const closed = (fault: Fault, after = applied.after) => ({
    ...followed,
    fault: placeInRun(fault, { ...applied, ...(after && { after }) }, ''),
  })
  if (!(await engine.keepsLock().catch(() => false)))
    return closed(makeFault('follow-up-unlocked', { name: sayFollowUp(last), during: true }))
  if (!done.some(({ kind }) => kind === 'after')) return followed
  try {
    const { current, unfinished } = await engine.plan()
    const was = sayStand(applied.after)
    const now = sayStand({ current, unfinished })
    if (was === now) return followed
    const stand = { current, unfinished }
    const fault = makeFault('after-history', { was, now }, { next: [{ command: 'plan' }] })
    return { ...closed(fault, stand), stand }
  } catch (error) {
    return closed(asFault(error))
  }
}

function sayStand(stand: Stand | undefined): string {
  const half = (stand?.unfinished ?? []).map(({ id }) => `${id} (half applied)`)
  return oneLine([...(stand?.current ?? [])].sort().concat(half).join(', '), 200) || 'no revision'
}
