/** What is told where a file of `after` or `smoke` is not to blame. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { withClient } from '../../../script/postgres.mjs'
import { runScript } from '../../../src/after/run-script.ts'
import { after } from '../../../src/after/ways.ts'
import { openPostgres } from '../../../src/database/postgres.ts'
import type { Session } from '../../../src/database/session.ts'
import { readUrl } from '../../../src/database/url.ts'
import { splitStatements } from '../../../src/engines/sql/text/statements.ts'
import { useBench } from '../../support/gate.ts'

const bench = useBench()

beforeEach(() => {
  bench.write({ '0001_orders.sql': 'create table orders (id int);' })
})

const raise = (code: string) => `do $$ begin raise exception 'as it is' using errcode = '${code}'; end $$`

test.each([
  ['55P03', 'the file is not to blame', { command: 'upgrade', with: { 'lock-timeout': '30s' } }],
  ['40P01', 'let the file take its locks in the order', { command: 'upgrade' }],
  ['40001', 'let the file run without the stricter isolation level', { command: 'upgrade' }],
  ['57014', 'Somebody cancelled the statement', { command: 'upgrade' }],
  ['53100', 'give the server more room', { command: 'upgrade' }],
  ['53300', 'give the server more room', { command: 'upgrade' }],
])('%s is no fault of the file, and no way back is offered', async (code, cure, next) => {
  bench.project.write({ 'file.sql': raise(code) })
  for (const input of ['after', 'smoke']) {
    const { fault } = await bench.run({ [input]: 'file.sql' })
    expect(fault).toMatchObject({
      id: `${input}-failed`,
      cure: expect.stringContaining(cure),
      server: { code },
    })
    expect(fault?.next).toEqual([next])
    expect(fault?.cure).not.toMatch(/revision|Mend the file/)
  }
})

test('a lock that another session holds: run again, and wait longer', async () => {
  bench.project.write({ 'roles.sql': 'lock table orders' })
  await bench.run()
  await withClient(bench.database.url, async other => {
    await other.query('begin; lock table orders')
    const short = await bench.run({ after: 'roles.sql', 'lock-timeout': '100ms' })
    expect(short.fault).toMatchObject({ id: 'after-failed', server: { code: '55P03' } })
    expect(short.fault?.next).toEqual([{ command: 'upgrade', with: { 'lock-timeout': '30s' } }])
    await other.query('rollback')
  })
})

test('one that asks without waiting is not told to wait longer than it does', async () => {
  bench.project.write({ 'roles.sql': raise('55P03') })
  const { fault } = await bench.run({ after: 'roles.sql', 'lock-timeout': '1m' })
  expect(fault?.next).toEqual([{ command: 'upgrade' }])
})

describe('behind the COMMIT of a file', () => {
  const terminate = (pid: number) => bench.superuser(`select pg_terminate_backend(${pid})`)
  const open = () =>
    openPostgres(readUrl(bench.database.url, ''), {
      redact: text => text,
      readCertificate: () => '',
      applicationName: 'test',
      onNotice: () => undefined,
    })
  const runFile = (session: Session, text: string) =>
    runScript({ path: 'roles.sql', text, statements: splitStatements(text, { path: 'roles.sql' }) }, after, {
      session,
      lockTimeoutMs: 5000,
      statementTimeoutMs: 0,
      running: () => undefined,
    })

  test('nothing says any more that it was rolled back', async () => {
    const session = await open()
    // The connection goes as soon as the server has answered.
    const dying: Session = {
      ...session,
      run: async text => {
        const answer = await session.run(text)
        if (text === 'commit') await terminate(session.pid)
        return answer
      },
    }
    await expect(runFile(dying, 'create table kept ();')).resolves.toEqual(['create table kept'])
    expect(await bench.tables()).toEqual(['kept'])
    await expect(runFile(session, 'create table next ();')).rejects.toMatchObject({
      fault: { id: 'follow-up-lost' },
    })
    await session.close()
  })
})
