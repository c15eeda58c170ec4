import { expect, test } from '@jest/globals'
import { makeGraph } from '../../../../../src/engines/alembic/graph/graph.ts'
import { script } from './script.ts'

const faultsOf = (...scripts: ReturnType<typeof script>[]) =>
  makeGraph(scripts).faults.map(({ id, message, cure, place }) => ({ id, message, cure, place }))

test('one id in two files: both are named, at the line of the second', () => {
  const [fault, ...others] = faultsOf(
    script('a1'),
    script('b2', ['a1']),
    script('b2', ['a1'], { path: 'versions/copy.py' }),
  )
  expect(others).toEqual([])
  expect(fault).toMatchObject({ id: 'alembic-duplicate', place: { path: 'versions/copy.py', line: 3 } })
  expect(fault?.message).toContain('versions/b2.py and versions/copy.py')
})

test.each([
  ['3f2b', '3f2a'],
  ['3fa', '3f2a'],
  ['3f22a', '3f2a'],
  ['3fa2', '3f2a'],
  ['3f2ab7', '3f2ab7c9d0e1'],
])('a parent %s that is not there, a slip away from %s', (written, id) => {
  const [fault] = faultsOf(script(id), script('9c1e77', [written]))
  expect(fault).toMatchObject({
    id: 'alembic-parent-missing',
    place: { path: 'versions/9c1e77.py', line: 4 },
  })
  expect(fault?.cure).toContain(`\`down_revision = "${id}"\``)
})

test('a parent that nothing comes near is no guess', () => {
  const [fault] = faultsOf(script('3f2a'), script('3f2c'), script('9c1e', ['3f2b']))
  expect(fault?.cure).toBe('Bring the file of "3f2b" back, or correct down_revision in this line.')
})

test('a dependency that is not there; a label is there for depends_on, and not for down_revision', () => {
  const base = script('a1', [], { labels: ['billing'] })
  expect(faultsOf(base, script('b2', ['a1'], { dependsOn: ['billing'] }))).toEqual([])
  const [down] = faultsOf(base, script('b2', ['billing']))
  expect(down?.id).toBe('alembic-parent-missing')
  const [needed] = faultsOf(base, script('b2', ['a1'], { dependsOn: ['gone'] }))
  expect(needed?.message).toContain('"gone" as its depends_on')
})

test('a cycle is told round, in the order of the parents, also through depends_on', () => {
  const [fault, ...others] = faultsOf(
    script('base'),
    script('x', ['base', 'z']),
    script('y', ['x']),
    script('z', [], { dependsOn: ['y'] }),
    script('head', ['y']),
  )
  expect(others).toEqual([])
  expect(fault?.id).toBe('alembic-cycle')
  expect(fault?.message).toMatch(/x → z → y → x|z → y → x → z|y → x → z → y/)
})

test('a revision that names itself; a cycle without any base', () => {
  expect(faultsOf(script('a', ['a']))[0]?.message).toBe('Revision a comes after itself.')
  expect(faultsOf(script('a', ['b']), script('b', ['a']))).toHaveLength(1)
})

test('labels: given twice, or the same as an id', () => {
  const twice = faultsOf(
    script('a1', [], { labels: ['billing'] }),
    script('b2', ['a1'], { labels: ['billing'] }),
  )
  expect(twice).toMatchObject([{ id: 'alembic-label-twice', place: { path: 'versions/b2.py' } }])
  const same = faultsOf(script('a1'), script('b2', ['a1'], { labels: ['a1'] }))
  expect(same).toMatchObject([{ id: 'alembic-label-is-id' }])
})
