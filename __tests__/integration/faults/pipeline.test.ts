/** Defences of revisions that are sent ahead which no other test would miss: each was taken away once, and this failed. */
import { expect, test } from '@jest/globals'
import { runIn, useBench } from '../../support/gate.ts'
import { bendWire } from '../../support/wire.ts'

const bench = useBench()

test('a transaction that is left unseen in the first revision of a run: what follows in it is refused', async () => {
  bench.write({
    '0001_a.sql': `create table early ();\nselect 'leave';\ncreate table late ();`,
    '0002_b.sql': 'create table never ();',
  })
  const edit = (text: string) => (text === `select 'leave'` ? 'commit' : text)
  const wire = await bendWire(bench.database.url, { edit })
  const { fault } = await runIn(bench.project.path, wire.url)
  await wire.close()
  // It is sent before the COMMIT is seen.
  expect(wire.queries).toContain('create table late ()')
  expect(fault).toMatchObject({ id: 'revision-escaped', place: { line: 2 } })
  expect(await bench.tables()).toEqual(['early'])
  expect(await bench.history()).toEqual([])
})
