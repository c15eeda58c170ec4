/** The servers that stand in for GitHub answer what GitHub's own description allows, and ask for what it describes. */
import { describe, expect, it } from '@jest/globals'
import { readText } from '../support/documents.ts'
import { pullFile } from '../support/github-api.ts'
import { description, judgeAnswer, judgeQuestion } from '../support/github-contract.ts'

const script = readText('script/extract-openapi.mjs')

describe('the extract of GitHub’s description', () => {
  it('is of the version and the operations that the script names', () => {
    expect(description.source).toBe(/const source = '(.+)'/.exec(script)?.[1])
    expect(description.source).toMatch(/^@octokit\/openapi@\d+\.\d+\.\d+$/)
    const named = /const operations = \[(.+?)\]/s.exec(script)?.[1]?.match(/[\w-]+\/[\w-]+/g)
    expect(Object.keys(description.operations)).toEqual(named)
  })

  it('is fitted by GitHub’s own examples', () => {
    for (const [operation, { responses }] of Object.entries(description.operations))
      for (const [status, { example }] of Object.entries(responses))
        if (example !== undefined) expect(judgeAnswer(operation, Number(status), example)).toEqual([])
  })
})

describe('what does not fit is told', () => {
  const headers = { accept: 'application/json', 'user-agent': 'test', authorization: 'token x' }
  const files = '/repos/o/r/pulls/7/files'
  const ask = (path: string, given: Record<string, string> = headers, method = 'GET', body?: unknown) =>
    judgeQuestion({ method, url: new URL(path, 'http://api'), headers: given, body }).faults

  it('of a question', () => {
    expect(ask(`${files}?per_page=100&page=2`)).toEqual([])
    expect(ask(`${files}?per_page=101`)).toEqual(['per_page is 101, over 100'])
    expect(ask(`${files}?per-page=100`)).toEqual(['per-page is no parameter'])
    expect(ask('/repos/o/r/pulls/seven/files')[0]).toContain('pull_number is seven')
    expect(ask('/repos/o/r/actions/workflows/ci.yml/runs?status=done')[0]).toContain('status is done')
    expect(ask('/repos/o/r/pulls/7')).toEqual(['nothing of ours is GET /repos/o/r/pulls/7'])
    expect(ask(files, headers, 'POST')).toEqual([`nothing of ours is POST ${files}`])
    expect(ask(files, { ...headers, 'user-agent': '' })).toEqual(['the header user-agent is '])
  })

  it('of what is sent', () => {
    const send = (body: unknown) => ask('/repos/o/r/issues/7/comments', headers, 'POST', body)
    expect(send({ body: 'x' })).toEqual([])
    expect(send({ text: 'x' })).toHaveLength(2)
    expect(send(undefined)[0]).toContain('must be object')
    expect(ask(files, headers, 'GET', {})).toEqual(['pulls/list-files takes no body'])
  })

  it('of an answer', () => {
    const row = pullFile({ filename: 'a', status: 'added' })
    const judge = (body: unknown, status = 200) => judgeAnswer('pulls/list-files', status, body)
    expect(judge([row])).toEqual([])
    expect(judge([{ ...row, status: 'deleted' }])[0]).toContain('/0/status must be equal to one of')
    expect(judge([{ ...row, file: 'a' }])[0]).toContain('must NOT have additional properties')
    expect(judge([{ filename: 'a', status: 'added' }])[0]).toContain(
      "must have required property 'additions'",
    )
    expect(judge(row)[0]).toContain('must be array')
    expect(judgeAnswer('issues/delete-comment', 204, undefined)).toEqual([])
    expect(judgeAnswer('issues/delete-comment', 204, {})).toEqual(['issues/delete-comment 204 has no body'])
    expect(judge([row], 201)).toEqual(['pulls/list-files does not answer 201'])
    expect(judge({ text: 'no' }, 403)[0]).toContain('must NOT have additional properties')
  })
})
