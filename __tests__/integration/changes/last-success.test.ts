import { createServer, type Server } from 'node:http'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { lastSuccessSource } from '../../../src/action/last-success.ts'
import type { Detection } from '../../../src/changes/detection.ts'
import { gitSource } from '../../../src/changes/git.ts'
import type { ChangeSet } from '../../../src/domain.ts'
import type { EventFacts } from '../../../src/event.ts'
import { closeServer, listen } from '../../support/gate.ts'
import { gitTestEnv, makeRepo, type Repo } from '../../support/repo.ts'

let server: Server
let answer: { status: number; body: unknown }
let asked: URL[] = []
const before = process.env.GITHUB_API_URL

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(new URL(request.url ?? '', 'http://api'))
    response.setHeader('content-type', 'application/json')
    response.statusCode = answer.status
    response.end(JSON.stringify(answer.body))
  })
  // @actions/github reads it when it is loaded, which is at the first question.
  process.env.GITHUB_API_URL = `http://127.0.0.1:${await listen(server)}`
})
afterAll(async () => {
  if (before === undefined) delete process.env.GITHUB_API_URL
  else process.env.GITHUB_API_URL = before
  server.closeAllConnections()
  await closeServer(server)
})

let repo: Repo
let commits: string[]
beforeEach(() => {
  asked = []
  repo = makeRepo()
  commits = [1, 2, 3].map(number => repo.commit({ [`migrations/${number}.sql`]: '1' }))
})
afterEach(() => repo.remove())

/** The fields of a run that are read. */
function run(id: number, head_sha: string | undefined, from = 'o/r') {
  return { id, run_number: id, head_sha, head_repository: { full_name: from } }
}

function list(facts: Partial<EventFacts> = {}, given: Partial<Detection> = {}) {
  const event = {
    name: 'push',
    ref: 'refs/heads/main',
    sha: '',
    repository: 'o/r',
    defaultBranch: 'main',
    before: commits[1] ?? '',
  }
  const git = gitSource({ cwd: repo.path, env: gitTestEnv() })
  const source = lastSuccessSource({
    token: given.token ?? 'tok',
    workflowRef: 'o/r/.github/workflows/deploy.yml@refs/heads/main',
    runId: '9',
    git,
    fallback: git,
  })
  const detection = { quantifier: 'some', fetchDepth: 10, listFiles: 'none', since: 'last-success', ...given }
  return source.list(
    { ...event, fork: false, dependabot: false, runUrl: '', ...facts } as EventFacts,
    detection as Detection,
  )
}

function files(set: ChangeSet): string[] {
  return set.known ? set.changes.map(change => change.path) : []
}

describe('since: last-success', () => {
  test('compares with the commit of the last run that succeeded', async () => {
    answer = {
      status: 200,
      body: {
        total_count: 3,
        workflow_runs: [run(9, commits[2]), run(8, commits[0], 'fork/r'), run(7, commits[0])],
      },
    }
    const set = await list()
    expect(files(set)).toEqual(['migrations/2.sql', 'migrations/3.sql'])
    expect(set).toMatchObject({
      warnings: [],
      comparison: {
        base: commits[0],
        why: 'push to main: against the last successful run on main (#7)',
        commits: 2,
      },
    })
    expect(asked.map(url => url.pathname)).toEqual(['/repos/o/r/actions/workflows/deploy.yml/runs'])
    expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toEqual({
      branch: 'main',
      status: 'success',
      per_page: '20',
    })
  })

  test('of a pull request: its own commit, and the runs of its branch', async () => {
    answer = { status: 200, body: { total_count: 1, workflow_runs: [run(7, commits[0])] } }
    const pullRequest = {
      number: 7,
      baseRef: 'main',
      baseSha: commits[0] ?? '',
      headRef: 'topic',
      headSha: commits[1] ?? '',
    }
    const set = await list({ name: 'pull_request', ref: 'refs/pull/7/merge', pullRequest })
    expect(files(set)).toEqual(['migrations/2.sql'])
    expect(asked[0]?.searchParams.get('branch')).toBe('topic')
  })

  test('whose commit is gone counts as changed', async () => {
    answer = { status: 200, body: { total_count: 1, workflow_runs: [run(7, 'abcd'.repeat(10))] } }
    expect(await list()).toMatchObject({
      known: false,
      level: 'warning',
      why: expect.stringContaining('The last successful run on main (#7) (abcdabc) is not in this clone'),
    })
  })

  test('is not asked for where nobody did', async () => {
    const set = await list({}, { since: undefined } as unknown as Partial<Detection>)
    expect(set).toMatchObject({ warnings: [] })
    expect(asked).toEqual([])
  })
})

describe('without such a run the event decides, and the reason is said', () => {
  const instead = 'so `since: last-success` compares as if it were not there.'
  const none = { status: 200, body: { total_count: 0, workflow_runs: [] } }
  test.each([
    ['none succeeded', none, {}, {}, `No earlier run of deploy.yml succeeded on main, ${instead}`],
    ['no token', none, {}, { token: '' }, `There is no \`token\` to ask GitHub with, ${instead}`],
    ['no branch', none, { ref: 'refs/tags/v1' }, {}, `push is on no branch, ${instead}`],
    [
      'refused',
      { status: 403, body: { message: 'Resource not accessible by integration' } },
      {},
      {},
      `GitHub did not list the runs of deploy.yml (403: give the job \`permissions: actions: read\`), ${instead}`,
    ],
    [
      'no JSON of GitHub',
      { status: 200, body: { page: 'a proxy' } },
      {},
      {},
      `GitHub did not list the runs of deploy.yml (no answer), ${instead}`,
    ],
  ])('%s', async (_, said, facts, given, warning) => {
    answer = said
    const set = await list(facts, given)
    expect(set).toMatchObject({ known: true, warnings: [warning] })
  })
})
