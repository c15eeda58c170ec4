/** docs/examples/check.yml and the reusable workflow behind it: the required check that always reports. */
import { expect, it } from '@jest/globals'
import { sqlRevision } from '../support/check.ts'
import { type Consumer, example, pullRequestPayload, useConsumers } from './consumer.ts'

const path = 'migrations/0001_customers.sql'
const history = 'migrations/Check the migrations/history'
const checked = 'migrations/Check the migrations/checked'

const consumers = useConsumers()

let consumer: Consumer

async function copied(): Promise<Consumer> {
  consumer = await consumers.make({
    files: { ...example('check'), [path]: sqlRevision('create table customers (id int)') },
  })
  return consumer
}

const pull = ({ repo, run }: Consumer, from = 'o/r') =>
  run('check', 'pull_request', { payload: pullRequestPayload(repo, from), secrets: {} })

it('is green where no revision changed, and reports', async () => {
  const { repo } = await copied()
  repo.commit({ 'app.txt': '1' })
  const run = await pull(consumer)
  expect(run.jobs).toEqual({ [history]: 'success', [checked]: 'success' })
  expect(run.log).toContain('Gate open: 0 new revisions, nothing wrong with the history.')
})

it('is red where a merged revision was edited, for a fork and without a secret too', async () => {
  const { repo } = await copied()
  repo.commit({ [path]: sqlRevision('create table customers (id bigint)') })
  const run = await pull(consumer, 'stranger/r')
  expect(run.code).toBe(1)
  expect(run.jobs).toEqual({ [history]: 'failure', [checked]: 'failure' })
  expect(run.log).toContain(`${path} is merged (main) and was edited`)
})

it('is red in the merge queue where the entry ahead took the version', async () => {
  const { repo } = await copied()
  const ahead = repo.commit({ 'migrations/0002_orders.sql': sqlRevision('create table orders (id int)') })
  repo.commit({ 'migrations/02_events.sql': sqlRevision('create table events (id int)') })
  const payload = {
    merge_group: { base_sha: ahead, base_ref: 'refs/heads/main', head_sha: repo.git('rev-parse', 'HEAD') },
    repository: { full_name: 'o/r', default_branch: 'main' },
  }
  const run = await consumer.run('check', 'merge_group', { payload, secrets: {} })
  expect(run.jobs).toEqual({ [history]: 'failure', [checked]: 'failure' })
  expect(run.log).toContain('Version 02 has two files')
})
