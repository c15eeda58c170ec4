import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { pullRequestSource } from '../../../src/action/pull-request.ts'
import type { Detection } from '../../../src/changes/detection.ts'
import type { ChangeSource } from '../../../src/changes/source.ts'
import type { ChangeSet } from '../../../src/domain.ts'
import type { EventFacts } from '../../../src/event.ts'

interface Row {
  filename: string
  status: string
  previous_filename?: string
}

let server: Server
let rows: Row[] = []
let refuse = 0
let asked: { url: string; authorization: string | undefined }[] = []
const before = process.env.GITHUB_API_URL

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', authorization: request.headers.authorization })
    const url = new URL(request.url ?? '', `http://${request.headers.host}`)
    const page = Number(url.searchParams.get('page') ?? '1')
    const size = Number(url.searchParams.get('per_page'))
    response.setHeader('content-type', 'application/json')
    if (refuse !== 0) {
      response.statusCode = refuse
      return response.end(JSON.stringify({ message: 'Resource not accessible by integration\n::error::x' }))
    }
    url.searchParams.set('page', String(page + 1))
    if (page * size < rows.length) response.setHeader('link', `<${url.href}>; rel="next"`)
    return response.end(JSON.stringify(rows.slice((page - 1) * size, page * size)))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  // @actions/github reads it when it is loaded, which is at the first question.
  process.env.GITHUB_API_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  if (before === undefined) delete process.env.GITHUB_API_URL
  else process.env.GITHUB_API_URL = before
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
})
beforeEach(() => {
  refuse = 0
  asked = []
})

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
  const many = Array.from({ length: 230 }, (_, index) => ({ filename: `m/${index}.sql`, status: 'added' }))
  rows = [
    { filename: 'gone', status: 'removed' },
    { filename: 'new', status: 'renamed', previous_filename: 'old' },
    { filename: 'mode', status: 'changed' },
    { filename: 'same', status: 'unchanged' },
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
  expect(asked.map(one => one.url)).toEqual([
    '/repos/o/r/pulls/7/files?per_page=100',
    '/repos/o/r/pulls/7/files?per_page=100&page=2',
    '/repos/o/r/pulls/7/files?per_page=100&page=3',
  ])
  expect(asked[0]?.authorization).toBe('token tok-1234')
})

test('at 3,000 files git is asked, with a warning', async () => {
  rows = Array.from({ length: 2_999 }, (_, index) => ({ filename: `${index}`, status: 'added' }))
  expect(await source.list(event, detection)).toMatchObject({
    warnings: [],
    comparison: { head: pullRequest.headSha },
  })
  rows.push({ filename: 'last', status: 'added' })
  expect(await source.list(event, detection)).toMatchObject({
    comparison: { why: 'git' },
    warnings: ['GitHub lists no more than 3,000 files of a pull request: git was asked instead.', 'own'],
  })
})

test.each([401, 403, 404])('%i: git is asked, and the warning names the permission', async status => {
  refuse = status
  const set = await source.list(event, detection)
  expect(set).toMatchObject({ known: true, comparison: { why: 'git' } })
  expect(set.known && set.warnings[0]).toBe(
    `GitHub did not list the pull request's files (${status}), so git was asked instead: give the job \`permissions: pull-requests: read\`.`,
  )
})

test('a failing server, with a fallback that does not know either', async () => {
  refuse = 502
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
  expect(asked).toEqual([])
})

test('base and ref are ignored, and that is said', async () => {
  rows = []
  const set = await source.list(event, { ...detection, base: 'main', ref: 'x' })
  expect(set.known && set.warnings).toHaveLength(2)
})
