/** Three runs of Alembic at once on one database: each revision is applied once, by one of them. */
import { expect, test } from '@jest/globals'
import { makeProject } from '../../../support/alembic.ts'
import { runIn } from '../../../support/gate.ts'
import { pythonOf } from '../../../support/python.ts'
import { usePool } from '../pool.ts'
import { expectOneWinner, waitsFor } from '../together.ts'

const pool = usePool(1)

test('3 runs, an index that is built concurrently among the revisions', async () => {
  const project = makeProject({
    logging: false,
    revisions: [
      { id: 'a1', upgrade: `op.execute("""${waitsFor(3)}""")\nop.execute("create table a (id int)")` },
      {
        id: 'a2',
        upgrade:
          'with op.get_context().autocommit_block():\n    op.execute("create index concurrently i on a (id)")',
      },
      { id: 'a3', upgrade: 'op.execute("insert into a values (3)")' },
    ],
  })
  await pool.each([3], async (runs, place) => {
    const inputs = { run: `${pythonOf()} -m alembic` }
    const env = { PATH: process.env.PATH ?? '' }
    const going = Array.from({ length: runs }, () => runIn(project.path, place.url, { inputs, env }))
    const ended = await Promise.all(going)
    project.remove()
    expectOneWinner(
      ended.map(({ report }) => report),
      ['a1', 'a2', 'a3'],
    )
    expect(await place.ask('select id from a')).toEqual([{ id: 3 }])
    expect(
      await place.ask(`select indisvalid as valid from pg_index where indexrelid = 'i'::regclass`),
    ).toEqual([{ valid: true }])
  })
})
