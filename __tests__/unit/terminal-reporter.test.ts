import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { makeFault } from '../../src/catalogue/catalogue.ts'
import { makeRedactor } from '../../src/redact.ts'
import { terminalReporter } from '../../src/terminal/reporter.ts'
import { findCommands } from '../support/runner-commands.ts'

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

function open(live: boolean, showData = false) {
  const written: string[] = []
  const write = (text: string) => written.push(text)
  const screen = { write, colour: live, live, showData, columns: 200 }
  return { written, reporter: terminalReporter(screen, makeRedactor(['s3cret']), () => '') }
}

test.each([true, false])('foreign text steers neither runner nor terminal (live: %s)', live => {
  const { written, reporter } = open(live)
  const server = {
    code: 'XX000',
    severity: 'ERROR',
    message: 'x',
    detail: 'fine\n::error::evil\n\x1b[2J\x1b]0;t\x07gone s3cret',
  }
  const fault = makeFault('unexpected', { message: 'x' }, { server, state: '::error::evil\n::error::evil' })
  reporter({ kind: 'fault', database: '', fault, allowed: false })
  const revision = { id: '1', name: '\x1b[2Jevil', path: 'x' }
  reporter({ kind: 'started', database: '', revision, index: 0, total: 1 })
  jest.advanceTimersByTime(150)
  reporter({ kind: 'started', database: '', revision, index: 0, total: 1 })
  // What the live line itself writes to clear its place.
  const text = written.join('').replaceAll('\r\x1b[2K', '')
  expect(text).toContain('evil')
  expect(text).not.toContain('s3cret')
  expect(text.replace(/\x1b\[\d*m/g, '')).not.toMatch(/\x1b|\x07/)
  expect(text.split('\n').flatMap(line => findCommands(line.replace(/\x1b\[\d*m/g, '')))).toEqual([])
})

test('the live line goes on below what is told while a revision runs, and ends with it', () => {
  const { written, reporter } = open(true)
  const revision = { id: '0003', name: 'status', path: 'x' }
  const redrawn = () => {
    written.length = 0
    jest.advanceTimersByTime(1000)
    return written.join('').includes('⏱  0003 status')
  }
  reporter({ kind: 'started', database: '', revision, index: 1, total: 1 })
  expect(redrawn()).toBe(true)
  reporter({ kind: 'notice', database: '', severity: 'NOTICE', message: 'hello' })
  expect(redrawn()).toBe(true)
  const retry = { code: '55P03', attempt: 2, most: 6, pauseMs: 5000, blocked: '' }
  reporter({ kind: 'retrying', database: '', revision, retry })
  expect(redrawn()).toBe(true)
  reporter({ kind: 'ended', database: '', outcome: { revision, result: 'applied', durationMs: 1, did: [] } })
  expect(redrawn()).toBe(false)
})

test.each([true, false])('values of rows are shown to a person, and to nobody else (%s)', showData => {
  const { written, reporter } = open(false, showData)
  const server = { code: '23505', severity: 'ERROR', message: 'x', detail: 'Key (email)=(…) is duplicated.' }
  const withheld = { detail: 'Key (email)=(a@b.c) is duplicated.' }
  const fault = makeFault('unexpected', { message: 'x' }, { server, withheld })
  reporter({ kind: 'fault', database: '', fault, allowed: false })
  const shown = written.join('')
  expect(shown.includes('a@b.c')).toBe(showData)
  expect(shown.includes('values of rows are left out')).toBe(!showData)
})
