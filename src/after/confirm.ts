import { makeFault } from '../catalogue/catalogue.ts'
import type { Fault } from '../domain.ts'
import type { Applied, Engine, Stand } from '../engines/engine.ts'
import { asFault } from '../faults.ts'
import { oneLine, shortList } from '../text.ts'
import { placeInRun } from './faults.ts'
import type { Followed } from './follow.ts'
import { findLacking, idsApplied } from './lacking.ts'
import { sayFollowUp } from './list.ts'

/** What became of them, and where the database stands when that is not where the revisions left it. */
export interface Confirmed extends Followed {
  stand?: Stand
}

/**
 * Asked when all of them ended well: that no other session has the lock and, where a file of `after` wrote, that the
 * history still says what the revisions left. Never throws.
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
    const { current, unfinished, applied: there } = await engine.plan()
    const was = sayStand(applied.after)
    const now = sayStand({ current, unfinished })
    const lacks = oneLine(shortList(findLacking(idsApplied(applied), there)))
    if (was === now && lacks === '') return followed
    const stand = { current, unfinished }
    const fault = makeFault('after-history', { was, now, lacks }, { next: [{ command: 'plan' }] })
    return { ...closed(fault, stand), stand }
  } catch (error) {
    return closed(asFault(error))
  }
}

function sayStand(stand: Stand | undefined): string {
  const half = (stand?.unfinished ?? []).map(({ id }) => `${id} (half applied)`)
  return oneLine([...(stand?.current ?? [])].sort().concat(half).join(', '), 200) || 'no revision'
}
