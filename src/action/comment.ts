import * as core from '@actions/core'
import type { EventFacts } from '../event.ts'
import {
  commentKey,
  commentMarker,
  isWorthComment,
  readRun,
  renderComment,
} from '../report/comment-markdown.ts'
import type { RedactedReport } from '../report/json.ts'
import type { SayNext } from '../report/line.ts'
import type { InputName } from '../settings/inputs.ts'
import type { Settings } from '../settings/settings.ts'
import { sleep } from '../sleep.ts'
import { oneLine } from '../text.ts'
import { statusOf } from './api-error.ts'

/** What a comment is made from. */
export interface CommentOptions {
  when: Settings['comment']
  token: string
  event: EventFacts
  report: RedactedReport
  sayNext: SayNext
  redact: (text: string) => string
  env: NodeJS.ProcessEnv
  signal: AbortSignal
}

/** Inputs by which two checks of one job differ. */
const choosing: InputName[] = ['working-directory', 'engine', 'directory', 'run', 'config', 'database']

/** For everything: a comment is no reason to keep a pull request waiting. */
const longestMs = 30_000
const mostTries = 3
/** A longer time until GitHub wants to be asked again is not waited for. */
const longestPauseMs = 10_000

/** A comment as GitHub lists it. */
interface Row {
  id: number
  body?: string | undefined
  author_association?: string | undefined
  user?: { type?: string } | null
}

/** Who may write here, and could change our comment anyway. */
const trusted = ['OWNER', 'MEMBER', 'COLLABORATOR']

/**
 * Writes what the check came to into one comment of the pull request: the one that is there, else a new one, where
 * there is something to say. Gives back a note where that could not be done, with the cure. Never throws.
 */
export async function upsertComment(options: CommentOptions): Promise<string | undefined> {
  const { when, event, token, report } = options
  const asked = when === 'on'
  if (event.pullRequest === undefined)
    return asked
      ? 'There is no pull request to comment on: the job summary has what the check found.'
      : undefined
  const wanted = asked || isWorthComment(report)
  if (event.fork && !asked)
    return wanted
      ? 'No comment: the token of a pull request from a fork may not write one. The job summary has what the check found.'
      : undefined
  if (token === '') return wanted ? 'No comment: the input `token` is empty.' : undefined
  try {
    await tryAgain(options, () => upsert(options, wanted))
    return undefined
  } catch (error) {
    return wanted ? sayRefusal(error) : undefined
  }
}

/** What tells this check from the others of the pull request: its workflow, its job, and the inputs of its step. */
function wordsOf(env: NodeJS.ProcessEnv): string[] {
  const workflow = (env.GITHUB_WORKFLOW_REF ?? '').replace(/@.*$/, '')
  return [workflow, env.GITHUB_JOB ?? '', ...choosing.map(name => core.getInput(name))]
}

type Client = Awaited<ReturnType<typeof openClient>>

async function upsert(options: CommentOptions, wanted: boolean): Promise<void> {
  const { event, env, report, sayNext, redact } = options
  const client = await openClient(options)
  const key = commentKey(wordsOf(env))
  const marker = commentMarker(key)
  const known = await findOurs(client, marker)
  const here = `${env.GITHUB_RUN_ID || '0'}.${env.GITHUB_RUN_ATTEMPT || '1'}`
  if (known === undefined ? !wanted : isLater(readRun(known.body ?? ''), here)) return
  const commit = event.pullRequest?.headSha ?? ''
  const place = { key, run: here, runUrl: event.runUrl, page: pageOf(event), commit }
  const body = redact(renderComment(report, place, sayNext))
  if (known !== undefined) return edit(client, known, body)
  const { data } = await client.rest.issues.createComment({ ...client.issue, body })
  // Two runs at once found none, and each made one: the later of both goes.
  const first = await findOurs(client, marker)
  if (first === undefined || first.id === data.id) return
  await client.rest.issues.deleteComment({ ...client.at, comment_id: data.id })
  if (!isLater(readRun(first.body ?? ''), here)) await edit(client, first, body)
}

async function openClient({ token, event }: CommentOptions) {
  // A chunk of its own: octokit is large, and only needed here.
  const { getOctokit } = await import('@actions/github')
  const silent = () => {}
  const log = { debug: silent, info: silent, warn: silent, error: silent }
  const { paginate, rest } = getOctokit(token, { log })
  const [owner = '', repo = ''] = event.repository.split('/')
  // Per question: given to getOctokit it would replace the fetch that knows the proxy.
  const at = { owner, repo, request: { signal: AbortSignal.timeout(longestMs) } }
  return { paginate, rest, at, issue: { ...at, issue_number: event.pullRequest?.number ?? 0 } }
}

/** The oldest comment of this check; GitHub lists them from the first to the last. */
async function findOurs({ paginate, rest, issue }: Client, marker: string): Promise<Row | undefined> {
  for await (const { data } of paginate.iterator(rest.issues.listComments, { ...issue, per_page: 100 })) {
    // A proxy's page, say: taken for a list it would be a second comment.
    if (!Array.isArray(data)) throw new Error('the answer is no list')
    const found = data.find(row => isOurs(row, marker))
    if (found !== undefined) return found
  }
  return undefined
}

async function edit({ rest, at }: Client, known: Row, body: string): Promise<void> {
  if (known.body !== body) await rest.issues.updateComment({ ...at, comment_id: known.id, body })
}

/**
 * A stranger can write our mark, too, and would then have what we say below their name, to be changed at will: only
 * a program's comment counts, or that of somebody who may write here.
 */
function isOurs({ body = '', user, author_association = '' }: Row, marker: string): boolean {
  return body.startsWith(marker) && (user?.type === 'Bot' || trusted.includes(author_association))
}

/** Whether a run that began later wrote already: this one is about a commit that is no longer the newest. */
function isLater(wrote: string | undefined, here: string): boolean {
  const [id = 0, attempt = 0] = (wrote ?? '').split('.').map(Number)
  const [ownId = 0, ownAttempt = 0] = here.split('.').map(Number)
  return id > ownId || (id === ownId && attempt > ownAttempt)
}

/** The page of the repository, as the runner has it. */
function pageOf({ runUrl }: EventFacts): string {
  const [page = '', run] = runUrl.split('/actions/runs/')
  return run === undefined || !/^https?:\/\/[\w.:/-]+$/.test(page) ? '' : page
}

/** A refusal for now, or no answer, is asked again from the start: what was written without an answer is found then. */
async function tryAgain({ signal }: CommentOptions, work: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + longestMs
  for (let tried = 1; ; tried++) {
    try {
      return await work()
    } catch (error) {
      const pause = pauseOf(error, tried)
      if (pause === undefined || tried === mostTries || Date.now() + pause > deadline) throw error
      await sleep(pause, signal)
      if (signal.aborted) throw error
    }
  }
}

/** How long GitHub wants to be left alone; undefined where asking again would change nothing. */
function pauseOf(error: unknown, tried: number): number | undefined {
  const status = statusOf(error)
  const headers = headersOf(error)
  const limited = status === 429 || (status === 403 && isLimit(error))
  if (!limited && status !== undefined && status < 500) return undefined
  const asked = Number(headers['retry-after']) * 1000
  const reset =
    headers['x-ratelimit-remaining'] === '0' ? Number(headers['x-ratelimit-reset']) * 1000 - Date.now() : 0
  const pause = asked > 0 ? asked : reset > 0 ? reset : 500 * 2 ** (tried - 1)
  return pause > longestPauseMs ? undefined : pause
}

function headersOf(error: unknown): Record<string, unknown> {
  const { response } = (error ?? {}) as { response?: { headers?: Record<string, unknown> } }
  return response?.headers ?? {}
}

function isLimit(error: unknown): boolean {
  const headers = headersOf(error)
  const said = error instanceof Error ? error.message : ''
  return headers['x-ratelimit-remaining'] === '0' || 'retry-after' in headers || /rate limit/i.test(said)
}

function sayRefusal(error: unknown): string {
  const status = statusOf(error)
  const said = oneLine(error instanceof Error ? error.message : 'no reason given', 150)
  const why = sayWhy(error, status, said)
  return `No comment: GitHub did not take it (${why}). The job summary has what the check found.`
}

function sayWhy(error: unknown, status: number | undefined, said: string): string {
  if (status === undefined) return said
  if (status === 429 || (status === 403 && isLimit(error)))
    return `${status}: its limit of questions is reached`
  if (status === 403 && /locked/i.test(said)) return `${status}: the conversation is locked`
  if (status === 401) return `${status}: the input \`token\` is not valid`
  if (status === 403 || status === 404)
    return `${status}: give the job \`permissions: pull-requests: write\`, or switch comments off with \`comment: off\``
  return `${status}: ${said}`
}
