/** Stands in for GitHub's API on this machine. What it is asked and what it answers is held against GitHub's description. */
import { createServer, type Server } from 'node:http'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals'
import { closeServer, listen } from './gate.ts'
import { description, judgeAnswer, judgeQuestion } from './github-contract.ts'

/** What GitHub was asked. */
export interface Question {
  /** `pulls/list-files`. */
  operation: string
  url: URL
  authorization: string | undefined
  /** What was sent, parsed. */
  body: unknown
}

export interface Answer {
  status?: number
  body: unknown
  headers?: Record<string, string>
}

export interface GithubApi {
  readonly asked: readonly Question[]
  /** How questions are answered from here on. The test fails where that is not what GitHub could answer. */
  answers(give: (question: Question) => Answer): void
  /** Somebody between us and GitHub answers: no description holds. */
  intercepted(answer: Answer): void
}

/** Call it at the top of a test file. A wrong question or answer fails the test that it belongs to. */
export function useGithub(): GithubApi {
  const before = process.env.GITHUB_API_URL
  let server: Server
  let asked: Question[] = []
  let wrong: string[] = []
  let give: (question: Question) => Answer
  let checked = true
  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const url = new URL(request.url ?? '', `http://${request.headers.host}`)
      const sent: Buffer[] = []
      for await (const piece of request) sent.push(piece)
      const body = sent.length === 0 ? undefined : JSON.parse(Buffer.concat(sent).toString())
      const { method = '', headers: given } = request
      const { operation, faults } = judgeQuestion({ method, url, headers: given, body })
      const question = { operation, url, authorization: given.authorization, body }
      asked.push(question)
      const { status = 200, body: answer, headers = {} } = give(question)
      wrong.push(...faults, ...(checked ? judgeAnswer(operation, status, answer) : []))
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
      // The status of a deletion has no body.
      response.end(status === 204 ? undefined : JSON.stringify(answer))
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
  const answers: GithubApi['answers'] = chosen => {
    give = chosen
    checked = true
  }
  beforeEach(() => {
    asked = []
    wrong = []
    answers(() => refusal(404, 'Not Found'))
  })
  afterEach(() => expect(wrong).toEqual([]))
  return {
    get asked() {
      return asked
    },
    answers,
    intercepted(answer) {
      give = () => answer
      checked = false
    },
  }
}

/** What GitHub says where it refuses. */
export function refusal(status: number, message: string): Answer {
  const documentation_url = 'https://docs.github.com/rest'
  // Of a validation that failed it is described without.
  const named = status === 422 ? {} : { status: String(status) }
  return { status, body: { message, documentation_url, ...named } }
}

/** A page of a list, with the link to the next one. */
export function pageOf(rows: readonly unknown[], { url }: Question): Answer {
  const page = Number(url.searchParams.get('page') ?? '1')
  const size = Number(url.searchParams.get('per_page') ?? '30')
  const next = new URL(url)
  next.searchParams.set('page', String(page + 1))
  const headers = page * size < rows.length ? { link: `<${next.href}>; rel="next"` } : undefined
  return { body: rows.slice((page - 1) * size, page * size), ...(headers && { headers }) }
}

/** A file of a pull request: GitHub's own example, but for what is given. */
export function pullFile(given: { filename: string; status: string; previous_filename?: string }) {
  const [example] = exampleOf('pulls/list-files') as object[]
  return { ...example, ...given }
}

/** The answer that lists these runs of a workflow, each GitHub's own example, but for what is given. */
export function workflowRuns(runs: { id: number; head_sha: string; from: string }[]): Answer {
  const { workflow_runs } = exampleOf('actions/list-workflow-runs') as { workflow_runs: [Run] }
  const [example] = workflow_runs
  const rows = runs.map(({ id, head_sha, from }) => ({
    ...example,
    id,
    run_number: id,
    head_sha,
    head_repository: { ...example.head_repository, full_name: from },
  }))
  return { body: { total_count: rows.length, workflow_runs: rows } }
}

interface Run {
  head_repository: object
}

/** A comment as GitHub keeps it. */
export interface Comment {
  id: number
  body: string
  /** `Bot` unless told otherwise. */
  type?: 'Bot' | 'User'
  author_association?: string
}

/** Answers what is asked about the comments of a pull request, and keeps them. */
export function keepComments(comments: Comment[]): (question: Question) => Answer {
  return question => {
    const { operation, url, body } = question
    const given = (body as { body: string } | undefined)?.body ?? ''
    const id = Number(/comments\/(\d+)$/.exec(url.pathname)?.[1])
    const known = comments.find(one => one.id === id)
    if (operation === 'issues/list-comments') return pageOf(comments.map(showComment), question)
    if (operation === 'issues/create-comment') {
      const made = { id: Math.max(0, ...comments.map(one => one.id)) + 1, body: given }
      comments.push(made)
      return { status: 201, body: showComment(made) }
    }
    if (known === undefined) return refusal(404, 'Not Found')
    if (operation === 'issues/delete-comment') {
      comments.splice(comments.indexOf(known), 1)
      return { status: 204, body: undefined }
    }
    known.body = given
    return { body: showComment(known) }
  }
}

function showComment({ id, body, type = 'Bot', author_association = 'NONE' }: Comment) {
  const [example] = exampleOf('issues/list-comments') as [{ user: object }]
  return { ...example, id, body, author_association, user: { ...example.user, type } }
}

function exampleOf(operation: string): unknown {
  return description.operations[operation]?.responses['200']?.example
}
