import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { root } from '../../script/tools.mjs'
import { query } from '../support/postgres.ts'
import { pythonEnvironment, relayFiles, relayHead, relayRevision } from '../support/relay.ts'
import type { Files } from '../support/repo.ts'
import { type Consumer, example, pullRequestPayload, tablesOf, useConsumers } from './consumer.ts'
import { expectSucceeded, resultOf, stateOf } from './doors.ts'

const orders = { 'migrations/0001_create_orders.sql': 'CREATE TABLE orders (id bigint PRIMARY KEY);\n' }
const broken = { 'migrations/0002_add_note.sql': 'ALTER TABLE orders ADD COLUMN note txet;\n' }

const consumers = useConsumers()

/** A repository with one example and nothing else; flyctl has to be set up, as on a runner of GitHub. */
async function copied(name: string, files: Files = orders): Promise<Consumer> {
  const consumer = await consumers.make({
    files: { ...example(name), 'app.txt': 'text\n' },
    flyctlOnPath: false,
  })
  consumer.repo.commit(files)
  return consumer
}

/** The jobs of each example that deploys; what `run` shows of the others is in their own tests. */
const deploying = {
  deploy: 'Deploy/Deploy',
  'deploy-composite': 'Deploy/Deploy',
  'deploy-reusable': 'Deploy/Deploy behind the gate/Migrate, then deploy',
}

describe.each(Object.entries(deploying))('docs/examples/%s.yml', (name, job) => {
  it('migrates, then deploys; and stops at a revision that fails', async () => {
    const consumer = await copied(name)
    const good = await consumer.push(name)
    expectSucceeded(good, job)
    expect(consumer.flyctl.calls()).toEqual([
      { args: ['deploy', '--remote-only'], revisions: [['0001']], token: true, urls: [] },
    ])

    consumer.repo.commit(broken)
    const bad = await consumer.push(name)
    expect({ code: bad.code, jobs: bad.jobs }).toEqual({ code: 1, jobs: { [job]: 'failure' } })
    expect(bad.leaks).toEqual([])
    expect(await stateOf(consumer)).toEqual({ revisions: [['0001']], calls: 1 })
  })
})

/** Of a project that uses Alembic; what else is true of them is in alembic.test.ts. */
const alembic = {
  alembic: 'Fly deploy/Deploy',
  'alembic-reusable': 'Deploy/Deploy behind the gate/Migrate, then deploy',
}
const { SESSION_SECRET: _, UV_NO_SYNC: __, ...env } = pythonEnvironment()

describe.each(Object.entries(alembic))('docs/examples/%s.yml', (name, job) => {
  it('migrates with Alembic, then deploys; and stops at a revision that fails', async () => {
    const consumer = await copied(name, relayFiles())
    const good = await consumer.run(name, 'push', { env })
    expectSucceeded(good, job)
    expect(consumer.flyctl.calls()).toEqual([
      { args: ['deploy', '--remote-only'], revisions: [[relayHead]], token: true, urls: [] },
    ])

    consumer.repo.commit(relayRevision('0badc0de0001', ['op.drop_table("nowhere")']))
    const bad = await consumer.run(name, 'push', { env })
    expect({ code: bad.code, jobs: bad.jobs }).toEqual({ code: 1, jobs: { [job]: 'failure' } })
    expect(bad.leaks).toEqual([])
    expect(await stateOf(consumer)).toEqual({ revisions: [[relayHead]], calls: 1 })
  })
})

describe('docs/examples/approve.yml', () => {
  const hooks = {
    'db/roles.sql': 'GRANT SELECT ON orders TO PUBLIC;\n',
    'db/smoke.sql': 'SELECT count(*) = 0 FROM orders;\n',
  }
  const jobs = ['Approve/Plan', 'Approve/Deploy']

  it('plans, and deploys what was approved; a second run of the same has nothing to refuse', async () => {
    const consumer = await copied('approve', { ...orders, ...hooks })
    for (const status of ['upgraded', 'up-to-date']) {
      const run = await consumer.push('approve')
      expectSucceeded(run, ...jobs)
      expect(run.outputs.status).toBe(status)
      expect(run.summaries.join('\n')).toMatch(/approved-plan [0-9a-f]{64}-[0-9a-f]{16}/)
    }
    expect(await stateOf(consumer)).toEqual({ revisions: [['0001']], calls: 2 })
  })

  it('a smoke check that fails stops the deploy', async () => {
    const consumer = await copied('approve', {
      ...orders,
      ...hooks,
      'db/smoke.sql': 'SELECT 1 WHERE false;\n',
    })
    const run = await consumer.push('approve')
    expect({ code: run.code, jobs: run.jobs }).toEqual({
      code: 1,
      jobs: { 'Approve/Plan': 'success', 'Approve/Deploy': 'failure' },
    })
    expect(run.annotations[0]?.properties).toMatchObject({ file: 'db/smoke.sql', line: '1' })
    expect(run.leaks).toEqual([])
    expect(await stateOf(consumer)).toEqual({ revisions: [['0001']], calls: 0 })
  })
})

it('docs/examples/alembic-before.yml deploys to a database that was not migrated', async () => {
  const consumer = await copied('alembic-before', relayFiles())
  const run = await consumer.push('alembic-before')
  expectSucceeded(run, 'Fly deploy/Deploy')
  expect(run.log).toContain('Migrations changed. They run in the release command.')
  expect(consumer.flyctl.calls().map(call => call.revisions)).toEqual([[[]]])
})

it('docs/examples/deploy-before.yml deploys to a database that was not migrated', async () => {
  const consumer = await copied('deploy-before')
  const run = await consumer.push('deploy-before')
  expectSucceeded(run, 'Deploy/Deploy')
  expect(run.log).toContain('Migrations changed. They run in the release command.')
  expect(consumer.flyctl.calls().map(call => call.revisions)).toEqual([[[]]])
})

describe('docs/examples/plan.yml', () => {
  it('says what a merge would apply, and leaves the database alone', async () => {
    const consumer = await copied('plan')
    const run = await consumer.run('plan', 'pull_request', {
      payload: pullRequestPayload(consumer.repo, 'o/r'),
      secrets: { STAGING_DATABASE_URL: consumer.database.url },
    })
    expectSucceeded(run, 'Plan/Plan')
    expect(run.outputs).toMatchObject({
      status: 'pending',
      changed: 'true',
      pending: '["0001"]',
      applied: '[]',
    })
    expect(run.summaries.join('\n')).toContain('0001')
    expect(await tablesOf(consumer.database)).toEqual([])
  })

  it('is red where the deploy would be stopped', async () => {
    const consumer = await copied('plan')
    await query(consumer.database.url, 'create table stranger ()')
    const run = await consumer.run('plan', 'pull_request', {
      payload: pullRequestPayload(consumer.repo, 'o/r'),
      secrets: { STAGING_DATABASE_URL: consumer.database.url },
    })
    expect({ code: run.code, jobs: run.jobs }).toEqual({ code: 1, jobs: { 'Plan/Plan': 'failure' } })
    expect(run.outputs.status).toBe('pending')
    expect(run.log).toContain('public.migration_history records no revision')
  })

  it('is green and skipped for a fork', async () => {
    const consumer = await copied('plan')
    const payload = pullRequestPayload(consumer.repo, 'stranger/r')
    const run = await consumer.run('plan', 'pull_request', { payload, secrets: {} })
    expectSucceeded(run, 'Plan/Plan')
    expect(run.outputs.status).toBe('skipped')
    expect(run.annotations.map(({ level }) => level)).toEqual(['notice'])
  })
})

it('docs/examples/operate.yml plans unless told otherwise', async () => {
  const consumer = await copied('operate')
  const run = await consumer.run('operate', 'workflow_dispatch', {
    payload: { ref: 'refs/heads/main', repository: { full_name: 'o/r', default_branch: 'main' } },
  })
  expectSucceeded(run, 'Operate/Operate the database/Run by hand')
  expect(run.outputs.status).toBe('pending')
  expect(resultOf(run, 'Gate')).toBe('success')
  expect(await tablesOf(consumer.database)).toEqual([])
})

it('every example was run', () => {
  const names = readdirSync(join(root, 'docs/examples')).map(file => file.replace('.yml', ''))
  const others = ['alembic-before', 'approve', 'check', 'checks', 'deploy-before', 'operate', 'plan']
  expect(names.sort()).toEqual([...Object.keys(deploying), ...Object.keys(alembic), ...others].sort())
})
