import { describe, expect, it } from '@jest/globals'
import { type Consumer, type ConsumerOptions, tablesOf, useConsumers, workflows } from './consumer.ts'
import { type Door, doors, expectClosed, expectOpen, resultOf, stateOf } from './doors.ts'
import { exportOpenGate, type Release } from './release.ts'
import { password, wrongPassword } from './secret.ts'

const orders = { 'migrations/0001_create_orders.sql': 'CREATE TABLE orders (id bigint PRIMARY KEY);\n' }
const note = { 'migrations/0002_add_note.sql': 'ALTER TABLE orders ADD COLUMN note text;\n' }
const broken = {
  'migrations/0002_add_shipments.sql':
    'CREATE TABLE shipments (id bigint PRIMARY KEY);\n\nALTER TABLE order ADD COLUMN shipment bigint;\n',
}

const consumers = useConsumers()

async function consumerOf(door: Door, options: ConsumerOptions = {}, from?: Release): Promise<Consumer> {
  const files = { ...workflows(door.workflow), ...options.files }
  return consumers.make({ ...options, files }, from)
}

const emptyUrl = expect.objectContaining({
  level: 'error',
  message: expect.stringContaining('The database URL is empty'),
})

const withOther = (url: string, wanted: Partial<Pick<URL, 'port' | 'password'>>) =>
  Object.assign(new URL(url), wanted).href

describe.each(doors)('a push through the $workflow door', door => {
  it('applies the revision, then deploys, once', async () => {
    const consumer = await consumerOf(door, { files: orders })
    const run = await consumer.push(door.workflow)
    expectOpen(run, door)
    expect(run.outputs).toMatchObject({
      status: 'upgraded',
      from: '',
      to: '0001',
      pending: '["0001"]',
      applied: '["0001"]',
      failed: '',
    })
    expect(run.seen?.outputs).toMatchObject({ status: 'upgraded', from: '', to: '0001', applied: '["0001"]' })
    // The call found the revision in the database: it came after. And it has the token, but no URL.
    expect(consumer.flyctl.calls()).toEqual([
      { args: ['deploy', '--remote-only'], revisions: [['0001']], token: true, urls: [] },
    ])
    expect(run.summaries.join('\n')).toContain('🟢 Gate open')
    expect(await tablesOf(consumer.database)).toEqual(['migration_history', 'orders'])
  })

  it('is closed by a revision that fails: annotated, at the revision before, not deployed', async () => {
    const consumer = await consumerOf(door, { files: { ...orders, ...broken } })
    const run = await consumer.push(door.workflow)
    expectClosed(run, door)
    expect(run.outputs).toMatchObject({
      status: 'failed',
      from: '',
      to: '0001',
      pending: '["0001","0002"]',
      applied: '["0001"]',
      failed: '0002',
    })
    expect(run.annotations.filter(({ level }) => level === 'error')).toEqual([
      {
        level: 'error',
        message: expect.stringMatching(/0002.*failed[\s\S]*syntax error at or near "order"[\s\S]*Next: /),
        properties: expect.objectContaining({
          file: 'migrations/0002_add_shipments.sql',
          line: '3',
          col: '13',
        }),
      },
    ])
    expect(run.log).toContain('▶ 3 │ ALTER TABLE order')
    expect(run.summaries.join('\n')).toContain('🔴 Gate closed')
    expect(await stateOf(consumer)).toEqual({ revisions: [['0001']], calls: 0 })
    expect(await tablesOf(consumer.database)).toEqual(['migration_history', 'orders'])
  })

  it('is closed by a database that does not answer', async () => {
    const consumer = await consumerOf(door, { files: orders })
    const secrets = { DATABASE_URL: withOther(consumer.database.url, { port: '1' }) }
    const run = await consumer.push(door.workflow, { secrets })
    expectClosed(run, door)
    expect(run.annotations).toEqual([
      expect.objectContaining({
        level: 'error',
        message: expect.stringContaining('No connection to 127.0.0.1:1'),
      }),
    ])
    expect(await stateOf(consumer)).toEqual({ revisions: [[]], calls: 0 })
  })

  it('is closed by a wrong password, which is not shown', async () => {
    const consumer = await consumerOf(door, { files: orders })
    const wrong = consumer.database.url.replace(
      encodeURIComponent(password),
      encodeURIComponent(wrongPassword),
    )
    expect(wrong).not.toBe(consumer.database.url)
    const run = await consumer.push(door.workflow, { secrets: { DATABASE_URL: wrong } })
    expectClosed(run, door)
    expect(run.annotations).toEqual([
      expect.objectContaining({
        level: 'error',
        message: expect.stringContaining(`refuses the password of ${consumer.database.name}`),
      }),
    ])
    expect(await stateOf(consumer)).toEqual({ revisions: [[]], calls: 0 })
  })

  it('is closed by an empty secret', async () => {
    const consumer = await consumerOf(door, { files: orders })
    const run = await consumer.push(door.workflow, { secrets: { DATABASE_URL: '' } })
    expectClosed(run, door)
    expect(run.annotations).toEqual([emptyUrl])
    expect(await stateOf(consumer)).toEqual({ revisions: [[]], calls: 0 })
  })

  it('says that the database is already ahead when the deploy itself fails', async () => {
    const consumer = await consumerOf(door, { files: orders, deployExit: 3 })
    expect((await consumer.push(door.workflow)).outputs.to).toBe('0001')
    consumer.repo.commit(note)
    const run = await consumer.push(door.workflow)
    expect({ code: run.code, jobs: run.jobs }).toEqual({ code: 1, jobs: { [door.job]: 'failure' } })
    expect(resultOf(run, door.gate)).toBe('success')
    expect(resultOf(run, 'Deploy')).toBe('failure')
    const [error, ...others] = run.annotations
    expect(others).toEqual([])
    expect(error?.properties).toEqual({ title: 'Deploy failed after the database was migrated' })
    expect(error?.message).toContain('already at 0002, it was at 0001: this run applied 1 (0002)')
    expect(run.summaries.join('\n')).toContain('🚧 Deploy failed after the database was migrated')
    expect(run.leaks).toEqual([])
    expect(await stateOf(consumer)).toEqual({ revisions: [['0001', '0002']], calls: 2 })

    const again = await consumer.push(door.workflow)
    expect(again.annotations[0]?.properties.title).toBe('Deploy failed and the database is unchanged')
    expect(await stateOf(consumer)).toEqual({ revisions: [['0001', '0002']], calls: 3 })
  })
})

describe('a push', () => {
  const [plain] = doors as [Door]

  it('deploys what brings no revision, once', async () => {
    const consumer = await consumerOf(plain, { files: orders })
    await consumer.push('plain')
    consumer.repo.commit({ 'app.txt': 'new text\n' })
    const run = await consumer.push('plain')
    expectOpen(run, plain)
    expect(run.outputs).toMatchObject({
      status: 'up-to-date',
      changed: 'false',
      pending: '[]',
      applied: '[]',
    })
    expect(await stateOf(consumer)).toEqual({ revisions: [['0001']], calls: 2 })
  })

  it('is closed by a secret that is not there', async () => {
    const consumer = await consumerOf(plain, { files: orders })
    const run = await consumer.push('plain', { secrets: {} })
    expectClosed(run, plain)
    expect(run.annotations).toEqual([emptyUrl])
    expect(await stateOf(consumer)).toEqual({ revisions: [[]], calls: 0 })
  })

  it('is closed by a URL of another system, which is not shown', async () => {
    const consumer = await consumerOf(plain, { files: orders })
    const other = consumer.database.url.replace(/^postgres\w*:/, 'mysql:')
    const run = await consumer.push('plain', { secrets: { DATABASE_URL: other } })
    expectClosed(run, plain)
    expect(run.annotations).toEqual([
      expect.objectContaining({ level: 'error', message: expect.stringContaining('is no Postgres URL') }),
    ])
    expect(await stateOf(consumer)).toEqual({ revisions: [[]], calls: 0 })
  })

  it('takes a password as people paste it, and does not show it', async () => {
    const consumer = await consumerOf(plain, { files: orders })
    const raw = consumer.database.url.replace(encodeURIComponent(password), password)
    const run = await consumer.push('plain', { secrets: { DATABASE_URL: raw } })
    expectOpen(run, plain)
    expect(await stateOf(consumer)).toEqual({ revisions: [['0001']], calls: 1 })
  })

  it('goes on after the mend, from where the database stands', async () => {
    const consumer = await consumerOf(plain, { files: { ...orders, ...broken } })
    expectClosed(await consumer.push('plain'), plain)
    consumer.repo.commit({ 'migrations/0002_add_shipments.sql': 'CREATE TABLE shipments (id bigint);\n' })
    const run = await consumer.push('plain')
    expectOpen(run, plain)
    expect(run.outputs).toMatchObject({ from: '0001', to: '0002', applied: '["0002"]' })
    expect(consumer.flyctl.calls().map(call => call.revisions)).toEqual([[['0001', '0002']]])
  })
})

it.each(doors)('these tests would see a gate that opens for a failure: $workflow', async door => {
  const open = exportOpenGate()
  try {
    const consumer = await consumerOf(door, { files: { ...orders, ...broken } }, open)
    const run = await consumer.push(door.workflow)
    expect(run.code).toBe(0)
    expect(() => expectClosed(run, door)).toThrow()
    expect(await stateOf(consumer)).toEqual({ revisions: [['0001']], calls: 1 })
  } finally {
    open.remove()
  }
})
