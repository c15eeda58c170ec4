import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import {
  type Consumer,
  example,
  fixture,
  pullRequestPayload,
  releasePayload,
  useConsumers,
} from './consumer.ts'
import { expectSucceeded } from './doors.ts'

const theirs = /dorny\/paths-filter@[0-9a-f]{40} # v[\d.]+/

const consumers = useConsumers()

describe('a workflow written for paths-filter, with the `uses:` line alone changed', () => {
  async function switched(): Promise<Consumer> {
    const text = fixture('paths-filter.yml')
    expect(text).toMatch(theirs)
    const workflow = text.replace(theirs, 'migration-gate/migration-gate/detect@v1')
    const files = { '.github/workflows/filter.yml': workflow, 'app.txt': '1' }
    const consumer = await consumers.make({ files })
    return consumer
  }

  const revision = { 'migrations/0001_create orders.sql': 'select 1', 'a.md': '1' }
  const expected = {
    shared: 'false',
    shared_count: '0',
    shared_files: '',
    migrations: 'true',
    migrations_count: '1',
    migrations_files: "'migrations/0001_create orders.sql'",
    docs: 'true',
    docs_count: '1',
    docs_files: 'a.md',
    // The filter of that name, not our output.
    status: 'false',
    status_count: '0',
    status_files: '',
    changes: '["migrations","docs"]',
  }

  it('sets its outputs on a push, and the next job runs', async () => {
    const consumer = await switched()
    consumer.repo.commit(revision)
    const run = await consumer.push('filter', { secrets: {} })
    expectSucceeded(run, 'Filter/changes', 'Filter/migrate')
    expect(run.seen).toMatchObject({ result: 'success', outputs: expected })
  })

  it('sets its outputs on a pull request of a fork', async () => {
    const consumer = await switched()
    consumer.repo.commit(revision)
    const payload = pullRequestPayload(consumer.repo, 'stranger/r')
    const run = await consumer.run('filter', 'pull_request', { payload, secrets: {} })
    expectSucceeded(run, 'Filter/changes', 'Filter/migrate')
    expect(run.seen?.outputs).toMatchObject(expected)
  })

  it('skips the next job where nothing changed for it', async () => {
    const consumer = await switched()
    consumer.repo.commit({ 'app.txt': '2' })
    const run = await consumer.push('filter', { secrets: {} })
    expectSucceeded(run, 'Filter/changes')
    expect(run.seen?.outputs).toMatchObject({ migrations: 'false', status: 'true', changes: '["status"]' })
  })

  it('finds on a release what came since the release before, where paths-filter finds nothing', async () => {
    const consumer = await switched()
    consumer.repo.git('tag', 'v1.0.0')
    consumer.repo.commit(revision)
    consumer.repo.git('tag', 'v1.1.0')
    const run = await consumer.run('filter', 'release', { payload: releasePayload('v1.1.0'), secrets: {} })
    expectSucceeded(run, 'Filter/changes', 'Filter/migrate')
    expect(run.seen?.outputs).toMatchObject({ migrations: 'true' })
    expect(run.log).toContain('release v1.1.0: against the earlier tag v1.0.0')
  })
})

describe('docs/examples/checks.yml', () => {
  const check = '#!/bin/sh\necho "looked at $1"\ntest "$1" != broken\n'

  async function copied(): Promise<Consumer> {
    const consumer = await consumers.make({
      files: { ...example('checks'), 'script/check-database': check },
    })
    chmodSync(join(consumer.repo.path, 'script/check-database'), 0o755)
    consumer.repo.commit({ 'db/orders/0001_a.sql': 'select 1', 'db/events/0001_a.sql': 'select 1' })
    return consumer
  }

  const pull = (consumer: Consumer) =>
    consumer.run('checks', 'pull_request', { payload: pullRequestPayload(consumer.repo, 'o/r'), secrets: {} })

  it('checks the databases that a pull request changes, and no other', async () => {
    const consumer = await copied()
    consumer.repo.commit({ 'db/events/0002_b.sql': 'select 2' })
    const run = await pull(consumer)
    expectSucceeded(run, 'Checks/changes', 'Checks/check events', 'Checks/checked')
    expect(run.log).toContain('looked at events')
    expect(run.log).not.toContain('looked at orders')
  })

  it('checks both side by side', async () => {
    const consumer = await copied()
    consumer.repo.commit({ 'db/events/0002_b.sql': 'select 2', 'db/orders/0002_b.sql': 'select 2' })
    const run = await pull(consumer)
    expect({ code: run.code, jobs: Object.values(run.jobs) }).toEqual({
      code: 0,
      jobs: Array(4).fill('success'),
    })
    expect(run.log).toContain('looked at events')
    expect(run.log).toContain('looked at orders')
  })

  it('is green where there is nothing to check', async () => {
    const consumer = await copied()
    consumer.repo.commit({ 'app.txt': '1' })
    expectSucceeded(await pull(consumer), 'Checks/changes', 'Checks/checked')
  })

  it('is red where a check is', async () => {
    const consumer = await copied()
    consumer.repo.commit({
      'script/check-database': check.replace('broken', 'orders'),
      'db/orders/0002_b.sql': 'x',
    })
    const run = await pull(consumer)
    expect(run.code).toBe(1)
    expect(run.jobs).toMatchObject({ 'Checks/changes': 'success', 'Checks/checked': 'failure' })
  })
})
