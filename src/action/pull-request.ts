import type { ChangeSource } from '../changes/source.ts'
import { withWarning } from '../changes/with-warning.ts'
import type { Change, ChangeSet, ChangeStatus } from '../domain.ts'
import type { EventFacts } from '../event.ts'
import { oneLine } from '../text.ts'
import { statusOf } from './api-error.ts'

/** What to ask GitHub with, and what to turn to when it does not answer. */
export interface PullRequestOptions {
  /** Empty: GitHub is not asked. */
  token: string
  fallback: ChangeSource
}

/** A row of `GET /repos/{owner}/{repo}/pulls/{number}/files`. */
interface Row {
  filename: string
  status: string
  previous_filename?: string
}

/** GitHub's list ends here without saying so (docs: "Responses include a maximum of 3000 files"). */
const mostFiles = 3_000
const apiTimeoutMs = 60_000

const statuses: Record<string, ChangeStatus> = {
  added: 'added',
  removed: 'deleted',
  modified: 'modified',
  copied: 'copied',
  changed: 'type-changed',
}

/**
 * Changes as GitHub lists them for a pull request: needs no history, and no checkout. Every other event, and every
 * failure (said in a warning that names the cure), goes to the fallback. Never throws.
 */
export function pullRequestSource(options: PullRequestOptions): ChangeSource {
  return {
    async list(event, detection) {
      const asked = event.pullRequest !== undefined && options.token !== '' && detection.base !== 'HEAD'
      if (!asked) return options.fallback.list(event, detection)
      try {
        const rows = await listRows(options.token, event)
        if (rows.length < mostFiles) return describeRows(rows, event, warnIgnored(detection))
        const full = `GitHub lists no more than ${mostFiles.toLocaleString('en')} files of a pull request: git was asked instead.`
        return withWarning(await options.fallback.list(event, detection), full)
      } catch (error) {
        return withWarning(await options.fallback.list(event, detection), sayApiError(error))
      }
    },
    tracked: async () => options.fallback.tracked?.(),
  }
}

async function listRows(token: string, event: EventFacts): Promise<Row[]> {
  // A chunk of its own: octokit is large, and only needed here.
  const { getOctokit } = await import('@actions/github')
  const silent = () => {}
  const log = { debug: silent, info: silent, warn: silent, error: silent }
  const client = getOctokit(token, { log })
  const [owner = '', repo = ''] = event.repository.split('/')
  const rows: Row[] = []
  // Per question: given to getOctokit it would replace the fetch that knows the proxy.
  const request = { signal: AbortSignal.timeout(apiTimeoutMs) }
  const question = { owner, repo, pull_number: event.pullRequest?.number ?? 0, per_page: 100, request }
  for await (const page of client.paginate.iterator(client.rest.pulls.listFiles, question)) {
    // A proxy's page, say: taken for a list it would be a silent "nothing changed".
    if (!Array.isArray(page.data)) throw new Error('the answer is no list')
    rows.push(...page.data)
    if (rows.length >= mostFiles) break
  }
  return rows
}

function describeRows(rows: readonly Row[], event: EventFacts, warnings: string[]): ChangeSet {
  const pull = event.pullRequest
  return {
    known: true,
    comparison: {
      base: pull?.baseSha ?? '',
      head: pull?.headSha ?? '',
      why: `pull request #${pull?.number}: its files as GitHub lists them`,
    },
    changes: rows.flatMap(toChanges),
    warnings,
  }
}

/** A rename is two changes, as it is for git with `--no-renames`. */
function toChanges(row: Row): Change[] {
  if (row.status === 'unchanged') return []
  if (row.status !== 'renamed') return [{ path: row.filename, status: statuses[row.status] ?? 'modified' }]
  const added: Change = { path: row.filename, status: 'added' }
  return row.previous_filename === undefined
    ? [added]
    : [added, { path: row.previous_filename, status: 'deleted' }]
}

function warnIgnored(detection: { base: string | undefined; ref: string | undefined }): string[] {
  const ignored = [
    detection.base === undefined
      ? ''
      : '`base` is ignored: GitHub lists the files of the pull request (`token: ""` asks git).',
    detection.ref === undefined ? '' : '`ref` is ignored on a pull request.',
  ]
  return ignored.filter(text => text !== '')
}

function sayApiError(error: unknown): string {
  const status = statusOf(error)
  const instead = 'git was asked instead'
  if (status === 401 || status === 403 || status === 404) {
    return `GitHub did not list the pull request's files (${status}), so ${instead}: give the job \`permissions: pull-requests: read\`.`
  }
  const said = error instanceof Error ? oneLine(error.message, 150) : 'no reason given'
  return `GitHub did not list the pull request's files (${status ?? said}), so ${instead}.`
}
