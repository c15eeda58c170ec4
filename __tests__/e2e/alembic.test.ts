/** Relay's project, its deploy behind the gate: by the composite `alembic/`, and by the reusable workflow. */
import { describe, expect, it } from '@jest/globals'
import { query } from '../support/postgres.ts'
import {
  plainAlembic,
  pythonEnvironment,
  relayFiles,
  relayHead,
  relayRevision,
  relayRevisions,
} from '../support/relay.ts'
import type { Files } from '../support/repo.ts'
import { type Consumer, type Run, useConsumers, workflows } from './consumer.ts'
import { alembicDoors, type Door, expectClosed, expectOpen, expectSucceeded, stateOf } from './doors.ts'

const consumers = useConsumers()

async function consumerOf(door: Door, files: Files = {}): Promise<Consumer> {
  return consumers.make({
    files: { ...workflows(door.workflow, 'alembic-operate'), ...relayFiles(), ...files },
  })
}

/** Without UV_NO_SYNC: that is for the action to set. */
const { SESSION_SECRET: _, UV_NO_SYNC: __, ...env } = pythonEnvironment()
const push = (consumer: Consumer, door: Door) => consumer.run(door.workflow, 'push', { env })
const byHand = (consumer: Consumer, workflow: string, inputs: Record<string, string> = {}) =>
  consumer.run(workflow, 'workflow_dispatch', {
    env,
    inputs,
    payload: { ref: 'refs/heads/main', repository: { full_name: 'o/r', default_branch: 'main' } },
  })
/** The database as relay has it in production, brought there by Alembic alone. */
const migrate = (consumer: Consumer, revision = 'head') =>
  plainAlembic(`${consumer.repo.path}/backend`, consumer.database.url, 'upgrade', revision)

const errorsOf = (run: Run) => run.annotations.filter(({ level }) => level === 'error')

/** Everything that was installed, and that it saw no URL: what `calls` and `asked` are when Python was needed. */
function expectInstalled(consumer: Consumer): void {
  expect(consumer.setup.asked()).toEqual(['setup-python  backend//pyproject.toml', 'setup-uv  backend/'])
  const [sync, ...runs] = consumer.setup.calls()
  expect(sync).toEqual({ line: 'sync --frozen', urls: [] })
  expect(runs.length).toBeGreaterThan(0)
  for (const { line } of runs) expect(line).toMatch(/^run alembic /)
}

function expectNoPython(consumer: Consumer): void {
  expect({ asked: consumer.setup.asked(), calls: consumer.setup.calls() }).toEqual({ asked: [], calls: [] })
}

const operateJob = (run: Run) => {
  const [name = ''] = Object.keys(run.jobs)
  expect(name).toContain('Run by hand')
  return name
}

describe.each(alembicDoors)('relay behind the gate: $workflow', door => {
  it('installs without the URL, migrates, deploys; and installs nothing when nothing is pending', async () => {
    const consumer = await consumerOf(door)
    const run = await push(consumer, door)
    expectOpen(run, door)
    expect(run.seen?.outputs).toMatchObject({ status: 'upgraded', from: '', to: relayHead })
    const applied = JSON.parse(run.seen?.outputs.applied ?? '') as string[]
    expect([...applied].sort()).toEqual([...relayRevisions].sort())
    expectInstalled(consumer)
    expect(consumer.flyctl.calls()).toEqual([
      { args: ['deploy', '--remote-only'], revisions: [[relayHead]], token: true, urls: [] },
    ])

    const asked = consumer.setup.asked()
    const calls = consumer.setup.calls()
    consumer.repo.commit({ 'backend/app/models/user.py': '# the service changed, its tables did not\n' })
    const again = await push(consumer, door)
    expectOpen(again, door)
    expect(again.seen?.outputs).toMatchObject({
      status: 'up-to-date',
      pending: '[]',
      applied: '[]',
      to: relayHead,
    })
    expect({ asked: consumer.setup.asked(), calls: consumer.setup.calls() }).toEqual({ asked, calls })
    expect(await stateOf(consumer)).toEqual({ revisions: [[relayHead]], calls: 2 })
  })

  it('is closed by a revision that fails, at its line, nothing of it left; open by hand after the mend', async () => {
    const consumer = await consumerOf(door)
    await migrate(consumer)
    const bad = [
      'op.add_column("teams", sa.Column("plan", sa.Text()))',
      'op.execute("ALTER TABLE team ADD x int")',
    ]
    consumer.repo.commit(relayRevision('0badc0de0001', bad))
    const run = await push(consumer, door)
    expectClosed(run, door)
    expect(run.outputs).toMatchObject({
      from: relayHead,
      to: relayHead,
      failed: '0badc0de0001',
      applied: '[]',
    })
    expect(errorsOf(run)).toEqual([
      {
        level: 'error',
        message: expect.stringContaining('relation "team" does not exist'),
        properties: expect.objectContaining({ file: 'backend/alembic/versions/0badc0de0001.py', line: '11' }),
      },
    ])
    expect(await stateOf(consumer)).toEqual({ revisions: [[relayHead]], calls: 0 })
    expect(await columnsOf(consumer, 'teams')).not.toContain('plan')

    consumer.repo.commit(relayRevision('0badc0de0001', bad.slice(0, 1)))
    const mended = await byHand(consumer, door.workflow)
    expectOpen(mended, door)
    expect(mended.seen?.outputs).toMatchObject({ status: 'upgraded', applied: '["0badc0de0001"]' })
    expect(await stateOf(consumer)).toEqual({ revisions: [['0badc0de0001']], calls: 1 })
  })

  it('is closed by two heads, before Python, with the line that merges them', async () => {
    const consumer = await consumerOf(door)
    await migrate(consumer)
    consumer.repo.commit({
      ...relayRevision('aaaa00000001', ['op.execute("SELECT 1")']),
      ...relayRevision('bbbb00000002', ['op.execute("SELECT 2")']),
    })
    const run = await push(consumer, door)
    expectClosed(run, door)
    expect(
      errorsOf(run)
        .map(({ message }) => message)
        .join('\n'),
    ).toMatch(/alembic merge .*aaaa00000001.*bbbb00000002/)
    expectNoPython(consumer)
    expect(await stateOf(consumer)).toEqual({ revisions: [[relayHead]], calls: 0 })
  })

  it('is closed by a database that is ahead of the commit, before Python', async () => {
    const consumer = await consumerOf(door, relayRevision('cafe00000001', ['op.execute("SELECT 1")']))
    await migrate(consumer)
    consumer.repo.commit({ 'backend/alembic/versions/cafe00000001.py': null })
    const run = await push(consumer, door)
    expectClosed(run, door)
    expect(errorsOf(run)[0]?.message).toContain('cafe00000001')
    expectNoPython(consumer)
    expect(await stateOf(consumer)).toEqual({ revisions: [['cafe00000001']], calls: 0 })
  })

  it('is closed by a table that exists already; stamped by hand, open', async () => {
    const table = 'op.create_table("invites", sa.Column("id", sa.Integer(), primary_key=True))'
    const consumer = await consumerOf(door, relayRevision('dddd00000001', [table]))
    await migrate(consumer, relayHead)
    await query(consumer.database.url, 'create table invites (id serial primary key)')
    const run = await push(consumer, door)
    expectClosed(run, door)
    const [error] = errorsOf(run)
    expect(error?.message).toMatch(/"?invites"? .*exists[\s\S]*stamp dddd00000001/)
    expect(await stateOf(consumer)).toEqual({ revisions: [[relayHead]], calls: 0 })

    const stamped = await byHand(consumer, 'alembic-operate', { command: 'stamp', revision: 'dddd00000001' })
    expectSucceeded(stamped, operateJob(stamped))
    expect(stamped.outputs.status).toBe('stamped')
    const open = await byHand(consumer, door.workflow)
    expectOpen(open, door)
    expect(open.seen?.outputs.status).toBe('up-to-date')
    expect(await stateOf(consumer)).toEqual({ revisions: [['dddd00000001']], calls: 1 })
  })

  it('is closed once by a database that does not answer, and nothing is installed', async () => {
    const consumer = await consumerOf(door)
    const url = Object.assign(new URL(consumer.database.url), { port: '1' }).href
    const run = await consumer.run(door.workflow, 'push', { env, secrets: { DATABASE_URL: url } })
    expect({ code: run.code, jobs: run.jobs }).toEqual({ code: 1, jobs: { [door.job]: 'failure' } })
    expect(run.outputs).toMatchObject({ status: 'failed' })
    expect(run.leaks).toEqual([])
    expect(errorsOf(run)).toHaveLength(1)
    expect(errorsOf(run)[0]?.message).toContain('No connection to 127.0.0.1:1')
    expectNoPython(consumer)
    expect(await stateOf(consumer)).toEqual({ revisions: [[]], calls: 0 })
  })

  it('installs, and asks Alembic, where a revision cannot be read without running it', async () => {
    const computed = relayRevision('eeee00000001', ['op.execute("SELECT 1")'])
    const [[path = '', text = ''] = []] = Object.entries(computed)
    const consumer = await consumerOf(door, {
      [path]: String(text).replace('revision = "eeee00000001"', 'revision = "eeee" + "0" * 7 + "1"'),
    })
    await migrate(consumer, relayHead)
    const run = await push(consumer, door)
    expectOpen(run, door)
    expect(run.seen?.outputs).toMatchObject({ status: 'upgraded', applied: '["eeee00000001"]' })
    expect(await stateOf(consumer)).toEqual({ revisions: [['eeee00000001']], calls: 1 })
  })
})

it('a setting that the workflow forgot is named, and nothing deploys', async () => {
  const [door] = alembicDoors as [Door]
  const consumer = await consumerOf(door)
  const [[path = '', text = ''] = []] = Object.entries(workflows(door.workflow))
  consumer.repo.commit({ [path]: String(text).replace('SESSION_SECRET:', 'OTHER_SECRET:') })
  const run = await push(consumer, door)
  expectClosed(run, door)
  expect(errorsOf(run)[0]?.message).toContain('SESSION_SECRET')
  expect(await stateOf(consumer)).toEqual({ revisions: [[]], calls: 0 })
})

it('is taken back by hand, and the history says so', async () => {
  const [door] = alembicDoors as [Door]
  const consumer = await consumerOf(door, relayRevision('f00d00000001', ['op.execute("SELECT 1")']))
  await migrate(consumer)
  const run = await byHand(consumer, 'alembic-operate', { command: 'downgrade', revision: '-1' })
  expectSucceeded(run, operateJob(run))
  expect(run.outputs).toMatchObject({
    status: 'downgraded',
    from: 'f00d00000001',
    to: relayHead,
    applied: '["f00d00000001"]',
  })
  expect(await stateOf(consumer)).toEqual({ revisions: [[relayHead]], calls: 0 })
  const read = await byHand(consumer, 'alembic-operate', { command: 'history' })
  expectSucceeded(read, operateJob(read))
  expect(read.outputs).toMatchObject({ status: 'pending', to: relayHead, pending: '["f00d00000001"]' })
})

it('without what alembic/ brings, the gate says that uv is not there; when nothing is pending it is not missed', async () => {
  const consumer = await consumers.make({
    files: { ...relayFiles(), ...workflows('plain') },
  })
  const [[path = '', text = ''] = []] = Object.entries(workflows('plain'))
  const aimed = String(text).replace('database-url:', 'working-directory: backend\n          database-url:')
  consumer.repo.commit({ [path]: aimed })
  const closed = await consumer.run('plain', 'push', { env })
  expect(closed.code).toBe(1)
  expect(errorsOf(closed)[0]?.message).toContain('no program "uv"')
  expect(await stateOf(consumer)).toEqual({ revisions: [[]], calls: 0 })

  await migrate(consumer)
  const open = await consumer.run('plain', 'push', { env })
  expect({ code: open.code, status: open.outputs.status }).toEqual({ code: 0, status: 'up-to-date' })
  expectNoPython(consumer)
  expect(await stateOf(consumer)).toEqual({ revisions: [[relayHead]], calls: 1 })
})

async function columnsOf(consumer: Consumer, table: string): Promise<string[]> {
  const sql = 'select column_name as name from information_schema.columns where table_name = $1'
  return (await query<{ name: string }>(consumer.database.url, sql, [table])).map(row => row.name)
}
