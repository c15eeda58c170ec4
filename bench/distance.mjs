/** Revisions to apply on a server that is as far away as a runner's: behind a proxy that holds what passes. */
import { withClient } from '../script/postgres.mjs'
import { alembicContender } from './alembic-alone.mjs'
import { openDistance } from './latency-proxy.mjs'
import { interleave, median } from './measure.mjs'
import { makeRevisions } from './revisions.mjs'
import { onStage } from './stage.mjs'

export const ours = 'Migration Gate'
export const yardstick = 'psql'
const count = 100

/**
 * Applies 100 revisions with each contender at the first of the distances; at the others with ours, psql and the
 * peer that was the fastest at the first. Resolves to the contenders, and for each distance the times by name, and
 * the round trip as a client has it.
 */
export async function measureDistance(postgres, contenders, { distances }) {
  const all = [...contenders, await alembicContender()]
  return onStage(postgres, all, makeRevisions(count), async stage => {
    const measured = []
    let names = stage.names
    for (const { roundTripMs, rounds } of distances) {
      const times = await measureAt(stage, names, roundTripMs, rounds)
      const trip = await readRoundTrip(stage.urlOf(ours), roundTripMs)
      measured.push({ roundTripMs, rounds, times, trip })
      names = [ours, yardstick, fastestPeer(measured[0].times)]
    }
    return { count, contenders: all, measured }
  })
}

/** Who of the others, the yardstick apart, has the least median. */
export function fastestPeer(times) {
  const peers = Object.keys(times).filter(name => name !== ours && name !== yardstick)
  return peers.reduce((best, name) => (median(times[name]) < median(times[best]) ? name : best))
}

function measureAt(stage, names, roundTripMs, rounds) {
  return interleave(names, rounds, async name => {
    const distance = await openDistance(await stage.renew(name), roundTripMs)
    try {
      const ms = await stage.start(name, distance.url)
      await stage.expectApplied(name)
      return ms
    } finally {
      distance.close()
    }
  })
}

/** What a query that costs nothing takes there: the median of 21. */
async function readRoundTrip(url, roundTripMs) {
  const distance = await openDistance(url, roundTripMs)
  try {
    return await withClient(distance.url, async client => {
      const times = []
      for (let turn = 0; turn < 21; turn++) {
        const began = performance.now()
        await client.query('select 1')
        times.push(performance.now() - began)
      }
      return median(times)
    })
  } finally {
    distance.close()
  }
}
