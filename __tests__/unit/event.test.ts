import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { mayRunStrangers, readEvent } from '../../src/event.ts'

const a = 'a'.repeat(40)
const b = 'b'.repeat(40)
const runner = {
  GITHUB_REPOSITORY: 'o/r',
  GITHUB_REF: 'refs/heads/main',
  GITHUB_SHA: a,
  GITHUB_ACTOR: 'octocat',
  GITHUB_SERVER_URL: 'https://github.example',
  GITHUB_RUN_ID: '99',
  GITHUB_RUN_ATTEMPT: '1',
}
const repository = { full_name: 'o/r', default_branch: 'main' }

function read(name: string, payload: unknown, more: Record<string, string> = {}) {
  return readEvent({ ...runner, GITHUB_EVENT_NAME: name, ...more }, payload)
}

function pull(headRepo: unknown, login = 'octocat') {
  return {
    number: 7,
    repository,
    pull_request: {
      number: 7,
      user: { login },
      base: { ref: 'main', sha: a, repo: { full_name: 'o/r' } },
      head: { ref: 'topic', sha: b, repo: headRepo },
    },
  }
}

test('a push', () => {
  expect(read('push', { before: b, after: a, repository })).toEqual({
    name: 'push',
    ref: 'refs/heads/main',
    sha: a,
    repository: 'o/r',
    defaultBranch: 'main',
    before: b,
    fork: false,
    dependabot: false,
    runUrl: 'https://github.example/o/r/actions/runs/99',
  })
})

test('a pull request, its fork and its deleted fork', () => {
  const own = read('pull_request', pull({ full_name: 'O/R' }))
  expect(own).toMatchObject({
    fork: false,
    pullRequest: { number: 7, baseRef: 'main', baseSha: a, headRef: 'topic', headSha: b },
  })
  for (const name of [
    'pull_request',
    'pull_request_target',
    'pull_request_review',
    'pull_request_review_comment',
  ]) {
    expect(read(name, pull({ full_name: 'stranger/r' })).fork).toBe(true)
    expect(read(name, pull(null)).fork).toBe(true)
    expect(read(name, {}).fork).toBe(true)
    expect(read(name, {}, { GITHUB_REPOSITORY: '' }).fork).toBe(true)
  }
})

test('a workflow_run of a fork, of the repository itself, and of who knows', () => {
  const run = (head: unknown) => ({
    workflow_run: { head_repository: head, repository: { full_name: 'o/r' } },
  })
  expect(read('workflow_run', run({ full_name: 'stranger/r' })).fork).toBe(true)
  expect(read('workflow_run', run({ full_name: 'o/r' })).fork).toBe(false)
  expect(read('workflow_run', run(null)).fork).toBe(true)
})

test('a release has its tag, a merge group and a dispatch have nothing of their own', () => {
  const facts = read('release', { release: { tag_name: 'v1.2' } }, { GITHUB_REF: 'refs/tags/v1.2' })
  expect(facts).toMatchObject({ tag: 'v1.2', ref: 'refs/tags/v1.2' })
  for (const name of ['merge_group', 'workflow_dispatch', 'repository_dispatch', 'schedule']) {
    expect(read(name, { repository, before: b })).toMatchObject({ name, fork: false, defaultBranch: 'main' })
    expect(read(name, { repository, before: b })).not.toHaveProperty('before')
  }
})

test('a schedule without a repository in its payload runs on the default branch', () => {
  expect(read('schedule', { schedule: '0 0 * * *' }).defaultBranch).toBe('main')
  expect(read('push', {}).defaultBranch).toBe('')
})

test('Dependabot by actor, sender or author', () => {
  expect(read('push', {}, { GITHUB_ACTOR: 'dependabot[bot]' }).dependabot).toBe(true)
  expect(read('push', { sender: { login: 'dependabot[bot]' } }).dependabot).toBe(true)
  expect(read('pull_request', pull({ full_name: 'o/r' }, 'dependabot[bot]')).dependabot).toBe(true)
  expect(read('pull_request', pull({ full_name: 'o/r' }, 'dependabot')).dependabot).toBe(false)
})

test('the page of the run, with its attempt', () => {
  expect(read('push', {}, { GITHUB_RUN_ATTEMPT: '3' }).runUrl).toBe(
    'https://github.example/o/r/actions/runs/99/attempts/3',
  )
  expect(read('push', {}, { GITHUB_RUN_ID: '' }).runUrl).toBe('')
})

test('the terminal', () => {
  expect(readEvent({}, undefined)).toEqual({
    name: '',
    ref: '',
    sha: '',
    repository: '',
    defaultBranch: '',
    fork: false,
    dependabot: false,
    runUrl: '',
  })
})

describe('hostile payloads', () => {
  const names = [
    'push',
    'pull_request',
    'pull_request_target',
    'release',
    'merge_group',
    'workflow_run',
    'schedule',
    '',
  ]

  test('never throw, and every fact has its type', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.anything({ withNullPrototype: true }), (name, payload) => {
        const facts = read(name, payload)
        const texts = [facts.name, facts.ref, facts.sha, facts.repository, facts.defaultBranch, facts.runUrl]
        return texts.every(text => typeof text === 'string') && typeof facts.fork === 'boolean'
      }),
    )
  })

  test('with keys of the right names and values of any type', () => {
    const value: fc.Memo<unknown> = fc.memo(depth => {
      const leaf = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.constant([]))
      if (depth <= 1) return leaf
      const keys = [
        'pull_request',
        'head',
        'base',
        'repo',
        'full_name',
        'number',
        'sha',
        'before',
        'release',
        'tag_name',
        'workflow_run',
        'head_repository',
        '__proto__',
      ]
      return fc.oneof(leaf, fc.dictionary(fc.constantFrom(...keys), value(depth - 1)))
    })
    fc.assert(
      fc.property(fc.constantFrom(...names), value(4), (name, payload) => {
        const facts = read(name, payload)
        if (facts.before !== undefined) expect(facts.before).toMatch(/^[0-9a-f]{40,64}$/)
        if (facts.pullRequest !== undefined) expect(Number.isSafeInteger(facts.pullRequest.number)).toBe(true)
        if (name.startsWith('pull_request')) expect(facts.fork).toBe(true)
      }),
    )
  })
})

test.each([
  ['pull_request_target', false, true],
  ['pull_request_target', true, true],
  ['issue_comment', false, true],
  ['workflow_run', true, true],
  ['workflow_run', false, false],
  ['pull_request', true, false],
  ['pull_request_review', true, false],
  ['push', false, false],
  ['workflow_dispatch', false, false],
  ['', false, false],
])('on "%s" (fork: %s) a stranger’s code beside our secrets: %s', (name, fork, expected) => {
  expect(mayRunStrangers({ name, fork })).toBe(expected)
})
