/** 1,000 revisions to apply, and 1,000 that are applied: everybody on a real server that writes to its disk. */
import { countMessages } from './count.mjs'
import { interleave } from './measure.mjs'
import { makeRevisions } from './revisions.mjs'
import { onStage } from './stage.mjs'

/**
 * Applies `count` revisions with each contender to databases of their own, `rounds` times; then, on the database of
 * the last round, measures `idleRounds` times that there is nothing to do. The counts are of runs that are not timed.
 */
export function measureDatabase(postgres, all, { count, rounds, idleRounds, only }) {
  return onStage(postgres, all, makeRevisions(count), async stage => {
    const { names, start, renew, urlOf } = stage
    const applied = {}
    for (const name of names) {
      applied[name] = await countMessages(await renew(name), proxied => start(name, proxied))
      await stage.expectApplied(name)
    }
    const apply =
      only === 'nothing'
        ? undefined
        : await interleave(names, rounds, async name => start(name, await renew(name)))
    const idle = all.filter(one => !one.appliesOnly).map(one => one.name)
    const nothing = {}
    for (const name of idle) nothing[name] = await countMessages(urlOf(name), proxied => start(name, proxied))
    const rest =
      only === 'apply' ? undefined : await interleave(idle, idleRounds, name => start(name, urlOf(name)))
    return { count, applied, apply, nothing, idle: rest }
  })
}
