import { afterEach, expect, jest, test } from '@jest/globals'
import { annotateFaults } from '../../src/action/reporter.ts'
import { makeFault } from '../../src/catalogue/catalogue.ts'
import { makeRedactor } from '../../src/redact.ts'
import { failedReport } from '../../src/report/report.ts'

const before = process.env.RUNNER_DEBUG

afterEach(() => {
  jest.restoreAllMocks()
  if (before === undefined) delete process.env.RUNNER_DEBUG
  else process.env.RUNNER_DEBUG = before
})

test.each([
  ['', false],
  ['1', true],
])('values of rows are sent to the runner with its debug logging alone (%j)', (debug, sent) => {
  process.env.RUNNER_DEBUG = debug
  const written: string[] = []
  jest.spyOn(process.stdout, 'write').mockImplementation(text => written.push(String(text)) > 0)
  const server = { code: '23505', severity: 'ERROR', message: 'm', detail: 'Key (email)=(…) is duplicated.' }
  const withheld = { detail: 'Key (email)=(a@b.c s3cret) is duplicated.' }
  const fault = makeFault('unexpected', { message: 'm' }, { server, withheld })
  annotateFaults(failedReport([fault], new Date(0)), makeRedactor(['s3cret']), {
    options: {},
    upgrade: {},
    revision: undefined,
    urlGiven: false,
  })
  const log = written.join('')
  expect(log).toContain('::error title=')
  expect(log.includes('::debug::detail: Key (email)=(a@b.c ***) is duplicated.')).toBe(sent)
  expect(log.includes('a@b.c')).toBe(sent)
})
