/** A real PgBouncer in session mode is as good as a connection of one's own; in transaction mode nothing is done. */
import { afterAll, expect, test } from '@jest/globals'
import { makeProject, runIn, useBench } from '../../../support/gate.ts'
import { usePooler } from '../../../support/pgbouncer.ts'
import { filesOf, findTorn, makeSteps, readTruth } from '../steps.ts'

const bench = useBench()
const session = usePooler(bench, { pool_mode: 'session' })
const transaction = usePooler(bench)
const steps = makeSteps(12)
const project = makeProject(filesOf(steps))
afterAll(() => project.remove())
const truth = () => readTruth({ url: bench.database.url, ask: text => bench.query(text) })

test('session mode: two runs at once, each revision once', async () => {
  const url = session.through(bench.database.url)
  const ended = await Promise.all([runIn(project.path, url), runIn(project.path, url)])
  expect(ended.map(({ report, log }) => [report.gate, report.gate === 'open' ? '' : log])).toEqual([
    ['open', ''],
    ['open', ''],
  ])
  expect(ended.flatMap(({ database }) => database.applied).sort()).toEqual(steps.map(({ id }) => id))
  expect(findTorn(steps, await truth())).toEqual([])
})

test('transaction mode: a sentence with the cure, and nothing is done', async () => {
  const { fault, report } = await runIn(project.path, transaction.through(bench.database.url))
  expect(report).toMatchObject({ gate: 'closed', status: 'failed' })
  expect(fault).toMatchObject({
    id: 'pooler',
    message: expect.stringMatching(/pooler/),
    cure: expect.stringMatching(/direct|session/i),
  })
  expect(await truth()).toEqual({ traces: [], rows: [] })
})
