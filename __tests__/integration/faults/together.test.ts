/** Eight runs at once on one database: each revision is applied once, by one of them, and the others find nothing to do. */
import { expect, test } from '@jest/globals'
import type { Report } from '../../../src/report/shape.ts'
import { startCli } from '../../support/bundle.ts'
import { makeProject } from '../../support/gate.ts'
import { usePool } from './pool.ts'
import { filesOf, findTorn, makeSteps, readTruth } from './steps.ts'
import { expectOneWinner, waitsFor } from './together.ts'

const pool = usePool(1)

test('8 runs, CREATE INDEX CONCURRENTLY among the revisions', async () => {
  const steps = makeSteps(18)
  const project = makeProject({
    ...filesOf(steps),
    'migrations/0000_wait.sql': `${waitsFor(8)};`,
  })
  await pool.each([8], async (runs, place) => {
    const options = { cwd: project.path, env: { DATABASE_URL: place.url } }
    const clis = Array.from({ length: runs }, () => startCli(['upgrade', '--json'], options).ended)
    const ended = await Promise.all(clis)
    project.remove()
    expect(ended.map(({ code }) => code)).toEqual(ended.map(() => 0))
    const reports = ended.map(({ stdout }) => JSON.parse(stdout) as Report)
    expectOneWinner(reports, ['0000', ...steps.map(({ id }) => id)])
    const { traces, rows } = await readTruth(place)
    expect(findTorn(steps, { traces, rows: rows.slice(1) })).toEqual([])
  })
})
