/** The short form of this suite on each major version: a connection that goes, runs that are struck, runs at once. */
import { afterAll, expect, test } from '@jest/globals'
import { makeProject, runIn } from '../../support/gate.ts'
import { randomFrom, seed, tally } from '../../support/moments.ts'
import { freshDatabase } from '../../support/postgres.ts'
import { onEachServer } from '../../support/servers.ts'
import { breakOnce, wrongOf } from './break.ts'
import { usePool } from './pool.ts'
import { filesOf, findTorn, makeSteps, readTruth } from './steps.ts'
import { strikeChain } from './strike.ts'

const steps = makeSteps(12)
const { path, remove } = makeProject(filesOf(steps))
afterAll(remove)

onEachServer(server => {
  const pool = usePool(3, () => freshDatabase({ server: server.superuserUrl }))
  const met = tally()

  test('the connection goes at a COMMIT, and amid statements', async () => {
    const cases = [2, 5].flatMap(nth =>
      (['INSERT', 'COMMIT', 'CREATE'] as const).map(command => {
        let seen = 0
        const message = ({ letter, text }: { letter: string; text: string }) =>
          letter === 'C' && text.startsWith(command) && ++seen === nth
        const fault = { to: 'client', at: { message, passes: 'none' }, how: 'cut' } as const
        return { name: `${command} ${nth}`, steps, path, fault, undo: nth === 2 }
      }),
    )
    expect(wrongOf(await pool.each(cases, breakOnce))).toEqual([])
  })

  test('SIGINT and SIGKILL', async () => {
    const chains = (['SIGINT', 'SIGKILL', 'SIGKILL'] as const).map((signal, index) => ({
      signal,
      steps,
      path,
      length: 2,
      random: randomFrom(seed + index),
      met,
    }))
    expect((await pool.each(chains, strikeChain)).flat()).toEqual([])
  })

  test('3 runs at once', async () => {
    await pool.each([3], async (runs, place) => {
      const ended = await Promise.all(Array.from({ length: runs }, () => runIn(path, place.url)))
      expect(ended.map(({ report }) => report.gate)).toEqual(['open', 'open', 'open'])
      expect(ended.flatMap(({ database }) => database.applied).sort()).toEqual(steps.map(({ id }) => id))
      expect(findTorn(steps, await readTruth(place))).toEqual([])
    })
  })
})
