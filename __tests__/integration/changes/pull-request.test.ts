import { beforeEach, expect, test } from '@jest/globals'
import { pullRequestSource } from '../../../src/action/pull-request.ts'
import type { Detection } from '../../../src/changes/detection.ts'
import type { ChangeSource } from '../../../src/changes/source.ts'
import type { ChangeSet } from '../../../src/domain.ts'
import type { EventFacts } from '../../../src/event.ts'
import { pageOf, pullFile, refusal, useGithub } from '../../support/github-api.ts'

const github = useGithub()
let rows: ReturnType<typeof pullFile>[] = []

beforeEach(() => github.answers(question => pageOf(rows, question)))

function refuse(status: number): void {
  github.answers(() => refusal(status, 'Resource not accessible by integration\n::error::x'))
}

const pullRequest = {
  number: 7,
  baseRef: 'main',
  baseSha: 'b'.repeat(40),
  headRef: 'topic',
  headSha: 'c'.repeat(40),
}
const event: EventFacts = {
  name: 'pull_request',
  ref: 'refs/pull/7/merge',
  sha: '',
  repository: 'o/r',
  defaultBranch: 'main',
  pullRequest,
  fork: false,
  dependabot: false,
  runUrl: '',
}
const detection: Detection = {
  filters: undefined,
  filtersSource: 'the filters input',
  base: undefined,
  ref: undefined,
  token: 'tok',
  listFiles: 'none',
  quantifier: 'some',
  fetchDepth: 100,
}
const git: ChangeSet = {
  known: true,
  comparison: { base: 'x', head: 'y', why: 'git' },
  changes: [],
  warnings: ['own'],
}
const fallback: ChangeSource = { list: async () => git }
const source = pullRequestSource({ token: 'tok-1234', fallback })

test('all pages, a rename as two changes, statuses in our words', async () => {
  const many = Array.from({ length: 230 }, (_, index) =>
    pullFile({ filename: `m/${index}.sql`, status: 'added' }),
  )
  rows = [
    pullFile({ filename: 'gone', status: 'removed' }),
    pullFile({ filename: 'new', status: 'renamed', previous_filename: 'old' }),
    pullFile({ filename: 'mode', status: 'changed' }),
    pullFile({ filename: 'same', status: 'unchanged' }),
    ...many,
  ]
  const set = await source.list(event, detection)
  if (!set.known) throw new Error(set.why)
  expect(set.changes.slice(0, 5)).toEqual([
    { path: 'gone', status: 'deleted' },
    { path: 'new', status: 'added' },
    { path: 'old', status: 'deleted' },
    { path: 'mode', status: 'type-changed' },
    { path: 'm/0.sql', status: 'added' },
  ])
  expect(set.changes).toHaveLength(234)
  expect(set.comparison).toEqual({
    base: pullRequest.baseSha,
    head: pullRequest.headSha,
    why: 'pull request #7: its files as GitHub lists them',
  })
  expect(github.asked.map(({ url }) => url.pathname + url.search)).toEqual([
    '/repos/o/r/pulls/7/files?per_page=100',
    '/repos/o/r/pulls/7/files?per_page=100&page=2',
    '/repos/o/r/pulls/7/files?per_page=100&page=3',
  ])
  expect(github.asked[0]?.authorization).toBe('token tok-1234')
})

test('at 3,000 files git is asked, with a warning', async () => {
  rows = Array.from({ length: 2_999 }, (_, index) => pullFile({ filename: `${index}`, status: 'added' }))
  expect(await source.list(event, detection)).toMatchObject({
    warnings: [],
    comparison: { head: pullRequest.headSha },
  })
  rows.push(pullFile({ filename: 'last', status: 'added' }))
  expect(await source.list(event, detection)).toMatchObject({
    comparison: { why: 'git' },
    warnings: ['GitHub lists no more than 3,000 files of a pull request: git was asked instead.', 'own'],
  })
})

test.each([401, 403, 404])('%i: git is asked, and the warning names the permission', async status => {
  refuse(status)
  const set = await source.list(event, detection)
  expect(set).toMatchObject({ known: true, comparison: { why: 'git' } })
  expect(set.known && set.warnings[0]).toBe(
    `GitHub did not list the pull request's files (${status}), so git was asked instead: give the job \`permissions: pull-requests: read\`.`,
  )
})

test('a page of a proxy is no empty list', async () => {
  github.intercepted({ body: { page: 'sign in' } })
  const set = await source.list(event, detection)
  expect(set.known && set.warnings[0]).toBe(
    "GitHub did not list the pull request's files (the answer is no list), so git was asked instead.",
  )
})

test('a failing server, with a fallback that does not know either', async () => {
  refuse(502)
  const unknown: ChangeSource = { list: async () => ({ known: false, why: 'No git.', level: 'note' }) }
  expect(await pullRequestSource({ token: 't', fallback: unknown }).list(event, detection)).toEqual({
    known: false,
    level: 'warning',
    why: "GitHub did not list the pull request's files (502), so git was asked instead. No git.",
  })
})

test('no token, another event or base HEAD: GitHub is not asked', async () => {
  const { pullRequest: _, ...push } = event
  expect(await pullRequestSource({ token: '', fallback }).list(event, detection)).toBe(git)
  expect(await source.list({ ...push, name: 'push' }, detection)).toBe(git)
  expect(await source.list(event, { ...detection, base: 'HEAD' })).toBe(git)
  expect(github.asked).toEqual([])
})

test('base and ref are ignored, and that is said', async () => {
  rows = []
  const set = await source.list(event, { ...detection, base: 'main', ref: 'x' })
  expect(set.known && set.warnings).toHaveLength(2)
})
