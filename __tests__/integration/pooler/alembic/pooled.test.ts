/** Alembic at the address of a provider's pooler: the lock is on the direct host, and nothing of ours stays in the pool. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { useAlembic, users } from '../../../support/alembic-gate.ts'
import { runIn } from '../../../support/gate.ts'
import { knowNames } from '../../../support/names.ts'
import { type Pooler, startPooler } from '../../../support/pgbouncer.ts'
import { query } from '../../../support/postgres.ts'
import { pythonOf } from '../../../support/python.ts'

const bench = useAlembic()
const direct = 'ep-cool-name-123456.eu-central-1.aws.neon.tech'
const pooled = direct.replace('.', '-pooler.')
let pooler: Pooler
let names: { forget(): void }

beforeAll(async () => {
  // An address that no other test has: the port is that of the server, which they share.
  const at = { listen_addr: '127.0.0.3', listen_port: Number(new URL(bench.url).port) }
  pooler = await startPooler({ url: bench.url, superuserUrl: bench.url }, { ...at, default_pool_size: 1 })
  names = knowNames({ [pooled]: '127.0.0.3', [direct]: '127.0.0.1' })
})
afterAll(async () => {
  names.forget()
  await pooler.stop()
})

test('it goes through the pooler, the gate past it, and both say so', async () => {
  const project = bench.make({
    driver: 'psycopg',
    // libpq's way of knowing a name that nobody else knows.
    top: 'import os\nos.environ["PGHOSTADDR"] = "127.0.0.3"',
    revisions: [users],
  })
  const { database, report } = await runIn(project.path, bench.url.replace('127.0.0.1', pooled), {
    inputs: { run: `${pythonOf()} -m alembic` },
    env: { PATH: process.env.PATH ?? '' },
  })
  expect(database.fault).toBeUndefined()
  expect(database.applied).toEqual(['a1'])
  expect(report.notes.map(note => note.text)).toContainEqual(
    expect.stringMatching(/the gate took the direct host, .*\. Alembic itself goes through the pooler/),
  )
  // The one session of the pool, which the application gets next.
  const [left] = await query(
    bench.url.replace('127.0.0.1', '127.0.0.3'),
    `select current_setting('lock_timeout') as lock, current_setting('client_connection_check_interval') as alive`,
  )
  expect(left).toEqual({ lock: '0', alive: '0' })
})
