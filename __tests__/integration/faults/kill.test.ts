/**
 * SIGINT and SIGKILL at random moments of 30 revisions of the sql engine: afterwards the database stands at a revision
 * boundary or in a recorded dirty state, an interrupted run has told the truth, and the next run goes on or asks.
 */
import { afterAll, expect, test } from '@jest/globals'
import { makeProject } from '../../support/gate.ts'
import { momentsToTry, randomFrom, seed, tally } from '../../support/moments.ts'
import { usePool } from './pool.ts'
import { filesOf, makeSteps } from './steps.ts'
import { type Chain, strikeChain } from './strike.ts'

const moments = momentsToTry(200)
/** So many runs of one database are struck, each where the one before has come to, before one may finish. */
const chainLength = 5

const kinds = [makeSteps(30), makeSteps(30, false)]
const projects = new Map(kinds.map(steps => [steps, makeProject(filesOf(steps))]))
const pool = usePool(3)
const met = tally()
afterAll(() => {
  for (const project of projects.values()) project.remove()
  met.print(`sql, ${moments} moments`)
})

test.each(['SIGINT', 'SIGKILL'] as const)(
  '%s',
  async signal => {
    const random = randomFrom(seed + signal.length)
    const chains = Array.from({ length: Math.ceil(moments / 2 / chainLength) }, (_, index): Chain => {
      const length = Math.min(chainLength, moments / 2 - index * chainLength)
      const steps = kinds[index % 4 === 3 ? 1 : 0] ?? []
      const path = projects.get(steps)?.path ?? ''
      return { signal, steps, path, length, random: randomFrom(Math.floor(random() * 1e9)), met }
    })
    expect((await pool.each(chains, strikeChain)).flat()).toEqual([])
  },
  600_000,
)
