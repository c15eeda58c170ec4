/** The lock of a run of Alembic, on a connection of its own that may go, or fall silent. */
import { expect, test } from '@jest/globals'
import { lockKey, takeLock } from '../../../src/database/lock.ts'
import { openPostgres } from '../../../src/database/postgres.ts'
import type { Session } from '../../../src/database/session.ts'
import { readUrl } from '../../../src/database/url.ts'
import { type HoldOptions, holdLock } from '../../../src/engines/alembic/hold-lock.ts'
import { type Break, openProxy } from '../../support/fault-proxy.ts'
import { useBench } from '../../support/gate.ts'

const bench = useBench()

const options = (): HoldOptions => ({
  database: bench.database.name,
  history: { schema: 'public', table: 'alembic_version' },
  where: 'here',
  waitMs: 0,
  waitText: '0',
  onWaiting: () => undefined,
  signal: new AbortController().signal,
  askEveryMs: 50,
})
const open = (url: string): Promise<Session> =>
  openPostgres(readUrl(url, ''), {
    redact: text => text,
    readCertificate: () => '',
    applicationName: 'test',
    onNotice: () => undefined,
  })
const aborted = (signal: AbortSignal) =>
  new Promise<void>(resolve => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve())
  })

async function overProxy(fault: Break, work: (session: Session) => Promise<void>): Promise<void> {
  const proxy = await openProxy(bench.database.url, fault)
  const session = await open(proxy.url)
  try {
    await work(session)
  } finally {
    await session.close()
    await proxy.close()
  }
}
const question = (how: Break['how']): Break => ({
  to: 'server',
  at: { message: ({ text }) => text.includes('select 1'), passes: 'none' },
  how,
})

test.each(['stall', 'cut'] as const)(
  'a connection that is broken by a %s is a lock that is lost',
  async how => {
    await overProxy(question(how), async session => {
      const held = await holdLock(session, options())
      await aborted(held?.lost as AbortSignal)
      // Whatever is asked over it ends as well.
      await expect(session.query('select 2')).rejects.toMatchObject({ lost: true })
    })
  },
)

test('a connection that is answered keeps its lock', async () => {
  const session = await open(bench.database.url)
  const held = await holdLock(session, options())
  await new Promise(resolve => setTimeout(resolve, 500))
  expect(held?.lost.aborted).toBe(false)
  held?.stop()
  await session.close()
})

test('a connection that is lost while it waits is a sentence', async () => {
  const key = lockKey(bench.database.name, 'public.t')
  const holder = await open(bench.database.url)
  await holder.query('select pg_advisory_lock($1::bigint)', [key])
  const waiting: Break = {
    to: 'server',
    at: { message: ({ text }) => text.includes('pg_stat_activity'), passes: 'none' },
    how: 'cut',
  }
  await overProxy(waiting, async session => {
    const wait = { ...options(), key, waitMs: 60_000 }
    await expect(takeLock(session, wait, async () => true)).rejects.toMatchObject({
      fault: { id: 'connection-lost' },
    })
  })
  await holder.close()
})
