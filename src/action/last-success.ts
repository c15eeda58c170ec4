import type { Detection } from '../changes/detection.ts'
import type { ChangeSource } from '../changes/source.ts'
import { withWarning } from '../changes/with-warning.ts'
import type { EventFacts } from '../event.ts'
import { statusOf } from './api-error.ts'

/** What to ask GitHub with, and what compares. */
export interface LastSuccessOptions {
  /** Empty: GitHub is not asked. */
  token: string
  /** `owner/name/.github/workflows/deploy.yml@refs/heads/main`, as the runner has it. */
  workflowRef: string
  /** Of the run that asks: an earlier attempt of it is no earlier run. */
  runId: string
  git: ChangeSource
  /** For everything else. */
  fallback: ChangeSource
}

const apiTimeoutMs = 30_000

/**
 * With `since: last-success`, changes since the commit of the last run of this workflow that succeeded on this branch: a run
 * that was cancelled or failed then loses nothing. Without one, as without the input, and the reason is a warning.
 * Never throws.
 */
export function lastSuccessSource(options: LastSuccessOptions): ChangeSource {
  const { git, fallback } = options
  return {
    async list(event, detection) {
      if (detection.since === undefined || detection.base === 'HEAD') return fallback.list(event, detection)
      const found = await findLastSuccess(options, event)
      if (typeof found !== 'string') return git.list(event, { ...detection, lastSuccess: found })
      const why = `${found}, so \`since: last-success\` compares as if it were not there.`
      return withWarning(await fallback.list(event, detection), why)
    },
    tracked: async () => git.tracked?.(),
  }
}

/** The commit; or why there is none, as the beginning of a sentence. */
async function findLastSuccess(
  options: LastSuccessOptions,
  event: EventFacts,
): Promise<string | NonNullable<Detection['lastSuccess']>> {
  const branch = event.pullRequest?.headRef ?? branchOf(event.ref)
  const workflow = /\/([^/]+\.ya?ml)@/.exec(options.workflowRef)?.[1]
  if (options.token === '') return 'There is no `token` to ask GitHub with'
  if (branch === undefined) return `${event.name === '' ? 'This run' : event.name} is on no branch`
  if (workflow === undefined) return 'The runner does not say which workflow this is'
  try {
    const run = await askForRun(options, event, workflow, branch)
    if (run === undefined) return `No earlier run of ${workflow} succeeded on ${branch}`
    return { commit: run.head_sha, words: `the last successful run on ${branch} (#${run.run_number})` }
  } catch (error) {
    const status = statusOf(error)
    const cure = status === 403 || status === 404 ? ': give the job `permissions: actions: read`' : ''
    return `GitHub did not list the runs of ${workflow} (${status ?? 'no answer'}${cure})`
  }
}

async function askForRun(options: LastSuccessOptions, event: EventFacts, workflow: string, branch: string) {
  // A chunk of its own: octokit is large, and only needed here.
  const { getOctokit } = await import('@actions/github')
  const silent = () => {}
  const client = getOctokit(options.token, {
    log: { debug: silent, info: silent, warn: silent, error: silent },
  })
  const [owner = '', repo = ''] = event.repository.split('/')
  const { data } = await client.rest.actions.listWorkflowRuns({
    owner,
    repo,
    workflow_id: workflow,
    branch,
    status: 'success',
    per_page: 20,
    // Per question: given to getOctokit it would replace the fetch that knows the proxy.
    request: { signal: AbortSignal.timeout(apiTimeoutMs) },
  })
  // A fork's branch of the same name is another branch.
  return data.workflow_runs.find(
    run =>
      String(run.id) !== options.runId &&
      /^[0-9a-f]{40,64}$/.test(run.head_sha) &&
      run.head_repository?.full_name?.toLowerCase() === event.repository.toLowerCase(),
  )
}

function branchOf(ref: string): string | undefined {
  return ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : undefined
}
