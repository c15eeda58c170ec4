/** `locate` of an Alembic project: branches, a merge, and a database that was stamped wrongly or changed by hand. */
import { expect, it } from '@jest/globals'
import { useAlembic } from '../../../support/alembic-gate.ts'

const bench = useAlembic()

/** a1 ─ b2 ─┬─ d4, with a branch c3 of its own between a1 and d4; e5 moves rows only. */
const revisions = [
  { id: 'a1', upgrade: 'op.create_table("users", sa.Column("id", sa.Integer))' },
  { id: 'b2', upgrade: 'op.add_column("users", sa.Column("email", sa.Text))' },
  { id: 'c3', down: 'a1', upgrade: 'op.create_table("orders", sa.Column("id", sa.Integer))' },
  { id: 'd4', down: ['b2', 'c3'], upgrade: 'op.create_index("users_email", "users", ["email"])' },
  { id: 'e5', upgrade: 'op.execute("insert into users values (1)")' },
]

it('finds where a database is', async () => {
  const project = bench.make({ revisions })
  const locate = () => bench.run(project, { command: 'locate' })
  await bench.run(project)

  const right = await locate()
  expect(right.database.located).toMatchObject({
    verdict: 'equal',
    revision: ['e5'],
    same: ['d4'],
    rehearsed: 5,
  })

  await bench.query("update alembic_version set version_num = 'a1'")
  const stamped = await locate()
  expect(stamped.fault).toMatchObject({
    id: 'schema-elsewhere',
    next: [
      { command: 'stamp', revision: 'e5' },
      { command: 'stamp', revision: 'd4' },
    ],
  })
  expect(stamped.log).toContain('says a1, and its schema is exactly that of e5 (and of d4')

  // Between the branches: both heads are there, and what joins them is not.
  await bench.query('drop index users_email')
  const branches = await locate()
  expect(branches.database.located).toMatchObject({ verdict: 'elsewhere', same: [] })
  expect([...(branches.database.located?.revision ?? [])].sort()).toEqual(['b2', 'c3'])
  expect(branches.fault?.foreign?.map(({ line }) => line)).toEqual([
    expect.stringMatching(/alembic stamp (?:b2 c3|c3 b2)$/),
  ])

  await bench.query('alter table users add by_hand int')
  const between = await locate()
  expect(between.fault?.id).toBe('schema-between')
  expect(between.database.located?.differences).toEqual([
    'column users.by_hand exists only in the live database',
  ])
}, 300_000)
