import { beforeEach, describe, expect, it } from '@jest/globals'
import { type Consumer, example, tablesOf, useConsumers, workflows } from './consumer.ts'
import { type Door, doors, expectClosed, expectOpen, expectSucceeded, resultOf, stateOf } from './doors.ts'

const orders = { 'migrations/0001_create_orders.sql': 'CREATE TABLE orders (id bigint PRIMARY KEY);\n' }
const broken = { 'migrations/0002_add_note.sql': 'ALTER TABLE orders ADD COLUMN note txet;\n' }
const mended = { 'migrations/0002_add_note.sql': 'ALTER TABLE orders ADD COLUMN note text;\n' }
const job = 'Operate/Operate the database/Run by hand'
const [plain] = doors as [Door]

const consumers = useConsumers()

let consumer: Consumer
beforeEach(async () => {
  consumer = await consumers.make({
    files: { ...workflows('plain'), ...example('operate'), ...orders },
  })
})

/** Run workflow, as the form of docs/examples/operate.yml asks for it. */
const operate = (inputs: Record<string, string>) =>
  consumer.run('operate', 'workflow_dispatch', {
    inputs: { environment: 'staging', ...inputs },
    payload: { ref: 'refs/heads/main', repository: { full_name: 'o/r', default_branch: 'main' } },
  })

describe('after a failed revision', () => {
  it('upgrades by hand once it is mended, and the next push deploys', async () => {
    consumer.repo.commit(broken)
    expectClosed(await consumer.push('plain'), plain)
    expect(await stateOf(consumer)).toEqual({ revisions: [['0001']], calls: 0 })

    consumer.repo.commit(mended)
    const run = await operate({ command: 'upgrade' })
    expectSucceeded(run, job)
    expect(run.outputs).toMatchObject({ status: 'upgraded', from: '0001', to: '0002', applied: '["0002"]' })
    expect(await stateOf(consumer)).toEqual({ revisions: [['0001', '0002']], calls: 0 })

    const push = await consumer.push('plain')
    expectOpen(push, plain)
    expect(push.outputs.status).toBe('up-to-date')
    expect(consumer.flyctl.calls().map(call => call.revisions)).toEqual([[['0001', '0002']]])
  })

  it('fails by hand as it failed on the push while it is not mended', async () => {
    consumer.repo.commit(broken)
    const run = await operate({ command: 'upgrade' })
    expect({ code: run.code, jobs: run.jobs }).toEqual({ code: 1, jobs: { [job]: 'failure' } })
    expect(run.outputs).toMatchObject({ status: 'failed', to: '0001', failed: '0002' })
    expect(run.annotations[0]?.properties).toMatchObject({ file: 'migrations/0002_add_note.sql', line: '1' })
    expect(run.leaks).toEqual([])
  })
})

describe('an approved plan', () => {
  it('runs, and no other does', async () => {
    const plan = await operate({ command: 'plan' })
    const [, approved = ''] = /approved-plan ([0-9a-f]{64})/.exec(plan.summaries.join('\n')) ?? []
    const closed = await operate({ command: 'upgrade', 'approved-plan': 'a'.repeat(64) })
    expect({ code: closed.code, jobs: closed.jobs }).toEqual({ code: 1, jobs: { [job]: 'failure' } })
    expect(closed.log).toContain('This is not the plan that was approved')
    expect(await tablesOf(consumer.database)).toEqual([])
    const run = await operate({ command: 'upgrade', 'approved-plan': approved })
    expectSucceeded(run, job)
    expect(run.outputs).toMatchObject({ status: 'upgraded', applied: '["0001"]' })
  })
})

describe('what reads', () => {
  it.each(['plan', 'current', 'history'])(
    '%s tells of the pending revision and leaves the database alone',
    async command => {
      const run = await operate({ command })
      expectSucceeded(run, job)
      expect(run.outputs).toMatchObject({ status: 'pending', from: '', to: '', pending: '["0001"]' })
      expect(await tablesOf(consumer.database)).toEqual([])
    },
  )
})

describe('stamp', () => {
  it('writes the history and runs nothing, once it is confirmed', async () => {
    const run = await operate({ command: 'stamp', revision: '0001', confirm: 'staging' })
    expectSucceeded(run, job)
    expect(run.outputs).toMatchObject({ status: 'stamped', from: '', to: '0001', applied: '[]' })
    expect(await stateOf(consumer)).toEqual({ revisions: [['0001']], calls: 0 })
    expect(await tablesOf(consumer.database)).toEqual(['migration_history'])
  })

  it.each([
    ['without a confirmation', { revision: '0001' }, 'stamp needs a confirmation'],
    [
      'with the name of another environment',
      { revision: '0001', confirm: 'production' },
      'stamp needs a confirmation',
    ],
    ['without a revision', { confirm: 'staging' }, 'stamp needs a revision'],
  ])('is refused %s, before anything is checked out', async (_, inputs, title) => {
    const run = await operate({ command: 'stamp', ...inputs })
    expect({ code: run.code, jobs: run.jobs }).toEqual({ code: 1, jobs: { [job]: 'failure' } })
    expect(run.annotations.map(({ properties }) => properties.title)).toEqual([title])
    expect(resultOf(run, 'Gate')).toBeUndefined()
    expect(await tablesOf(consumer.database)).toEqual([])
  })
})

describe('downgrade', () => {
  const note = {
    'migrations/0002_add_note.sql':
      '-- migrate:up\nALTER TABLE orders ADD COLUMN note text;\n-- migrate:down\nALTER TABLE orders DROP COLUMN note;\n',
  }
  beforeEach(async () => {
    consumer.repo.commit(note)
    expectSucceeded(await operate({ command: 'upgrade' }), job)
  })

  it('takes back what is above the revision, once it is confirmed, and says what goes with it', async () => {
    const run = await operate({ command: 'downgrade', revision: '-1', confirm: 'staging' })
    expectSucceeded(run, job)
    expect(run.outputs).toMatchObject({
      status: 'downgraded',
      from: '0002',
      to: '0001',
      applied: '["0002"]',
    })
    expect(await stateOf(consumer)).toEqual({ revisions: [['0001']], calls: 0 })
    expect(run.leaks).toEqual([])
  })

  it.each([
    ['without a confirmation', { revision: '-1' }, 'downgrade needs a confirmation'],
    [
      'with the name of another environment',
      { revision: '-1', confirm: 'production' },
      'downgrade needs a confirmation',
    ],
    ['without a revision', { confirm: 'staging' }, 'downgrade needs a revision'],
  ])('is refused %s, before anything is checked out', async (_, inputs, title) => {
    const run = await operate({ command: 'downgrade', ...inputs })
    expect({ code: run.code, jobs: run.jobs }).toEqual({ code: 1, jobs: { [job]: 'failure' } })
    expect(run.annotations.map(({ properties }) => properties.title)).toEqual([title])
    expect(await stateOf(consumer)).toEqual({ revisions: [['0001', '0002']], calls: 0 })
  })

  it('fails and takes nothing back where a way down is missing', async () => {
    const run = await operate({ command: 'downgrade', revision: 'base', confirm: 'staging' })
    expect(run.outputs).toMatchObject({ status: 'failed', to: '0002' })
    expect(run.annotations[0]?.properties.title).toBe('Migration Gate: way-down-missing')
    expect(await stateOf(consumer)).toEqual({ revisions: [['0001', '0002']], calls: 0 })
  })
})

it('a command that is not one of the six is refused', async () => {
  const run = await operate({ command: 'reset' })
  expect({ code: run.code, jobs: run.jobs }).toEqual({ code: 1, jobs: { [job]: 'failure' } })
  expect(run.annotations.map(({ properties }) => properties.title)).toEqual(['Unknown command'])
  expect(resultOf(run, 'Gate')).toBeUndefined()
})
