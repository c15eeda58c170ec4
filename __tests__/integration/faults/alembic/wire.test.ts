/** The way to the server breaks while Alembic runs: what the report says is what the database holds, and a second run finishes. */
import { afterAll, expect, test } from '@jest/globals'
import { makeProject } from '../../../support/alembic.ts'
import { type Break, openProxy, type Passing } from '../../../support/fault-proxy.ts'
import { runIn } from '../../../support/gate.ts'
import { tally } from '../../../support/moments.ts'
import { pythonOf } from '../../../support/python.ts'
import { type Place, quiet, usePool } from '../pool.ts'
import { findAlembicLies, findTornAlembic, ids, readAlembic, revisions } from './steps.ts'

const pool = usePool(3)
const met = tally()
const project = makeProject({ revisions, logging: false, configure: 'transaction_per_migration=True' })
afterAll(() => {
  project.remove()
  met.print('alembic, wire')
})

/** The n-th message of one of these letters that contains a text. */
const nth = (letters: string, text: string, times: number) => {
  let seen = 0
  return ({ letter, text: body }: Passing) =>
    letter !== '' && letters.includes(letter) && body.includes(text) && ++seen === times
}
const cases: [string, Break][] = [
  [
    'the answer to a COMMIT',
    { to: 'client', at: { message: nth('C', 'COMMIT', 6), passes: 'none' }, how: 'cut' },
  ],
  ['a COMMIT', { to: 'server', at: { message: nth('QP', 'COMMIT', 4), passes: 'all' }, how: 'reset' }],
  [
    'a statement',
    { to: 'server', at: { message: nth('QP', `'r05.3'`, 1), passes: 'half' }, how: 'half-close' },
  ],
  [
    'the gate lock',
    { to: 'server', at: { message: nth('P', 'pg_try_advisory_lock', 1), passes: 'all' }, how: 'cut' },
  ],
]

async function breakOnce([name, fault]: [string, Break], place: Place): Promise<string[]> {
  const options = { inputs: { run: `${pythonOf()} -m alembic` }, env: { PATH: process.env.PATH ?? '' } }
  const proxy = await openProxy(place.url, fault)
  const { report, fault: told, log } = await runIn(project.path, proxy.url, options)
  await proxy.close()
  await quiet(place)
  const truth = await readAlembic(place)
  met.add(`${name}: ${told?.id ?? 'none'} at ${truth.applied.at(-1) ?? 'base'}`)
  const wrong = [...findTornAlembic(truth), ...findAlembicLies(report, truth)]
  if (!proxy.broken) wrong.push('the break was never reached')
  if (told?.id === 'unexpected') wrong.push('a fault that the gate does not know')
  const next = await runIn(project.path, place.url, options)
  if (next.report.gate === 'closed') wrong.push(`the second run: ${next.log}`)
  if ((await readAlembic(place)).applied.length < ids.length) wrong.push('the second run did not finish')
  return wrong.map(text => `${name}: ${text}\n${log.split('\n').slice(-30).join('\n')}`)
}

test('cut at a COMMIT, at its answer, in a statement, and at the lock', async () => {
  expect((await pool.each(cases, breakOnce)).flat()).toEqual([])
})
