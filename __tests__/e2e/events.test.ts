import { describe, expect, it } from '@jest/globals'
import {
  type Consumer,
  pullRequestPayload,
  pushPayload,
  releasePayload,
  tablesOf,
  useConsumers,
  workflows,
} from './consumer.ts'
import { type Door, doors, expectClosed, expectOpen, stateOf } from './doors.ts'

const orders = { 'migrations/0001_create_orders.sql': 'CREATE TABLE orders (id bigint PRIMARY KEY);\n' }
const note = { 'migrations/0002_add_note.sql': 'ALTER TABLE orders ADD COLUMN note text;\n' }

const consumers = useConsumers()

/** A repository of two commits; the second brings the first revision, as a pull request would. */
async function proposed(door: Door): Promise<Consumer> {
  const consumer = await consumers.make({
    files: { ...workflows(door.workflow), 'app.txt': 'text\n' },
  })
  consumer.repo.commit(orders)
  return consumer
}

const [plain] = doors as [Door]

describe.each(doors)('a pull request through the $workflow door', door => {
  it('of a fork, which gets no secret, is green and skipped, with a notice and no deploy', async () => {
    const consumer = await proposed(door)
    const run = await consumer.run(door.workflow, 'pull_request', {
      payload: pullRequestPayload(consumer.repo, 'stranger/r'),
      secrets: {},
    })
    expectOpen(run, door)
    expect(run.outputs).toMatchObject({ status: 'skipped', pending: '[]', applied: '[]', failed: '' })
    expect(run.seen?.outputs.status).toBe('skipped')
    expect(run.annotations).toEqual([
      expect.objectContaining({
        level: 'notice',
        message: expect.stringMatching(/no database URL.*from a fork/),
      }),
    ])
    expect(await stateOf(consumer)).toEqual({ revisions: [[]], calls: 0 })
  })

  it('of this repository is refused: nothing is asked of the database', async () => {
    const consumer = await proposed(door)
    const run = await consumer.run(door.workflow, 'pull_request', {
      payload: pullRequestPayload(consumer.repo, 'o/r'),
    })
    expectClosed(run, door)
    expect(run.annotations).toEqual([
      expect.objectContaining({
        level: 'error',
        message: expect.stringContaining('`upgrade` was asked on pull_request'),
      }),
    ])
    expect(await stateOf(consumer)).toEqual({ revisions: [[]], calls: 0 })
    expect(await tablesOf(consumer.database)).toEqual([])
  })
})

describe('a pull request', () => {
  it('of Dependabot, which gets no secret either, is skipped', async () => {
    const consumer = await proposed(plain)
    const payload = { ...pullRequestPayload(consumer.repo, 'o/r'), sender: { login: 'dependabot[bot]' } }
    const run = await consumer.run('plain', 'pull_request', { payload, secrets: {} })
    expectOpen(run, plain)
    expect(run.outputs.status).toBe('skipped')
    expect(run.annotations.map(({ level }) => level)).toEqual(['notice'])
    expect(await stateOf(consumer)).toEqual({ revisions: [[]], calls: 0 })
  })

  it('of this repository with an empty secret is refused, not skipped', async () => {
    const consumer = await proposed(plain)
    const payload = pullRequestPayload(consumer.repo, 'o/r')
    expectClosed(await consumer.run('plain', 'pull_request', { payload, secrets: {} }), plain)
    expect(await stateOf(consumer)).toEqual({ revisions: [[]], calls: 0 })
  })

  it('of a fork is refused where pull_request_target hands it the secret', async () => {
    const consumer = await proposed(plain)
    const payload = pullRequestPayload(consumer.repo, 'stranger/r')
    const run = await consumer.run('plain', 'pull_request_target', { payload })
    expectClosed(run, plain)
    expect(run.annotations[0]?.message).toContain('from a fork')
    expect(await stateOf(consumer)).toEqual({ revisions: [[]], calls: 0 })
    expect(await tablesOf(consumer.database)).toEqual([])
  })
})

/**
 * Paths inform, the database decides. The revision came with v1.0.0, whose deploy was never run; between the tags
 * only app.txt changed.
 */
describe('what an earlier run left', () => {
  const byRelease = () => releasePayload('v1.1.0')
  const byTag = (consumer: Consumer) => pushPayload(consumer.repo, 'refs/tags/v1.1.0')

  it.each([
    ...doors.map(door => ({ door, workflow: door.workflow, event: 'release', payload: byRelease })),
    { door: plain, workflow: 'plain', event: 'push', payload: byTag },
  ])(
    'runs on the $event of a tag through the $workflow door, though the diff does not show it',
    async given => {
      const { door, event, payload } = given
      const consumer = await consumers.make({ files: { ...workflows(door.workflow), ...orders } })
      await consumer.push(door.workflow)
      consumer.repo.commit(note)
      consumer.repo.git('tag', 'v1.0.0')
      consumer.repo.commit({ 'app.txt': 'text\n' })
      consumer.repo.git('tag', 'v1.1.0')

      const run = await consumer.run(door.workflow, event, { payload: payload(consumer) })
      expectOpen(run, door)
      expect(run.outputs).toMatchObject({
        status: 'upgraded',
        changed: 'false',
        from: '0001',
        to: '0002',
        applied: '["0002"]',
      })
      expect(run.log).toContain('migrations: false')
      expect(consumer.flyctl.calls().map(call => call.revisions)).toEqual([[['0001']], [['0001', '0002']]])
    },
  )
})
