import { expect, test } from '@jest/globals'
import { appliedOf } from '../../../../../src/engines/alembic/graph/applied.ts'
import { makeGraph } from '../../../../../src/engines/alembic/graph/graph.ts'
import { orderAll, upgradeOrder } from '../../../../../src/engines/alembic/graph/order.ts'
import { resolveTarget } from '../../../../../src/engines/alembic/graph/target.ts'
import { GateError } from '../../../../../src/errors.ts'
import { script } from './script.ts'

/** base ─ left (label) ─ left2, base ─ right, right depends on left. */
const graph = makeGraph([
  script('base0'),
  script('left1', ['base0'], { labels: ['west'] }),
  script('left2', ['left1']),
  script('right1', ['base0'], { dependsOn: ['left1'] }),
])

const targets = (target: string, rows: string[] = []) =>
  resolveTarget(graph, target, rows).map(({ id }) => id)

function faultOf(work: () => unknown) {
  try {
    work()
  } catch (error) {
    if (error instanceof GateError) return error.fault
    throw error
  }
  throw new Error('nothing was thrown')
}

test.each([
  ['heads', [], ['left2', 'right1']],
  ['base', [], []],
  ['left1', [], ['left1']],
  ['righ', [], ['right1']],
  ['west', [], ['left1']],
  ['west@head', [], ['left2']],
  ['west@left2', [], ['left2']],
  ['+1', [], ['base0']],
  ['west@+2', ['base0'], ['left2']],
  ['west@+1', ['right1'], ['left2']],
  ['left2-1', [], ['left1']],
])('%s with %j means %j', (target, rows, ids) => {
  expect(targets(target, rows)).toEqual(ids)
})

test('two heads: both are named, at the line that the second one comes after', () => {
  const fault = faultOf(() => targets('head'))
  expect(fault).toMatchObject({ id: 'multiple-heads', exit: 1 })
  expect(fault.message).toContain('left2 and right1 are all heads')
  expect(fault.place).toEqual({ path: expect.stringContaining('right1'), line: expect.any(Number) })
})

test.each([
  ['left', 'revision-ambiguous'],
  ['lef', 'revision-ambiguous'],
  ['nothing', 'revision-unknown'],
  ['', 'revision-unknown'],
  ['base0:left1', 'revision-unknown'],
  ['west@right1', 'alembic-not-on-branch'],
  ['+2', 'alembic-relative'],
  ['+9', 'alembic-relative'],
  ['-1', 'alembic-relative'],
])('%s is refused as %s', (target, id) => {
  expect(faultOf(() => targets(target)).id).toBe(id)
})

test('applied is what the rows include, through depends_on too; a row without a file stands apart', () => {
  const { ids, unknown } = appliedOf(graph, ['right1', 'zzz'])
  expect([...ids].sort()).toEqual(['base0', 'left1', 'right1'])
  expect(unknown).toEqual(['zzz'])
})

test('rows of which one includes the other are refused, and so is a row without a file', () => {
  const order = (rows: string[]) => upgradeOrder(graph, rows, resolveTarget(graph, 'heads', rows))
  expect(faultOf(() => order(['left1', 'right1']))).toMatchObject({ id: 'alembic-overlap' })
  expect(faultOf(() => order(['zzz'])).id).toBe('revision-unknown')
  expect(order(['left1']).map(({ id }) => id)).toHaveLength(2)
})

test.each([
  ['a chain', (index: number) => [index - 1]],
  // Every tenth revision joins the two before it; the others part from one far above.
  ['a bush', (index: number) => (index % 10 === 0 ? [index - 1, index - 2] : [Math.max(0, index - 3)])],
  ['a star', () => [0]],
])('20,000 revisions in %s', (_, parents) => {
  const scripts = Array.from({ length: 20_000 }, (__, index) =>
    script(`r${index}`, index === 0 ? [] : parents(index).map(parent => `r${parent}`)),
  )
  const large = makeGraph(scripts)
  expect(large.faults).toEqual([])
  expect(orderAll(large)).toHaveLength(20_000)
  const heads = large.effectiveHeads.map(({ id }) => id)
  expect(appliedOf(large, heads).ids.size).toBe(20_000)
})
