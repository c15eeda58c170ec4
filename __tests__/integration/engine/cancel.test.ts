/** A cancellation goes over a connection of its own: it may be late, and must hit what it is meant for and nothing else. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { openPostgres } from '../../../src/database/postgres.ts'
import type { Session } from '../../../src/database/session.ts'
import { readUrl } from '../../../src/database/url.ts'
import { cancelOnAbort } from '../../../src/engines/stopping.ts'
import { eventually, useBench } from '../../support/gate.ts'
import { bendWire, type Wire } from '../../support/wire.ts'

const bench = useBench()
let wire: Wire
let session: Session

beforeEach(async () => {
  // A cancellation takes longer on its way than there is between two of them.
  wire = await bendWire(bench.database.url, { delayMs: 200 })
  session = await openPostgres(readUrl(wire.url, ''), {
    redact: text => text,
    readCertificate: () => '',
    applicationName: 'test',
    onNotice: () => undefined,
  })
})
afterEach(async () => {
  await session.close()
  await wire.close()
})
const sleeping = () =>
  eventually(async () => {
    const [row] = await bench.query(
      `select 1 from pg_stat_activity where pid = ${session.pid} and state = 'active' and query like 'select pg_sleep%'`,
    )
    return row !== undefined
  })

test('what comes after the one that was cancelled is not hit by a cancellation that is late', async () => {
  const stop = new AbortController()
  const stopCancelling = cancelOnAbort({ session, signal: stop.signal })
  const long = expect(session.run('select pg_sleep(60)')).rejects.toMatchObject({ code: '57014' })
  await sleeping()
  stop.abort()
  await long
  await stopCancelling()
  await session.run('select pg_sleep(2)')
})

test('everything that was sent is cancelled, one after the other', async () => {
  const stop = new AbortController()
  const stopCancelling = cancelOnAbort({ session, signal: stop.signal })
  const all = Array.from({ length: 3 }, () =>
    expect(session.run('select pg_sleep(60)')).rejects.toMatchObject({ code: '57014' }),
  )
  await sleeping()
  stop.abort()
  await Promise.all(all)
  await stopCancelling()
})
