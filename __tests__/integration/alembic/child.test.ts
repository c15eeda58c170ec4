import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { AlembicOptions } from '../../support/alembic.ts'
import {
  absolute,
  closesDescriptors,
  eventsOf,
  ranIn,
  runChild,
  stepsOf,
  ways,
} from '../../support/alembic-child.ts'
import { useAlembic } from '../../support/alembic-gate.ts'

const bench = useAlembic()

const two = [
  { id: 'a1', upgrade: 'op.create_table("t", sa.Column("id", sa.Integer))' },
  {
    id: 'b2',
    upgrade: 'op.add_column("t", sa.Column("name", sa.Text))',
    downgrade: 'op.drop_column("t", "name")',
  },
]
/** A function that an index calls while it is made, and that allows no lock_timeout meanwhile. */
const tableAndWitness = [
  'create table t as select 1 as id',
  `create function f(int) returns int immutable language sql as 'select 1 / (current_setting(''lock_timeout'') = ''0'')::int'`,
]
const applied = () => bench.query('select version_num from alembic_version')

const environments: [string, Partial<AlembicOptions>][] = [
  ['psycopg, sync', {}],
  ['asyncpg, async', { env: 'async' }],
  ['psycopg, async', { env: 'async', driver: 'psycopg' }],
]

describe.each(environments)('%s', (_, environment) => {
  test('asked for them, it tells every statement of a way up, whole, with the line that sent it', async () => {
    const long = 'x'.repeat(5_000)
    const lines = [
      'def make(name):',
      '    op.execute(f"create table {name} (id int, at text)")',
      'make("t")',
      'op.bulk_insert(',
      '    sa.table("t", sa.column("id", sa.Integer)),',
      '    [{"id": 1}],',
      ')',
      `op.execute("comment on table t is '${long}'")`,
      'with op.get_context().autocommit_block():',
      '    op.create_index("i", "t", ["id"], postgresql_concurrently=True)',
    ]
    const revisions = [{ id: 'a1', upgrade: lines.join('\n'), downgrade: 'op.drop_table("t")' }]
    const made = bench.make({ revisions, ...environment })
    const seen = await runChild(made, bench.url, ['upgrade', 'head'], { capture: true })
    const first =
      readFileSync(join(made.path, made.script('a1')), 'utf8')
        .split('\n')
        .findIndex(line => line.includes('def make')) + 1
    const told = eventsOf(seen, 'sent')
    expect(
      told.map(({ sql, line, autocommit }) => [sql.trim().slice(0, 12), line - first, autocommit]),
    ).toEqual([
      ['create table', 1, false],
      ['INSERT INTO ', 3, false],
      ['comment on t', 7, false],
      ['CREATE INDEX', 9, true],
      ['INSERT INTO ', -first, false],
    ])
    expect(told[2]?.sql).toContain(long)
    const down = await runChild(made, bench.url, ['downgrade', 'base'], { capture: true })
    expect([down.code, eventsOf(down, 'sent')]).toEqual([0, []])
    // Nobody asks for it in an upgrade.
    expect(eventsOf(await runChild(made, bench.url, ['upgrade', 'head']), 'sent')).toEqual([])
  })

  test.each(['ini', 'pyproject'] as const)(
    '%s, without logging: every step, statement and session',
    async layout => {
      const made = bench.make({ revisions: two, layout, logging: false, ...environment })
      const seen = await runChild(made, bench.url, ['upgrade', 'head'])
      expect(seen).toMatchObject({ code: 0, hooked: true, stderr: '', stdout: '' })
      expect(stepsOf(seen)).toEqual(['started a1', 'stepped a1', 'started b2', 'stepped b2'])
      expect(seen.events.slice(0, 3).map(event => event.kind)).toEqual(['hooked', 'connected', 'configured'])
      const database = new URL(bench.url).pathname.slice(1)
      expect(eventsOf(seen, 'connected')).toEqual([
        { kind: 'connected', pid: expect.any(Number), database, timeouts: true, why: '' },
      ])
      expect(eventsOf(seen, 'configured')).toMatchObject([
        {
          versionTable: 'alembic_version',
          versionTableSchema: null,
          transactionPerMigration: false,
          offline: false,
        },
      ])
      expect(ranIn(seen)).toEqual(['a1 CREATE TABL', 'b2 ALTER TABLE'])
      expect(await applied()).toEqual([{ version_num: 'b2' }])
    },
  )

  test('the session has our timeouts, and everything is committed', async () => {
    const upgrade = `op.execute("create table seen as select current_setting('lock_timeout') as lock, current_setting('statement_timeout') as statement")`
    const made = bench.make({ revisions: [{ id: 'a1', upgrade }], ...environment })
    const timeouts = { lockMs: 7_000, statementMs: 90_000 }
    expect(await runChild(made, bench.url, ['upgrade', 'head'], { timeouts })).toMatchObject({ code: 0 })
    expect(await bench.query('select * from seen')).toEqual([{ lock: '7s', statement: '90s' }])
  })

  test('CONCURRENTLY runs without lock_timeout, what follows has it again', async () => {
    const setting = (table: string) =>
      `op.execute("create table ${table} as select current_setting('lock_timeout') as lock")`
    const made = bench.make({
      revisions: [
        { id: 'a1', upgrade: tableAndWitness.map(each => `op.execute("""${each}""")`).join('\n') },
        {
          id: 'b2',
          upgrade: `with op.get_context().autocommit_block():
    ${setting('inside')}
    op.execute("create index concurrently ix on t (f(id))")
    ${setting('afterwards')}
${setting('outside')}`,
        },
      ],
      ...environment,
    })
    const seen = await runChild(made, bench.url, ['upgrade', 'head'])
    expect(seen).toMatchObject({ code: 0 })
    expect(stepsOf(seen)).toEqual(['started a1', 'stepped a1', 'started b2', 'autocommit b2', 'stepped b2'])
    for (const table of ['inside', 'afterwards', 'outside'])
      expect(await bench.query(`select lock from ${table}`)).toEqual([{ lock: '5s' }])
  })

  test('what the server said of a failure, with the SQL, and what the revision makes', async () => {
    const upgrade = `op.create_table("u", sa.Column("id", sa.Integer))
op.execute("insert into t values (1), (1)")`
    const first = { id: 'a1', upgrade: 'op.execute("create table t (id int primary key)")' }
    const made = bench.make({ revisions: [first, { id: 'b2', upgrade }], ...environment })
    const seen = await runChild(made, bench.url, ['upgrade', 'head'])
    expect(seen).toMatchObject({ code: 1, hooked: true })
    expect(eventsOf(seen, 'failure')).toHaveLength(1)
    const [failure] = eventsOf(seen, 'failure')
    expect(failure).toMatchObject({
      type: 'sqlalchemy.exc.IntegrityError',
      revision: 'b2',
      sql: 'insert into t values (1), (1)',
      server: { code: '23505', severity: 'ERROR', detail: 'Key (id)=(1) already exists.' },
      syntax: null,
      operations: [
        { line: 19, name: 'create_table', table: 'u', object: null },
        { line: 20, name: 'execute', sql: 'insert into t values (1), (1)' },
      ],
    })
    expect(failure?.frames).toContainEqual({
      file: absolute(made, made.script('b2')),
      line: 20,
      function: 'upgrade',
    })
    expect(failure?.message).not.toContain('\n')
  })
})

describe.each(Object.entries(ways))('through %s', (_, argv) => {
  test('the hook is in place, and a downgrade is seen', async () => {
    const made = bench.make({ revisions: two })
    const start = { argv: argv() }
    expect(await runChild(made, bench.url, ['upgrade', 'head'], { start })).toMatchObject({
      code: 0,
      hooked: true,
    })
    const seen = await runChild(made, bench.url, ['downgrade', 'a1'], { start })
    expect(stepsOf(seen)).toEqual(['started b2', 'stepped b2'])
    expect(seen.lines.filter(line => line.includes('Running downgrade b2 -> a1'))).toHaveLength(1)
  })
})

test('of what takes long or fails each statement is told, of the rest that it ran', async () => {
  const upgrade = `op.execute("create table t (id int)")
op.execute("select pg_sleep(0.4)")
op.execute("insert into t values (1)")
try:
    with op.get_bind().begin_nested():
        op.execute("select 1 / 0")
except sa.exc.DBAPIError:
    op.execute("insert into t values (2)")`
  const made = bench.make({ revisions: [{ id: 'a1', upgrade }] })
  const seen = await runChild(made, bench.url, ['upgrade', 'head'])
  expect(seen).toMatchObject({ code: 0, hooked: true })
  const told = seen.events.flatMap(event => {
    if (event.kind === 'statement') return [`statement ${event.sql}`]
    if (event.kind === 'ran' || event.kind === 'stepped')
      return event.ran.map(sql => `ran ${sql.slice(0, 20)}`)
    return event.kind === 'done' ? ['done'] : []
  })
  expect(told).toEqual([
    'ran create table t (id i',
    'statement select pg_sleep(0.4)',
    'done',
    'ran insert into t values',
    'ran SAVEPOINT sa_savepoi',
    'statement select 1 / 0',
    'ran ROLLBACK TO SAVEPOIN',
    'ran insert into t values',
  ])
  const [{ ms = 0 } = {}] = eventsOf(seen, 'stepped')
  expect(ms).toBeGreaterThan(400)
})

test('of its own row Alembic is told only what fails', async () => {
  const long = 'r'.repeat(40)
  const made = bench.make({ revisions: [{ id: 'a1' }, { id: long }] })
  const seen = await runChild(made, bench.url, ['upgrade', 'head'])
  expect(eventsOf(seen, 'statement')).toEqual([
    { kind: 'statement', revision: long, sql: expect.stringMatching(/^UPDATE alembic_version SET /) },
  ])
  expect(ranIn(seen)).toEqual([])
})

test.each([
  ['as ever', '', '', 'True 50000', 'True 700'],
  ['as env.py has it', 'gc.set_threshold(900)', '', 'True 50000', 'True 900'],
  ['never, as env.py has it', 'gc.disable()', '', 'False 50000', 'False 700'],
  ['never, as env.py has it otherwise', 'gc.set_threshold(0)', '', 'True 0', 'True 0'],
  ['as a revision has it', '', 'gc.set_threshold(800)', 'True 800', 'True 800'],
])('Python looks for reference cycles: seldom while files are read, then %s', async (...given) => {
  const [, top, own, meanwhile, then] = given
  const show = 'gc.isenabled(), gc.get_threshold()[0], flush=True)'
  const upgrade = `import gc\nprint("runs", ${show}`
  const made = bench.make({ revisions: [{ id: 'a1', upgrade }], top: `import gc\n${top}` })
  const script = join(made.path, made.script('a1'))
  appendFileSync(script, `\nimport gc\n${own}\nprint("is read", ${show}\n`)
  const { lines } = await runChild(made, bench.url, ['upgrade', 'head'])
  expect(lines.filter(line => / (?:True|False) \d+$/.test(line))).toEqual([
    `is read ${meanwhile}`,
    `runs ${then}`,
  ])
})

// Where four of five say nothing, whoever prints is seen with what lies unread before it.
test.each([1, 5])('what a revision prints comes after its start: each %d. does', async nth => {
  const ids = Array.from({ length: 40 }, (_, index) => `r${index}`)
  const loud = ids.filter((_, index) => index % nth === nth - 1)
  const upgradeOf = (id: string) =>
    loud.includes(id) ? `print("in ${id}", flush=True)` : 'op.execute("select pg_sleep(0.02)")'
  const made = bench.make({ revisions: ids.map(id => ({ id, upgrade: upgradeOf(id) })), logging: false })
  const order: string[] = []
  await runChild(made, bench.url, ['upgrade', 'head'], {
    onEvent: event => event.kind === 'started' && order.push(event.revision),
    onLine: line => order.push(line),
  })
  for (const id of loud) {
    expect(order).toContain(`in ${id}`)
    expect(order.indexOf(`in ${id}`)).toBeGreaterThan(order.indexOf(id))
  }
})

test('without the hook the log lines tell what started, and nothing more', async () => {
  const made = bench.make({ revisions: two })
  const seen = await runChild(made, bench.url, ['upgrade', 'head'], { hookFolder: undefined })
  expect(seen).toMatchObject({ code: 0, hooked: false })
  expect(seen.events).toEqual([
    { kind: 'started', revision: 'a1' },
    { kind: 'started', revision: 'b2' },
  ])
  expect(
    (await runChild(made, bench.url, ['upgrade', 'head'], { start: { argv: ['gate-no-such'] } })).failure,
  ).toBe('missing')
})

test('a program in between that closes our descriptors: the log lines serve, the timeouts are set all the same', async () => {
  const upgrade = `op.execute("create table seen as select current_setting('lock_timeout') as lock")`
  const made = bench.make({ revisions: [{ id: 'a1', upgrade }] })
  const seen = await runChild(made, bench.url, ['upgrade', 'head'], {
    start: { argv: closesDescriptors() },
  })
  expect(seen).toMatchObject({
    code: 0,
    hooked: false,
    events: [{ kind: 'started', revision: 'a1' }],
  })
  expect(await bench.query('select lock from seen')).toEqual([{ lock: '5s' }])
})

test('a CommandError is seen although Alembic turns it into an exit code', async () => {
  const made = bench.make({ revisions: [...two, { id: 'c3', down: 'a1' }] })
  const heads = await runChild(made, bench.url, ['upgrade', 'head'])
  expect(heads).toMatchObject({ code: 255, hooked: true })
  expect(eventsOf(heads, 'failure')).toMatchObject([
    {
      type: 'alembic.util.exc.CommandError',
      message: expect.stringMatching(/^Multiple head revisions/),
      server: null,
    },
  ])
  const unknown = await runChild(made, bench.url, ['upgrade', 'nonsense'])
  expect(eventsOf(unknown, 'failure')).toMatchObject([
    { message: "Can't locate revision identified by 'nonsense'" },
  ])
  const nowhere = bench.make({ revisions: [], files: { 'alembic.ini': '[alembic]\n' } })
  const lost = await runChild(nowhere, bench.url, ['current'])
  expect(lost).toMatchObject({ code: 255, hooked: true })
  expect(eventsOf(lost, 'failure')).toMatchObject([
    { message: expect.stringContaining("No 'script_location' key") },
  ])
})

test('each revision in a transaction of its own, and the callbacks of the project stay', async () => {
  const made = bench.make({
    revisions: two,
    configure:
      'transaction_per_migration=True, on_version_apply=lambda **kw: print("mine", kw["step"].up_revision_id)',
  })
  const seen = await runChild(made, bench.url, ['upgrade', 'head'])
  expect(eventsOf(seen, 'configured')).toMatchObject([
    { transactionPerMigration: true, transactionalDdl: true },
  ])
  expect(seen.stdout).toBe('mine a1\nmine b2')
})

test('Alembic itself tells the graph, without loading env.py', async () => {
  const made = bench.make({
    top: 'raise RuntimeError("env.py was loaded")',
    revisions: [
      { id: 'a1', labels: 'orders' },
      { id: 'b2', down: 'a1' },
      { id: 'c3', down: 'a1', dependsOn: 'b2' },
      { id: 'd4', down: ['b2', 'c3'], message: 'join them' },
    ],
  })
  const seen = await runChild(made, bench.url, ['heads'], { describe: true })
  expect(seen).toMatchObject({ code: 0, stdout: 'd4 (orders) (head)' })
  const [graph] = eventsOf(seen, 'graph')
  expect(graph?.revisions).toHaveLength(4)
  expect(graph?.revisions[0]).toEqual({
    id: 'd4',
    down: ['b2', 'c3'],
    dependsOn: [],
    labels: [],
    message: 'join them',
    path: absolute(made, made.script('d4')),
  })
  expect(graph?.revisions.find(each => each.id === 'c3')).toMatchObject({ down: ['a1'], dependsOn: ['b2'] })
  expect(graph?.revisions.at(-1)).toMatchObject({ id: 'a1', down: [], labels: ['orders'] })
})

test('of many differences between models and schema those of either side are told', async () => {
  const made = bench.make({
    revisions: [
      {
        id: 'a1',
        upgrade: 'for each in range(210):\n    op.create_table(f"t{each}", sa.Column("id", sa.Integer))',
      },
    ],
    // Alembic tells what is to be added last: 210 tables come before this column.
    top: 'import sqlalchemy as sa\nmodels = sa.MetaData()\nsa.Table("t0", models, sa.Column("id", sa.Integer), sa.Column("of_the_models", sa.Text))',
    configure: 'target_metadata=models',
  })
  expect(await runChild(made, bench.url, ['upgrade', 'head'])).toMatchObject({ code: 0 })
  const [failure] = eventsOf(await runChild(made, bench.url, ['check']), 'failure')
  const told = failure?.models ?? []
  expect(told.length).toBeLessThan(205)
  expect(told.filter(({ change }) => change === 'remove').length).toBeGreaterThan(190)
  expect(told.at(-1)).toMatchObject({ change: 'add', what: 'column', name: 't0.of_the_models' })
})
