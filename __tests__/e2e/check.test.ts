/** docs/examples/check.yml and the reusable workflow behind it: the required check that always reports. */
import { expect, it } from '@jest/globals'
import { sqlRevision } from '../support/check.ts'
import { type Comment, keepComments, pageOf, pullFile, useGithub } from '../support/github-api.ts'
import { type Consumer, example, pullRequestPayload, useConsumers } from './consumer.ts'

const path = 'migrations/0001_customers.sql'
const history = 'migrations/Check the migrations/history'
const checked = 'migrations/Check the migrations/checked'

const consumers = useConsumers()
const github = useGithub()

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

it('comments once on its pull request, and says in the same comment when all is well', async () => {
  const { repo, run } = await copied()
  const comments: Comment[] = [{ id: 1, body: 'When will this be merged?', type: 'User' }]
  const keep = keepComments(comments)
  const next = 'migrations/0002_index.sql'
  github.answers(question =>
    question.operation === 'pulls/list-files'
      ? pageOf([pullFile({ filename: next, status: 'added' })], question)
      : keep(question),
  )
  const pulled = async (up: string) => {
    repo.git('reset', '--quiet', '--hard', 'main')
    repo.commit({ [next]: sqlRevision(up) })
    const { GITHUB_API_URL = '' } = process.env
    const payload = pullRequestPayload(repo, 'o/r')
    return run('check', 'pull_request', {
      payload,
      secrets: { GITHUB_TOKEN: 'token-of-the-test' },
      env: { GITHUB_API_URL },
    })
  }
  repo.git('checkout', '--quiet', '-b', 'feature')
  const closed = await pulled('create index customers_id on customers (id)')
  expect(closed.jobs).toEqual({ [history]: 'failure', [checked]: 'failure' })
  expect(comments).toHaveLength(2)
  expect(comments[1]?.body).toContain('### 🔴 Gate closed: 1 new revision, 1 error.')
  expect(comments[1]?.body).toContain(
    '```sql\ncreate index concurrently customers_id on customers (id);\n```',
  )
  expect(comments[1]?.body).toContain(`/o/r/blob/${repo.git('rev-parse', 'HEAD')}/${next}#L2`)
  expect(closed.log).not.toContain('No comment')
  expect(new Set(github.asked.map(({ authorization }) => authorization))).toEqual(
    new Set(['token token-of-the-test']),
  )

  const open = await pulled('create table notes (id int)')
  expect(open.code).toBe(0)
  expect(comments).toHaveLength(2)
  expect(comments[1]?.body).toContain('### 🟢 Gate open: 1 new revision, nothing wrong with the history.')
  expect(comments[0]?.body).toBe('When will this be merged?')
})
