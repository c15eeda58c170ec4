import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import type { SeenSession } from '../../../src/database/sessions.ts'
import { watchStatement } from '../../../src/engines/watch-statement.ts'

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

const other = { pid: 77, application: null } as SeenSession

function open(lockTimeoutMs: number, answers: SeenSession[][] = []) {
  const told: string[] = []
  let asked = 0
  const watch = watchStatement({
    pids: () => [1],
    blockers: { findFor: async () => answers[Math.min(asked++, answers.length - 1)] ?? [] },
    lockTimeoutMs,
    tell: (statement, elapsedMs, blocked) =>
      told.push(`${statement} ${Math.round(elapsedMs / 1000)} ${blocked}`.trim()),
  })
  return { watch, told, asked: () => asked }
}

test('a statement is told after ten seconds, and then less and less often', async () => {
  const { watch, told } = open(0)
  watch.turnTo(() => 'slow')
  await jest.advanceTimersByTimeAsync(1_300_000)
  expect(told).toEqual([10, 20, 40, 80, 160, 320, 620, 920, 1220].map(seconds => `slow ${seconds}`))
  watch.stop()
})

test('each statement has its own ten seconds, and nothing is told while none runs', async () => {
  const { watch, told, asked } = open(0)
  for (let i = 0; i < 5; i++) {
    watch.turnTo(() => `no ${i}`)
    await jest.advanceTimersByTimeAsync(9_000)
  }
  const before = asked()
  watch.turnTo(undefined)
  await jest.advanceTimersByTimeAsync(60_000)
  expect(told).toEqual([])
  expect(asked()).toBe(before)
  watch.stop()
})

test('nobody is asked about a statement that is quick', async () => {
  const { watch, asked } = open(5_000)
  for (let i = 0; i < 100; i++) {
    watch.turnTo(() => `no ${i}`)
    await jest.advanceTimersByTimeAsync(900)
  }
  expect(asked()).toBe(0)
  watch.stop()
})

test('who was in the way is remembered though the last answer came too late, and forgotten with the statement', async () => {
  const { watch } = open(2_000, [[other], []])
  watch.turnTo(() => 'first')
  await jest.advanceTimersByTimeAsync(2_100)
  expect(await watch.inTheWay()).toEqual([other])
  watch.turnTo(() => 'second')
  expect(await watch.inTheWay()).toEqual([])
  watch.stop()
})

test('one that waited long ago is not in the way of what runs now', async () => {
  const { watch } = open(0, [[other], []])
  watch.turnTo(() => 'slow')
  await jest.advanceTimersByTimeAsync(60_000)
  expect(await watch.inTheWay()).toEqual([])
  watch.stop()
})
