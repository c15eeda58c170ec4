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

it('takes what a revision that no file here has made for nobody’s handwork', async () => {
  const newer = bench.make({
    revisions: [...revisions, { id: 'f6', upgrade: 'op.add_column("orders", sa.Column("color", sa.Text))' }],
  })
  await bench.run(newer)
  const older = bench.make({ revisions })
  const ahead = await bench.run(older, { command: 'locate' })
  expect(ahead.fault).toMatchObject({
    id: 'schema-ahead',
    message: expect.stringMatching(/is ahead of this commit: its history names f6, which no file here has/),
    cure: 'Check out a commit that has f6, and run `locate` there.',
  })
  expect(ahead.fault?.next).toBeUndefined()
  expect(ahead.database.located).toMatchObject({ verdict: 'between', unknown: ['f6'] })
  expect(ahead.log).toContain(
    '📍 the history names f6, which no file here has; the nearest that is here is that of e5',
  )
  expect(ahead.log).not.toMatch(/by hand|of no revision/)

  await bench.query('alter table orders drop color')
  const without = await bench.run(older, { command: 'locate' })
  expect(without.fault?.message).toMatch(
    /names f6, which no file here has; its schema is exactly that of e5\.$/,
  )
  expect(without.fault?.next?.[0]).toEqual({
    command: 'stamp',
    revision: 'e5',
    when: 'no commit has f6, and it ran, too',
  })
}, 300_000)
