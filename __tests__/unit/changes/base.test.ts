import { describe, expect, test } from '@jest/globals'
import { type BaseDecision, decideBase, shortName } from '../../../src/changes/base.ts'
import type { Detection } from '../../../src/changes/detection.ts'
import type { EventFacts } from '../../../src/event.ts'

const a = 'a'.repeat(40)
const b = 'b'.repeat(40)
const zeros = '0'.repeat(40)
const pullRequest = { number: 7, baseRef: 'main', baseSha: a, headRef: 'topic', headSha: b }
const before = { how: 'commit', commit: a, reason: 'the commit before the push' }
const leftMain = { how: 'merge-base', name: 'main', label: 'main' }
const firstParent = { how: 'first-parent' }

function decide(facts: Partial<EventFacts>, given: Partial<Detection> = {}): BaseDecision {
  const event: EventFacts = {
    name: 'push',
    ref: 'refs/heads/main',
    sha: b,
    repository: 'o/r',
    defaultBranch: 'main',
    fork: false,
    dependabot: false,
    runUrl: '',
    ...facts,
  }
  return decideBase(event, {
    filters: undefined,
    filtersSource: '',
    base: undefined,
    ref: undefined,
    token: undefined,
    listFiles: 'none',
    quantifier: 'some',
    fetchDepth: 100,
    ...given,
  })
}

const topic = 'refs/heads/feature/x'
const queue = `refs/heads/gh-readonly-queue/release/2.x/pr-12-${a}`
const rows: [string, Partial<EventFacts>, Partial<Detection>, unknown, string][] = [
  ['push to the default branch', { before: a }, {}, before, 'push to main'],
  ['push to another branch', { ref: topic, before: a }, {}, leftMain, 'push to feature/x'],
  [
    'push to another branch, base itself',
    { ref: topic, before: a },
    { base: 'feature/x' },
    before,
    'push to feature/x',
  ],
  [
    'push, base another branch',
    { before: a },
    { base: 'refs/heads/dev' },
    { ...leftMain, name: 'dev', label: 'dev' },
    'push to main',
  ],
  [
    'push, base a commit',
    { before: a },
    { base: b },
    { how: 'commit', commit: b, reason: '`base`' },
    'push to main',
  ],
  ['push, ref another branch', { before: a }, { ref: 'dev' }, leftMain, 'push to main'],
  [
    'push, base and ref another branch',
    { before: a },
    { base: 'dev', ref: 'dev' },
    firstParent,
    'push to main',
  ],
  [
    'push without a known default branch',
    { ref: topic, before: a, defaultBranch: '' },
    {},
    before,
    'push to feature/x',
  ],
  [
    'first push of the default branch',
    { before: zeros },
    {},
    { how: 'everything', reason: 'the branch is new' },
    'push to main',
  ],
  ['first push of another branch', { ref: topic, before: zeros }, {}, leftMain, 'push to feature/x'],
  [
    'first push, base itself',
    { ref: topic, before: zeros },
    { base: 'feature/x' },
    leftMain,
    'push to feature/x',
  ],
  ['push that does not say what was before', {}, {}, firstParent, 'push to main'],
  ['tag', { ref: 'refs/tags/v1.2', before: zeros }, {}, { how: 'earlier-tag', tag: 'v1.2' }, 'tag v1.2'],
  ['tag with a base', { ref: 'refs/tags/v1.2' }, { base: 'main' }, leftMain, 'tag v1.2'],
  [
    'release',
    { name: 'release', ref: 'refs/tags/v1', tag: 'v1' },
    {},
    { how: 'earlier-tag', tag: 'v1' },
    'release v1',
  ],
  ['dispatch', { name: 'workflow_dispatch' }, {}, firstParent, 'workflow_dispatch on main'],
  [
    'dispatch on another branch',
    { name: 'workflow_dispatch', ref: topic },
    {},
    leftMain,
    'workflow_dispatch on feature/x',
  ],
  [
    'dispatch on a tag',
    { name: 'workflow_dispatch', ref: 'refs/tags/v1' },
    {},
    { how: 'earlier-tag', tag: 'v1' },
    'workflow_dispatch on v1',
  ],
  ['schedule', { name: 'schedule' }, {}, firstParent, 'schedule on main'],
  ['workflow_run', { name: 'workflow_run' }, {}, firstParent, 'workflow_run on main'],
  [
    'anything else without a ref',
    { name: 'new_event', ref: '', defaultBranch: '' },
    {},
    firstParent,
    'new_event',
  ],
  [
    'merge group',
    { name: 'merge_group', ref: queue },
    {},
    { ...leftMain, name: 'release/2.x', label: 'release/2.x' },
    'merge queue of release/2.x',
  ],
  ['merge group of an odd name', { name: 'merge_group', ref: topic }, {}, leftMain, 'merge queue'],
  [
    'pull request',
    { name: 'pull_request', ref: 'refs/pull/7/merge', pullRequest },
    {},
    { how: 'pull-request', baseSha: a, headSha: b, baseRef: 'main' },
    'pull request #7',
  ],
  [
    'pull request with a base',
    { name: 'pull_request', pullRequest },
    { base: 'dev' },
    { ...leftMain, name: 'dev', label: 'dev' },
    'pull request #7',
  ],
  ['pull request whose payload is empty', { name: 'pull_request' }, {}, leftMain, 'pull_request'],
  ['terminal', { name: '', ref: '', defaultBranch: '' }, {}, firstParent, 'HEAD + uncommitted'],
  [
    'terminal with a base',
    { name: '', ref: '', defaultBranch: '' },
    { base: 'main' },
    leftMain,
    'HEAD + uncommitted',
  ],
  ['base HEAD', { before: a }, { base: 'HEAD' }, { how: 'head' }, 'push with base HEAD'],
]

test.each(rows)('%s', (_, facts, given, rule, occasion) => {
  expect(decide(facts, given)).toMatchObject({ rule, occasion })
})

describe('beside the base', () => {
  test('the head is what is checked out, unless `ref` is given', () => {
    expect(decide({ before: a }).head).toBeUndefined()
    expect(decide({ before: a }, { ref: 'dev' }).head).toBe('dev')
    expect(decide({ name: 'pull_request', pullRequest }, { ref: 'dev' }).head).toBeUndefined()
  })

  test('pull_request_target compares the pull request, not the checkout of its base', () => {
    expect(decide({ name: 'pull_request_target', pullRequest }).head).toBe(b)
  })

  test('what is not committed counts in the terminal, and in an event with base HEAD', () => {
    expect(decide({ before: a }).workTree).toBe('no')
    expect(decide({ before: a }, { base: 'HEAD' }).workTree).toBe('tracked')
    expect(decide({ name: '' }, { base: 'HEAD' }).workTree).toBe('all')
    expect(decide({ name: '' }).workTree).toBe('all')
    expect(decide({ name: '' }, { ref: 'dev' }).workTree).toBe('no')
  })

  test('what is ignored is said', () => {
    expect(decide({ name: 'pull_request', pullRequest }, { ref: 'x' }).warnings).toEqual([
      '`ref` is ignored on pull_request.',
    ])
    expect(decide({}, { base: 'HEAD', ref: 'x' }).warnings).toHaveLength(1)
    expect(decide({}).warnings).toHaveLength(1)
    expect(decide({ before: a }).warnings).toEqual([])
  })
})

test('short names', () => {
  expect(['refs/heads/a/b', 'refs/tags/v1', 'refs/pull/1/merge', 'main'].map(shortName)).toEqual([
    'a/b',
    'v1',
    'refs/pull/1/merge',
    'main',
  ])
})
