import { expect, test } from '@jest/globals'
import { withClient } from '../../../script/postgres.mjs'
import { useBench } from '../../support/gate.ts'
import { usePooler } from '../../support/pgbouncer.ts'
import { onEachServer } from '../../support/servers.ts'

onEachServer(server => {
  const bench = useBench({ server: () => server.superuserUrl })
  const pooler = usePooler(bench)

  test('a transaction pooler is refused: no lock would hold', async () => {
    bench.write({ '0001_a.sql': 'create table a ();' })
    const { fault } = await bench.run({ 'database-url': pooler.through(bench.database.url) })
    expect(fault?.id).toBe('pooler')
    expect(await bench.tables()).toEqual([])
  })
  test('version', async () => {
    const version = await withClient(
      pooler.through(bench.database.url),
      async client => (await client.query('show server_version')).rows,
    )
    expect(version[0].server_version).toMatch(`${server.major}`)
  })
})
