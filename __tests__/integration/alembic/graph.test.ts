/** Our graph against Alembic's own: what runs, in which order, and what is refused. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { appliedOf } from '../../../src/engines/alembic/graph/applied.ts'
import { makeGraph } from '../../../src/engines/alembic/graph/graph.ts'
import { upgradeOrder } from '../../../src/engines/alembic/graph/order.ts'
import { resolveTarget } from '../../../src/engines/alembic/graph/target.ts'
import type { Script } from '../../../src/engines/alembic/shapes.ts'
import { GateError } from '../../../src/errors.ts'
import { askAlembic, isRefused } from '../../support/alembic-oracle.ts'
import { type GraphCase, graphCase } from '../../support/random-graph.ts'

interface Answer {
  heads: string[]
  effectiveHeads: string[]
  bases: string[]
  applied: string[]
  ends: string[]
  order: string[]
  chance: boolean
}

const seed = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31))
const runs = Number(process.env.FC_RUNS ?? 2000)

test(`${runs} random graphs, states and targets (FC_SEED=${seed}): Alembic’s own order and refusals`, () => {
  const cases = fc.sample(graphCase, { numRuns: runs, seed })
  const answers = askAlembic<Answer>('graph', cases)
  const seen = { ordered: 0, refused: 0, several: 0, chance: 0 }
  cases.forEach((each, index) => {
    const theirs = answers[index]
    const ours = solve(each)
    if (isRefused(theirs)) {
      seen.refused++
      expect({ case: each, theirs, ours }).toMatchObject({ ours: { refused: expect.any(String) } })
      return
    }
    if (theirs?.chance) seen.chance++
    if ((theirs?.order.length ?? 0) > 1) seen.several++
    seen.ordered++
    expect({ case: each, ...ours }).toEqual({ case: each, ...theirs, chance: undefined })
  })
  // The generator must not drift into what says nothing.
  expect(seen.several).toBeGreaterThan(runs / 5)
  expect(seen.refused).toBeGreaterThan(runs / 20)
  expect(seen.refused).toBeLessThan(runs / 2)
  expect(seen.chance).toBeLessThan(seen.ordered / 3)
}, 180_000)

function solve({ scripts, rows, target }: GraphCase) {
  const graph = makeGraph(scripts.map(makeScript))
  expect(graph.faults).toEqual([])
  const idsOf = (list: Script[]) => list.map(script => script.id)
  try {
    const ends = resolveTarget(graph, target, rows)
    return {
      heads: idsOf(graph.heads),
      effectiveHeads: idsOf(graph.effectiveHeads),
      bases: idsOf(graph.bases),
      order: idsOf(upgradeOrder(graph, rows, ends)),
      applied: [...appliedOf(graph, rows).ids].sort(byCodePoint),
      ends: idsOf(ends).sort(byCodePoint),
    }
  } catch (error) {
    if (error instanceof GateError) return { refused: error.fault.id }
    throw error
  }
}

function makeScript(given: GraphCase['scripts'][number]): Script {
  const path = `versions/${given.id}.py`
  return { ...given, message: '', path, revisionLine: 1, downLine: 2, text: '' }
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
