/** What a downgrade takes back, against Alembic's own answer. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { descend } from '../../../src/engines/alembic/graph/descend.ts'
import { makeGraph } from '../../../src/engines/alembic/graph/graph.ts'
import type { Script } from '../../../src/engines/alembic/shapes.ts'
import { GateError } from '../../../src/errors.ts'
import { askAlembic, isRefused } from '../../support/alembic-oracle.ts'
import { type GraphCase, graphCase } from '../../support/random-graph.ts'

interface Answer {
  order: string[]
  leaves: string[]
  chance: boolean
}

const seed = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31))
const runs = Number(process.env.FC_RUNS ?? 1000)

/** The targets of the generator lead up; these lead down. */
const downCase = fc.tuple(graphCase, fc.nat(), fc.nat(), fc.integer({ min: 0, max: 3 })).map(aimDown)

function aimDown([given, kind, one, steps]: [GraphCase, number, number, number]): GraphCase {
  const { scripts } = given
  const id = scripts[one % scripts.length]?.id ?? ''
  const labels = scripts.flatMap(script => script.labels)
  const label = labels[one % Math.max(1, labels.length)] ?? id
  const targets = [
    id,
    id,
    'base',
    `-${steps}`,
    `${id}-${steps}`,
    `${id}+${steps}`,
    `${label}@base`,
    `${label}@${id}`,
    `${label}@-${steps}`,
    given.target,
  ]
  return { ...given, target: targets[kind % targets.length] ?? id }
}

test(`${runs} random graphs, states and targets (FC_SEED=${seed}): what goes, in Alembic’s order`, () => {
  const cases = fc.sample(downCase, { numRuns: runs, seed })
  const answers = askAlembic<Answer>('descend', cases)
  const seen = { taken: 0, refused: 0, several: 0, stricter: 0 }
  cases.forEach((each, index) => {
    const theirs = answers[index]
    const ours = solve(each)
    if (isRefused(theirs)) {
      seen.refused++
      expect({ case: each, theirs, ours }).toMatchObject({ ours: { refused: expect.any(String) } })
      return
    }
    // Of several rows Alembic takes whichever comes first, with a warning.
    if (/^-\d/.test(each.target) && each.rows.length > 1) {
      seen.stricter++
      expect(ours).toEqual({ refused: 'alembic-relative' })
      return
    }
    // Where there is nothing to choose between, Alembic never looks the branch up.
    if (each.target.startsWith('nothing@')) {
      seen.stricter++
      expect(ours).toEqual({ refused: 'revision-unknown' })
      return
    }
    seen.taken++
    if ((theirs?.order.length ?? 0) > 1) seen.several++
    expect({ case: each, ...ours }).toEqual({ case: each, order: theirs?.order, leaves: theirs?.leaves })
  })
  // The generator must not drift into what says nothing.
  expect(seen.several).toBeGreaterThan(runs / 10)
  expect(seen.refused).toBeGreaterThan(runs / 20)
}, 180_000)

function solve({ scripts, rows, target }: GraphCase) {
  const graph = makeGraph(scripts.map(makeScript))
  expect(graph.faults).toEqual([])
  try {
    const { scripts: gone, leaves } = descend(graph, rows, target)
    return { order: gone.map(script => script.id), leaves: leaves.sort() }
  } catch (error) {
    if (error instanceof GateError) return { refused: error.fault.id }
    throw error
  }
}

function makeScript(given: GraphCase['scripts'][number]): Script {
  return { ...given, message: '', path: '', revisionLine: 1, downLine: 1, text: '' }
}
