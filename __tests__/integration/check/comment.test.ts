/** The comment of a pull request, against what GitHub describes of its API. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type CommentOptions, upsertComment } from '../../../src/action/comment.ts'
import type { EventFacts } from '../../../src/event.ts'
import { redactReport } from '../../../src/report/json.ts'
import type { Report } from '../../../src/report/shape.ts'
import { sqlRevision, useChecker } from '../../support/check.ts'
import { type Comment, keepComments, type Question, refusal, useGithub } from '../../support/github-api.ts'

const github = useGithub()
const checker = useChecker()
let comments: Comment[]

beforeEach(() => {
  comments = []
  github.answers(keepComments(comments))
})
afterEach(() => {
  delete process.env.INPUT_DIRECTORY
})

const event: EventFacts = {
  name: 'pull_request',
  ref: 'refs/pull/7/merge',
  sha: '',
  repository: 'octo/relay',
  defaultBranch: 'main',
  pullRequest: { number: 7, baseRef: 'main', baseSha: 'b'.repeat(40), headRef: 'x', headSha: 'c'.repeat(40) },
  fork: false,
  dependabot: false,
  runUrl: 'https://github.com/octo/relay/actions/runs/12',
}

/** The check of a pull request with one revision more. */
async function checked(up: string): Promise<Report> {
  const { repo } = checker
  repo.commit({ 'migrations/0001_orders.sql': sqlRevision('create table orders (id int, code text)') })
  repo.git('checkout', '--quiet', '-b', 'change')
  repo.commit({ 'migrations/0002_next.sql': sqlRevision(up) })
  return (await checker.pulled('change')).report
}

const blocking = () => checked('create index orders_code on orders (code)')
const clean = () => checked('create table notes (id int)')

const comment = (report: Report, given: Partial<CommentOptions> = {}, run = '12') =>
  upsertComment({
    when: 'auto',
    token: 'tok-1234',
    event,
    env: {
      GITHUB_WORKFLOW_REF: 'octo/relay/.github/workflows/check.yml@refs/pull/7/merge',
      GITHUB_RUN_ID: run,
    },
    report: redactReport(report, text => text),
    sayNext: () => '',
    redact: text => text,
    signal: new AbortController().signal,
    ...given,
  })

const asked = () => github.asked.map(({ operation }) => operation.replace('issues/', ''))
const bodies = () => comments.map(({ body }) => body)
const somebody = (id: number): Comment => ({ id, body: `Looks good (${id})`, type: 'User' })

describe('one comment', () => {
  it('is made where something was found, edited by the next run, and says when all is well', async () => {
    const report = await blocking()
    expect(await comment(report)).toBeUndefined()
    expect(asked()).toEqual(['list-comments', 'create-comment', 'list-comments'])
    expect(comments).toHaveLength(1)
    expect(comments[0]?.body).toContain('### 🔴 Gate closed: 1 new revision, 1 error.')
    expect(comments[0]?.body).toContain('create index concurrently orders_code on orders (code);')
    expect(comments[0]?.body).toContain(
      `[migrations/0002\\_next.sql:2](https://github.com/octo/relay/blob/${'c'.repeat(40)}/migrations/0002_next.sql#L2)`,
    )
    checker.repo.git('checkout', '--quiet', 'change')
    checker.repo.commit({ 'migrations/0002_next.sql': sqlRevision('create table notes (id int)') })
    expect(await comment((await checker.pulled('change')).report, {}, '13')).toBeUndefined()
    expect(comments).toHaveLength(1)
    expect(comments[0]?.body).toContain('### 🟢 Gate open: 1 new revision, nothing wrong with the history.')
    expect(comments[0]?.body).not.toContain('orders_code')
  })

  it('is not made where there is nothing to say, unless asked for', async () => {
    const report = await clean()
    expect(await comment(report)).toBeUndefined()
    expect([asked(), comments]).toEqual([['list-comments'], []])
    await comment(report, { when: 'on' })
    expect(bodies()).toEqual([expect.stringContaining('🟢 Gate open')])
  })

  it('is found behind two hundred others', async () => {
    const report = await blocking()
    comments.push(...Array.from({ length: 230 }, (_, index) => somebody(index + 1)))
    await comment(report)
    comments.push(...Array.from({ length: 20 }, (_, index) => somebody(index + 500)))
    await comment(report, {}, '13')
    expect(bodies().filter(body => body.includes('migration-gate check'))).toHaveLength(1)
    expect(asked().filter(operation => operation === 'list-comments')).toHaveLength(9)
    expect(comments.filter(({ type }) => type === 'User').map(({ body }) => body)).toHaveLength(250)
  })

  it('is not written again where nothing changed', async () => {
    const report = await blocking()
    await comment(report)
    await comment(report)
    expect(asked()).not.toContain('update-comment')
  })

  it('each check of a pull request has its own', async () => {
    const report = await blocking()
    await comment(report)
    process.env.INPUT_DIRECTORY = 'db/other'
    await comment(report)
    expect(comments).toHaveLength(2)
    await comment(report, {}, '13')
    expect(comments).toHaveLength(2)
  })

  it('a stranger’s copy of its mark is not taken for it', async () => {
    const report = await blocking()
    await comment(report)
    const [{ body = '' } = {}] = comments.splice(0)
    comments.push({ id: 1, body, type: 'User' })
    await comment(report)
    expect(bodies()).toHaveLength(2)
    // A token of a person who may write here.
    comments.splice(0, 2, { id: 3, body, type: 'User', author_association: 'MEMBER' })
    await comment(report, {}, '13')
    expect(bodies()).toEqual([expect.stringContaining('<!-- run 13.1 -->')])
  })

  it('an older run that ends later leaves the newer comment alone', async () => {
    const report = await blocking()
    await comment(report, {}, '20')
    await comment(report, {}, '9')
    expect(bodies()).toEqual([expect.stringContaining('<!-- run 20.1 -->')])
  })

  it('two runs at once leave one', async () => {
    const report = await blocking()
    await comment(report, {}, '13')
    const [{ body = '' } = {}] = comments.splice(0)
    const keep = keepComments(comments)
    github.answers(question => {
      // The other one comes between our look and our comment.
      if (question.operation === 'issues/create-comment') comments.push({ id: 1, body })
      return keep(question)
    })
    await comment(report, {}, '14')
    expect(bodies()).toEqual([expect.stringContaining('<!-- run 14.1 -->')])
    expect(asked().slice(-2)).toEqual(['delete-comment', 'update-comment'])
  })
})

describe('what cannot be written is a note', () => {
  const refuses = async (status: number, message: string, headers?: Record<string, string>) => {
    const report = await blocking()
    github.answers(question =>
      question.operation === 'issues/list-comments'
        ? keepComments(comments)(question)
        : { ...refusal(status, message), ...(headers && { headers }) },
    )
    return comment(report)
  }

  it.each<[number, string, string]>([
    [403, 'Resource not accessible by integration', 'permissions: pull-requests: write'],
    [404, 'Not Found', 'permissions: pull-requests: write'],
    [401, 'Bad credentials', 'the input `token` is not valid'],
    [403, 'Unable to create comment because issue is locked.', 'the conversation is locked'],
    [422, 'Validation Failed\n::error::x', '422: Validation Failed'],
  ])('%i %s', async (status, message, cure) => {
    const note = await refuses(status, message)
    expect(note).toMatch(/^No comment: GitHub did not take it \(/)
    expect(note).toContain(cure)
    expect(note).toContain('The job summary has what the check found.')
    expect(note).not.toContain('\n')
    expect(asked()).toEqual(['list-comments', 'create-comment'])
  })

  it('a limit that is far away is not waited for', async () => {
    expect(await refuses(403, 'API rate limit exceeded', { 'retry-after': '3600' })).toContain(
      'its limit of questions is reached',
    )
    expect(asked()).toHaveLength(2)
  })

  it('from a fork: said in one line, and GitHub is not asked', async () => {
    const report = await blocking()
    const fork = { ...event, fork: true }
    expect(await comment(report, { event: fork })).toContain('a fork may not write one')
    expect(asked()).toEqual([])
    // Whose tokens may write, by a setting of the repository.
    expect(await comment(report, { event: fork, when: 'on' })).toBeUndefined()
    expect(comments).toHaveLength(1)
  })

  it('and where there was nothing to say, nothing is said', async () => {
    const report = await clean()
    github.answers(() => refusal(403, 'Resource not accessible by integration'))
    expect(await comment(report)).toBeUndefined()
    expect(await comment(report, { event: { ...event, fork: true } })).toBeUndefined()
    expect(await comment(report, { token: '' })).toBeUndefined()
  })

  it('without a token, and without a pull request', async () => {
    const report = await blocking()
    const { pullRequest: _, ...push } = event
    expect(await comment(report, { token: '' })).toContain('`token` is empty')
    expect(await comment(report, { event: push })).toBeUndefined()
    expect(await comment(report, { event: push, when: 'on' })).toContain('There is no pull request')
    expect(asked()).toEqual([])
  })

  it('a proxy’s page is no list of comments', async () => {
    const report = await blocking()
    github.intercepted({ body: { page: 'sign in' } })
    expect(await comment(report)).toContain('the answer is no list')
  })
})

describe('what passes is asked again', () => {
  it.each([502, 429])('%i, and what was made without an answer is found', async status => {
    const report = await blocking()
    const keep = keepComments(comments)
    let failing = true
    github.answers((question: Question) => {
      const answer = keep(question)
      if (question.operation !== 'issues/create-comment' || !failing) return answer
      failing = false
      return refusal(status, 'try again')
    })
    expect(await comment(report)).toBeUndefined()
    expect(comments).toHaveLength(1)
    expect(asked()).toEqual(['list-comments', 'create-comment', 'list-comments'])
  })

  it('three times, and then it is a note', async () => {
    const report = await blocking()
    github.answers(() => refusal(503, 'down'))
    expect(await comment(report)).toContain('503: down')
    expect(asked()).toHaveLength(3)
  })
})
