/** dist/lint: found beside the action, and said where a copied CLI is alone. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { runAction, runCli } from '../support/bundle.ts'
import { sqlRevision } from '../support/check.ts'
import { makeRepo, type Repo } from '../support/repo.ts'

let repo: Repo
beforeEach(() => {
  repo = makeRepo()
  repo.commit({ 'migrations/0001_orders.sql': sqlRevision('create table orders (id int)') })
  repo.git('checkout', '--quiet', '-b', 'change')
  repo.commit({ 'migrations/0002_index.sql': sqlRevision('create index i on orders (id)', 'drop index i') })
})
afterEach(() => repo.remove())

test('the action reads the statements of new revisions', async () => {
  const [base, head] = [repo.git('rev-parse', 'main'), repo.git('rev-parse', 'HEAD')]
  const full_name = 'octo/relay'
  const pull_request = {
    number: 7,
    base: { sha: base, ref: 'main', repo: { full_name } },
    head: { sha: head, ref: 'change', repo: { full_name } },
  }
  const payload = { number: 7, pull_request, repository: { full_name, default_branch: 'main' } }
  const run = await runAction({
    cwd: repo.path,
    inputs: { command: 'check' },
    event: 'pull_request',
    payload,
  })
  expect(run.code).toBe(1)
  expect(run.stdout).toContain(
    '::error title=Migration Gate%3A index-blocks-writes,file=migrations/0002_index.sql,line=2',
  )
})

test('the CLI by itself says that it did not', async () => {
  const { code, stdout } = await runCli(['check', '--rehearse', 'off'], { cwd: repo.path })
  expect(code).toBe(0)
  expect(stdout).toContain('The statements of new revisions were not looked at')
})
