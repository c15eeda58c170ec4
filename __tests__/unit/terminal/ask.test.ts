import { PassThrough } from 'node:stream'
import { expect, test } from '@jest/globals'
import { askAt } from '../../../src/terminal/ask.ts'

const removal = { ids: ['0004', '0005'], database: 'app', host: 'db.example.com' }

function desk(given: { terminal?: boolean; unattended?: boolean } = {}) {
  const isTTY = given.terminal ?? true
  const input = Object.assign(new PassThrough(), { isTTY })
  const output = Object.assign(new PassThrough(), { isTTY })
  return { input, output, unattended: given.unattended ?? false }
}
const never = new AbortController().signal

test.each([
  ['y\n', 'yes'],
  ['Yes\n', 'yes'],
  ['n\n', 'no'],
  ['\n', 'no'],
  ['yesterday\n', 'no'],
])('%j is %s', async (typed, answer) => {
  const one = desk()
  const asked = askAt(one, never)(removal)
  one.input.write(typed)
  expect(await asked).toBe(answer)
  expect(String(one.output.read())).toBe(
    'This takes 0004, 0005 out of the history of app on db.example.com. Go on? [y/N] ',
  )
})

test('the end of the input is a no', async () => {
  const one = desk()
  const asked = askAt(one, never)(removal)
  one.input.end()
  expect(await asked).toBe('no')
})

test('without a terminal, or in a job, nobody is asked', async () => {
  for (const one of [desk({ terminal: false }), desk({ unattended: true })]) {
    expect(await askAt(one, never)(removal)).toBe('nobody')
    expect(one.output.read()).toBeNull()
  }
})

test('of a downgrade the question says what is lost', async () => {
  const losses = ['drop table orders', 'drop column users.\u001b[31memail']
  const one = desk()
  const asking = askAt(one, never)({ ...removal, losses })
  one.input.write('y\n')
  expect(await asking).toBe('yes')
  const asked = String(one.output.read())
  expect(asked).toContain(' back in ')
  expect(asked).toContain(' What is in it is lost: drop table orders, drop column users.email. Go on? [y/N] ')
  const other = desk()
  other.input.end()
  expect(await askAt(other, never)({ ...removal, losses: [] })).toBe('no')
  expect(String(other.output.read())).not.toContain('lost')
})

test('a signal ends the question', async () => {
  const controller = new AbortController()
  const asked = askAt(desk(), controller.signal)(removal)
  controller.abort()
  await expect(asked).rejects.toThrow('interrupted')
})
