import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { lastSuccessSource } from '../../../src/action/last-success.ts'
import type { Detection } from '../../../src/changes/detection.ts'
import { gitSource } from '../../../src/changes/git.ts'
import type { ChangeSet } from '../../../src/domain.ts'
import type { EventFacts } from '../../../src/event.ts'
import { type Answer, refusal, useGithub, workflowRuns } from '../../support/github-api.ts'
import { gitTestEnv, makeRepo, type Repo } from '../../support/repo.ts'

const github = useGithub()

let repo: Repo
let commits: string[]
beforeEach(() => {
  repo = makeRepo()
  commits = [1, 2, 3].map(number => repo.commit({ [`migrations/${number}.sql`]: '1' }))
})
afterEach(() => repo.remove())

function succeeded(...runs: [id: number, commit: string | undefined, from?: string][]): void {
  const rows = runs.map(([id, head_sha = '', from = 'o/r']) => ({ id, head_sha, from }))
  github.answers(() => workflowRuns(rows))
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
    succeeded([9, commits[2]], [8, commits[0], 'fork/r'], [7, commits[0]])
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
    expect(github.asked.map(({ url }) => url.pathname)).toEqual([
      '/repos/o/r/actions/workflows/deploy.yml/runs',
    ])
    expect(Object.fromEntries(github.asked[0]?.url.searchParams ?? [])).toEqual({
      branch: 'main',
      status: 'success',
      per_page: '20',
    })
  })

  test('of a pull request: its own commit, and the runs of its branch', async () => {
    succeeded([7, commits[0]])
    const pullRequest = {
      number: 7,
      baseRef: 'main',
      baseSha: commits[0] ?? '',
      headRef: 'topic',
      headSha: commits[1] ?? '',
    }
    const set = await list({ name: 'pull_request', ref: 'refs/pull/7/merge', pullRequest })
    expect(files(set)).toEqual(['migrations/2.sql'])
    expect(github.asked[0]?.url.searchParams.get('branch')).toBe('topic')
  })

  test('whose commit is gone counts as changed', async () => {
    succeeded([7, 'abcd'.repeat(10)])
    expect(await list()).toMatchObject({
      known: false,
      level: 'warning',
      why: expect.stringContaining('The last successful run on main (#7) (abcdabc) is not in this clone'),
    })
  })

  test('is not asked for where nobody did', async () => {
    const set = await list({}, { since: undefined } as unknown as Partial<Detection>)
    expect(set).toMatchObject({ warnings: [] })
    expect(github.asked).toEqual([])
  })
})

describe('without such a run the event decides, and the reason is said', () => {
  const instead = 'so `since: last-success` compares as if it were not there.'
  const none = workflowRuns([])
  test.each([
    ['none succeeded', none, {}, {}, `No earlier run of deploy.yml succeeded on main, ${instead}`],
    ['no token', none, {}, { token: '' }, `There is no \`token\` to ask GitHub with, ${instead}`],
    ['no branch', none, { ref: 'refs/tags/v1' }, {}, `push is on no branch, ${instead}`],
    [
      'refused',
      refusal(403, 'Resource not accessible by integration'),
      {},
      {},
      `GitHub did not list the runs of deploy.yml (403: give the job \`permissions: actions: read\`), ${instead}`,
    ],
  ])('%s', async (_, answer: Answer, facts, given, warning) => {
    github.answers(() => answer)
    const set = await list(facts, given)
    expect(set).toMatchObject({ known: true, warnings: [warning] })
  })
  test('a page of a proxy', async () => {
    github.intercepted({ body: { page: 'sign in' } })
    const warning = `GitHub did not list the runs of deploy.yml (no answer), ${instead}`
    expect(await list()).toMatchObject({ known: true, warnings: [warning] })
  })
})
